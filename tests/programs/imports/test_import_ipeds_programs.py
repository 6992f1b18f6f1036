"""Programs of which IPEDS reports graduates, where no named degree stands."""

import pytest

from careers.models import FieldOfStudy
from programs.models import InstitutionFieldFigure, Program, ProgramFacts
from tests.factories import FieldOfStudyFactory, InstitutionFactory, ProgramFactory
from tests.programs.imports.ipeds_samples import completions, import_ipeds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def river():
    return InstitutionFactory(unitid="100001", slug="river", name="River University")


@pytest.fixture(autouse=True)
def field(computer_science):
    return computer_science


@pytest.fixture
def counted(tmp_path):
    """What comes of these rows of completions."""

    def count(*rows, **options):
        return import_ipeds(completions=completions(tmp_path, *rows), **options)

    return count


def reported():
    return Program.objects.get(identity="reported")


def test_it_is_named_by_its_field(counted, river, field):
    counted()
    program = reported()
    assert (program.slug, program.title) == ("river-11-0701-masters", "Computer Science")
    assert (program.institution, program.field, program.level) == (river, field, "masters")
    assert (program.mention, program.status, program.origin) == ("federal", "published", "ipeds")
    assert (program.award, program.delivery, program.pace) == ("", [], [])
    assert (program.source.slug, program.locator) == (
        "ipeds-c-2024",
        "UNITID 100001, CIP 11.0701, award level 7",
    )
    assert ProgramFacts.objects.get(program=program).listed


def test_it_has_a_page(counted, show):
    counted()
    page = show(reported().get_absolute_url())
    assert "Computer Science" in page.text
    assert "as reported to IPEDS" in page.text


def test_a_named_degree_in_the_field_stands_for_it(counted, river, field):
    ProgramFactory(institution=river, field=field)
    counted()
    assert not Program.objects.filter(identity="reported").exists()


@pytest.mark.parametrize(
    "named", [{"status": "draft"}, {"level": "doctorate"}, {"identity": "implied"}]
)
def test_any_other_program_does_not(counted, river, field, named):
    ProgramFactory(institution=river, field=field, **named)
    counted()
    assert reported().title == "Computer Science"


def test_it_is_not_listed_once_a_degree_is_named_and_no_news_to_the_next_run(counted, river, field):
    counted()
    ProgramFactory(institution=river, field=field)
    _status, lines = counted()
    assert lines[-1].startswith("read 3 = created 0 + updated 0 + unchanged 3")
    counted({"CTOTALT": "13"})
    assert not ProgramFacts.objects.get(program=reported()).listed


@pytest.mark.parametrize("status", ["published", "draft", "withdrawn"])
def test_one_that_an_editor_gave_a_title_is_neither_reverted_nor_made_again(counted, status):
    counted()
    changes = {"title": "MS in Computing", "identity": "curated", "edited": "identity|title"}
    Program.objects.update(**changes, status=status)
    _status, lines = counted()
    assert Program.objects.get().title == "MS in Computing"
    assert lines[-1].startswith("read 2 = created 0 + updated 0 + unchanged 2")


def test_one_that_an_editor_moved_to_another_field_keeps_its_address(counted):
    counted()
    other = FieldOfStudyFactory(cip="11.0102")
    Program.objects.update(title="MS in AI", identity="curated", field=other)
    status, _lines = counted()
    assert (status, Program.objects.get().slug) == (0, "river-11-0701-masters")


def test_one_that_an_editor_withdrew_stays_withdrawn(counted):
    counted()
    Program.objects.update(status="withdrawn", edited="status")
    _status, lines = counted()
    assert reported().status == "withdrawn"
    assert lines[-1].startswith("read 3 = created 0 + updated 0 + unchanged 3")


def test_its_title_follows_the_list_of_cip_codes(counted):
    counted()
    FieldOfStudy.objects.update(title="Computer Science, General")
    _status, lines = counted()
    assert reported().title == "Computer Science, General"
    assert any(line.startswith("programs: read 1 = created 0 + updated 1") for line in lines)


def test_its_address_stays_when_that_of_its_university_changes(counted, river):
    counted()
    river.slug = "river-u"
    river.save()
    counted()
    assert reported().slug == "river-11-0701-masters"


@pytest.mark.parametrize("later", [{"CTOTALT": "0"}, {"CIPCODE": "11.0102"}, {"CTOTALT": ""}])
def test_one_without_graduates_any_more_is_named_and_stays(counted, later):
    FieldOfStudyFactory(cip="11.0102")
    counted()
    _status, lines = counted(later)
    said = "stays, though c2024_a.csv counts no graduates of it"
    assert f"Computer Science at River University {said}" in lines
    assert Program.objects.filter(slug="river-11-0701-masters").exists()


def test_older_completions_bring_figures_but_leave_the_program_to_the_newer(
    counted, tmp_path, river
):
    counted()
    older = completions(tmp_path, {"CTOTALT": "7"}, name="c2019_a.csv")
    _status, lines = import_ipeds(completions=older)
    assert "left 1 programs as newer completions, 2024, describe them" in lines
    assert reported().source.slug == "ipeds-c-2024"
    counts = InstitutionFieldFigure.objects.filter(measure="completions")
    assert set(counts.values_list("source__slug", "low")) == {
        ("ipeds-c-2019", 7),
        ("ipeds-c-2024", 12),
    }


def test_newer_completions_describe_the_program_anew(counted, tmp_path):
    import_ipeds(completions=completions(tmp_path, name="c2019_a.csv"))
    _status, lines = counted()
    assert reported().source.slug == "ipeds-c-2024"
    assert not any(line.startswith("left ") for line in lines)


def test_older_completions_do_not_miss_graduates_that_a_newer_file_counts(counted, tmp_path):
    FieldOfStudyFactory(cip="11.0102")
    counted()
    older = completions(tmp_path, {"CIPCODE": "11.0102"}, name="c2019_a.csv")
    _status, lines = import_ipeds(completions=older)
    assert not any("counts no graduates" in line for line in lines)


def test_nothing_is_said_of_graduates_while_rows_are_rejected(counted):
    counted()
    _status, lines = counted({"CTOTALT": "twelve"}, keep_going=True)
    assert any("“twelve” is not a number" in line for line in lines)
    assert not any("counts no graduates" in line for line in lines)
