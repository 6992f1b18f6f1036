"""One program of the list: who offers which degree where, and its figures."""

from dataclasses import dataclass

from programs.enumerations import Scope
from programs.exports.addresses import on_site
from programs.exports.evidence import Evidence
from programs.exports.figure import BEGINS_LATER, FileFigure, missing, ranked, stated
from programs.models import Program, ProgramFacts
from programs.models.list_figure import list_figure

IN_WORDS = (
    "slug",
    "url",
    "title",
    "title_qualifier",
    "university",
    "university_url",
    "unitid",
    "city",
    "state",
    "control",
    "award",
    "level",
    "delivery",
    "cip",
    "field",
    "named_by",
    "named_by_url",
    "contradictions",
    "charge_in_state",
    "charge_out_of_state",
)
# {its name in a file: the columns of `ProgramFacts`, and the measure if it is always the same}
STATED = {
    "tuition_in_state": ("tuition", "tuition"),
    "tuition_out_of_state": ("tuition_out", "tuition"),
    "total_cost": ("total_cost", "total_cost"),
    "duration": ("duration", "duration"),
    "earnings": ("earnings", ""),
    "completions": ("completions", "completions"),
}
# {its name in a file: the columns of the tuition that the fees come on top of}
FEES = {"fees_in_state": "tuition", "fees_out_of_state": "tuition_out"}
OUTCOMES = ("earnings", "completions")  # which a degree yet to begin cannot have
# What of a figure the facts keep, beside its number.
KEPT = {
    columns: [
        field.attname
        for field in ProgramFacts._meta.concrete_fields
        if field.name.startswith(f"{columns}_")
    ]
    for columns, _measure in STATED.values()
}
FIGURES = (
    "rank",
    "tuition_in_state",
    "fees_in_state",
    "tuition_out_of_state",
    "fees_out_of_state",
    "total_cost",
    "duration",
    *OUTCOMES,
)


@dataclass(frozen=True, slots=True)
class Row:
    """`told`: as IN_WORDS; `figures`: as FIGURES."""

    told: dict
    figures: dict[str, FileFigure]


def row_of(program: Program, evidence: Evidence, unranked: str) -> Row:
    """`program` with its university, field and facts; `unranked`: what to say without a rank."""
    facts = program.facts
    for columns in (*(columns for columns, _measure in STATED.values()), "rank"):
        source = evidence.sources.by_key.get(getattr(facts, f"{columns}_source_id"))
        setattr(facts, f"{columns}_source", source)  # dozens, shared by all programs
    figures = {"rank": _rank(facts, evidence, unranked)}
    for name, (columns, measure) in STATED.items():
        figures[name] = _figure(program, columns, measure, evidence)
    for name, tuition in FEES.items():
        figures[name] = _fees(program, tuition, evidence)
    return Row(_told(program, evidence), figures)


def _told(program, evidence):
    university, field = program.institution, program.field
    return {
        "slug": program.slug,
        "url": on_site(program),
        "title": program.display_title,
        "title_qualifier": program.title_qualifier,
        "university": university.name,
        "university_url": evidence.once((university.pk,), lambda: on_site(university)),
        "unitid": university.unitid,
        "city": university.city,
        "state": program.facts.state,
        "control": university.control,
        "award": program.award,
        "level": program.level,
        "delivery": program.delivery,
        "cip": program.facts.cip,
        "field": field.title if field else "",
        **evidence.sources.named(program.source_id, "named_by"),
        "contradictions": program.facts.findings,
        "charge_in_state": program.facts.charge,
        "charge_out_of_state": program.facts.charge_out,
    }


def _rank(facts, evidence, unranked):
    key = "rank", facts.rank, facts.rank_source_id
    cited = evidence.sources.named(facts.rank_source_id)
    return evidence.once(key, lambda: ranked(facts, unranked, cited))


def _figure(program, columns, measure, evidence) -> FileFigure:
    facts = program.facts
    if getattr(facts, f"{columns}_value"):
        key = columns, *_kept(program, columns)
        return evidence.once(key, lambda: _stated(program, columns, evidence))
    measure = measure or "earnings"
    if columns in OUTCOMES and facts.begins_later:
        return missing(measure, BEGINS_LATER, program.no_graduates_in_words)
    return evidence.once((columns,), lambda: missing(measure))


def _fees(program, tuition, evidence) -> FileFigure:
    """What the source of a tuition asks of the same students in the same year beside it."""
    if not getattr(program.facts, f"{tuition}_value"):
        return evidence.once(("fees",), lambda: missing("fees"))
    key = "fees", tuition, *_kept(program, tuition)
    return evidence.once(key, lambda: _fees_stated(program, tuition, evidence))


def _fees_stated(program, tuition, evidence):
    charge, scope = getattr(program.facts, f"{tuition}_figure"), _scope(program, tuition)
    beside = evidence.behind(program, tuition, "tuition", scope)
    found = evidence.fees_beside(program, beside, scope)
    if not found.source:
        return missing("fees")
    figure = list_figure("fees", found.text, charge.stated)
    return stated(figure, found, scope, evidence.sources.named(found.source))


def _kept(program, columns):
    """What makes a figure of it another one than that of another program."""
    return *_place(program, columns), *(getattr(program.facts, name) for name in KEPT[columns])


def _place(program, columns):
    """Whose figure it is."""
    scope = _scope(program, columns)
    if scope == Scope.INSTITUTION:
        return scope, program.institution_id
    if scope == Scope.FIELD:
        return scope, program.institution_id, program.level, program.facts.cip
    return scope, program.pk


def _scope(program, columns) -> str:
    return getattr(program.facts, f"{columns}_scope", Scope.PROGRAM.value)


def _stated(program, columns, evidence):
    figure = getattr(program.facts, f"{columns}_figure")
    scope = _scope(program, columns)
    found = evidence.behind(program, columns, figure.measure.key, scope)
    cited = evidence.sources.named(figure.source.pk)
    return stated(figure, found, scope, cited)
