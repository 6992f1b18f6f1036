"""Addresses that go wrong, each in its own way, beside those of the site."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from config import urls as site

handler400, handler403 = site.handler400, site.handler403
handler404, handler500 = site.handler404, site.handler500


def bad(request):
    raise SuspiciousOperation


def forbidden(request):
    raise PermissionDenied


def broken(request):
    raise RuntimeError("the view is broken")


@require_POST
def form(request):
    """Only reached with a CSRF token."""


urlpatterns = [
    *site.urlpatterns,
    path("bad", bad),
    path("forbidden", forbidden),
    path("broken", broken),
    path("form", form),
    path("moved", lambda request: redirect("/healthz")),
    path("with-slash/", broken),
]
