"""What search may find of this app: careers, occupations and fields of study."""

from collections.abc import Iterator

from careers.models import (
    AlternateTitle,
    Career,
    CareerAlias,
    FieldOfStudy,
    Occupation,
    OnetOccupation,
)
from reference.search.kinds import Draft, SearchKind
from reference.search.words import code_words
from reference.searchable import drafts_of, following, own_keys, owners

PAY = ("career job role salary pay earn",)
# {what people are called: what they do}, so that “data science jobs” finds data scientists
SUBJECTS = {
    "scientist": "science",
    "analyst": "analytics analysis",
    "statistician": "statistics",
    "mathematician": "mathematics",
    "ethicist": "ethics",
    "programmer": "programming",
    "developer": "development",
}


def _subjects(*titles: str) -> Iterator[str]:
    for title in titles:
        said = title.casefold()
        yield from (subject for person, subject in SUBJECTS.items() if person in said)


def _career(career):
    aliases = [alias.name for alias in career.aliases.all()]
    code = [*code_words("soc", career.occupation.soc)] if career.occupation else []
    official = [career.occupation.title] if career.occupation else []
    return Draft(
        career.pk,
        career.title,
        [career.title, *aliases],
        context=[*official, *_subjects(career.title, *aliases), *PAY],
        words=code,
        body=[career.summary],
    )


def _occupation(occupation):
    specialties = occupation.onet_occupations.all()
    titles = [title.name for specialty in specialties for title in specialty.titles.all()]
    return Draft(
        occupation.pk,
        occupation.title,
        [occupation.title, occupation.soc],
        context=[
            *(specialty.title for specialty in specialties),
            *_subjects(occupation.title),
            *PAY,
        ],
        words=code_words("soc", occupation.soc),
        body=titles,
    )


def _field(field):
    return Draft(
        field.pk,
        field.title,
        [field.title, field.cip],
        [" ".join(code_words("cip", field.cip))],
        context=["field of study", field.family],
        body=[field.definition],
    )


def _of_career(records):
    return own_keys([record.career for record in records])


def _of_subject(records):
    return {record.subject.occupation_id for record in records}


CAREERS = SearchKind(
    "career",
    3,
    Career.objects.all,
    drafts_of(Career, _career, "aliases", "occupation"),
    {Career: own_keys, CareerAlias: _of_career, Occupation: following(Career, "occupation")},
)
OCCUPATIONS = SearchKind(
    "occupation",
    4,
    Occupation.objects.all,
    drafts_of(Occupation, _occupation, "onet_occupations__titles"),
    {
        Occupation: own_keys,
        OnetOccupation: owners("occupation"),
        AlternateTitle: _of_subject,
    },
)
FIELDS = SearchKind(
    "field",
    5,
    FieldOfStudy.objects.all,
    drafts_of(FieldOfStudy, _field),
    {FieldOfStudy: own_keys},
)
