"""What the page of a state shows."""

from functools import cached_property

from programs.audit.judged import Judged
from programs.audit.pages import about_state
from programs.models import Institution, Program, State, StateFigure
from programs.state_table import StateTable
from reference.figure_groups import clashing_rows, figure_groups

MOST_UNIVERSITIES = 25
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

    @cached_property
    def audit(self) -> list[Judged]:
        """The verdicts on what is claimed of its tuition and that of its universities."""
        return about_state(self.state, self.read)

    @property
    def clashes(self):
        return clashing_rows(self.groups)

    @cached_property
    def institutions(self):
        """The first of its universities, the ranked ones before others."""
        here = Institution.objects.in_states([self.state.code])
        return list(here.for_table().ranked_first()[:MOST_UNIVERSITIES])

    @cached_property
    def programs(self):
        """The first of its listed master’s, by the rank of their university."""
        programs = (
            Program.objects.published()
            .listed()
            .masters()
            .named_or_core()
            .in_states([self.state.code])
        )
        return list(programs.for_cards().sorted_by("rank")[:MOST_PROGRAMS])
