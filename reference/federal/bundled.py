"""Bundled rows beside those of the publisher’s file: the comparison that their mark calls for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from reference.enumerations import Origin
from reference.federal.merging import FOUND, MOST_MISSING, Merge, unequal
from reference.federal.settling import named
from reference.models import ImportedRecord, Source
from reference.sql import quoted, rows_of

MARK = {"is_copy": False, "note": ""}


@dataclass(frozen=True)
class Bundled:
    """A bundled record that a row names. `said`: {attribute: what the file has otherwise}."""

    pk: int
    said: dict[str, Any]


@dataclass
class Comparison:
    """Of one source. `differing`: each row of it that the file has otherwise, in words."""

    source: Source
    equal: int = 0
    differing: list[str] = field(default_factory=list)

    def add(self, merge: Merge) -> None:
        """The rows found, before they are written; not those that an editor has changed."""
        bundled = _found(merge)
        otherwise = [row for row in bundled if row.said]
        self.equal += len(bundled) - len(otherwise)
        manager: Any = merge.model._base_manager
        records = manager.in_bulk([row.pk for row in otherwise])
        self.differing += [_in_words(merge, records[row.pk], row.said) for row in otherwise]

    def settle(self) -> list[str]:
        """What it came to; the mark of a copy falls once no row is left that only a copy said."""
        left = list(_left(self.source))
        total = sum(rows.count() for rows in left)
        if self.source.is_copy and not total:
            _unmark(self.source)
        return [*self._compared(), *self._not_found(left, total)]

    def _compared(self) -> list[str]:
        found = self.equal + len(self.differing)
        if not found:
            return []
        words = {"source": self.source.slug, "found": found, "equal": self.equal}
        words["differing"] = len(self.differing)
        said = _(
            "%(source)s: of %(found)d bundled rows in the file %(equal)d are equal to it and "
            "%(differing)d differ"
        )
        return [said % words, *self.differing]

    def _not_found(self, left, total) -> list[str]:
        if not total:
            return []
        first = [named(record) for rows in left for record in rows[:MOST_MISSING]]
        words = {"source": self.source.slug, "n": total, "first": "; ".join(first[:MOST_MISSING])}
        said = _(
            "%(source)s: %(n)d bundled rows are not in the file, so that it stays marked as read "
            "from a copy: %(first)s"
        )
        return [said % words]


def _found(merge: Merge) -> list[Bundled]:
    """Each that a row names and no editor has changed, beside the file."""
    names = [name for name in merge.compared if name != "origin"]
    columns = [f"f.{quoted(n)}, t.{quoted(n)} {unequal()} f.{quoted(n)}" for n in names]
    rows = rows_of(
        "SELECT",
        ", ".join(["f.pk", *columns]),
        *("FROM", FOUND, "AS f JOIN", quoted(merge.model._meta.db_table), "AS t ON t.id = f.pk"),
        "WHERE f.origin_before = %s AND f.edited_before = '' ORDER BY f.line, f.pk",
        parameters=[Origin.SEED],
    )
    return [Bundled(pk, _otherwise(names, cells)) for pk, *cells in rows]


def _otherwise(names: Sequence[str], cells: Sequence) -> dict[str, Any]:
    """`cells`: for each name what the file says, and whether the record says otherwise."""
    told = zip(names, cells[::2], cells[1::2], strict=True)
    return {name: value for name, value, differs in told if differs}


def _left(source: Source) -> Iterator[QuerySet]:
    """Of each table the rows of the source that no import has found yet."""
    for model in _citing():
        manager: Any = model._base_manager
        rows = manager.filter(source=source, origin=Origin.SEED).order_by("pk")
        if rows.exists():
            yield rows


def _citing() -> list[type[Model]]:
    models = (model for model in apps.get_models() if issubclass(model, ImportedRecord))
    return [m for m in models if any(f.name == "source" for f in m._meta.concrete_fields)]


def _unmark(source: Source) -> None:
    for name, value in MARK.items():
        if name not in source.edited_fields:
            setattr(source, name, value)
    source.save()


def _in_words(merge: Merge, record: Model, said: dict[str, Any]) -> str:
    parts = [
        _("%(name)s %(bundled)s, in the file %(said)s")
        % {
            "name": merge.fields[name].name,
            "bundled": _shown(getattr(record, name)),
            "said": _shown(merge.fields[name].to_python(value)),
        }
        for name, value in said.items()
    ]
    return _("bundled otherwise: %(record)s: %(parts)s") % {
        "record": named(record),
        "parts": "; ".join(parts),
    }


def _shown(value: Any) -> str:
    return "—" if value in ("", None) else str(value)
