"""The questions one can ask of fields of study."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from careers.cip_families import FAMILIES
from reference.search.matching import matching

WHOLE = "^[0-9]{2}[.][0-9]{2}$"  # a code of four digits


class FieldQuerySet(models.QuerySet):
    def named(self, text):
        """Which search finds by title or code."""
        return matching(self, "field", text, in_names=True)

    def detailed(self):
        """Codes of six digits, in which degrees are awarded."""
        return self.exclude(cip__regex=WHOLE)

    def in_families(self):
        """Those whose degrees the catalogue holds."""
        return self.filter(reduce(or_, (Q(cip__startswith=code) for code in FAMILIES)))

    def whole_of(self, field):
        """The field of four digits that this one is a part of."""
        return self.none() if field.is_whole else self.filter(cip=field.cip[: len("11.01")])

    def parts_of(self, field):
        """The fields of six digits that this one holds."""
        return self.detailed().filter(cip__startswith=field.cip) if field.is_whole else self.none()
