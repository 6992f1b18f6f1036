from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReferenceConfig(AppConfig):
    name = "reference"
    verbose_name = _("Sources and evidence")

    def ready(self):
        from reference.data_version import watch
        from reference.models import Guide, SearchDocument, Source, Topic
        from reference.search.installing import install
        from reference.search.upkeep import keep_searchable
        from reference.searchable import GUIDES, SOURCES, TOPICS

        watch(self, Guide, SearchDocument, Source, Topic)
        post_migrate.connect(install, sender=self, dispatch_uid="reference.search")
        keep_searchable(GUIDES, TOPICS, SOURCES)
