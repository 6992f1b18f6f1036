"""One row of the list of programs, cell by cell."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from programs.models import Program
from programs.residency import CHARGE_LABELS
from reference.enumerations import Basis
from reference.measures import MEASURES
from reference.models import Source
from reference.values import Value

# (template, all that its output depends on, its context)
Show = Callable[[str, tuple, Callable[[], dict]], SafeString]

SOURCED = ("tuition", "tuition_out", "completions", "earnings", "total_cost", "duration", "rank")
CHARGE = ("scope", "population", "basis", "source_id")
COUNTED = (*CHARGE, "cip", "from", "to")
EARNED = (*COUNTED, "measure")
# where a figure’s value and the fees go in their cell: signs that no text of the catalogue holds
VALUE, FEES = "\x04", "\x05"
MEASURE_OF = {"tuition_out": "tuition"}
UNITS = {name: MEASURES[MEASURE_OF.get(name, name)].unit for name in SOURCED if name != "rank"}


class ProgramRow:
    """`sources`: {key: source}, which saves a join for each figure."""

    def __init__(
        self, program: Program, residency: Basis, sources: Mapping[int, Source], show: Show
    ):
        self.program, self.facts, self.institution = program, program.facts, program.institution
        self.residency, self.show = residency, show
        for name in SOURCED:
            setattr(self.facts, f"{name}_source", sources.get(self._fact(f"{name}_source_id")))

    @property
    def url(self) -> str:
        return f"{reverse('programs:program', args=[self.program.slug])}{self._query}"

    @property
    def title(self) -> str:
        return self.program.display_title

    @property
    def qualifier(self) -> str:
        return self.program.title_qualifier

    @property
    def university(self) -> SafeString:
        institution = self.institution
        said = (institution.pk,)
        return self.show(
            "programs/_row_university.html", said, lambda: {"institution": institution}
        )

    @property
    def ways(self) -> SafeString:
        ways = self.program.delivery_labels
        return self.show("programs/_row_ways.html", tuple(ways), lambda: {"ways": ways})

    @property
    def contradictions(self) -> int:
        return self.facts.findings

    @property
    def rank(self) -> SafeString:
        said = (self.facts.rank, self.facts.rank_source_id)
        return self.show("programs/_row_rank.html", said, lambda: {"facts": self.facts})

    @property
    def charge(self) -> SafeString:
        out = self.residency == Basis.OUT_OF_STATE
        total = (self.facts.total_cost_value, self.facts.total_cost_source_id)
        context = {"facts": self.facts, "label": CHARGE_LABELS[self.residency]}
        fees = self.facts.fees_out_value if out else self.facts.fees_value
        context["fees"] = FEES if fees else ""
        said = (self.facts.tuition_scope, bool(fees), *total)
        name = "tuition_out" if out else "tuition"
        cell = self._figure("programs/_charge_cell.html", name, CHARGE, said, context)
        return _with(cell, FEES, fees, UNITS["tuition"]) if fees else cell

    @property
    def length(self) -> SafeString:
        """For the line of its place: nothing where no source says anything of it."""
        return self._figure("programs/_row_length.html", "duration", ("source_id",))

    @property
    def completions(self) -> SafeString:
        return self._outcome("programs/_row_completions.html", "completions", COUNTED)

    @property
    def earnings(self) -> SafeString:
        return self._outcome("programs/_row_earnings.html", "earnings", EARNED)

    def _outcome(self, template, name, parts):
        if not self.facts.begins_later:
            return self._figure(template, name, parts)
        said = (self.program.starts_on,)
        return self.show(template, said, lambda: {"begins": self.program.no_graduates_in_words})

    def _figure(self, template, name, parts, more_said=(), context=None):
        """Cells differ in little but their values, so that these are put in afterwards."""
        text = self._fact(f"{name}_value")
        is_known = text[:1].isdigit()
        said = ("" if is_known else text, *self._told(name, parts), *more_said)

        def told():
            figure = getattr(self.facts, f"{name}_figure")
            if is_known:
                figure.told_as = VALUE
            return {**(context or {}), "figure": figure}

        cell = self.show(template, said, told)
        if not is_known:
            return cell
        return _with(cell, VALUE, text, UNITS[name])

    @property
    def _query(self):
        return f"?residency={self.residency}" if self.residency == Basis.OUT_OF_STATE else ""

    def _told(self, name, parts) -> tuple:
        return tuple(self._fact(f"{name}_{part}") for part in parts)

    def _fact(self, name):
        return getattr(self.facts, name)


def _with(cell: str, place: str, text: str, unit: str) -> SafeString:
    words = _in_words(text, unit, get_language())
    return mark_safe(cell.replace(place, words))  # noqa: S308 (a template’s, and words escaped)


@lru_cache(maxsize=20_000)
def _in_words(text: str, unit: str, _language) -> str:
    return escape(Value.parse(text).in_words(unit))
