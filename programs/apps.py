from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    name = "programs"
    verbose_name = _("Programs and universities")

    def ready(self):
        from programs.evidence import refresh_after
        from reference.signals import evidence_changed

        evidence_changed.connect(refresh_after, dispatch_uid="programs.refresh_after")
