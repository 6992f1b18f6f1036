"""The facts of one program as the columns of its row."""

from operator import attrgetter
from typing import Any

from programs.enumerations import Delivery, Scope
from programs.facts.evidence import EARNINGS_MEASURES, Evidence
from programs.facts.told import Told, is_known, notation
from programs.models import Program, ProgramFacts
from reference.headlines import headline, list_value, out_of_state_headline

BLANK = {
    field.attname: field.get_default()
    for field in ProgramFacts._meta.concrete_fields
    if not field.primary_key
}

SAME_CHARGE = [*map(attrgetter, ("source_id", "population", "basis", "period_from", "period_to"))]

Scopes = dict[str, Told]


def row_of(program: Program, evidence: Evidence) -> dict[str, Any]:
    """{column: value}, all columns but the program itself."""
    scopes = evidence.scopes(program)
    institution = evidence.institutions[program.institution_id]
    return {
        **BLANK,
        "listed": evidence.listable.holds(program),
        "state": institution.state.code if institution.state else "",
        "control": institution.control,
        "award": program.award,
        "level": program.level,
        "cip": evidence.cips[program.pk],
        "findings": sum(told.clashing for told in scopes.values()),
        **{way: way in program.delivery for way in Delivery.values},
        **_tuition(scopes),
        **_total_cost(scopes[Scope.PROGRAM]),
        **_outcomes(program, scopes, evidence.field_cips),
        **_duration(scopes[Scope.PROGRAM]),
        **_rank(evidence.entries.get(institution.pk)),
    }


def _tuition(scopes):
    inside = _list_figure(scopes, "tuition")
    outside = _list_figure(scopes, "tuition", out_of_state_headline)
    return {
        **_figure("tuition", *inside),
        **_charge("charge", "fees_value", scopes, *inside),
        **_figure("tuition_out", *outside),
        **_charge("charge_out", "fees_out_value", scopes, *outside),
    }


def _charge(name, fees_name, scopes, scope, tuition):
    """The required fees beside a tuition, and what lists compare it by."""
    if tuition is None or not is_known(tuition):
        return {}
    fees = _fees_beside(scopes[scope], tuition)
    if fees is None:
        return {name: tuition.value.sort_key}
    return {fees_name: notation(fees), name: tuition.value.sort_key + fees.value.sort_key}


def _fees_beside(told: Told, tuition):
    """What the same source asks of the same students in the same year on top of tuition."""
    known = (fees for fees in told.by_measure.get("fees", ()) if is_known(fees))
    same = (fees for fees in known if all(_part(fees) == _part(tuition) for _part in SAME_CHARGE))
    return next(same, None)


def _total_cost(told: Told):
    cost = told.headline("total_cost")
    if cost is None:
        return {}
    return {"total_cost_value": notation(cost), "total_cost_source_id": cost.source_id}


def _outcomes(program, scopes, cips):
    """Earnings and graduates; what it inherits only where its own may be among those counted."""
    if program.starts_on is None:
        return _counted(scopes, cips)
    own = {
        scope: told if scope == Scope.PROGRAM else told.where(program.may_have_graduates_in)
        for scope, told in scopes.items()
    }
    outcomes = _counted(own, cips)
    return {**outcomes, "begins_later": not outcomes and bool(_counted(scopes, cips))}


def _counted(scopes, cips):
    return {**_earned(*_earnings(scopes), cips), **_completions(scopes, cips)}


def _earned(measure, scope, figure, cips):
    if figure is None:
        return {}
    return {**_outcome("earnings", scope, figure, cips), "earnings_measure": measure}


def _completions(scopes, cips):
    scope, figure = _list_figure(scopes, "completions")
    if figure is None:
        return {}
    columns = _outcome("completions", scope, figure, cips)
    return {**columns, "completions": _whole(columns["completions"])}


def _outcome(name, scope, figure, cips):
    cohort = _cohort(name, figure, cips) if scope == Scope.FIELD else {}
    return {**_figure(name, scope, figure), **cohort}


def _cohort(name, figure, cips):
    return {
        f"{name}_cip": cips[figure.subject_id],
        f"{name}_from": figure.period_from,
        f"{name}_to": figure.period_to,
    }


def _earnings(scopes):
    """(measure, scope, figure): the first with a value, else the first that says why not."""
    found = [(measure, *_list_figure(scopes, measure)) for measure in EARNINGS_MEASURES]
    stated = [row for row in found if row[2]]
    known = [row for row in stated if is_known(row[2])]
    return next(iter(known + stated), ("", None, None))


def _list_figure(scopes: Scopes, measure, rule=headline):
    """(scope, figure): the list value, else the nearest figure that says why there is none."""
    scopes = {scope: told for scope, told in scopes.items() if measure in told.by_measure}
    scope, figure = list_value({s: told.headline(measure, rule) for s, told in scopes.items()})
    if figure:
        return scope, figure
    reasons = ((scope, told.why_none(measure)) for scope, told in scopes.items())
    return next(((scope, figure) for scope, figure in reasons if figure), (None, None))


def _figure(name, scope, figure):
    if figure is None:
        return {}
    return {
        name: figure.value.sort_key if is_known(figure) else None,
        f"{name}_value": notation(figure),
        f"{name}_scope": str(scope),
        f"{name}_population": figure.population,
        f"{name}_basis": figure.basis,
        f"{name}_source_id": figure.source_id,
    }


def _duration(told: Told):
    duration = told.headline("duration") or told.why_none("duration")
    if duration is None:
        return {}
    ends = (duration.low, duration.high) if is_known(duration) else (None, None)
    return {
        "duration_from": _whole(ends[0]),
        "duration_to": _whole(ends[1]),
        "duration_value": notation(duration),
        "duration_source_id": duration.source_id,
    }


def _rank(entry):
    return {"rank": entry.rank, "rank_source_id": entry.source_id} if entry else {}


def _whole(number):
    return None if number is None else round(number)
