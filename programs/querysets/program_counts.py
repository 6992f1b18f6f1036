"""How many programs there are a state or an identity, and which choices of facets fit any."""

from collections import Counter, defaultdict
from itertools import compress

from django.apps import apps
from django.db import models

from programs.enumerations import Delivery
from programs.querysets.field_groups import group_of
from reference.filters import NONE

FACET_COLUMNS = ("level", "award", "control", "cip", *Delivery.values)


class ProgramCounts(models.QuerySet):
    def choices_in_use(self, award_of=()):
        """{facet: the choices that any of these programs fits}, `none` for a blank.

        `award_of`: the levels whose awards count; none named: all.
        """
        facts = self.order_by().values_list(*(f"facts__{name}" for name in FACET_COLUMNS))
        used = {name: set() for name in ("level", "award", "control", "field", "delivery")}
        for level, award, control, cip, *ways in facts.distinct():
            used["level"].add(level or NONE)
            used["award"] |= {award or NONE} if level in (award_of or [level]) else set()
            used["control"].add(control or NONE)
            used["field"].add(group_of(cip))
            used["delivery"] |= set(compress(Delivery.values, ways)) or {NONE}
        return used | {"career": self._careers_in_use()}

    def by_identity(self):
        """{identity: how many of these programs}."""
        counts = self.order_by().values_list("identity").annotate(n=models.Count("pk"))
        return Counter(dict(counts))

    def by_state(self):
        """{postal code: how many of these programs}."""
        counts = self.order_by().values_list("facts__state").annotate(n=models.Count("pk"))
        return {code: number for code, number in counts if code}

    def identities_by_state(self):
        """{postal code: {identity: how many of these programs}}."""
        found = defaultdict(Counter)
        rows = self.order_by().values_list("facts__state", "identity")
        for code, identity, number in rows.annotate(n=models.Count("pk")):
            if code:
                found[code][identity] = number
        return found

    def _careers_in_use(self):
        roles = apps.get_model("programs", "RoleLink").objects.published()
        named = roles.filter(career__isnull=False, institution__in=self.values("institution"))
        return {NONE, *named.values_list("career__slug", flat=True).distinct()}
