"""What federal files count of occupations, beside which claims are laid."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from careers.models import OccupationFigure
from programs.audit.beside import newest_first

MEASURES = ("pay", "growth")


class OccupationRecord:
    """Of these occupations, and what answers these topics, both by their keys; one query.

    `counted`: {(occupation, measure): figures}. `answers`: {(topic, measure): figures}.
    """

    def __init__(self, occupations: Iterable[Any], topics: Iterable[Any] = ()):
        federal = OccupationFigure.objects.visible().federal().with_subjects().order_by("pk")
        of_these = federal.among("pk", set(occupations) - {None}, MEASURES)
        figures = newest_first(of_these | federal.answering(topics).of_measures(MEASURES))
        self.counted = _grouped(figures, "subject_id")
        self.answers = _grouped(figures, "topic_id")


def _grouped(figures, key):
    groups = defaultdict(list)
    for figure in figures:
        groups[getattr(figure, key), figure.measure].append(figure)
    return groups
