"""The SOC codes under which O*NET’s stand: those the catalogue lacks, and the job zone of each."""

from django.db.models import Case, F, Max, Min, Q, When
from django.db.models.functions import Coalesce

from careers.models import Occupation, OnetOccupation
from reference.enumerations import Origin
from reference.federal.run import Writing
from reference.imports.cells import SEPARATOR
from reference.imports.report import Kept, Outcome
from reference.sql import rows_of

JOB_ZONE = "job_zone"


def save_new_occupations() -> set[str]:
    """By the title of the whole (.00), which comes first; their SOC codes."""
    titles = dict(rows_of("SELECT soc, title FROM stage_onet_occupations ORDER BY code DESC"))
    known = Occupation.objects.filter(soc__in=titles).values_list("soc", flat=True)
    new = sorted(titles.keys() - set(known))
    Occupation.objects.bulk_create(
        Occupation(soc=soc, title=titles[soc], origin=Origin.ONET) for soc in new
    )
    return set(new)


class JobZones:
    """That of a whole occupation (.00), else the one all its specialties share, else none."""

    def __init__(self, writing: Writing):
        self.report, self.overwrite = writing.report, writing.options.overwrite

    def write(self, new: set[str], has_zones: bool) -> None:
        """`new`: SOC codes created in this import; without zones in the file nothing changes."""
        lines = dict(rows_of("SELECT soc, MIN(line) FROM stage_onet_occupations GROUP BY soc"))
        zones = _zones() if has_zones else {}
        changed = []
        for occupation in Occupation.objects.filter(soc__in=lines):
            zone = zones.get(occupation.pk, occupation.job_zone)
            outcome = self._set(occupation, zone, lines[occupation.soc])
            if outcome is Outcome.UPDATED:
                changed.append(occupation)
            self._count(Outcome.CREATED if occupation.soc in new else outcome)
        Occupation.objects.bulk_update(changed, [JOB_ZONE, "origin", "edited"], batch_size=500)

    def _set(self, occupation, zone, line) -> Outcome:
        if occupation.job_zone == zone:
            return Outcome.UNCHANGED
        if JOB_ZONE in occupation.edited_fields and not self.overwrite:
            kept = Kept(str(Occupation._meta.label), line, str(occupation), (JOB_ZONE,))
            self.report.keep(kept)
            return Outcome.KEPT
        occupation.job_zone = zone
        occupation.edited = SEPARATOR.join(sorted(occupation.edited_fields - {JOB_ZONE}))
        if occupation.origin == Origin.SEED:  # so that the bundled rows leave it alone
            occupation.origin = Origin.ONET
        return Outcome.UPDATED

    def _count(self, outcome):
        self.report.count(str(Occupation._meta.verbose_name_plural), outcome)


def _zones() -> dict[int, int | None]:
    """{occupation: job zone}"""
    zones = (
        Max(JOB_ZONE, filter=Q(code__endswith=".00")),
        Case(When(lowest=F("highest"), then=F("lowest"))),
    )
    found = OnetOccupation.objects.order_by().values("occupation_id")
    found = found.annotate(lowest=Min(JOB_ZONE), highest=Max(JOB_ZONE))
    return dict(found.annotate(zone=Coalesce(*zones)).values_list("occupation_id", "zone"))
