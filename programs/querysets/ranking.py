"""The questions one can ask of rankings and of what they say of a university."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef


class RankingQuerySet(models.QuerySet):
    def on_states(self):
        """Those that name a top university of states first, the newest of them first."""
        tops = apps.get_model("programs", "StateTop").objects.filter(ranking=OuterRef("pk"))
        newest = F("year").desc(nulls_last=True)
        speaking = self.select_related("source").annotate(names_tops=Exists(tops))
        return speaking.order_by("-names_tops", newest, "title", "pk")


class RankedQuerySet(models.QuerySet):
    """What a ranking says of a university."""

    def with_names(self):
        """With what it takes to name each and its place, as they were entered."""
        related = ("source", "ranking__source", "institution__state")
        return self.select_related(*related).order_by("pk")


class StateTopQuerySet(RankedQuerySet):
    def with_names(self):
        return super().with_names().select_related("state")
