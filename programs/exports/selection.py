"""Which programs a file holds: what the address of the list says, without its page."""

from array import array
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from urllib.parse import quote

import django_filters
from django.conf import settings
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from programs.exports.evidence import Evidence
from programs.exports.row import Row, row_of
from programs.exports.sources import Sources
from programs.filters import ProgramFilterSet
from programs.models import Program, Ranking
from programs.unranked import unranked_words
from reference.filter_fields import in_given_order
from reference.filters import Ignored
from reference.models import Source

AT_ONCE = 500  # programs in memory
MOST_IN_HEADER = 20
LONGEST_HEADER = 1000  # proxies give all headers of an answer 4 KB
UTF_8_WITH_MARK = "utf-8-sig"


class ProgramFileFilterSet(ProgramFilterSet):
    """The list’s own parameters, and in which form its characters are written."""

    encoding = django_filters.ChoiceFilter(
        label=_("Encoding"),
        choices=(("utf-8", "UTF-8"), (UTF_8_WITH_MARK, _("UTF-8 with a byte order mark"))),
        method=in_given_order,
    )


class Selection:
    """The list that `data` asks for. Nothing is read before it is asked for."""

    def __init__(self, data: Mapping):
        self._filters = ProgramFileFilterSet(data)

    @property
    def ignored(self) -> list[Ignored]:
        """What of the address could not be read."""
        return self._filters.ignored

    @property
    def ignored_in_header(self) -> str:
        """As `name=value; …` in printable ASCII: as many of them as a header may hold."""
        pairs = [f"{i.parameter}={quote(i.value)}" for i in self.ignored[:MOST_IN_HEADER]]
        while len("; ".join(pairs)) > LONGEST_HEADER:
            pairs.pop()
        return "; ".join(pairs)

    @property
    def has_mark(self) -> bool:
        """Whether the text begins with a byte order mark, as some spreadsheets need."""
        return self._filters.chosen["encoding"] == UTF_8_WITH_MARK

    @property
    def query(self) -> dict[str, list[str]]:
        return {name: values for name, values in self._filters.data.lists() if name != "encoding"}

    @property
    def url(self) -> str:
        """Of the page with the same list."""
        query = self._filters.url(drop=("encoding",))
        return f"{settings.SITE_URL}{reverse('programs:programs')}{query.removesuffix('?')}"

    @cached_property
    def keys(self) -> array:
        """Of its programs, in its order: eight bytes each, whatever happens to the list later."""
        return array("q", chain.from_iterable(self._filters.answer.all_keys()))

    @cached_property
    def sources(self) -> Sources:
        return Sources()

    @cached_property
    def dated(self) -> date | None:
        """The day of its newest source."""
        newest = Max(Coalesce("retrieved_on", "published_on"))
        return Source.objects.aggregate(newest=newest)["newest"]

    def listed(self) -> "Selection":
        """Itself, once it has its keys: what is wrong with a list shows before a file begins."""
        _ = self.keys
        return self

    def rows(self) -> Iterator[Row]:
        """A program that is gone since the list was made is left out."""
        unranked = unranked_words(Ranking.objects.all())
        starts = range(0, len(self.keys), AT_ONCE)
        lots = (self._lot(self.keys[start : start + AT_ONCE]) for start in starts)
        for programs in lots:
            evidence = Evidence(programs, self.sources)
            yield from (row_of(program, evidence, unranked) for program in programs)
            _let_go(programs)

    @staticmethod
    def _lot(keys) -> list[Program]:
        wanted = Program.objects.published().select_related("institution", "field", "facts")
        found = wanted.filter(facts__isnull=False).in_bulk(list(keys))
        return [found[key] for key in keys if key in found]


def _let_go(programs: list[Program]) -> None:
    """A program and its facts hold each other: without this thousands wait to be collected."""
    for program in programs:
        program._state.fields_cache.clear()
