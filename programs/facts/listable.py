"""Which programs give way to a named degree of the same university."""

from collections.abc import Iterable

from programs.enumerations import Identity, ProgramStatus
from programs.models import Program


class Listable:
    """`programs`: all of the universities concerned."""

    def __init__(self, programs: Iterable[Program]):
        published = [p for p in programs if p.status == ProgramStatus.PUBLISHED]
        self.named_fields = {_place(p) for p in published if p.identity == Identity.CURATED}
        self.with_masters = {
            p.institution_id
            for p in published
            if p.level == "masters" and p.identity != Identity.IMPLIED
        }

    def holds(self, program: Program) -> bool:
        if program.status != ProgramStatus.PUBLISHED:
            return False
        if program.identity == Identity.REPORTED:
            return _place(program) not in self.named_fields
        if program.identity == Identity.IMPLIED:
            return program.institution_id not in self.with_masters
        return True


def _place(program):
    return program.institution_id, program.field_id, program.level
