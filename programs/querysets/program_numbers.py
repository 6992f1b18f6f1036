"""What one can ask of the numbers that lists read of a program: bounds, bands and orders."""

from functools import reduce
from operator import or_

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from programs.finding.bands import EARNINGS, TUITION
from programs.querysets.conditions import facts
from programs.querysets.program_counts import ProgramCounts
from reference.enumerations import Basis
from reference.facets import NONE

SORT_COLUMNS = {
    "rank": F("facts__rank"),
    "tuition": F("facts__charge"),
    "duration": F("facts__duration_from"),
    "earnings": F("facts__earnings"),
    "completions": F("facts__completions"),
    "name": NullIf(Lower("title"), Value("")),  # a title that is not recorded comes last
}

# Tuition and required fees together, where fees are known.
CHARGES = {Basis.IN_STATE: "charge", Basis.OUT_OF_STATE: "charge_out"}

# Longest first goes by the upper end of a range.
DESCENDING_COLUMNS = {"duration": Coalesce(F("facts__duration_to"), F("facts__duration_from"))}


def _sort_column(key, descending, residency):
    column = F(f"facts__{CHARGES[residency]}") if key == "tuition" else SORT_COLUMNS[key]
    return DESCENDING_COLUMNS.get(key, column) if descending else column


def _within(name, bands, values):
    """In any of the bands; `none`: the number is not reported."""
    conditions = [facts(**{f"{name}__isnull": True})] if NONE in values else []
    for band in bands.chosen(values):
        ends = {f"{name}__gte": band.low}
        if band.high is not None:
            ends[f"{name}__lt"] = band.high
        conditions.append(facts(**ends))
    return reduce(or_, conditions, Q())


class ProgramNumbers(ProgramCounts):
    def charging_at_least(self, dollars, residency=Basis.IN_STATE):
        """An unknown charge fits no bound."""
        bound = facts(**{f"{CHARGES[residency]}__gte": dollars})
        return self if dollars is None else self.filter(bound)

    def charging_at_most(self, dollars, residency=Basis.IN_STATE):
        bound = facts(**{f"{CHARGES[residency]}__lte": dollars})
        return self if dollars is None else self.filter(bound)

    def charging_within(self, bands, residency=Basis.IN_STATE):
        return self.filter(_within(CHARGES[residency], TUITION, bands)) if bands else self

    def earning_at_least(self, dollars):
        return self if dollars is None else self.filter(facts__earnings__gte=dollars)

    def earning_within(self, bands):
        return self.filter(_within("earnings", EARNINGS, bands)) if bands else self

    def completed_by_at_least(self, graduates):
        return self if graduates is None else self.filter(facts__completions__gte=graduates)

    def sorted_by(self, sort, residency=Basis.IN_STATE):
        """By a key of SORT_COLUMNS; `-` turns it round. Unknown comes last in both directions."""
        key, descending = sort.removeprefix("-"), sort.startswith("-")
        column = _sort_column(key, descending, residency)
        first = column.desc(nulls_last=True) if descending else column.asc(nulls_last=True)
        by_rank = F("facts__rank").asc(nulls_last=True)
        # of one university the named degrees first: by identity, curated comes before reported
        university = ("institution__name", "institution_id")
        return self.order_by(first, by_rank, *university, "identity", "title", "pk")
