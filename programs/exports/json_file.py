"""A list of programs as one JSON object, written as it is read."""

import json
from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone

from programs.exports.figure import PARTS
from programs.exports.row import FIGURES, Row
from programs.exports.selection import AT_ONCE, Selection
from programs.exports.sources import Sources
from reference.models import Source


def json_of(selection: Selection) -> Iterator[bytes]:
    """In lots of many programs each; what is unknown is null. The sources named come last."""
    yield _head(selection)
    named: set[str] = set()
    lot: list[str] = []
    for number, row in enumerate(selection.rows()):
        lot.append(f"{',' if number else ''}\n{_written(_program(row))}")
        named.update(_addresses(row))
        if len(lot) >= AT_ONCE:
            yield "".join(lot).encode()
            lot.clear()
    yield "".join(lot).encode()
    yield _foot(selection.sources, named)


def _head(selection) -> bytes:
    """All but the last brace, and the programs yet to come."""
    dated = selection.dated
    head = {
        "url": selection.url,
        "query": selection.query,
        "ignored": [{"parameter": i.parameter, "value": i.value} for i in selection.ignored],
        "count": len(selection.keys),
        "retrieved": timezone.now().isoformat(timespec="seconds"),
        "newest_source": dated.isoformat() if dated else None,
    }
    return f'{_written(head)[:-1]}, "programs": ['.encode()


def _foot(sources: Sources, named: set[str]) -> bytes:
    """The sources whose addresses these are, and what they ask to be said."""
    found = [(url, sources.by_key[key]) for key, url in sources.addresses.items() if url in named]
    told = [_source(source, url) for url, source in sorted(found, key=lambda pair: pair[0])]
    attributions = sorted({source.attribution for _url, source in found if source.attribution})
    return (
        f'\n], "sources": {_written(told)}, "attributions": {_written(attributions)}}}\n'.encode()
    )


def _source(source: Source, url: str) -> dict:
    return {
        "short_name": source.short_name,
        "url": url,
        "title": source.title,
        "publisher": source.publisher,
        "edition": source.edition or None,
        "published_at": source.url or None,
        "retrieved_on": source.retrieved_on.isoformat() if source.retrieved_on else None,
        "license": source.licence or None,
        "is_copy": source.is_copy,
    }


def _program(row: Row) -> dict:
    """Its names, and beneath each figure’s name the parts of that figure."""
    told = {name: None if value == "" else value for name, value in row.told.items()}
    return told | {name: _figure(row.figures[name]) for name in FIGURES}


def _figure(figure) -> dict:
    cells = zip(PARTS, figure.cells(), strict=True)
    return {part: None if value == "" else value for part, value in cells}


def _addresses(row: Row) -> set[str]:
    named = {figure.source_url for figure in row.figures.values()}
    return named | {row.told["named_by_url"]}


def _written(value) -> str:
    return json.dumps(value, default=_number, ensure_ascii=False)


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
