"""Alternate Titles: other names of an occupation, a few of them twice with two short forms.

The second is left out, and counted.
"""

from collections import Counter

from django.utils.translation import gettext as _

from careers.imports.onet.cells import name
from careers.imports.onet.file_kinds import FileKind, records
from careers.models import AlternateTitle
from reference.federal.cells import plain
from reference.federal.feeds import Staged
from reference.federal.merging import Merge
from reference.models import Source
from reference.sql import rows_of

JOINED = (
    "FROM (SELECT MIN(line) AS line, code, name FROM stage_onet_titles GROUP BY code, name) AS s"
)


def alternate_title(_code, title, short) -> Staged:
    return name(title, "Alternate Title", 300), plain(short, "Short Title", 300)


def repeated_titles() -> Counter:
    """Rows that repeat a title of their code with another short form."""
    listed = "FROM stage_onet_titles"
    ((rows,),) = rows_of("SELECT COUNT(*)", listed)
    ((titles,),) = rows_of("SELECT COUNT(*)", JOINED)
    reason = _("that repeat a title of their code with another short form")
    return +Counter({reason: rows - titles})


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
