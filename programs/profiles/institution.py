"""What the page of a university shows, read in a handful of queries."""

from functools import cached_property

from programs.audit.judged import Judged
from programs.audit.pages import about_institution
from programs.enumerations import Identity, Level
from programs.field_table import FieldTable
from programs.findings import claims_in
from programs.models import (
    Institution,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    RankingEntry,
    StateTop,
)
from programs.profiles.profile import Profile
from programs.whose_charge import all_who_pay, charged_elsewhere
from reference.enumerations import Basis
from reference.models import Figure


class InstitutionProfile(Profile):
    def __init__(self, institution: Institution, residency: Basis = Basis.IN_STATE):
        self.institution = institution
        self.residency = residency

    @cached_property
    def university_figures(self):
        figures = InstitutionFigure.objects.visible().of(self.institution)
        return list(figures.with_subjects().order_by("pk"))

    def figures(self):
        return self.university_figures

    @cached_property
    def charge(self) -> Figure | None:
        """What graduate students of the chosen residency pay, else what stands for its tuition."""
        row = self.headlines.get("tuition")
        if row is None or not row.figure.is_average_charge:
            return row and row.figure
        return charged_elsewhere(row.figure, self.university_figures, self.residency) or row.figure

    @property
    def charge_residency(self) -> str:
        return all_who_pay(self.charge, self.university_figures)

    @property
    def other_charges(self) -> list[tuple[str, Figure]]:
        """[(“out of state”, what those pay)], where that is another charge."""
        charge = self.charge
        if charge is None:
            return []
        others = (
            charged_elsewhere(charge, self.university_figures, basis)
            for basis in (Basis.IN_STATE, Basis.OUT_OF_STATE)
        )
        told = [figure for figure in others if figure and figure.value != charge.value]
        return [(figure.get_basis_display(), figure) for figure in told]

    @cached_property
    def fields(self) -> FieldTable:
        """Its fields of study as federal files count them."""
        figures = InstitutionFieldFigure.objects.visible().filter(
            subject__institution=self.institution, subject__level=Level.MASTERS
        )
        return FieldTable(figures.with_subjects(), [*self.named, *self.unnamed])

    @cached_property
    def programs(self):
        programs = Program.objects.published().at(self.institution).for_cards()
        return list(programs.order_by("pk"))

    @cached_property
    def read(self) -> dict[type, list]:
        """What its checks look at and its page shows a part of."""
        return {
            Program: self.programs,
            InstitutionFigure: list(claims_in(InstitutionFigure)),
            RankingEntry: list(RankingEntry.objects.with_names()),
            StateTop: list(StateTop.objects.with_names()),
        }

    @property
    def entries(self):
        own = (e for e in self.read[RankingEntry] if e.institution_id == self.institution.pk)
        return sorted(own, key=lambda entry: entry.rank)

    @cached_property
    def audit(self) -> list[Judged]:
        """What sources claim of it, each claim with its verdict."""
        return about_institution(self.institution, self.read[InstitutionFigure])

    @property
    def tuitions_audited(self) -> list[Judged]:
        """Those that stand beside a graduate charge."""
        return [told for told in self.audit if told.charges]

    @property
    def tops(self):
        """States of which a ranking calls it the top university."""
        return [top for top in self.read[StateTop] if top.institution_id == self.institution.pk]

    @property
    def named(self):
        """Master’s degrees that a source names."""
        return [p for p in self._masters if p.identity == Identity.CURATED and p.facts.listed]

    @property
    def unnamed(self):
        """Master’s that are listed although no source names the degree."""
        return [p for p in self._masters if p.identity != Identity.CURATED and p.facts.listed]

    @property
    def reported(self):
        """Of the unnamed, those that a federal file counts graduates of."""
        return [program for program in self.unnamed if program.is_reported]

    @property
    def ranked_only(self):
        return [program for program in self.unnamed if not program.is_reported]

    @property
    def other_levels(self):
        return [program for program in self.programs if program.level != Level.MASTERS]

    @property
    def _masters(self):
        return [program for program in self.programs if program.level == Level.MASTERS]
