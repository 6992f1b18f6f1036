"""The fields of study of one university, as federal files count them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from programs.field_record import FieldRecord
from programs.models import InstitutionFieldFigure, Program


class FieldTable:
    """`programs`: the listed ones of the university."""

    def __init__(self, figures: Iterable[InstitutionFieldFigure], programs: Iterable[Program]):
        self._figures = defaultdict(list)
        for figure in figures:
            self._figures[figure.subject.field].append(figure)
        self._programs = defaultdict(list)
        for program in programs:
            self._programs[program.field_id].append(program)

    @cached_property
    def records(self) -> list[FieldRecord]:
        """By code."""
        fields = sorted(self._figures, key=lambda field: field.cip)
        return [FieldRecord(f, self._figures[f], self._programs[f.pk]) for f in fields]

    @property
    def detailed(self) -> list[FieldRecord]:
        """Six-digit codes, in which degrees are awarded."""
        return [record for record in self.records if not record.field.is_whole]

    @property
    def whole(self) -> list[FieldRecord]:
        """Four-digit codes, and any other of which earnings or debt are told."""
        return [record for record in self.records if record.field.is_whole or record.outcomes]
