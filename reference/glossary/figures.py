"""The words of figures, sources and their account."""

from django.utils.translation import gettext_lazy as _

from reference.glossary.term import Term

FIGURES = (
    Term(
        "figure",
        _("Figure"),
        _(
            "One number that a source published, or its statement that there is none, together "
            "with who was counted, how and when, and where it is printed."
        ),
        see=("locator", "source"),
    ),
    Term(
        "headline-figure",
        _("Headline figure"),
        _(
            "The one figure that lists, sorting and comparisons use where several are published. "
            "An editor may choose it; otherwise the most trusted kind of source leads, then the "
            "figure that fits best, then the newest. The others stay on the page."
        ),
        see=("source",),
    ),
    Term(
        "standing",
        _("Standing"),
        _(
            "What a figure is beside the others of its measure: the headline figure, contradicted, "
            "disputed, the same number told another way, or on other terms and so not like for "
            "like."
        ),
        see=("headline-figure", "contradiction", "disputed", "told-two-ways"),
    ),
    Term(
        "source",
        _("Source"),
        _(
            "A published document, or one edition of a data file. Federal statistics are trusted "
            "before a university’s own page, that before a ranking site, and that before an "
            "article. Naming another publisher does not raise a source."
        ),
        also=(
            _("federal statistics"),
            _("university page"),
            _("ranking site"),
            _("careers article"),
        ),
    ),
    Term(
        "mark",
        _("Mark"),
        _(
            "The small number after a figure. It leads to the source in the list at the end of "
            "the page."
        ),
        see=("source",),
    ),
    Term(
        "locator",
        _("Locator"),
        _(
            "Where in a source something is printed: “line 166; line 275” are lines of the copy "
            "that we read, the page saved as text, counted from the first, menus and blank lines "
            "too. A figure printed twice has both. The ledger gives the copy’s number of lines and "
            "its SHA-256, for whoever would compare another copy."
        ),
        also=(_("line"), _("line number"), _("where")),
        see=("ledger",),
    ),
    Term(
        "ledger",
        _("Ledger"),
        _(
            "The account of a document, line by line: stored as records, reported in an editor’s "
            "note, or ignored for a reason that stands beside it. No line is left out of it."
        ),
        also=(_("stored"), _("reported"), _("ignored"), _("fate")),
        see=("locator",),
    ),
    Term(
        "terms",
        _("Terms"),
        _(
            "What a number means: which statistic, who was counted, on what basis and when. Two "
            "figures can only contradict each other on the same terms."
        ),
        also=(_("like for like"),),
        see=("contradiction", "spread", "statistic", "basis"),
    ),
    Term(
        "topic",
        _("Topic"),
        _(
            "A question that several figures answer although they are about different people or "
            "places: what a machine learning engineer earns, for instance."
        ),
        see=("topic-spread",),
    ),
)
