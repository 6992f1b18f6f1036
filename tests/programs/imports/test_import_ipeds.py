"""The command as a whole: which files, which years, and all or nothing."""

import pytest
from django.core.management import CommandError

from programs.models import Institution, InstitutionFigure, Program, ProgramFacts
from reference.models import Source
from tests.factories import SourceFactory
from tests.programs.imports.ipeds_samples import (
    CUT_HEADER,
    charges,
    completions,
    directory,
    import_ipeds,
)
from tests.samples import stored

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("computer_science", "pennsylvania"),
]


@pytest.fixture
def files(tmp_path):
    return {
        "directory": directory(tmp_path),
        "completions": completions(tmp_path),
        "charges": charges(tmp_path),
    }


def test_it_brings_a_university_with_a_program_and_charges(files):
    status, lines = import_ipeds(**files)
    assert status == 0
    assert lines[-1] == "read 22 = created 22 + updated 0 + unchanged 0 + kept 0 + rejected 0"
    program = Program.objects.get()
    assert (program.title, program.institution.name) == ("Computer Science", "River University")
    facts = ProgramFacts.objects.get()
    assert (facts.listed, facts.completions, facts.tuition) == (True, 12, 60000)


def test_a_second_run_changes_nothing(files):
    import_ipeds(**files)
    before = stored()
    _status, lines = import_ipeds(**files)
    assert lines[-1] == "read 22 = created 0 + updated 0 + unchanged 22 + kept 0 + rejected 0"
    assert stored() == before


def test_a_dry_run_reports_the_same_and_writes_nothing(files):
    before = stored()
    _status, dry = import_ipeds(**files, dry_run=True)
    assert stored() == before
    _status, lines = import_ipeds(**files)
    assert [line for line in dry if line != "Nothing was changed."] == lines


def test_one_file_is_enough(files):
    import_ipeds(directory=files["directory"], completions=files["completions"])
    import_ipeds(charges=files["charges"])
    assert InstitutionFigure.objects.count() == 18


def test_it_asks_for_at_least_one():
    with pytest.raises(CommandError, match="Give --directory, --completions or --charges") as said:
        import_ipeds()
    assert said.value.returncode == 2


def test_each_edition_is_a_source(files):
    import_ipeds(**files)
    assert [(s.slug, s.edition, s.title) for s in Source.objects.order_by("slug")] == [
        (
            "ipeds-c-2024",
            "2023–24 completions",
            "Completions by field of study and award level (C2024_A)",
        ),
        ("ipeds-hd-2024", "2024–25 directory", "Directory of institutions (HD2024)"),
        (
            "ipeds-ic-2023",
            "2023–24 charges",
            "Student charges for academic year programs (IC2023_AY)",
        ),
    ]


def test_a_bundled_source_is_no_copy_any_more(files):
    SourceFactory(slug="ipeds-ic-2023", is_copy=True, note="Not yet compared.", origin="seed")
    import_ipeds(**files)
    source = Source.objects.get(slug="ipeds-ic-2023")
    assert (source.is_copy, source.note, source.origin) == (False, "", "ipeds")


def test_a_revised_file_updates_in_place(files, tmp_path):
    import_ipeds(**files)
    revised = completions(tmp_path, {"CTOTALT": "15"}, name="c2024_a_rv.csv")
    _status, lines = import_ipeds(completions=revised)
    assert "institution field figures: read 1 = created 0 + updated 1" in lines[1]
    assert ProgramFacts.objects.get().completions == 15
    assert Source.objects.filter(slug__startswith="ipeds-c-").count() == 1


def test_the_next_year_stands_beside_the_last(files, tmp_path):
    import_ipeds(**files)
    import_ipeds(charges=charges(tmp_path, {"TUITION6": "61000"}, name="IC2024_AY.csv"))
    tuition = InstitutionFigure.objects.filter(item="TUITION6").order_by("source__slug")
    assert [(f.low, f.period, f.headline) for f in tuition] == [
        (60000, "2023–24", False),
        (61000, "2024–25", True),
    ]


