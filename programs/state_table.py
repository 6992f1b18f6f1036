"""The states: what we count in each, beside what a ranking claims of it."""

from collections import Counter, defaultdict
from functools import cached_property

from programs.enumerations import Identity
from programs.models import (
    Institution,
    InstitutionFigure,
    Program,
    Ranking,
    RankingEntry,
    State,
    StateFigure,
    StateTop,
)
from programs.ranking_table import RankingTable, tuition_of
from programs.state_row import StateRow, sorted_rows
from programs.tile_map import tiles
from reference.figure_groups import figure_groups, headline_rows


class StateTable:
    """Every state, beside the ranking that speaks of states."""

    @cached_property
    def ranking(self) -> Ranking | None:
        return Ranking.objects.on_states().first()

    @cached_property
    def rows(self) -> list[StateRow]:
        return [self.row(state) for state in State.objects.all()]

    def sorted_by(self, sort: str) -> list[StateRow]:
        """Those of which there is anything to say."""
        return sorted_rows([row for row in self.rows if not row.is_bare], sort)

    @property
    def bare(self) -> list[State]:
        """Those of which there is nothing."""
        return [row.state for row in self.rows if row.is_bare and row.has_tile]

    @property
    def bare_elsewhere(self) -> list[State]:
        """Places outside the states of which there is nothing either."""
        return [row.state for row in self.rows if row.is_bare and not row.has_tile]

    @property
    def listed_elsewhere(self) -> int:
        """Those of `listed` in places outside the states, as in Puerto Rico."""
        return sum(row.programs for row in self.rows if not row.has_tile)

    def row(self, state: State) -> StateRow:
        ranked = self._ranked[state.pk]
        universities, federal = self._universities.get(state.pk, (0, 0))
        return StateRow(
            state,
            self._programs[state.code],
            self._reported[state.code],
            universities,
            federal,
            tuition_of(ranked),
            self._claims[state.pk],
            self._tops.get(state.pk),
            ranked[0].entry if ranked else None,
            self.ranking.rows_shown if self.ranking else None,
        )

    @property
    def map(self):
        drawn = [row.state for row in self.rows if row.has_tile]
        return tiles(drawn, self._programs)

    @property
    def listed(self) -> int:
        return sum(self._programs.values())

    @property
    def claimed(self) -> int:
        """All programs that the ranking’s table of states counts."""
        return sum(int(row.claimed("programs_counted") or 0) for row in self.rows)

    @property
    def speaks_of(self) -> int:
        """Of how many states it says something."""
        return sum(bool(row.claims or row.top) for row in self.rows)

    @property
    def adds_up_to_more(self) -> bool:
        """Whether the states together have more programs than the ranking says it ranks."""
        return bool(self.ranking and self.claimed > (self.ranking.says_ranked or self.claimed))

    @property
    def tops_not_best(self) -> int:
        return sum(row.top_is_not_best for row in self.rows)

    @cached_property
    def read(self) -> dict[type, list]:
        """What every source but a federal file says of states and of what rankings rank."""
        return {
            RankingEntry: list(RankingEntry.objects.with_names()),
            InstitutionFigure: _claims_in(InstitutionFigure),
            StateFigure: _claims_in(StateFigure),
            StateTop: list(StateTop.objects.with_names()),
        }

    @property
    def reported(self) -> int:
        """Those listed that IPEDS alone tells of."""
        return sum(self._reported.values())

    @cached_property
    def _programs(self):
        return Counter({code: sum(counts.values()) for code, counts in self._listed.items()})

    @cached_property
    def _reported(self):
        return Counter({code: n[Identity.REPORTED] for code, n in self._listed.items()})

    @cached_property
    def in_no_state(self) -> int:
        """Listed programs of universities of which no state is recorded."""
        return sum(self._counted[""].values())

    @cached_property
    def _listed(self):
        return {code: counts for code, counts in self._counted.items() if code}

    @cached_property
    def _counted(self):
        listed = Program.objects.published().listed().masters().named_or_core()
        return listed.identities_by_state()

    @cached_property
    def _universities(self):
        return Institution.objects.by_state()

    @cached_property
    def _ranked(self):
        """{state: rows of the ranking, in their order}."""
        ranked = defaultdict(list)
        for row in RankingTable(self.ranking, self.read).rows if self.ranking else []:
            ranked[row.entry.institution.state_id].append(row)
        return ranked

    @cached_property
    def _claims(self):
        figures = defaultdict(list)
        for figure in self.read[StateFigure]:
            if self.ranking and figure.source_id == self.ranking.source_id:
                figures[figure.subject_id].append(figure)
        claims = {state: headline_rows(figure_groups(found)) for state, found in figures.items()}
        return defaultdict(dict, claims)

    @cached_property
    def _tops(self):
        tops = self.read[StateTop]
        return {top.state_id: top for top in tops if top.ranking == self.ranking}


def _claims_in(table):
    return list(table.objects.visible().claims().with_subjects().order_by("pk"))
