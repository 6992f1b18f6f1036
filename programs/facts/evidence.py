"""Everything the facts of a set of universities rest on, read in a handful of queries."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F, Q

from programs.enumerations import Scope
from programs.facts.listable import Listable
from programs.facts.told import Told
from programs.models import (
    Institution,
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFigure,
    RankingEntry,
)
from reference.models import Source

EARNINGS_MEASURES = ("earnings", "starting_pay", "pay")
LISTED_MEASURES = (
    "tuition",
    "fees",
    "total_cost",
    "completions",
    "duration",
    *EARNINGS_MEASURES,
)

# What only the page of a subject shows: here it would be most of what is read.
NOT_ASKED = ("locator", "cites", "printed", "note")
NOTHING = Told([])


class Evidence:
    def __init__(self, institutions: Collection[int]):
        wanted = {"institution__in": institutions}
        programs = Program.objects.filter(**wanted).annotate(cip=F("field__cip"))
        self.programs = list(programs.order_by("pk"))
        self.cips = {program.pk: program.cip or "" for program in self.programs}
        self.institutions = Institution.objects.select_related("state").in_bulk(institutions)
        self.of_program, self.of_institution, self.of_field = _all_told(institutions)
        fields = InstitutionField.objects.filter(**wanted)
        self.fields = _by_place(fields)
        self.field_cips = dict(fields.order_by().values_list("pk", "field__cip"))
        self.entries = _best_entries(RankingEntry.objects.filter(**wanted))
        self.listable = Listable(self.programs)

    def scopes(self, program: Program) -> dict[str, Told]:
        """{scope: figures} from the nearest to the farthest."""
        return {
            Scope.PROGRAM: self.of_program.get(program.pk, NOTHING),
            Scope.FIELD: self._of_field(program),
            Scope.INSTITUTION: self.of_institution.get(program.institution_id, NOTHING),
        }

    def _of_field(self, program):
        """Those of its own CIP code; where a measure has no value there, the four-digit row’s."""
        place = program.institution_id, program.field_id, program.level
        field, parent = self.fields.get(place, (None, None))
        own = self.of_field.get(field, NOTHING)
        return own.where_silent(self.of_field[parent]) if parent in self.of_field else own


def _all_told(institutions):
    """{subject: its figures} of programs, of universities and of fields."""
    of_their_own = {"subject__institution__in": institutions}
    sources = Source.objects.in_bulk()  # dozens, each of thousands of figures
    return (
        _by_subject(ProgramFigure.objects.filter(**of_their_own), sources),
        _by_subject(InstitutionFigure.objects.filter(subject__in=institutions), sources),
        _by_subject(InstitutionFieldFigure.objects.filter(**of_their_own), sources),
    )


def _by_subject(figures, sources):
    """What bears on the facts: most of a federal file is for pages alone."""
    visible = figures.visible()
    bearing = Q(measure__in=LISTED_MEASURES) | Q(pk__in=visible.on_equal_terms())
    found = defaultdict(list)
    for figure in visible.filter(bearing).select_related(None).defer(*NOT_ASKED).order_by("pk"):
        figure.source = sources[figure.source_id]
        found[figure.subject_id].append(figure)
    return {subject: Told(told) for subject, told in found.items()}


def _by_place(fields):
    """{(institution, field of study, level): (field, its parent)}."""
    rows = fields.values_list("institution", "field", "level", "pk", "parent")
    return {tuple(place): (own, parent) for *place, own, parent in rows}


def _best_entries(entries):
    best: dict[int, RankingEntry] = {}
    for entry in entries.order_by("rank", "pk"):
        best.setdefault(entry.institution_id, entry)
    return best
