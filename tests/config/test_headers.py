import pytest
from django.test import Client

pytestmark = pytest.mark.urls("tests.config.failing_urls")

EVERY_KIND = {
    "page": ("/healthz", 200),
    "redirect": ("/moved", 302),
    "redirect to the slash": ("/with-slash", 301),
    "static file": ("/static/admin/css/base.css", 200),
    "bad request": ("/bad", 400),
    "forbidden": ("/forbidden", 403),
    "not found": ("/nothing-here", 404),
    "static file not found": ("/static/nothing-here.css", 404),
    "method not allowed": ("/form", 405),
    "server error": ("/broken", 500),
}

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}


@pytest.fixture
def visitor():
    """A client that takes an error as an answer and reads a file to its end, which closes it."""
    client = Client(raise_request_exception=False)

    def get(*args, **kwargs):
        response = client.get(*args, **kwargs)
        response.getvalue()
        return response

    return get


@pytest.fixture(params=list(EVERY_KIND.values()), ids=list(EVERY_KIND))
def answer(visitor, request):
    path, status = request.param
    response = visitor(path)
    assert response.status_code == status
    return response


def policy(response):
    return set(response.headers["Content-Security-Policy"].split("; "))


def test_every_answer_carries_the_whole_policy(answer):
    assert policy(answer) == POLICY


def test_every_answer_carries_the_other_headers(answer):
    expected = {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    assert {name: answer.headers.get(name) for name in expected} == expected


def test_no_visitor_gets_a_cookie_or_a_page_of_their_own(answer):
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_wrong_host_is_a_bad_request_with_the_policy(visitor):
    response = visitor("/nothing-here", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert policy(response) == POLICY


def test_the_redirect_to_https_carries_the_policy(visitor, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = visitor("/healthz")
    assert response.status_code == 301
    assert policy(response) == POLICY


def test_https_answers_carry_hsts(visitor, settings):
    settings.SECURE_HSTS_SECONDS = 63072000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    response = visitor("/nothing-here", secure=True)
    hsts = response.headers["Strict-Transport-Security"]
    assert hsts == "max-age=63072000; includeSubDomains"


def test_what_is_unchanged_is_answered_with_304_and_the_policy(visitor):
    # Cache-Control: no-store keeps the tag off /healthz, so a static file stands for a page
    first = visitor("/static/admin/css/base.css")
    modified = first.headers["Last-Modified"]
    again = visitor("/static/admin/css/base.css", headers={"if-modified-since": modified})
    assert again.status_code == 304
    assert policy(again) == POLICY


def test_static_files_are_not_offered_to_other_sites(visitor):
    response = visitor("/static/admin/css/base.css")
    assert "Access-Control-Allow-Origin" not in response.headers
