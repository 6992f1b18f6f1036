"""The words of degrees and universities."""

from django.utils.translation import gettext_lazy as _

from reference.glossary.term import Term

DEGREES = (
    Term(
        "program",
        _("Program"),
        _("A degree one can apply to at a university."),
        see=("named", "reported-program", "implied-program"),
    ),
    Term("named", _("Named program"), _("A source or an editor gives its title."), (_("named"),)),
    Term(
        "reported-program",
        _("Program as reported to IPEDS"),
        _(
            "The federal survey counts graduates in the field, so there is a degree; nobody here "
            "has recorded its title."
        ),
        also=(_("as reported to IPEDS"),),
        see=("ipeds",),
    ),
    Term(
        "implied-program",
        _("Program implied by a ranking"),
        _(
            "A ranking lists the university among such degrees without naming one, so its title "
            "is not recorded."
        ),
        also=(_("title not recorded"),),
    ),
    Term(
        "control",
        _("Public and private"),
        _(
            "Who runs a university. Where a source says private and no more, it may be nonprofit "
            "or for-profit."
        ),
        also=(_("public"), _("private"), _("private nonprofit"), _("for-profit")),
    ),
    Term(
        "award",
        _("Award"),
        _(
            "The letters of a degree: MS is a Master of Science, MEng and MSE are masters of "
            "engineering, MSECE of electrical and computer engineering, MPS of professional "
            "studies, MDS of data science; PhD is a doctorate, BS, BSE and BA/BS are bachelor’s "
            "degrees."
        ),
        also=("MS", "MEng", "MSE", "MSECE", "MPS", "MDS", "PhD", "BS", "BSE", "BA/BS"),
    ),
    Term(
        "delivery",
        _("Delivery"),
        _("How a program is taught; hybrid mixes online study with days on campus."),
        also=(_("on campus"), _("online"), _("hybrid"), _("evening")),
    ),
    Term(
        "stem-opt",
        _("STEM/OPT designation"),
        _(
            "Whether a degree counts as science, technology, engineering or mathematics, so that "
            "graduates on a student visa may work longer in the US (optional practical training)."
        ),
        also=("STEM", "OPT"),
    ),
    Term(
        "graduation-rate",
        _("Graduation rate"),
        _(
            "The share of those who started that finished within some time. Federal rates follow "
            "undergraduates; a ranking seldom says whom it counts."
        ),
        see=("first-time-undergraduates",),
    ),
    Term(
        "placement-rate",
        _("Placement rate"),
        _(
            "The share of graduates in work or further study after some time. Who is left out "
            "(those who did not answer, or do not seek work) changes it a good deal."
        ),
    ),
    Term(
        "tuition-and-fees",
        _("Tuition and fees"),
        _(
            "What a year of study is charged: tuition, and the fees that every student must pay "
            "beside it. Lists of programs compare the sum of both where one source states both "
            "of the same students and year, else the tuition alone. Living costs are not in it."
        ),
        also=(_("required fees"),),
        see=("in-state",),
    ),
    Term(
        "payback",
        _("Payback"),
        _("How long it takes until higher pay has returned the cost of a degree."),
    ),
)
