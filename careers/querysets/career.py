"""The questions one can ask of careers, as a sentence reads. A blank one changes nothing."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce

from careers.querysets.occupation import FEDERAL, NEWEST_FIRST, federal_figures, federal_value
from reference.enumerations import Bound
from reference.facets import NONE
from reference.search.matching import matching


class CareerQuerySet(models.QuerySet):
    def named(self, text):
        """Which search finds by title or alias."""
        return matching(self, "career", text, in_names=True)

    def paying_at_least(self, dollars):
        """Whose pay, as lists show it, reaches the sum; a range counts by its upper end."""
        if dollars is None:
            return self
        enough = Q(high__gte=dollars) | Q(bound__in=(Bound.AT_LEAST, Bound.RANGE_OR_MORE))
        own = _headline_pay().visible().undisputed().filter(enough, subject=OuterRef("pk"))
        paying = self.alias(median=_median())
        return paying.filter(Q(median__gte=dollars) | Q(median__isnull=True) & Exists(own))

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
        """By title or pay as lists show it; unknown pay last.

        A career’s own pay goes up by the lower end of a range, and with `-` down by the upper one.
        """
        descending = sort.startswith("-")
        ends = ("high", "low") if descending else ("low", "high")
        own = _headline_pay().filter(subject=OuterRef("pk")).values_list(Coalesce(*ends))[:1]
        by_title = sort.endswith("title")
        column = F("title") if by_title else Coalesce(_median(), Subquery(own))
        order = F("sort_column")
        first = order.desc(nulls_last=True) if descending else order.asc(nulls_last=True)
        return self.annotate(sort_column=column).order_by(first, "title", "pk")

    def for_table(self):
        medians = Prefetch("occupation__figures", _medians(), to_attr="federal_figures")
        return self.for_page().prefetch_related(medians)

    def for_page(self):
        return self.select_related("occupation", "source").prefetch_related(
            "aliases",
            Prefetch("figures", _all("CareerFigure").visible().with_subjects()),
            Prefetch("listings", _all("CareerListing").select_related("source")),
        )


def _all(model):
    # by name: these modules import this one
    return apps.get_model("careers", model).objects


def _median():
    """Of all who work in the occupation, whether or not they are called by the career’s name; a
    doubtful code lends none.
    """
    return Case(When(soc_doubtful=False, then=federal_value("pay", "occupation")))


def _medians():
    return federal_figures().filter(FEDERAL["pay"]).order_by(*NEWEST_FIRST)


def _headline_pay():
    return _all("CareerFigure").filter(measure="pay", headline=True)
