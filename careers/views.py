from django.shortcuts import get_object_or_404, render

from careers.filters import CareerFilterSet
from careers.models import Career, CareerFigure
from reference.figure_groups import figure_groups
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
    figures = CareerFigure.objects.visible().of(career).with_subjects()
    context = {
        "section": "careers",
        "career": career,
        "groups": figure_groups(figures),
        "sharing": Career.objects.sharing_occupation_with(career),
    }
    return render(request, "careers/career_detail.html", context)
