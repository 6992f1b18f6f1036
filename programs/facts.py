"""What lists show of a program, computed from its figures, those it inherits, and its links."""

from collections import defaultdict
from collections.abc import Collection

from programs.enumerations import Delivery, Identity, ProgramStatus, Scope
from programs.models import (
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFacts,
    ProgramFigure,
    RankingEntry,
)
from reference.enumerations import FigureStatus
from reference.findings import contradictions
from reference.headlines import headline, list_value, out_of_state_headline

BATCH = 500
INSTITUTIONS_AT_ONCE = 200  # what all their figures take in memory
EARNINGS_MEASURES = ("earnings", "starting_pay", "pay")


def refresh_facts(institutions: Collection[int] | None = None) -> int:
    """Recompute the facts of these universities’ programs, or of all; how many rows it wrote."""
    wanted = {} if institutions is None else {"institution__in": institutions}
    programs = Program.objects.filter(**wanted).order_by("institution")
    owners = list(programs.values_list("institution", flat=True).distinct())
    starts = range(0, len(owners), INSTITUTIONS_AT_ONCE)
    return sum(_refresh_of(owners[start : start + INSTITUTIONS_AT_ONCE]) for start in starts)


def _refresh_of(institutions):
    evidence = _Evidence(institutions)
    existing = ProgramFacts.objects.in_bulk([program.pk for program in evidence.programs])
    computed = [_facts(program, evidence) for program in evidence.programs]
    new = [facts for facts in computed if facts.pk not in existing]
    changed = [f for f in computed if f.pk in existing and _columns(f) != _columns(existing[f.pk])]
    ProgramFacts.objects.bulk_create(new, batch_size=BATCH)
    ProgramFacts.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        update_fields=COLUMNS,
        unique_fields=["program"],
    )
    return len(new) + len(changed)


COLUMNS = [field.name for field in ProgramFacts._meta.concrete_fields if not field.primary_key]


def _columns(facts):
    return [getattr(facts, field.attname) for field in facts._meta.concrete_fields]


class _Evidence:
    """Everything the facts of a set of universities rest on, read in a handful of queries."""

    def __init__(self, institutions):
        wanted = {"institution__in": institutions}
        programs = Program.objects.filter(**wanted).order_by("pk")
        self.programs = list(programs.select_related("institution__state", "field"))
        of_their_own = {"subject__institution__in": institutions}
        self.of_program = _by_subject(ProgramFigure, of_their_own)
        self.of_institution = _by_subject(InstitutionFigure, {"subject__in": institutions})
        self.of_field = _by_subject(InstitutionFieldFigure, of_their_own)
        self.fields = {
            (field.institution_id, field.field_id, field.level): field
            for field in InstitutionField.objects.filter(**wanted)
        }
        self.entries = _best_entries(RankingEntry.objects.filter(**wanted))
        self.listable = _Listable(self.programs)

    def scopes(self, program):
        """{scope: figures} from the nearest to the farthest."""
        return {
            Scope.PROGRAM: self.of_program[program.pk],
            Scope.FIELD: self._field_figures(program),
            Scope.INSTITUTION: self.of_institution[program.institution_id],
        }

    def _field_figures(self, program):
        """Those of its own CIP code; where a measure has no value there, the four-digit row’s."""
        field = self.fields.get((program.institution_id, program.field_id, program.level))
        if not field:
            return []
        own = self.of_field[field.pk]
        measures = {figure.measure for figure in own if not figure.value.is_absent}
        parents = self.of_field[field.parent_id] if field.parent_id else []
        return own + [figure for figure in parents if figure.measure not in measures]


class _Listable:
    """Which programs give way to a named degree of the same university."""

    def __init__(self, programs):
        published = [p for p in programs if p.status == ProgramStatus.PUBLISHED]
        self.named_fields = {_place(p) for p in published if p.identity == Identity.CURATED}
        self.with_masters = {
            p.institution_id
            for p in published
            if p.level == "masters" and p.identity != Identity.IMPLIED
        }

    def holds(self, program):
        if program.status != ProgramStatus.PUBLISHED:
            return False
        if program.identity == Identity.REPORTED:
            return _place(program) not in self.named_fields
        if program.identity == Identity.IMPLIED:
            return program.institution_id not in self.with_masters
        return True


