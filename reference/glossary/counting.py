"""The words for what was counted, of whom and when."""

from django.utils.translation import gettext_lazy as _

from reference.glossary.term import Term

COUNTING = (
    Term(
        "statistic",
        _("Statistic"),
        _("How one number stands for many: a median, a mean, a range, a rate."),
        see=("median", "mean", "typical", "percentile", "rate"),
    ),
    Term("median", _("Median"), _("Half of those counted lie below it and half above.")),
    Term("mean", _("Mean"), _("The sum divided by how many were counted; also called average.")),
    Term(
        "typical",
        _("Typical"),
        _("A usual range or value as the source puts it, without saying how it was found."),
    ),
    Term(
        "percentile",
        _("Percentile"),
        _("Of those counted, so many in a hundred lie below it: 10 at the 10th, 90 at the 90th."),
        also=(
            _("10th percentile"),
            _("25th percentile"),
            _("75th percentile"),
            _("90th percentile"),
        ),
        see=("median",),
    ),
    Term("rate", _("Rate"), _("A share of those counted, in percent.")),
    Term(
        "smallest-and-largest",
        _("Minimum and maximum"),
        _("The smallest and the largest of what was counted; a total is all of it together."),
        also=(_("minimum"), _("maximum"), _("total")),
    ),
    Term(
        "population",
        _("Who was counted"),
        _(
            "The people or things behind a number. Undergraduates, graduate students and "
            "graduates of one university are three populations, and their numbers differ."
        ),
        also=(
            _("undergraduates"),
            _("graduate students"),
            _("master’s students"),
            _("doctoral students"),
            _("admitted students"),
        ),
    ),
    Term(
        "first-time-undergraduates",
        _("First-time undergraduates"),
        _(
            "Students in their first degree at their first college: those whom federal "
            "graduation rates follow."
        ),
    ),
    Term(
        "graduates",
        _("Graduates"),
        _(
            "People who completed a degree. New graduates have just done so; federal earnings "
            "count only those who had federal aid."
        ),
        also=(
            _("new graduates"),
            _("bachelor’s graduates"),
            _("graduates who had federal aid"),
        ),
    ),
    Term(
        "workers",
        _("Workers and employees"),
        _(
            "Everyone at work in an occupation, or those on a payroll, whatever their experience: "
            "not the same as people in their first job."
        ),
        also=(_("workers"), _("employees")),
    ),
    Term(
        "basis",
        _("Basis"),
        _(
            "On what condition a number holds: for residents of a state or others, for full-time "
            "or part-time study, so long after graduation."
        ),
        also=(_("approved programs"),),
        see=("in-state", "horizon", "projection"),
    ),
    Term(
        "in-state",
        _("In state and out of state"),
        _(
            "What residents of the state pay at a public university, and what others pay. In "
            "district is the same for a district inside the state."
        ),
        also=(
            _("in state"),
            _("out of state"),
            _("in district"),
            _("in or out of state"),
            _("residency"),
        ),
    ),
    Term(
        "horizon",
        _("Horizon"),
        _("How long after graduation, or after starting, something was measured."),
        also=(
            _("one year on"),
            _("four years on"),
            _("five years on"),
            _("within 6 months"),
            _("6 months after"),
            _("within six years"),
        ),
    ),
    Term(
        "projection",
        _("Projection"),
        _("What a publisher expects between two years; it has not happened yet."),
    ),
    Term(
        "pay-after",
        _("Pay after"),
        _(
            "What graduates earn a year: a first salary as the program prints it, or a federal "
            "figure of earnings some years on. Beside it stands which of them it is."
        ),
        see=("horizon", "graduates"),
    ),
)
