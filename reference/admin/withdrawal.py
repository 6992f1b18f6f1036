"""Bulk actions: hide records, or show them again. What is hidden stays, so no import revives it."""

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reference.admin.written import announce

WITHDRAWN = "withdrawn"


class Withdrawal(admin.ModelAdmin):
    """For a model with a `status`. `restored`: the status of a record that is shown again."""

    actions = ("withdraw", "restore")
    restored = ""

    @admin.action(
        permissions=["change"], description=_("Withdraw selected %(verbose_name_plural)s")
    )
    def withdraw(self, request, queryset):
        self._set_status(request, queryset.exclude(status=WITHDRAWN), WITHDRAWN)

    @admin.action(permissions=["change"], description=_("Restore selected %(verbose_name_plural)s"))
    def restore(self, request, queryset):
        self._set_status(request, queryset.filter(status=WITHDRAWN), self.restored)

    @transaction.atomic
    def _set_status(self, request, queryset, status):
        records = list(queryset)
        for record in records:
            record.status = status
            record.note_edited({"status"})
        self.model._base_manager.bulk_update(records, ["status", "edited"], batch_size=500)
        announce(records)
        message = [{"changed": {"fields": ["status"]}}]
        LogEntry.objects.log_actions(request.user.pk, records, CHANGE, message)
        self.message_user(request, _t("%d changed.") % len(records))
