from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.models.occupation import Occupation
from reference.enumerations import Bound
from reference.figure_groups import figure_groups, headline_rows
from reference.filters import NONE
from reference.models import CitedRecord, Figure
from reference.models.figure_constraints import measure_is_allowed


class CareerQuerySet(models.QuerySet):
    def named(self, text):
        """Whose title or alias contains each word."""
        careers = self
        for word in text.split():
            aliases = CareerAlias.objects.filter(career=OuterRef("pk"), name__icontains=word)
            careers = careers.filter(Q(title__icontains=word) | Exists(aliases))
        return careers

    def paying_at_least(self, dollars):
        """Whose headline pay a year reaches the sum; a range counts by its upper end."""
        if dollars is None:
            return self
        enough = Q(high__gte=dollars) | Q(bound__in=(Bound.AT_LEAST, Bound.RANGE_OR_MORE))
        figures = CareerFigure.objects.filter(enough, measure="pay", headline=True)
        return self.filter(pk__in=figures.values("subject_id"))

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

    def in_order(self, sort):
        """By title or the lower end of the headline pay, `-` the other way; unknown pay last."""
        column = (
            F("title") if sort.endswith("title") else Subquery(_headline_pay().values("low")[:1])
        )
        careers = self.annotate(sort_column=column)
        order = F("sort_column")
        first = order.desc(nulls_last=True) if sort.startswith("-") else order.asc(nulls_last=True)
        return careers.order_by(first, "title", "pk")

    def for_table(self):
        return self.select_related("occupation", "source").prefetch_related(
            "aliases",
            models.Prefetch("figures", CareerFigure.objects.visible().with_subjects()),
        )


def _headline_pay():
    return CareerFigure.objects.filter(subject=OuterRef("pk"), measure="pay", headline=True)


class Career(CitedRecord):
    """A role by the name people search for."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=120)
    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="careers",
        verbose_name=_("occupation"),
    )
    soc_doubtful = models.BooleanField(
        _("SOC code doubtful"), default=False, help_text=_("The code a source gives hardly fits.")
    )
    summary = models.TextField(_("summary"), blank=True)

    objects = CareerQuerySet.as_manager()

    class Meta:
        ordering = ("title",)

    def __str__(self):
        return self.title

    @property
    def headline_rows(self) -> dict:
        """{measure: its headline row, with what contradicts it}, from its figures as prefetched."""
        return headline_rows(figure_groups(self.figures.all()))

    def get_absolute_url(self):
        return reverse("careers:career", args=[self.slug])


class CareerAlias(models.Model):
    """Another name for the same role, as some source prints it."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=120, unique=True)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = _("career aliases")

    def __str__(self):
        return self.name


class CareerFigure(Figure):
    subject_kind = "career"
    subject = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="figures", verbose_name=_("career")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("career")]
