"""What a chart says in words: the finding in its title, who was counted, each lane’s name."""

from collections.abc import Sequence

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from reference.enumerations import Basis, Population, Statistic
from reference.measures import MEASURES
from reference.number_words import count_in_words, disputed_in_words, number_in_words
from reference.said_once import said_after
from reference.spans import span_in_a_sentence

# Measures of a group that stand on one scale share a name.
GROUPS = {"pay": _lazy("pay a year")}
FEW_WORDS = 8


def title_of(figures: Sequence) -> str:
    """The finding: “Five figures put the growth in jobs between 15% and 40%”."""
    comma = "," if disputed_in_words(figures) else ""
    words = {
        "figures": f"{count_in_words(figures)}{comma}",
        "measure": measure_in_words(figures),
        "span": span_in_a_sentence(figures),
    }
    text = ngettext(
        "%(figures)s puts %(measure)s %(span)s",
        "%(figures)s put %(measure)s %(span)s",
        len(figures),
    )
    return text % words


def measure_in_words(figures: Sequence) -> str:
    measures = {figure.measure: MEASURES[figure.measure] for figure in figures}
    (first, *others) = measures.values()
    if others or first.group in GROUPS:
        return str(GROUPS.get(first.group, first.group))
    label = str(first.label)
    return _("the %s") % f"{label[:1].lower()}{label[1:]}"


def counted_in_words(figures: Sequence) -> str:
    """Who was counted, where it is known of every figure; else what a figure says stands by it."""
    stated = [figure.population for figure in figures if figure.population != "unstated"]
    if len(stated) == len(figures):
        words = (str(Population(population).label) for population in dict.fromkeys(stated))
        return _("Counted: %s.") % ", ".join(words)
    silent = [figure for figure in figures if _says_nothing(figure)]
    if len(silent) == len(figures):
        return _("The sources do not say who was counted.")
    if not silent:
        return _("What was counted stands beside each figure.")
    missing = ngettext("%s figure does not say.", "%s figures do not say.", len(silent))
    told = _("What was counted stands beside a figure, where its source says it.")
    return f"{told} {missing % number_in_words(len(silent))}"


def _says_nothing(figure):
    """A general claim without a word on what it holds for; another has a subject at least."""
    unstated = figure.population == figure.basis == "unstated"
    return figure.subject_kind == "topic" and unstated and not figure.terms


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
    name, *rest = [word for word in words if word] or [figure.measure_label]
    status = filter(None, [figure.status_in_words])
    return [capfirst(str(name)), *status, *said_after(name, rest)]


def short_label(figure, names_basis: bool) -> str:
    """Whose figure, or of what, for a narrow column; and its basis where that tells two apart."""
    whose = "" if figure.subject_kind == "topic" else figure.subject_name
    statistic = "" if figure.statistic == "unstated" else Statistic(figure.statistic).label
    named = whose or Truncator(figure.terms).words(FEW_WORDS) or statistic
    basis = Basis(figure.basis).label if names_basis and figure.basis != "unstated" else ""
    return ", ".join(str(word) for word in (named, basis) if word) or str(figure.measure_label)
