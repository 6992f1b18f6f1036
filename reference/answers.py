"""The figures that answer questions, of whichever app: whole, or as short as a list needs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import CharField, F
from django.db.models import Value as Constant

from reference.models import Figure, Source, Topic, figure_models
from reference.questions import Answer, Answered
from reference.values import Value


def answers_to(topics: Collection[int]) -> list[Figure]:
    """Whole figures, the greatest first; asks only the tables that hold some."""
    return _whole(topics, {row[0] for row in _rows(topics)})


def answered(topics: Iterable[Topic]) -> list[Answered]:
    """Each question with its answers in short, in two queries."""
    topics = list(topics)
    by_topic = _by_topic(_in_short([topic.pk for topic in topics]))
    return [Answered(topic, by_topic[topic.pk]) for topic in topics]


def most_told_apart(questions: Iterable[Answered], number: int) -> list[Answered]:
    """The questions with the most answers that differ."""
    parting = [question for question in questions if question.differing]
    return sorted(parting, key=lambda question: -len(question.parting.answers))[:number]


def with_figures(questions: Sequence[Answered]) -> list[Answered]:
    """The same questions, their answers now whole figures."""
    kinds = {answer.kind for question in questions for answer in question.answers}
    by_topic = _by_topic(_whole([question.topic.pk for question in questions], kinds))
    return [Answered(question.topic, by_topic[question.topic.pk]) for question in questions]


def _whole(topics, kinds):
    figures = [
        figure
        for model in figure_models()
        if model.subject_kind in kinds
        for figure in model.objects.visible().answering(topics).with_subjects().order_by("pk")
    ]
    return sorted(figures, key=lambda figure: -(figure.value.sort_key or 0))


def _by_topic(answers):
    by_topic = defaultdict(list)
    for answer in answers:
        by_topic[answer.topic_id].append(answer)
    return by_topic


def _in_short(topics) -> list[Answer]:
    rows = _rows(topics)
    sources = Source.objects.in_bulk({row[2] for row in rows})
    return [
        Answer(kind, topic, sources[source], measure, status, Value(*value))
        for kind, topic, source, measure, status, *value in rows
    ]


def _rows(topics) -> list[tuple]:
    """The columns of a short answer, its source as a key."""
    columns = ("kind", "question_id", "source_id", "measure", "status")
    value = ("low", "high", "bound", "absence")
    querysets = [
        model.objects.visible()
        .answering(topics)
        .order_by()
        .annotate(
            kind=Constant(model.subject_kind, CharField()),
            question_id=F(f"{model.topic_relation}_id"),
        )
        .values_list(*columns, *value)
        for model in figure_models()
    ]
    return list(querysets[0].union(*querysets[1:], all=True))
