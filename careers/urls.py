from django.urls import path, re_path

from careers import views

# any code has an address, also one that an editor is about to correct
CIP = "(?P<cip>[-.0-9A-Za-z]+)"

app_name = "careers"
urlpatterns = [
    path("careers/", views.career_list, name="careers"),
    path("career-paths/", views.career_paths, name="paths"),
    path("careers/<slug:slug>/", views.career_detail, name="career"),
    path("occupations/", views.occupation_list, name="occupations"),
    path("occupations/<slug:soc>/", views.occupation_detail, name="occupation"),
    path("fields/", views.field_list, name="fields"),
    re_path(rf"^fields/{CIP}/\Z", views.field_detail, name="field"),
]
