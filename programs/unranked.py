"""What pages say of ranks: by whom, and of a university without one, which may be kept back."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from programs.models import Ranking


def ranked_by() -> SafeString | str:
    """Of all ranks that a list may show; blank without a ranking."""
    rankings = Ranking.objects.select_related("source")
    links = [(ranking.get_absolute_url(), ranking.source.short_name) for ranking in rankings]
    if not links:
        return ""
    named = format_html_join(", ", '<a href="{}">{}</a>', links)
    return format_html(_("The rank is the university’s, by {}."), named)


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
