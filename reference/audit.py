"""A published claim beside the federal record: one pure verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Basis, Bound, Population, Statistic
from reference.measures import MEASURES
from reference.values import significant_digits

STRONG_DIGITS = 4
STRONG_SHARE = Decimal("0.8")
FEWEST_CHECKED = 5
IN_STATE_FIRST = (Basis.IN_STATE, Basis.ANY_RESIDENCY, Basis.IN_DISTRICT, Basis.OUT_OF_STATE)


class Outcome(TextChoices):
    AGREES = "agrees", _("Agrees")
    ANOTHER_MEASURE = "another_measure", _("Is another measure")
    DIFFERS = "differs", _("Differs")
    CANNOT_BE_CHECKED = "cannot_be_checked", _("Cannot be checked")


class Reason(TextChoices):
    """Why a claim cannot be checked."""

    NO_FEDERAL_FIGURE = "no_federal_figure", _("no federal figure is recorded")
    OTHER_PEOPLE = "other_people", _("the federal figure counts other people")
    OTHER_PERIOD = "other_period", _("the federal figure covers another period")


@dataclass(frozen=True)
class Verdict:
    """`figure`: what it rests on; `fit`: like for like; `share`: claim over fit, minus 1."""

    outcome: Outcome
    figure: Any | None = None
    fit: tuple = ()
    also: tuple = ()
    share: Decimal | None = None
    reason: str = ""
    nearest: tuple = field(default=())


def verdict(claim, federal: Iterable, matches: Mapping[str, int], checked: int) -> Verdict:
    """Judge a claim by federal figures of its subject and measure.

    `matches`: {federal item: how many of the source’s `checked` claims equal that column}.
    """
    federal = [figure for figure in federal if not figure.value.is_absent]
    fit = FIT[claim.measure](claim, federal) if claim.measure in FIT else []
    unfit = _by_residency([figure for figure in federal if figure not in fit])
    equal_fit = [figure for figure in fit if equals(claim, figure)]
    equal_unfit = [figure for figure in unfit if equals(claim, figure)]
    if equal_fit:
        return Verdict(Outcome.AGREES, equal_fit[0], tuple(fit), also=tuple(equal_unfit))
    strong = [figure for figure in equal_unfit if _is_strong(claim, figure, matches, checked)]
    if strong:
        return Verdict(Outcome.ANOTHER_MEASURE, strong[0], tuple(fit), also=tuple(strong[1:]))
    if fit:
        share = share_above(claim, fit[0])
        return Verdict(Outcome.DIFFERS, fit[0], tuple(fit), share=share, nearest=tuple(unfit))
    return Verdict(Outcome.CANNOT_BE_CHECKED, reason=_why_not(claim, federal), nearest=tuple(unfit))


def equals(claim, figure) -> bool:
    """Dollars to the dollar, else by rounding; a claimed range must hold the federal figure."""
    unit = MEASURES[claim.measure].unit
    if claim.value.bound in (Bound.RANGE, Bound.RANGE_OR_MORE, Bound.AT_LEAST, Bound.AT_MOST):
        return claim.value.holds(figure.value, Decimal(0))
    if unit.startswith("usd") and claim.value.bound == figure.value.bound == Bound.EXACT:
        return claim.value.low == figure.value.low
    return not claim.value.differs_from(figure.value, unit)


def _fit_tuition(claim, federal):
    fit = [
        figure
        for figure in federal
        if figure.population == Population.GRADUATE_STUDENTS
        and claim.basis in (Basis.UNSTATED, figure.basis)
    ]
    return _by_residency(fit)


def _fit_pay(claim, federal):
    """The median of employees of the claim's year, else the newest."""
    medians = [
        figure
        for figure in federal
        if figure.statistic == Statistic.MEDIAN and figure.population == Population.EMPLOYEES
    ]
    newest_first = sorted(medians, key=_year, reverse=True)
    same_year = [figure for figure in newest_first if _year(figure) == _year(claim)]
    return same_year or newest_first[:1]


def _fit_growth(claim, federal):
    """Another period never yields “differs”: only a projection of the same years is fit."""
    return [figure for figure in federal if same_period(claim, figure)]


FIT = {"tuition": _fit_tuition, "pay": _fit_pay, "growth": _fit_growth}


def same_period(claim, figure) -> bool:
    """Whether a claim that names years names those of the figure."""
    if not claim.period_to or claim.period_to != figure.period_to:
        return False
    return claim.period_from in (None, figure.period_from)


def _by_residency(figures):
    order = {basis: place for place, basis in enumerate(IN_STATE_FIRST)}
    return sorted(figures, key=lambda figure: order.get(figure.basis, len(order)))


def _is_strong(claim, figure, matches, checked):
    """Two equal digits are chance; four, or a column that keeps matching, are not."""
    if significant_digits(claim.value.sort_key) >= STRONG_DIGITS:
        return True
    return checked >= FEWEST_CHECKED and matches.get(figure.item, 0) >= STRONG_SHARE * checked


def share_above(claim, figure) -> Decimal | None:
    """Claim over figure, minus 1: 0.18 is 18 % above; None beside zero."""
    return claim.value.sort_key / figure.value.sort_key - 1 if figure.value.sort_key else None


def _why_not(claim, federal):
    if not federal:
        return Reason.NO_FEDERAL_FIGURE
    return Reason.OTHER_PERIOD if claim.measure == "growth" else Reason.OTHER_PEOPLE


def _year(figure):
    return figure.period_to.year if figure.period_to else 0
