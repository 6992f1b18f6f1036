"""Natural keys ↔ primary keys, read from the database once a table and kept until it changes."""

from django.db.models import Model


class Lookups:
    def __init__(self) -> None:
        self._known: dict[tuple, dict[str, int]] = {}
        self._keys: dict[tuple, dict[int | None, str]] = {}

    def find(self, model: type[Model], by: tuple[str, ...], text: str) -> int | None:
        """The primary key of the record whose key reads like the text, or None."""
        if (model, by) not in self._known:
            self._known[model, by] = self._read(model, by)
        return self._known[model, by].get(text)

    def key_of(self, model: type[Model], by: tuple[str, ...], pk: int | None) -> str:
        """How a file names the record; blank for none."""
        if (model, by) not in self._keys:
            self._keys[model, by] = {pk: text for text, pk in self._read(model, by).items()}
        return self._keys[model, by].get(pk, "")

    def forget(self, model: type[Model]) -> None:
        self._known = {key: known for key, known in self._known.items() if key[0] is not model}
        self._keys = {key: known for key, known in self._keys.items() if key[0] is not model}

    @staticmethod
    def _read(model, by):
        rows = model._default_manager.order_by().values_list("pk", *by)
        return {"/".join(str(part) for part in parts): pk for pk, *parts in rows}
