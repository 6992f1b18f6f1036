"""By what a reader may choose among the findings: their kind and what they are about."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Area(TextChoices):
    """The tabs by topic."""

    GROWTH = "growth", _("Growth")
    PAY = "pay", _("Pay")
    COST = "cost", _("Cost")
    OUTCOMES = "outcomes", _("Outcomes")
    RANKINGS = "rankings", _("Rankings")
    PROGRAMS = "programs", _("Programs and careers")
    OTHER = "other", _("Other")


class Kind(TextChoices):
    """The sections of the page, in their order."""

    CONTRADICTION = "contradiction", _("Contradictions")
    TOPIC_SPREAD = "topic_spread", _("One question, several answers")
    SPREAD = "spread", _("Spreads")
    TOLD_TWO_WAYS = "told_two_ways", _("Told two ways")
    CHECK = "check", _("Checks of a source against itself")
    NOTE = "note", _("Editors’ notes")


AREA_OF = {
    **dict.fromkeys(("growth", "employment", "openings", "enrolment_growth"), Area.GROWTH),
    **dict.fromkeys(("pay", "starting_pay", "earnings", "pay_premium"), Area.PAY),
    **dict.fromkeys(("pay_premium_share", "experience_ratio", "sector_premium_share"), Area.PAY),
    **dict.fromkeys(("tuition", "fees", "credit_price", "total_cost", "living_cost"), Area.COST),
    **dict.fromkeys(("assistantship", "aided_share", "employer_benefit", "debt"), Area.COST),
    **dict.fromkeys(("employer_share", "tax_free_benefit", "payback"), Area.COST),
    **dict.fromkeys(("graduation_rate", "retention_rate", "placement_rate"), Area.OUTCOMES),
    **dict.fromkeys(("upward_share", "immediate_work_share"), Area.OUTCOMES),
    **dict.fromkeys(("programs_counted", "reviews"), Area.RANKINGS),
}
# What is said of a record as a whole, by its kind in an address.
AREA_OF_SUBJECT = {
    **dict.fromkeys(("ranking", "state"), Area.RANKINGS),
    **dict.fromkeys(("institution", "program", "career"), Area.PROGRAMS),
}


def area_of(figure) -> Area:
    """What a figure is about, by its measure."""
    return AREA_OF.get(figure.measure, Area.PROGRAMS)
