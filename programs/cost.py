"""What someone pays for a year of a program: its own price, else what its university charges."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from programs.charges import Charges, Year, federal_charges
from programs.models import InstitutionFigure, ProgramFigure
from programs.whose_charge import residency_in_words
from reference.enumerations import Basis, Population, SourceKind
from reference.models import Figure


@dataclass(frozen=True)
class PrintedCharge:
    """The undergraduate charge, and the claims that print it as tuition.

    `chosen`: what undergraduates of the chosen residency pay, where that is another charge.
    """

    figure: InstitutionFigure
    residency: str
    claims: tuple[Figure, ...]
    is_graduate_charge: bool
    chosen: InstitutionFigure | None


class Cost:
    """`own`: the program’s figures; `inherited`: its university’s, with their sources."""

    def __init__(
        self,
        own: Iterable[ProgramFigure],
        inherited: Iterable[InstitutionFigure],
        residency: Basis = Basis.IN_STATE,
    ):
        self.own, self.inherited = list(own), list(inherited)
        self.residency = residency

    @property
    def own_prices(self) -> list[ProgramFigure]:
        """What the university asks for this very degree: it beats every average."""
        return [figure for figure in self.own if figure.is_own_price]

    @property
    def printed_totals(self) -> list[ProgramFigure]:
        """What others print as the cost of all of this very degree: no year’s charge."""
        totals = (figure for figure in self.own if figure.measure == "total_cost")
        known = (figure for figure in totals if not figure.absence and not figure.is_disputed)
        return [figure for figure in known if not figure.is_own_price]

    @property
    def has_own(self) -> bool:
        """Whether any price of this very degree is known."""
        return bool(self.own_prices or self.printed_totals)

    @property
    def is_one_charge(self) -> bool:
        """Whether the charges are the same wherever a student comes from."""
        return self.charges is not None and self.charges.is_one_price

    @cached_property
    def charges(self) -> Charges | None:
        """The newest edition’s charges to graduate students."""
        return self._newest(Population.GRADUATE_STUDENTS)

    @property
    def year(self) -> Year | None:
        """What the chosen residency pays."""
        return self.charges.year_of(self.residency) if self.charges else None

    @cached_property
    def printed(self) -> PrintedCharge | None:
        """The undergraduate charge where a source prints it; never shown as the price."""
        undergraduate = self._newest(Population.UNDERGRADUATES)
        found = undergraduate.by_measure["tuition"] if undergraduate else {}
        told = ((figure, self._claims_of(figure)) for figure in found.values())
        printed = (self._printed(figure, claims, found) for figure, claims in told if claims)
        return next(printed, None)

    def _newest(self, population):
        found = (c for c in federal_charges(self.inherited) if c.population == population)
        return next(found, None)

    def _claims_of(self, charge):
        claims = (
            figure
            for figure in (*self.own, *self.inherited)
            if figure.measure == "tuition" and figure.source.kind != SourceKind.GOVERNMENT
        )
        return tuple(
            claim for claim in claims if not charge.absence and claim.value == charge.value
        )

    def _printed(self, figure, claims, found):
        graduate = self.charges.by_measure["tuition"].values() if self.charges else ()
        same = {basis for basis, other in found.items() if other.value == figure.value}
        is_graduate = any(figure.value == other.value for other in graduate)
        chosen = None if self.residency in same else _known(found.get(self.residency))
        return PrintedCharge(figure, residency_in_words(same), claims, is_graduate, chosen)


def _known(figure):
    return figure if figure and not figure.absence else None
