"""O*NET’s five job zones in words: how much preparation an occupation takes."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class JobZone:
    """After O*NET’s Job Zone Reference, in our own words."""

    number: int
    name: str | Promise
    asks_for: str | Promise


JOB_ZONES = (
    JobZone(
        1,
        _("little or no preparation"),
        _("No experience, at most a high school diploma, and a few days or months to learn it."),
    ),
    JobZone(
        2,
        _("some preparation"),
        _("Usually a high school diploma, and up to a year beside experienced people."),
    ),
    JobZone(
        3,
        _("medium preparation"),
        _("Vocational school, an associate’s degree or experience, and a year or two to learn it."),
    ),
    JobZone(
        4,
        _("considerable preparation"),
        _("Mostly a four-year bachelor’s degree, and several years of related work or training."),
    ),
    JobZone(
        5,
        _("extensive preparation"),
        _("Mostly graduate school, and often more than five years of experience."),
    ),
)


def job_zone(number: int | None) -> JobZone | None:
    return next((zone for zone in JOB_ZONES if zone.number == number), None)
