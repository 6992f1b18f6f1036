from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from programs.admin.deciding_fact import DecidingFactInline, MissingFilter
from programs.deciding_facts import LABELS
from programs.enumerations import Delivery, Identity, Pace, ProgramStatus
from programs.models import Program, ProgramFacts, ProgramFigure
from reference.admin.edited import CITED, RECORD, EditedAdmin
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN, UsedFilter
from reference.admin.forms import EditedForm
from reference.admin.formsets import CheckedFormSet
from reference.admin.withdrawal import Withdrawal


def _checkboxes(label, choices):
    return forms.MultipleChoiceField(
        label=label,
        choices=choices.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ProgramForm(EditedForm):
    delivery = _checkboxes(_("Delivery"), Delivery)
    pace = _checkboxes(_("Pace"), Pace)

    together = (frozenset({"title", "identity"}),)

    def clean(self):
        changed = set(self.changed_data)
        if "title" in changed and "identity" not in changed:
            # who gives a program its title has found a named degree
            self.cleaned_data["identity"] = Identity.CURATED
        for name in {"delivery", "pace"} - changed:
            # the same set in another order stays as its file wrote it
            self.cleaned_data[name] = getattr(self.instance, name)
        return self.cleaned_data


class ProgramFactsInline(admin.StackedInline):
    """What lists show of the program: computed, so nobody edits it."""

    model = ProgramFacts
    fk_name = "program"
    formset = CheckedFormSet
    verbose_name = verbose_name_plural = _("What lists show")
    classes = ("collapse",)
    shown = ("tuition_shown", "tuition_out_shown", "earnings_shown", "duration_shown")
    readonly_fields = ("listed", *shown, "completions", "rank", "findings")
    fields = readonly_fields

    def get_queryset(self, request):
        figures = ("tuition", "tuition_out", "earnings", "duration")
        return super().get_queryset(request).select_related(*(f"{name}_source" for name in figures))

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("tuition"))
    def tuition_shown(self, facts):
        return _shown(facts.tuition_figure)

    @admin.display(description=_("tuition out of state"))
    def tuition_out_shown(self, facts):
        return _shown(facts.tuition_out_figure)

    @admin.display(description=_("earnings"))
    def earnings_shown(self, facts):
        return _shown(facts.earnings_figure)

    @admin.display(description=_("duration"))
    def duration_shown(self, facts):
        return _shown(facts.duration_figure)


def _shown(figure):
    """The value, who says so and of whom."""
    return f"{figure.in_words} · {figure.terms}" if figure else "-"


@admin.register(Program)
class ProgramAdmin(Withdrawal, EditedAdmin):
    form = ProgramForm
    restored = ProgramStatus.PUBLISHED
    list_display = (
        "name",
        "institution",
        "award",
        "level",
        "field",
        "identity",
        "status",
        "listed",
        "not_recorded",
    )
    list_select_related = ("institution", "field", "facts")
    list_filter = (
        "status",
        "identity",
        MissingFilter,
        "award",
        "level",
        ("field", admin.EmptyFieldListFilter),
        ("institution__state", UsedFilter),
        *ORIGIN,
    )
    search_fields = (
        "title",
        "slug",
        "institution__name",
        "institution__aliases__name",
        "field__cip",
        "field__title",
    )
    autocomplete_fields = ("institution", "field", "source")
    prepopulated_fields = {"slug": ("title",)}
    fieldsets = (
        (None, {"fields": ("title", "slug", "institution", "status", "summary")}),
        (_("Degree"), {"fields": ("award", "level", "field", "identity", "mention")}),
        (_("How it is taught"), {"fields": ("delivery", "pace", "starts_on")}),
        CITED,
        RECORD,
    )
    inlines = (DecidingFactInline, figure_inline(ProgramFigure), ProgramFactsInline)
    related_lists = (
        "deciding_facts",
        "figures",
        "profile_items",
        "organization_links",
        "role_links",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_what_they_state(LABELS)

    def view_on_site(self, obj):
        """Nobody sees a draft or a withdrawn program but here."""
        return super().view_on_site(obj) if obj.status == ProgramStatus.PUBLISHED else None

    @admin.display(description=_("title"), ordering="title")
    def name(self, program):
        return program.display_title

    @admin.display(description=_("listed"), boolean=True, ordering="facts__listed")
    def listed(self, program):
        facts = getattr(program, "facts", None)
        return bool(facts and facts.listed)

    @admin.display(description=_("not recorded"))
    def not_recorded(self, program):
        missing = [label for kind, label in LABELS.items() if not _states(program, kind)]
        return ", ".join(str(label) for label in missing) or "-"


def _states(program, kind):
    return getattr(program, f"stated_{kind}")


@admin.register(ProgramFigure)
class ProgramFigureAdmin(FigureAdmin):
    subject_names = ("subject__title", "subject__slug", "subject__institution__name")
