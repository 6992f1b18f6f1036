"""What the page of a state shows."""

from functools import cached_property

from programs.models import Institution, Program, State, StateFigure
from programs.state_table import StateTable
from reference.figure_groups import clashing_rows, figure_groups

MOST_PROGRAMS = 25  # the rest is one link away, in the list with its filters


class StateProfile:
    def __init__(self, state: State):
        self.state = state
        self.table = StateTable()

    @property
    def read(self) -> dict[type, list]:
        """What its checks look at and the table of states shows a part of."""
        return self.table.read

    @cached_property
    def row(self):
        return self.table.row(self.state)

    @cached_property
    def groups(self):
        """Everything that any source prints of the state."""
        return figure_groups(StateFigure.objects.visible().of(self.state).with_subjects())

    @property
    def clashes(self):
        return clashing_rows(self.groups)

    @cached_property
    def institutions(self):
        return list(Institution.objects.in_states([self.state.code]).for_table().ranked_first())

    @cached_property
    def programs(self):
        """The first of its listed master’s, by the rank of their university."""
        programs = Program.objects.published().listed().masters().in_states([self.state.code])
        return list(programs.for_cards().sorted_by("rank")[:MOST_PROGRAMS])
