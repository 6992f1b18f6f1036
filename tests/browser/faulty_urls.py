"""Pages with one fault each, to see that a visit finds it."""

from django.http import HttpResponse
from django.urls import path

from config import urls as site

handler404 = site.handler404

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Faulty</title>'
    '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>'
    "<body><main><h1>Faulty</h1>{}</main></body></html>"
)
FAULTS = {
    "none": "",
    "inline-script": "<script>alert(1)</script>",
    "missing-picture": '<img src="/missing.png" alt="">',
    "off-site": '<img src="https://off-site.invalid/a.png" alt="">',
    "too-wide": '<svg width="2000" height="1"></svg>',
    "not-closed": "<section>",
    "no-alternative": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
}


def page(request, fault):
    return HttpResponse(PAGE.format(FAULTS[fault]))


urlpatterns = [path("faulty/<slug:fault>", page), *site.urlpatterns]
