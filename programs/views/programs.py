from django.shortcuts import get_object_or_404, redirect, render

from programs.filters import ProgramFilterSet
from programs.models import Program
from programs.profiles import ProgramProfile
from programs.residency import ResidencyFilterSet
from reference.paging import page_of


def program_list(request):
    programs = ProgramFilterSet(request.GET, Program.objects.published().listed().for_cards())
    page, ignored = page_of(programs.qs, request.GET)
    context = {"section": "programs", "has_search": True, "filter": programs, "page": page}
    return render(
        request, "programs/program_list.html", context | {"ignored": programs.ignored + ignored}
    )


def program_detail(request, slug):
    program = get_object_or_404(Program.objects.published().for_cards(), slug=slug)
    if not program.facts.listed:
        return redirect(Program.objects.standing_in_for(program))
    residency = ResidencyFilterSet(request.GET)
    profile = ProgramProfile(program, residency.residency_chosen)
    context = {"section": "programs", "program": program, "profile": profile}
    return render(
        request,
        "programs/program_detail.html",
        context | {"residency": residency, "ignored": residency.ignored},
    )
