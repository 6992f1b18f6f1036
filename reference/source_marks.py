"""The numbered marks of a page: sources in the order in which the page first shows them."""

from django.http import HttpRequest


class SourceMarks:
    """Source → number, from 1."""

    def __init__(self):
        self._numbers = {}

    def number(self, source) -> int:
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def __iter__(self):
        return iter(self._numbers)

    def __len__(self):
        return len(self._numbers)


def marks_of(request: HttpRequest) -> SourceMarks:
    """The marks of the page that answers this request: every fragment adds to one list."""
    return vars(request).setdefault("source_marks", SourceMarks())
