"""Every claim that federal figures could check, with its verdict."""

from programs.audit.careers import career_claims, of_career
from programs.audit.institutions import UniversityRecord, institution_claims
from programs.audit.judged import Judged, judged
from programs.audit.occupations import OccupationRecord
from programs.audit.states import StateClaims
from programs.audit.topics import TopicClaims


def every_claim() -> list[Judged]:
    """Of universities, states, roles and the field, in that order; a handful of queries."""
    claims, states = institution_claims(), StateClaims.read()
    record = UniversityRecord({claim.subject_id for claim in claims} | states.institutions)
    besides = [record.beside(claim) for claim in claims]
    return judged([*besides, *states.beside(record), *_of_work()])


def _of_work():
    """Of roles and the field: both stand beside occupations."""
    roles, topics = career_claims(), TopicClaims.read()
    named = {claim.subject.occupation_id for claim in roles}
    record = OccupationRecord(named | topics.occupations, topics.topics)
    careers = [of_career(claim, record) for claim in roles]
    return [*careers, *topics.beside(record, careers)]
