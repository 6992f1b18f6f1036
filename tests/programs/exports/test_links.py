"""The list leads to itself as files, with all that was chosen and without its page."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import Client

from programs.filters import ProgramFilterSet
from programs.models import Program

pytestmark = pytest.mark.django_db


def links(query):
    filters = ProgramFilterSet(QueryDict(query), Program.objects.all())
    html = render_to_string("programs/_take_with_you.html", {"filter": filters})
    return [part.partition('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]]


def test_without_filters_they_have_no_query_of_their_own():
    found = ["/programs.csv", "/programs.csv?encoding=utf-8-sig", "/programs.json"]
    assert links("page=2") == found
    assert {Client().head(address).status_code for address in found} == {200}


def test_they_keep_what_is_chosen():
    assert links("sort=name&page=2&level=masters&award=nonsense") == [
        "/programs.csv?level=masters&sort=name",
        "/programs.csv?encoding=utf-8-sig&level=masters&sort=name",
        "/programs.json?level=masters&sort=name",
    ]
