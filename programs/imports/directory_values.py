"""A row of the directory → the attributes of a university."""

from collections import Counter
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from programs.imports.directory_rows import DirectoryRow
from programs.imports.institution_changes import ALIASES
from programs.imports.institution_names import other_names
from programs.models import Institution, State
from reference.models import Source

LONGEST_NAME = 200
MILLIONTH = Decimal("0.000001")
WEBSITE = Institution._meta.get_field("website")


class DirectoryValues:
    """Remembers what it could not read, for `notes`."""

    def __init__(self, source: Source):
        self.source = source
        self.states = dict(State.objects.values_list("code", "pk"))
        self._unknown_states: Counter = Counter()
        self._unread: Counter = Counter()

    def of(self, row: DirectoryRow) -> dict[str, Any]:
        """By attribute, and under `aliases` its other names."""
        return {
            "unitid": row.unitid,
            "name": row.name,
            "city": row.city,
            "state_id": self._state(row.state),
            "control": row.control,
            "website": self._website(row.website),
            "latitude": _degrees(row.latitude),
            "longitude": _degrees(row.longitude),
            "source_id": self.source.pk,
            "locator": f"UNITID {row.unitid}",
            ALIASES: self._other_names(row),
        }

    def notes(self) -> list[str]:
        said = _(
            "no state %(code)s in the catalogue; universities left without: %(n)d "
            "(add the state in the admin, then import again)"
        )
        states = sorted(self._unknown_states.items())
        notes = [said % {"code": code, "n": universities} for code, universities in states]
        if unread := self._unread["website"]:
            notes.append(_("websites that are no web address, left blank: %d") % unread)
        if unread := self._unread["name"]:
            words = {"most": LONGEST_NAME, "n": unread}
            notes.append(_("other names of more than %(most)d characters, left out: %(n)d") % words)
        return notes

    def _state(self, code):
        if code and code not in self.states:
            self._unknown_states[code] += 1
        return self.states.get(code)

    def _website(self, text) -> str:
        address = https_address(text)
        try:
            WEBSITE.run_validators(address)
        except ValidationError:
            self._unread["website"] += 1
            return ""
        return address

    def _other_names(self, row) -> list[str]:
        names = [n for n in other_names(row.aliases) if n.casefold() != row.name.casefold()]
        short = [name for name in names if len(name) <= LONGEST_NAME]
        self._unread["name"] += len(names) - len(short)
        return short


def https_address(text: str) -> str:
    """www.duke.edu/ → https://www.duke.edu/; blank for the marks that say there is none."""
    if text in ("", ".", "-1", "-2"):
        return ""
    scheme, separator, rest = text.partition("://")
    address = rest if separator and scheme.lower() in ("http", "https") else text
    return "https://" + address.strip().replace(" ", "%20")


def _degrees(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text).quantize(MILLIONTH)
