"""Claims about roles, beside what is counted of occupations."""

from django.utils.translation import gettext as _

from careers.models import CareerFigure
from programs.audit.beside import Beside, claims_in
from programs.audit.occupations import MEASURES, OccupationRecord


def career_claims() -> list[CareerFigure]:
    return claims_in(CareerFigure, MEASURES, "subject__occupation", "subject__source")


def of_careers() -> list[Beside]:
    """A role is judged by the occupation that a source gives it."""
    claims = career_claims()
    record = OccupationRecord(claim.subject.occupation_id for claim in claims)
    return [of_career(claim, record) for claim in claims]


def of_career(claim: CareerFigure, record: OccupationRecord) -> Beside:
    occupation = claim.subject.occupation_id
    if occupation is None:
        return Beside(claim, missing=_("No source gives this role an occupation"))
    return Beside(claim, tuple(record.counted[occupation, claim.measure]))
