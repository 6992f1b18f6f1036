from django.shortcuts import render

from programs.disagreements import Disagreements
from programs.filters import DisagreementFilterSet


def disagreement_list(request):
    asked = DisagreementFilterSet(request.GET)
    context = {"section": "disagreements", "found": Disagreements(asked), "ignored": asked.ignored}
    return render(request, "programs/disagreement_list.html", context)
