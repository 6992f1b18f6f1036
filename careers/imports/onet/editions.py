"""Which edition of the O*NET database a folder holds, and what is said of it as a source."""

import re
from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from reference.downloads.manifest import whole_entry
from reference.federal.editions import ETA, Edition
from reference.imports.decoding import check_regular
from reference.imports.errors import UnusableFile, quoted

URL = "https://www.onetcenter.org/database.html"
NUMBER = r"(?P<major>\d\d)[._](?P<minor>\d)(?![._]?\d)"
IN_NAME = rf"(?:^|db|onet|text|excel)[ _-]*{NUMBER}"  # db_29_3_excel, text-29.0
IN_READ_ME = rf"O\*NET\W{{0,3}}{NUMBER} Database"
BEGINNING = 4096
# About one main number a year: 20 in 2015, 29 in August 2024.
FIRST = 20
YEAR_OF_0 = 1995


def edition_number(folder: Path, given: str, data: Path, read_me: Path | None) -> str:
    """29.3, as the folder’s name, Read Me or the download says, else as the operator gives it.

    `data`: any file of the edition. Raises UnusableFile where nothing tells, or not the same.
    """
    told = _told(folder, data, read_me)
    if given and told not in ("", given):
        words = {"told": told, "given": quoted(given)}
        reason = _(
            "holds O*NET %(told)s by its name, Read Me or downloads.json, but --edition says "
            "%(given)s; leave --edition out, or rename the folder if its name is wrong"
        )
        raise UnusableFile(folder, reason % words)
    if told or given:
        return _plausible(folder, told or given)
    reason = _(
        "does not tell its edition: name the folder as db_29_3_excel, "
        "leave the Read Me in it, or give --edition 29.3"
    )
    raise UnusableFile(folder, reason)


def onet_edition(number: str) -> Edition:
    """Two digits, a dot, one digit: so that editions sort as their text does."""
    return Edition(
        slug=f"onet-{number.replace('.', '-')}",
        publisher=ETA,
        short_name="O*NET",
        title="O*NET database",
        edition=number,
        url=URL,
        licence="CC BY 4.0",
        attribution=(
            f"O*NET {number} Database by the U.S. Department of Labor, Employment and Training "
            "Administration (USDOL/ETA), used under the CC BY 4.0 license. "
            "Gradpath selected and rearranged its records."
        ),
    )


def _told(folder, data, read_me) -> str:
    found = re.search(IN_NAME, folder.resolve().name, re.IGNORECASE) or _in_read_me(read_me)
    if found:
        return f"{found['major']}.{found['minor']}"
    entry = whole_entry(data)
    return entry.edition if entry else ""


def _plausible(folder, text) -> str:
    if not re.fullmatch(r"\d\d\.\d", text, re.ASCII):
        reason = _("%s is no edition of O*NET; give it as --edition 29.3")
        raise UnusableFile(folder, reason % quoted(text))
    if not FIRST <= int(text[:2]) <= localdate().year - YEAR_OF_0:
        words = {"text": quoted(text), "first": FIRST}
        reason = _(
            "%(text)s is not an edition of O*NET up to now (%(first)d.0 or later); "
            "give it as --edition 29.3"
        )
        raise UnusableFile(folder, reason % words)
    return text


def _in_read_me(path) -> re.Match | None:
    if path is None:
        return None
    check_regular(path, _("text"))
    with path.open("rb") as file:
        text = file.read(BEGINNING).decode("utf-8", "replace")
    return re.search(IN_READ_ME, text, re.IGNORECASE)
