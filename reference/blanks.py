"""The only words for a figure or fact that is not there. A blank says why; it is never 0."""

from django.utils.translation import gettext_lazy as _

from reference.enumerations import Absence

# Not given: a source that has a place for it leaves it out. Not recorded: no source we hold
# has a place for it. None printed: there is nothing to calculate from.
# None published: its publisher withholds it or has none.
BLANKS = {
    "not_given": _("Not given"),
    "not_recorded": _("Not recorded"),
    "none_printed": _("None printed"),
    "none_published": _("None published"),
    "not_applicable": _("Not applicable"),
}
ABSENCES = {
    Absence.NOT_REPORTED: BLANKS["not_given"],
    Absence.SUPPRESSED: BLANKS["none_published"],
    Absence.NOT_ESTIMATED: BLANKS["none_published"],
    Absence.NOT_APPLICABLE: BLANKS["not_applicable"],
}
REASONS = {
    Absence.NOT_REPORTED: _("The source leaves it out"),
    Absence.SUPPRESSED: _("Withheld, too few people"),
    Absence.NOT_APPLICABLE: _("Does not apply"),
    Absence.NOT_ESTIMATED: _("Not estimated"),
}
