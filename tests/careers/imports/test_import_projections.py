from decimal import Decimal

import pytest

from careers.models import EntryEducation, Occupation, OccupationFigure, OverallGrowth
from reference.models import Source
from tests.factories import OccupationFactory
from tests.federal_files import refusal, save_workbook
from tests.samples import run

pytestmark = pytest.mark.django_db

FOOTNOTES = [
    ("Footnotes:",),
    ("[1] Data are from the Occupational Employment and Wage Statistics program.",),
    ('Note: Data is unavailable for values denoted with a "—".',),
    ("Source: Employment Projections program, U.S. Bureau of Labor Statistics",),
]


def header_of(first=2024):
    last, span = first + 10, f"{first}–{(first + 10) % 100}"
    return (
        f"{first} National Employment Matrix title",
        f"{first} National Employment Matrix code",
        "Occupation type",
        f"Employment, {first}",
        f"Employment, {last}",
        f"Employment distribution, percent, {first}",
        f"Employment distribution, percent, {last}",
        f"Employment change, numeric, {span}",
        f"Employment change, percent, {span}",
        f"Percent self employed, {first}",
        f"Occupational openings, {span} annual average",
        f"Median annual wage, dollars, {first}[1]",
        "Typical education needed for entry",
    )


HEADER = header_of()
CODE, KIND, NOW, THEN, CHANGE, OPENINGS = (HEADER[place] for place in (1, 2, 3, 4, 8, 10))


def row_of(code="15-2051", kind="Line item", **cells):
    """`cells` by place: c3=…"""
    row = ["      Data scientists", code, kind, 245.9, 328.3, 0.1, 0.2, 82.5, 33.5, 2.9]
    row += [23.4, ">=$239,200", "Bachelor's degree"]
    for place, value in cells.items():
        row[int(place[1:])] = value
    return row


def table(*rows, first=2024, header=None, title=True):
    said = f"Table 1.2 Occupational projections, {first}–{first + 10} (Employment in thousands)"
    return [(said if title else "Table 1.2",), header or header_of(first), *rows, *FOOTNOTES]


@pytest.fixture
def workbook(tmp_path):
    """Writes occupation.xlsx."""

    def write(*rows, others=None, **changes):
        index = {"Index": [("Occupation.xlsx contents",)]}
        sheets = index | {"Table 1.2": table(*(rows or [row_of()]), **changes)} | (others or {})
        return save_workbook(tmp_path / "occupation.xlsx", sheets)

    return write


@pytest.fixture(autouse=True)
def occupation():
    return OccupationFactory(soc="15-2051", title="Data Scientists")


def figure_of(item, first=2024):
    return OccupationFigure.objects.get(item=item, source__slug=f"projections-{first}")


def test_an_occupation_comes_with_jobs_growth_and_openings(workbook):
    status, lines = run("import_projections", workbook())
    assert status == 0
    assert lines[-1] == "read 6 = created 6 + updated 0 + unchanged 0 + kept 0 + rejected 0"
    columns = ("item", "measure", "statistic", "basis", "low")
    assert set(OccupationFigure.objects.values_list(*columns)) == {
        ("Employment, 2024", "employment", "total", "unstated", 245900),
        ("Employment, 2034", "employment", "total", "projection", 328300),
        ("Occupational openings, annual average", "openings", "mean", "projection", 23400),
        ("Employment change, percent", "growth", "rate", "projection", Decimal("33.5")),
        ("Employment change, numeric", "other_count", "unstated", "projection", 82500),
    }


def test_a_figure_says_whose_when_and_where(workbook):
    run("import_projections", workbook())
    growth, now = figure_of("Employment change, percent"), figure_of("Employment, 2024")
    assert (growth.in_words, growth.population) == ("33.5%", "jobs")
    assert (growth.period, now.period) == ("2024–34", "2024")
    assert growth.locator == "SOC 15-2051, table 1.2"
    assert str(growth.source) == "Employment Projections, 2024–34"


def test_the_education_to_enter_by_is_stored_where_the_file_names_one(workbook):
    run("import_projections", workbook())
    told = EntryEducation.objects.get()
    assert (told.subject.soc, told.name) == ("15-2051", "Bachelor's degree")
    assert (told.source.slug, told.locator) == ("projections-2024", "SOC 15-2051, table 1.2")


