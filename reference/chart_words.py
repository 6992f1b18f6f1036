"""What a chart says in words: the finding in its title, who was counted, each lane’s name."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from reference.enumerations import Basis, Bound, Population, Statistic
from reference.measures import MEASURES
from reference.scales import OPEN_ABOVE
from reference.values import Value

NUMBERS = (
    _lazy("No"),
    _lazy("One"),
    _lazy("Two"),
    _lazy("Three"),
    _lazy("Four"),
    _lazy("Five"),
    _lazy("Six"),
    _lazy("Seven"),
    _lazy("Eight"),
    _lazy("Nine"),
    _lazy("Ten"),
    _lazy("Eleven"),
    _lazy("Twelve"),
)
# Measures of a group that stand on one scale share a name.
GROUPS = {"pay": _lazy("pay a year")}


def number_in_words(number: int) -> str:
    """As a sentence begins: Five, Twelve, 13."""
    return str(NUMBERS[number]) if number < len(NUMBERS) else str(number)


def title_of(figures: Sequence) -> str:
    """The finding: “Five figures put the growth in jobs between 15% and 40%”."""
    words = {"number": number_in_words(len(figures)), "measure": measure_in_words(figures)}
    text = ngettext(
        "%(number)s figure puts %(measure)s %(span)s",
        "%(number)s figures put %(measure)s %(span)s",
        len(figures),
    )
    return text % (words | {"span": span_in_a_sentence(figures)})


def measure_in_words(figures: Sequence) -> str:
    measures = {figure.measure: MEASURES[figure.measure] for figure in figures}
    (first, *others) = measures.values()
    if others or first.group in GROUPS:
        return str(GROUPS.get(first.group, first.group))
    label = str(first.label)
    return _("the %s") % f"{label[:1].lower()}{label[1:]}"


def span_in_a_sentence(figures: Sequence) -> str:
    """“between 15% and 40%”, “between $90,000 and $200,000 or more”, “at 100%”."""
    least, most = _ends(figures)
    if least == most:
        return _("at %s") % least
    return _("between %(least)s and %(most)s") % {"least": least, "most": most}


def span_in_words(figures: Sequence) -> str:
    """“15% to 40%”; one figure as it stands."""
    least, most = _ends(figures)
    return least if least == most else _("%(least)s to %(most)s") % {"least": least, "most": most}


def _ends(figures):
    """The least and the greatest end in words; both the same where all figures are."""
    unit = MEASURES[figures[0].measure].unit
    values = [figure.value for figure in figures]
    if len({(value.low, value.high, value.bound in OPEN_ABOVE) for value in values}) == 1:
        alone = values[0].in_words(unit)
        return alone, alone
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    least = Value(min(ends), min(ends), Bound.EXACT).in_words(unit)
    most = Value(max(ends), max(ends), Bound.EXACT).in_words(unit)
    is_open_below = any(value.low is None and value.high == min(ends) for value in values)
    is_open_above = any(value.bound in OPEN_ABOVE for value in values)
    return (
        _("%s or less") % least if is_open_below else least,
        _("%s or more") % most if is_open_above else most,
    )


def counted_in_words(figures: Sequence) -> str:
    """Who was counted, as far as the sources say."""
    stated = [figure.population for figure in figures if figure.population != "unstated"]
    silent = len(figures) - len(stated)
    words = [str(Population(population).label) for population in dict.fromkeys(stated)]
    told = _("Counted: %s.") % ", ".join(words) if words else ""
    if not silent:
        return told
    if not words:
        return _("The sources do not say who was counted.")
    missing = ngettext("%s figure does not say.", "%s figures do not say.", silent)
    return f"{told} {missing % number_in_words(silent)}"


def lane_words(figure, names_subject: bool, names_measure: bool) -> list[str]:
    """What tells this figure from the others of its chart, the plainest first."""
    unstated = "unstated"
    whose = figure.subject_name if names_subject else ""
    words = [
        whose or figure.terms,
        figure.measure_label if names_measure else "",
        Statistic(figure.statistic).label if figure.statistic != unstated else "",
        Population(figure.population).label if figure.population != unstated else "",
        Basis(figure.basis).label if figure.basis != unstated else "",
        figure.terms if whose else "",
        figure.period,
    ]
    named = [str(word) for word in words if word] or [str(figure.measure_label)]
    return [capfirst(named[0]), *named[1:]]
