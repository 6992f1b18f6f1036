"""What the page of a field of study shows of codes and occupations; programs add the rest."""

from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careers.models import CrosswalkLink, FieldOfStudy, Occupation

FAMILY_WORDS = {
    True: _("a core field of this catalogue: lists show its programs first"),
    False: _("a field near the core: lists show its programs when asked"),
}


class FieldProfile:
    def __init__(self, field: FieldOfStudy):
        self.field = field

    @cached_property
    def whole(self) -> FieldOfStudy | None:
        """The four-digit field that it is a part of."""
        return FieldOfStudy.objects.whole_of(self.field).first()

    @cached_property
    def parts(self) -> list[FieldOfStudy]:
        """The six-digit fields that it holds."""
        return list(FieldOfStudy.objects.parts_of(self.field))

    @property
    def detailed(self) -> list[FieldOfStudy]:
        """The fields in which its degrees are awarded: its parts, or itself."""
        return self.parts if self.field.is_whole else [self.field]

    @property
    def four_digits(self) -> str:
        """The code under which College Scorecard publishes earnings and debt."""
        return self.field.cip[: len("11.01")]

    @property
    def family_in_words(self) -> str | Promise:
        """Blank outside the families of the catalogue."""
        return FAMILY_WORDS[self.field.is_core] if self.field.family else ""

    @property
    def crosswalk_is_read(self) -> bool:
        return CrosswalkLink.is_read_whole()

    @cached_property
    def links(self) -> list[CrosswalkLink]:
        """To each occupation once, for all its parts, with federal figures."""
        links = CrosswalkLink.objects.filter(field__in=self.detailed).select_related("source")
        by_occupation = {link.occupation_id: link for link in links.order_by("-pk")}
        found = Occupation.objects.filter(pk__in=by_occupation).with_federal_figures()
        occupations = {occupation.pk: occupation for occupation in found}
        for key, link in by_occupation.items():
            link.occupation = occupations[key]
        return sorted(by_occupation.values(), key=lambda link: link.occupation.soc)
