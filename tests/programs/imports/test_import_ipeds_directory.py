from decimal import Decimal

import pytest

from programs.models import Institution, InstitutionAlias, ProgramFacts
from tests.factories import (
    InstitutionAliasFactory,
    InstitutionFactory,
    SourceFactory,
    StateFactory,
)
from tests.federal_files import refusal
from tests.programs.imports.ipeds_samples import completions, directory, import_ipeds

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("computer_science", "pennsylvania"),
]


@pytest.fixture
def brought(tmp_path):
    """What comes of these rows of the directory, with graduates of each UNITID."""

    def bring(*rows, graduates=("100001", "100002"), **options):
        counted = ({"UNITID": code} for code in graduates)
        return import_ipeds(
            directory=directory(tmp_path, *rows),
            completions=completions(tmp_path, *counted),
            **options,
        )

    return bring


def river():
    return Institution.objects.get(unitid="100001")


def names(institution):
    return [(alias.name, alias.curated) for alias in institution.aliases.all()]


def test_a_new_university_comes_with_its_place(brought):
    brought()
    found = river()
    assert (found.slug, found.name) == ("river-university", "River University")
    assert (found.city, found.state.code, found.control) == (
        "Springfield",
        "PA",
        "private_nonprofit",
    )
    assert (found.latitude, found.longitude) == (Decimal("40.44357"), Decimal("-79.941993"))
    assert (found.website, found.origin) == ("https://www.river.example/", "ipeds")
    assert (found.source.slug, found.locator) == ("ipeds-hd-2024", "UNITID 100001")


def test_its_other_names_are_not_ours(brought):
    brought()
    assert names(river()) == [("RU", False), ("River U", False), ("The River", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RU|RU|ru", ["RU"]),
        ("river university|RU", ["RU"]),
        ("|" + "long " * 60 + "|RU", ["RU"]),
        ("-2", []),
        ("", []),
    ],
)
def test_other_names_are_each_there_once_and_of_a_length_to_be_names(brought, text, expected):
    brought({"IALIAS": text})
    assert [name for name, _curated in names(river())] == expected


def test_overlong_names_are_counted(brought):
    _status, lines = brought({"IALIAS": "long " * 60})
    assert "other names of more than 200 characters, left out: 1" in lines


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.river.example/", "https://www.river.example/"),
        ("https://river.example", "https://river.example"),
        ("http://river.example/", "https://river.example/"),
        ("HTTP://river.example/", "https://river.example/"),
        ("www.river.example/#at=West Side", "https://www.river.example/#at=West%20Side"),
        ("", ""),
        ("-2", ""),
    ],
)
def test_a_website_is_an_https_address(brought, text, address):
    _status, lines = brought({"WEBADDR": text})
    assert river().website == address
    assert not any("no web address" in line for line in lines)


def test_a_website_that_is_no_address_is_left_blank_and_counted(brought):
    _status, lines = brought({"WEBADDR": "ask us"})
    assert river().website == ""
    assert "websites that are no web address, left blank: 1" in lines


@pytest.mark.parametrize(
    ("code", "control"),
    [
        ("1", "public"),
        ("2", "private_nonprofit"),
        ("3", "private_for_profit"),
        ("-3", ""),
        ("", ""),
    ],
)
def test_control_is_a_number(brought, code, control):
    brought({"CONTROL": code})
    assert river().control == control


def test_lists_follow_where_the_directory_alone_has_changed(brought):
    brought({"CONTROL": "1"})
    assert ProgramFacts.objects.get(program__institution__unitid="100001").control == "public"
    brought({"CONTROL": "3"})
    facts = ProgramFacts.objects.get(program__institution__unitid="100001")
    assert facts.control == "private_for_profit"


def test_a_place_that_is_not_told_is_blank(brought):
    brought({"CITY": "-2", "STABBR": "", "LATITUDE": "-2", "LONGITUD": "."})
    found = river()
    assert (found.city, found.state, found.latitude, found.longitude) == ("", None, None, None)


def test_a_territory_that_is_no_state_of_ours_is_left_blank_and_said(brought):
    _status, lines = brought({"STABBR": "GU"})
    assert river().state is None
    assert (
        "no state GU in the catalogue; universities left without: 1 "
        "(add the state in the admin, then import again)"
    ) in lines


def test_only_those_with_masters_of_our_fields_come_in(brought):
    _status, lines = brought({}, {"UNITID": "100002", "INSTNM": "Hill"}, graduates=["100001"])
    assert Institution.objects.get() == river()
    assert lines[0] == (
        "hd2024.csv: left out 1 rows: "
        "1 without a master’s of our fields among the completions given"
    )


def test_without_completions_no_university_comes_in(tmp_path):
    said = refusal("import_ipeds", directory=directory(tmp_path))
    assert "1 without a master’s of our fields among the completions given" in said
    assert not Institution.objects.exists()


@pytest.mark.parametrize("closed", [{"CYACTIVE": "3"}, {"CLOSEDAT": "05/31/2024"}])
def test_those_that_have_closed_do_not_come_in(brought, closed):
    _status, lines = brought(closed, {"UNITID": "100002", "INSTNM": "Hill"})
    assert [found.name for found in Institution.objects.all()] == ["Hill"]
    assert "1 that have closed" in lines[0]


