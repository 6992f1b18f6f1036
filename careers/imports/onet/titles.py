"""Alternate Titles: other names of an occupation, a few of them twice with two short forms."""

from careers.imports.onet.cells import name
from careers.imports.onet.file_kinds import FileKind, records
from careers.models import AlternateTitle
from reference.federal.cells import plain
from reference.federal.feeds import Staged
from reference.federal.merging import Merge
from reference.models import Source

JOINED = (
    "FROM (SELECT MIN(line) AS line, code, name FROM stage_onet_titles GROUP BY code, name) AS s"
)


def alternate_title(_code, title, short) -> Staged:
    return name(title, "Alternate Title", 300), plain(short, "Short Title", 300)


def title_records(source: Source) -> Merge:
    return records(AlternateTitle, TITLES.title, JOINED, {"name": "s.name"}, ("name",), source)


TITLES = FileKind(
    title="Alternate Titles",
    stage="onet_titles",
    columns=("Alternate Title", "Short Title"),
    staged={"name": "text", "short": "text"},
    keys=("name", "short"),
    row=alternate_title,
    merge=title_records,
)
