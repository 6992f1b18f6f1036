import csv

import pytest

from careers.models import Occupation, OccupationFigure
from reference.models import Source
from reference.signals import evidence_changed
from tests.factories import OccupationFactory, OccupationFigureFactory, SourceFactory
from tests.federal_files import refusal, save_workbook
from tests.samples import run, stored

pytestmark = pytest.mark.django_db

HEADER = (
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP"),
    *("OWN_CODE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000"),
    *("LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT", "H_MEAN", "A_MEAN", "MEAN_PRSE", "H_PCT10"),
    *("H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75"),
    *("A_PCT90", "ANNUAL", "HOURLY"),
)
WAGES = ("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
ACTORS = {"soc": "27-2011", "title": "Actors", "wages": "*", "HOURLY": "TRUE"}


def row_of(soc="15-2051", title="Data Scientists", group="detailed", wages=None, **cells):
    usual = dict.fromkeys(HEADER, "") | {
        "AREA": "99",
        "AREA_TYPE": "1",
        "NAICS": "000000",
        "I_GROUP": "cross-industry",
        "OCC_CODE": soc,
        "OCC_TITLE": title,
        "O_GROUP": group,
        "TOT_EMP": 245900,
        "EMP_PRSE": 0,
        "H_MEDIAN": 54.13,
    }
    numbers = (119040, 63650, 82630, 112590, 155810, 194410)
    said = dict.fromkeys(WAGES, wages) if wages else dict(zip(WAGES, numbers, strict=True))
    return list((usual | said | cells).values())


def descriptions(
    year,
    top="#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year ",
):
    return [(f"May {year} OEWS Estimates",), (), ("Field", "Field Description"), (top,)]


@pytest.fixture
def national(tmp_path):
    """Writes a workbook as BLS does; `stated`: the year that its descriptions name."""

    def write(*rows, year=2025, stated=None, header=HEADER, described=None, name=""):
        sheets = {f"national_M{year}_dl": [header, *(rows or [row_of()])]}
        sheets["Field Descriptions"] = described or descriptions(stated or year)
        return save_workbook(tmp_path / (name or f"national_M{year}_dl.xlsx"), sheets)

    return write


@pytest.fixture
def exported(tmp_path):
    """Writes the rows as CSV."""

    def write(*rows, header=HEADER, name="national_M2024_dl.csv"):
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return write


def figure_of(item, soc="15-2051", year=2025):
    return OccupationFigure.objects.get(subject__soc=soc, item=item, source__slug=f"oews-{year}")


def test_an_occupation_comes_with_employment_and_six_wages(national):
    status, lines = run("import_oews", national())
    assert status == 0
    assert lines[-1] == "read 8 = created 8 + updated 0 + unchanged 0 + kept 0 + rejected 0"
    occupation = Occupation.objects.get()
    assert (occupation.soc, occupation.title, occupation.origin) == (
        *("15-2051", "Data Scientists"),
        "oews",
    )
    assert set(occupation.figures.values_list("item", "measure", "statistic", "low")) == {
        ("TOT_EMP", "employment", "total", 245900),
        ("A_MEAN", "pay", "mean", 119040),
        ("A_PCT10", "pay", "p10", 63650),
        ("A_PCT25", "pay", "p25", 82630),
        ("A_MEDIAN", "pay", "median", 112590),
        ("A_PCT75", "pay", "p75", 155810),
        ("A_PCT90", "pay", "p90", 194410),
    }


def test_a_figure_says_who_when_and_where(national):
    run("import_oews", national())
    figure = figure_of("A_MEDIAN")
    assert (figure.population, figure.bound, figure.headline) == ("employees", "exact", True)
    assert (figure.period, figure.locator) == ("May 2025", "SOC 15-2051, column A_MEDIAN")
    assert str(figure.source) == "OEWS, May 2025"


def test_groups_which_repeat_their_only_occupation_are_left_out(national):
    groups = [row_of("15-2050", group="broad"), row_of("00-0000", "All", group="total")]
    _status, lines = run("import_oews", national(*groups, row_of()))
    assert lines[0].endswith("left out 2 rows: 2 of a group of occupations")
    assert Occupation.objects.get().soc == "15-2051"


def test_rows_of_states_and_industries_are_left_out(national):
    state = row_of(AREA_TYPE="2", AREA="06")
    industry = row_of(I_GROUP="4-digit")
    _status, lines = run("import_oews", national(state, industry, row_of()))
    assert "2 of a state, an area or one industry" in lines[0]


def test_who_is_paid_by_the_hour_only_has_no_annual_wage(national):
    run("import_oews", national(row_of(**ACTORS)))
    median = figure_of("A_MEDIAN", "27-2011")
    assert (median.absence, median.low, median.headline) == ("not_estimated", None, False)
    assert figure_of("TOT_EMP", "27-2011").low == 245900


def test_employment_may_not_be_estimated_either(national):
    run("import_oews", national(row_of(TOT_EMP="**")))
    assert figure_of("TOT_EMP").absence == "not_estimated"


def test_the_top_code_is_at_least_what_the_workbook_says(national):
    top = "#  = indicates a wage equal to or greater than $120.00 per hour or $249,600 per year"
    run("import_oews", national(row_of(A_PCT90="#"), described=descriptions(2025, top)))
    figure = figure_of("A_PCT90")
    assert (figure.bound, figure.low, figure.high) == ("at_least", 249600, None)


def test_without_descriptions_the_top_code_is_that_of_the_edition(exported):
    run("import_oews", exported(row_of(A_MEDIAN="#"), name="national_M2024_dl.csv"))
    assert figure_of("A_MEDIAN", year=2024).low == 239200


def test_a_top_code_that_nothing_states_is_refused(exported):
    file = exported(row_of(A_PCT90="#"), name="national_M2021_dl.csv")
    status, lines = run("import_oews", file)
    assert status == 1
    assert any("line 2, column A_PCT90: “#” is a wage at or above a bound" in s for s in lines)


def test_the_top_code_counts_no_employees(national):
    status, lines = run("import_oews", national(row_of(TOT_EMP="#")))
    assert (status, any("column TOT_EMP: “#” is not a number" in line for line in lines)) == (
        1,
        True,
    )


def test_two_years_stand_side_by_side_and_the_newest_median_leads(national):
    older = national(row_of(title="Statisticians", A_MEDIAN=112590), year=2024)
    newer = national(row_of(A_MEDIAN=120230))
    run("import_oews", older, newer)
    medians = OccupationFigure.objects.filter(item="A_MEDIAN").order_by("period_to")
    assert list(medians.values_list("low", "headline")) == [(112590, False), (120230, True)]
    assert Occupation.objects.get().title == "Data Scientists"


def test_an_older_year_that_comes_later_does_not_lead(national):
    run("import_oews", national(row_of(A_MEDIAN=120230)))
    run("import_oews", national(row_of(A_MEDIAN=112590), year=2024))
    assert figure_of("A_MEDIAN").headline


def test_a_second_run_changes_nothing(national):
    paths = national(row_of(), row_of(**ACTORS)), national(row_of(A_PCT90="#"), year=2024)
    run("import_oews", *paths)
    _status, lines = run("import_oews", *paths)
    assert lines[-1] == "read 21 = created 0 + updated 0 + unchanged 21 + kept 0 + rejected 0"


def test_a_revised_file_updates_its_figures(national):
    run("import_oews", national())
    _status, lines = run("import_oews", national(row_of(A_MEDIAN=113000)))
    assert lines[-1] == "read 7 = created 0 + updated 1 + unchanged 6 + kept 0 + rejected 0"
    assert figure_of("A_MEDIAN").low == 113000


def test_a_title_that_someone_else_gave_stays(national):
    OccupationFactory(soc="15-2051", title="Data Scientists and Others", origin="crosswalk")
    run("import_oews", national())
    assert Occupation.objects.get().title == "Data Scientists and Others"


def test_a_bundled_figure_is_taken_over_and_an_editors_is_kept(national):
    occupation = OccupationFactory(soc="15-2051")
    source = SourceFactory(slug="oews-2025", kind="government", is_copy=True)
    common = {"subject": occupation, "source": source, "origin": "seed"}
    OccupationFigureFactory(item="A_MEAN", value="1", **common)
    OccupationFigureFactory(item="A_MEDIAN", value="2", edited="low|high", **common)
    _status, lines = run("import_oews", national())
    assert any("kept the editor’s" in line for line in lines)
    assert (figure_of("A_MEAN").low, figure_of("A_MEAN").origin) == (119040, "oews")
    assert figure_of("A_MEDIAN").low == 2
    run("import_oews", national(), overwrite=True)
    assert figure_of("A_MEDIAN").low == 112590


@pytest.fixture
def bundled():
    """Two bundled figures of one occupation, from a copy of the file."""
    occupation = OccupationFactory(soc="15-2051", title="Data Scientists")
    source = SourceFactory(
        slug="oews-2025", kind="government", is_copy=True, note="Not yet compared.", origin="seed"
    )
    stated = {"subject": occupation, "source": source, "origin": "seed", "measure": "pay"}
    stated |= {"population": "employees", "period": "2025-05"}
    for item, statistic, value in (("A_MEAN", "mean", "119040"), ("A_MEDIAN", "median", "112590")):
        locator = f"SOC 15-2051, column {item}"
        OccupationFigureFactory(
            item=item, statistic=statistic, value=value, locator=locator, **stated
        )
    return source


def test_bundled_rows_found_equal_are_said_and_the_source_is_no_copy(national, bundled):
    _status, lines = run("import_oews", national())
    said = "oews-2025: of 2 bundled rows in the file 2 are equal to it and 0 differ"
    assert said in lines
    bundled.refresh_from_db()
    assert (bundled.is_copy, bundled.note) == (False, "")
    assert not any("bundled" in line for line in run("import_oews", national())[1])


def test_a_bundled_row_that_differs_is_named_with_both_values(national, bundled):
    _status, lines = run("import_oews", national(row_of(A_MEDIAN=113000)))
    assert "oews-2025: of 2 bundled rows in the file 1 are equal to it and 1 differ" in lines
    (line,) = (line for line in lines if line.startswith("bundled otherwise"))
    assert "15-2051" in line
    assert "A_MEDIAN" in line
    assert "low 112590.0000, in the file 113000" in line
    bundled.refresh_from_db()
    assert not bundled.is_copy


def test_a_source_stays_a_copy_while_bundled_rows_are_not_in_the_file(national, bundled):
    _status, lines = run("import_oews", national(row_of(**ACTORS)))
    bundled.refresh_from_db()
    assert (bundled.is_copy, bundled.note) == (True, "Not yet compared.")
    (line,) = (line for line in lines if line.startswith("oews-2025: 2 bundled rows"))
    assert "not in the file, so that it stays marked as read from a copy" in line
    assert "A_MEDIAN" in line


@pytest.mark.parametrize("cells", [{"AREA_TYPE": "2"}, {"I_GROUP": "sector"}])
def test_a_file_of_states_or_industries_alone_is_refused_and_changes_nothing(
    national, bundled, cells
):
    before = stored()
    said = refusal("import_oews", national(row_of(**cells), row_of(**ACTORS, **cells)))
    assert "none of its rows is of use: 2 of a state, an area or one industry" in said
    assert "give the national file" in said
    assert stored() == before
    assert Source.objects.get(pk=bundled.pk).is_copy


def test_an_occupation_that_the_file_no_longer_has_is_named(national):
    run("import_oews", national(row_of(), row_of(**ACTORS)))
    _status, lines = run("import_oews", national())
    assert any("no longer in its file" in line and "Actors" in line for line in lines)


def test_a_dry_run_writes_nothing(national):
    _status, lines = run("import_oews", national(), dry_run=True)
    assert "Nothing was changed." in lines
    assert not (Occupation.objects.exists() or Source.objects.exists())


def test_columns_may_stand_in_another_order(national):
    run("import_oews", national(row_of()[::-1], header=HEADER[::-1]))
    assert figure_of("A_PCT90").low == 194410


def test_headers_in_lower_case_are_those_of_an_older_edition(national):
    path = national(year=2019, header=[name.lower() for name in HEADER])
    run("import_oews", path)
    assert figure_of("A_MEDIAN", year=2019).low == 112590


def test_a_table_of_the_columns_that_are_read_is_enough(exported):
    header = ("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", *WAGES)
    cells = dict(zip(HEADER, row_of(A_MEDIAN="112,590", TOT_EMP="1,245,900.0"), strict=True))
    run("import_oews", exported([cells[name] for name in header], header=header))
    assert figure_of("A_MEDIAN", year=2024).low == 112590
    assert figure_of("TOT_EMP", year=2024).low == 1245900


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("A_MEDIAN", "12x", "“12x” is not a number"),
        ("A_MEDIAN", "", "“” is not a number"),
        ("A_PCT10", -5, "“-5” is below 0"),
        ("OCC_CODE", "15/2051", "“15/2051” is not a SOC code"),
        ("O_GROUP", "detail", "“detail” is not one of broad, major, minor, total, detailed"),
        ("OCC_TITLE", "Data\u200b", "U+200B"),
    ],
)
def test_a_broken_cell_is_named_with_sheet_row_and_column(national, column, value, said):
    status, lines = run("import_oews", national(row_of("11-1011"), row_of(**{column: value})))
    place = f"national_M2025_dl.xlsx, sheet national_M2025_dl, line 3, column {column}: "
    assert status == 1
    assert any(line.startswith(place) and said in line for line in lines)
    assert not Occupation.objects.exists()


