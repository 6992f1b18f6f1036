"""Claims about the whole field, beside the occupations that they speak of."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.models import ClaimOccupation
from programs.audit.beside import Beside, claims_in
from programs.audit.occupations import MEASURES, OccupationRecord
from reference.audit import same_period
from reference.models import TopicFigure


@dataclass(frozen=True)
class TopicClaims:
    """`readings`: {claim: the occupation that it speaks of in our reading}."""

    claims: list[TopicFigure]
    readings: dict[int, ClaimOccupation]

    @classmethod
    def read(cls) -> "TopicClaims":
        """Two queries."""
        claims = claims_in(TopicFigure, MEASURES)
        links = ClaimOccupation.objects.filter(claim__in=claims)
        return cls(claims, {link.claim_id: link for link in links})

    @property
    def topics(self) -> set:
        return {claim.subject_id for claim in self.claims}

    @property
    def occupations(self) -> set:
        return {link.occupation_id for link in self.readings.values()}

    def beside(self, record: OccupationRecord, careers: Iterable[Beside]) -> list[Beside]:
        """Judged by federal figures that answer the same question.

        Where there are none, the occupation that we read in a claim stands nearest, else those of
        the `careers` that answer the question.
        """
        near = _near(careers)
        return [self._beside(claim, record, near) for claim in self.claims]

    def _beside(self, claim, record, near):
        answers = record.answers[claim.subject_id, claim.measure]
        nearest = tuple(near[claim.subject_id, claim.measure])
        if answers:
            return Beside(claim, tuple(answers), nearest)
        reading = self.readings.get(claim.pk)
        if reading is None:
            return Beside(claim, nearest=nearest, missing=_uncoded(claim, nearest))
        counted = tuple(record.counted[reading.occupation_id, claim.measure])
        return Beside(claim, (), counted, _uncoded(claim, counted), reading.reason)


def _uncoded(claim, nearest):
    """Why no occupation judges it; of a projection also whether its years would."""
    if claim.measure != "growth" or any(same_period(claim, figure) for figure in nearest):
        return _("It gives no occupation code")
    if claim.period_to:
        return _("It gives no occupation code, and the projection covers other years")
    return _("It gives no occupation code and no years")


def _near(careers):
    """{(topic, measure): federal figures beside which roles that answer it are laid}."""
    near = defaultdict(list)
    for beside in careers:
        place = near[beside.claim.topic_id, beside.claim.measure]
        place += [figure for figure in beside.federal if figure not in place]
    return near
