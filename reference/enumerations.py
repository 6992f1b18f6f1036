"""The closed vocabularies of evidence (values are what the database and the seed files hold)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Bound(TextChoices):
    EXACT = "exact", _("exact")
    ABOUT = "about", _("about")
    RANGE = "range", _("range")
    RANGE_OR_MORE = "range_or_more", _("range or more")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")


class Absence(TextChoices):
    """Why there is no value. Never the same as 0."""

    NOT_REPORTED = "not_reported", _("Not given")
    SUPPRESSED = "suppressed", _("Suppressed")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
    NOT_ESTIMATED = "not_estimated", _("Not estimated")


class Statistic(TextChoices):
    UNSTATED = "unstated", _("not stated")
    MEDIAN = "median", _("median")
    MEAN = "mean", _("mean")
    MINIMUM = "minimum", _("minimum")
    MAXIMUM = "maximum", _("maximum")
    TYPICAL = "typical", _("typical")
    TOTAL = "total", _("total")
    RATE = "rate", _("rate")
    P10 = "p10", _("10th percentile")
    P25 = "p25", _("25th percentile")
    P75 = "p75", _("75th percentile")
    P90 = "p90", _("90th percentile")


class Population(TextChoices):
    UNSTATED = "unstated", _("not stated")
    UNDERGRADUATES = "undergraduates", _("undergraduates")
    FIRST_TIME_UNDERGRADUATES = "first_time_undergraduates", _("first-time undergraduates")
    GRADUATE_STUDENTS = "graduate_students", _("graduate students")
    MASTERS_STUDENTS = "masters_students", _("master’s students")
    DOCTORAL_STUDENTS = "doctoral_students", _("doctoral students")
    COMPLETERS = "completers", _("graduates")
    AIDED_COMPLETERS = "aided_completers", _("graduates who had federal aid")
    NEW_GRADUATES = "new_graduates", _("new graduates")
    BACHELOR_GRADUATES = "bachelor_graduates", _("bachelor’s graduates")
    ADMITTED = "admitted", _("admitted students")
    WORKERS = "workers", _("workers")
    EMPLOYEES = "employees", _("employees")
    JOBS = "jobs", _("jobs")
    EMPLOYERS = "employers", _("employers")
    PROGRAMS = "programs", _("programs")


class Basis(TextChoices):
    UNSTATED = "unstated", _("not stated")
    IN_DISTRICT = "in_district", _("in district")
    IN_STATE = "in_state", _("in state")
    OUT_OF_STATE = "out_of_state", _("out of state")
    ANY_RESIDENCY = "any_residency", _("in or out of state")
    YEAR_1 = "year_1", _("one year on")
    YEAR_4 = "year_4", _("four years on")
    YEAR_5 = "year_5", _("five years on")
    FULL_TIME = "full_time", _("full time")
    PART_TIME = "part_time", _("part time")
    WITHIN_6_MONTHS = "within_6_months", _("within 6 months")
    AT_6_MONTHS = "at_6_months", _("6 months after")
    SIX_YEARS = "six_years", _("within six years")
    PROJECTION = "projection", _("projection")
    APPROVED_PROGRAMS = "approved_programs", _("approved programs")


class FigureStatus(TextChoices):
    AS_PRINTED = "as_printed", _("as printed")
    DISPUTED = "disputed", _("disputed")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class SourceKind(TextChoices):
    """In the order of trust that the headline rule uses."""

    GOVERNMENT = "government", _("Federal statistics")
    UNIVERSITY = "university", _("University page")
    RANKING = "ranking", _("Ranking site")
    ARTICLE = "article", _("Careers article")


class Origin(TextChoices):
    SEED = "seed", _("seed file")
    EDITOR = "editor", _("editor")
    IPEDS = "ipeds", "IPEDS"
    SCORECARD = "scorecard", "College Scorecard"
    OEWS = "oews", "OEWS"
    PROJECTIONS = "projections", _("Employment Projections")
    ONET = "onet", "O*NET"
    CROSSWALK = "crosswalk", _("CIP codes and crosswalk")


# What an import of a federal file wrote; bundled seed files no longer change it.
FEDERAL_ORIGINS = frozenset(Origin.values) - {Origin.SEED, Origin.EDITOR}


class Fate(TextChoices):
    """What became of a line of a source document."""

    STORED = "stored", _("stored")
    IGNORED = "ignored", _("ignored")
    REPORTED = "reported", _("reported")
