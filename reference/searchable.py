"""What search may find of this app: guides, questions and sources."""

from collections.abc import Callable, Iterator, Sequence

from django.db.models import Model

from reference.models import Guide, Source, Topic
from reference.search.kinds import Draft, SearchKind


def own_keys(records: Sequence[Model]) -> list[int]:
    """A record’s document rests on that record alone; one that is deleted has no key."""
    return [record.pk for record in records if record.pk]


def owners(path: str):
    """The keys of those that changed records belong to."""

    def keys(records: Sequence[Model]):
        return {getattr(record, f"{path}_id") for record in records}

    return keys


def following(model: type[Model], path: str):
    """The keys of those records that reach a changed one by this path."""

    def keys(records: Sequence[Model]):
        owners = own_keys(records)
        return set(
            model._default_manager.filter(**{f"{path}__in": owners}).values_list("pk", flat=True)
        )

    return keys


def beside(model: type[Model], path: str):
    """The keys of those records that share what this path leads to with a changed one."""

    def keys(records: Sequence[Model]):
        shared = {getattr(record, f"{path}_id") for record in records}
        return set(
            model._default_manager.filter(**{f"{path}__in": shared}).values_list("pk", flat=True)
        )

    return keys


def drafts_of(model: type[Model], draft: Callable[..., Draft], *needs: str):
    """A lot of drafts for each lot of keys."""

    def drafts(pks: Sequence[int]) -> Iterator[Draft]:
        records = model._default_manager.filter(pk__in=pks).prefetch_related(*needs)
        return map(draft, records)

    return drafts


def _guide(guide):
    context = ("guide", guide.get_part_display(), guide.summary)
    return Draft(guide.pk, guide.title, [guide.title], context=context, body=[guide.body])


def _topic(topic):
    return Draft(topic.pk, topic.question, [topic.question], body=[topic.summary])


def _source(source):
    names = (source.publisher, source.short_name)
    context = ("source", source.get_kind_display(), source.edition)
    return Draft(source.pk, str(source), [*names, str(source)], [source.title], context)


GUIDES = SearchKind("guide", 6, Guide.objects.all, drafts_of(Guide, _guide), {Guide: own_keys})
TOPICS = SearchKind("topic", 7, Topic.objects.all, drafts_of(Topic, _topic), {Topic: own_keys})
SOURCES = SearchKind(
    "source", 8, Source.objects.all, drafts_of(Source, _source), {Source: own_keys}
)
