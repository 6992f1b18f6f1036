"""Headers of every answer that neither Django nor django-csp sets."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADERS = {
    # other sites may link to these pages, not embed their files
    "Cross-Origin-Resource-Policy": "same-origin",
    # nothing here needs them, so a script that got in gets none of them either
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def fixed_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware
