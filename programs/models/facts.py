from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Scope
from programs.models.list_figure import ListFigure, ListTerms, list_figure
from programs.models.program import Program
from reference.enumerations import Basis
from reference.periods import period_in_words
from reference.values import plain

LIST_TERMS = ("scope", "population", "basis", "source")


def money(digits=14):
    return models.DecimalField(max_digits=digits, decimal_places=4, null=True, blank=True)


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
    that its source has for it. `fees…`: what the source of the tuition asks on top of it;
    `charge…`: the sum of both, or the tuition alone where no fees are known, by which lists are
    sorted and bounded. `…_cip`, `_from`, `_to`: of earnings and completions that are of a field,
    its code and the years of its graduates.
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
    tuition_basis = words(20)
    tuition_source = source_key()
    fees_value = words()
    charge = money(15)  # a sum of two
    tuition_out = money()
    tuition_out_value = words()
    tuition_out_scope = words(20)
    tuition_out_population = words(30)
    tuition_out_basis = words(20)
    tuition_out_source = source_key()
    fees_out_value = words()
    charge_out = money(15)
    earnings = money()
    earnings_value = words()
    earnings_scope = words(20)
    earnings_population = words(30)
    earnings_basis = words(20)
    earnings_source = source_key()
    earnings_measure = words(20)
    earnings_cip = words(7)
    earnings_from = models.DateField(null=True, blank=True)
    earnings_to = models.DateField(null=True, blank=True)
    total_cost_value = words()
    total_cost_source = source_key()

    completions = models.PositiveIntegerField(null=True, blank=True)
    completions_value = words()
    completions_scope = words(20)
    completions_population = words(30)
    completions_basis = words(20)
    completions_source = source_key()
    completions_cip = words(7)
    completions_from = models.DateField(null=True, blank=True)
    completions_to = models.DateField(null=True, blank=True)
    duration_from = models.PositiveIntegerField(null=True, blank=True)
    duration_to = models.PositiveIntegerField(null=True, blank=True)
    duration_value = words()
    duration_source = source_key()
    rank = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    rank_source = source_key()
    begins_later = models.BooleanField(
        default=False, help_text=_("Whether what is counted here is all from before it begins.")
    )
    findings = models.PositiveIntegerField(
        default=0, help_text=_("How many of its measures have figures that contradict each other.")
    )

    class Meta:
        verbose_name_plural = _("program facts")

    def __str__(self):
        return str(self.program_id)

    @property
    def tuition_figure(self) -> ListFigure | None:
        return self._figure("tuition", "tuition", Basis.IN_STATE)

    @property
    def tuition_out_figure(self) -> ListFigure | None:
        return self._figure("tuition_out", "tuition", Basis.OUT_OF_STATE)

    @property
    def fees_figure(self) -> ListFigure | None:
        return self._figure("tuition", "fees", Basis.IN_STATE, self.fees_value)

    @property
    def fees_out_figure(self) -> ListFigure | None:
        return self._figure("tuition_out", "fees", Basis.OUT_OF_STATE, self.fees_out_value)

    @property
    def charge_value(self) -> str:
        return _sum(self.tuition_value, self.fees_value, self.charge)

    @property
    def charge_out_value(self) -> str:
        return _sum(self.tuition_out_value, self.fees_out_value, self.charge_out)

    @property
    def earnings_figure(self) -> ListFigure | None:
        return self._figure("earnings", self.earnings_measure, **self._cohort("earnings"))

    @property
    def completions_figure(self) -> ListFigure | None:
        return self._figure("completions", "completions", **self._cohort("completions"))

    @property
    def total_cost_figure(self) -> ListFigure | None:
        """All of this degree, as a source prints it."""
        return self._of_program("total_cost")

    @property
    def duration_figure(self) -> ListFigure | None:
        return self._of_program("duration")

    def _of_program(self, measure):
        text = getattr(self, f"{measure}_value")
        terms = ListTerms(Scope.PROGRAM, "", "", getattr(self, f"{measure}_source"))
        return list_figure(measure, text, terms) if text else None

    def _cohort(self, name):
        years = (getattr(self, f"{name}_{end}") for end in ("from", "to"))
        return {"cip": getattr(self, f"{name}_cip"), "finished": period_in_words(*years)}

    def _figure(self, name, measure, basis_told="", text=None, **more):
        """`basis_told`: what the page says above the figure, and so need not say beside it.

        `text`: a value on the terms of `name`, instead of its own.
        """
        text = getattr(self, f"{name}_value") if text is None else text
        if not text:
            return None
        parts = {part: getattr(self, f"{name}_{part}") for part in LIST_TERMS}
        if parts["basis"] == basis_told:
            parts["basis"] = ""
        return list_figure(measure, text, ListTerms(**parts, **more))


def _sum(tuition, fees, charge) -> str:
    """The notation of tuition and fees together; blank unless both are plain numbers."""
    are_plain = all(text.replace(".", "", 1).isdigit() for text in (tuition, fees))
    return plain(charge) if are_plain else ""
