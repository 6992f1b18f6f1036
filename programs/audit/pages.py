"""The verdicts that the page of one subject shows."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from careers.models import Career
from programs.audit.careers import of_careers
from programs.audit.institutions import UniversityRecord, institution_claims, of_institutions
from programs.audit.judged import Judged, judged
from programs.audit.proof import Proof, proofs
from programs.audit.states import StateClaims
from programs.models import Institution, InstitutionFigure, State
from programs.ranking_table import RankedRow, RankingTable


def about_institution(institution: Institution, figures: Iterable | None = None) -> list[Judged]:
    """The other claims of a source tell whether a column keeps matching.

    One query where a page has read `figures`, the claims of every source, already; else two.
    """
    rows = judged(of_institutions(figures))
    return [row for row in rows if row.claim.subject_id == institution.pk]


def about_career(career: Career) -> list[Judged]:
    """Two queries."""
    return [row for row in judged(of_careers()) if row.claim.subject_id == career.pk]


def about_state(state: State, read: Mapping[type, Iterable]) -> list[Judged]:
    """The claims on tuition of it and of its universities; one query beside what is `read`."""
    claims, states = institution_claims(read[InstitutionFigure]), StateClaims.at_hand(read)
    record = UniversityRecord({claim.subject_id for claim in claims} | states.institutions)
    rows = judged([*states.beside(record), *(record.beside(claim) for claim in claims)])
    return [row for row in rows if row.claim.measure == "tuition" and _lies_in(state, row.claim)]


class RankingAudit:
    """The verdicts on what a ranking’s source prints; two queries."""

    def __init__(self, table: RankingTable):
        self.table = table

    @cached_property
    def _judged(self):
        return {row.claim: row for row in judged(of_institutions())}

    @cached_property
    def rows(self) -> list[tuple[RankedRow, Judged | None]]:
        """Each row of the ranking with the verdict on its tuition."""
        return [(row, self._verdict_on(row.tuition)) for row in self.table.rows]

    @cached_property
    def proof(self) -> Proof | None:
        """Of the rows that this ranking shows."""
        found = proofs(row for _ranked, row in self.rows if row)
        return found[0] if found else None

    @property
    def rates(self) -> list[Judged]:
        found = (self._verdict_on(row.graduation_rate) for row in self.table.rows)
        return [row for row in found if row]

    @property
    def rates_checked(self) -> int:
        return sum(not row.why for row in self.rates)

    def _verdict_on(self, row):
        return self._judged.get(row.figure) if row else None


def _lies_in(state, claim):
    subject = claim.subject
    return subject == state or getattr(subject, "state_id", None) == state.pk
