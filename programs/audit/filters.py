"""The URL of the audit: which verdicts, on which measures, of which sources."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from programs.audit.judged import Judged
from programs.models import Program
from reference.audit import Outcome
from reference.filter_fields import FacetFilter
from reference.filters import LenientFilterSet
from reference.measures import MEASURES
from reference.models import Source


def publishers():
    return Source.objects.making_claims().values_list("slug", "short_name")


def told_by(row: Judged) -> dict[str, str]:
    """{parameter: its value for this claim}."""
    return {
        "verdict": row.outcome.value,
        "measure": row.claim.measure,
        "source": row.claim.source.slug,
    }


class AuditFilterSet(LenientFilterSet):
    """verdict, measure, source: of claims, once they are judged, since no verdict is stored."""

    verdict = FacetFilter(label=_("Verdict"), choices=Outcome.choices)
    measure = FacetFilter(
        label=_("Measure"), choices=[(key, measure.label) for key, measure in MEASURES.items()]
    )
    source = FacetFilter(label=_("Printed by"), choices=publishers)

    class Meta:
        model = Program
        fields: list[str] = []

    def __init__(self, data, claims: Iterable[Judged]):
        self.claims = list(claims)
        super().__init__(data)

    def offers(self, name, value):
        return any(told_by(row)[name] == value for row in self.claims)

    @property
    def found(self) -> list[Judged]:
        """The claims that fit: several values of one parameter mean “or”."""
        chosen = {name: values for name, values in self.chosen.items() if values}
        return [row for row in self.claims if _fits(told_by(row), chosen)]


def _fits(told, chosen):
    return all(told[name] in values for name, values in chosen.items())
