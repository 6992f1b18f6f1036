"""The closed vocabularies of programs and universities."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Control(TextChoices):
    """`private` is what a source says that does not tell nonprofit from for-profit."""

    PUBLIC = "public", _("Public")
    PRIVATE = "private", _("Private")
    PRIVATE_NONPROFIT = "private_nonprofit", _("Private nonprofit")
    PRIVATE_FOR_PROFIT = "private_for_profit", _("For-profit")


class Award(TextChoices):
    MS = "ms", "MS"
    MENG = "meng", "MEng"
    MSE = "mse", "MSE"
    MSECE = "msece", "MSECE"
    MPS = "mps", "MPS"
    MDS = "mds", "MDS"
    PHD = "phd", "PhD"
    BS = "bs", "BS"
    BSE = "bse", "BSE"
    BA_BS = "ba_bs", "BA/BS"


class Level(TextChoices):
    BACHELORS = "bachelors", _("Bachelor’s")
    MASTERS = "masters", _("Master’s")
    DOCTORATE = "doctorate", _("Doctorate")


class Identity(TextChoices):
    """How we know of a program: see MODEL in docs/data.md."""

    CURATED = "curated", _("Named")
    REPORTED = "reported", _("As reported to IPEDS")
    IMPLIED = "implied", _("Title not recorded")


class Mention(TextChoices):
    """Where a source names the program."""

    DEGREE_LIST = "degree_list", _("list of degrees")
    OVERVIEW = "overview", _("overview")
    OUTCOMES = "outcomes", _("outcomes page")
    RANKING = "ranking", _("ranking")
    FEDERAL = "federal", _("federal file")


class Delivery(TextChoices):
    ON_CAMPUS = "on_campus", _("On campus")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("Hybrid")
    EVENING = "evening", _("Evening")


class Pace(TextChoices):
    FULL_TIME = "full_time", _("Full time")
    PART_TIME = "part_time", _("Part time")


class ProgramStatus(TextChoices):
    PUBLISHED = "published", _("published")
    DRAFT = "draft", _("draft")
    WITHDRAWN = "withdrawn", _("withdrawn")


class OrganizationKind(TextChoices):
    COMPANY = "company", _("company")
    UNIVERSITY = "university", _("university")
    NONPROFIT = "nonprofit", _("nonprofit")
    CLUB = "club", _("club")
    OTHER = "other", _("other")


class LinkRole(TextChoices):
    PARTNER = "partner", _("partner")
    EMPLOYER = "employer", _("employer")


class ItemKind(TextChoices):
    LAB = "lab", _("Labs")
    FACULTY = "faculty", _("Faculty")
    DESIGNATION = "designation", _("Designations")
    LOCATION = "location", _("Location")
    CONTACT = "contact", _("Contact")
    SERVICE = "service", _("Student services")


class NamedIn(TextChoices):
    """Where a source names an organization or a fact: a list of such, or its running text."""

    LIST = "list", _("list")
    PROSE = "prose", _("text")


class Scope(TextChoices):
    """Whose figure a program's list value is."""

    PROGRAM = "program", _("this program")
    FIELD = "field", _("for the whole field")
    INSTITUTION = "institution", _("for the university")
