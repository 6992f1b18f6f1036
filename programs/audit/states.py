"""What a ranking claims of a state’s tuition, beside the federal charges of its universities."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import median

from django.utils.translation import gettext as _

from programs.audit.beside import Beside, auditable, claims_in
from programs.audit.institutions import UniversityRecord
from programs.models import RankingEntry, StateFigure, StateTop
from reference.enumerations import Bound, Statistic

COUNT = "programs_counted"
MEASURES = ("tuition", COUNT)
# what graduate students are charged in and out of state, then undergraduates
GRADUATE = ("TUITION6", "TUITION7")
ITEMS = (*GRADUATE, "TUITION2", "TUITION3")


@dataclass(frozen=True)
class StateClaims:
    """What sources say of states, and the universities that they name there."""

    claims: list[StateFigure]
    named: list[RankingEntry | StateTop]

    @classmethod
    def read(cls) -> "StateClaims":
        """Three queries."""
        named = [*RankingEntry.objects.with_names(), *StateTop.objects.with_names()]
        return cls(claims_in(StateFigure, MEASURES), named)

    @classmethod
    def at_hand(cls, read) -> "StateClaims":
        """`read`: {table: what a page has read of it}."""
        named = [*read[RankingEntry], *read[StateTop]]
        return cls(auditable(read[StateFigure], MEASURES), named)

    @property
    def institutions(self) -> set:
        """Keys of every university that a ranking names."""
        return {one.institution_id for one in self.named}

    def beside(self, record: UniversityRecord) -> list[Beside]:
        medians = [claim for claim in self.claims if claim.measure == "tuition"]
        return [self._beside(claim, record) for claim in medians]

    def _beside(self, claim, record):
        places = self._places.get((claim.source_id, claim.subject_id), set())
        count = self._counts.get((claim.source_id, claim.subject_id))
        charges = {item: _charges(record, places, item) for item in ITEMS}
        medians = {item: _median(claim.subject, of) for item, of in charges.items() if of}
        known = len(charges["TUITION6"])
        if known and count == len(places) == known:
            whole = (median for item, median in medians.items() if len(charges[item]) == known)
            return Beside(claim, tuple(whole))
        nearest = tuple(medians[item] for item in GRADUATE if item in medians)
        return Beside(claim, nearest=nearest, missing=_unknown(known, len(places), count))

    @cached_property
    def _places(self):
        """{(source, state): the universities that the source names there}."""
        places = {}
        for one in self.named:
            key = one.ranking.source_id, one.institution.state_id
            places.setdefault(key, set()).add(one.institution_id)
        return places

    @cached_property
    def _counts(self):
        """{(source, state): how many programs the source counts there}."""
        counts = (claim for claim in self.claims if claim.measure == COUNT)
        return {(f.source_id, f.subject_id): f.value.sort_key for f in counts}


def _charges(record, institutions, item):
    charges = (record.charge(institution, item) for institution in sorted(institutions))
    return [charge for charge in charges if charge]


def _median(state, charges: list) -> StateFigure:
    """A federal figure of the state, computed and not stored."""
    first, middle = charges[0], Decimal(median(charge.value.sort_key for charge in charges))
    return StateFigure(
        subject=state,
        measure="tuition",
        item=first.item,
        low=middle,
        high=middle,
        bound=Bound.EXACT,
        statistic=Statistic.MEDIAN,
        population=first.population,
        basis=first.basis,
        period_from=first.period_from,
        period_to=first.period_to,
        source=first.source,
        terms=_words_for(len(charges)),
    )


def _words_for(number):
    if number == 1:
        return _("of the one university it names")
    return _("median of the %d universities it names, our calculation") % number


def _unknown(known, named, count):
    if count is None:
        return _("It does not say of how many programs")
    if named > count:
        told = _("It counts %(count)d programs, yet names %(named)d universities there")
        return told % {"named": named, "count": count}
    told = _("It counts %(count)d programs; charges known of those it names: %(known)d")
    return told % {"known": known, "count": count}
