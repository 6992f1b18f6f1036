"""Pages of a list: a wrong number counts as the first page and is named; past the end is 404."""

from django.core.paginator import Page, Paginator
from django.http import Http404
from django.utils.translation import gettext as _

from reference.filters import Ignored, shortened

PER_PAGE = 25
ORPHANS = 4  # a last page of so few joins the one before
MOST_DIGITS = 6


class PastTheEnd(Http404):
    """A list has no such page; the message says where it ends, and may be shown."""


def page_of(items, data, per_page: int = PER_PAGE) -> tuple[Page, list[Ignored]]:
    """The page that `page` asks for, and what of it could not be read."""
    text = data.get("page", "").strip()
    ignored = []
    if text and not _is_page_number(text):
        ignored.append(Ignored(_("Page"), shortened(text), "page"))
        text = ""
    paginator = Paginator(items, per_page, orphans=ORPHANS)
    number = int(text or 1)
    if number > paginator.num_pages:
        raise PastTheEnd(_("This list ends at page %d") % paginator.num_pages)
    return paginator.page(number), ignored


def page_numbers(page: Page) -> list:
    """The numbers a pager shows, with an ellipsis for each gap."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


def _is_page_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text) > 0
