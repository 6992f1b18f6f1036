"""Rows that are kept say what rows rendered anew would, and no more than their data’s version."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from programs.models import Institution, Program
from programs.rows import kept_rows
from programs.rows.kept import KeptRows
from reference.enumerations import Basis
from reference.models import Source
from reference.source_marks import marks_of
from tests.catalogue import refresh
from tests.page import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def request_():
    return RequestFactory().get("/programs/")


@pytest.fixture
def keys():
    return list(Program.objects.published().listed().sorted_by("rank").values_list("pk", flat=True))


def test_kept_rows_are_those_rendered_anew(request_, keys):
    for residency in (Basis.IN_STATE, Basis.OUT_OF_STATE):
        first = kept_rows().html(keys, residency, request_)
        assert kept_rows().html(keys, residency, request_) == first
        assert KeptRows().html(keys, residency, request_) == first


def test_a_row_kept_for_one_page_has_the_numbers_of_the_next(keys):
    before, after = (RequestFactory().get("/programs/") for _page in range(2))
    kept_rows().html(keys[:9], Basis.IN_STATE, before)
    rows = kept_rows().html(keys[8:9], Basis.IN_STATE, after)
    marks = list(marks_of(after))
    assert marks
    assert f'aria-label="Source 1: {marks[0].short_name}"' in rows
    assert "\x02" not in rows


def test_a_row_follows_its_data(request_, keys):
    program = Program.objects.get(pk=keys[0])
    kept_rows().html(keys[:1], Basis.IN_STATE, request_)
    Program.objects.filter(pk=program.pk).update(title="Zymurgy")
    Institution.objects.filter(pk=program.institution_id).update(name="Zymurgy State")
    Source.objects.update(short_name="Renamed")
    row = kept_rows().html(keys[:1], Basis.IN_STATE, request_)
    assert all(text in row for text in ("Zymurgy<", "Zymurgy State<", ": Renamed"))


def test_rows_that_are_kept_ask_nothing_but_the_version(request_, keys):
    kept_rows().html(keys, Basis.IN_STATE, request_)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        kept_rows().html(keys, Basis.IN_STATE, request_)
    assert len(asked) == 1


def test_rows_keep_the_order_asked_for_and_leave_out_what_is_gone(request_, keys):
    Program.objects.filter(pk=keys[2]).delete()
    rows = kept_rows().html([keys[4], keys[2], keys[0]], Basis.IN_STATE, request_)
    titles = [Program.objects.get(pk=key).display_title for key in (keys[4], keys[0])]
    assert [rows.count("<tr "), rows.index(f">{titles[0]}<") < rows.index(f">{titles[1]}<")] == [
        2,
        True,
    ]


def test_text_of_the_catalogue_stays_text(show):
    Institution.objects.filter(slug="carnegie-mellon-university").update(name="<b>&amp;</b>")
    refresh()
    page: Page = show("/programs/?institution=carnegie-mellon-university")
    assert "<b>&amp;</b>" in page.rows[0].seen


def test_rows_that_are_too_many_to_keep_are_rendered_anew(request_, keys, monkeypatch):
    kept = KeptRows()
    first = kept.html(keys, Basis.IN_STATE, request_)
    monkeypatch.setattr("programs.rows.kept.MOST_ROWS", 1)
    assert kept.html(keys, Basis.IN_STATE, request_) == first
    assert kept.html(keys[:1], Basis.OUT_OF_STATE, request_)
