"""The questions one can ask of programs, as a sentence reads. A blank one changes nothing."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from programs.enumerations import Delivery, Identity, Level, ProgramStatus
from programs.querysets.conditions import any_of, facts, recorded
from programs.querysets.field_groups import in_core, in_group
from programs.querysets.program_numbers import ProgramNumbers
from reference.enumerations import SourceKind
from reference.facets import NONE
from reference.search.matching import matching

OWN_PRICE = "own_price"  # beside the kinds of deciding facts: a figure, not a fact in words
PRICES = ("tuition", "fees", "credit_price", "total_cost")


class ProgramQuerySet(ProgramNumbers):
    def published(self):
        return self.filter(status=ProgramStatus.PUBLISHED)

    def listed(self):
        """Published, and not standing in for a named degree of the same university and field."""
        return self.filter(facts__listed=True)

    def masters(self):
        return self.at_levels([Level.MASTERS])

    def at_levels(self, levels):
        return self.filter(any_of("level", levels)) if levels else self

    def matching(self, text):
        """Which search finds: by title, university, place, field, code, career, lab."""
        return matching(self, "program", text)

    def in_states(self, codes):
        return self.filter(any_of("state", codes)) if codes else self

    def under_control(self, controls):
        return self.filter(any_of("control", controls)) if controls else self

    def with_awards(self, awards):
        return self.filter(any_of("award", awards)) if awards else self

    def delivered(self, ways):
        """In any of the ways; `none`: no way is recorded."""
        if not ways:
            return self
        condition = Q()
        for way in recorded(ways):
            condition |= facts(**{way: True})
        if NONE in ways:
            condition |= facts(**dict.fromkeys(Delivery.values, False))
        return self.filter(condition)

    def in_fields(self, groups):
        """In any of the groups of fields; `none`: no CIP code is recorded."""
        if not groups:
            return self
        return self.filter(reduce(or_, [in_group(group) for group in groups]))

    def named_or_core(self):
        """What lists hold unless asked for more: of a near field only what a source names."""
        return self.filter(~Q(identity=Identity.REPORTED) | in_core() | facts(cip=""))

    def at(self, institution):
        return self.filter(institution=institution)

    def at_institutions(self, slugs):
        return self.filter(institution__slug__in=slugs) if slugs else self

    def leading_to(self, slugs):
        """Whose source names one of the careers, for the program or for its whole university."""
        if not slugs:
            return self
        named = self._roles().filter(career__isnull=False)
        condition = Exists(named.filter(career__slug__in=recorded(slugs)))
        return self.filter(condition | ~Exists(named) if NONE in slugs else condition)

    def without_field_beside_reported(self):
        """Named master’s of no known field, each with how many are `reported_there`."""
        there = self.model.objects.filter(
            identity=Identity.REPORTED, institution=OuterRef("institution"), facts__listed=True
        )
        number = there.order_by().values("institution").annotate(n=models.Count("pk")).values("n")
        named = self.published().filter(
            identity=Identity.CURATED, level=Level.MASTERS, field__isnull=True
        )
        counted = named.annotate(reported_there=models.Subquery(number))
        return counted.exclude(reported_there=None).order_by("slug")

    def standing_in_for(self, program):
        """For an unlisted program: the only named degree of its field, else its university."""
        named = self.published().listed().at(program.institution)
        only = list(named.filter(field=program.field_id, level=program.level)[:2])
        return only[0] if program.field_id and len(only) == 1 else program.institution

    def lacking(self, kind):
        """Of which no source states this kind of deciding fact, or OWN_PRICE."""
        return self.exclude(self._stated(kind))

    def with_what_they_state(self, kinds):
        """Each with `stated_<kind>`: whether a source states it."""
        return self.annotate(**{f"stated_{kind}": self._stated(kind) for kind in kinds})

    def for_cards(self):
        sources = ("tuition_source", "tuition_out_source", "earnings_source")
        more = ("total_cost_source", "duration_source", "rank_source")
        return self.filter(facts__isnull=False).select_related(
            "institution__state", "field", "source", *(f"facts__{name}" for name in sources + more)
        )

    def for_rows(self):
        """With what a row of the list shows but for its university and sources; in no order."""
        return self.select_related("facts").order_by()

    def _stated(self, kind):
        if kind == OWN_PRICE:
            figures = apps.get_model("programs", "ProgramFigure").objects.visible()
            prices = figures.filter(measure__in=PRICES, source__kind=SourceKind.UNIVERSITY)
            prices = prices.filter(subject=OuterRef("pk"), absence="")
            return Exists(prices)
        stated = apps.get_model("programs", "DecidingFact").objects
        return Exists(stated.filter(program=OuterRef("pk"), kind=kind))

    def _roles(self):
        """Role links of the program itself, or of its university as a whole."""
        roles = apps.get_model("programs", "RoleLink").objects
        at_university = Q(institution=OuterRef("institution"), program__isnull=True)
        return roles.filter(at_university | Q(program=OuterRef("pk")))
