"""A chart of two sources on one scale: the printed tuition and the graduate charge."""

from dataclasses import dataclass
from functools import cached_property

from programs.audit.judged import Judged
from reference.charts.scales import Scale, scale_for

NUDGED = "5"
CLOSE = 4  # percent of the width: nearer dots would hide each other


@dataclass(frozen=True)
class Dumbbell:
    """`printed`, `charged`: in percent of the width; the shifts: in pixels. All as SVG reads it."""

    row: Judged
    printed: str
    charged: str
    printed_shift: str = "0"
    charged_shift: str = "0"

    @property
    def name(self) -> str:
        """Of the university, in short where editors know it so."""
        return self.row.claim.subject.short_name

    @property
    def is_equal(self) -> bool:
        """One double ring then stands for both dots."""
        return self.row.gap == 0

    @property
    def difference(self) -> str:
        """“+$34,272”, “−$430”, “equal”: printed minus charged."""
        return self.row.gap_signed


@dataclass(frozen=True)
class Dumbbells:
    rows: tuple[Judged, ...]

    @cached_property
    def scale(self) -> Scale:
        figures = [figure for row in self.rows for figure in (row.claim, row.charges[0].figure)]
        return scale_for([figure.value for figure in figures], figures[0].unit)

    @property
    def lanes(self) -> list[Dumbbell]:
        return [self._lane(row) for row in self.rows]

    def _lane(self, row):
        charge = row.charges[0].figure
        places = [self.scale.place(figure.value.sort_key) for figure in (row.claim, charge)]
        return Dumbbell(row, *places, *self._shifts(row))

    def _shifts(self, row):
        """Away from each other where they would overlap."""
        width = (self.scale.end - self.scale.start) * CLOSE / 100
        if row.gap == 0 or abs(row.gap) >= width:
            return "0", "0"
        return (NUDGED, f"-{NUDGED}") if row.gap > 0 else (f"-{NUDGED}", NUDGED)
