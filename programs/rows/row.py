"""One row of the list of programs, cell by cell."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from html import escape
from operator import attrgetter

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from programs.models import Program, ProgramFacts
from programs.residency import CHARGE_LABELS
from programs.rows.cells import Cells
from reference.enumerations import Basis
from reference.measures import MEASURES
from reference.models import Source
from reference.values import Value

CHARGE = ("scope", "population", "basis", "source_id")
COUNTED = (*CHARGE, "cip", "from", "to")
EARNED = (*COUNTED, "measure")
# where a figure’s value, the fees and the sum of both go in their cell: signs that no text of the
# catalogue holds
VALUE, FEES, SUM = "\x04", "\x05", "\x06"
# where what differs goes in the frame of a row: address, title, rest of the first cell, other cells
IN_FRAME = "\x0e", "\x0f", "\x10", "\x11"
MEASURE_OF = {"tuition_out": "tuition"}
UNITS = {
    name: MEASURES[MEASURE_OF.get(name, name)].unit
    for name in ("tuition", "tuition_out", "completions", "earnings", "duration")
}
UNIVERSITY = "programs/_row_university.html"


class ProgramRow:
    """`sources`: {key: source}, which saves a join for each figure."""

    def __init__(
        self, program: Program, residency: Basis, sources: Mapping[int, Source], cells: Cells
    ):
        self.program, self.facts = program, program.facts
        self.residency, self.sources = residency, sources
        self.cells, self.show = cells, cells.show

    @property
    def html(self) -> str:
        said = (self.program.identity, self.facts.findings)
        html = str(self.show("programs/_program_row.html", said, self._frame))
        place = f"{self.university}{self.length}{self.ways}"
        cells = f"{self.rank}{self.charge}{self.completions}{self.earnings}"
        parts = (escape(self.url), escape(self.program.display_title), place, cells)
        for sign, part in zip(IN_FRAME, parts, strict=True):
            html = html.replace(sign, part)
        return html

    @property
    def names(self) -> tuple[str, str]:
        return self.program.display_title, self.cells.names[self.program.institution_id]

    @property
    def url(self) -> str:
        return f"{_before_slug()}{self.program.slug}/{self._query}"

    @property
    def is_first(self) -> bool:
        """Whether no row has shown its university yet."""
        return not self.cells.has(UNIVERSITY, (self.program.institution_id,))

    @property
    def university(self) -> SafeString:
        said = (self.program.institution_id,)
        return self.show(UNIVERSITY, said, self._university)

    def _university(self):
        institution = self.program.institution
        self.cells.names[institution.pk] = institution.name
        return {"institution": institution}

    @property
    def ways(self) -> SafeString:
        said = tuple(self.program.delivery)
        return self.show(
            "programs/_row_ways.html", said, lambda: {"ways": self.program.delivery_labels}
        )

    @property
    def rank(self) -> SafeString:
        said = (self.facts.rank, self.facts.rank_source_id)
        return self.show("programs/_row_rank.html", said, lambda: {"facts": self._sourced("rank")})

    @property
    def charge(self) -> SafeString:
        out = "_out" if self.residency == Basis.OUT_OF_STATE else ""
        fees, both = self._fact(f"fees{out}_value"), self._fact(f"charge{out}_value")
        is_compared = self._fact(f"charge{out}") is not None
        context = {
            "facts": self.facts,
            "label": CHARGE_LABELS[self.residency],
            "fees": FEES if fees else "",
            "both": SUM if both else "",
            "is_compared": is_compared,
        }
        total = (self.facts.total_cost_value, self.facts.total_cost_source_id)
        said = (bool(fees), bool(both), is_compared, *total)
        cell = self._figure("programs/_charge_cell.html", f"tuition{out}", CHARGE, said, context)
        for place, text in ((FEES, fees), (SUM, both)):
            cell = self._with(cell, place, text, UNITS["tuition"]) if text else cell
        return cell

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
        said = ("" if is_known else text, _parts_of(name, parts)(self.facts), *more_said)

        def told():
            figure = getattr(self._sourced(name, "total_cost"), f"{name}_figure")
            if is_known:
                figure.told_as = VALUE
            return {**(context or {}), "figure": figure}

        cell = self.show(template, said, told)
        if not is_known:
            return cell
        return self._with(cell, VALUE, text, UNITS[name])

    @property
    def _query(self):
        return f"?residency={self.residency}" if self.residency == Basis.OUT_OF_STATE else ""

    def _with(self, cell: str, place: str, text: str, unit: str) -> SafeString:
        words = _in_words(text, unit, self.cells.language)
        return mark_safe(cell.replace(place, words))  # noqa: S308 (a template’s, and words escaped)

    def _frame(self) -> dict:
        url, title, place, cells = IN_FRAME
        row = {"url": url, "title": title, "place": place, "cells": cells}
        said = {
            "qualifier": self.program.title_qualifier,
            "contradictions": self.facts.findings,
        }
        return {"row": row | said}

    def _sourced(self, *names):
        """The facts with the sources of these figures, of which no join is needed."""
        for name in names:
            source = self.sources.get(self._fact(f"{name}_source_id"))
            setattr(self.facts, f"{name}_source", source)
        return self.facts

    def _fact(self, name):
        return getattr(self.facts, name)


@cache
def _parts_of(name: str, parts: tuple[str, ...]) -> Callable[[ProgramFacts], object]:
    return attrgetter(*[f"{name}_{part}" for part in parts])


@cache
def _before_slug() -> str:
    """To look up the address of each of thousands takes as long as to show it."""
    return reverse("programs:program", args=["x"]).removesuffix("x/")


@lru_cache(maxsize=20_000)
def _in_words(text: str, unit: str, _language) -> str:
    return escape(Value.parse(text).in_words(unit))
