"""The page of the audit: how many claims have which verdict, and every claim by measure."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from programs.audit.filters import AuditFilterSet
from programs.audit.gathered import every_claim
from programs.audit.judged import SIGNS, Judged
from programs.audit.proof import Proof, proofs
from reference.audit import Outcome
from reference.measures import MEASURES

FEW = 8  # as many claims as a page shows even if all end in the same words
MEANS = {
    Outcome.AGREES: _(
        "It equals the federal figure for the same thing, or is a range that holds it"
    ),
    Outcome.ANOTHER_MEASURE: _("It equals a federal figure for something else, which is named"),
    Outcome.DIFFERS: _(
        "The federal figure for the same thing, or a median computed from such, is another number"
    ),
    Outcome.CANNOT_BE_CHECKED: _("No federal figure is for the same thing; the nearest is shown"),
}


@dataclass(frozen=True)
class Total:
    outcome: Outcome
    number: int
    url: str

    @property
    def sign(self) -> str:
        return SIGNS[self.outcome]

    @property
    def means(self) -> str:
        return str(MEANS[self.outcome])


@dataclass(frozen=True)
class Section:
    """The claims of one measure about one kind of subject."""

    key: str
    rows: list[Judged]

    @property
    def label(self) -> str:
        return str(MEASURES[self.rows[0].claim.measure].label)

    @property
    def about(self) -> str:
        return str(ABOUT[self.rows[0].claim.subject_kind])

    @property
    def name(self) -> str:
        return f"{self.label}: {self.about}"

    @property
    def note(self) -> str:
        """What a reader must know of the federal figures beside them; often blank."""
        return str(NOTES.get(self.rows[0].claim.subject_kind, ""))

    @property
    def has_charges(self) -> bool:
        return any(row.charges for row in self.rows)

    @property
    def shared_reason(self) -> str:
        """Why none of many can be checked, where that is one reason; else blank."""
        reasons = {row.why for row in self.rows}
        return reasons.pop() if len(self.rows) > FEW and len(reasons) == 1 else ""

    @property
    def counts(self) -> list[Total]:
        """How many have which verdict; those that none has are left out."""
        found = [Total(outcome, _number(self.rows, outcome), "") for outcome in Outcome]
        return [total for total in found if total.number]


ABOUT = {
    "institution": _("universities"),
    "state": _("states"),
    "career": _("roles"),
    "topic": _("the field as a whole"),
}

NOTES = {
    "state": _(
        "No federal file prints such a median. We compute one from the federal graduate charges "
        "of the universities that the source names. It decides a verdict only where every "
        "program that the source counts is at one of them."
    ),
    "career": _(
        "A role is judged by the occupation whose code a source gives it. An occupation counts "
        "many people of other roles too."
    ),
    "topic": _(
        "These answers give no occupation code. What stands beside each is the occupation that it "
        "speaks of in our reading, with the reason, or else that of a role that answers the same "
        "question. It decides nothing."
    ),
}


class Audit:
    """`data`: the query of the address."""

    def __init__(self, data):
        self.every = every_claim()
        self.filter = AuditFilterSet(data, self.every)

    @cached_property
    def rows(self) -> list[Judged]:
        return self.filter.found

    @property
    def totals(self) -> list[Total]:
        """Of all claims, each leading to those of its verdict."""
        return [
            Total(outcome, _number(self.every, outcome), f"?verdict={outcome.value}")
            for outcome in Outcome
        ]

    @cached_property
    def sections(self) -> list[Section]:
        sections: dict[str, list[Judged]] = {}
        for row in self.rows:
            key = f"{row.claim.measure}-{row.claim.subject_kind}"
            sections.setdefault(key, []).append(row)
        return [Section(key, rows) for key, rows in sections.items()]

    @cached_property
    def proofs(self) -> list[Proof]:
        """Of what the filter leaves, so that the page never speaks of claims it hides."""
        return proofs(self.rows)


def _number(rows, outcome):
    return sum(row.outcome == outcome for row in rows)
