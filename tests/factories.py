"""Records for tests: each factory fills what a record must have, so that a test shows what matters.

A figure takes its `value` in the notation of the seed files ("62260", "70..100", "suppressed") and
its `period` as a year, month or day, or two joined by ".." ("2024", "2022..2032", "..2032").
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from careers import models as careers
from programs import models as programs
from reference import models as reference
from reference.periods import first_day, last_day
from reference.values import Value

if TYPE_CHECKING:  # a factory called gives a record, which the types of factory-boy do not say
    factory: Any
    DjangoModelFactory: Any
else:
    import factory
    from factory.django import DjangoModelFactory


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = reference.Source

    slug = factory.Sequence(lambda n: f"source-{n}")
    publisher = factory.Sequence(lambda n: f"Publisher {n}")
    short_name = factory.Sequence(lambda n: f"Source {n}")
    title = factory.Sequence(lambda n: f"Title of source {n}")
    url = "https://example.org/"
    kind = "ranking"


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = reference.Topic

    key = factory.Sequence(lambda n: f"topic-{n}")
    question = factory.Sequence(lambda n: f"What is question {n}?")


class NoteFactory(DjangoModelFactory):
    class Meta:
        model = reference.Note

    key = factory.Sequence(lambda n: f"N-{n}")  # no bundled note begins so
    text = "The page says two things."


class GuideFactory(DjangoModelFactory):
    class Meta:
        model = reference.Guide

    slug = factory.Sequence(lambda n: f"guide-{n}")
    title = factory.Sequence(lambda n: f"Guide {n}")
    summary = "What to ask before one decides."
    part = "degree"
    position = factory.Sequence(lambda n: n + 100)  # after the bundled ones
    updated_on = date(2026, 11, 21)
    body = "A paragraph."


class LedgerEntryFactory(DjangoModelFactory):
    class Meta:
        model = reference.LedgerEntry

    source = factory.SubFactory(SourceFactory)
    first = factory.Sequence(lambda n: n + 1)
    last = factory.SelfAttribute("first")
    fate = "stored"


def _value(part):
    return factory.LazyAttribute(lambda figure: getattr(Value.parse(figure.value), part))


def _first_day(figure):
    text = figure.period.partition("..")[0]
    return first_day(text) if text else None


def _last_day(figure):
    text = figure.period.rpartition("..")[2]
    return last_day(text) if text else None


class FigureFactory(DjangoModelFactory):
    """What every table of figures shares; `measure` is one that its kind of subject may have."""

    class Meta:
        abstract = True

    class Params:
        value = "100"
        period = ""

    item = factory.Sequence(lambda n: f"item-{n}")
    low = _value("low")
    high = _value("high")
    bound = _value("bound")
    absence = _value("absence")
    period_from = factory.LazyAttribute(_first_day)
    period_to = factory.LazyAttribute(_last_day)
    source = factory.SubFactory(SourceFactory)
    locator = "line 1"


class TopicFigureFactory(FigureFactory):
    class Meta:
        model = reference.TopicFigure

    subject = factory.SubFactory(TopicFactory)
    measure = "growth"


class FieldOfStudyFactory(DjangoModelFactory):
    class Meta:
        model = careers.FieldOfStudy
        django_get_or_create = ("cip",)

    cip = factory.Sequence(lambda n: f"{n // 10000:02}.{n % 10000:04}")
    title = factory.LazyAttribute(lambda field: f"Field {field.cip}")


class OccupationFactory(DjangoModelFactory):
    class Meta:
        model = careers.Occupation
        django_get_or_create = ("soc",)

    soc = factory.Sequence(lambda n: f"{n // 10000:02}-{n % 10000:04}")
    title = factory.LazyAttribute(lambda occupation: f"Occupation {occupation.soc}")


class OccupationFigureFactory(FigureFactory):
    class Meta:
        model = careers.OccupationFigure

    subject = factory.SubFactory(OccupationFactory)
    measure = "pay"


class ClaimOccupationFactory(DjangoModelFactory):
    class Meta:
        model = careers.ClaimOccupation

    claim = factory.SubFactory("tests.factories.TopicFigureFactory")
    occupation = factory.SubFactory(OccupationFactory)
    reason = "It names this occupation."


class CrosswalkLinkFactory(DjangoModelFactory):
    class Meta:
        model = careers.CrosswalkLink

    field = factory.SubFactory(FieldOfStudyFactory)
    occupation = factory.SubFactory(OccupationFactory)
    source = factory.SubFactory(SourceFactory)


class OnetOccupationFactory(DjangoModelFactory):
    class Meta:
        model = careers.OnetOccupation
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"15-{n % 10000:04}.{n // 10000:02}")
    occupation = factory.SubFactory(OccupationFactory)
    title = factory.LazyAttribute(lambda occupation: f"O*NET occupation {occupation.code}")
    source = factory.SubFactory(SourceFactory)


class OnetRecordFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    subject = factory.SubFactory(OnetOccupationFactory)
    source = factory.SubFactory(SourceFactory)


class OccupationSkillFactory(OnetRecordFactory):
    class Meta:
        model = careers.OccupationSkill

    kind = "skill"
    name = factory.Sequence(lambda n: f"Skill {n}")


class AlternateTitleFactory(OnetRecordFactory):
    class Meta:
        model = careers.AlternateTitle

    name = factory.Sequence(lambda n: f"Title {n}")


class RelatedOccupationFactory(OnetRecordFactory):
    class Meta:
        model = careers.RelatedOccupation

    related = factory.SubFactory(OnetOccupationFactory)
    tier = "primary_short"
    position = factory.Sequence(lambda n: n + 1)


class RequiredEducationFactory(OnetRecordFactory):
    class Meta:
        model = careers.RequiredEducation

    category = factory.Sequence(lambda n: n % 12 + 1)
    name = "Master’s Degree"
    share = 50


class EntryEducationFactory(DjangoModelFactory):
    class Meta:
        model = careers.EntryEducation

    subject = factory.SubFactory(OccupationFactory)
    source = factory.SubFactory(SourceFactory)
    name = "Master's degree"


class OverallGrowthFactory(DjangoModelFactory):
    class Meta:
        model = careers.OverallGrowth

    source = factory.SubFactory(SourceFactory)
    growth = 3


class CareerFactory(DjangoModelFactory):
    class Meta:
        model = careers.Career

    slug = factory.Sequence(lambda n: f"career-{n}")
    title = factory.Sequence(lambda n: f"Career {n}")


class CareerAliasFactory(DjangoModelFactory):
    class Meta:
        model = careers.CareerAlias

    career = factory.SubFactory(CareerFactory)
    name = factory.Sequence(lambda n: f"Other name {n}")


class CareerFigureFactory(FigureFactory):
    class Meta:
        model = careers.CareerFigure

    subject = factory.SubFactory(CareerFactory)
    measure = "pay"


class CareerListingFactory(DjangoModelFactory):
    class Meta:
        model = careers.CareerListing

    career = factory.SubFactory(CareerFactory)
    list = "entry_level"
    says = "A first job."
    source = factory.SubFactory(SourceFactory)
    locator = "line 1"


class CareerPathFactory(DjangoModelFactory):
    class Meta:
        model = careers.CareerPath

    slug = factory.Sequence(lambda n: f"path-{n}")
    title = factory.Sequence(lambda n: f"Path {n}")


class PathStepFactory(DjangoModelFactory):
    class Meta:
        model = careers.PathStep

    path = factory.SubFactory(CareerPathFactory)
    position = factory.Sequence(lambda n: n + 1)
    stage = "entry"
    career = factory.SubFactory(CareerFactory)


class StateFactory(DjangoModelFactory):
    class Meta:
        model = programs.State
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: chr(65 + n // 26 % 26) + chr(65 + n % 26))
    name = factory.LazyAttribute(lambda state: f"State of {state.code}")


class InstitutionFactory(DjangoModelFactory):
    """In Pennsylvania, unless `state` or `state__code` says otherwise."""

    class Meta:
        model = programs.Institution

    slug = factory.Sequence(lambda n: f"university-{n}")
    name = factory.Sequence(lambda n: f"University {n}")
    state = factory.SubFactory(StateFactory, code="PA")


class InstitutionAliasFactory(DjangoModelFactory):
    class Meta:
        model = programs.InstitutionAlias

    institution = factory.SubFactory(InstitutionFactory)
    name = factory.Sequence(lambda n: f"Other name {n}")


class InstitutionFieldFactory(DjangoModelFactory):
    class Meta:
        model = programs.InstitutionField

    institution = factory.SubFactory(InstitutionFactory)
    field = factory.SubFactory(FieldOfStudyFactory)
    level = "masters"


class ProgramFactory(DjangoModelFactory):
    """A named master's degree; its field is unknown unless given."""

    class Meta:
        model = programs.Program

    slug = factory.Sequence(lambda n: f"program-{n}")
    institution = factory.SubFactory(InstitutionFactory)
    title = factory.Sequence(lambda n: f"Program {n}")
    award = "ms"


