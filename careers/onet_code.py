"""One O*NET code with what is published under it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from careers.enumerations import SkillKind
from careers.job_zones import JobZone, job_zone
from careers.models import (
    AlternateTitle,
    OccupationSkill,
    OnetOccupation,
    RelatedOccupation,
    RequiredEducation,
)
from reference.models import Source

NEARLY_ALL = 95  # percent
SENTENCE_END = re.compile(r"(?<=[.]) (?=[A-Z])")


@dataclass(frozen=True)
class Technologies:
    """By how employers ask for them: in postings of the occupation, of others, or not often."""

    all: Sequence[OccupationSkill]

    def __len__(self):
        return len(self.all)

    @property
    def source(self) -> Source | None:
        return self.all[0].source if self.all else None

    @property
    def in_demand(self) -> list[OccupationSkill]:
        return [used for used in self.all if used.in_demand]

    @property
    def hot(self) -> list[OccupationSkill]:
        return [used for used in self.all if used.is_hot and not used.in_demand]

    @property
    def others(self) -> list[OccupationSkill]:
        return [used for used in self.all if not used.is_hot and not used.in_demand]


class Coded:
    """One O*NET code with what is published under it, of each list one edition."""

    def __init__(self, record: OnetOccupation):
        self.record = record
        self.skills = _by_importance(self._rated(SkillKind.SKILL))
        self.technologies = Technologies(_by_name(self._rated(SkillKind.TECHNOLOGY)))

    @property
    def opening(self) -> str:
        """The first sentence of its description."""
        return SENTENCE_END.split(self.record.description, maxsplit=1)[0]

    @property
    def further(self) -> str:
        """The rest of its description."""
        return self.record.description.removeprefix(self.opening).strip()

    @property
    def zone(self) -> JobZone | None:
        return job_zone(self.record.job_zone)

    @cached_property
    def education(self) -> list[RequiredEducation]:
        return of_one_edition(self.record.education.all(), self.record.source)

    @cached_property
    def titles(self) -> list[AlternateTitle]:
        return of_one_edition(self.record.titles.all(), self.record.source)

    @cached_property
    def related(self) -> list[RelatedOccupation]:
        return of_one_edition(self.record.related.all(), self.record.source)

    @property
    def shares_told(self) -> Decimal:
        """Percent: what the shares of its education add up to."""
        return sum((answer.share for answer in self.education), Decimal(0))

    @property
    def withholds_shares(self) -> bool:
        """Whether more is missing than rounding explains."""
        return bool(self.education) and self.shares_told < NEARLY_ALL

    @property
    def commonest_education(self) -> RequiredEducation | None:
        """What most respondents ask for; none where a withheld answer may be commoner."""
        most = max(self.education, key=lambda answer: answer.share, default=None)
        return most if most and most.share >= 100 - self.shares_told else None

    def _rated(self, kind):
        rated = (skill for skill in self.record.skills.all() if skill.kind == kind)
        return of_one_edition(rated, self.record.source)


def of_one_edition(records: Iterable, source: Source) -> list:
    """Those of the source that describes the occupation; where it has none, of the latest loaded.

    Editions stand beside each other, and a page tells one.
    """
    by_source: dict[int, list] = defaultdict(list)
    for record in records:
        by_source[record.source_id].append(record)
    if source.pk not in by_source:
        return by_source[max(by_source)] if by_source else []
    for record in by_source[source.pk]:
        record.source = source  # read once for all
    return by_source[source.pk]


def _by_importance(skills):
    """One without a rating stands last."""
    return sorted(skills, key=lambda skill: (-(skill.importance or 0), skill.name))


def _by_name(technologies):
    """Each name once, whatever groups it stands in; asked for in one is asked for."""
    order = sorted(technologies, key=lambda used: (used.in_demand, used.is_hot))
    return sorted({used.name: used for used in order}.values(), key=lambda t: t.name.casefold())
