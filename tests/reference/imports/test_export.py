import pytest

from reference.imports.export import export_tables
from reference.imports.run import tables_of
from reference.models import Topic
from tests import factories
from tests.samples import run, stored

pytestmark = pytest.mark.django_db


def exported(folder, app="reference"):
    """{file: rows}, each a list of lines."""
    export_tables(tables_of(app), folder / app)
    return {file.name: file.read_text().splitlines() for file in (folder / app).iterdir()}


def comes_back(folder, app="reference"):
    """Whether an import of the export changes nothing."""
    before = stored()
    status, lines = run(f"import_{app}", folder)
    assert (status, stored()) == (0, before), lines
    assert "created 0 + updated 0" in lines[-1]


def test_a_table_becomes_a_file_and_an_empty_one_none(tmp_path):
    factories.TopicFactory(key="pay", question="Pay, please?", origin="editor", edited="key")
    assert exported(tmp_path) == {
        "topics.csv": ["key,question,summary,origin,edited", 'pay,"Pay, please?",,editor,key']
    }


def test_rows_are_counted_by_file(tmp_path):
    factories.TopicFactory.create_batch(2)
    assert export_tables(tables_of("reference"), tmp_path) == {
        "sources.csv": 0,
        "topics.csv": 2,
        "notes.csv": 0,
        "ledger.csv": 0,
        "figures.csv": 0,
        "guides": 0,
    }


def test_a_file_of_an_earlier_export_goes_with_its_records(tmp_path):
    topic = factories.TopicFactory()
    exported(tmp_path)
    topic.delete()
    assert exported(tmp_path) == {}


def test_records_keep_the_order_in_which_they_were_loaded(tmp_path):
    for key in ("b", "c", "a"):
        factories.TopicFactory(key=key)
    assert [row[0] for row in exported(tmp_path)["topics.csv"][1:]] == ["b", "c", "a"]


def test_a_parent_stands_before_its_units_whenever_it_was_made(tmp_path):
    unit = factories.OrganizationFactory(slug="unit")
    unit.parent = factories.OrganizationFactory(slug="firm")
    unit.save()
    rows = exported(tmp_path, "programs")["organizations.csv"]
    assert [row.split(",")[0] for row in rows] == ["slug", "firm", "unit"]


def test_what_editors_type_comes_back_as_they_typed_it(tmp_path):
    for place, text in enumerate(
        ["=1+1", "'=1", "-", '"quoted"', "two\nlines", "win\r\ndows", "old\rmac", "a,b", "“ζ”", "|"]
    ):
        factories.TopicFactory(key=f"topic-{place}", question=text, summary=text)
    rows = exported(tmp_path)["topics.csv"]
    assert "topic-0,'=1+1,'=1+1,editor," in rows
    comes_back(tmp_path)


def test_figures_of_several_tables_share_a_file(tmp_path):
    factories.StateFigureFactory(subject__code="PA")
    factories.InstitutionFigureFactory(subject__slug="clark")
    kinds = [row.split(",")[0] for row in exported(tmp_path, "programs")["figures.csv"]]
    assert kinds == ["subject_kind", "institution", "state"]


@pytest.mark.parametrize("rows", [1, 5])
def test_its_questions_do_not_grow_with_the_rows(tmp_path, django_assert_max_num_queries, rows):
    factories.InstitutionFieldFigureFactory.create_batch(rows)
    factories.InstitutionAliasFactory.create_batch(rows)
    with django_assert_max_num_queries(20):
        exported(tmp_path, "programs")


def test_a_file_that_fails_halfway_leaves_the_earlier_one(tmp_path, monkeypatch):
    factories.TopicFactory(key="pay")
    before = exported(tmp_path)
    Topic.objects.update(key="cost")

    def fail(cell):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reference.imports.export.disarmed", fail)
    with pytest.raises(OSError, match="No space left"):
        export_tables(tables_of("reference"), tmp_path / "reference")
    assert (tmp_path / "reference" / "topics.csv").read_text().splitlines() == before["topics.csv"]
