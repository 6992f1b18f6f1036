from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from programs.models.institution import Institution
from programs.querysets import RankedQuerySet, RankingQuerySet
from reference.models import CitedRecord, Figure, ImportedRecord
from reference.models.figure_constraints import measure_is_allowed


class Ranking(ImportedRecord):
    """One edition of a ranking. `says_ranked`: rows it claims; `shown`: rows it prints."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    source = models.ForeignKey(
        "reference.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source")
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    method = models.TextField(_("method"), blank=True, help_text=_("As stated, in our words."))
    says_ranked = models.PositiveIntegerField(_("says it ranks"), null=True, blank=True)
    shown = models.PositiveIntegerField(_("rows shown"), null=True, blank=True)

    objects = RankingQuerySet.as_manager()

    class Meta:
        ordering = ("-year", "title")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programs:ranking", args=[self.slug])

    @cached_property
    def rows_shown(self) -> int | None:
        """How many of the rows it claims we can see; None where those are all, or it claims none.

        Who is not among them may yet be ranked.
        """
        if not self.says_ranked:
            return None
        shown = self.entries.count() if self.shown is None else self.shown
        return shown if shown < self.says_ranked else None


class RankingEntry(CitedRecord):
    """One row of a ranking as printed. Ranks and scores may tie."""

    ranking = models.ForeignKey(
        Ranking, on_delete=models.CASCADE, related_name="entries", verbose_name=_("ranking")
    )
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        related_name="ranking_entries",
        verbose_name=_("institution"),
    )
    rank = models.PositiveIntegerField(_("rank"))
    score = models.DecimalField(_("score"), max_digits=8, decimal_places=3, null=True, blank=True)

    objects = RankedQuerySet.as_manager()

    class Meta:
        ordering = ("ranking", "rank", "institution__name")
        verbose_name_plural = _("ranking entries")
        constraints = [
            models.UniqueConstraint(
                fields=("ranking", "institution"), name="ranking_entry_once_an_institution"
            ),
            models.CheckConstraint(
                condition=models.Q(rank__gte=1), name="ranking_entry_rank_from_one"
            ),
        ]

    def __str__(self):
        return f"{self.rank}. {self.institution}"


class RankingFigure(Figure):
    subject_kind = "ranking"
    subject = models.ForeignKey(
        Ranking, on_delete=models.CASCADE, related_name="figures", verbose_name=_("ranking")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("ranking")]
