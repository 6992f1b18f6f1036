"""Job Zones: 1 to 5, how much preparation an occupation takes; written with the occupation."""

from django.utils.translation import gettext as _

from careers.imports.onet.cells import whole
from careers.imports.onet.file_kinds import FileKind
from reference.federal.feeds import Staged


def job_zone(_code, zone) -> Staged:
    return (whole(zone, "Job Zone", 1, 5),) if zone else _("without a value")


JOB_ZONES = FileKind(
    title="Job Zones",
    stage="onet_job_zones",
    columns=("Job Zone",),
    staged={"zone": "integer"},
    keys=(),
    row=job_zone,
)
