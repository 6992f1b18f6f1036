"""One row of the list of programs, cell by cell."""

from collections.abc import Callable, Mapping

from django.urls import reverse
from django.utils.safestring import SafeString

from programs.models import Program
from programs.residency import CHARGE_LABELS
from reference.enumerations import Basis
from reference.models import Source

# (template, all that its output depends on, its context)
Show = Callable[[str, tuple, Callable[[], dict]], SafeString]

SOURCED = ("tuition", "tuition_out", "completions", "earnings", "total_cost", "duration", "rank")
CHARGE = ("value", "scope", "population", "basis", "source_id")
COUNTED = (*CHARGE, "cip", "from", "to")
EARNED = (*COUNTED, "measure")


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
        name = "tuition_out" if out else "tuition"
        total = (self.facts.total_cost_value, self.facts.total_cost_source_id)
        said = (*self._told(name, CHARGE), self.facts.tuition_scope, *total)
        return self.show(
            "programs/_charge_cell.html",
            said,
            lambda: {
                "facts": self.facts,
                "charge": getattr(self.facts, f"{name}_figure"),
                "label": CHARGE_LABELS[self.residency],
            },
        )

    @property
    def length(self) -> SafeString:
        """For the line of its place: nothing where no source says anything of it."""
        said = self._told("duration", ("value", "source_id"))
        return self.show("programs/_row_length.html", said, lambda: {"facts": self.facts})

    @property
    def completions(self) -> SafeString:
        return self._outcome("programs/_row_completions.html", "completions", COUNTED)

    @property
    def earnings(self) -> SafeString:
        return self._outcome("programs/_row_earnings.html", "earnings", EARNED)

    def _outcome(self, template, name, parts):
        begins = self.program.starts_on if self.facts.begins_later else None
        said = (begins, *self._told(name, parts))
        context = {"facts": self.facts, "program": self.program}
        return self.show(template, said, lambda: context)

    @property
    def _query(self):
        return f"?residency={self.residency}" if self.residency == Basis.OUT_OF_STATE else ""

    def _told(self, name, parts) -> tuple:
        return tuple(self._fact(f"{name}_{part}") for part in parts)

    def _fact(self, name):
        return getattr(self.facts, name)
