"""Something of the catalogue that no longer holds, said the same way by every check."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FaultKind(TextChoices):
    MISSING = "missing", _("missing")
    CONTRADICTORY = "contradictory", _("contradictory")
    STALE = "stale", _("stale")
    ORPHANED = "orphaned", _("orphaned")
    COPY = "copy", _("copy")
    UNASSIGNED = "unassigned", _("unassigned")


# Worth a look, but nothing is wrong: a scheduler need not wake anyone.
NOTICES = {FaultKind.COPY, FaultKind.UNASSIGNED}


@dataclass(frozen=True)
class Fault:
    """`where`: in words a terminal can show; `line`: of a document, else 0."""

    kind: FaultKind
    where: str
    says: str
    line: int = 0

    @property
    def is_notice(self) -> bool:
        return self.kind in NOTICES

    def __str__(self):
        return f"{self.kind.label}: {self.where}: {self.says}"