def test_one_that_we_hold_stays_when_it_has_closed(brought):
    InstitutionFactory(unitid="100001", city="")
    brought({"CYACTIVE": "3"})
    assert river().city == "Springfield"


@pytest.mark.parametrize(
    ("rows", "slugs"),
    [
        (
            [{"CITY": "Erie"}, {"CITY": "York"}],
            ["river-university-erie-pa", "river-university-york-pa"],
        ),
        ([{}, {}], ["river-university-springfield-pa", "river-university-100002"]),
        ([{}, {"INSTNM": "Hill & Dale"}], ["river-university", "hill-dale"]),
        ([{"INSTNM": "大学", "CITY": "", "STABBR": ""}], ["100001"]),
    ],
)
def test_each_has_an_address_of_its_own(brought, rows, slugs):
    brought(*({"UNITID": f"10000{n}", **row} for n, row in enumerate(rows, 1)))
    assert list(Institution.objects.order_by("unitid").values_list("slug", flat=True)) == slugs


def test_an_address_that_is_taken_is_not_used_again(brought):
    InstitutionFactory(slug="river-university", name="Another", state=StateFactory(code="OH"))
    brought()
    assert river().slug == "river-university-springfield-pa"


def test_of_a_university_of_ours_only_blanks_are_filled(brought):
    source = SourceFactory()
    InstitutionFactory(
        slug="river",
        unitid="100001",
        name="River",
        city="Elsewhere",
        state=None,
        source=source,
        locator="line 1",
        origin="seed",
    )
    _status, lines = brought()
    found = river()
    assert (found.slug, found.name, found.city, found.locator) == (
        "river",
        "River",
        "Elsewhere",
        "line 1",
    )
    assert (found.state.code, found.control) == ("PA", "private_nonprofit")
    assert (found.source, found.origin) == (source, "seed")
    assert any(line.startswith("institutions: read 1 = created 0 + updated 1") for line in lines)


@pytest.mark.parametrize(
    ("held", "code", "control"),
    [
        ("private", "2", "private_nonprofit"),
        ("private", "3", "private_for_profit"),
        ("private", "1", "private"),
        ("public", "2", "public"),
    ],
)
def test_private_is_told_more_closely(brought, held, code, control):
    InstitutionFactory(unitid="100001", control=held)
    brought({"CONTROL": code})
    assert river().control == control


def test_names_that_an_editor_gave_stay_alone(brought):
    InstitutionAliasFactory(institution=InstitutionFactory(unitid="100001"), name="Riv")
    brought()
    assert names(river()) == [("Riv", True)]


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("The River University", None),
        ("River-University, Campus", None),
        ("RIVER UNIVERSITY", None),
        ("The River", None),  # a name by IPEDS
        ("Some other", "River University"),
    ],
)
def test_a_university_without_a_unitid_is_found_by_name(brought, name, alias):
    held = InstitutionFactory(name=name)
    if alias:
        InstitutionAliasFactory(institution=held, name=alias)
    brought()
    assert river() == held
    assert Institution.objects.count() == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Alabama A & M University", "Alabama A&M University"),
        ("Hill and Dale", "Hill & Dale"),
        ("St. John’s College", "St John's College"),
        ("Universidad de Bayamon", "Universidad de Bayamón"),
    ],
)
def test_names_compare_without_what_is_written_in_many_ways(brought, ours, theirs):
    held = InstitutionFactory(name=ours)
    brought({"INSTNM": theirs})
    assert river() == held


@pytest.mark.parametrize(
    "held",
    [
        {"name": "RU again", "state__code": "OH"},
        {"name": "River University", "state__code": "OH"},  # another one
        {"name": "Riverside University"},
    ],
)
def test_another_university_is_not_taken_for_it(brought, held):
    other = InstitutionFactory(**held)
    brought()
    assert river() != other


def test_aliases_alone_do_not_make_two_the_same(brought):
    InstitutionAliasFactory(institution=InstitutionFactory(name="Ruby College"), name="RU")
    brought()
    assert river().name == "River University"


def test_a_name_goes_before_an_alias(brought):
    held = InstitutionFactory(name="River University")
    brought({}, {"UNITID": "100002", "INSTNM": "Hill", "IALIAS": "River University"})
    assert river() == held


@pytest.fixture
def held():
    """A university whose graduates are of use, whatever becomes of the others."""
    return InstitutionFactory(unitid="100009")


def test_where_two_rows_fit_nobody_guesses(brought, held):
    InstitutionFactory(name="River University")
    _status, lines = brought({}, {"UNITID": "100002", "CITY": "York"}, graduates=("100009",))
    assert Institution.objects.exclude(unitid="").get() == held
    said = "River University may be any of UNITID 100001, 100002: give it the right one"
    assert said in lines
    assert "2 that fit several universities by name" in lines[0]


def test_where_two_universities_fit_nobody_guesses(brought, held):
    InstitutionFactory(name="River University")
    InstitutionFactory(name="The River University")
    _status, lines = brought(graduates=("100009",))
    assert Institution.objects.exclude(unitid="").get() == held
    assert (
        "UNITID 100001 may be any of River University, The River University: "
        "give it to the right one"
    ) in lines


