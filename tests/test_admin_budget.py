"""How many queries a page of the admin asks with the bundled catalogue."""

import pytest

from tests.admin_pages import add_url, change_url, list_url, make, queries, registered

MOST_QUERIES = 17

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("catalogue", "db")]
every_model = pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)


def fullest(model):
    """The bundled record with most figures; a new one where the seed files hold none."""
    records = model._base_manager.all()
    if hasattr(model, "figures"):
        records = sorted(records, key=lambda record: -record.figures.count())
    return records[0] if records else make(model)


@every_model
def test_its_pages_answer_within_their_budget(admin_client, model):
    record = fullest(model)
    for url in (list_url(model), add_url(model), change_url(record)):
        assert queries(admin_client, url) <= MOST_QUERIES, url


@every_model
def test_a_search_and_an_order_answer_within_the_budget(admin_client, model):
    make(model)
    assert queries(admin_client, f"{list_url(model)}?q=a&o=-1.2") <= MOST_QUERIES
