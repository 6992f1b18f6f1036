import pytest

from programs.models import InstitutionFigure
from tests.factories import InstitutionFactory, InstitutionFigureFactory, SourceFactory
from tests.programs.imports.ipeds_samples import charges, import_ipeds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def river():
    return InstitutionFactory(unitid="100001")


def figure(item):
    return InstitutionFigure.objects.get(item=item)


def test_each_charge_is_a_figure_on_its_terms(tmp_path):
    import_ipeds(charges=charges(tmp_path))
    said = InstitutionFigure.objects.order_by("pk").values_list(
        "item", "measure", "low", "statistic", "population", "basis", "terms"
    )
    undergraduates, graduates = "undergraduates", "graduate_students"
    tuition, fees = "full-time, average", "required fees, full-time"
    price = "per credit hour, part-time"
    expected = []
    for n, people, basis in (
        (1, undergraduates, "in_district"),
        (2, undergraduates, "in_state"),
        (3, undergraduates, "out_of_state"),
        (5, graduates, "in_district"),
        (6, graduates, "in_state"),
        (7, graduates, "out_of_state"),
    ):
        expected += [
            (f"TUITION{n}", "tuition", n * 10000, "mean", people, basis, tuition),
            (f"FEE{n}", "fees", n * 100, "unstated", people, basis, fees),
            (f"HRCHG{n}", "credit_price", n * 100 + 50, "unstated", people, basis, price),
        ]
    assert list(said) == expected


def test_a_figure_names_its_year_and_place(tmp_path):
    import_ipeds(charges=charges(tmp_path))
    tuition = figure("TUITION5")
    assert (tuition.period, tuition.locator, tuition.origin, tuition.source.slug) == (
        "2023–24",
        "UNITID 100001, column TUITION5",
        "ipeds",
        "ipeds-ic-2023",
    )


def test_the_graduate_charge_in_state_is_the_headline(tmp_path):
    import_ipeds(charges=charges(tmp_path))
    assert InstitutionFigure.objects.get(measure="tuition", headline=True).item == "TUITION6"


@pytest.mark.parametrize(
    ("status", "text", "absence"),
    [
        ("A", ".", "not_applicable"),
        ("B", ".", "not_reported"),
        ("R", "", "not_reported"),
        ("R", "-2", "not_applicable"),
        ("R", "-1", "not_reported"),
    ],
)
def test_what_has_no_value_says_why(tmp_path, status, text, absence):
    import_ipeds(charges=charges(tmp_path, {"XTUIT5": status, "TUITION5": text}))
    assert (figure("TUITION5").absence, figure("TUITION5").low) == (absence, None)


def test_a_charge_of_nothing_is_nought(tmp_path):
    import_ipeds(charges=charges(tmp_path, {"XFEE7": "Z", "FEE7": "0"}))
    assert (figure("FEE7").absence, figure("FEE7").low) == ("", 0)


def test_what_was_imputed_says_so(tmp_path):
    import_ipeds(charges=charges(tmp_path, {"XTUIT6": "P", "XHRCHG6": "N"}))
    assert figure("TUITION6").terms == "full-time, average; imputed by NCES"
    assert figure("HRCHG6").terms == "per credit hour, part-time; imputed by NCES"
    assert figure("TUITION5").terms == "full-time, average"


def test_universities_that_are_not_held_are_left_out(tmp_path):
    _status, lines = import_ipeds(charges=charges(tmp_path, {}, {"UNITID": "999999"}))
    assert lines[0] == (
        "ic2023_ay.csv: left out 1 rows: 1 of a university that the catalogue does not hold"
    )
    assert InstitutionFigure.objects.count() == 18


def test_a_bundled_figure_is_taken_over(tmp_path, river):
    source = SourceFactory(slug="ipeds-ic-2023", kind="government")
    bundled = InstitutionFigureFactory(
        subject=river, source=source, item="TUITION6", value="60000", origin="seed"
    )
    import_ipeds(charges=charges(tmp_path))
    bundled.refresh_from_db()
    assert (bundled.origin, bundled.basis) == ("ipeds", "in_state")


def test_an_editors_value_is_kept_and_said(tmp_path):
    import_ipeds(charges=charges(tmp_path))
    InstitutionFigure.objects.filter(item="TUITION6").update(low=1, high=1, edited="low|high")
    _status, lines = import_ipeds(charges=charges(tmp_path))
    assert figure("TUITION6").low == 1
    assert any("kept the editor’s high, low of University" in line for line in lines)
    import_ipeds(charges=charges(tmp_path), overwrite=True)
    assert (figure("TUITION6").low, figure("TUITION6").edited) == (60000, "")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"UNITID": "1001"}, "column UNITID: “1001” is not a UNITID of six digits"),
        ({"XTUIT5": "Q"}, "column XTUIT5: “Q” is no status of IPEDS"),
        ({"FEE6": "1,414"}, "column FEE6: “1,414” is not a number"),
        ({"HRCHG7": "-5"}, "column HRCHG7: “-5” is below 0"),
    ],
)
def test_a_broken_cell_is_named(tmp_path, row, said):
    status, lines = import_ipeds(charges=charges(tmp_path, row))
    assert status == 1
    assert f"ic2023_ay.csv, line 2, {said}" in lines[-3]
    assert not InstitutionFigure.objects.exists()


def test_a_university_listed_twice_is_named(tmp_path):
    status, lines = import_ipeds(charges=charges(tmp_path, {}, {"TUITION5": "7"}))
    assert status == 1
    assert "line 3: names the same record as line 2; remove one of the two" in lines[-3]
