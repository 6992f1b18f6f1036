"""The only words for a figure or fact that is not there. A blank says why; it is never 0."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Absence

# Not given: a source that has a place for it leaves it out. Not recorded: no source we hold
# has a place for it. None printed: there is nothing to calculate from.
# Not held: its source has it and nobody has imported that part of the source.
# None published: its publisher has none. Not published: withheld, since few were counted.
# Not estimated: its survey cannot say.
BLANKS = {
    "not_given": _("Not given"),
    "not_recorded": _("Not recorded"),
    "not_held": _("Not in the catalogue yet"),
    "none_printed": _("None printed"),
    "none_published": _("None published"),
    "not_published": _("Not published (privacy)"),
    "not_estimated": _("Not estimated"),
    "not_applicable": _("Not applicable"),
}
ABSENCES = {
    Absence.NOT_REPORTED: BLANKS["not_given"],
    Absence.SUPPRESSED: BLANKS["not_published"],
    Absence.NOT_ESTIMATED: BLANKS["not_estimated"],
    Absence.NOT_APPLICABLE: BLANKS["not_applicable"],
}
REASONS = {
    Absence.NOT_REPORTED: _("The source leaves it out"),
    Absence.SUPPRESSED: _("Withheld, too few people"),
    Absence.NOT_APPLICABLE: _("Does not apply"),
    Absence.NOT_ESTIMATED: _("Not estimated"),
}
LONGEST_WORDS_FOR_NONE = 24


def words_for_none(terms: str) -> str:
    """What a source writes where its number would stand, if that is a few words and no number."""
    is_short = len(terms) <= LONGEST_WORDS_FOR_NONE
    return terms if is_short and not any(letter.isdigit() for letter in terms) else ""


def as_printed(words: str) -> str:
    """“Variable, as printed”; blank without words."""
    return capfirst(_t("%s, as printed") % words) if words else ""
