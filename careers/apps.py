from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CareersConfig(AppConfig):
    name = "careers"
    verbose_name = _("Careers and fields")

    def ready(self):
        from careers.models import Career, CareerAlias, FieldOfStudy, Occupation
        from careers.searchable import CAREERS, FIELDS, OCCUPATIONS
        from reference.data_version import watch
        from reference.search.upkeep import keep_searchable

        watch(self, Career, CareerAlias, FieldOfStudy, Occupation)
        keep_searchable(CAREERS, OCCUPATIONS, FIELDS)
