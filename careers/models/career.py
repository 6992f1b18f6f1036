from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.enumerations import ABOUT_CREDENTIALS, Stage
from careers.models.occupation import Occupation
from careers.querysets import CareerQuerySet
from reference.figure_groups import FigureGroup, figure_groups, headline_rows
from reference.ledger.account import lines_of
from reference.models import CitedRecord, Figure
from reference.models.figure_constraints import measure_is_allowed


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

    @property
    def shared_pay(self) -> Figure | None:
        """The federal median of all who work in its occupation: what lists show first.

        A doubtful code lends the career no pay.
        """
        if self.occupation is None or self.soc_doubtful:
            return None
        median = self.occupation.federal.get("pay")
        return None if median is None or median.value.is_absent else median

    @property
    def list_pay(self) -> Figure | None:
        """The federal median of its occupation, else its own headline figure; `in_order` and
        `paying_at_least` go by the same rule.
        """
        own = self.headline_rows.get("pay")
        return self.shared_pay or (own.figure if own else None)

    @property
    def pay_groups(self) -> list[FigureGroup]:
        return figure_groups(figure for figure in self.figures.all() if figure.measure == "pay")

    @property
    def outlook_groups(self) -> list[FigureGroup]:
        """Growth and whatever else is published but pay."""
        return figure_groups(figure for figure in self.figures.all() if figure.measure != "pay")

    @property
    def credential_listings(self) -> list:
        """Those of its listings that say whether it asks for a certificate or a degree."""
        return [listing for listing in self.listings.all() if listing.list in ABOUT_CREDENTIALS]

    def steps_asking(self, paths) -> list:
        """Its senior steps on these paths, with their steps as prefetched, that say what they ask
        for, but not from a line that a listing tells.
        """
        told = {line for listing in self.credential_listings for line in _numbered(listing)}
        steps = (step for path in paths for step in path.steps.all())
        asking = (s for s in steps if s.career_id == self.pk and s.asks_for)
        senior = (step for step in asking if step.stage == Stage.SENIOR)
        return [step for step in senior if told.isdisjoint(_numbered(step))]

    def get_absolute_url(self):
        return reverse("careers:career", args=[self.slug])


def _numbered(record):
    return {(record.source_id, line) for line in lines_of(record.locator)}


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
