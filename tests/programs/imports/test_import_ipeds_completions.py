import pytest
from django.core.management import CommandError

from careers.models import FieldOfStudy
from programs.models import InstitutionField, InstitutionFieldFigure, Program, ProgramFacts
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    SourceFactory,
)
from tests.programs.imports.ipeds_samples import completions, import_ipeds
from tests.samples import stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("computer_science")]

SECOND = {"MAJORNUM": "2"}


@pytest.fixture(autouse=True)
def river():
    return InstitutionFactory(unitid="100001", slug="river", name="River University")


@pytest.fixture
def counted(tmp_path):
    """What comes of these rows of completions."""

    def count(*rows, **options):
        return import_ipeds(completions=completions(tmp_path, *rows), **options)

    return count


def figures():
    said = InstitutionFieldFigure.objects.order_by("pk")
    return [(f.measure, f.low, f.absence) for f in said]


def test_graduates_belong_to_the_field_of_a_university(counted, river):
    counted()
    field = InstitutionField.objects.get()
    assert (field.institution, field.field.cip, field.level) == (river, "11.0701", "masters")
    figure = field.figures.get()
    assert (figure.measure, figure.item, figure.low) == ("completions", "CTOTALT", 12)
    assert (figure.statistic, figure.population, figure.basis) == (
        "total",
        "completers",
        "unstated",
    )
    assert (figure.period, figure.terms) == ("2023–24", "first majors")
    assert figure.locator == (
        "UNITID 100001, CIP 11.0701, award level 7, first major, column CTOTALT"
    )
    assert (figure.source.slug, figure.origin, figure.headline) == ("ipeds-c-2024", "ipeds", True)


def test_second_majors_are_counted_apart(counted):
    counted({}, {**SECOND, "CTOTALT": "3"})
    assert InstitutionField.objects.count() == 1
    assert figures() == [("completions", 12, ""), ("other_count", 3, "")]
    second = InstitutionFieldFigure.objects.get(measure="other_count")
    assert (second.item, second.terms) == (
        "CTOTALT second major",
        "graduates with it as a second major",
    )
    assert second.locator == (
        "UNITID 100001, CIP 11.0701, award level 7, second major, column CTOTALT"
    )
    assert ProgramFacts.objects.get().completions == 12


def test_second_majors_alone_make_no_program(counted):
    counted(SECOND)
    assert figures() == [("other_count", 12, "")]
    assert not Program.objects.exists()


def test_nobody_is_a_number(counted):
    counted({"CTOTALT": "0"})
    assert figures() == [("completions", 0, "")]
    assert not Program.objects.exists()


@pytest.mark.parametrize(
    ("row", "absence"),
    [
        ({"XCTOTALT": "A", "CTOTALT": ""}, "not_applicable"),
        ({"XCTOTALT": "B", "CTOTALT": "."}, "not_reported"),
        ({"XCTOTALT": "R", "CTOTALT": ""}, "not_reported"),
        ({"XCTOTALT": "A", "CTOTALT": "-2"}, "not_applicable"),
    ],
)
def test_what_is_not_told_is_not_nobody(counted, row, absence):
    counted(row)
    assert figures() == [("completions", None, absence)]
    assert not Program.objects.exists()


@pytest.mark.parametrize("status", ["J", "K", "L", "N", "P"])
def test_what_was_imputed_says_so(counted, status):
    counted({"XCTOTALT": status})
    assert InstitutionFieldFigure.objects.get().terms == "first majors; imputed by NCES"
    assert Program.objects.exists()


