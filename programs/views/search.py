from django.shortcuts import render

from programs.filters import SearchFilterSet
from programs.search import Search


def search(request):
    asked = SearchFilterSet(request.GET)
    found = Search(" ".join(asked.chosen["q"].split()), asked.chosen["kind"])
    page, ignored = found.page(request.GET)
    context = {"section": "search", "has_search": True, "search": found, "page": page}
    return render(request, "programs/search.html", context | {"ignored": asked.ignored + ignored})
