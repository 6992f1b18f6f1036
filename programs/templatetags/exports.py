"""A list as a file."""

from dataclasses import dataclass

from django import template
from django.urls import reverse

from programs.exports.selection import UTF_8_WITH_MARK
from reference.filters import LenientFilterSet

register = template.Library()


@dataclass(frozen=True)
class FileLinks:
    """Addresses of the same list, whole."""

    csv: str
    csv_with_mark: str
    json: str


@register.simple_tag
def files_of(programs: LenientFilterSet) -> FileLinks:
    query = programs.url().removesuffix("?")
    csv, json = reverse("programs:programs_csv"), reverse("programs:programs_json")
    with_mark = f"{query}{'&' if query else '?'}encoding={UTF_8_WITH_MARK}"
    return FileLinks(f"{csv}{query}", f"{csv}{with_mark}", f"{json}{query}")
