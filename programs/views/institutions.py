from django.shortcuts import get_object_or_404, render

from programs.filters import InstitutionFilterSet
from programs.models import Institution
from programs.profiles import InstitutionProfile
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
    context = {"section": "institutions", "profile": InstitutionProfile(institution)}
    return render(
        request, "programs/institution_detail.html", context | {"institution": institution}
    )
