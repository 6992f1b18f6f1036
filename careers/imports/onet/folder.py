"""Which files of an edition a folder holds, by their names: “Skills.cut.xlsx” is Skills."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.onet.education import CATEGORIES, EDUCATION
from careers.imports.onet.file_kinds import FileKind
from careers.imports.onet.job_zones import JOB_ZONES
from careers.imports.onet.occupations import OCCUPATION_DATA
from careers.imports.onet.related import RELATED
from careers.imports.onet.skills import SKILLS
from careers.imports.onet.technologies import TECHNOLOGIES
from careers.imports.onet.titles import TITLES
from reference.imports.errors import UnusableFile

# In the order they are read: which codes there are comes first.
KINDS = (OCCUPATION_DATA, JOB_ZONES, SKILLS, TECHNOLOGIES, TITLES, RELATED, EDUCATION)
READ_ME = "Read Me"
SUFFIXES = (".xlsx", ".txt")


def files_in(folder: Path) -> dict[str, Path]:
    """{title of a kind, or Categories or Read Me: its file}. Raises UnusableFile."""
    if not folder.is_dir():
        reason = _("is not a folder; give the folder that holds Occupation Data")
        raise UnusableFile(folder, reason if folder.exists() else _("there is no such folder"))
    found = _by_title(folder)
    for paths in found.values():
        if len(paths) > 1:
            names = ", ".join(sorted(path.name for path in paths))
            raise UnusableFile(folder, _("holds the same twice: %s; leave one there") % names)
    if OCCUPATION_DATA.title not in found:
        reason = _(
            "holds neither Occupation Data.xlsx nor Occupation Data.txt; nothing can be read"
        )
        raise UnusableFile(folder, reason)
    return {title: paths[0] for title, paths in found.items()}


def not_in(files: Iterable[str]) -> list[FileKind]:
    return [kind for kind in KINDS if kind.title not in files]


def _by_title(folder) -> dict[str, list[Path]]:
    known = {_plainly(title): kind.title for kind in KINDS for title in _titles(kind)}
    known |= {_plainly(title): title for title in (CATEGORIES, READ_ME)}
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.iterdir()):
        title = known.get(_plainly(path.name.partition(".")[0]))
        if title and path.suffix.lower() in SUFFIXES:
            found[title].append(path)
    return found


def _titles(kind: FileKind) -> tuple[str, ...]:
    return (kind.title, *kind.other_titles)


def _plainly(title: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", title).casefold()
