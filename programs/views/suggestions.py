from dataclasses import asdict

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.filters import SearchFilterSet
from programs.suggestions import suggestions as found_for


def suggestions(request):
    """What a search box shows while one types, and what it says of that to who does not see it."""
    text = " ".join(SearchFilterSet(request.GET).chosen["q"].split())
    found = found_for(text)
    said = ngettext("%d suggestion", "%d suggestions", len(found)) % len(found)
    none = _("No suggestions") if text else ""
    spoken = _("%s; the arrow keys choose one") % said if found else none
    return JsonResponse({"suggestions": [asdict(one) for one in found], "said": spoken})
