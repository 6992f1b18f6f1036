"""Keeps what is computed from figures in step with them."""

from collections.abc import Collection
from functools import cache

from reference.headline_order import headlines_among
from reference.models import Figure, figure_models
from reference.sql import quoted, rows_of, run_sql

CHANGED = "changed_headlines"


def refresh_headlines(
    model: type[Figure],
    subjects: Collection[int] | None = None,
    measures: Collection[str] | None = None,
) -> int:
    """Set `headline` in one table, for these subjects and measures or all; how many rows changed.

    The database decides, so that a million figures take no more memory than ten.
    """
    if subjects is not None and not subjects:
        return 0
    figures = model._base_manager.all()
    if subjects is not None:
        figures = figures.filter(**{"subject__in": subjects})
    if measures is not None:
        figures = figures.filter(measure__in=measures)
    changed = _note_changes(figures)
    if changed:
        # Old headlines step down first: a subject may have only one of a measure.
        _turn(model, was_headline=True)
        _turn(model, was_headline=False)
    return changed


def refresh_all_headlines() -> int:
    """Of every table that holds any figure."""
    filled = (model for model in figure_models() if model._base_manager.exists())
    return sum(refresh_headlines(model) for model in filled)


def stale_headlines(model: type[Figure], most: int) -> tuple[int, list[Figure]]:
    """(how many figures are marked otherwise than the rule says, the first of them)."""
    number = _note_changes(model._base_manager.all())
    ids = rows_of("SELECT id FROM", CHANGED, "ORDER BY id LIMIT", str(most)) if number else []
    return number, list(model._base_manager.filter(pk__in=[pk for (pk,) in ids]).order_by("pk"))


def _note_changes(figures) -> int:
    """Where `headline` is not what the rule says, in a temporary table; how many."""
    (chosen, parameters), (marked, more) = _statements(figures)
    run_sql("DROP TABLE IF EXISTS", CHANGED)
    run_sql(
        *("CREATE TEMPORARY TABLE", CHANGED, "AS WITH chosen(id) AS (", chosen, "),"),
        *("marked(id, headline) AS (", marked, ") SELECT marked.id, marked.headline"),
        "FROM marked LEFT JOIN chosen ON chosen.id = marked.id",
        "WHERE marked.headline <> (chosen.id IS NOT NULL)",
        parameters=[*parameters, *more],
    )
    return rows_of("SELECT COUNT(*) FROM", CHANGED)[0][0]


def _statements(figures):
    return _compiled(figures) if figures.query.where else _of_all(figures.model)


@cache
def _of_all(model):
    """The rule has many cases; to spell them out takes longer than to ask a small table."""
    return _compiled(model._base_manager.all())


def _compiled(figures):
    """(SQL, parameters) of the figures that the rule chooses, and of all with their marks."""
    marked = figures.order_by().values_list("pk", "headline")
    return headlines_among(figures).query.sql_with_params(), marked.query.sql_with_params()


def _turn(model, *, was_headline: bool) -> None:
    table = quoted(model._meta.db_table)
    ids = ("(SELECT id FROM", CHANGED, "WHERE headline = %s)")
    values = [not was_headline, was_headline]
    run_sql("UPDATE", table, "SET headline = %s WHERE id IN", *ids, parameters=values)
