"""Which documents follow from a record that changed."""

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete

from reference.models import SearchDocument, SearchName, SearchWord
from reference.search.documents import forget_document, refresh_all_documents, refresh_documents
from reference.search.installing import repair_index
from reference.search.kinds import SearchKind, register
from reference.signals import evidence_changed


def keep_searchable(*found: SearchKind) -> None:
    """Register kinds of records, and keep their documents in step from now on.

    An app calls it after it has connected what its records rest on.
    """
    for kind in found:
        register(kind)
        _Follower(kind).connect()


@transaction.atomic
def rebuild_search() -> int:
    """Write all documents anew, and forget words that none of them holds; how many they are."""
    for model in (SearchName, SearchDocument, SearchWord):
        model.objects.all().delete()
    repair_index()
    return refresh_all_documents()


class _Follower:
    def __init__(self, kind: SearchKind):
        self.kind = kind

    def connect(self):
        uid = f"search.{self.kind.key}"
        evidence_changed.connect(self.follow, weak=False, dispatch_uid=uid)
        model = self.kind.records().model
        post_delete.connect(self.forget, sender=model, weak=False, dispatch_uid=uid)

    def follow(self, sender, records=None, tables=None, **_signal):
        changed = {sender} if tables is None else set(tables)
        keys_of = self.kind.rests_on.get(sender)
        if keys_of and records is not None:
            refresh_documents(self.kind.key, keys_of(records))
        elif changed & {None, *self.kind.rests_on}:
            refresh_documents(self.kind.key)

    def forget(self, instance: Model, **_signal):
        forget_document(self.kind.key, instance.pk)
