"""What a process keeps of the texts that visitors looked for."""

import pytest

from programs.finding import text
from programs.finding.index import current_index

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def test_texts_that_find_nothing_are_forgotten_too(monkeypatch):
    monkeypatch.setattr(text, "MOST_KEPT", 3 * text.OF_ANY_TEXT)
    texts = current_index().texts
    for number in range(9):
        assert not texts[f"zymurgy{number}"].order
    assert len(texts.kept) == 3
