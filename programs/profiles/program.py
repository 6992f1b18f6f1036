"""What the page of a program shows, read in a handful of queries."""

from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from careers.models import CrosswalkLink
from programs.cost import Cost
from programs.deciding_facts import deciding_rows
from programs.enumerations import ItemKind, Scope
from programs.field_occupations import occupations_of
from programs.field_record import FieldRecord
from programs.models import (
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFigure,
)
from programs.profiles.profile import Profile
from reference.enumerations import Basis
from reference.values import Value


class ProgramProfile(Profile):
    """A program inherits from its field, the field’s parent, then its university, and says so."""

    def __init__(self, program: Program, residency: Basis = Basis.IN_STATE):
        self.program = program
        self.institution = program.institution
        self.residency = residency

    @cached_property
    def own_figures(self):
        figures = ProgramFigure.objects.visible().of(self.program)
        return list(figures.with_subjects().order_by("pk"))

    @cached_property
    def read(self) -> dict[type, list]:
        """Of the tables that its checks look at: what concerns it and is on its page."""
        university = InstitutionFigure.objects.visible().of(self.institution)
        return {
            ProgramFigure: self.own_figures,
            InstitutionFigure: list(university.with_subjects().order_by("pk")),
        }

    @property
    def university_figures(self):
        return self.read[InstitutionFigure]

    def figures(self):
        of_field = self.record.figures if self.record else []
        return [*self.own_figures, *of_field, *self.university_figures]

    @property
    def charge(self):
        """The list value of its tuition for the chosen residency."""
        return self._charged("tuition{}_figure")

    @property
    def fees(self):
        """What is asked beside that charge."""
        return self._charged("fees{}_figure")

    @property
    def charge_with_fees(self) -> str:
        """What lists compare it by, where both are plain numbers."""
        both = self._charged("charge{}_value")
        return Value.parse(both).in_words("usd/year") if both else ""

    @property
    def is_compared_by_university(self) -> bool:
        """Whether lists compare it by its university’s charge, and so by no price of its own."""
        scope = self._charged("tuition{}_scope")
        return scope == Scope.INSTITUTION and self._charged("charge{}") is not None

    @cached_property
    def cost(self) -> Cost:
        return Cost(self.own_figures, self.university_figures, self.residency)

    @property
    def is_one_charge(self) -> bool:
        """Whether the charge at the top is the university’s, the same in or out of state."""
        facts = self.program.facts
        same = facts.tuition_value == facts.tuition_out_value
        return self.cost.is_one_charge and same and facts.tuition_scope == Scope.INSTITUTION

    @cached_property
    def record(self) -> FieldRecord | None:
        """What federal files count of its field here; None without a CIP code."""
        field = self.program.field
        return FieldRecord(field, self._field_figures()) if field else None

    @cached_property
    def shows(self) -> dict[str, bool]:
        """{section: whether it stands}: of a degree that is only reported, none that is empty."""
        told = {
            "deciding": any(row.facts or row.prices or row.totals for row in self.deciding),
            "facts": self.listed_groups,
            "careers": self.roles,
            "organizations": any(self.organizations.values()),
            "labs": self.items[ItemKind.LAB] or self.items[ItemKind.FACULTY],
            "degrees": self.others,
        }
        return {
            section: not self.program.is_reported or bool(content)
            for section, content in told.items()
        }

    def told_apart(self):
        return [*super().told_apart(), *(self.record.figures if self.record else [])]

    @cached_property
    def occupations(self) -> list[CrosswalkLink]:
        """What the crosswalk names for its field, each with its federal pay."""
        return occupations_of(self.program.field) if self.program.field else []

    @cached_property
    def deciding(self):
        return deciding_rows(self.program, self.cost)

    def scopes(self):
        return {"institution": _("Of the university or a part of it, not of this program")}

    def own(self, related):
        """Its own, and those of the whole university."""
        mine = Q(program=self.program) | Q(program__isnull=True)
        return super().own(related).filter(mine)

    @property
    def own_items(self) -> dict:
        """Items said of this very program; what holds for a university may not hold for it."""
        return {
            kind: [item for item in items if item.program_id == self.program.pk]
            for kind, items in self.items.items()
        }

    @cached_property
    def others(self):
        """Other master’s of the same university that are listed."""
        programs = Program.objects.published().listed().masters().at(self.institution)
        return list(programs.exclude(pk=self.program.pk).for_cards().order_by("pk"))

    def _charged(self, name):
        out = "_out" if self.residency == Basis.OUT_OF_STATE else ""
        return getattr(self.program.facts, name.format(out))

    def _field_figures(self):
        fields = InstitutionField.objects.filter(
            institution=self.institution, level=self.program.level, field=self.program.field_id
        )
        figures = InstitutionFieldFigure.objects.visible().filter(
            Q(subject__in=fields) | Q(subject__parts__in=fields)
        )
        return figures.with_subjects().distinct()
