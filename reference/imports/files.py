"""Which files of a path belong to which tables."""

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path

from django.apps import apps
from django.utils.translation import gettext as _

from reference.imports.errors import UnusableFile
from reference.imports.tables import Table


def bundled(app: str) -> Path:
    """The seed directory that comes with an app."""
    return Path(apps.get_app_config(app).path) / "seeds"


def find_files(app: str, tables: Sequence[Table], path: Path) -> list[tuple[Path, list[Table]]]:
    """In loading order, from a seed directory, an export’s root or one file."""
    known = {file: list(group) for file, group in groupby(tables, lambda table: table.file)}
    try:
        folders = {table.file for table in tables if table.is_folder}
        found = _found(app, path, folders)
    except OSError as error:
        reason = _("cannot be read (%s); check its permissions") % error.strerror
        raise UnusableFile(path, reason) from None
    for file in found:
        if file.name not in known:
            raise UnusableFile(file, _not_known(file.name, known))
    by_name = {file.name: file for file in found}
    if not by_name:
        raise UnusableFile(path, _("holds no seed files; expected some of %s") % ", ".join(known))
    return [(by_name[name], known[name]) for name in known if name in by_name]


def _found(app, path, folders):
    if path.is_dir() and path.name not in folders:
        # an export holds a folder for each app
        directory = path / app if (path / app).is_dir() else path
        return sorted(
            file
            for file in directory.iterdir()
            if file.suffix.lower() == ".csv" or (file.name in folders and file.is_dir())
        )
    if not path.exists():
        raise UnusableFile(path, _("there is no such file or folder; check the path"))
    return [path]


def _not_known(name, known):
    close = get_close_matches(name, known, 1, cutoff=0.8)
    if close:
        return _("is not a seed file of this command; did you mean “%s”?") % close[0]
    return _("is not a seed file of this command; it reads %s") % ", ".join(known)
