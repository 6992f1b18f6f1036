from django.urls import path

from reference import views

app_name = "reference"
urlpatterns = [
    path("topics/", views.topic_list, name="topics"),
    path("topics/<slug:key>/", views.topic_detail, name="topic"),
    path("guides/", views.guide_list, name="guides"),
    path("guides/<slug:slug>/", views.guide_detail, name="guide"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:slug>/", views.source_detail, name="source"),
    path("sources/<slug:slug>/ledger/", views.source_ledger, name="ledger"),
    path("glossary/", views.glossary, name="glossary"),
]