@pytest.mark.parametrize("cell", ["—", None])
def test_where_the_file_names_no_education_none_is_stored(workbook, cell):
    run("import_projections", workbook(row_of(c12=cell)))
    assert not EntryEducation.objects.exists()


def test_an_edition_without_that_column_or_the_change_still_comes(workbook):
    cut = [place for place in range(len(HEADER)) if place not in (7, 12)]
    header = [HEADER[place] for place in cut]
    _status, lines = run("import_projections", workbook([row_of()[n] for n in cut], header=header))
    assert lines[-1].startswith("read 4 = created 4")


def test_a_change_may_be_below_zero(workbook):
    run("import_projections", workbook(row_of(c7=-1.2)))
    assert figure_of("Employment change, numeric").low == -1200


def test_the_growth_of_all_occupations_stands_apart(workbook):
    total = row_of("00-0000", "Summary", c8=3.1, c12="—")
    _status, lines = run("import_projections", workbook(total, row_of()))
    assert (str(OverallGrowth.objects.get()), Occupation.objects.count()) == ("3.1%", 1)
    assert not any("left out" in line for line in lines)
    assert run("import_projections", workbook(total, row_of()))[1][-1].startswith(
        "read 7 = created 0 + updated 0 + unchanged 7"
    )


@pytest.mark.parametrize(
    ("stored", "jobs"),
    [(40.299999999999997, 40300), (0.1 + 0.2, 300), (1693.8, 1693800), (0, 0)],
)
def test_binary_noise_does_not_change_the_number_of_jobs(workbook, stored, jobs):
    run("import_projections", workbook(row_of(c3=stored)))
    assert figure_of("Employment, 2024").low == jobs


def test_growth_may_be_below_zero(workbook):
    run("import_projections", workbook(row_of(c8="−9.9")))
    assert str(figure_of("Employment change, percent").low) == "-9.9000"


def test_a_dash_is_an_absence(workbook):
    run("import_projections", workbook(row_of(c10="—")))
    figure = figure_of("Occupational openings, annual average")
    assert (figure.absence, figure.low) == ("not_reported", None)


def test_groups_and_codes_of_the_matrix_alone_are_left_out(workbook):
    rows = row_of("15-2000", "Summary"), row_of("15-2099"), row_of()
    _status, lines = run("import_projections", workbook(*rows))
    assert "1 of a group of occupations" in lines[0]
    assert "1 of a matrix code under which the catalogue has no occupation" in lines[0]


def test_footnotes_are_no_rows(workbook):
    _status, lines = run("import_projections", workbook())
    assert not any("left out" in line for line in lines)


def test_openings_may_stand_in_the_table_of_separations(workbook):
    header = [name for name in HEADER if name != OPENINGS]
    row = [cell for place, cell in enumerate(row_of()) if place != 10]
    separations = [
        ("Table 1.10 Occupational separations and openings, projected 2024–34",),
        (HEADER[0], CODE, KIND, OPENINGS),
        ("Data scientists", "15-2051", "Line item", 23.4),
        FOOTNOTES[-1],
    ]
    path = workbook(row, header=header, others={"Table 1.10": separations})
    status, _lines = run("import_projections", path)
    assert (status, OccupationFigure.objects.count()) == (0, 5)
    figure = figure_of("Occupational openings, annual average")
    assert (figure.low, figure.locator) == (23400, "SOC 15-2051, table 1.10")


def test_openings_that_stand_nowhere_are_missed(workbook):
    header = ["Openings" if name == OPENINGS else name for name in HEADER]
    header[10] = "Separations"
    message = refusal("import_projections", workbook(header=header))
    assert f"lacks {OPENINGS}" in message


def test_the_years_are_those_of_the_table_whatever_the_file_is_called(workbook):
    run("import_projections", workbook(first=2023))
    assert figure_of("Employment, 2033", 2023).period == "2033"
    assert Source.objects.get().edition == "2023–33"


def test_the_years_may_stand_in_the_header_alone(workbook):
    run("import_projections", workbook(title=False))
    assert Source.objects.get().slug == "projections-2024"


