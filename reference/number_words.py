"""Counts as sentences say them: how many figures there are, and how many of them are disputed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from reference.enumerations import FigureStatus

NUMBERS = (
    _lazy("No"),
    _lazy("One"),
    _lazy("Two"),
    _lazy("Three"),
    _lazy("Four"),
    _lazy("Five"),
    _lazy("Six"),
    _lazy("Seven"),
    _lazy("Eight"),
    _lazy("Nine"),
    _lazy("Ten"),
    _lazy("Eleven"),
    _lazy("Twelve"),
)


def number_in_words(number: int) -> str:
    """As a sentence begins: Five, Twelve, 13."""
    return str(NUMBERS[number]) if number < len(NUMBERS) else str(number)


def count_in_words(figures: Sequence, among: int | None = None) -> str:
    """“Nine figures, one of them disputed”; “4 of 8 figures” where they are some among others."""
    number = number_in_words(len(figures))
    counted = ngettext("%s figure", "%s figures", len(figures)) % number
    if among is not None and among > len(figures):
        counted = _("%(part)d of %(all)d figures") % {"part": len(figures), "all": among}
    return ", ".join([counted, *disputed_in_words(figures)])


def disputed_in_words(figures: Sequence) -> list[str]:
    """“one of them disputed”, if any is."""
    number = sum(figure.status == FigureStatus.DISPUTED for figure in figures)
    if not number:
        return []
    if len(figures) == 1:
        return [_("disputed")]
    return [_("%s of them disputed") % number_in_words(number).lower()]
