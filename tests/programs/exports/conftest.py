import csv
import io
import json

import pytest


@pytest.fixture
def download(client):
    """download("/programs.csv?state=CA"): the answer, with all of its text as `written`."""

    def download(address):
        response = client.get(address)
        assert response.status_code == 200
        response.written = b"".join(response.streaming_content).decode()
        return response

    return download


@pytest.fixture
def csv_rows(download):
    """csv_rows("state=CA"): {column: cell} of each program, as a reader of CSV gets it."""

    def csv_rows(query=""):
        text = download(f"/programs.csv?{query}").written
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    return csv_rows


@pytest.fixture
def json_object(download):
    def json_object(query=""):
        return json.loads(download(f"/programs.json?{query}").written)

    return json_object
