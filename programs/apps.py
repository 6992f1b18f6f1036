from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    name = "programs"
    verbose_name = _("Programs and universities")

    def ready(self):
        from programs.evidence import refresh_after
        from programs.models import (
            Institution,
            InstitutionAlias,
            Program,
            ProgramFacts,
            Ranking,
            RankingEntry,
            RoleLink,
            State,
        )
        from programs.searchable import KINDS
        from reference.data_version import watch
        from reference.search.upkeep import keep_searchable
        from reference.signals import evidence_changed

        tables = (
            Institution,
            InstitutionAlias,
            Program,
            ProgramFacts,
            Ranking,
            RankingEntry,
            RoleLink,
            State,
        )
        watch(self, *tables)
        evidence_changed.connect(refresh_after, dispatch_uid="programs.refresh_after")
        keep_searchable(*KINDS)  # after the facts, which say what is listed
