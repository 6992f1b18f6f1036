"""Fields of study counted over the universities of the catalogue: graduates, programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, F, Q, Sum

from careers.cip_families import CORE_FIELDS
from careers.models import FieldOfStudy
from programs.enumerations import Level
from programs.field_places import MOST_PLACES, FieldPlace, field_places
from programs.models import InstitutionFieldFigure, Program
from reference.models import Source
from reference.periods import period_in_words

EDITION = ("source", "period_from", "period_to")
NEWEST_FIRST = (F("period_to").desc(nulls_last=True), "-source")
UNKNOWN = (None, None)


@dataclass(frozen=True)
class FieldCount:
    """`graduates` a year at `universities`; None where no figure of the edition counts them."""

    field: FieldOfStudy
    graduates: int | None
    universities: int | None


@dataclass(frozen=True)
class Family:
    """Fields of one family of the catalogue, each with the number of its listed programs.

    `key`: of the family in the list of programs; `empty`: how many fields have neither.
    """

    label: str
    key: str
    rows: list[tuple[FieldCount, int]]
    empty: int


@dataclass(frozen=True)
class _Edition:
    """`counts`: {field: (graduates, universities with any)}."""

    source: int | None
    period_from: date | None
    period_to: date | None
    counts: dict[int, tuple[int, int]]


class FieldCounts:
    """Of six-digit fields, by the newest edition of completions that counts any of them."""

    def __init__(self, fields: Iterable[FieldOfStudy]):
        self.fields = list(fields)

    def _figures(self):
        figures = InstitutionFieldFigure.objects.visible().undisputed().federal().order_by()
        return figures.filter(
            measure="completions", subject__level=Level.MASTERS, subject__field__in=self.fields
        )

    @cached_property
    def _newest(self) -> _Edition:
        """The newest edition of completions that counts any of the fields."""
        sums = self._figures().values_list(*EDITION, "subject__field")
        counted = Count("subject", filter=Q(low__gt=0))
        rows = list(sums.annotate(total=Sum("low"), n=counted).order_by(*NEWEST_FIRST))
        source, start, end = rows[0][: len(EDITION)] if rows else (None, None, None)
        own = (row[len(EDITION) :] for row in rows if row[: len(EDITION)] == (source, start, end))
        return _Edition(source, start, end, {field: (int(total), n) for field, total, n in own})

    @cached_property
    def source(self) -> Source | None:
        """Of that edition; mostly the page has read it with the universities."""
        read = (place.figure.source for place in self.places if place.figure)
        return next(read, None) or self._newest_source()

    def _newest_source(self):
        key = self._newest.source
        return None if key is None else Source.objects.get(pk=key)

    @cached_property
    def places(self) -> list[FieldPlace]:
        """Universities with most graduates of a field, each with its listed master’s."""
        newest = self._newest
        edition = {name: getattr(newest, name) for name in EDITION}
        return field_places(self._figures().filter(**edition), self._listed())

    @property
    def shows_most(self) -> bool:
        """Whether `places` are those of most graduates alone, for there may be others."""
        return len(self.places) == MOST_PLACES

    @property
    def period(self) -> str:
        return period_in_words(self._newest.period_from, self._newest.period_to)

    @cached_property
    def universities(self) -> int:
        """With a graduate in any of the fields, each once."""
        newest = self._newest
        figures = self._figures().filter(source=newest.source, period_to=newest.period_to)
        graduating = figures.filter(low__gt=0).values("subject__institution")
        return graduating.distinct().count()

    @cached_property
    def programs(self) -> dict[int, int]:
        """{field: how many master’s are listed in it}."""
        return dict(self._listed().order_by().values_list("field").annotate(n=Count("pk")))

    @property
    def listed(self) -> int:
        return sum(self.programs.values())

    def _listed(self):
        return Program.objects.published().listed().masters().filter(field__in=self.fields)

    @cached_property
    def rows(self) -> list[FieldCount]:
        """Most graduates first; fields that nobody counts last."""
        counts = self._newest.counts
        rows = [FieldCount(field, *counts.get(field.pk, UNKNOWN)) for field in self.fields]
        return sorted(rows, key=lambda row: (-(row.graduates or 0), row.field.cip))

    @property
    def counted(self) -> list[FieldCount]:
        """Those with a graduate."""
        return [row for row in self.rows if row.graduates]

    @property
    def others(self) -> list[FieldOfStudy]:
        return sorted((row.field for row in self.rows if not row.graduates), key=str)

    @property
    def graduates(self) -> int | None:
        """Of all the fields together; None where no figure counts any."""
        known = [row.graduates for row in self.rows if row.graduates is not None]
        return sum(known) if known else None

    @property
    def families(self) -> list[Family]:
        """Core ones first, as `careers.cip_families` names them."""
        keys = {str(label): key for key, (label, _codes) in CORE_FIELDS.items()}
        labels = dict.fromkeys([*keys, *(field.family for field in self.fields)])
        return [
            self._family(label, keys.get(label, ""))
            for label in labels
            if any(field.family == label for field in self.fields)
        ]

    def _family(self, label, key):
        own = [row for row in self.rows if row.field.family == label]
        rows = [(row, self.programs.get(row.field.pk, 0)) for row in own]
        shown = [(row, programs) for row, programs in rows if row.graduates or programs]
        return Family(label, key, shown, len(rows) - len(shown))
