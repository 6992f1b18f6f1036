from django.urls import path

from reference import views

app_name = "reference"
urlpatterns = [
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:slug>/", views.source_detail, name="source"),
]
