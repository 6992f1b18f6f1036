"""Every claim that federal figures could check, with its verdict."""

from programs.audit.careers import of_careers, of_topics
from programs.audit.institutions import UniversityRecord, institution_claims
from programs.audit.judged import Judged, judged
from programs.audit.states import StateClaims


def every_claim() -> list[Judged]:
    """Of universities, states, roles and the field, in that order; a handful of queries."""
    claims, states = institution_claims(), StateClaims.read()
    record = UniversityRecord({claim.subject_id for claim in claims} | states.institutions)
    careers = of_careers()
    besides = [record.beside(claim) for claim in claims]
    return judged([*besides, *states.beside(record), *careers, *of_topics(careers)])
