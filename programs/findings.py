"""Every finding of the catalogue, and those that are said on the page of one subject."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from careers.models import Career, CareerListing
from programs.checks import CHECKS
from programs.models import Institution, Program, Ranking, RankingEntry, State, StateTop
from reference.checks import Check, CheckFinding, Evidence
from reference.enumerations import SourceKind
from reference.findings import FindingKind
from reference.guides.references import FigureReference, references_in
from reference.ledger.note_places import with_places
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
}

# {table: what a page has read of it}: no check asks for that again.
AtHand = Mapping[type, Iterable]


@dataclass(frozen=True)
class Said:
    """What a page says of its subject: `checks` found, and `notes` by editors."""

    checks: list[CheckFinding]
    notes: list[Note]


def said_of(subject, at_hand: AtHand | None = None) -> Said:
    """The findings and notes that concern it, in a number of queries that does not grow.

    `at_hand`: tables of which the page has read all that concerns its subject.
    """
    notes = every_note()
    checks = _checks_about(subject, {Note: notes} | dict(at_hand or {}))
    found = {finding.check for finding in checks}
    about = _notes_about(subject, notes)
    return Said(checks, [note for note in about if not _is_said(note, found, subject)])


def every_note() -> list[Note]:
    """Each with where it points, in the order of their keys."""
    notes = with_places(Note.objects.select_related("source"))
    return sorted(notes, key=lambda note: note.place)


def all_checks(source: Source | None = None, at_hand: AtHand | None = None) -> list[CheckFinding]:
    """What all checks find, in one source or in every one."""
    found = at_hand or {Note: every_note()}
    return run(CHECKS.values(), gathered(tables_of(CHECKS.values()), found, source))


def run(checks: Iterable[Check], evidence: Iterable[Evidence]) -> list[CheckFinding]:
    evidence = list(evidence)
    return [found for check in checks for one in evidence for found in check.find(one)]


def tables_of(checks: Iterable[Check], kind: str = "") -> list[type]:
    """What they read; for a subject of a kind, of every table of figures only what concerns it."""
    return list(dict.fromkeys(chain(*(_reads(check, kind) for check in checks))))


def _reads(check, kind):
    kinds = {"topic", kind} if kind in check.about - {"topic"} else check.about
    return check.reads or [m for m in figure_models() if m.subject_kind in kinds]


def gathered(models: Iterable[type], at_hand: AtHand, source: Source | None = None):
    """What each source states in these tables: a query for each that is not at hand."""
    return evidence_in(chain(*(_records(model, at_hand, source) for model in models)), source)


def _records(model, at_hand, source):
    if model in at_hand:
        return at_hand[model]
    return claims_in(model).filter(source=source) if source else claims_in(model)


def evidence_in(records: Iterable, source: Source | None = None) -> list[Evidence]:
    """Records by source, or those of one; what federal files count is the audit’s."""
    by_source = defaultdict(list)
    for record in records:
        if record.source and record.source.kind != SourceKind.GOVERNMENT:
            by_source[record.source].append(record)
    sources = sorted(by_source, key=lambda one: one.slug)
    return [Evidence(one, by_source[one]) for one in sources if source in (None, one)]


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


def _checks_about(subject, at_hand):
    if isinstance(subject, Source):
        return [] if subject.kind == SourceKind.GOVERNMENT else all_checks(subject, at_hand)
    if isinstance(subject, Guide):
        return _checks_in_guide(subject, at_hand)
    kind, _key = ADDRESSED[type(subject)]
    checks = [check for check in CHECKS.values() if kind in check.about]
    found = run(checks, gathered(tables_of(checks, kind), at_hand))
    return [finding for finding in found if subject in finding.subjects]


def _checks_in_guide(guide, at_hand):
    """Those that rest on a figure which the guide shows."""
    shown = {found for _text, found in references_in(guide.body)}
    checks = [check for check in CHECKS.values() if _may_rest_on_a_figure(check)]
    found = run(checks, gathered(tables_of(checks, "career"), at_hand)) if shown else []
    return [f for f in found if any(_reference_to(figure) in shown for figure in f.figures)]


def _may_rest_on_a_figure(check):
    tables = check.reads or figure_models()
    figures = any(issubclass(table, Figure) for table in tables)
    return figures and bool(check.about & {"topic", "career"})


def _reference_to(figure):
    _kind, key = ADDRESSED.get(type(figure.subject), ("", "slug"))
    subject = getattr(figure.subject, key, "")
    return FigureReference(
        figure.subject_kind, subject, figure.measure, figure.source.slug, figure.item
    )


def _notes_about(subject, notes):
    """Those that name no other record of its kind come first."""
    address = address_of(subject)
    about = (note for note in notes if address in note.about_addresses)
    return sorted(about, key=lambda note: (_names_others(note, address), note.place))


def _names_others(note, address):
    kind = address.partition("/")[0]
    return any(a != address and a.partition("/")[0] == kind for a in note.about_addresses)


def _is_said(note, checks, subject):
    """By a check of this page, or by its figures: only guides have no table of them."""
    rules = set(note.rules)
    by_figures = not isinstance(subject, Guide) and bool(rules & set(FindingKind.values))
    return bool(rules & checks) or by_figures
