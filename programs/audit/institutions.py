"""Claims about universities, beside the federal figures of the same university."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from programs.audit.beside import Beside, auditable, claims_in, newest_first
from programs.models import InstitutionFigure

MEASURES = ("tuition", "graduation_rate", "retention_rate", "placement_rate")


class UniversityRecord:
    """What federal files count of universities, by their keys; one query."""

    def __init__(self, institutions: Iterable[Any]):
        self.figures: dict[tuple, list] = defaultdict(list)
        counted = InstitutionFigure.objects.visible().federal().with_subjects()
        counted = counted.among("pk", set(institutions), MEASURES).order_by("pk")
        for figure in newest_first(counted):
            self.figures[figure.subject_id, figure.measure].append(figure)

    def beside(self, claim) -> Beside:
        return Beside(claim, tuple(self.figures[claim.subject_id, claim.measure]))

    def charge(self, institution, item) -> InstitutionFigure | None:
        """The newest charge in a column such as TUITION6."""
        charges = self.figures[institution, "tuition"]
        return next((figure for figure in charges if figure.item == item), None)


def institution_claims(figures: Iterable | None = None) -> list[InstitutionFigure]:
    """Of every source; `figures` that a page has read already are not asked for again."""
    if figures is None:
        return claims_in(InstitutionFigure, MEASURES)
    return auditable(figures, MEASURES)


def of_institutions(figures: Iterable | None = None) -> list[Beside]:
    claims = institution_claims(figures)
    record = UniversityRecord(claim.subject_id for claim in claims)
    return [record.beside(claim) for claim in claims]
