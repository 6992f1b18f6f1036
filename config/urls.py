from django.contrib import admin
from django.urls import include, path

from config.health import alive

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", alive, name="healthz"),
    path("", include("reference.urls")),
    path("", include("careers.urls")),
    path("", include("programs.urls")),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
