"""Every finding of the catalogue, and those that are said on the page of one subject."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from careers.models import Career, CareerListing
from programs.checks import CHECKS
from programs.models import Institution, Program, Ranking, RankingEntry, State, StateTop
from reference.checks import Check, CheckFinding, Evidence
from reference.enumerations import SourceKind
from reference.findings import FindingKind
from reference.guide_references import FigureReference, references_in
from reference.models import Figure, Guide, Note, Source, Topic, figure_models

# {model: (its kind in an address, what names a record)}
ADDRESSED = {
    Institution: ("institution", "slug"),
    Program: ("program", "slug"),
    Ranking: ("ranking", "slug"),
    State: ("state", "code"),
    Career: ("career", "slug"),
    Topic: ("topic", "key"),
    Source: ("source", "slug"),
    Guide: ("guide", "slug"),
}
# What naming a record and its place reads.
RELATED = {
    StateTop: ("source", "ranking", "state", "institution"),
    RankingEntry: ("source", "ranking", "institution"),
    Program: ("source", "institution"),
    CareerListing: ("source", "career"),
    Note: ("source",),
}


@dataclass(frozen=True)
class Said:
    """What a page says of its subject: `checks` found, and `notes` by editors."""

    checks: list[CheckFinding]
    notes: list[Note]


def said_of(subject) -> Said:
    """The findings and notes that concern it, in a number of queries that does not grow."""
    checks = _checks_about(subject)
    found = {finding.check for finding in checks}
    return Said(
        checks, [note for note in _notes_about(subject) if not _is_said(note, found, subject)]
    )


def all_checks(source: Source | None = None) -> list[CheckFinding]:
    """What all checks find, in one source or in every one."""
    return run(CHECKS.values(), gathered(tables_of(CHECKS.values()), source))


def run(checks: Iterable[Check], evidence: Iterable[Evidence]) -> list[CheckFinding]:
    evidence = list(evidence)
    return [found for check in checks for one in evidence for found in check.find(one)]


def tables_of(checks: Iterable[Check], kind: str = "") -> list[type]:
    """What they read; for a subject of a kind, of every table of figures only what concerns it."""
    return list(dict.fromkeys(chain(*(_reads(check, kind) for check in checks))))


def _reads(check, kind):
    kinds = {"topic", kind} if kind in check.about - {"topic"} else check.about
    return check.reads or [m for m in figure_models() if m.subject_kind in kinds]


def gathered(models: Iterable[type], source: Source | None = None) -> list[Evidence]:
    """What each source states in these tables: a query for each table."""
    tables = map(claims_in, models)
    return evidence_in(chain(*(t.filter(source=source) if source else t for t in tables)))


def evidence_in(records: Iterable) -> list[Evidence]:
    """Records by source; what federal files count is the audit’s."""
    by_source = defaultdict(list)
    for record in records:
        if record.source.kind != SourceKind.GOVERNMENT:
            by_source[record.source].append(record)
    return [Evidence(one, by_source[one]) for one in sorted(by_source, key=lambda s: s.slug)]


def claims_in(model):
    """What pages may show of a table, as a publisher says it, with what it takes to name it."""
    if issubclass(model, Figure):
        return model.objects.visible().claims().with_subjects().order_by("pk")
    records = model.objects.published() if model is Program else model.objects.all()
    claims = records.select_related(*RELATED[model]).exclude(source=None)
    return claims.exclude(source__kind=SourceKind.GOVERNMENT).order_by("pk")


def address_of(subject) -> str:
    """As notes name it: institution/clark-university."""
    kind, key = ADDRESSED[type(subject)]
    return f"{kind}/{getattr(subject, key)}"


def _checks_about(subject):
    if isinstance(subject, Source):
        return all_checks(subject)
    if isinstance(subject, Guide):
        return _checks_in_guide(subject)
    kind, _key = ADDRESSED[type(subject)]
    checks = [check for check in CHECKS.values() if kind in check.about]
    found = run(checks, gathered(tables_of(checks, kind)))
    return [finding for finding in found if subject in finding.subjects]


def _checks_in_guide(guide):
    """Those that rest on a figure which the guide shows."""
    shown = {found for _text, found in references_in(guide.body)}
    checks = [check for check in CHECKS.values() if check.about & {"topic", "career"}]
    found = run(checks, gathered(tables_of(checks, "career"))) if shown else []
    return [f for f in found if any(_reference_to(figure) in shown for figure in f.figures)]


def _reference_to(figure):
    _kind, key = ADDRESSED.get(type(figure.subject), ("", "slug"))
    subject = getattr(figure.subject, key, "")
    return FigureReference(
        figure.subject_kind, subject, figure.measure, figure.source.slug, figure.item
    )


def _notes_about(subject):
    address = address_of(subject)
    notes = (n for n in Note.objects.naming(address) if address in n.about_addresses)
    return sorted(notes, key=attrgetter("place"))


def _is_said(note, checks, subject):
    """By a check of this page, or by its figures: only guides have no table of them."""
    rules = set(note.rules)
    by_figures = not isinstance(subject, Guide) and bool(rules & set(FindingKind.values))
    return bool(rules & checks) or by_figures
