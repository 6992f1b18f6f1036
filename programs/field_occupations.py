"""Occupations that a field of study prepares for, each with what all who work in it are paid."""

from django.db.models import Prefetch

from careers.models import CrosswalkLink, FieldOfStudy
from careers.querysets.occupation import FEDERAL, NEWEST_FIRST, federal_figures


def occupations_of(field: FieldOfStudy) -> list[CrosswalkLink]:
    """By SOC code, each once; `link.occupation.federal` holds its pay. Two queries."""
    medians = federal_figures().filter(FEDERAL["pay"]).order_by(*NEWEST_FIRST)
    pay = Prefetch("occupation__figures", medians, to_attr="federal_figures")
    links = CrosswalkLink.objects.filter(field__cip__startswith=field.cip)
    links = links.select_related("occupation", "source").prefetch_related(pay)
    return list(
        {link.occupation: link for link in links.order_by("occupation__soc", "-pk")}.values()
    )
