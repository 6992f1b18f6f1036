"""Keeps what is computed from figures in step with them."""

from collections import defaultdict
from collections.abc import Collection

from reference.headlines import headline
from reference.models import Figure, figure_models

BATCH = 500


def refresh_headlines(model: type[Figure], subjects: Collection[int] | None = None) -> int:
    """Set `headline` in one table, for these subjects or all; returns how many rows changed."""
    figures = model._default_manager.select_related("source").order_by("pk")
    if subjects is not None:
        figures = figures.filter(**{"subject__in": subjects})
    changed = _changes(figures)
    # Old headlines step down first: a subject may have only one of a measure.
    for was_headline in (True, False):
        turn = [figure.pk for figure in changed if figure.headline == was_headline]
        for start in range(0, len(turn), BATCH):
            rows = model._base_manager.filter(pk__in=turn[start : start + BATCH])
            rows.update(headline=not was_headline)
    return len(changed)


def refresh_all_headlines() -> int:
    return sum(refresh_headlines(model) for model in figure_models())


def _changes(figures) -> list[Figure]:
    """The figures whose `headline` is not what the rule says."""
    groups = defaultdict(list)
    for figure in figures:
        groups[figure.subject_id, figure.measure].append(figure)
    changed = []
    for group in groups.values():
        chosen = headline(group)
        changed += [figure for figure in group if figure.headline != (figure is chosen)]
    return changed
