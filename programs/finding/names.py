"""The names of what facets offer: universities, states and careers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import BigIntegerField, Value

from careers.models import Career
from programs.models import Institution, RoleLink


@dataclass(frozen=True)
class Names:
    """`slugs`: {key of a university: its slug}; the others {value: label} in the order of lists."""

    slugs: dict[int, str]
    institution: dict[str, str]
    state: dict[str, str]


def names_of(universities: Iterable[int], states: Iterable[str]) -> Names:
    """Of these alone, the universities in the order given."""
    columns = ("pk", "slug", "name", "state__code", "state__name")
    rows = {
        row[0]: row for row in Institution.objects.order_by("state__name").values_list(*columns)
    }
    held, codes = dict.fromkeys(universities), set(states)
    listed = [rows[key] for key in held if key in rows]
    return Names(
        {key: slug for key, slug, *_ in listed},
        {slug: name for _key, slug, name, *_ in listed},
        {code: name for *_, code, name in rows.values() if code in codes},
    )


def roles() -> tuple[dict[str, str], list[tuple]]:
    """{slug of a career: its title}, and (slug, university, program or None) where one is named."""
    none = Value(0, BigIntegerField())
    careers = Career.objects.order_by().values_list("slug", "title", none, none)
    named = RoleLink.objects.filter(career__isnull=False).order_by()
    columns = ("career__slug", Value(""), "institution_id", "program_id")
    rows = list(careers.union(named.values_list(*columns), all=True).order_by("title"))
    titles = {slug: title for slug, title, *_ in rows if title}
    return titles, [(slug, *where) for slug, title, *where in rows if not title]