class ProgramFactsFactory(DjangoModelFactory):
    """A row as a refresh might compute it; what it says need not follow from any figure."""

    class Meta:
        model = programs.ProgramFacts

    program = factory.SubFactory(ProgramFactory)
    listed = True


class ProgramFigureFactory(FigureFactory):
    class Meta:
        model = programs.ProgramFigure

    subject = factory.SubFactory(ProgramFactory)
    measure = "tuition"


class InstitutionFigureFactory(FigureFactory):
    class Meta:
        model = programs.InstitutionFigure

    subject = factory.SubFactory(InstitutionFactory)
    measure = "tuition"


class InstitutionFieldFigureFactory(FigureFactory):
    class Meta:
        model = programs.InstitutionFieldFigure

    class Params:
        # a federal count without its year leads nowhere
        period = factory.LazyAttribute(
            lambda figure: "2023-07..2024-06" if figure.measure == "completions" else ""
        )

    subject = factory.SubFactory(InstitutionFieldFactory)
    measure = "completions"


class StateFigureFactory(FigureFactory):
    class Meta:
        model = programs.StateFigure

    subject = factory.SubFactory(StateFactory)
    measure = "programs_counted"


class RankingFactory(DjangoModelFactory):
    class Meta:
        model = programs.Ranking

    slug = factory.Sequence(lambda n: f"ranking-{n}")
    title = factory.Sequence(lambda n: f"Ranking {n}")
    source = factory.SubFactory(SourceFactory)


