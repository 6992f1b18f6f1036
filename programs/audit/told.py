"""The audit for a terminal and for programs: a line or a record for each claim."""

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _

from programs.audit.columns import Column
from programs.audit.judged import FOUND, Judged
from reference.audit import Outcome


def line_of(row: Judged) -> str:
    """Where it is printed, what it claims, the verdict, by which figure, and why not."""
    claim = row.claim
    where = f"{claim.source.slug}, {claim.locator}: {claim.subject_name}"
    claimed = f"{claim.measure_label} {claim.in_words}"
    return " | ".join([where, claimed, row.label, *filter(None, _grounds(row))])


def record_of(row: Judged) -> dict:
    """As JSON holds it: shares as decimals in text, blanks as null."""
    claim, verdict = row.claim, row.verdict
    return {
        "source": claim.source.slug,
        "locator": claim.locator,
        "subject_kind": claim.subject_kind,
        "subject": claim.subject_name,
        "measure": claim.measure,
        "item": claim.item,
        "value": claim.value.notation,
        "verdict": row.outcome.value,
        "federal": [_column(column) for column in row.rests_on],
        "graduate_charges": [_column(column) for column in row.charges],
        "beside": [_column(column) for column in row.also],
        "share": None if verdict.share is None else _rounded(verdict.share),
        "shares": [
            {"counted": column.people, "share": _rounded(share)} for column, share in row.shares
        ],
        "reason": row.why or None,
        "reading": row.beside.reading or None,
    }


def totals_of(rows: Iterable[Judged]) -> dict[str, int]:
    """{verdict: how many}, every verdict named."""
    counts = Counter(row.outcome for row in rows)
    return {outcome.value: counts[outcome] for outcome in Outcome}


def has_found(rows: Iterable[Judged]) -> bool:
    """Whether a claim is another measure or differs."""
    return any(row.outcome in FOUND for row in rows)


def _rounded(share):
    return str(round(share, 4))


def _grounds(row):
    yield _told(row.rests_on)
    yield _labelled(_("graduate charge"), [c for c in row.charges if c not in row.rests_on])
    yield row.share_in_words
    yield row.why
    yield _labelled(_("beside it"), row.also)
    if row.beside.reading:
        yield _("our reading: %s") % row.beside.reading


def _labelled(label, columns):
    told = _told(columns)
    return f"{label}: {told}" if told else ""


def _told(columns: Iterable[Column]):
    return "; ".join(
        f"{column.people} {column.figure.in_words} ({_origin(column)})" for column in columns
    )


def _origin(column):
    figure = column.figure
    return ", ".join(filter(None, (figure.source.slug, column.codes, figure.period)))


def _column(column):
    figure = column.figure
    return {
        "source": figure.source.slug,
        "columns": [one.item for one in column.figures],
        "value": figure.value.notation,
        "counted": column.people,
        "period": figure.period or None,
    }
