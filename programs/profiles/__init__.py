from programs.profiles.institution import InstitutionProfile
from programs.profiles.program import ProgramProfile

__all__ = ["InstitutionProfile", "ProgramProfile"]
