"""What the pages of a university and of a program share."""

from abc import ABC, abstractmethod
from collections import defaultdict
from functools import cached_property

from programs.audit.judged import Judged
from programs.audit.pages import about_institution
from programs.audit.standings import with_verdicts
from programs.charges import Charges, federal_charges
from programs.enumerations import ItemKind, LinkRole
from programs.models import (
    Institution,
    RankingEntry,
)
from reference.enumerations import SourceKind
from reference.figure_groups import clashing_rows, figure_groups, groups_without, headline_rows

RATES = ("graduation_rate", "retention_rate")

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
    def charges(self) -> list[Charges]:
        """Of its university, by the federal survey: they stand in a section of their own."""
        return federal_charges(self.university_figures)

    @cached_property
    def listed_groups(self):
        """The figures without those that sections of their own show."""
        return with_verdicts(groups_without(self.groups, self.told_apart()), self.audit)

    @property
    def has_federal_rates(self) -> bool:
        """Whether it shows rates of undergraduates that look like a program’s own."""
        return any(
            figure.measure in RATES and figure.source.kind == SourceKind.GOVERNMENT
            for figure in self.university_figures
        )

    def told_apart(self):
        return [figure for charges in self.charges for figure in charges.figures]

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

    @cached_property
    def audit(self) -> list[Judged]:
        """The verdicts on what sources claim of its university; asked only where one prints a
        tuition there."""
        figures = self.university_figures
        printed = any(f.measure == "tuition" and not f.source.is_federal for f in figures)
        return about_institution(self.institution) if printed else []

    @property
    @abstractmethod
    def university_figures(self):
        """What is said of the university as a whole."""

    @abstractmethod
    def figures(self):
        """Those that its page shows, with their sources and subjects."""

    def scopes(self):
        return {}

    def own(self, related):
        return related.published().order_by("pk")
