"""The kinds of parameters that a list’s URL may have."""

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 200
MOST_WORDS = 12
MOST_DOLLARS = 10_000_000


class DollarsField(forms.IntegerField):
    """Whole dollars; “$15,000” and “15k” read as 15000."""

    def __init__(self, **options):
        super().__init__(min_value=0, max_value=MOST_DOLLARS, **options)

    def to_python(self, value):
        digits = str(value or "").replace("$", "").replace(",", "").strip().casefold()
        if digits.endswith("k") and digits[:-1].isdecimal():
            digits = f"{digits[:-1]}000"
        return super().to_python(digits or value)  # a sign alone is no number


class DollarsFilter(django_filters.Filter):
    field_class = DollarsField


class CountFilter(django_filters.Filter):
    """A whole number of people or things."""

    field_class = forms.IntegerField

    def __init__(self, **options):
        super().__init__(min_value=0, max_value=MOST_DOLLARS, **options)


def few_words(text: str) -> None:
    """Each word is a condition of the query: nobody means more than a dozen."""
    if len(text.split()) > MOST_WORDS:
        raise ValidationError(_("Use at most %d words.") % MOST_WORDS)


class TextFilter(django_filters.CharFilter):
    """Words to look for, each of which must be found."""

    def __init__(self, **options):
        super().__init__(max_length=LONGEST_TEXT, validators=[few_words], **options)


class FacetFilter(django_filters.MultipleChoiceFilter):
    """Choices that mean “or”. `choices` may be a function, which each request calls once."""

    def __init__(self, *, choices, **options):
        self.source = choices
        super().__init__(choices=(), **options)

    def read_choices(self):
        self.extra["choices"] = list(self.source() if callable(self.source) else self.source)


def asking(question: str):
    """A filter’s method: the queryset’s own method of this name answers."""

    def answer(queryset, _name, value):
        return getattr(queryset, question)(value)

    return answer


def in_given_order(queryset, _name, _value):
    """The method of `sort`: the order is set once all filters are."""
    return queryset
