from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language

from programs.filters import ProgramFilterSet
from programs.finding.listing import Listing
from programs.models import Program
from programs.profiles import ProgramProfile
from programs.residency import ResidencyFilterSet
from programs.rows import kept_rows
from programs.unranked import ranked_by
from reference.paging import page_of


def program_list(request):
    programs = ProgramFilterSet(request.GET)
    page, ignored = page_of(Listing(programs.answer), request.GET)
    address = programs.canonical(page.number)
    kept = kept_rows(programs.index.version)
    context = {
        "section": "programs",
        "has_search": True,
        "filter": programs,
        "reading": programs.reading,
        "sort": programs.order,
        "page": page,
        "rows": kept.html(
            page.object_list, programs.residency_chosen, request, programs.reading.stems
        ),
        "sources": kept.sources_html(request),
        "canonical": f"{settings.SITE_URL}{request.path}{address.removesuffix('?')}",
        "ranked_by": programs.index.kept(("ranked by", get_language()), ranked_by),
        "ignored": programs.ignored + ignored,
    }
    return render(request, "programs/program_list.html", context)


def program_detail(request, slug):
    program = get_object_or_404(Program.objects.published().for_cards(), slug=slug)
    residency = ResidencyFilterSet(request.GET)
    if not program.facts.listed:
        instead = Program.objects.standing_in_for(program).get_absolute_url()
        return redirect(f"{instead}{residency.residency_query}")
    profile = ProgramProfile(program, residency.residency_chosen)
    context = {"section": "programs", "program": program, "profile": profile}
    return render(
        request,
        "programs/program_detail.html",
        context | {"residency": residency, "ignored": residency.ignored},
    )
