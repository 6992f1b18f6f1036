"""Claims about roles and about the whole field, beside what is counted of occupations."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from careers.models import CareerFigure, OccupationFigure
from programs.audit.beside import Beside, claims_in, newest_first
from reference.models import TopicFigure

MEASURES = ("pay", "growth")


def of_careers() -> list[Beside]:
    """A role is judged by the occupation that a source gives it."""
    claims = claims_in(CareerFigure, MEASURES, "subject__occupation", "subject__source")
    record = _by_occupation(claim.subject.occupation_id for claim in claims)
    return [_of_career(claim, record) for claim in claims]


def of_topics(careers: Iterable[Beside]) -> list[Beside]:
    """Judged by federal figures that answer the same question.

    Where there are none, the occupations of the `careers` that answer it stand nearest.
    """
    claims = claims_in(TopicFigure, MEASURES)
    answers, near = _answers(claims), _near(careers)
    return [
        Beside(
            claim,
            tuple(answers[claim.subject_id, claim.measure]),
            tuple(near[claim.subject_id, claim.measure]),
            "" if answers[claim.subject_id, claim.measure] else _("It gives no occupation code"),
        )
        for claim in claims
    ]


def _of_career(claim, record):
    occupation = claim.subject.occupation_id
    if occupation is None:
        return Beside(claim, missing=_("No source gives this role an occupation"))
    return Beside(claim, tuple(record[occupation, claim.measure]))


def _by_occupation(occupations):
    """{(occupation, measure): what federal files count of it}."""
    known = set(occupations) - {None}
    counted = OccupationFigure.objects.visible().federal().with_subjects()
    return _grouped(counted.among("pk", known, MEASURES).order_by("pk"), "subject_id")


def _answers(claims):
    """{(topic, measure): federal figures that answer it}."""
    topics = {claim.subject_id for claim in claims}
    counted = OccupationFigure.objects.visible().federal().with_subjects().answering(topics)
    return _grouped(counted.of_measures(MEASURES).order_by("pk"), "topic_id")


def _near(careers):
    """{(topic, measure): federal figures beside which roles that answer it are laid}."""
    near = defaultdict(list)
    for beside in careers:
        place = near[beside.claim.topic_id, beside.claim.measure]
        place += [figure for figure in beside.federal if figure not in place]
    return near


def _grouped(figures, key):
    groups = defaultdict(list)
    for figure in newest_first(figures):
        groups[getattr(figure, key), figure.measure].append(figure)
    return groups
