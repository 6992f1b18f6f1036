"""What follows from a record that an editor wrote, in the transaction of the write."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model

from reference.models import Figure, Source, figure_models
from reference.refresh import refresh_headlines
from reference.signals import evidence_changed


def announce(records: Iterable[Model]) -> None:
    """Refresh the headlines of the subjects concerned, then tell the apps above."""
    by_model = defaultdict(list)
    for record in records:
        by_model[type(record)].append(record)
    for model, written in by_model.items():
        _refresh_headlines(model, written)
    for model, written in by_model.items():
        evidence_changed.send(sender=model, records=written)


def _refresh_headlines(model, written):
    if issubclass(model, Figure):
        refresh_headlines(model, {figure.subject_id for figure in written})
    elif model is Source:
        # its kind and date decide between figures
        for figures in figure_models():
            citing = figures._base_manager.filter(source__in=written)
            refresh_headlines(figures, set(citing.values_list("subject", flat=True)))
