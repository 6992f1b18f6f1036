"""The questions one can ask of figures, as a sentence reads."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from reference.enumerations import FigureStatus, SourceKind
from reference.measures import MEASURES

MEASURED = ("subject", "measure")
STATED_TERMS = ("statistic", "population", "basis", "period_from", "period_to")


class FigureQuerySet(models.QuerySet):
    def visible(self):
        """What pages may show, with its source: nothing withdrawn or of an unpublished subject."""
        shown = self.filter(self.model.shown_where).exclude(status=FigureStatus.WITHDRAWN)
        return shown.select_related("source")

    def undisputed(self):
        """What is not in doubt, or shown by an editor all the same."""
        return self.exclude(status=FigureStatus.DISPUTED, pinned=False)

    def with_subjects(self, *further):
        """With what it takes to name and link each subject, the source, and `further` relations."""
        return self.select_related("source", *self.model.subject_needs, *further)

    def of(self, subject):
        return self.filter(subject=subject)

    def answering(self, topics):
        """Figures that answer one of these questions, by pk or as a queryset."""
        return self.filter(**{f"{self.model.topic_relation}__in": topics})

    def among(self, key, subjects, measures):
        """Of these measures, and of the subjects whose field `key` is one of these values."""
        return self.filter(**{f"subject__{key}__in": subjects}, measure__in=measures)

    def from_source(self, source):
        return self.filter(source=source)

    def from_sources(self, sources):
        return self.filter(source__in=sources)

    def headlines(self):
        return self.filter(headline=True)

    def claims(self):
        """What a publisher says rather than a federal file counts."""
        return self.exclude(source__kind=SourceKind.GOVERNMENT)

    def federal(self):
        """What a federal file counts, blanks left out."""
        return self.filter(source__kind=SourceKind.GOVERNMENT, absence="")

    def of_measures(self, measures):
        return self.filter(measure__in=measures)

    def claims_and_answers(self):
        """Claims, and federal figures where they answer a question."""
        answers = Q(**{f"{self.model.topic_relation}__isnull": False})
        return self.filter(~Q(source__kind=SourceKind.GOVERNMENT) | answers)

    def beside_another(self):
        """Claims of a subject and measure that has more than one: only these can contradict."""
        claims = self.claims()
        others = self.model._default_manager.filter(
            subject=OuterRef("subject"), measure=OuterRef("measure")
        ).exclude(Q(pk=OuterRef("pk")) | Q(source__kind=SourceKind.GOVERNMENT))
        return claims.filter(Exists(others))

    def beside_its_own(self):
        """Claims of a subject and measure of which the same source prints another."""
        others = self.model._default_manager.filter(
            subject=OuterRef("subject"), measure=OuterRef("measure"), source=OuterRef("source")
        ).exclude(pk=OuterRef("pk"))
        return self.claims().filter(Exists(others))

    def on_equal_terms(self):
        """Those with a value beside another of the subject and measure that states the same terms:
        only these can contradict, whoever their sources are."""
        alike = models.Window(models.Count("pk"), partition_by=[*MEASURED, *STATED_TERMS])
        return self.filter(absence="").annotate(alike=alike).filter(alike__gt=1).values("pk")

    def in_reading_order(self):
        """By measure as registered, headline first, then by source and item."""
        order = [models.When(measure=key, then=place) for place, key in enumerate(MEASURES)]
        return self.alias(place=models.Case(*order, default=len(order))).order_by(
            "place", "-headline", "source__publisher", "item"
        )
