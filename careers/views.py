from django.shortcuts import get_object_or_404, render

from careers.field_profile import FieldProfile
from careers.filters import CareerFilterSet, OccupationFilterSet
from careers.models import Career, CareerListing, CareerPath, FieldOfStudy, Occupation
from careers.occupation_profile import OccupationProfile
from careers.onet_titles import listed_title
from reference.paging import page_of


def career_list(request):
    careers = CareerFilterSet(request.GET, Career.objects.for_table())
    page, ignored = page_of(careers.qs, request.GET)
    context = {"section": "careers", "filter": careers, "page": page}
    return render(
        request, "careers/career_list.html", context | {"ignored": careers.ignored + ignored}
    )


def career_detail(request, slug):
    career = get_object_or_404(Career.objects.for_page(), slug=slug)
    context = {
        "section": "careers",
        "career": career,
        "read": {CareerListing: list(career.listings.all())},
        "sharing": Career.objects.sharing_occupation_with(career),
        "paths": CareerPath.objects.through(career).with_steps(),
        "titled": listed_title(career),
        "official": career.occupation and OccupationProfile(career.occupation, ["skills"]),
    }
    return render(request, "careers/career_detail.html", context)


def career_paths(request):
    context = {
        "section": "careers",
        "paths": CareerPath.objects.with_steps(),
        "elsewhere": Career.objects.on_no_path().for_table(),
    }
    return render(request, "careers/career_paths.html", context)


def occupation_list(request):
    occupations = OccupationFilterSet(request.GET, Occupation.objects.with_federal_figures())
    page, ignored = page_of(occupations.qs, request.GET)
    context = {"section": "careers", "filter": occupations, "page": page}
    return render(
        request,
        "careers/occupation_list.html",
        context | {"ignored": occupations.ignored + ignored},
    )


def occupation_detail(request, soc):
    occupation = get_object_or_404(Occupation, soc=soc)
    context = {"section": "careers", "occupation": occupation}
    context["profile"] = OccupationProfile(occupation)
    return render(request, "careers/occupation_detail.html", context)


def field_list(request):
    fields = FieldOfStudy.objects.in_families().detailed()
    return render(request, "careers/field_list.html", {"section": "programs", "fields": fields})


def field_detail(request, cip):
    field = get_object_or_404(FieldOfStudy.objects.select_related("source"), cip=cip)
    context = {"section": "programs", "field": field, "profile": FieldProfile(field)}
    return render(request, "careers/field_detail.html", context)
