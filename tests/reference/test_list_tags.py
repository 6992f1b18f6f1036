import pytest
from django.core.paginator import Paginator
from django.template import engines

from reference.filters import SortLink


@pytest.fixture
def render(rf):
    request = rf.get("/programs/?state=CA&page=2")

    def render(template, **context):
        loaded = engines["django"].from_string("{% load lists %}" + template)
        return loaded.render(context, request).strip()

    return render


def test_state_is_carried_in_hidden_fields_and_escaped(render):
    class Filter:
        def carried(self, *without):
            assert without == ("sort", "q")
            return [("state", "CA"), ("field", '"><b>')]

    shown = render('{% carried filter "sort" "q" %}', filter=Filter())
    assert '<input type="hidden" name="state" value="CA">' in shown
    assert 'value="&quot;&gt;&lt;b&gt;"' in shown


@pytest.mark.parametrize(
    ("direction", "said"), [("descending", ' aria-sort="descending"'), ("", "")]
)
def test_a_column_header_sorts_and_says_how_it_is_sorted(render, direction, said):
    links = {"rank": SortLink("?sort=rank", direction)}
    shown = render('{% sort_header links "rank" "Rank" "r" %}', links=links)
    header = f'<th role="columnheader" scope="col" class="r"{said}>'
    assert shown == f'{header}<a class="sort" id="by-rank" href="?sort=rank">Rank</a></th>'


def test_a_pager_keeps_the_rest_of_the_address(render):
    shown = render("{% pager page %}", page=Paginator(range(60), 25).page(2))
    assert shown.count('href="?state=CA&amp;page=1"') == 2  # by its number and as the one before
    assert 'rel="next" href="?state=CA&amp;page=3"' in shown
    assert '<span aria-current="page"><span class="vh">Page </span>2</span>' in shown


def test_a_list_of_one_page_has_no_pager(render):
    assert render("{% pager page %}", page=Paginator(range(25), 25).page(1)) == ""


def test_a_gap_in_a_pager_is_no_link(render):
    shown = render("{% pager page %}", page=Paginator(range(1000), 25).page(20))
    assert shown.count("<span>…</span>") == 2
