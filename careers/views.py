from django.shortcuts import get_object_or_404, render

from careers.filters import CareerFilterSet
from careers.models import Career, CareerPath
from reference.paging import page_of


def career_list(request):
    careers = CareerFilterSet(request.GET, Career.objects.for_table())
    page, ignored = page_of(careers.qs, request.GET)
    context = {"section": "careers", "filter": careers, "page": page}
    return render(
        request, "careers/career_list.html", context | {"ignored": careers.ignored + ignored}
    )


def career_detail(request, slug):
    career = get_object_or_404(Career.objects.for_table(), slug=slug)
    context = {
        "section": "careers",
        "career": career,
        "sharing": Career.objects.sharing_occupation_with(career),
        "paths": CareerPath.objects.through(career).with_steps(),
    }
    return render(request, "careers/career_detail.html", context)


def career_paths(request):
    context = {
        "section": "careers",
        "paths": CareerPath.objects.with_steps(),
        "elsewhere": Career.objects.on_no_path().for_table(),
    }
    return render(request, "careers/career_paths.html", context)
