from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reference.enumerations import SourceKind
from reference.models.record import ImportedRecord
from reference.periods import date_in_words
from reference.validators import https_only, sha256_digest


class SourceQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by(F("published_on").desc(nulls_last=True), "publisher", "slug")

    def with_ledger(self):
        """Documents whose every line is accounted for."""
        return self.exclude(lines=None).order_by("slug")

    def making_claims(self):
        """All but federal files."""
        return self.exclude(kind=SourceKind.GOVERNMENT).order_by("short_name", "slug")

    def cited_by(self, model):
        """Of which this table holds records."""
        return self.filter(pk__in=model._default_manager.order_by().values("source"))

    def read_from_copies(self):
        """Not yet compared with the publisher’s file, which importing that file does."""
        return self.filter(is_copy=True).order_by("slug")

    def unexplained_age(self):
        """Without edition, date or a note that says what a reader should know."""
        undated = self.filter(published_on=None, retrieved_on=None, edition="", note="")
        return undated.order_by("slug")


class Source(ImportedRecord):
    """One published document, or one edition of a data file."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    publisher = models.CharField(_("publisher"), max_length=200)
    short_name = models.CharField(
        _("short name"), max_length=40, help_text=_("How tables name it: “Hakia”, “IPEDS”.")
    )
    title = models.CharField(_("title"), max_length=300)
    url = models.URLField(_("address"), max_length=500, blank=True, validators=[https_only])
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind.choices)
    edition = models.CharField(
        _("edition"),
        max_length=60,
        blank=True,
        help_text=_("As the source says it: 2026, 2023–24."),
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    retrieved_on = models.DateField(_("retrieved on"), null=True, blank=True)
    licence = models.CharField(_("license"), max_length=100, blank=True)
    lines = models.PositiveIntegerField(
        _("lines"), null=True, blank=True, help_text=_("How many lines the document has.")
    )
    sha256 = models.CharField(
        "SHA-256",
        max_length=64,
        blank=True,
        validators=[sha256_digest],
        help_text=_("Of the document as we read it, so that another copy can be compared."),
    )
    note = models.CharField(
        _("note"), max_length=400, blank=True, help_text=_("What a reader should know about it.")
    )
    attribution = models.CharField(
        _("attribution"),
        max_length=400,
        blank=True,
        help_text=_("What its license asks every page with its data to say."),
    )
    is_copy = models.BooleanField(
        _("from a copy"),
        default=False,
        help_text=_("Read from a copy, not yet compared with the publisher’s file."),
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ("publisher", "title")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=SourceKind.values), name="source_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(lines__isnull=True, sha256="")
                | models.Q(lines__isnull=False, lines__gte=1) & ~models.Q(sha256=""),
                name="source_is_measured_whole",
            ),
        ]

    def __str__(self):
        return f"{self.short_name}, {self.edition}" if self.edition else self.short_name

    @property
    def is_federal(self) -> bool:
        """A file of data with rows and columns, not a document with lines."""
        return self.kind == SourceKind.GOVERNMENT

    @property
    def published_in_words(self) -> str:
        return date_in_words(self.published_on)

    @property
    def retrieved_in_words(self) -> str:
        return date_in_words(self.retrieved_on)

    def get_absolute_url(self):
        return reverse("reference:source", args=[self.slug])
