import pytest

from programs.charges import federal_charges
from programs.models import InstitutionFigure
from tests.factories import InstitutionFactory, InstitutionFigureFactory, SourceFactory

pytestmark = pytest.mark.django_db

BASES = ("in_district", "in_state", "out_of_state")
COLUMNS = {"tuition": "TUITION", "fees": "FEE", "credit_price": "HRCHG"}


@pytest.fixture
def ipeds():
    return SourceFactory(slug="ipeds-ic-2023", short_name="IPEDS", kind="government")


def charge(
    institution, source, population="graduate_students", period="2023-07..2024-06", **values
):
    """charge(cmu, ipeds, tuition=("1", "1", "2")): in district, in state, out of state."""
    for measure, three in values.items():
        for basis, value in zip(BASES, three, strict=True):
            InstitutionFigureFactory(
                subject=institution,
                source=source,
                measure=measure,
                item=f"{COLUMNS[measure]} {population} {basis}",
                value=value,
                population=population,
                basis=basis,
                period=period,
            )


def charges_of(institution):
    return federal_charges(InstitutionFigure.objects.of(institution).with_subjects())


def years(charges):
    return [(year.who, year.total) for year in charges.years]


def test_who_is_charged_the_same_shares_a_row_with_the_sum_of_tuition_and_fees(ipeds):
    university = InstitutionFactory()
    charge(university, ipeds, tuition=("17514", "17514", "31392"), fees=("1119",) * 3)
    [graduate] = charges_of(university)
    assert years(graduate) == [
        ("In district or in state", "$18,633"),
        ("Out of state", "$32,511"),
    ]
    assert not graduate.is_one_price


def test_one_price_for_all_is_one_row(ipeds):
    university = InstitutionFactory()
    charge(university, ipeds, tuition=("48496",) * 3, fees=("954",) * 3)
    [graduate] = charges_of(university)
    assert years(graduate) == [("In district, in state or out of state", "$49,450")]
    assert graduate.is_one_price
    assert graduate.year_of("out_of_state") == graduate.year_of("in_state")


@pytest.mark.parametrize("fees", ["not_applicable", "~900"])
def test_there_is_no_sum_where_a_part_is_no_plain_number(ipeds, fees):
    university = InstitutionFactory()
    charge(university, ipeds, tuition=("48496",) * 3, fees=(fees,) * 3)
    assert charges_of(university)[0].years[0].total == ""


def test_no_fee_is_a_number_and_a_fee_that_is_not_in_the_file_is_none(ipeds):
    university = InstitutionFactory()
    charge(university, ipeds, tuition=("12012",) * 3, fees=("0",) * 3)
    assert charges_of(university)[0].years[0].total == "$12,012"
    other = InstitutionFactory()
    charge(other, ipeds, tuition=("12012",) * 3)
    assert charges_of(other)[0].years[0].total == ""


def test_graduates_come_before_undergraduates_and_the_newest_edition_first(ipeds):
    older = SourceFactory(slug="ipeds-ic-2022", kind="government")
    university = InstitutionFactory()
    charge(university, older, period="2022-07..2023-06", tuition=("1",) * 3)
    charge(university, ipeds, "undergraduates", tuition=("3",) * 3)
    charge(university, ipeds, tuition=("2",) * 3)
    told = [(found.source.slug, found.students) for found in charges_of(university)]
    assert told == [
        ("ipeds-ic-2023", "Graduate students"),
        ("ipeds-ic-2023", "Undergraduates"),
        ("ipeds-ic-2022", "Graduate students"),
    ]


def test_what_a_ranking_prints_is_no_federal_charge(ipeds):
    university = InstitutionFactory()
    charge(university, SourceFactory(), tuition=("1",) * 3)
    InstitutionFigureFactory(subject=university, source=ipeds, value="5")  # says not whose it is
    assert charges_of(university) == []


def test_equal_charges_of_neighbors_share_a_cell(ipeds):
    university = InstitutionFactory()
    charge(university, ipeds, tuition=("17514", "17514", "31392"), fees=("1119",) * 3)
    [graduate] = charges_of(university)
    spans = {line.label: [cell.span for cell in line.cells] for line in graduate.lines}
    assert spans == {"Tuition a year": [2, 1], "Fees a year": [3]}
    told = {line.label: [cell.same for cell in line.cells] for line in graduate.lines}
    assert told == {
        "Tuition a year": ["the same in district and in state", ""],
        "Fees a year": ["the same in and out of state"],
    }


def test_absences_that_share_a_cell_are_not_called_the_same(ipeds):
    university = InstitutionFactory()
    charge(university, ipeds, tuition=("not_reported",) * 3)
    [cell] = charges_of(university)[0].lines[0].cells
    assert (cell.span, cell.same) == (3, "")


def test_a_residency_that_the_file_leaves_out_has_a_cell_without_a_figure(ipeds):
    figure = {"source": ipeds, "population": "graduate_students", "basis": "in_state"}
    university = InstitutionFigureFactory(value="9000", **figure).subject
    [graduate] = charges_of(university)
    [line] = graduate.lines
    assert [cell.figure and cell.figure.in_words for cell in line.cells] == [None, "$9,000", None]
    assert years(graduate) == [("In state", "")]
    assert graduate.year_of("out_of_state") is None
