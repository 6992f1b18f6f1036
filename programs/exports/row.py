"""One program of the list: who offers which degree where, and its figures."""

from dataclasses import dataclass

from programs.enumerations import Scope
from programs.exports.addresses import on_site
from programs.exports.evidence import Evidence
from programs.exports.figure import BEGINS_LATER, FileFigure, missing, ranked, stated
from programs.models import Program, ProgramFacts

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
FIGURES = ("rank", *STATED)


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
    }


def _rank(facts, evidence, unranked):
    key = "rank", facts.rank, facts.rank_source_id
    cited = evidence.sources.named(facts.rank_source_id)
    return evidence.once(key, lambda: ranked(facts, unranked, cited))


def _figure(program, columns, measure, evidence) -> FileFigure:
    facts = program.facts
    if getattr(facts, f"{columns}_value"):
        key = columns, *_place(program, columns), *(getattr(facts, c) for c in KEPT[columns])
        return evidence.once(key, lambda: _stated(program, columns, evidence))
    measure = measure or "earnings"
    if columns in OUTCOMES and facts.begins_later:
        return missing(measure, BEGINS_LATER, program.no_graduates_in_words)
    return evidence.once((columns,), lambda: missing(measure))


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
