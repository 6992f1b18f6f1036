"""Under which codes O*NET lists the very title of a career: its word, not the career’s code."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.models import Career, OnetOccupation


@dataclass(frozen=True)
class ListedTitle:
    career: Career
    codes: Sequence[OnetOccupation]

    @property
    def is_elsewhere(self) -> bool:
        """Whether O*NET knows the title, and none of its codes is of the career’s occupation."""
        own = self.career.occupation_id
        return bool(self.codes) and own not in {code.occupation_id for code in self.codes}


def listed_title(career: Career) -> ListedTitle:
    return ListedTitle(career, OnetOccupation.objects.titled(career.title))
