from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CareerList(TextChoices):
    """The lists of careers that the documents print."""

    PROMINENT = "prominent", _("prominent")
    HIGHEST_PAYING = "highest_paying", _("highest paying")
    ENTRY_LEVEL = "entry_level", _("entry level")
    NO_FURTHER_STUDY = "no_further_study", _("open without further study")
    NEEDS_CREDENTIAL = "needs_credential", _("needs a certificate or degree")
    ALTERNATIVE = "alternative", _("alternative")
    CAREER_PATHS = "career_paths", _("career path of a master’s")


# What stands on them says whether the career asks for a certificate or a degree.
ABOUT_CREDENTIALS = (CareerList.NO_FURTHER_STUDY, CareerList.NEEDS_CREDENTIAL)


class Stage(TextChoices):
    ENTRY = "entry", _("entry")
    MIDDLE = "middle", _("middle")
    SENIOR = "senior", _("senior")


class SkillKind(TextChoices):
    SKILL = "skill", _("skill")
    TECHNOLOGY = "technology", _("technology")


class Relatedness(TextChoices):
    """O*NET’s tiers of related occupations."""

    PRIMARY_SHORT = "primary_short", _("among the nearest")
    PRIMARY_LONG = "primary_long", _("near")
    SUPPLEMENTAL = "supplemental", _("further")
