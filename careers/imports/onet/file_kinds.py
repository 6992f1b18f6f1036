"""What the files of O*NET have in common: found by name, read row by row, written by one Merge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.onet.cells import CODE, onet_code, stated
from careers.models import OnetOccupation
from reference.enumerations import Origin
from reference.federal.delimited import open_delimited
from reference.federal.feeds import Feed, Staged
from reference.federal.layouts import Layout
from reference.federal.merging import Merge, Says
from reference.federal.sheets import Sheet, is_workbook
from reference.federal.staging import Stage
from reference.models import Source
from reference.sql import rows_of

OCCUPATIONS = "stage_onet_occupations"
LAYOUT = "O*NET %s, Excel edition of 29.3 and text edition of 29.0"


@dataclass(frozen=True)
class FileKind:
    """`title`: as O*NET names the file. `columns`: those that both editions have and `row` takes.

    `row`: (code, cell of each column) → what the stage holds after the code, or why it is left out.
    `knows`: {title: file} of the folder → what `row` gets before the cells.
    """

    title: str
    stage: str
    columns: tuple[str, ...]
    staged: Mapping[str, str]
    keys: tuple[str, ...]
    row: Callable[..., Staged]
    merge: Callable[[Source], Merge] | None = None
    other_titles: tuple[str, ...] = ()
    knows: Callable[[Mapping[str, Path]], tuple] = lambda _files: ()
    lists_occupations: bool = False

    @property
    def layout(self) -> Layout:
        return Layout(LAYOUT % self.title, (CODE, *self.columns))

    def feed(self, files: Mapping[str, Path]) -> Feed:
        path = files[self.title]
        stage = Stage(self.stage, {"code": "text", **self.staged})
        parser = partial(self._parser, files)
        return Feed(path, (self.layout,), stage, parser, ("code", *self.keys), opened(path))

    def _parser(self, files, _layout, places):
        at = [places[column.upper()] for column in self.layout.columns]
        row = partial(self.row, *self.knows(files))
        known = None if self.lists_occupations else known_codes()

        def parse(cells):
            code, *values = (stated(cells[place]) for place in at)
            onet_code(code)
            if known is not None and code not in known:
                return not_listed()
            said = row(code, *values)
            return said if isinstance(said, str) else (code, *said)

        return parse


def opened(path: Path):
    """What opens the file for a Feed."""
    return Sheet() if is_workbook(path) else open_delimited


def known_codes() -> set[str]:
    """About a thousand: those of the catalogue and, staged before all others, those of the file."""
    staged = {code for (code,) in rows_of("SELECT code FROM", OCCUPATIONS)}
    return staged.union(OnetOccupation.objects.values_list("code", flat=True))


def not_listed() -> str:
    return _("of a code that Occupation Data does not list")


def records(model, title, rows, values, keys, source, within=None) -> Merge:
    """Staged rows as what O*NET says of its occupations; `values` as of a Merge."""
    return Merge(
        model=model,
        rows=f"{rows} JOIN careers_onetoccupation AS o ON o.code = s.code",
        values={
            "subject_id": "o.id",
            **values,
            "source_id": Says(source.pk),
            "locator": f"'O*NET-SOC ' || s.code || ', {title}'",
        },
        keys=("subject_id", *keys, "source_id"),
        origin=Origin.ONET,
        within={"source_id": source.pk, **(within or {})},
    )
