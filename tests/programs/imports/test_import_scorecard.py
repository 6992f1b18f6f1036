"""import_scorecard: earnings and debt by field of study, rates of universities."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from careers.models import FieldOfStudy
from programs.models import InstitutionField, InstitutionFieldFigure, InstitutionFigure
from reference.enumerations import Origin
from reference.findings import compare
from reference.models import Source
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    SourceFactory,
)
from tests.programs.imports.scorecard_samples import (
    CURRENT,
    CURRENT_ROWS,
    FIRST,
    FIRST_ROWS,
    INSTITUTION_ROWS,
    INSTITUTIONS,
    PREFIXED,
    shuffled,
    text,
)

pytestmark = pytest.mark.django_db
FIRST_NAME = "Most-Recent-Field-Data-Elements.csv"
CURRENT_NAME = "Most-Recent-Cohorts-Field-of-Study_06102026.csv"


@pytest.fixture(autouse=True)
def universities():
    FieldOfStudyFactory(cip="11.01", title="Computer and Information Sciences, General")
    return [
        InstitutionFactory(unitid="100654", name="Alabama A & M University"),
        InstitutionFactory(unitid="100706", name="University of Alabama in Huntsville"),
    ]


def fields(tmp_path, content, name=FIRST_NAME, **options):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return run(fields=path, **options)


def run(**arguments):
    """(the report’s lines, exit status)."""
    out, status = StringIO(), 0
    try:
        call_command("import_scorecard", stdout=out, **arguments)
    except SystemExit as stop:
        status = stop.code
    return out.getvalue().splitlines(), status


def figure(unitid, cip, item):
    return InstitutionFieldFigure.objects.get(
        subject__institution__unitid=unitid, subject__field__cip=cip, item=item
    )


FIRST_FILE = text(FIRST, FIRST_ROWS)


def test_earnings_and_debt_belong_to_the_four_digit_field(tmp_path):
    fields(tmp_path, FIRST_FILE)
    earnings = figure("100654", "11.01", "MD_EARN_WNE")
    assert (earnings.low, earnings.statistic, earnings.basis) == (64000, "median", "year_1")
    assert earnings.population == "aided_completers"
    assert earnings.period == "2015–17"
    assert earnings.counted == 11
    assert earnings.locator == "UNITID 100654, CIP 11.01, credential level 5, column MD_EARN_WNE"
    assert "four-digit field" in earnings.terms
    assert figure("100654", "11.01", "DEBTMEDIAN").low == 21000
    assert earnings.headline


def test_what_is_suppressed_is_absent_and_not_zero(tmp_path):
    fields(tmp_path, FIRST_FILE)
    earnings = figure("100706", "27.05", "MD_EARN_WNE")
    assert (earnings.absence, earnings.low, earnings.headline) == ("suppressed", None, False)


def test_zero_graduates_are_a_count_and_null_is_none(tmp_path):
    fields(tmp_path, FIRST_FILE)
    assert figure("100654", "11.01", "IPEDSCOUNT2").low == 0
    assert figure("100706", "27.05", "IPEDSCOUNT1").absence == "not_reported"


def test_other_credentials_fields_and_schools_are_left_out_and_counted(tmp_path):
    lines, status = fields(tmp_path, FIRST_FILE)
    assert status == 0
    for reason in (
        "1 of another field",
        "1 of another credential than a master’s",
        "1 of a school without a UNITID",
        "1 of a university that the catalogue does not hold",
    ):
        assert any(reason in line for line in lines)
    assert InstitutionField.objects.count() == 2


def test_a_file_of_universities_that_the_catalogue_lacks_is_refused(tmp_path):
    source = SourceFactory(slug="scorecard-fields-2017", is_copy=True, origin="seed")
    with pytest.raises(CommandError, match="1 of a university that the catalogue does not hold"):
        fields(tmp_path, text(FIRST, FIRST_ROWS[-1:]))
    source.refresh_from_db()
    assert (source.is_copy, source.origin) == (True, "seed")


def test_the_last_line_sums_up(tmp_path):
    lines, _status = fields(tmp_path, FIRST_FILE)
    assert lines[-1] == "read 10 = created 10 + updated 0 + unchanged 0 + kept 0 + rejected 0"


def test_a_second_run_changes_nothing(tmp_path):
    fields(tmp_path, FIRST_FILE)
    before = list(InstitutionFieldFigure.objects.order_by("pk").values())
    lines, _status = fields(tmp_path, FIRST_FILE)
    assert lines[-1] == "read 10 = created 0 + updated 0 + unchanged 10 + kept 0 + rejected 0"
    assert list(InstitutionFieldFigure.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    "content",
    [text(PREFIXED, FIRST_ROWS), shuffled(FIRST_FILE), "\ufeff" + FIRST_FILE]
    + [FIRST_FILE.replace("\n", "\r\n")],
)
def test_other_forms_of_the_layout_read_the_same(tmp_path, content):
    fields(tmp_path, FIRST_FILE)
    lines, _status = fields(tmp_path, content)
    assert "unchanged 10" in lines[-1]


def test_rows_in_another_order_change_nothing(tmp_path):
    fields(tmp_path, FIRST_FILE)
    lines, _status = fields(tmp_path, text(FIRST, FIRST_ROWS[::-1]))
    assert "unchanged 10" in lines[-1]


def test_the_current_layout_keeps_its_three_horizons_apart(tmp_path):
    fields(tmp_path, text(CURRENT, CURRENT_ROWS), CURRENT_NAME)
    one, four = (figure("100706", "52.13", f"EARN_MDN_{n}YR") for n in (1, 4))
    assert (one.low, one.basis, one.counted) == (68095, "year_1", 17)
    assert (four.low, four.basis, four.period) == (118475, "year_4", "")
    assert "not stated" in four.terms
    assert figure("100706", "52.13", "EARN_MDN_5YR").absence == "suppressed"
    assert Source.objects.get().slug == "scorecard-fields-2026-06"


def test_two_years_of_a_cohort_without_its_dates_are_told_apart_and_neither_leads(tmp_path):
    fields(tmp_path, text(CURRENT, CURRENT_ROWS), CURRENT_NAME)
    first, second = (figure("100706", "52.13", f"IPEDSCOUNT{n}") for n in (1, 2))
    assert (first.low, second.low) == (28, 34)
    assert first.terms.startswith("first year of the cohort, years not given")
    assert second.terms.startswith("second year of the cohort, years not given")
    assert compare(first, second) is None
    assert not first.headline
    assert not second.headline


def test_not_available_and_suppressed_differ(tmp_path):
    fields(tmp_path, text(CURRENT, CURRENT_ROWS), CURRENT_NAME)
    absences = [figure("100654", "27.05", f"EARN_MDN_{n}YR").absence for n in (1, 4)]
    assert absences == ["suppressed", "not_reported"]
    assert figure("100654", "27.05", "IPEDSCOUNT1").low == 0


def test_a_release_that_the_name_does_not_tell_is_asked_for(tmp_path):
    with pytest.raises(CommandError, match="give --edition 2026-06-10"):
        fields(tmp_path, text(CURRENT, CURRENT_ROWS), "fields.csv")
    fields(tmp_path, text(CURRENT, CURRENT_ROWS), "fields.csv", edition="2026-06-10")
    assert Source.objects.get().edition == "release of 10 June 2026"


def test_of_two_releases_side_by_side_the_newer_leads(tmp_path):
    fields(tmp_path, FIRST_FILE.replace("1101", "5213"))
    fields(tmp_path, text(CURRENT, CURRENT_ROWS).replace("100706", "100654"), CURRENT_NAME)
    assert Source.objects.count() == 2
    assert figure("100654", "52.13", "EARN_MDN_1YR").headline
    assert not figure("100654", "52.13", "MD_EARN_WNE").headline


def test_a_release_that_has_not_come_is_refused(tmp_path):
    name = "Most-Recent-Cohorts-Field-of-Study_06102031.csv"
    with pytest.raises(CommandError, match="a day that has not come"):
        fields(tmp_path, text(CURRENT, CURRENT_ROWS), name)


def test_other_years_under_the_first_layout_are_refused(tmp_path):
    with pytest.raises(CommandError, match="says other years than 1516_1617"):
        fields(tmp_path, FIRST_FILE, "FieldOfStudyData1415_1516_PP.csv")


def test_figures_repeated_on_the_campuses_of_a_school_say_so(tmp_path):
    twin = FIRST_ROWS[0].replace("100654", "100706", 1)
    fields(tmp_path, text(FIRST, [FIRST_ROWS[0], twin]))
    for unitid in ("100654", "100706"):
        terms = figure(unitid, "11.01", "MD_EARN_WNE").terms
        assert terms.endswith("computed for OPEID 001002 and repeated on each of its campuses")
    assert "OPEID" not in figure("100654", "11.01", "IPEDSCOUNT1").terms


def test_a_campus_that_the_catalogue_does_not_hold_counts_as_one(tmp_path):
    fields(tmp_path, text(FIRST, [FIRST_ROWS[0], FIRST_ROWS[0].replace("100654", "100999", 1)]))
    assert "repeated on each" in figure("100654", "11.01", "MD_EARN_WNE").terms


def test_a_code_that_the_catalogue_lacks_is_made_with_the_title_of_the_file(tmp_path):
    fields(tmp_path, FIRST_FILE)
    made = FieldOfStudy.objects.get(cip="27.05")
    assert (made.title, made.origin) == ("Statistics", Origin.SCORECARD)
    assert FieldOfStudy.objects.get(cip="11.01").origin != Origin.SCORECARD


def test_a_six_digit_field_is_told_its_four_digit_one(tmp_path, universities):
    six = InstitutionFieldFactory(institution=universities[0], field__cip="11.0101")
    fields(tmp_path, FIRST_FILE)
    six.refresh_from_db()
    assert six.parent.field.cip == "11.01"


def test_a_new_value_replaces_the_old_and_a_vanished_one_is_no_headline(tmp_path):
    fields(tmp_path, FIRST_FILE)
    fields(tmp_path, FIRST_FILE.replace("64000", "65000"))
    assert figure("100654", "11.01", "MD_EARN_WNE").low == 65000
    lines, _status = fields(tmp_path, FIRST_FILE.replace("64000", "NULL"))
    gone = figure("100654", "11.01", "MD_EARN_WNE")
    assert (gone.absence, gone.headline) == ("not_reported", False)
    assert "updated 1" in lines[-1]


def test_what_an_editor_changed_stays_and_is_reported(tmp_path):
    fields(tmp_path, FIRST_FILE)
    edited = figure("100654", "11.01", "MD_EARN_WNE")
    edited.low = edited.high = 66000
    edited.note_edited(["low", "high"])
    edited.save()
    lines, _status = fields(tmp_path, FIRST_FILE.replace("64000", "65000"))
    edited.refresh_from_db()
    assert edited.low == 66000
    assert "kept 1" in lines[-1]
    assert any("kept the editor’s high, low" in line for line in lines)


def test_overwrite_lets_the_file_win_and_forgets_the_edit(tmp_path):
    fields(tmp_path, FIRST_FILE)
    edited = figure("100654", "11.01", "MD_EARN_WNE")
    edited.low = edited.high = 66000
    edited.note_edited(["low", "high"])
    edited.save()
    fields(tmp_path, FIRST_FILE, overwrite=True)
    edited.refresh_from_db()
    assert (edited.low, edited.edited) == (64000, "")


def test_rows_that_the_file_no_longer_has_are_reported_not_deleted(tmp_path):
    fields(tmp_path, FIRST_FILE)
    lines, _status = fields(tmp_path, text(FIRST, FIRST_ROWS[:1]))
    assert any("no longer in its file" in line and "MD_EARN_WNE" in line for line in lines)
    assert figure("100706", "27.05", "MD_EARN_WNE")


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path):
    lines, status = fields(tmp_path, FIRST_FILE, dry_run=True)
    assert lines[-1].startswith("read 10 = created 10")
    assert "Nothing was changed." in lines
    assert status == 0
    assert not Source.objects.exists()


def test_one_broken_row_stops_all_unless_told_to_keep_going(tmp_path):
    broken = FIRST_FILE.replace("64000", "$64,000", 1).replace("$64,000", '"$64,000"')
    lines, status = fields(tmp_path, broken)
    assert status == 1
    place = f"{FIRST_NAME}, line 2, column MD_EARN_WNE: “$64,000” is not a number"
    assert any(line.startswith(place) for line in lines)
    assert not InstitutionFieldFigure.objects.exists()
    lines, status = fields(tmp_path, broken, keep_going=True)
    assert status == 1
    assert figure("100706", "27.05", "MD_EARN_WNE")


def institutions(tmp_path, content, name="MERGED2023_24_PP.csv", **options):
    path = tmp_path / name
    path.write_text(content)
    return run(institutions=path, **options)


def test_rates_are_percentages_of_undergraduates(tmp_path, universities):
    institutions(tmp_path, text(INSTITUTIONS, INSTITUTION_ROWS))
    rate = InstitutionFigure.objects.get(subject=universities[0], item="C150_4")
    assert (rate.measure, rate.low) == ("graduation_rate", Decimal("28.74"))
    assert (rate.population, rate.basis) == ("first_time_undergraduates", "six_years")
    assert not rate.headline
    assert InstitutionFigure.objects.get(subject=universities[1], item="GRADS").low == 0
    absent = InstitutionFigure.objects.get(subject=universities[1], item="UGDS")
    assert absent.absence == "not_reported"


def test_a_release_of_the_institution_file_is_told_by_its_date(tmp_path):
    content = text(INSTITUTIONS, INSTITUTION_ROWS)
    institutions(tmp_path, content, "Most-Recent-Cohorts-Institution_06102026.csv")
    institutions(tmp_path, content)
    slugs = set(Source.objects.values_list("slug", flat=True))
    assert slugs == {"scorecard-institutions-2026-06", "scorecard-institutions-2023"}


def test_a_name_that_tells_its_year_is_believed(tmp_path):
    institutions(tmp_path, text(INSTITUTIONS, INSTITUTION_ROWS), edition="2026-06-10")
    assert Source.objects.get().slug == "scorecard-institutions-2023"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("0.2874", "1.4", "column C150_4: “1.4” is not a share from 0 to 1"),
        ("5726", "3.7", "column UGDS: “3.7” is not a whole number"),
    ],
)
def test_what_cannot_be_a_rate_or_a_number_of_people_is_rejected(tmp_path, old, new, reason):
    content = text(INSTITUTIONS, INSTITUTION_ROWS).replace(old, new)
    lines, status = institutions(tmp_path, content)
    assert (status, any(reason in line for line in lines)) == (1, True)


def test_records_of_a_rejected_row_are_not_told_as_gone(tmp_path):
    fields(tmp_path, FIRST_FILE)
    lines, _status = fields(tmp_path, FIRST_FILE.replace("64000", "$1"))
    assert not any("no longer in its file" in line for line in lines)


def test_nothing_to_read_is_said():
    with pytest.raises(CommandError, match="Give --institutions, --fields or both"):
        run()
