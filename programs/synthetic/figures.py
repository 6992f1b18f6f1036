"""Invented figures: most are there, some say why not, some are missing altogether."""

from datetime import date

from programs.models import InstitutionFieldFigure, InstitutionFigure, ProgramFigure
from programs.synthetic.popular import MONTHS
from reference.enumerations import Origin

YEAR = (date(2023, 7, 1), date(2024, 6, 30))
GRADUATES = {"population": "completers", "statistic": "total"}
EARNERS = {"population": "aided_completers", "statistic": "median", "basis": "year_1"}
STUDENTS = {"population": "graduate_students", "statistic": "mean"}


def charges(institution, source, chance):
    """In and out of state: equal at private universities."""
    if chance.random() < 0.08:
        if chance.random() < 0.7:
            stated = STUDENTS | {"basis": "in_state", "absence": "not_reported"}
            yield _figure(InstitutionFigure, institution, "tuition", "TUITION6", source, stated)
        return
    is_public = institution.control == "public"
    inside = round(chance.lognormvariate(9.35 if is_public else 10.2, 0.4))
    outside = round(inside * chance.uniform(1.3, 2.4)) if is_public else inside
    for number, basis, value in ((6, "in_state", inside), (7, "out_of_state", outside)):
        stated = STUDENTS | {"basis": basis, "value": value, "headline": basis == "in_state"}
        item = f"TUITION{number}"
        yield _figure(InstitutionFigure, institution, "tuition", item, source, stated)


def fees(institution, source, chance):
    """Of most universities, the same in and out of state; a few ask as much as for tuition."""
    if chance.random() < 0.2:
        return
    value = round(chance.lognormvariate(7, 1))
    for number, basis in ((6, "in_state"), (7, "out_of_state")):
        stated = STUDENTS | {"basis": basis, "value": value, "headline": basis == "in_state"}
        yield _figure(InstitutionFigure, institution, "fees", f"FEE{number}", source, stated)


def outcomes(field, source, chance):
    """Of a field at a university: graduates, and what they earn."""
    if chance.random() < 0.8:
        stated = GRADUATES | {"value": int(chance.lognormvariate(3, 1.1)), "headline": True}
        yield _figure(InstitutionFieldFigure, field, "completions", "CTOTALT", source, stated)
    roll = chance.random()
    if roll < 0.35:
        stated = EARNERS | {"value": round(chance.lognormvariate(11.3, 0.3)), "headline": True}
    elif roll < 0.7:
        stated = EARNERS | {"absence": "suppressed"}
    else:
        return
    yield _figure(InstitutionFieldFigure, field, "earnings", "MD_EARN_WNE", source, stated)


def own_figures(program, source, chance):
    if chance.random() < 0.5:
        stated = {"value": MONTHS.draw(chance), "headline": True}
        yield _figure(ProgramFigure, program, "duration", "length", source, stated)
    if chance.random() < 0.12:
        stated = {"value": round(chance.lognormvariate(10, 0.4)), "headline": True}
        yield _figure(ProgramFigure, program, "tuition", "tuition", source, stated)


def _figure(model, subject, measure, item, source, stated):
    value = stated.get("value")
    return model(
        origin=Origin.SEED,
        subject=subject,
        measure=measure,
        item=item,
        low=value,
        high=value,
        bound="" if value is None else "exact",
        absence=stated.get("absence", ""),
        statistic=stated.get("statistic", "unstated"),
        population=stated.get("population", "unstated"),
        basis=stated.get("basis", "unstated"),
        period_from=YEAR[0],
        period_to=YEAR[1],
        headline=stated.get("headline", False),
        source=source,
        locator="invented",
    )
