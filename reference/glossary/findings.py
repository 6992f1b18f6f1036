"""The words for where figures part, and for blanks."""

from django.utils.translation import gettext_lazy as _

from reference.glossary.term import Term

FINDINGS = (
    Term(
        "contradiction",
        _("Contradiction"),
        _(
            "Two figures on the same terms that cannot both be right. The sign ≠ leads from one "
            "to the other; both stay on the page."
        ),
        also=("≠",),
        see=("spread", "terms"),
    ),
    Term(
        "spread",
        _("Spread"),
        _(
            "Figures of one thing that differ, where at least one of their terms differs too or "
            "is not stated. They are shown together, without the sign ≠."
        ),
        see=("contradiction", "topic-spread"),
    ),
    Term(
        "verdict",
        _("Verdict of the audit"),
        _(
            "What a claim is beside the federal figures: it agrees, is another measure (it equals "
            "a federal figure for something else, which is named), differs, or cannot be checked. "
            "It is computed from the figures and never stored."
        ),
        also=("=", "?"),
        see=("contradiction",),
    ),
    Term(
        "topic-spread",
        _("Topic spread"),
        _("How far the answers to one question lie apart, over all sources and subjects."),
        see=("topic",),
    ),
    Term(
        "told-two-ways",
        _("Told two ways"),
        _(
            "A source prints one number twice and describes it differently: within six months "
            "here, six months after there."
        ),
    ),
    Term(
        "check",
        _("Check"),
        _(
            "A named rule that holds a source against its own figures: a total against its "
            "parts, or a claim to be best against the table below it."
        ),
    ),
    Term(
        "note",
        _("Editor’s note"),
        _(
            "What an editor says about a place in a source: of what no rule can find, or more "
            "than the rule says that found it."
        ),
    ),
    Term(
        "disputed",
        _("Disputed"),
        _(
            "A printed figure that an editor has good reason to doubt. It is shown with its "
            "reason, and leads no list unless an editor says so."
        ),
        see=("corrected",),
    ),
    Term(
        "corrected",
        _("Corrected"),
        _("A value other than the printed one, with what was printed and why it was changed."),
    ),
    Term(
        "as-printed",
        _("As printed"),
        _("In the source’s own letters and digits, unchanged."),
    ),
    Term(
        "not-given",
        _("Not given"),
        _(
            "A source that has a place for it, in a table or a profile, leaves it empty or says "
            "that nobody reported it. It is never zero."
        ),
        also=(_("not stated"), _("not stated in the document")),
        see=("not-recorded", "none-published"),
    ),
    Term(
        "not-recorded",
        _("Not recorded"),
        _(
            "No source we hold has a place for it: we have not collected it yet, and another "
            "source may well state it."
        ),
    ),
    Term(
        "none-printed",
        _("None printed"),
        _("Our own count or median would stand here, but no source prints what it would rest on."),
        see=("not-given",),
    ),
    Term(
        "none-published",
        _("None published"),
        _("There is no number to publish."),
        see=("not-published", "not-applicable", "not-estimated"),
    ),
    Term(
        "not-published",
        _("Not published (privacy)"),
        _("The publisher withholds the number, since it counts so few that one could be known."),
        see=("suppressed",),
    ),
    Term(
        "suppressed",
        _("Suppressed"),
        _("Withheld by the publisher, usually because so few people were counted."),
    ),
    Term("not-applicable", _("Not applicable"), _("The question does not arise there.")),
    Term(
        "not-estimated",
        _("Not estimated"),
        _("The publisher made a survey but gives no estimate for this cell."),
    ),
)
