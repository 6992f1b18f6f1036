import pytest

from programs.models import Institution, InstitutionField, State
from reference.imports.errors import CellError
from reference.imports.related_columns import NamesColumn, ReferenceColumn
from tests import factories
from tests.samples import table_of

INSTITUTIONS = table_of("programs", "institutions.csv")
ENTRIES = table_of("programs", "ranking_entries.csv")
INSTITUTION = ReferenceColumn("institution", to=Institution)
FIELD = ReferenceColumn(
    "subject", to=InstitutionField, by=("institution__slug", "field__cip", "level")
)
CURATED = NamesColumn("aliases", among=(("curated", True),))


class Known:
    """Look-ups that know one record."""

    def find(self, model, by, text):
        return 7 if (model, by, text) == (Institution, ("slug",), "clark") else None


def refusal(column, text, table):
    with pytest.raises(CellError) as refused:
        column.parse(text, table, Known())
    return str(refused.value)


def test_a_reference_becomes_a_key():
    assert INSTITUTION.parse("clark", ENTRIES, Known()) == {"institution_id": 7}


def test_an_unknown_reference_is_refused():
    assert refusal(INSTITUTION, "clerk", ENTRIES) == (
        "“clerk” is not a known institution; add it first, or correct the cell"
    )


def test_a_reference_must_not_be_blank():
    assert refusal(INSTITUTION, "", ENTRIES) == "must not be blank"


def test_a_reference_may_be_blank_where_the_model_allows_it():
    column = ReferenceColumn("state", to=State, by=("code",))
    assert column.parse("", INSTITUTIONS, Known()) == {"state_id": None}


def test_a_reference_is_printed_as_its_key():
    figure = factories.InstitutionFieldFigureFactory.build(
        subject__institution__slug="clark", subject__field__cip="11.0102"
    )
    assert FIELD.render(figure) == "clark/11.0102/masters"


def test_no_reference_is_printed_blank():
    column = ReferenceColumn("career", to=Institution)
    assert column.render(factories.RoleLinkFactory.build(career=None)) == ""


def test_a_reference_knows_what_its_key_needs():
    assert INSTITUTION.related == {"institution"}
    assert FIELD.related == {"subject", "subject__institution", "subject__field"}


def test_names_are_a_list():
    assert CURATED.parse("CMU| Carnegie Mellon", INSTITUTIONS, None) == {
        "aliases": ["CMU", "Carnegie Mellon"]
    }


def test_a_name_must_fit():
    assert "at most 200 characters" in refusal(CURATED, "x" * 201, INSTITUTIONS)


@pytest.mark.django_db
def test_names_are_printed_in_their_order_without_those_of_another_column():
    institution = factories.InstitutionFactory()
    for name, curated in [("Tartans", True), ("CMU Online", False), ("CMU", True)]:
        factories.InstitutionAliasFactory(institution=institution, name=name, curated=curated)
    assert CURATED.render(institution) == "Tartans|CMU"
