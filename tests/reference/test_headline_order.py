"""The rule as the database orders figures chooses what the rule in Python does."""

import random
from collections import defaultdict
from datetime import date

import pytest

from programs.models import InstitutionFigure
from reference.enumerations import Basis, FigureStatus, Population, SourceKind, Statistic
from reference.headline_order import headlines_among
from reference.headlines import headline
from tests.factories import InstitutionFactory, InstitutionFigureFactory, SourceFactory

pytestmark = pytest.mark.django_db

MEASURES = ("tuition", "graduation_rate", "pay", "students", "completions")
DAYS = (None, date(2024, 6, 30), date(2025, 5, 31))
STATUSES = (*["as_printed"] * 6, FigureStatus.DISPUTED, FigureStatus.WITHDRAWN)


def figures_at_random(dice):
    sources = [
        SourceFactory(kind=kind, published_on=day) for kind in SourceKind.values for day in DAYS[:2]
    ]
    subjects = InstitutionFactory.create_batch(4)
    for number in range(150):
        InstitutionFigureFactory(
            subject=dice.choice(subjects),
            measure=dice.choice(MEASURES),
            item=f"{dice.choice('aBz_Z')}{number}",
            source=dice.choice(sources),
            value=dice.choice(["12", "10..20", "suppressed"]),
            statistic=dice.choice(Statistic.values),
            population=dice.choice(Population.values),
            basis=dice.choice(Basis.values),
            period_to=dice.choice(DAYS),
            status=dice.choice(STATUSES),
        )


def pin_some(dice):
    for subject in set(InstitutionFigure.objects.values_list("subject", flat=True)):
        candidates = InstitutionFigure.objects.filter(subject=subject, absence="", measure="pay")
        InstitutionFigure.objects.filter(pk=dice.choice(candidates).pk).update(pinned=True)


def chosen_in_python():
    groups = defaultdict(list)
    for figure in InstitutionFigure.objects.select_related("source").order_by("pk"):
        groups[figure.subject_id, figure.measure].append(figure)
    return {found.pk for group in groups.values() if (found := headline(group))}


@pytest.mark.parametrize("seed", range(4))
def test_both_choose_the_same_figures(seed):
    dice = random.Random(seed)
    figures_at_random(dice)
    if seed % 2:
        pin_some(dice)
    chosen = headlines_among(InstitutionFigure.objects.all())
    assert set(chosen.values_list("pk", flat=True)) == chosen_in_python()
