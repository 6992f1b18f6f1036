from django.urls import path

from careers import views

app_name = "careers"
urlpatterns = [
    path("careers/", views.career_list, name="careers"),
    path("career-paths/", views.career_paths, name="paths"),
    path("careers/<slug:slug>/", views.career_detail, name="career"),
]
