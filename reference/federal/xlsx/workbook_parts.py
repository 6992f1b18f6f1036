"""The small parts of a workbook: where the others are, which sheets there are, its strings."""

from posixpath import join, normpath
from sys import getsizeof

from django.utils.translation import gettext as _

from reference.federal.xlsx.xml_parts import Attributes, XmlReader, unescaped
from reference.imports.errors import CellError

# Text held in memory at once. The 56,560 titles of O*NET need 3 MB.
MOST_STRINGS = 64 * 1024 * 1024
POINTER = 8


class Relationships(XmlReader):
    """Which part has which role: `targets` by id, `roles` the last word of each type."""

    def __init__(self, folder: str):
        super().__init__({"Relationship": self._relationship}, {})
        self.folder = folder
        self.targets: dict[str, str] = {}
        self.roles: dict[str, str] = {}

    def named(self, role: str) -> str:
        """The name of the one part with that role, blank without one."""
        found = (self.targets[key] for key, kind in self.roles.items() if kind == role)
        return next(found, "")

    def _relationship(self, attributes: Attributes) -> None:
        key, target = attributes.get("Id", ""), attributes.get("Target", "")
        # a target is relative to the part’s folder, or begins at the archive’s root
        self.targets[key] = normpath(join("/", self.folder, target)).lstrip("/")
        self.roles[key] = attributes.get("Type", "").rpartition("/")[2]


class SheetList(XmlReader):
    """The sheets in their order, hidden ones too: name → id of the relationship."""

    def __init__(self) -> None:
        super().__init__({"sheet": self._sheet, "workbookPr": self._properties}, {})
        self.ids: dict[str, str] = {}
        self.from_1904 = False

    def _sheet(self, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        if name in self.ids:
            raise CellError(_("has two sheets of one name; rename one"))
        self.ids[name] = next((v for k, v in attributes.items() if k.endswith(":id")), "")

    def _properties(self, attributes: Attributes) -> None:
        self.from_1904 = attributes.get("date1904") in ("1", "true")


class SharedStrings(XmlReader):
    """The texts that cells point at."""

    def __init__(self) -> None:
        starts = {"si": self._begin, "t": self.begin_text, "rPh": self.begin_reading}
        ends = {"si": self._end_string, "t": self.end_text, "rPh": self.end_reading}
        super().__init__(starts, ends)
        self.found: list[str] = []
        self.size = 0

    def _begin(self, attributes: Attributes) -> None:
        self.text = ""

    def _end_string(self) -> None:
        self.size += getsizeof(self.text) + POINTER
        if self.size > MOST_STRINGS:
            reason = _("holds more than %d MB of text; give the file as it was published")
            raise CellError(reason % (MOST_STRINGS // 1024**2))
        self.found.append(unescaped(self.text))
