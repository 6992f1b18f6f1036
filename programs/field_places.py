"""Where a field of study has most graduates: a row a university, with its listed degrees."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from careers.models import FieldOfStudy
from programs.models import Institution, InstitutionFieldFigure, Program

MOST_PLACES = 10
MOST_PROGRAMS = 200  # that are read: a code has few degrees at one university
ORDER = ("uncounted", "institution__name", "title", "pk")


@dataclass(frozen=True)
class FieldPlace:
    """One field at one university. `figure`: the graduates of the whole field there, or None.

    `programs`: its listed degrees; none where nobody has named one yet.
    """

    institution: Institution
    field: FieldOfStudy
    figure: InstitutionFieldFigure | None
    programs: list[Program]


def field_places(figures, listed) -> list[FieldPlace]:
    """The most graduates first, then where programs are listed and nobody counts graduates.

    `figures`: completions, one a university and field; `listed`: programs. Two queries.
    """
    counted = list(_counted(figures, listed)[:MOST_PLACES])
    programs = _programs(figures, listed, counted)
    places = [
        FieldPlace(f.subject.institution, f.subject.field, f, programs.pop(_place(f.subject), []))
        for f in counted
    ]
    return (places + _uncounted(programs.values()))[:MOST_PLACES]


def _counted(figures, listed):
    """With a graduate, or with a listed degree that nobody has finished."""
    here = {"institution": OuterRef("subject__institution"), "field": OuterRef("subject__field")}
    told = figures.filter(Q(low__gt=0) | Exists(listed.filter(**here)))
    most_first = F("low").desc(nulls_last=True)
    told = told.select_related("subject__institution", "subject__field", "source")
    return told.order_by(most_first, "subject__institution__name", "pk")


def _programs(figures, listed, counted):
    """{(university, field): its listed programs}, after those of the figures the uncounted."""
    subjects = [figure.subject for figure in counted]
    wanted = Q(
        institution__in={subject.institution_id for subject in subjects},
        field__in={subject.field_id for subject in subjects},
    )
    if len(counted) < MOST_PLACES:
        wanted |= Q(uncounted=True)
    here = {"subject__institution": OuterRef("institution"), "subject__field": OuterRef("field")}
    found = listed.annotate(uncounted=~Exists(figures.filter(**here))).filter(wanted)
    programs = defaultdict(list)
    for program in found.select_related("institution", "field").order_by(*ORDER)[:MOST_PROGRAMS]:
        programs[_place(program)].append(program)
    return programs


def _uncounted(groups):
    firsts = [(programs[0], programs) for programs in groups if programs[0].uncounted]
    return [FieldPlace(first.institution, first.field, None, found) for first, found in firsts]


def _place(record):
    return record.institution_id, record.field_id
