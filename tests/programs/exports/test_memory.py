"""A file takes no more memory for many programs than for few."""

import tracemalloc

import pytest

from careers.models import FieldOfStudy
from programs.models import Institution, Program
from tests.catalogue import refresh

FEW, MANY = 1_000, 4_000
A_UNIVERSITY = 25
FILES = ("/programs.csv", "/programs.json")
MEGABYTE = 1024**2

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def add_programs(numbers):
    """So many at each university."""
    universities = Institution.objects.bulk_create(
        Institution(slug=f"u-{n}", name=f"University {n}") for n in numbers[::A_UNIVERSITY]
    )
    field, _made = FieldOfStudy.objects.get_or_create(cip="11.0102", defaults={"title": "AI"})
    Program.objects.bulk_create(
        Program(
            slug=f"p-{n}",
            title=f"MS {n} in a field with a long title",
            institution=universities[place // A_UNIVERSITY],
            field=field,
        )
        for place, n in enumerate(numbers)
    )
    refresh()


def peak(client, address):
    """In megabytes, while the file is written; how many bytes it has."""
    tracemalloc.start()
    try:
        written = sum(len(chunk) for chunk in client.get(address).streaming_content)
        return tracemalloc.get_traced_memory()[1] / MEGABYTE, written
    finally:
        tracemalloc.stop()


def peaks(client):
    client.get("/programs/")  # what each process keeps of a version of the data
    return [peak(client, address) for address in FILES]


def test_memory_does_not_grow_with_the_list(client):
    add_programs(range(FEW))
    few = peaks(client)
    add_programs(range(FEW, MANY))
    many = peaks(client)
    for (before, small), (after, large) in zip(few, many, strict=True):
        assert large > 3.5 * small
        assert after < before + 2
