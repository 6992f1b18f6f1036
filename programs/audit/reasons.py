"""Why a claim cannot be checked, in words."""

from django.utils.translation import gettext as _

from reference.audit import Reason
from reference.enumerations import Population

FOLLOWED = ("graduation_rate", "retention_rate")  # rates that federal files follow


def reason_in_words(claim, reason: str) -> str:
    if reason == Reason.OTHER_PERIOD:
        return _("The projection covers other years") if claim.period_to else _("It names no years")
    if reason == Reason.OTHER_PEOPLE:
        return _other_people(claim)
    return _("No federal figure of this is recorded")


def _other_people(claim):
    if claim.measure not in FOLLOWED:
        return _("Federal figures count other people")
    if claim.population == Population.UNSTATED:
        return _("Whose rate is not stated; federal rates follow undergraduates")
    return _("Federal rates follow undergraduates")
