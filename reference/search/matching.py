"""Text search as a condition of a queryset."""

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from reference.search.backends import engine
from reference.search.reading import read


def matching(records: QuerySet, kind: str, text: str, *, in_names: bool = False) -> QuerySet:
    """Those of a kind of records that the text finds, in the order they have; blank: all."""
    query = read(text, kind, in_names=in_names)
    if query.finds_nothing:
        return records.none()
    if not query.groups:
        return records
    return records.filter(pk__in=RawSQL(*engine().matching(query, kind)))  # noqa: S611 stems are bound
