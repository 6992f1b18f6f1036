from programs.querysets.field_groups import OTHER_FIELDS
from programs.querysets.mention import MentionQuerySet
from programs.querysets.program import OWN_PRICE, PRICES, ProgramQuerySet
from programs.querysets.program_numbers import SORT_COLUMNS
from programs.querysets.ranking import RankedQuerySet, RankingQuerySet, StateTopQuerySet

__all__ = [
    "OTHER_FIELDS",
    "OWN_PRICE",
    "PRICES",
    "SORT_COLUMNS",
    "MentionQuerySet",
    "ProgramQuerySet",
    "RankedQuerySet",
    "RankingQuerySet",
    "StateTopQuerySet",
]