def test_the_good_rows_are_loaded_where_that_is_asked_for(national):
    rows = row_of("11-1011"), row_of(A_MEDIAN="?")
    status, _lines = run("import_oews", national(*rows), keep_going=True)
    assert (status, Occupation.objects.get().soc) == (1, "11-1011")


def test_an_occupation_told_twice_is_refused(national):
    status, lines = run("import_oews", national(row_of(), row_of()))
    assert (status, any("line 3: names the same record as line 2" in line for line in lines)) == (
        1,
        True,
    )


def test_a_missing_column_is_named_with_the_editions_known(national):
    header = ["A_P10" if name == "A_PCT10" else name for name in HEADER]
    message = refusal("import_oews", national(header=header))
    assert "sheet national_M2025_dl, line 1: is of an edition that is not known" in message
    assert "lacks A_PCT10. Known are: national estimates, May 2019 to May 2025" in message


def test_a_column_that_stands_twice_is_refused(national):
    header = ["A_MEAN" if name == "H_MEAN" else name for name in HEADER]
    message = refusal("import_oews", national(header=header))
    assert "line 1, column A_MEAN: stands twice in the header; remove one" in message


def test_a_cell_beyond_the_header_is_refused(national):
    status, lines = run("import_oews", national([*row_of(), "x"]))
    assert (status, any("line 2: has 33 cells, the header 32" in line for line in lines)) == (
        1,
        True,
    )


