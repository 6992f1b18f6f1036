"""A folder of Markdown files with front matter ↔ rows: a file is a row, its text the last cell."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from django.utils.translation import gettext as _

from reference.enumerations import Origin
from reference.imports.cells import check_cell
from reference.imports.decoding import open_text
from reference.imports.errors import CellError, Rejection, UnusableFile, quoted
from reference.imports.reading import Row, Sheet

FENCE = "---"
SUFFIX = ".md"
BODY = "body"  # the column that is the text under the front matter


class _Fault(Exception):
    """(line, key, reason): why a file is no row."""


def read_folder(path: Path, columns: list[str], optional: list[str]) -> Sheet:
    """Each file as a row, or what is wrong with it; raises UnusableFile where there is none."""
    sheet = Sheet([], [])
    for file in _files(path):
        place = f"{path.name}/{file.name}"
        try:
            sheet.rows.append(_row(file, place, columns, optional))
        except _Fault as fault:
            sheet.rejections.append(Rejection(place, *fault.args))
    if not sheet.rows and not sheet.rejections:
        raise UnusableFile(path, _("holds no Markdown files; add some or remove the folder"))
    return sheet


def write_folder(path: Path, rows: Sequence[Row]) -> None:
    """One file for each row, named by its first cell; files of rows that are gone go too."""
    texts = {f"{row.cells[0]}{SUFFIX}": _text(row) for row in rows}
    if rows:
        path.mkdir(exist_ok=True)
    for name, text in texts.items():
        unfinished = path / f"{name}.unfinished"
        unfinished.write_text(text, "utf-8", newline="\n")
        unfinished.replace(path / name)
    if path.is_dir():
        _remove_others(path, texts)


def _remove_others(path, texts):
    for file in _files(path):
        if file.name not in texts:
            file.unlink()
    if not any(path.iterdir()):
        path.rmdir()


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.iterdir() if file.suffix.lower() == SUFFIX)


def _row(file: Path, place: str, columns: list[str], optional: list[str]) -> Row:
    lines = _lines(file)
    keys = [column for column in columns if column != BODY]
    values = dict(_front_matter(lines, [*keys, *optional]))
    end = lines.index(FENCE, 1)
    for key in keys:
        if key not in values:
            raise _Fault(end + 1, key, _("is missing from the front matter; add “%s: …”") % key)
    _check_name(file, keys[0], *values[keys[0]])
    values[BODY] = (_begin(lines, end), "\n".join(lines[end + 1 :]).strip())
    places, cells = zip(*values.values(), strict=True)
    return Row(1, tuple(values), cells, place, places)


def _check_name(file, key, line, value):
    if value != file.stem:
        words = {"text": quoted(value), "file": file.name}
        reason = _("%(text)s is not the name of the file %(file)s; correct it or rename the file")
        raise _Fault(line, key, reason % words)


def _begin(lines, end):
    """The line on which the text begins, counted from 1; the last one where there is none."""
    written = (at for at, text in enumerate(lines, 1) if at > end + 1 and text.strip())
    return next(written, len(lines))


def _lines(file: Path) -> list[str]:
    try:
        text = open_text(file, "Markdown").read()
    except UnusableFile as error:
        raise _Fault(error.line, error.column, error.message) from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        try:
            check_cell(line)
        except CellError as error:
            raise _Fault(number, "", str(error)) from None
    return [line.rstrip() if line.rstrip() == FENCE else line for line in lines]


def _front_matter(lines: list[str], known: list[str]) -> Iterator[tuple[str, tuple[int, str]]]:
    """(key, (line, value)) of the lines between the two fences."""
    if lines[0] != FENCE:
        raise _Fault(1, "", _("does not begin with “---”; write the front matter first"))
    if FENCE not in lines[1:]:
        raise _Fault(1, "", _("the front matter has no end; close it with a line “---”"))
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1 : lines.index(FENCE, 1)], 2):
        if line.strip():
            key, value = _entry(number, line, known)
            if key in seen:
                reason = _("stands on line %d already; remove one of the two") % seen[key]
                raise _Fault(number, key, reason)
            seen[key] = number
            yield key, (number, value)


def _entry(number, line, known):
    key, colon, value = (part.strip() for part in line.partition(":"))
    if not colon:
        raise _Fault(number, "", _("%s has no colon; write “key: value”") % quoted(line.strip()))
    if key not in known:
        close = get_close_matches(key, known, 1)
        hint = _("did you mean “%s”?") % close[0] if close else _("it has %s") % ", ".join(known)
        raise _Fault(number, key, _("is not a key of the front matter; %s") % hint)
    if not value:
        raise _Fault(number, key, _("must not be blank; write a value"))
    return key, value


def _text(row: Row) -> str:
    """What is read back as the row; `origin` and `edited` stand only where they say something."""
    cells = {key: cell for key, cell in zip(row.header, row.cells, strict=True) if cell}
    if cells["origin"] == Origin.SEED:
        del cells["origin"]
    body = cells.pop(BODY, "")
    return "\n".join(
        [FENCE, *(f"{key}: {cell}" for key, cell in cells.items()), FENCE, "", body, ""]
    )
