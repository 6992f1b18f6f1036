"""The questions one can ask of what O*NET says, whose editions stand side by side."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from reference.models import Source


class OnetOccupationQuerySet(models.QuerySet):
    def titled(self, title):
        """Which O*NET calls so: by its own title, mostly a plural, or by an alternate one."""
        titles = apps.get_model("careers", "AlternateTitle").objects.filter(name__iexact=title)
        own = Q(title__iexact=title) | Q(title__iexact=f"{title}s")
        also = Q(pk__in=titles.of_newest_edition().values("subject"))
        return self.filter(own | also).select_related("occupation", "source").order_by("code")


class OnetRecordQuerySet(models.QuerySet):
    alike: tuple[str, ...] = ("subject",)

    def of_newest_edition(self):
        """Of each occupation those of the newest edition that has any; pages show no other.

        Editions of O*NET sort as text: two digits, a dot, one digit.
        """
        same = {name: OuterRef(OuterRef(name)) for name in self.alike}
        newer = Source.objects.filter(
            Exists(self.model._base_manager.filter(source=OuterRef("pk"), **same)),
            short_name=OuterRef("source__short_name"),
            edition__gt=OuterRef("source__edition"),
        )
        return self.filter(~Exists(newer))


class OccupationSkillQuerySet(OnetRecordQuerySet):
    """Skills and technologies each have their own newest edition."""

    alike = ("subject", "kind")
