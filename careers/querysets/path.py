"""The questions one can ask of career paths."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch


class CareerPathQuerySet(models.QuerySet):
    def through(self, career):
        """The paths that a career stands on."""
        steps = _steps().filter(path=OuterRef("pk"), career=career)
        return self.filter(Exists(steps))

    def with_steps(self):
        steps = _steps().select_related("career", "source")
        return self.prefetch_related(Prefetch("steps", steps))


def _steps():
    # by name: the models import this module
    return apps.get_model("careers", "PathStep").objects