def test_the_year_is_given_where_the_name_is_silent(exported):
    path = exported(row_of(), name="wages.csv")
    assert "name it as national_M2025_dl.xlsx, or give --edition" in refusal("import_oews", path)
    run("import_oews", path, edition="2023")
    assert figure_of("A_MEDIAN", year=2023).period == "May 2023"


def test_a_name_with_a_year_needs_no_other(national, exported):
    run("import_oews", national(), exported(row_of(), name="wages.csv"), edition="2023")
    assert set(Source.objects.values_list("slug", flat=True)) == {"oews-2025", "oews-2023"}


def test_a_workbook_says_its_year_itself(national):
    run("import_oews", national(name="wages.xlsx"))
    assert Source.objects.get().slug == "oews-2025"


def test_a_name_that_the_workbook_contradicts_is_refused(national):
    message = refusal("import_oews", national(stated=2024))
    assert "is named May 2025, but its sheet Field Descriptions says May 2024" in message


def test_a_workbook_without_descriptions_has_its_year_from_the_name(tmp_path):
    path = save_workbook(tmp_path / "national_M2025_dl.xlsx", {"data": [HEADER, row_of()]})
    run("import_oews", path)
    assert figure_of("A_MEDIAN").low == 112590


def test_the_sheet_with_the_columns_is_read_wherever_it_stands(tmp_path):
    sheets = {"Field Descriptions": descriptions(2025), "data": [HEADER, row_of()]}
    run("import_oews", save_workbook(tmp_path / "wages.xlsx", sheets))
    assert figure_of("A_MEDIAN").low == 112590


