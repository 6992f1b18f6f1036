from django.urls import path

from programs import views

app_name = "programs"
urlpatterns = [
    path("", views.home, name="home"),
    path("programs/", views.program_list, name="programs"),
    path("programs.csv", views.programs_csv, name="programs_csv"),
    path("programs.json", views.programs_json, name="programs_json"),
    path("programs/<slug:slug>/", views.program_detail, name="program"),
    path("institutions/", views.institution_list, name="institutions"),
    path("institutions/<slug:slug>/", views.institution_detail, name="institution"),
    path("disagreements/", views.disagreement_list, name="disagreements"),
    path("audit/", views.audit, name="audit"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    path("rankings/", views.ranking_list, name="rankings"),
    path("rankings/<slug:slug>/", views.ranking_detail, name="ranking"),
    path("states/", views.state_list, name="states"),
    path("states/<slug:code>/", views.state_detail, name="state"),
]
