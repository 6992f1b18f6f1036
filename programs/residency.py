"""Whose charge a page shows: what its URL says as `residency`."""

from dataclasses import dataclass

import django_filters
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programs.models import Program
from reference.enumerations import Basis
from reference.filter_fields import in_given_order
from reference.filters import LenientFilterSet

RESIDENCIES = (
    (Basis.IN_STATE.value, _("In state")),
    (Basis.OUT_OF_STATE.value, _("Out of state")),
)
CHARGE_LABELS = {
    Basis.IN_STATE: _("Tuition and fees, in state"),
    Basis.OUT_OF_STATE: _("Tuition and fees, out of state"),
}


@dataclass(frozen=True)
class Switch:
    """One position of the switch: the same page with that charge."""

    label: str | Promise
    url: str
    is_on: bool


class ResidencyFilterSet(LenientFilterSet):
    """`residency`: in state unless out of state is chosen. It leaves nothing out."""

    residency = django_filters.ChoiceFilter(
        label=_("Charge for"), choices=RESIDENCIES, method=in_given_order
    )

    narrows_nothing = ("sort", "residency")

    class Meta:
        model = Program
        fields: list[str] = []

    @property
    def residency_chosen(self) -> Basis:
        return Basis(self.chosen["residency"] or Basis.IN_STATE)

    @property
    def is_out_of_state(self) -> bool:
        return self.residency_chosen == Basis.OUT_OF_STATE

    @property
    def charge_label(self) -> str | Promise:
        return CHARGE_LABELS[self.residency_chosen]

    @property
    def switches(self) -> list[Switch]:
        """The rest of the page’s state stays; in state, being usual, has no word of its own."""
        return [
            Switch(label, self._switched_to(basis), basis == self.residency_chosen)
            for basis, label in RESIDENCIES
        ]

    @property
    def residency_query(self) -> str:
        """What a link to another page with this choice ends with; blank in state."""
        return f"?residency={self.residency_chosen}" if self.is_out_of_state else ""

    def _switched_to(self, basis):
        usual = basis == Basis.IN_STATE
        return self.url(drop=("residency",)) if usual else self.url(residency=basis)
