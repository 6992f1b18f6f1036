"""What editors see of sources and evidence, and the parts from which all apps make their admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from reference.admin.guide import GuideAdmin
from reference.admin.ledger import LedgerEntryAdmin
from reference.admin.note import NoteAdmin
from reference.admin.source import SourceAdmin
from reference.admin.topic import TopicAdmin, TopicFigureAdmin

__all__ = [
    "GuideAdmin",
    "LedgerEntryAdmin",
    "NoteAdmin",
    "SourceAdmin",
    "TopicAdmin",
    "TopicFigureAdmin",
]

admin.site.site_header = admin.site.site_title = "Gradpath"
admin.site.index_title = _("The catalogue")
