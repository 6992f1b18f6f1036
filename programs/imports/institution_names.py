"""Which row of the directory a university without a UNITID is, told by names. Never a guess."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from programs.imports.directory_rows import DirectoryRow
from programs.models import Institution

LEFT_OUT = {"the", "campus"}


class Found(NamedTuple):
    """`institutions`: {UNITID: the university}; `unsettled`: those that fit several."""

    institutions: dict[str, Institution]
    unsettled: set[str]
    notes: list[str]


def plain_name(text: str) -> str:
    """Without case, accents, punctuation, “The” and “Campus”; “&” is “and”."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    unaccented = "".join(c for c in letters if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+", " ", re.sub(r"[’'.]", "", unaccented)).split()
    return " ".join(word for word in words if word not in LEFT_OUT)


def other_names(text: str) -> list[str]:
    """The entries of IALIAS, which “|” and “||” part; each once."""
    names: dict[str, str] = {}
    for part in text.split("|"):
        if name := " ".join(part.split()):
            names.setdefault(name.casefold(), name)
    return list(names.values())


def not_held() -> str:
    """Why a row of a federal file is left out."""
    return _("of a university that the catalogue does not hold")


def find_institutions(held: Iterable[Institution], rows: Sequence[DirectoryRow]) -> Found:
    """By UNITID, and those that have none by name."""
    known = {institution.unitid: institution for institution in held}
    unknown = [institution for institution in held if not institution.unitid]
    found = _find_by_name(unknown, [row for row in rows if row.unitid not in known])
    known.pop("", None)
    return found._replace(institutions=known | found.institutions)


def _find_by_name(institutions, rows) -> Found:
    """Names with names first, then names with aliases; never aliases with aliases."""
    found = Found({}, set(), [])
    for row, fits in _fitting(institutions, _Index(rows), found).items():
        if len(fits) > 1:
            found.unsettled.add(row.unitid)
            found.notes.append(_of_several_universities(row, fits))
        elif row.unitid not in found.unsettled:
            found.institutions[row.unitid] = fits[0]
    return found


def _fitting(institutions, index, found) -> dict[DirectoryRow, list[Institution]]:
    """Those that fit one row only; the others are noted as unsettled."""
    fitting: dict[DirectoryRow, list[Institution]] = defaultdict(list)
    for institution in institutions:
        candidates = index.rows_of(institution)
        if len(candidates) == 1:
            fitting[candidates[0]].append(institution)
        elif candidates:
            found.unsettled.update(row.unitid for row in candidates)
            found.notes.append(_of_several_rows(institution, candidates))
    return fitting


class _Index:
    def __init__(self, rows):
        self.by_name, self.by_alias = defaultdict(list), defaultdict(list)
        for row in rows:
            self.by_name[plain_name(row.name)].append(row)
            for alias in other_names(row.aliases):
                self.by_alias[plain_name(alias)].append(row)

    def rows_of(self, institution: Institution) -> list[DirectoryRow]:
        """Those in its state, where both are known; each once."""
        own = plain_name(institution.name)
        aliases = (plain_name(alias.name) for alias in institution.aliases.all())
        by_alias = [*self.by_alias[own], *(r for name in aliases for r in self.by_name[name])]
        named = _in_its_state(institution, self.by_name[own])
        return named or _in_its_state(institution, by_alias)


def _in_its_state(institution, rows) -> list[DirectoryRow]:
    code = institution.state.code if institution.state else ""
    return list(dict.fromkeys(r for r in rows if not code or r.state in ("", code)))


def _of_several_rows(institution, rows) -> str:
    words = {"name": institution.name, "unitids": ", ".join(row.unitid for row in rows)}
    return _("%(name)s may be any of UNITID %(unitids)s: give it the right one") % words


def _of_several_universities(row, institutions) -> str:
    words = {"unitid": row.unitid, "names": ", ".join(i.name for i in institutions)}
    return _("UNITID %(unitid)s may be any of %(names)s: give it to the right one") % words
