"""The columns of figures.csv, the same in every app."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reference.imports.columns import (
    BlankColumn,
    CheckedColumn,
    Column,
    DateColumn,
    FlagColumn,
    IntegerColumn,
    ValueColumn,
)
from reference.imports.errors import quoted
from reference.imports.reading import Row
from reference.imports.related_columns import ReferenceColumn
from reference.imports.tables import Table
from reference.measures import MEASURES
from reference.models import Source, Topic

FILE = "figures.csv"


# What is counted is never below 0, and lists keep it as a whole number of this size at most.
COUNTED = {"count", "count/year", "months", "credits", "points", "year"}
MOST = 2_147_483_647


class UnitColumn(CheckedColumn):
    def render(self, record):
        return record.unit


def check_figure(row: Row, figure: Any) -> None:
    """Refuse a unit that is not the measure’s (blank: not checked), and an impossible count."""
    unit = MEASURES[figure.measure].unit
    if row["unit"] not in ("", unit):
        words = {"measure": figure.measure, "expected": unit, "unit": quoted(row["unit"])}
        message = _("%(measure)s is in %(expected)s, not in %(unit)s")
        raise ValidationError({"unit": message % words})
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if unit in COUNTED and not all(0 <= end <= MOST for end in ends):
        message = _("%s is not between 0 and 2147483647")
        raise ValidationError({"low": message % quoted(row["value"])})


def figures_table(model: type[Any], by: tuple[str, ...] = ("slug",)) -> Table:
    """The rows of figures.csv for one table of figures; `by`: the subject’s natural key."""
    subject = model._meta.get_field("subject").related_model
    return Table(
        file=FILE,
        model=model,
        keys=(("subject_id", "measure", "source_id", "item"),),
        when=("subject_kind", model.subject_kind),
        check=check_figure,
        columns=(
            ReferenceColumn("subject", to=subject, by=by),
            Column("measure"),
            Column("item"),
            ValueColumn("value"),
            UnitColumn("unit"),
            Column("statistic"),
            Column("population"),
            Column("basis"),
            DateColumn("period_from"),
            DateColumn("period_to", last=True),
            IntegerColumn("counted"),
            ReferenceColumn("source", to=Source),
            Column("locator"),
            Column("cites"),
            Column("printed"),
            Column("terms"),
            Column("status"),
            *_topic(model),
            FlagColumn("pinned"),
            Column("note"),
        ),
    )


def _topic(model):
    """A topic’s own figures need no second topic, but their file has the column."""
    if model.subject_kind == "topic":
        return (BlankColumn("topic"),)
    return (ReferenceColumn("topic", to=Topic, by=("key",)),)
