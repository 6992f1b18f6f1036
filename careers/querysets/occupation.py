"""The questions one can ask of occupations, as a sentence reads."""

from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from reference.enumerations import SourceKind, Statistic
from reference.search.matching import matching

# {key of a sort: what the federal figure must be}
FEDERAL = {
    "pay": Q(measure="pay", statistic=Statistic.MEDIAN),
    "growth": Q(measure="growth"),
    "openings": Q(measure="openings"),
}
NEWEST_FIRST = (
    F("period_to").desc(nulls_last=True),
    F("source__published_on").desc(nulls_last=True),
    "-source__slug",
    "item",
)


class OccupationQuerySet(models.QuerySet):
    def named(self, text):
        """Which search finds: by title, alternate title or code."""
        return matching(self, "occupation", text)

    def in_zones(self, zones):
        """That ask for preparation of any of these job zones; `none`: O*NET gives none."""
        if not zones:
            return self
        known = [int(zone) for zone in zones if zone.isdigit()]
        unknown = Q(job_zone__isnull=True) if len(known) < len(zones) else Q(pk__in=())
        return self.filter(Q(job_zone__in=known) | unknown)

    def in_order(self, sort):
        """By title or a federal figure; unknown ones last in both directions."""
        key, descending = sort.removeprefix("-"), sort.startswith("-")
        column = federal_value(key, "pk") if key in FEDERAL else F("title")
        order = F("sort_column")
        first = order.desc(nulls_last=True) if descending else order.asc(nulls_last=True)
        return self.annotate(sort_column=column).order_by(first, "title", "pk")

    def of_careers(self):
        """Which a source gives a career as its code, and the code fits."""
        fitting = _all("Career").filter(soc_doubtful=False, occupation__isnull=False)
        return self.filter(pk__in=fitting.order_by().values("occupation"))

    def with_federal_figures(self):
        """Each with `federal_figures`, newest first: what a table tells of it."""
        wanted = federal_figures().filter(FEDERAL["pay"] | FEDERAL["growth"] | FEDERAL["openings"])
        found = Prefetch("figures", wanted.order_by(*NEWEST_FIRST), to_attr="federal_figures")
        return self.prefetch_related(found)


def federal_figures():
    """What pages may tell of occupations from federal files, stated blanks too."""
    figures = _all("OccupationFigure").visible().undisputed()
    return figures.filter(source__kind=SourceKind.GOVERNMENT)


def federal_value(key, occupation):
    """The newest number of a key of FEDERAL, of the occupation that this column names."""
    figures = federal_figures().filter(FEDERAL[key], subject=OuterRef(occupation), absence="")
    newest = figures.order_by(*NEWEST_FIRST)
    return Subquery(newest.values_list(Coalesce("low", "high"))[:1])


def _all(model):
    # by name: the models import this module
    return apps.get_model("careers", model).objects
