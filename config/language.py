"""The language of a request, said once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation


def said_language(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Every word of a page asks for it, and to find that none is said takes as long as the rest."""

    def middleware(request: HttpRequest) -> HttpResponse:
        translation.activate(translation.get_language())
        return get_response(request)

    return middleware
