from django.apps import apps
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Control
from programs.models.state import State
from reference.enumerations import Population, SourceKind
from reference.facets import NONE
from reference.figure_groups import figure_groups, headline_rows
from reference.models import CitedRecord, Figure
from reference.models.figure_constraints import measure_is_allowed
from reference.search.matching import matching
from reference.validators import https_only

FEW_NAMES = 3
IS_FEDERAL = Q(source__kind=SourceKind.GOVERNMENT)
FEDERAL = models.Count("pk", filter=IS_FEDERAL)
NAMED = models.Count("pk", filter=~IS_FEDERAL)
TABLE_MEASURES = ("tuition", "graduation_rate")

unitid = RegexValidator(r"\A[0-9]{6}\Z", _("A UNITID has six digits."))


class InstitutionQuerySet(models.QuerySet):
    def named(self, text):
        """Which search finds by name, alias or city."""
        return matching(self, "institution", text, in_names=True)

    def in_states(self, codes):
        """`none`: no source says where it is."""
        if not codes:
            return self
        unknown = Q(state__isnull=True) if NONE in codes else Q()
        return self.filter(Q(state__code__in=codes) | unknown)

    def under_control(self, controls):
        """`none`: no source says who controls it."""
        wanted = ["" if control == NONE else control for control in controls]
        return self.filter(control__in=wanted) if controls else self

    def ranked_first(self):
        """By best rank in any ranking, the unranked last, then by name."""
        return self.annotate(best_rank=models.Min("ranking_entries__rank")).order_by(
            F("best_rank").asc(nulls_last=True), "name"
        )

    def choices_in_use(self):
        """{facet: the choices that any of these universities fits}, `none` for a blank."""
        pairs = set(self.order_by().values_list("state__code", "control"))
        return {
            "state": {code or NONE for code, _control in pairs},
            "control": {control or NONE for _code, control in pairs},
        }

    def told_by(self):
        """How many a document names (`named`), and how many only a federal file (`federal`)."""
        return self.aggregate(named=NAMED, federal=FEDERAL)

    def by_state(self):
        """{key of a state: (how many of these universities, those only in a federal file)}."""
        counts = self.order_by().values_list("state").annotate(n=models.Count("pk"), f=FEDERAL)
        return {state: (number, federal) for state, number, federal in counts if state}

    def for_page(self):
        return self.select_related("state", "source").prefetch_related("aliases")

    def for_table(self):
        entries = apps.get_model("programs", "RankingEntry").objects.with_names()
        in_table = InstitutionFigure.objects.visible().of_measures(TABLE_MEASURES)
        return self.for_page().prefetch_related(
            models.Prefetch("ranking_entries", entries),
            models.Prefetch("figures", in_table.with_subjects()),
        )


class Institution(CitedRecord):
    """A university, known by its IPEDS UNITID where that is recorded."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    unitid = models.CharField("UNITID", max_length=6, blank=True, validators=[unitid])
    name = models.CharField(_("name"), max_length=200)
    city = models.CharField(_("city"), max_length=100, blank=True)
    state = models.ForeignKey(
        State,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="institutions",
        verbose_name=_("state"),
    )
    control = models.CharField(_("control"), max_length=20, choices=Control.choices, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True, validators=[https_only])
    latitude = models.DecimalField(
        _("latitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    summary = models.TextField(_("summary"), blank=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=("unitid",), condition=~Q(unitid=""), name="institution_unitid_once"
            ),
            models.CheckConstraint(
                condition=Q(control__in=["", *Control.values]), name="institution_control_is_known"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def known_as(self) -> list[str]:
        """The names by which editors know it, else the first few of the federal directory."""
        curated = [alias.name for alias in self.aliases.all() if alias.curated]
        return curated or self.names_in_directory[:FEW_NAMES]

    @property
    def short_name(self) -> str:
        """The first name of several words by which editors know it, else its own; for charts."""
        curated = (alias.name for alias in self.aliases.all() if alias.curated)
        return next((name for name in curated if " " in name), self.name)

    @property
    def further_names(self) -> list[str]:
        """Those of the federal directory that are not among them; some list two dozen."""
        known = set(self.known_as)
        return [name for name in self.names_in_directory if name not in known]

    @property
    def names_in_directory(self) -> list[str]:
        return [alias.name for alias in self.aliases.all() if not alias.curated]

    @property
    def best_entry(self):
        """Its best row in any ranking, from those as prefetched."""
        return min(self.ranking_entries.all(), key=lambda entry: entry.rank, default=None)

    @property
    def headline_rows(self) -> dict:
        """{measure: its headline row, with what contradicts it}, from its figures as prefetched."""
        return headline_rows(figure_groups(self.figures.all()))

    def get_absolute_url(self):
        return reverse("programs:institution", args=[self.slug])


class InstitutionAlias(models.Model):
    """Another name of a university. IPEDS repeats some; a curated one names one university."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200)
    curated = models.BooleanField(_("curated"), default=True)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = _("institution aliases")
        constraints = [
            models.UniqueConstraint(
                fields=("institution", "name"), name="institution_alias_once_each"
            ),
            models.UniqueConstraint(
                fields=("name",), condition=Q(curated=True), name="institution_alias_names_one"
            ),
        ]

    def __str__(self):
        return self.name


class InstitutionFigure(Figure):
    subject_kind = "institution"
    subject = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="figures", verbose_name=_("institution")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("institution")]

    @property
    def is_average_charge(self) -> bool:
        """The federal charge to graduate students, which is of no one program."""
        is_federal = self.source.kind == SourceKind.GOVERNMENT
        return is_federal and self.population == Population.GRADUATE_STUDENTS
