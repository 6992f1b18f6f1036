"""All sources, dozens, and how a file names them."""

from functools import cached_property

from programs.exports.addresses import on_site
from reference.models import Source


class Sources:
    @cached_property
    def by_key(self) -> dict[int, Source]:
        return Source.objects.in_bulk()

    @cached_property
    def addresses(self) -> dict[int, str]:
        return {key: on_site(source) for key, source in self.by_key.items()}

    def named(self, key: int | None, before: str = "source") -> dict[str, str]:
        """{`before`: its short name, `before`_url: its page here}; both blank without a source."""
        if key is None:
            return {before: "", f"{before}_url": ""}
        return {before: self.by_key[key].short_name, f"{before}_url": self.addresses[key]}
