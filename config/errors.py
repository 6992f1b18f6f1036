"""The pages of what went wrong: templates/400.html, 403.html, 404.html and 500.html."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from reference.paging import PastTheEnd

logger = logging.getLogger(__name__)

PLAIN = (
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    "<title>{title} – Gradpath</title><h1>{title}</h1>"
    '<p><a href="/">Gradpath’s first page</a></p></html>'
)
TITLES = {
    400: "This request cannot be understood",
    403: "This page is not open to you",
    404: "There is no page at this address",
    500: "Something went wrong on our side",
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    # no request: a wrong Host is the usual reason, and asking for it again raises again
    return _page(400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(403, request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(403, request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    # the words of other errors may repeat what a stranger typed
    reason = str(exception) if isinstance(exception, PastTheEnd) else ""
    return _page(404, request, reason)


def server_error(request: HttpRequest) -> HttpResponse:
    # no request: its user and messages may need the database, which may be what failed
    return _page(500)


def _page(status: int, request: HttpRequest | None = None, reason: str = "") -> HttpResponse:
    try:
        page: str = render_to_string(f"{status}.html", {"reason": reason}, request)
    except Exception:
        # an error page that fails must not hide the first error, whatever its own is
        logger.exception("The page for status %s could not be made", status)
        page = PLAIN.format(title=TITLES[status])
    return HttpResponse(page, status=status)