def _place(program):
    return program.institution_id, program.field_id, program.level


def _by_subject(model, conditions):
    figures = defaultdict(list)
    for figure in model.objects.visible().filter(**conditions).order_by("pk"):
        figures[figure.subject_id].append(figure)
    return figures


def _best_entries(entries):
    best: dict[int, RankingEntry] = {}
    for entry in entries.order_by("rank", "pk"):
        best.setdefault(entry.institution_id, entry)
    return best


def _facts(program, evidence):
    scopes = evidence.scopes(program)
    facts = ProgramFacts(
        program=program,
        listed=evidence.listable.holds(program),
        state=program.institution.state.code if program.institution.state else "",
        control=program.institution.control,
        award=program.award,
        level=program.level,
        cip=program.field.cip if program.field else "",
        findings=_count_findings(scopes),
    )
    for way in Delivery.values:
        setattr(facts, way, way in program.delivery)
    _set_money(facts, scopes)
    _set_counts(facts, scopes, evidence.entries.get(program.institution_id))
    return facts


def _set_money(facts, scopes):
    _set_figure(facts, "tuition", *_list_figure(scopes, "tuition"))
    _set_figure(facts, "tuition_out", *_list_figure(scopes, "tuition", out_of_state_headline))
    facts.earnings_measure, scope, figure = _earnings(scopes)
    _set_figure(facts, "earnings", scope, figure)


def _earnings(scopes):
    """(measure, scope, figure): the first with a value, else the first that says why not."""
    found = [(measure, *_list_figure(scopes, measure)) for measure in EARNINGS_MEASURES]
    stated = [row for row in found if row[2]]
    known = [row for row in stated if _is_known(row[2])]
    return next(iter(known + stated), ("", None, None))


def _set_counts(facts, scopes, entry):
    _scope, completions = _list_figure(scopes, "completions")
    if completions and _is_known(completions):
        facts.completions = _whole(completions.value.sort_key)
    _set_duration(facts, _of_measure(scopes[Scope.PROGRAM], "duration"))
    if entry:
        facts.rank, facts.rank_source_id = entry.rank, entry.source_id


def _set_duration(facts, lengths):
    duration = headline(lengths) or _why_none(lengths)
    if duration is None:
        return
    if _is_known(duration):
        facts.duration_from = _whole(duration.low)
        facts.duration_to = _whole(duration.high)
    facts.duration_value = str(_notation(duration))
    facts.duration_source_id = duration.source_id


def _list_figure(scopes, measure, rule=headline):
    """(scope, figure): the list value, else the nearest figure that says why there is none."""
    found = {scope: _of_measure(figures, measure) for scope, figures in scopes.items()}
    scope, figure = list_value({scope: rule(figures) for scope, figures in found.items()})
    if figure:
        return scope, figure
    reasons = ((scope, _why_none(figures)) for scope, figures in found.items())
    return next(((scope, figure) for scope, figure in reasons if figure), (None, None))


def _why_none(figures):
    """One that is disputed, else one that states an absence."""
    reasons = [figure for figure in figures if not _is_known(figure)]
    return min(reasons, key=lambda figure: figure.value.is_absent, default=None)


def _is_known(figure):
    return not figure.value.is_absent and not figure.is_disputed


def _notation(figure):
    if figure.is_disputed:
        return FigureStatus.DISPUTED
    return f"{figure.value.notation} {figure.words_for_none}".rstrip()


def _of_measure(figures, measure):
    return [figure for figure in figures if figure.measure == measure]


def _set_figure(facts, name, scope, figure):
    if figure is None:
        return
    setattr(facts, name, figure.value.sort_key if _is_known(figure) else None)
    setattr(facts, f"{name}_value", str(_notation(figure)))
    setattr(facts, f"{name}_scope", scope)
    setattr(facts, f"{name}_population", figure.population)
    setattr(facts, f"{name}_basis", figure.basis)
    setattr(facts, f"{name}_source_id", figure.source_id)


def _whole(number):
    return None if number is None else round(number)


def _count_findings(scopes):
    return sum(len(contradictions(figures)) > 0 for figures in _by_measure(scopes))


def _by_measure(scopes):
    groups = defaultdict(list)
    for figures in scopes.values():
        for figure in figures:
            groups[type(figure), figure.measure].append(figure)
    return groups.values()