def test_a_file_without_columns_of_status_says_the_same(tmp_path):
    import_ipeds(completions=completions(tmp_path))
    before = figures()
    cut = completions(tmp_path, cut=True, name="c2024_a.cut.csv")
    _status, lines = import_ipeds(completions=cut)
    assert lines[-1].startswith("read 3 = created 0 + updated 0 + unchanged 3")
    assert figures() == before


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"AWLEVEL": "5"}, "of another award level than a master’s"),
        ({"AWLEVEL": "17"}, "of another award level than a master’s"),
        ({"AWLEVEL": "12"}, "that sum up award levels"),
        ({"AWLEVEL": "13"}, "that sum up award levels"),
        ({"AWLEVEL": "15"}, "that sum up award levels"),
        ({"CIPCODE": "99"}, "that sum up a university (CIP 99)"),
        ({"CIPCODE": "11"}, "that sum up several fields"),
        ({"CIPCODE": "11.07"}, "that sum up several fields"),
        ({"CIPCODE": "01.0000"}, "of another field"),
        ({"UNITID": "999999"}, "of a university that the catalogue does not hold"),
    ],
)
def test_what_the_catalogue_does_not_need_is_left_out_with_its_reason(counted, row, why):
    _status, lines = counted({}, row)
    assert lines[0] == f"c2024_a.csv: left out 1 rows: 1 {why}"
    assert figures() == [("completions", 12, "")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"UNITID": "1"}, "column UNITID: “1” is not a UNITID of six digits"),
        ({"CIPCODE": "1.0701"}, "column CIPCODE: “1.0701” is not a CIP code"),
        ({"CIPCODE": ""}, "column CIPCODE: “” is not a CIP code"),
        ({"AWLEVEL": ""}, "column AWLEVEL: “” is no award level; a master’s is 7"),
        ({"MAJORNUM": "3"}, "column MAJORNUM: “3” is neither 1 (first major) nor 2"),
        ({"CTOTALT": "many"}, "column CTOTALT: “many” is not a number"),
        ({"CTOTALT": "1.5"}, "column CTOTALT: “1.5” is no count of graduates"),
        ({"XCTOTALT": "X"}, "column XCTOTALT: “X” is no status of IPEDS; known are A, B, C"),
    ],
)
def test_a_broken_cell_is_named(counted, row, said):
    status, lines = counted(row)
    assert status == 1
    assert f"c2024_a.csv, line 2, {said}" in lines[-3]
    assert not figures()


def test_two_counts_of_one_thing_are_named(counted):
    status, lines = counted({}, {"CTOTALT": "13"})
    assert status == 1
    assert (
        lines[-3] == "c2024_a.csv, line 3: names the same record as line 2; remove one of the two"
    )


def test_without_the_list_of_cip_codes_it_says_what_to_do(counted):
    before = stored()
    with pytest.raises(CommandError) as said:
        counted({"CIPCODE": "11.0102"}, {"CIPCODE": "11.0103"})
    assert str(said.value).endswith(
        "c2024_a.csv: needs titles for CIP codes such as 11.0102, which the catalogue does not "
        "have: run import_crosswalk with the list of CIP codes first. Nothing was changed."
    )
    assert stored() == before


def test_with_the_list_a_code_that_it_lacks_is_a_broken_cell(counted):
    FieldOfStudy.objects.update(origin="crosswalk")
    status, lines = counted({}, {"CIPCODE": "11.0102"})
    assert status == 1
    assert lines[-3] == (
        "c2024_a.csv, line 3, column CIPCODE: “11.0102” is not in the list of CIP codes; "
        "give import_crosswalk the newest one"
    )
    status, _lines = counted({}, {"CIPCODE": "11.0102"}, keep_going=True)
    assert (status, figures()) == (1, [("completions", 12, "")])


def test_a_six_digit_field_finds_its_four_digit_one(counted, river):
    four = InstitutionFieldFactory(
        institution=river, field=FieldOfStudyFactory(cip="11.07"), origin="scorecard"
    )
    counted()
    assert InstitutionField.objects.get(field__cip="11.0701").parent == four


def test_a_bundled_count_is_taken_over(counted, river):
    source = SourceFactory(slug="ipeds-c-2024", kind="government")
    bundled = InstitutionFieldFigureFactory(
        subject=InstitutionFieldFactory(
            institution=river, field=FieldOfStudy.objects.get(), origin="seed"
        ),
        source=source,
        item="CTOTALT",
        value="11",
        origin="seed",
    )
    counted()
    bundled.refresh_from_db()
    bundled.subject.refresh_from_db()
    assert (bundled.low, bundled.origin, bundled.subject.origin) == (12, "ipeds", "ipeds")


def test_a_field_that_the_file_no_longer_lists_is_named_and_stays(counted):
    FieldOfStudyFactory(cip="11.0102", title="Artificial Intelligence")
    counted({}, {"CIPCODE": "11.0102"})
    _status, lines = counted()
    assert (
        "no longer in its file: institution fields: "
        "River University: Artificial Intelligence (11.0102)"
    ) in lines
    assert InstitutionField.objects.count() == 2
