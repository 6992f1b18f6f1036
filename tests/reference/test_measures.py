import pytest

from reference.measures import ANY_KIND, KINDS, LARGEST, MEASURES, UNITS, measures_for
from reference.models import Figure, figure_models

# keys; units; direction; group ("=": its own); kinds of subject, by the letters of docs/data.md
REGISTERED = [
    ("tuition fees", "usd/year", -1, "=", {"tuition": "IPS", "fees": "IP"}),
    ("credit_price", "usd/credit", -1, "=", "IP"),
    ("total_cost", "usd", -1, "=", "TIP"),
    ("living_cost", "usd/year", -1, "=", "TIP"),
    ("assistantship", "usd/year", 1, "aid", "TIP"),
    ("aided_share", "percent", 1, "aid", "TIP"),
    ("employer_benefit", "usd/year", 1, "employer_aid", "TG"),
    ("employer_share", "percent", 1, "employer_aid", "TG"),
    ("tax_free_benefit", "usd/year", 0, "=", "TG"),
    ("service_commitment", "months", 0, "=", "TG"),
    ("payback", "months", -1, "=", "TP"),
    ("graduation_rate retention_rate", "percent", 1, "=", "IP"),
    ("placement_rate", "percent", 1, "=", "IPT"),
    ("pay", "usd/year", 1, "pay", "TOCI"),
    ("starting_pay earnings", "usd/year", 1, "pay", "TIFP"),
    ("debt", "usd", -1, "=", "FP"),
    ("pay_premium", "usd/year", 1, "premium", "T"),
    ("pay_premium_share", "percent", 1, "premium", "T"),
    ("experience_ratio", "ratio", 0, "=", "T"),
    ("sector_premium_share", "percent", 0, "=", "T"),
    ("growth", "percent", 1, "=", "TOC"),
    ("employment", "count", 1, "=", "TOC"),
    ("openings", "count/year", 1, "=", "TOC"),
    ("completions", "count/year", 0, "=", "IFP"),
    ("students faculty", "count", 0, "=", "IFP"),
    (
        "masters_share hiring_share experienced_share part_time_share employers_aiding_share"
        " skill_share upward_share interdisciplinary_share immediate_work_share enrolment_growth",
        "percent",
        0,
        "=",
        "T",
    ),
    ("experience_required duration", "months", -1, "=", "TP"),
    ("credits", "credits", 0, "=", "TP"),
    ("gpa_minimum gpa_admitted", "points", 0, "=", "IP"),
    ("programs_counted reviews", "count", 0, "=", "RS"),
    ("since_year", "year", 0, "=", ANY_KIND),
    ("other_count", "count", 0, "=", ANY_KIND),
]


def registered():
    for keys, unit, direction, group, kinds in REGISTERED:
        for key in keys.split():
            letters = kinds[key] if isinstance(kinds, dict) else kinds
            yield key, unit, direction, key if group == "=" else group, letters


@pytest.mark.parametrize("key, unit, direction, group, letters", list(registered()))
def test_a_measure_is_what_the_model_says(key, unit, direction, group, letters):
    measure = MEASURES[key]
    assert (measure.unit, measure.direction, measure.group) == (unit, direction, group)
    assert measure.kinds == {KINDS[letter] for letter in letters}


def test_there_is_no_other_measure():
    assert set(MEASURES) == {key for key, *_rest in registered()}


def test_every_unit_in_use_has_a_name_and_every_name_is_in_use():
    assert {measure.unit for measure in MEASURES.values()} == set(UNITS)


def test_only_a_year_and_a_number_of_anything_are_never_compared():
    assert {key for key, measure in MEASURES.items() if not measure.comparable} == {
        "since_year",
        "other_count",
    }


def test_every_kind_of_subject_has_one_table_of_figures():
    kinds = [model.subject_kind for model in figure_models()]
    assert sorted(kinds) == sorted(KINDS.values())


def test_a_kind_of_subject_has_its_measures_in_the_order_pages_list_them():
    assert measures_for("state") == [
        "tuition",
        "programs_counted",
        "reviews",
        "since_year",
        "other_count",
    ]
    assert MEASURES["tuition"].allowed_for("state")
    assert not MEASURES["fees"].allowed_for("state")


def test_the_largest_number_is_the_largest_a_column_holds():
    column = Figure._meta.get_field("high")
    whole, decimals = f"{LARGEST:f}".split(".")
    assert set(whole + decimals) == {"9"}
    assert (len(whole + decimals), len(decimals)) == (column.max_digits, column.decimal_places)
