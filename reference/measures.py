"""Every measure a figure can have: its unit, which way is better, and whose figure it may be."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

UNITS = {
    "usd": _("dollars"),
    "usd/year": _("dollars a year"),
    "usd/credit": _("dollars a credit"),
    "percent": _("percent"),
    "months": _("months"),
    "credits": _("credits"),
    "points": _("grade points of 4"),
    "ratio": _("times"),
    "count": _("number"),
    "count/year": _("number a year"),
    "year": _("year"),
}

KINDS = {
    "T": "topic",
    "O": "occupation",
    "C": "career",
    "I": "institution",
    "F": "field",
    "P": "program",
    "S": "state",
    "R": "ranking",
    "G": "organization",
}


@dataclass(frozen=True)
class Measure:
    """`direction`: 1 if higher is better, -1 if lower is. `group`: compared together."""

    key: str
    label: str
    unit: str
    direction: int
    group: str
    kinds: frozenset[str]
    comparable: bool = True

    def allowed_for(self, kind: str) -> bool:
        return kind in self.kinds


def _measure(key, label, unit, direction, letters, group="", comparable=True):
    kinds = frozenset(KINDS[letter] for letter in letters)
    return Measure(key, label, unit, direction, group or key, kinds, comparable)


ANY_KIND = "".join(KINDS)

_ALL = (
    _measure("tuition", _("Tuition a year"), "usd/year", -1, "IPS"),
    _measure("fees", _("Fees a year"), "usd/year", -1, "IP"),
    _measure("credit_price", _("Price a credit"), "usd/credit", -1, "IP"),
    _measure("total_cost", _("Total cost"), "usd", -1, "TIP"),
    _measure("living_cost", _("Living costs a year"), "usd/year", -1, "TIP"),
    _measure("assistantship", _("Assistantship a year"), "usd/year", 1, "TIP", "aid"),
    _measure("aided_share", _("Share of students with aid"), "percent", 1, "TIP", "aid"),
    _measure("employer_benefit", _("Employer benefit a year"), "usd/year", 1, "TG", "employer_aid"),
    _measure(
        "employer_share", _("Share of cost paid by employer"), "percent", 1, "TG", "employer_aid"
    ),
    _measure("tax_free_benefit", _("Tax-free employer benefit"), "usd/year", 0, "TG"),
    _measure("service_commitment", _("Service commitment"), "months", 0, "TG"),
    _measure("payback", _("Time to pay back"), "months", -1, "TP"),
    _measure("graduation_rate", _("Graduation rate"), "percent", 1, "IP"),
    _measure("retention_rate", _("Retention rate"), "percent", 1, "IP"),
    _measure("placement_rate", _("Placement rate"), "percent", 1, "IPT"),
    _measure("pay", _("Pay a year"), "usd/year", 1, "TOCI", "pay"),
    _measure("starting_pay", _("Starting pay a year"), "usd/year", 1, "TIFP", "pay"),
    _measure("earnings", _("Earnings a year"), "usd/year", 1, "TIFP", "pay"),
    _measure("debt", _("Debt"), "usd", -1, "FP"),
    _measure("pay_premium", _("Extra pay a year"), "usd/year", 1, "T", "premium"),
    _measure("pay_premium_share", _("Extra pay"), "percent", 1, "T", "premium"),
    _measure("experience_ratio", _("Pay with experience, times a start"), "ratio", 0, "T"),
    _measure("sector_premium_share", _("Sector pay premium"), "percent", 0, "T"),
    _measure("growth", _("Growth in jobs"), "percent", 1, "TOC"),
    _measure("employment", _("Jobs"), "count", 1, "TOC"),
    _measure("openings", _("Openings a year"), "count/year", 1, "TOC"),
    _measure("completions", _("Graduates a year"), "count/year", 0, "IFP"),
    _measure("students", _("Students"), "count", 0, "IFP"),
    _measure("faculty", _("Faculty"), "count", 0, "IFP"),
    _measure("masters_share", _("Share asking for a master’s"), "percent", 0, "T"),
    _measure("hiring_share", _("Share of employers hiring"), "percent", 0, "T"),
    _measure("experienced_share", _("Share with work experience"), "percent", 0, "T"),
    _measure("part_time_share", _("Share studying part time"), "percent", 0, "T"),
    _measure("employers_aiding_share", _("Share of employers that help"), "percent", 0, "T"),
    _measure("skill_share", _("Share of employers asking for a skill"), "percent", 0, "T"),
    _measure("upward_share", _("Share moving up"), "percent", 0, "T"),
    _measure("interdisciplinary_share", _("Share in mixed careers"), "percent", 0, "T"),
    _measure("immediate_work_share", _("Share working at once"), "percent", 0, "T"),
    _measure("enrolment_growth", _("Growth in enrollment"), "percent", 0, "T"),
    _measure("experience_required", _("Work experience asked for"), "months", -1, "TP"),
    _measure("duration", _("Length"), "months", -1, "TP"),
    _measure("credits", _("Credits"), "credits", 0, "TP"),
    _measure("gpa_minimum", _("Lowest grade average admitted, of 4"), "points", 0, "IP"),
    _measure("gpa_admitted", _("Grade average of those admitted, of 4"), "points", 0, "IP"),
    _measure("programs_counted", _("Programs counted"), "count", 0, "RS"),
    _measure("reviews", _("Reviews counted"), "count", 0, "RS"),
    _measure("since_year", _("Since when"), "year", 0, ANY_KIND, comparable=False),
    _measure("other_count", _("Other counts"), "count", 0, ANY_KIND, comparable=False),
)

MEASURES: dict[str, Measure] = {measure.key: measure for measure in _ALL}


def measures_for(kind: str) -> list[str]:
    """Keys of the measures a subject of this kind may have, in the order a page lists them."""
    return [measure.key for measure in _ALL if measure.allowed_for(kind)]


# Higher than any figure the catalogue holds; what a Decimal(14, 4) column can store.
LARGEST = Decimal("9999999999.9999")
