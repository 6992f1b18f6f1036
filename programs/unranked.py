"""What pages say of a university without a rank: it may have one among the rows kept back."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from programs.models import Ranking


def unranked_words(rankings: Iterable[Ranking]) -> str:
    """Of one ranking that is cut off it names the rows we can see."""
    rankings = list(rankings)
    shown = [ranking.rows_shown for ranking in rankings if ranking.rows_shown]
    if not shown:
        return _("Not ranked")
    if len(rankings) > 1:
        return _("In none of the ranks shown")
    return _("Not in the first %d") % shown[0]


def unranked_on(request) -> str:
    """The same of all rankings, asked once a page."""
    asked = vars(request)
    if "unranked_words" not in asked:
        asked["unranked_words"] = unranked_words(Ranking.objects.all())
    return asked["unranked_words"]
