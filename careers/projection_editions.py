"""What editions of Employment Projections say beside their figures."""

from django.db.models import OuterRef, Q, QuerySet, Subquery

from careers.models import EntryEducation, Occupation, OverallGrowth
from reference.models import Source


def projections_beside_figures(occupation: Occupation) -> QuerySet[Source]:
    """Those with `entry_education`, in the words of BLS, or `overall_growth`, in percent."""
    education = EntryEducation.objects.filter(source=OuterRef("pk"), subject=occupation)
    growth = OverallGrowth.objects.filter(source=OuterRef("pk"))
    said = Source.objects.annotate(
        entry_education=Subquery(education.values("name")[:1]),
        overall_growth=Subquery(growth.values("growth")[:1]),
    )
    known = Q(entry_education__isnull=False) | Q(overall_growth__isnull=False)
    return said.filter(known).order_by("-edition")
