"""What O*NET says of an occupation: of the code as a whole, and of each specialty within it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from careers.enumerations import Relatedness, SkillKind
from careers.models import (
    AlternateTitle,
    Occupation,
    OccupationSkill,
    RelatedOccupation,
    RequiredEducation,
)
from careers.onet_code import Coded, Technologies

FIRST_TITLES = 15
FIRST_SKILLS = 10
FIRST_RELATED = 10
WHOLE = ".00"
BULKY = ("printed", "locator", "origin", "edited")  # that no page tells of these lists
LISTS = {
    "skills": OccupationSkill.objects.defer(*BULKY),
    "titles": AlternateTitle.objects.defer(*BULKY),
    "education": RequiredEducation.objects.defer(*BULKY),
    "related": RelatedOccupation.objects.defer(*BULKY).select_related("related__occupation"),
}


@dataclass(frozen=True)
class Parted:
    """A list whose rest a page folds away."""

    first: Sequence
    rest: Sequence

    @property
    def one(self):
        """Any of them, for the source that all share."""
        return self.first[0] if self.first else None


class OnetProfile:
    """`whole`: the code that ends in .00, if there is one; `specialties`: the others.

    `lists`: which of LISTS the page tells, and so reads at once.
    """

    def __init__(self, occupation: Occupation, lists: Collection[str] = tuple(LISTS)):
        self.occupation, self.lists = occupation, lists

    @cached_property
    def codes(self) -> list[Coded]:
        return [Coded(record) for record in self._records()]

    def _records(self):
        codes = self.occupation.onet_occupations.select_related("source")
        return codes.prefetch_related(*(Prefetch(name, LISTS[name].all()) for name in self.lists))

    @property
    def whole(self) -> Coded | None:
        return next((coded for coded in self.codes if coded.record.code.endswith(WHOLE)), None)

    @property
    def specialties(self) -> list[Coded]:
        return [coded for coded in self.codes if coded is not self.whole]

    @property
    def skills(self) -> Parted:
        return _parted(self.whole.skills if self.whole else (), FIRST_SKILLS)

    @property
    def technologies(self) -> Technologies:
        return self.whole.technologies if self.whole else Technologies(())

    @property
    def lacks_group_of_skills(self) -> bool:
        """Whether no code of the same two digits has any: the file that was read was cut."""
        return not self._group(OccupationSkill.objects.filter(kind=SkillKind.SKILL))

    @property
    def lacks_group_of_education(self) -> bool:
        return not self._group(RequiredEducation.objects.all())

    def _group(self, records) -> bool:
        return records.filter(subject__code__startswith=self.occupation.soc[:3]).exists()

    @property
    def is_bare(self) -> bool:
        """Whether nothing is published of the code but its name."""
        whole = self.whole
        return not whole or not (
            whole.zone or whole.education or whole.skills or whole.technologies
        )

    @property
    def titles(self) -> Parted:
        """Of all its codes, each name once."""
        names = {title.name: title for coded in self.codes for title in coded.titles}
        return _parted(sorted(names.values(), key=lambda title: title.name), FIRST_TITLES)

    @property
    def related(self) -> Parted:
        """Codes of other occupations, the nearest first; each once, if several codes name it."""
        every = (near for coded in self.codes for near in coded.related)
        nearest: dict[int, RelatedOccupation] = {}
        for near in sorted(every, key=_nearness):
            if near.related.occupation_id != self.occupation.pk:
                nearest.setdefault(near.related_id, near)
        return _parted(list(nearest.values()), FIRST_RELATED)

    @property
    def omits_related(self) -> bool:
        """Whether O*NET’s list names occupations of which no record is held: its count has gaps."""
        return any(
            [near.position for near in coded.related] != list(range(1, len(coded.related) + 1))
            for coded in self.codes
        )


def _nearness(near):
    return list(Relatedness.values).index(near.tier), near.position, near.related_id


def _parted(items, first):
    return Parted(items[:first], items[first:])
