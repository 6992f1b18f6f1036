"""The keys a person types, and the table as a person reads it."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from reference.downloads.federal_file import FederalFile
from reference.imports.errors import quoted

LONGEST_CONTACT = 100


def chosen(files: Sequence[FederalFile], keys: Sequence[str]) -> list[FederalFile]:
    """In the order of the table; all without keys. Raises ValueError that names the known ones."""
    known = [file.key for file in files]
    if unknown := [key for key in keys if key not in known]:
        words = {"unknown": ", ".join(map(quoted, unknown)), "known": ", ".join(known)}
        raise ValueError(_("There is no %(unknown)s; known: %(known)s.") % words)
    return [file for file in files if not keys or file.key in keys]


def contact_of(text: str) -> str:
    """As it may stand in a header; raises ValueError."""
    if not (text.isascii() and text.isprintable()) or len(text) > LONGEST_CONTACT or "(" in text:
        raise ValueError(_("The contact has to be one e-mail or web address in plain letters."))
    return text


def listed(files: Iterable[FederalFile]) -> Iterable[str]:
    """The table, one block a file."""
    for file in files:
        tried = file.tried or _("not yet tried against the publisher")
        yield f"{file.key}: {file.publisher}, {file.edition}"
        yield from (f"  {address}" for address in file.addresses)
        yield f"  {_('page')}: {file.page}"
        yield f"  {_('lands as')}: {', '.join(file.landings)} ({file.form}, {file.layout})"
        yield f"  {_('tried')}: {tried}"
