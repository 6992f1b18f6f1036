from django.shortcuts import get_object_or_404, render

from programs.audit.pages import RankingAudit
from programs.models import Ranking
from programs.ranking_table import RankingTable


def ranking_list(request):
    rankings = Ranking.objects.select_related("source")
    return render(
        request, "programs/ranking_list.html", {"section": "rankings", "rankings": rankings}
    )


def ranking_detail(request, slug):
    ranking = get_object_or_404(Ranking.objects.select_related("source"), slug=slug)
    table = RankingTable(ranking)
    context = {"section": "rankings", "ranking": ranking, "table": table}
    context["audit"] = RankingAudit(table)
    return render(request, "programs/ranking_detail.html", context)
