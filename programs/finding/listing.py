"""The list that a visitor asked for, as a paginator takes it: only the page shown is found."""

from programs.finding.answer import Answer


class Listing:
    def __init__(self, answer: Answer):
        self.answer = answer

    def count(self) -> int:
        return self.answer.count

    def __len__(self) -> int:
        return self.answer.count

    def __getitem__(self, part: slice) -> list[int]:
        """The keys of programs."""
        start = part.start or 0
        return self.answer.keys(start, part.stop - start)