class RankingEntryFactory(DjangoModelFactory):
    class Meta:
        model = programs.RankingEntry

    ranking = factory.SubFactory(RankingFactory)
    institution = factory.SubFactory(InstitutionFactory)
    rank = factory.Sequence(lambda n: n + 1)


class RankingFigureFactory(FigureFactory):
    class Meta:
        model = programs.RankingFigure

    subject = factory.SubFactory(RankingFactory)
    measure = "programs_counted"


class StateTopFactory(DjangoModelFactory):
    class Meta:
        model = programs.StateTop

    ranking = factory.SubFactory(RankingFactory)
    state = factory.SubFactory(StateFactory)
    institution = factory.SubFactory(InstitutionFactory, state=factory.SelfAttribute("..state"))
    source = factory.SubFactory(SourceFactory)
    locator = "line 1"


class OrganizationFactory(DjangoModelFactory):
    class Meta:
        model = programs.Organization

    slug = factory.Sequence(lambda n: f"organization-{n}")
    name = factory.Sequence(lambda n: f"Organization {n}")


class OrganizationAliasFactory(DjangoModelFactory):
    class Meta:
        model = programs.OrganizationAlias

    organization = factory.SubFactory(OrganizationFactory)
    name = factory.Sequence(lambda n: f"Other name {n}")


class OrganizationLinkFactory(DjangoModelFactory):
    """About a whole university, unless `program` is given."""

    class Meta:
        model = programs.OrganizationLink

    institution = factory.SubFactory(InstitutionFactory)
    organization = factory.SubFactory(OrganizationFactory)
    role = "partner"
    printed = factory.Sequence(lambda n: f"Organization as printed {n}")
    source = factory.SubFactory(SourceFactory)


class OrganizationFigureFactory(FigureFactory):
    class Meta:
        model = programs.OrganizationFigure

    subject = factory.SubFactory(OrganizationFactory)
    measure = "employer_benefit"


class RoleLinkFactory(DjangoModelFactory):
    """About a whole university, unless `program` is given."""

    class Meta:
        model = programs.RoleLink

    institution = factory.SubFactory(InstitutionFactory)
    career = factory.SubFactory(CareerFactory)
    printed = factory.Sequence(lambda n: f"Role as printed {n}")
    source = factory.SubFactory(SourceFactory)


class DecidingFactFactory(DjangoModelFactory):
    class Meta:
        model = programs.DecidingFact

    program = factory.SubFactory("tests.factories.ProgramFactory")
    kind = "start_term"
    text = "Fall 2026"
    source = factory.SubFactory(SourceFactory)
    locator = "line 1"


class ProfileItemFactory(DjangoModelFactory):
    class Meta:
        model = programs.ProfileItem

    institution = factory.SubFactory(InstitutionFactory)
    kind = "lab"
    position = factory.Sequence(lambda n: n + 1)
    name = factory.Sequence(lambda n: f"Lab {n}")
    source = factory.SubFactory(SourceFactory)
