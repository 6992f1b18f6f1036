"""What a visitor asks of the list of programs, read from an address or made up by a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reference.enumerations import Basis

FACETS = (
    "field",
    "state",
    "level",
    "award",
    "delivery",
    "control",
    "institution",
    "career",
    "tuition",
    "earnings",
)
RELEVANCE, RANK = "relevance", "rank"


@dataclass(frozen=True)
class Choices:
    """`facets`: {facet: values, of which any will do}; a facet without values is not in it."""

    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    tuition_min: int | None = None
    tuition_max: int | None = None
    earnings_min: int | None = None
    completions_min: int | None = None
    residency: Basis = Basis.IN_STATE
    sort: str = ""

    @property
    def alone(self) -> tuple[str, ...] | None:
        """The only value chosen, after its facet; blank where nothing is; None: there is more.

        Universities, of which there are thousands, are more too.
        """
        if len(self.facets) > 1 or "institution" in self.facets or self._bounds_or_text:
            return None
        for facet, values in self.facets.items():
            return (facet, *values) if len(values) == 1 else None
        return ()

    @property
    def _bounds_or_text(self) -> bool:
        bounds = (self.tuition_min, self.tuition_max, self.earnings_min, self.completions_min)
        return bool(self.text) or any(bound is not None for bound in bounds)

    @property
    def masters_only(self) -> bool:
        return self.defaults()[0]

    @property
    def named_or_core(self) -> bool:
        """Whether of near fields only what a source names is asked for."""
        return self.defaults()[1]

    def defaults(self, *more: str) -> tuple[bool, bool]:
        """Those two, once a value of these facets is chosen too."""
        asked = {*self.facets, *more}
        return not {"level", "award"} & asked, not (self.text or "field" in asked)

    @property
    def order(self) -> str:
        """A key of the sorts; the rank of a text needs a text."""
        sort = self.sort or RELEVANCE
        return RANK if sort == RELEVANCE and not self.text else sort

    @property
    def charge(self) -> str:
        """The column of facts that the residency goes by: tuition and required fees together."""
        return "charge_out" if self.residency == Basis.OUT_OF_STATE else "charge"

    def having(self, facet: str, *values: str) -> "Choices":
        """With these values of a facet instead; none: without the facet."""
        others = {name: chosen for name, chosen in self.facets.items() if name != facet}
        return replace(self, facets=others | ({facet: values} if values else {}))

    def toggled(self, facet: str, value: str) -> "Choices":
        chosen = self.facets.get(facet, ())
        if value in chosen:
            return self.having(facet, *(other for other in chosen if other != value))
        return self.having(facet, *chosen, value)

    def without(self, name: str, value: str) -> "Choices":
        """Without one value of a parameter, whichever kind it is."""
        if name in self.facets:
            return self.toggled(name, value)
        if name == "q":
            return replace(self, text="")
        blank: dict[str, Any] = {name: None}
        return replace(self, **blank)