@pytest.mark.parametrize("dash", ["-", "—", " – "])
def test_years_may_be_joined_by_another_dash(workbook, dash):
    header = [f"{name.replace('–', dash)} [2]" for name in HEADER]
    status, _lines = run("import_projections", workbook(header=header))
    assert (status, OccupationFigure.objects.count()) == (0, 5)


def test_two_editions_stand_side_by_side(workbook):
    run("import_projections", workbook(first=2023))
    run("import_projections", workbook())
    growth = OccupationFigure.objects.filter(measure="growth").order_by("period_to")
    assert list(growth.values_list("headline", flat=True)) == [False, True]


def test_a_second_run_changes_nothing(workbook):
    run("import_projections", workbook())
    _status, lines = run("import_projections", workbook())
    assert lines[-1] == "read 6 = created 0 + updated 0 + unchanged 6 + kept 0 + rejected 0"


def test_what_an_editor_changed_is_kept(workbook):
    run("import_projections", workbook())
    OccupationFigure.objects.filter(measure="growth").update(terms="Ours", edited="terms")
    _status, lines = run("import_projections", workbook(row_of(c8=36)))
    assert "updated 0 + unchanged 5 + kept 1" in lines[-1]
    figure = figure_of("Employment change, percent")
    assert (figure.low, figure.terms) == (36, "Ours")


def test_a_dry_run_writes_nothing(workbook):
    run("import_projections", workbook(), dry_run=True)
    assert not OccupationFigure.objects.exists()


def test_columns_may_stand_in_another_order(workbook):
    row = row_of()
    path = workbook(["x", *row[::-1]], header=["Notes", *HEADER[::-1]])
    run("import_projections", path)
    assert figure_of("Employment, 2024").low == 245900


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"c3": "12 k"}, NOW, "“12 k” is not a number"),
        ({"c3": None}, NOW, "“” is not a number"),
        ({"c4": -1}, THEN, "“-1” is below 0"),
        ({"c8": ">=$239,200"}, CHANGE, "is not a number"),
        ({"c10": "NaN"}, OPENINGS, "“NaN” is not a number"),
        ({"code": "15-20x1"}, CODE, "is not a SOC code"),
        ({"kind": "Total"}, KIND, "“Total” is not one of Line item, Summary"),
    ],
)
def test_a_broken_cell_is_named_with_sheet_row_and_column(workbook, cells, column, said):
    status, lines = run("import_projections", workbook(row_of(), row_of(**cells)))
    place = f"occupation.xlsx, sheet Table 1.2, line 4, column {column}: "
    assert status == 1
    assert any(line.startswith(place) and said in line for line in lines)
    assert not OccupationFigure.objects.exists()


def test_the_good_rows_are_loaded_where_that_is_asked_for(workbook):
    path = workbook(row_of(), row_of("11-1011", c3="?"))
    status, _lines = run("import_projections", path, keep_going=True)
    assert (status, OccupationFigure.objects.count()) == (1, 5)


def test_a_missing_column_is_named(workbook):
    header = ["Growth" if name == CHANGE else name for name in HEADER]
    message = refusal("import_projections", workbook(header=header))
    assert "sheet Table 1.2, line 2: is of an edition that is not known" in message
    assert f"lacks {CHANGE}. Known are: Table 1.2 of 2024–34" in message


def test_a_table_without_years_is_refused(workbook):
    message = refusal("import_projections", workbook(header=["Code", "Jobs"], title=False))
    assert "sheet Table 1.2, line 2: names no years such as 2024–34" in message


def test_an_empty_table_is_refused(tmp_path):
    path = save_workbook(tmp_path / "occupation.xlsx", {"Table 1.2": []})
    assert "names no years" in refusal("import_projections", path)


def test_another_workbook_names_its_sheets(tmp_path):
    path = save_workbook(tmp_path / "occupation.xlsx", {"Data": [("a", "b")]})
    assert "no sheet “Table 1.2”; its sheets are “Data”" in refusal("import_projections", path)


def test_a_file_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "occupation.csv"
    path.write_text("a,b\n1,2\n")
    assert "is no .xlsx workbook" in refusal("import_projections", path)


def test_without_occupations_it_says_what_to_import_first(workbook, occupation):
    said = "the catalogue holds no occupations: run import_crosswalk and import_oews first"
    assert said not in run("import_projections", workbook())[1]
    Occupation.objects.all().delete()
    assert said in refusal("import_projections", workbook())
