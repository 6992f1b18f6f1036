"""The catalogue in a few figures, for the home page; every one computed."""

from functools import cached_property

from careers.models import Career, CareerFigure
from programs.audit.institutions import of_institutions
from programs.audit.judged import judged
from programs.audit.proof import Proof, proofs
from programs.enumerations import Identity
from programs.models import Institution, InstitutionFigure, Program, Ranking, RankingFigure, State
from programs.ranking_table import RankingTable
from programs.tile_map import tiles
from reference.answers import answered, most_told_apart, with_figures
from reference.figure_groups import clashing_rows, figure_groups
from reference.models import Guide, Source, Topic
from reference.questions import Answered
from reference.source_contents import counts_by_source

# Tables whose figures may contradict each other on the home page; topics have a page of their own.
COMPARED = (InstitutionFigure, RankingFigure, CareerFigure)
SPREADS = 3  # as many as fit beside the contradictions
GROWTH = "machine-learning-growth"  # the question that has a chart of its own


class Overview:
    @cached_property
    def programs(self):
        """How many master’s are listed; how many of them a source names, or IPEDS alone reports."""
        listed = Program.objects.published().listed().masters().named_or_core()
        counts = listed.by_identity()
        return {
            "listed": sum(counts.values()),
            "named": counts[Identity.CURATED],
            "reported": counts[Identity.REPORTED],
        }

    @cached_property
    def in_other_fields(self):
        """How many more IPEDS alone reports, in fields that are only near: lists leave them out."""
        every = Program.objects.published().listed().masters().count()
        return every - self.programs["listed"]

    @cached_property
    def institutions(self):
        return Institution.objects.count()

    @cached_property
    def careers(self):
        return Career.objects.count()

    @cached_property
    def sources(self):
        return Source.objects.count()

    @cached_property
    def guides(self):
        return Guide.objects.count()

    @cached_property
    def figures(self):
        return sum(counts_by_source().values())

    @cached_property
    def tables(self) -> list[RankingTable]:
        rankings = Ranking.objects.select_related("source")
        return [RankingTable(ranking) for ranking in rankings]

    @cached_property
    def proof(self) -> Proof | None:
        """The audit in short: the source that prints most tuitions."""
        found = proofs(judged(of_institutions()))
        return found[0] if found else None

    @cached_property
    def clashes(self):
        """Every contradiction, one row each."""
        rows = []
        for model in COMPARED:
            figures = model.objects.visible().beside_another().with_subjects()
            rows += clashing_rows(figure_groups(figures.order_by("pk")))
        return rows

    @cached_property
    def topics(self) -> list[Answered]:
        return answered(Topic.objects.all())

    @cached_property
    def growth(self) -> Answered | None:
        return next((told for told in self._told if told.topic.key == GROWTH), None)

    @cached_property
    def spreads(self) -> list[Answered]:
        """The questions whose answers part most often."""
        return [told.parting for told in self._told if told.topic.key != GROWTH]

    @cached_property
    def tiles(self):
        listed = Program.objects.published().listed().masters().named_or_core()
        return tiles(State.objects.exclude(tile_row=None), listed.by_state())

    @cached_property
    def _told(self):
        growth = [asked for asked in self.topics if asked.topic.key == GROWTH]
        others = [asked for asked in self.topics if asked.topic.key != GROWTH]
        return with_figures([*growth, *most_told_apart(others, SPREADS)])