@pytest.mark.parametrize(
    ("edition", "slugs"),
    [
        ("2022", {"ipeds-hd-2022", "ipeds-c-2022", "ipeds-ic-2022"}),
        # an academic year: completions are named by the year in which it ends
        ("2022-23", {"ipeds-hd-2022", "ipeds-c-2023", "ipeds-ic-2022"}),
    ],
)
def test_an_edition_may_be_given_where_names_do_not_tell(tmp_path, edition, slugs):
    import_ipeds(
        directory=directory(tmp_path, name="directory.csv"),
        completions=completions(tmp_path, name="completions.csv"),
        charges=charges(tmp_path, name="charges.csv"),
        edition=edition,
    )
    assert set(Source.objects.values_list("slug", flat=True)) == slugs


def test_a_name_that_tells_its_year_is_believed(files):
    import_ipeds(**files, edition="2022")
    assert Source.objects.filter(slug="ipeds-hd-2024").exists()


@pytest.mark.parametrize(
    ("kind", "write", "example"),
    [
        ("directory", directory, "hd2024.csv"),
        ("completions", completions, "c2024_a.csv"),
        ("charges", charges, "ic2023_ay.csv"),
    ],
)
def test_a_file_that_does_not_tell_its_year_is_refused(tmp_path, kind, write, example):
    with pytest.raises(CommandError, match=f"name it as {example}, or give --edition"):
        import_ipeds(**{kind: write(tmp_path, name="data.csv")})


@pytest.mark.parametrize(
    ("kind", "write", "said"),
    [
        ("completions", charges, r"looks like another file: charges by academic year \(IC_AY\)"),
        ("charges", completions, r"looks like another file: completions \(C_A\); give it under"),
        ("directory", charges, r"looks like another file: charges by academic year \(IC_AY\)"),
    ],
)
def test_one_file_for_another_is_refused(tmp_path, kind, write, said):
    with pytest.raises(CommandError, match=said):
        import_ipeds(**{kind: write(tmp_path)})


def test_of_many_missing_columns_the_first_are_named(tmp_path):
    path = tmp_path / "ic2023_ay.csv"
    path.write_text("UNITID,NAME\n1,2\n")
    said = r"lacks TUITION1, FEE1, HRCHG1, TUITION2, FEE2, HRCHG2, TUITION3, FEE3 and 28 more\."
    with pytest.raises(CommandError, match=said):
        import_ipeds(charges=path)


def test_columns_may_stand_in_any_order(tmp_path, files):
    header = ",".join(reversed(CUT_HEADER.split(",")))
    shuffled = tmp_path / "shuffled" / "c2024_a.csv"
    shuffled.parent.mkdir()
    shuffled.write_text(f"{header}\n7,5,12,7,1,11.0701,100001\n")
    import_ipeds(directory=files["directory"], completions=shuffled)
    assert ProgramFacts.objects.get().completions == 12


def test_a_broken_row_stops_all_three_files(tmp_path, files):
    before = stored()
    broken = charges(tmp_path, {"TUITION6": "free"})
    status, lines = import_ipeds(**{**files, "charges": broken})
    assert status == 1
    assert lines[-3] == (
        "ic2023_ay.csv, line 2, column TUITION6: “free” is not a number; "
        "write it as 1234 or 12.5, or as one of ., -1, -2"
    )
    assert stored() == before


def test_the_good_rows_come_in_when_asked(tmp_path, files):
    rows = ({}, {"UNITID": "100002", "CYACTIVE": "1", "CONTROL": "9"})
    status, lines = import_ipeds(
        directory=directory(tmp_path, *rows), completions=files["completions"], keep_going=True
    )
    assert status == 1
    assert "“9” is no control of IPEDS" in lines[-2]
    assert Institution.objects.get().name == "River University"