@pytest.mark.usefixtures("held")
def test_a_row_that_fits_one_of_several_is_not_given_away(brought):
    """The first may be either row, so that the second row may not go to the other university."""
    InstitutionFactory(name="River University", state=None)
    hill = InstitutionFactory(name="Hill", state=None)
    brought({}, {"UNITID": "100002", "STABBR": "OH", "IALIAS": "Hill"}, graduates=("100009",))
    hill.refresh_from_db()
    assert hill.unitid == ""


def test_what_a_later_directory_says_is_taken_over(brought):
    brought()
    _status, lines = brought({"INSTNM": "River State", "IALIAS": "RS", "CONTROL": "1"})
    found = river()
    assert (found.slug, found.name, found.control) == ("river-university", "River State", "public")
    assert names(found) == [("RS", False)]
    assert "institutions: read 1 = created 0 + updated 1 + unchanged 0" in "\n".join(lines)


def test_what_an_editor_changed_is_kept_and_said(brought):
    brought()
    Institution.objects.update(name="The River", edited="name|aliases")
    InstitutionAlias.objects.all().delete()
    _status, lines = brought()
    assert (river().name, names(river())) == ("The River", [])
    assert "institutions, line 2: kept the editor’s aliases, name of The River" in lines
    brought(overwrite=True)
    assert (river().name, river().edited, len(names(river()))) == ("River University", "", 3)


def test_other_edits_are_remembered_when_the_file_wins(brought):
    brought()
    Institution.objects.update(name="The River", summary="Ours.", edited="name|summary")
    brought(overwrite=True)
    assert (river().name, river().edited) == ("River University", "summary")


def test_a_blank_that_an_editor_left_is_kept(brought):
    InstitutionFactory(unitid="100001", city="", edited="city")
    _status, lines = brought()
    assert river().city == ""
    assert any("kept the editor’s city of University" in line for line in lines)


def test_one_that_the_directory_no_longer_lists_is_named_and_stays(brought):
    brought()
    _status, lines = brought({"UNITID": "100002", "INSTNM": "Hill"})
    assert "no longer in its file: institutions: River University" in lines
    assert river().name == "River University"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"UNITID": "10001"}, "column UNITID: “10001” is not a UNITID"),
        ({"INSTNM": " "}, "column INSTNM: is blank; give the name of the institution"),
        ({"INSTNM": "R" * 201}, "column INSTNM: has 201 characters, the most is 200"),
        ({"CITY": "Spring\u200bfield"}, "column CITY: holds U+200B, which nobody can see"),
        ({"CONTROL": "public"}, "column CONTROL: “public” is no control of IPEDS"),
        ({"LATITUDE": "40,5"}, "column LATITUDE: “40,5” is not between -90 and 90 degrees"),
        ({"LATITUDE": "140.5"}, "column LATITUDE: “140.5” is not between -90 and 90 degrees"),
        ({"LONGITUD": "200"}, "column LONGITUD: “200” is not between -180 and 180 degrees"),
    ],
)
def test_a_broken_cell_is_named(brought, row, said):
    status, lines = brought(row)
    assert status == 1
    assert f"hd2024.csv, line 2, {said}" in lines[-3]
    assert not Institution.objects.exists()


def test_an_older_directory_does_not_take_back_what_a_newer_one_described(brought, tmp_path):
    brought()
    older = directory(tmp_path, {"INSTNM": "River College", "IALIAS": "RC"}, name="hd2019.csv")
    status, lines = import_ipeds(directory=older)
    assert (status, lines[-1].startswith("read 0 =")) == (0, True)
    assert "left 1 universities as a newer directory, 2024, describes them" in lines
    assert (river().name, river().source.slug) == ("River University", "ipeds-hd-2024")
    assert names(river())[0] == ("RU", False)


def test_a_newer_directory_describes_anew(brought, tmp_path):
    brought()
    newer = directory(tmp_path, {"INSTNM": "River Institute"}, name="hd2025.csv")
    _status, lines = import_ipeds(directory=newer)
    assert (river().name, river().source.slug) == ("River Institute", "ipeds-hd-2025")
    assert not any(line.startswith("left ") for line in lines)


def test_what_a_newer_directory_described_is_not_missed_in_an_older_one(brought, tmp_path):
    brought()
    older = directory(tmp_path, {"UNITID": "100002", "INSTNM": "Hill"}, name="hd2019.csv")
    _status, lines = import_ipeds(directory=older)
    assert not any("no longer in its file" in line for line in lines)


def test_an_older_directory_fills_blanks_of_a_university_of_ours_but_not_its_names(
    brought, tmp_path
):
    InstitutionFactory(unitid="100001", name="River", city="")
    brought({"CITY": ""})
    import_ipeds(directory=directory(tmp_path, {"IALIAS": "RC"}, name="hd2019.csv"))
    assert (river().name, river().city) == ("River", "Springfield")
    assert [name for name, _curated in names(river())] == ["RU", "River U", "The River"]
