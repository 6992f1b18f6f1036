"""What the page of a university or a program shows, read in a handful of queries."""

from abc import ABC, abstractmethod
from collections import defaultdict
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from programs.deciding_facts import deciding_rows
from programs.enumerations import Identity, ItemKind, Level, LinkRole
from programs.models import (
    Institution,
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFigure,
    RankingEntry,
    StateTop,
)
from reference.figure_groups import clashing_rows, figure_groups, headline_rows

# What only a source that describes the university as a whole lists.
OF_A_PROFILE = (ItemKind.LAB, ItemKind.FACULTY, ItemKind.DESIGNATION, ItemKind.LOCATION)


class Profile(ABC):
    """Shared by both pages: figures in groups, items by kind, links by role."""

    institution: Institution

    @cached_property
    def groups(self):
        return figure_groups(self.figures(), self.scopes())

    @cached_property
    def headlines(self) -> dict:
        """{measure: its headline row}, for the figures at the top of the page."""
        return headline_rows(self.groups)

    @cached_property
    def clashes(self):
        return clashing_rows(self.groups)

    @cached_property
    def items(self) -> dict:
        """{kind of item: items}, those of a list before those that only a text names."""
        items = defaultdict(list)
        named = self.own(self.institution.profile_items).order_by("mention", "pk")
        for item in named.select_related("source", "program"):
            items[item.kind].append(item)
        return {kind: items[kind] for kind in ItemKind.values}

    @cached_property
    def organizations(self) -> dict:
        """{role: links} in that order too; placeholders are what the source prints."""
        links = defaultdict(list)
        named = self.own(self.institution.organization_links).order_by("mention", "pk")
        for link in named.select_related("organization__parent", "source", "program"):
            links[link.role].append(link)
        return {role: links[role] for role in LinkRole.values}

    @property
    def why_blank(self) -> str:
        """Of items and organizations: a source’s profile leaves them out, or there is none."""
        told = any(self.items[kind] for kind in OF_A_PROFILE)
        return "not_given" if told or self.organizations[LinkRole.PARTNER] else "not_recorded"

    @cached_property
    def roles(self) -> list[tuple]:
        """[(career, links)] by career; one for each name that is none of our careers."""
        links = self.own(self.institution.role_links).select_related("career", "source", "program")
        groups = defaultdict(list)
        for link in links:
            groups[link.career or link].append(link)
        return [(group[0].career, group) for group in groups.values()]

    @cached_property
    def entries(self):
        entries = RankingEntry.objects.filter(institution=self.institution)
        return list(entries.select_related("ranking", "source").order_by("rank"))

    @abstractmethod
    def figures(self):
        """Those that its page shows, with their sources and subjects."""

    def scopes(self):
        return {}

    def own(self, related):
        return related.published().order_by("pk")


class InstitutionProfile(Profile):
    def __init__(self, institution: Institution):
        self.institution = institution

    def figures(self):
        figures = InstitutionFigure.objects.visible().of(self.institution)
        return figures.with_subjects()

    @cached_property
    def programs(self):
        programs = Program.objects.published().at(self.institution).for_cards()
        return list(programs.order_by("pk"))

    @cached_property
    def read(self) -> dict[type, list]:
        """What its checks look at and its page shows a part of."""
        return {
            Program: self.programs,
            RankingEntry: list(RankingEntry.objects.with_names()),
            StateTop: list(StateTop.objects.with_names()),
        }

    @property
    def entries(self):
        own = (e for e in self.read[RankingEntry] if e.institution_id == self.institution.pk)
        return sorted(own, key=lambda entry: entry.rank)

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
    def other_levels(self):
        return [program for program in self.programs if program.level != Level.MASTERS]

    @property
    def _masters(self):
        return [program for program in self.programs if program.level == Level.MASTERS]


class ProgramProfile(Profile):
    """A program inherits from its field, the field’s parent, then its university, and says so."""

    def __init__(self, program: Program):
        self.program = program
        self.institution = program.institution

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

    def figures(self):
        return [*self.own_figures, *self._field_figures(), *self.read[InstitutionFigure]]

    @cached_property
    def deciding(self):
        return deciding_rows(self.program, self.own_figures)

    def scopes(self):
        cip = self.program.field.cip if self.program.field else ""
        field = _("All programs under %s") % cip
        return {
            "institution": _("Of the university or a part of it, not of this program"),
            "field": field,
        }

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

    def _field_figures(self):
        if self.program.field_id is None:
            return []
        fields = InstitutionField.objects.filter(
            institution=self.institution, level=self.program.level, field=self.program.field_id
        )
        figures = InstitutionFieldFigure.objects.visible().filter(
            Q(subject__in=fields) | Q(subject__parts__in=fields)
        )
        return figures.with_subjects().distinct()
