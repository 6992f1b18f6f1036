from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    name = "programs"
    verbose_name = _("Programs and universities")

    def ready(self):
        from programs import models
        from programs.evidence import refresh_after
        from programs.facts import refresh_after_migrations
        from programs.searchable import KINDS
        from reference.data_version import watch
        from reference.search.upkeep import keep_searchable
        from reference.signals import evidence_changed

        watch(
            self,
            models.Institution,
            models.InstitutionAlias,
            models.Program,
            models.ProgramFacts,
            models.Ranking,
            models.RankingEntry,
            models.RoleLink,
            models.State,
        )
        post_migrate.connect(refresh_after_migrations, sender=self, dispatch_uid="programs.facts")
        evidence_changed.connect(refresh_after, dispatch_uid="programs.refresh_after")
        keep_searchable(*KINDS)  # after the facts, which say what is listed
