"""A page as a test reads it: its elements, the words a reader sees, its marks and its sources."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

INLINE = {"a", "b", "cite", "i", "span"}
# elements that never have content, and so no end
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Element:
    def __init__(self, name="", attributes=()):
        self.name = name
        self.attributes = dict(attributes)
        self.children = []

    def __getitem__(self, attribute):
        return self.attributes[attribute]

    def __contains__(self, attribute):
        return attribute in self.attributes

    def get(self, attribute, default=None):
        return self.attributes.get(attribute, default)

    def all(self, name="", /, **attributes) -> list["Element"]:
        """Those inside it, in the order of the page: all("a", class_="mark", rel="next")."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            found
            for found in self._inside()
            if name in ("", found.name)
            and all(found._has(key, value) for key, value in wanted.items())
        ]

    def one(self, name="", /, **attributes) -> "Element":
        """The only one inside it."""
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{len(found)} of {name} {attributes}"
        return found[0]

    def own(self, *names) -> list["Element"]:
        """Its direct children of these names."""
        return [e for e in self.children if isinstance(e, Element) and e.name in names]

    @property
    def text(self) -> str:
        """All its words, those for screen readers too."""
        return self._words(hidden=())

    @property
    def seen(self) -> str:
        """Its words as one sees them, without the numbered marks."""
        return self._words(hidden=("vh", "mark"))

    @property
    def classes(self) -> list[str]:
        return (self.get("class") or "").split()

    def _inside(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._inside()

    def _has(self, attribute, value):
        if attribute == "class":
            return value in self.classes
        return attribute in self and value in (True, self[attribute])

    def _words(self, hidden):
        return " ".join("".join(self._pieces(hidden)).split())

    def _pieces(self, hidden):
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif not set(hidden) & set(child.classes):
                # what is no part of a line stands apart, whatever the template puts between
                apart = "" if child.name in INLINE else " "
                yield from (apart, *child._pieces(hidden), apart)


class Page(Element):
    def __init__(self, response):
        super().__init__()
        self.status = response.status_code
        _Builder(self).feed(response.content.decode())

    @property
    def heading(self) -> str:
        return self.one("h1").text

    @property
    def title(self) -> str:
        return self.one("title").text

    @property
    def main(self) -> Element:
        return self.one("main")

    @property
    def links(self) -> list[str]:
        return [link["href"] for link in self.all("a")]

    @property
    def marks(self) -> list[int]:
        """The numbers of the marks, in the order of the page."""
        return [int(mark["href"].removeprefix("#src-")) for mark in self.all("a", class_="mark")]

    @property
    def sources(self) -> list[str]:
        """What the numbered list at the end says of each source."""
        lists = self.all("ol", class_="sources")
        return [source.text for listed in lists for source in listed.all("li")]

    def source_of(self, element: Element) -> str:
        """What the list at the end says of the source that the element's first mark leads to."""
        return self.one("li", id=element.all("a", class_="mark")[0]["href"][1:]).text

    @property
    def rows(self) -> list[Element]:
        """The rows of the page’s tables, without those of headings."""
        return [row for row in self.main.all("tr") if row.all("td")]

    def row(self, *words: str) -> Element:
        """The only row that says all of these."""
        found = [row for row in self.rows if all(word in row.seen for word in words)]
        assert len(found) == 1, f"{len(found)} rows say {words}"
        return found[0]

    def stands(self, label: str) -> str:
        """What stands beside a label: a term’s description, or the cell after a row’s heading."""
        found = []
        for holder in [*self.all("div"), *self.all("tr")]:
            labels, told = holder.own("dt", "th"), holder.own("dd", "td")
            if labels and told and labels[0].seen == label:
                found.append(told[0].seen)
        assert len(found) == 1, f"{len(found)} of {label}"
        return found[0]

    @property
    def ignored(self) -> list[str]:
        """What the page says it did not understand."""
        return [item.text for box in self.all(class_="ignored") for item in box.all("li")]

    @property
    def chips(self) -> dict[str, str]:
        """{filter that is on: the list without it}."""
        return {chip.seen: chip["href"] for chip in self.all("a", class_="chip")}


class _Builder(HTMLParser):
    def __init__(self, root):
        super().__init__()
        self.open = [root]

    def handle_starttag(self, name, attributes):
        element = Element(name, attributes)
        self.open[-1].children.append(element)
        if name not in VOID:
            self.open.append(element)

    def handle_startendtag(self, name, attributes):
        self.open[-1].children.append(Element(name, attributes))

    def handle_endtag(self, name):
        assert self.open.pop().name == name

    def handle_data(self, data):
        self.open[-1].children.append(data)


@pytest.fixture
def show(client) -> Callable[..., Page]:
    """show("/programs/?state=CA"): the page at an address, which answers with 200."""

    def show(address: str, status: int = 200) -> Page:
        page = Page(client.get(address))
        assert page.status == status
        return page

    return show
