from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Scope
from programs.models.program import Program
from reference.blanks import as_printed
from reference.enumerations import Absence, FigureStatus, Population
from reference.measures import MEASURES
from reference.values import Value


class ListFigure:
    """A list value as `ProgramFacts` keeps it, with what a reader must know beside it."""

    def __init__(self, measure, value, scope, population, source, words_for_none=""):
        self.measure = MEASURES[measure]
        self.value = value
        self.words_for_none = words_for_none
        self.scope = scope
        self.population = population
        self.source = source

    @property
    def is_disputed(self) -> bool:
        """Whether all there is are figures in doubt: lists do not show them."""
        return False

    @property
    def in_words(self) -> str:
        return as_printed(self.words_for_none) or self.value.in_words(self.measure.unit)

    @property
    def terms(self) -> str:
        """Who prints it, of whom, and who was counted if that is stated."""
        words = [self.source.short_name]
        if self.scope != Scope.PROGRAM:
            words.append(str(Scope(self.scope).label))
        if self.population not in ("", Population.UNSTATED):
            words.append(str(Population(self.population).label))
        return ", ".join(words)


class DisputedFigure(ListFigure):
    """Stands where every figure of a measure is disputed, and tells none of them."""

    def __init__(self, measure, scope, population, source):
        super().__init__(measure, Value.parse(Absence.NOT_REPORTED), scope, population, source)

    @property
    def is_disputed(self) -> bool:
        return True

    @property
    def in_words(self) -> str:
        return str(FigureStatus.DISPUTED.label).capitalize()


def money():
    return models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)


def words(length=40):
    return models.CharField(max_length=length, blank=True, default="")


def source_key():
    return models.ForeignKey(
        "reference.Source", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )


class ProgramFacts(models.Model):
    """What lists read of a program: one row, computed by `refresh_facts`, never edited or exported.

    Charges in dollars a year, durations in months. `…_value` is the figure in seed-file notation,
    or `disputed` where all there is of it are figures in doubt; an absence is followed by the words
    that its source has for it.
    """

    program = models.OneToOneField(
        Program, on_delete=models.CASCADE, primary_key=True, related_name="facts"
    )
    listed = models.BooleanField(default=False, db_index=True)
    state = words(2)
    control = words(20)
    award = words(10)
    level = words(20)
    cip = words(7)
    on_campus = models.BooleanField(default=False)
    online = models.BooleanField(default=False)
    hybrid = models.BooleanField(default=False)
    evening = models.BooleanField(default=False)

    tuition = money()
    tuition_value = words()
    tuition_scope = words(20)
    tuition_population = words(30)
    tuition_source = source_key()
    tuition_out = money()
    tuition_out_value = words()
    tuition_out_scope = words(20)
    tuition_out_population = words(30)
    tuition_out_source = source_key()
    earnings = money()
    earnings_value = words()
    earnings_scope = words(20)
    earnings_population = words(30)
    earnings_source = source_key()
    earnings_measure = words(20)

    completions = models.PositiveIntegerField(null=True, blank=True)
    duration_from = models.PositiveIntegerField(null=True, blank=True)
    duration_to = models.PositiveIntegerField(null=True, blank=True)
    duration_value = words()
    duration_source = source_key()
    rank = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    rank_source = source_key()
    findings = models.PositiveIntegerField(
        default=0, help_text=_("How many of its measures have figures that contradict each other.")
    )

    class Meta:
        verbose_name_plural = _("program facts")

    def __str__(self):
        return str(self.program_id)

    @property
    def tuition_figure(self) -> ListFigure | None:
        return self._figure("tuition", "tuition")

    @property
    def tuition_out_figure(self) -> ListFigure | None:
        return self._figure("tuition_out", "tuition")

    @property
    def earnings_figure(self) -> ListFigure | None:
        return self._figure("earnings", self.earnings_measure)

    @property
    def duration_figure(self) -> ListFigure | None:
        if not self.duration_value:
            return None
        terms = (Scope.PROGRAM, "", self.duration_source)
        return _list_figure("duration", self.duration_value, *terms)

    def _figure(self, name, measure):
        text = getattr(self, f"{name}_value")
        if not text:
            return None
        parts = (getattr(self, f"{name}_{part}") for part in ("scope", "population", "source"))
        return _list_figure(measure, text, *parts)


def _list_figure(measure, text, *terms):
    if text == FigureStatus.DISPUTED:
        return DisputedFigure(measure, *terms)
    notation, _space, words_for_none = text.partition(" ")
    return ListFigure(measure, Value.parse(notation), *terms, words_for_none)
