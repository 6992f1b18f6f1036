from django.shortcuts import render

from programs.audit.page import Audit


def audit(request):
    found = Audit(request.GET)
    context = {"section": "audit", "audit": found, "ignored": found.filter.ignored}
    return render(request, "programs/audit.html", context)
