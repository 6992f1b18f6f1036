"""The XML of a workbook's parts, piece by piece; nothing in it may grow without bound."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

from django.utils.translation import gettext as _

from reference.imports.errors import CellError

Attributes = dict[str, str]
Starts = Mapping[str, Callable[[Attributes], None]]
Ends = Mapping[str, Callable[[], None]]

CHUNK = 64 * 1024
LONGEST_TEXT = 32_767  # characters: what a spreadsheet program lets a cell hold
LONGEST_TAG = 1024 * 1024  # expat keeps a tag whole and, before 2.6, rereads it with every chunk
DEEPEST = 100  # elements inside each other; a workbook has about ten
MOST_NAMES = 10_000  # of elements and attributes, which expat never forgets; a workbook has 200

# A control character, which XML cannot hold, is written `_x000D_`; half a letter stands for none.
ESCAPED = re.compile("_x(?!d[89a-f])([0-9a-f]{4})_", re.IGNORECASE)


class XmlReader:
    """Calls `starts` and `ends` by the name of an element; `text` is what the last ones held."""

    def __init__(self, starts: Starts, ends: Ends):
        self.by_name = starts, ends
        self.starts: Starts = {}
        self.ends: Ends = {}
        self.text = self.before = ""
        self.pieces: list[str] = []
        self.inside_text = False
        self.depth = 0

    def read(self, stream: IO[bytes]) -> Iterator[None]:
        """Yields after every chunk, for what was found so far to be taken; raises CellError."""
        parser = self._parser()
        fed = 0
        while chunk := stream.read(CHUNK):
            self._parse(parser, chunk)
            fed += len(chunk)
            self._check_growth(parser, fed - parser.CurrentByteIndex)
            if not self.inside_text:
                self.pieces.clear()
            yield
        self._parse(parser, b"", True)
        yield

    def begin_text(self, attributes: Attributes) -> None:
        self.pieces.clear()
        self.inside_text = True

    def end_text(self) -> None:
        self.text += "".join(self.pieces)
        self.inside_text = False
        if len(self.text) > LONGEST_TEXT:
            raise CellError(_("a text of more than %d characters; shorten it") % LONGEST_TEXT)

    def begin_reading(self, attributes: Attributes) -> None:
        """How a Japanese text is pronounced is no part of it."""
        self.before = self.text

    def end_reading(self) -> None:
        self.text = self.before

    def _parser(self):
        parser = ParserCreate("UTF-8")  # as all write it; a part that claims another is refused
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        parser.StartElementHandler = self._root
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.pieces.append
        self.parser = parser
        return parser

    @staticmethod
    def _parse(parser, chunk, last=False):
        try:
            parser.Parse(chunk, last)
        except ExpatError as error:
            reason = _("the XML inside is broken (%s); save it anew with a spreadsheet program")
            raise CellError(reason % error) from None

    def _check_growth(self, parser, waiting):
        if (
            waiting > LONGEST_TAG
            or self.depth > DEEPEST
            or len(parser.intern) > MOST_NAMES
            or (self.inside_text and sum(map(len, self.pieces)) > LONGEST_TEXT)
        ):
            reason = _(
                "the XML inside is not a workbook’s; save it anew with a spreadsheet program"
            )
            raise CellError(reason)

    @staticmethod
    def _refuse_document_type(*declared):
        reason = _("declares an XML document type, which no workbook needs; ")
        raise CellError(reason + _("save it anew with a spreadsheet program"))

    def _root(self, name, attributes):
        """Some programs write `x:row` for `row`: the root tells the prefix of all."""
        prefix = name[: name.find(":") + 1]
        starts, ends = self.by_name
        self.starts = {prefix + key: call for key, call in starts.items()}
        self.ends = {prefix + key: call for key, call in ends.items()}
        self.parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _start(self, name, attributes):
        self.depth += 1
        call = self.starts.get(name)
        if call:
            call(attributes)

    def _end(self, name):
        self.depth -= 1
        call = self.ends.get(name)
        if call:
            call()


def unescaped(text: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
