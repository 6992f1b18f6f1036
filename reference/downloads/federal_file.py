"""What is said of a file that a publisher offers."""

from dataclasses import dataclass
from posixpath import basename
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Member:
    """A member of a zip, by its name without folders, and where it lands in the directory."""

    name: str
    lands: str


@dataclass(frozen=True)
class FederalFile:
    """Between `least` and `most` bytes are fetched; a zip takes at most `unpacked` bytes."""

    key: str
    publisher: str
    page: str  # where a person finds the file
    edition: str
    addresses: tuple[str, ...]  # the later ones are asked when those before do not have it
    form: str  # of FORMS in kinds.py
    least: int
    most: int
    layout: str
    lands: str = ""  # of a file that is no zip
    members: tuple[Member, ...] = ()
    unpacked: int = 0
    tried: str = ""

    @property
    def name(self) -> str:
        """What the publisher calls it."""
        return basename(urlsplit(self.addresses[0]).path)

    @property
    def landings(self) -> tuple[str, ...]:
        """What it leaves in the directory."""
        return tuple(member.lands for member in self.members) or (self.lands,)
