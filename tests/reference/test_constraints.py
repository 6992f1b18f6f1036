from datetime import date

import pytest

from reference.measures import MEASURES, measures_for
from reference.models import Figure, figure_models
from tests.constraints import break_by_change, break_by_repeating, rules_of, rules_of_app
from tests.factories import (
    CareerFigureFactory,
    GuideFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    LedgerEntryFactory,
    NoteFactory,
    OccupationFigureFactory,
    OrganizationFigureFactory,
    ProgramFigureFactory,
    RankingFigureFactory,
    SourceFactory,
    StateFigureFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db

REPEATED: list[tuple] = [
    ("source.slug", SourceFactory, {}, ["slug"]),
    ("topic.key", TopicFactory, {}, ["key"]),
    ("note.key", NoteFactory, {}, ["key"]),
    ("ledger_line_has_one_entry_a_fate", LedgerEntryFactory, {}, ["source", "first", "fate"]),
    ("guide.slug", GuideFactory, {}, ["slug"]),
    ("guide_position_once", GuideFactory, {}, ["part", "position"]),
]

CHANGED = [
    ("source_kind_is_known", SourceFactory, {"kind": "rumour"}),
    ("source_is_measured_whole", SourceFactory, {"lines": 9}),
    ("source_is_measured_whole", SourceFactory, {"sha256": "0" * 64}),
    ("source_is_measured_whole", SourceFactory, {"lines": 0, "sha256": "0" * 64}),
    ("source_is_measured_whole", SourceFactory, {"lines": 441}),
    ("source_is_measured_whole", SourceFactory, {"sha256": "0" * 64}),
    ("source_is_measured_whole", SourceFactory, {"lines": 0, "sha256": "0" * 64}),
    ("guide_part_is_known", GuideFactory, {"part": "hobby"}),
    ("ledger_lines_in_order", LedgerEntryFactory, {"first": 0}),
    ("ledger_lines_in_order", LedgerEntryFactory, {"first": 5, "last": 4}),
    ("ledger_fate_is_known", LedgerEntryFactory, {"fate": "lost"}),
    ("ledger_ignored_has_a_reason", LedgerEntryFactory, {"fate": "ignored", "reason": ""}),
]

FIGURE_FACTORIES = {
    factory._meta.model: factory
    for factory in (
        TopicFigureFactory,
        OccupationFigureFactory,
        CareerFigureFactory,
        InstitutionFigureFactory,
        InstitutionFieldFigureFactory,
        ProgramFigureFactory,
        StateFigureFactory,
        RankingFigureFactory,
        OrganizationFigureFactory,
    )
}

# What each rule of a figure forbids. A condition that is NULL passes a CHECK, hence the many NULLs.
FIGURE_CHANGES = [
    ("value_or_absence", {"bound": "exact", "low": None, "high": 1}),
    ("value_or_absence", {"bound": "exact", "low": 1, "high": None}),
    ("value_or_absence", {"bound": "exact", "low": None, "high": None}),
    ("value_or_absence", {"bound": "exact", "low": 1, "high": 2}),
    ("value_or_absence", {"bound": "about", "low": None, "high": 1}),
    ("value_or_absence", {"bound": "about", "low": None, "high": None}),
    ("value_or_absence", {"bound": "about", "low": 2, "high": 1}),
    ("value_or_absence", {"bound": "range", "low": 1, "high": 1}),
    ("value_or_absence", {"bound": "range", "low": 2, "high": 1}),
    ("value_or_absence", {"bound": "range", "low": None, "high": 1}),
    ("value_or_absence", {"bound": "range", "low": 1, "high": None}),
    ("value_or_absence", {"bound": "range_or_more", "low": 1, "high": 1}),
    ("value_or_absence", {"bound": "range_or_more", "low": 1, "high": None}),
    ("value_or_absence", {"bound": "range_or_more", "low": None, "high": None}),
    ("value_or_absence", {"bound": "at_least", "low": None, "high": None}),
    ("value_or_absence", {"bound": "at_least", "low": None, "high": 1}),
    ("value_or_absence", {"bound": "at_least", "low": 1, "high": 2}),
    ("value_or_absence", {"bound": "at_most", "low": None, "high": None}),
    ("value_or_absence", {"bound": "at_most", "low": 1, "high": None}),
    ("value_or_absence", {"bound": "at_most", "low": 1, "high": 2}),
    ("value_or_absence", {"bound": "roughly", "low": 1, "high": 1}),
    ("value_or_absence", {"bound": "", "low": 1, "high": 1}),
    ("value_or_absence", {"bound": "", "low": None, "high": None}),
    ("value_or_absence", {"absence": "suppressed"}),
    ("value_or_absence", {"absence": "suppressed", "low": None, "high": None}),
    ("value_or_absence", {"absence": "suppressed", "bound": "", "low": None}),
    ("value_or_absence", {"absence": "suppressed", "bound": "", "high": None}),
    ("value_or_absence", {"absence": "lost", "bound": "", "low": None, "high": None}),
    (
        "headline_has_value",
        {"absence": "suppressed", "bound": "", "low": None, "high": None, "headline": True},
    ),
    ("period_in_order", {"period_from": date(2025, 1, 1), "period_to": date(2024, 12, 31)}),
    ("item_and_locator", {"item": ""}),
    ("item_and_locator", {"locator": ""}),
    ("terms_are_known", {"statistic": "mode"}),
    ("terms_are_known", {"population": "alumni"}),
    ("terms_are_known", {"basis": "in_space"}),
    ("terms_are_known", {"status": "rumoured"}),
    ("correction_is_explained", {"status": "corrected", "printed": "", "note": "A slip."}),
    ("correction_is_explained", {"status": "corrected", "printed": "1 %", "note": ""}),
    ("measure_is_allowed", {"measure": "happiness"}),
]

FIGURE_REPEATS = [
    ("printed_once", {}, ["subject", "source", "item"]),
    ("one_headline", {"headline": True}, ["subject"]),
    ("one_pin", {"pinned": True}, ["subject"]),
]

ALLOWED_FIGURES = [
    {"value": "0"},
    {"value": "~15"},
    {"value": "70..100"},
    {"value": "25000..140000+"},
    {"value": "170000+"},
    {"value": "<=12000"},
    {"value": "suppressed"},
    {"period": "2024"},
    {"period": "2024.."},
    {"period": "..2032"},
    {"status": "corrected", "printed": "1 %", "note": "A slip."},
]


@pytest.mark.parametrize("rule, factory, given, names", REPEATED)
def test_no_two_records_share_what_identifies_them(rule, factory, given, names):
    break_by_repeating(rule, factory, given, names)


@pytest.mark.parametrize("rule, factory, changes", CHANGED)
def test_no_record_holds_what_its_table_forbids(rule, factory, changes):
    break_by_change(rule, factory(), changes)


@pytest.mark.parametrize("model", FIGURE_FACTORIES)
@pytest.mark.parametrize("rule, changes", FIGURE_CHANGES)
def test_no_figure_holds_what_every_table_of_figures_forbids(model, rule, changes):
    break_by_change(_named(model, rule), FIGURE_FACTORIES[model](), changes)


@pytest.mark.parametrize("model", FIGURE_FACTORIES)
@pytest.mark.parametrize("rule, given, names", FIGURE_REPEATS)
def test_no_two_figures_share_what_identifies_them(model, rule, given, names):
    break_by_repeating(_named(model, rule), FIGURE_FACTORIES[model], given, names)


@pytest.mark.parametrize("model", FIGURE_FACTORIES)
def test_no_figure_has_a_measure_of_another_kind_of_subject(model):
    figure = FIGURE_FACTORIES[model]()
    for measure in set(MEASURES) - set(measures_for(model.subject_kind)):
        break_by_change(_named(model, "measure_is_allowed"), figure, {"measure": measure})


@pytest.mark.parametrize("model", FIGURE_FACTORIES)
@pytest.mark.parametrize("given", ALLOWED_FIGURES, ids=str)
def test_every_form_of_value_and_period_is_accepted(model, given):
    assert FIGURE_FACTORIES[model](**given).pk


@pytest.mark.parametrize("model", FIGURE_FACTORIES)
def test_every_measure_of_its_kind_of_subject_is_accepted(model):
    subject = FIGURE_FACTORIES[model]().subject
    for measure in measures_for(model.subject_kind):
        FIGURE_FACTORIES[model](subject=subject, measure=measure)
    assert set(subject.figures.values_list("measure", flat=True)) == set(
        measures_for(model.subject_kind)
    )


def test_two_figures_of_one_measure_need_no_headline_and_no_pin():
    first = ProgramFigureFactory()
    second = ProgramFigureFactory(subject=first.subject)
    assert (second.headline, second.pinned) == (False, False)


def test_every_table_of_figures_is_tried():
    assert set(FIGURE_FACTORIES) == set(figure_models())


@pytest.mark.parametrize("model", figure_models())
def test_every_rule_of_figures_is_broken_here(model):
    rules = {rule for rule, *_case in FIGURE_CHANGES + FIGURE_REPEATS}
    assert rules_of(model) == {_named(model, rule) for rule in rules}


def test_every_rule_of_this_app_is_broken_here():
    assert rules_of_app("reference") == {rule for rule, *_case in REPEATED + CHANGED}


def _named(model: type[Figure], rule: str) -> str:
    return f"{model._meta.model_name}_{rule}"
