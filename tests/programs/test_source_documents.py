"""What the catalogue calls printed stands in the source documents, at a line that it names.

Every table of figures and of cited records is walked, on whichever database the tests run. A record
names every line that says the same on the same terms. One of them at least holds its words whole;
of the others the test knows only that the document has them: one may say “16-month” for “16
months”, and a page may break a sentence over three lines.

What a federal file says names a row and a column of it instead; no line of a document.

The documents are not part of the project; where a checkout has them beside it, or the variable
SOURCE_DOCUMENTS says where they are, they are read.
"""

import os
import re
from pathlib import Path

import pytest
from django.apps import apps

from config.env import BASE_DIR
from reference.imports.run import tables_of
from reference.models import CitedRecord, Figure, figure_models
from tests.samples import APPS

DOCUMENTS = Path(os.environ.get("SOURCE_DOCUMENTS") or BASE_DIR.parent / "shared" / "seeds")
BEGINS_WITH = {"duke-outcomes": "000_", "hakia-2026": "001_", "research-com-2026": "002_"}
CITING = [model for model in apps.get_models() if issubclass(model, CitedRecord | Figure)]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

every_table = pytest.mark.parametrize("model", CITING, ids=lambda model: model.__name__)


def cited(model):
    """Whatever has a source, with it."""
    return model._base_manager.filter(source__isnull=False).select_related("source")


def located(model):
    """[(record, numbers of the lines that it names)] of what is taken from a document."""
    records = cited(model).exclude(source__kind="government")
    return [(r, [int(n) for n in re.findall(r"line (\d+)", r.locator)]) for r in records]


def test_every_table_of_figures_and_every_file_that_cites_is_walked():
    imported = {table.model for app in APPS for table in tables_of(app)}
    citing = {model for model in imported if hasattr(model, "printed")}
    assert set(CITING) == citing
    assert set(figure_models()) <= citing


@every_table
def test_a_locator_is_a_list_of_lines_in_their_order(model):
    for record, lines in located(model):
        assert re.fullmatch(r"line \d+(; line \d+)*", record.locator), (record, record.locator)
        assert lines == sorted(set(lines)), (record, record.locator)


@every_table
def test_what_is_printed_says_by_whom_and_where(model):
    printed = model._base_manager.exclude(printed="")
    assert not printed.filter(source__isnull=True).exists()
    assert not printed.filter(locator="").exists()


@every_table
def test_what_a_federal_file_says_names_its_row(model):
    for record in cited(model).filter(source__kind="government"):
        assert re.match(r"(UNITID \d{6}|CIP \d\d\.\d\d|(O\*NET-)?SOC \d\d-\d{4})", record.locator)


@every_table
def test_every_source_is_one_of_the_documents(model):
    assert {record.source.slug for record, _lines in located(model)} <= set(BEGINS_WITH)


if DOCUMENTS.is_dir():

    def lines_of(source):
        [path] = DOCUMENTS.glob(f"{BEGINS_WITH[source]}*")
        return path.read_text("utf-8").splitlines()

    @pytest.fixture(scope="module")
    def documents():
        return {source: lines_of(source) for source in BEGINS_WITH}

    @every_table
    def test_every_line_named_is_a_line_of_the_document(documents, model):
        beyond = [
            (str(record), record.locator)
            for record, lines in located(model)
            if not 1 <= min(lines) <= max(lines) <= len(documents[record.source.slug])
        ]
        assert beyond == []

    @every_table
    def test_what_is_printed_stands_whole_at_one_of_its_lines(documents, model):
        astray = [
            (str(record), record.locator, record.printed)
            for record, lines in located(model)
            if not any(record.printed in documents[record.source.slug][n - 1] for n in lines)
        ]
        assert astray == []
