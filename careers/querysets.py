"""The questions one can ask of careers, as a sentence reads. A blank one changes nothing."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from reference.enumerations import Bound
from reference.filters import NONE
from reference.querysets import holding_each_word


class CareerQuerySet(models.QuerySet):
    def named(self, text):
        """Whose title or alias contains each word."""

        def holds(word):
            aliases = _all("CareerAlias").filter(career=OuterRef("pk"), name__icontains=word)
            return Q(title__icontains=word) | Exists(aliases)

        return holding_each_word(self, text, holds)

    def paying_at_least(self, dollars):
        """Of which any figure of pay reaches the sum; a range counts by its upper end."""
        if dollars is None:
            return self
        enough = Q(high__gte=dollars) | Q(bound__in=(Bound.AT_LEAST, Bound.RANGE_OR_MORE))
        pay = _all("CareerFigure").visible().undisputed().filter(measure="pay")
        return self.filter(pk__in=pay.filter(enough).values("subject_id"))

    def on_lists(self, lists):
        """That stand on any of the lists."""
        if not lists:
            return self
        return self.filter(
            Exists(_all("CareerListing").filter(career=OuterRef("pk"), list__in=lists))
        )

    def under(self, socs):
        """Of any of the SOC codes; `none`: no source gives it a code."""
        if not socs:
            return self
        unknown = Q(occupation__isnull=True) if NONE in socs else Q()
        return self.filter(Q(occupation__soc__in=socs) | unknown)

    def sharing_occupation_with(self, career):
        """The other careers that a source gives the same SOC code."""
        if career.occupation_id is None:
            return self.none()
        return self.filter(occupation=career.occupation_id).exclude(pk=career.pk)

    def on_no_path(self):
        """Of which no source says at which stage they stand."""
        return self.filter(path_steps__isnull=True)

    def in_order(self, sort):
        """By title or headline pay; unknown pay last.

        Pay goes up by the lower end of a range, and with `-` down by the upper one.
        """
        descending = sort.startswith("-")
        ends = ("high", "low") if descending else ("low", "high")
        pay = _headline_pay().filter(subject=OuterRef("pk")).values_list(Coalesce(*ends))[:1]
        column = F("title") if sort.endswith("title") else Subquery(pay)
        order = F("sort_column")
        first = order.desc(nulls_last=True) if descending else order.asc(nulls_last=True)
        return self.annotate(sort_column=column).order_by(first, "title", "pk")

    def for_table(self):
        return self.select_related("occupation", "source").prefetch_related(
            "aliases",
            Prefetch("figures", _all("CareerFigure").visible().with_subjects()),
            Prefetch("listings", _all("CareerListing").select_related("source")),
        )


class CareerPathQuerySet(models.QuerySet):
    def through(self, career):
        """The paths that a career stands on."""
        steps = _all("PathStep").filter(path=OuterRef("pk"), career=career)
        return self.filter(Exists(steps))

    def with_steps(self):
        steps = _all("PathStep").select_related("career", "source")
        return self.prefetch_related(Prefetch("steps", steps))


def _all(model):
    # by name: these modules import this one
    return apps.get_model("careers", model).objects


def _headline_pay():
    return _all("CareerFigure").filter(measure="pay", headline=True)
