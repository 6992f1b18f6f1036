"""Which programs’ facts follow from a record that changed."""

from careers.models import FieldOfStudy
from programs.facts import refresh_facts
from programs.imports.parents import link_parents
from programs.models import (
    Institution,
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFigure,
    RankingEntry,
    State,
)
from reference.models import Source

INSTITUTION_OF = {
    Institution: lambda record: record.pk,
    InstitutionField: lambda record: record.institution_id,
    InstitutionFieldFigure: lambda record: record.subject.institution_id,
    InstitutionFigure: lambda record: record.subject_id,
    Program: lambda record: record.institution_id,
    ProgramFigure: lambda record: record.subject.institution_id,
    RankingEntry: lambda record: record.institution_id,
}

# What the facts of any program may rest on; they never read other models, such as careers.
OF_ANY_PROGRAM = {None, FieldOfStudy, Source, State}

RESTED_ON = {*INSTITUTION_OF, *OF_ANY_PROGRAM}


def refresh_after(sender, records=None, tables=None, **_signal) -> None:
    """Refresh the programs of the universities concerned; all of them where that is not plain."""
    changed = {sender} if tables is None else set(tables)
    if changed & {None, InstitutionField}:  # None: an import of anything
        link_parents()
    institution_of = INSTITUTION_OF.get(sender)
    if institution_of and records is not None:
        refresh_facts({institution_of(record) for record in records})
    elif changed & RESTED_ON:
        refresh_facts()
