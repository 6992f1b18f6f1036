from copy import copy

from django.contrib import admin

from reference.measures import MEASURES, measures_for

# what every imported record can be filtered by: who wrote it, and whether an editor changed it
ORIGIN = ("origin", ("edited", admin.EmptyFieldListFilter))


class UsedFilter(admin.RelatedOnlyFieldListFilter):
    """The records that those listed name, read once: each facet builds all filters anew."""

    def field_choices(self, field, request, model_admin):
        known = request.__dict__.setdefault("filter_choices", {})
        if self.field_path not in known:
            known[self.field_path] = super().field_choices(field, request, model_admin)
        return known[self.field_path]


class MeasureFilter(admin.ChoicesFieldListFilter):
    """Offers only the measures that this kind of subject may have."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        field = copy(field)
        field.choices = measure_choices(model.subject_kind)
        super().__init__(field, request, params, model, model_admin, field_path)


def measure_choices(kind: str) -> list[tuple[str, str]]:
    return [(key, str(MEASURES[key].label)) for key in measures_for(kind)]
