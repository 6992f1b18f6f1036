"""What the page of an occupation shows, and that of a career which shares it."""

from collections.abc import Collection
from functools import cached_property
from typing import Any

from careers.models import (
    Career,
    CrosswalkLink,
    FieldOfStudy,
    Occupation,
    OccupationFigure,
)
from careers.onet_profile import LISTS, OnetProfile
from careers.outlook import OutlookRow, is_outlook, outlook_rows
from careers.projection_editions import projections_beside_figures
from careers.wages import WageEdition, wage_chart, wage_editions
from reference.charts.percentiles import PercentileChart
from reference.enumerations import Population
from reference.figure_groups import FigureGroup, figure_groups
from reference.models import Source


class OccupationProfile:
    """Read in a handful of queries, each when it is first asked for."""

    def __init__(self, occupation: Occupation, lists: Collection[str] = tuple(LISTS)):
        self.occupation = occupation
        self.onet = OnetProfile(occupation, lists)

    @cached_property
    def figures(self) -> list[OccupationFigure]:
        return list(OccupationFigure.objects.visible().of(self.occupation).with_subjects())

    @cached_property
    def editions(self) -> list[WageEdition]:
        return wage_editions(self.figures)

    @property
    def wages(self) -> WageEdition | None:
        """The newest edition."""
        return self.editions[0] if self.editions else None

    @property
    def earlier(self) -> WageEdition | None:
        return self.editions[1] if len(self.editions) > 1 else None

    @property
    def pay_chart(self) -> PercentileChart | None:
        return wage_chart(self.editions)

    @cached_property
    def outlook(self) -> list[OutlookRow]:
        return outlook_rows(self.figures)

    @property
    def projected(self) -> list[OutlookRow]:
        """Of jobs, which take in the self-employed."""
        return [row for row in self.outlook if not row.is_of_employees]

    @property
    def employed(self) -> list[OutlookRow]:
        return [row for row in self.outlook if row.is_of_employees]

    @cached_property
    def _editions_of_projections(self) -> list[Any]:
        """The newest first, each with what it says beside its figures; none without a figure."""
        return list(projections_beside_figures(self.occupation)) if self.projected else []

    @property
    def entry_education(self) -> Source | None:
        """The newest projections that name the education to enter by."""
        return next((s for s in self._editions_of_projections if s.entry_education), None)

    @property
    def overall_growth(self) -> Source | None:
        """The projections whose growth leads the page, with that of all occupations together."""
        growth = self.newest.get("growth")
        editions = (s for s in self._editions_of_projections if s.overall_growth is not None)
        return next((s for s in editions if growth and s.pk == growth.source_id), None)

    @property
    def newest(self) -> dict[str, OccupationFigure]:
        """{growth, openings, employees: the newest figure}, for the top of the page."""
        figures = [row.figure for row in self.outlook]
        projected = {f.measure: f for f in figures if f.measure != "employment"}
        employees = {f.population: f for f in figures if f.population == Population.EMPLOYEES}
        return projected | employees

    @cached_property
    def other_groups(self) -> list[FigureGroup]:
        """What the tables of pay and jobs leave out: above all what others than BLS print."""
        told = {figure.pk for edition in self.editions for figure in edition.figures.values()}
        rest = [f for f in self.figures if f.pk not in told and not is_outlook(f)]
        return figure_groups(rest)

    @cached_property
    def careers(self) -> list[Career]:
        return list(Career.objects.filter(occupation=self.occupation).select_related("source"))

    @cached_property
    def field_links(self) -> list[CrosswalkLink]:
        """The fields that prepare for it, one link each; of two crosswalks the newer."""
        links = CrosswalkLink.objects.filter(occupation=self.occupation).order_by("pk")
        links = links.select_related("field__source", "source")
        return list({link.field_id: link for link in links}.values())

    @property
    def fields(self) -> list[FieldOfStudy]:
        return [link.field for link in self.field_links]

    @property
    def crosswalk_is_read(self) -> bool:
        return CrosswalkLink.is_read_whole()

    @property
    def crosswalk(self) -> Source:
        return self.field_links[0].source
