"""Verdicts where a page lists figures with their standing."""

from collections.abc import Iterable
from dataclasses import replace

from programs.audit.judged import Judged
from reference.audit import Outcome
from reference.figure_groups import FigureGroup


def with_verdicts(groups: Iterable[FigureGroup], audit: Iterable[Judged]) -> list[FigureGroup]:
    """A claim that is another measure says so instead of how it stands beside the headline."""
    named = {told.claim: told.label for told in audit if told.outcome == Outcome.ANOTHER_MEASURE}
    return [_with_verdicts(group, named) for group in groups]


def _with_verdicts(group, named):
    rows = (replace(row, audited=named.get(row.figure, "")) for row in group.rows)
    return replace(group, rows=tuple(rows))
