"""The questions one can ask of figures, as a sentence reads."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from reference.enumerations import FigureStatus, SourceKind
from reference.measures import MEASURES


class FigureQuerySet(models.QuerySet):
    def visible(self):
        """What pages may show, with its source: nothing withdrawn or of an unpublished subject."""
        shown = self.filter(self.model.shown_where).exclude(status=FigureStatus.WITHDRAWN)
        return shown.select_related("source")

    def with_subjects(self):
        """With what it takes to name and link each subject, and the source."""
        return self.select_related("source", *self.model.subject_needs)

    def of(self, subject):
        return self.filter(subject=subject)

    def from_source(self, source):
        return self.filter(source=source)

    def headlines(self):
        return self.filter(headline=True)

    def beside_another(self):
        """Claims of a subject and measure that has more than one: only these can contradict."""
        claims = self.exclude(source__kind=SourceKind.GOVERNMENT)
        others = self.model._default_manager.filter(
            subject=OuterRef("subject"), measure=OuterRef("measure")
        ).exclude(Q(pk=OuterRef("pk")) | Q(source__kind=SourceKind.GOVERNMENT))
        return claims.filter(Exists(others))

    def in_reading_order(self):
        """By measure as registered, headline first, then by source and item."""
        order = [models.When(measure=key, then=place) for place, key in enumerate(MEASURES)]
        return self.alias(place=models.Case(*order, default=len(order))).order_by(
            "place", "-headline", "source__publisher", "item"
        )
