from django.shortcuts import get_object_or_404, redirect, render

from programs.filters import StateFilterSet
from programs.models import State
from programs.state_profile import StateProfile
from programs.state_table import StateTable


def state_list(request):
    found, table = StateFilterSet(request.GET), StateTable()
    context = {"section": "states", "filter": found, "ignored": found.ignored, "table": table}
    return render(
        request, "programs/state_list.html", context | {"rows": table.sorted_by(found.sort_key)}
    )


def state_detail(request, code):
    state = get_object_or_404(State, code=code.upper())
    if code != state.code:
        return redirect(state, permanent=True)
    context = {"section": "states", "state": state, "profile": StateProfile(state)}
    return render(request, "programs/state_detail.html", context)
