from django.shortcuts import get_object_or_404, render

from programs.filters import InstitutionFilterSet
from programs.models import Institution
from programs.profiles import InstitutionProfile
from programs.residency import ResidencyFilterSet
from reference.paging import page_of


def institution_list(request):
    found = InstitutionFilterSet(request.GET, Institution.objects.for_table())
    page, ignored = page_of(found.qs, request.GET)
    context = {"section": "institutions", "filter": found, "page": page}
    context["told_by"] = Institution.objects.told_by()
    return render(
        request, "programs/institution_list.html", context | {"ignored": found.ignored + ignored}
    )


def institution_detail(request, slug):
    institution = get_object_or_404(Institution.objects.for_page(), slug=slug)
    residency = ResidencyFilterSet(request.GET)
    profile = InstitutionProfile(institution, residency.residency_chosen)
    context = {"section": "institutions", "institution": institution, "profile": profile}
    return render(
        request,
        "programs/institution_detail.html",
        context | {"residency": residency, "ignored": residency.ignored},
    )
