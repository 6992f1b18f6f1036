"""Figures in the admin: one form for their own page and for the page of their subject."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reference.admin.edited import RECORD, EditedAdmin, EditedInline, FormFields
from reference.admin.filters import ORIGIN, MeasureFilter, UsedFilter, measure_choices
from reference.admin.forms import EditedForm
from reference.admin.formsets import FigureFormSet
from reference.admin.withdrawal import Withdrawal
from reference.enumerations import FigureStatus
from reference.models import Figure
from reference.values import Value

FORMS_OF_VALUE = _(
    "118000 · ~15 (about) · 70..100 · 25000..140000+ · 170000+ (at least) · <=12000 (at most) · "
    "not_reported · suppressed · not_applicable · not_estimated"
)


class FigureForm(EditedForm):
    """The value is typed as in a seed file, so that number, form and absence cannot disagree."""

    value = forms.CharField(label=_("value"), max_length=60, help_text=FORMS_OF_VALUE)

    together = (
        frozenset({"value", "low", "high", "bound", "absence"}),
        frozenset({"period_from", "period_to"}),
    )
    shown_as = {"bound": "value", "absence": "value"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["value"] = self.instance.value.notation

    def clean_value(self):
        text = self.cleaned_data["value"]
        try:
            self.instance.value = Value.parse(text)
        except ValueError as error:
            raise ValidationError(f"{error}: {FORMS_OF_VALUE}") from None
        return text

    def clean(self):
        """The old headline steps down before the write; the refresh after it chooses anew."""
        if self.has_changed():
            self.instance.headline = False
        return super().clean()


@admin.display(description=_("value"), ordering="low")
def value_in_words(model_admin, figure: Figure) -> str:
    """In lists, and in place of the form field where a figure may only be seen."""
    return figure.in_words


class _FigureFields(FormFields):
    """What a figure's own page and its row on another share."""

    value = value_in_words

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "measure":
            blank = ("", "---------")
            kwargs["choices"] = [blank, *measure_choices(self.model.subject_kind)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class _FigureInline(_FigureFields, EditedInline):
    fk_name = "subject"
    form = FigureForm
    formset = FigureFormSet
    fields = ("measure", "item", "value", "population", "source", "locator", "status", "pinned")
    autocomplete_fields = ("source",)

    def get_queryset(self, request):
        return super().get_queryset(request).in_reading_order()


def figure_inline(model: type[Figure]) -> type[EditedInline]:
    """The figures of a subject on its own page; the rest of their fields is one click away."""
    return type(f"{model.__name__}Inline", (_FigureInline,), {"model": model})


def figure_fieldsets(*links: str):
    """`links`: the other records that its kind of figure names."""
    what = ("subject", "measure", "item", "value", "status", "pinned", "note")
    where = ("source", "locator", "printed", "cites")
    period = ("period_from", "period_to")
    terms = ("statistic", "population", "basis", period, "counted", "terms")
    return (
        (None, {"fields": what}),
        (_("Where it stands"), {"fields": where}),
        (_("What it counts"), {"fields": (*terms, *links)}),
        RECORD,
    )


class FigureAdmin(Withdrawal, _FigureFields, EditedAdmin):
    """`subject_names`: where a search looks for the subject."""

    form = FigureForm
    restored = FigureStatus.AS_PRINTED
    subject_names: tuple[str, ...] = ()
    list_display = (
        "subject",
        "measure",
        "value",
        "population",
        "basis",
        "period",
        "source",
        "status",
        "pinned",
        "headline",
    )
    list_display_links = ("measure",)
    list_select_related: ClassVar[tuple[str, ...]] = ("subject", "source")
    list_filter = (
        ("measure", MeasureFilter),
        "status",
        ("source", UsedFilter),
        "pinned",
        *ORIGIN,
    )
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("subject", "source", "topic")
    fieldsets = figure_fieldsets("topic")

    def get_search_fields(self, request):
        return (*self.subject_names, "item", "printed", "locator", "terms", "source__short_name")

    def view_on_site(self, obj):
        return obj.get_absolute_url() if hasattr(obj.subject, "get_absolute_url") else None
