import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.imports.formulas import disarmed, rearmed

LEADS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]


@pytest.mark.parametrize("lead", LEADS)
def test_what_a_spreadsheet_would_run_becomes_text(lead):
    cell = f"{lead}cmd|' /C calc'!A0"
    assert disarmed(cell) == f"'{cell}"
    assert rearmed(disarmed(cell)) == cell


@pytest.mark.parametrize(
    "cell", ["-5", "-2.5", "-5..3", "-5+", "-2.5%", "—", "3-4", "", "'tis", "a=b"]
)
def test_numbers_and_words_stay_as_they_are(cell):
    assert disarmed(cell) == cell


def test_an_apostrophe_before_a_formula_is_kept_apart_from_ours():
    assert disarmed("'=1") == "''=1"
    assert rearmed("''=1") == "'=1"


@given(st.text(alphabet=["'", "=", "-", "1", "%", "a", "\t"], max_size=6))
def test_a_disarmed_cell_is_restored(cell):
    assert rearmed(disarmed(cell)) == cell
