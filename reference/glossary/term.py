from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Term:
    """`key`: its anchor, /glossary/#spread. `see`: other keys.

    `also`: what else pages say for it, or of it.
    """

    key: str
    name: Words
    meaning: Words
    also: tuple[Words, ...] = ()
    see: tuple[str, ...] = ()