def test_a_workbook_without_such_a_sheet_is_refused_before_its_year_is_asked_for(tmp_path):
    sheets = {"Index": [("Contents",)], "Table 1.2": [("Title",), ("Occupation type",)]}
    message = refusal("import_oews", save_workbook(tmp_path / "occupation.xlsx", sheets))
    assert "holds no sheet whose row 1 has the columns OCC_CODE, OCC_TITLE, O_GROUP" in message
    assert "--edition" not in message


def test_codes_of_soc_2010_are_refused(exported):
    message = refusal("import_oews", exported(row_of(), name="national_M2018_dl.csv"))
    assert "is of May 2018, with codes of SOC 2010; give one of May 2019 or later" in message


def test_two_files_of_one_year_are_refused(national, exported):
    message = refusal("import_oews", national(year=2024), exported(row_of()))
    assert "national_M2024_dl.csv: is of May 2024, as national_M2024_dl.xlsx is" in message


def test_a_header_alone_is_refused(exported):
    assert "has a header but no rows" in refusal("import_oews", exported())


def test_it_tells_which_tables_it_changed_and_a_second_run_nothing(national):
    """So that nothing is computed anew that does not rest on them, such as programs."""
    OccupationFactory(soc="15-2051")
    heard = []

    def hear(tables, **_signal):
        heard.append(tables)

    file = national()
    evidence_changed.connect(hear)
    try:
        run("import_oews", file)
        run("import_oews", file)
    finally:
        evidence_changed.disconnect(hear)
    assert heard == [{OccupationFigure}]
