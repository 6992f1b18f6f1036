"""Codes, federal files and the lists of careers."""

from django.utils.translation import gettext_lazy as _

from reference.glossary.term import Term

CODES = (
    Term(
        "cip",
        _("CIP code"),
        _(
            "The federal code of a field of study, of four or six digits: 11.0102 is artificial "
            "intelligence (Classification of Instructional Programs)."
        ),
        also=("CIP",),
        see=("our-assignment",),
    ),
    Term(
        "our-assignment",
        _("Our assignment"),
        _(
            "No source names a code for the program: we chose the field whose federal definition "
            "fits its title."
        ),
        see=("cip",),
    ),
    Term(
        "soc",
        _("SOC code"),
        _(
            "The federal code of an occupation: 15-2051 is data scientists (Standard Occupational "
            "Classification). Several careers may share one."
        ),
        also=("SOC",),
        see=("doubtful-match",),
    ),
    Term(
        "doubtful-match",
        _("Doubtful match"),
        _(
            "A source gives a career this code of an occupation, and the two hardly describe the "
            "same work. The code stays, since the source gives it."
        ),
        see=("soc",),
    ),
    Term(
        "unitid",
        "UNITID",
        _("The number of six digits by which IPEDS knows a university."),
        see=("ipeds",),
    ),
    Term(
        "ipeds",
        "IPEDS",
        _(
            "The yearly federal survey of all colleges: charges, students, degrees (Integrated "
            "Postsecondary Education Data System)."
        ),
    ),
    Term(
        "bls",
        "BLS",
        _(
            "The federal Bureau of Labor Statistics. Its OEWS survey (once OES) counts pay; its "
            "Employment Projections say what growth it expects."
        ),
        also=("OES", "OEWS"),
        see=("projection",),
    ),
    Term(
        "crosswalk",
        _("Crosswalk"),
        _(
            "The federal table that says which fields of study prepare for which occupations. It "
            "says that they may, not how often they do."
        ),
        see=("cip", "soc"),
    ),
    Term(
        "job-zone",
        _("Job zone"),
        _(
            "How much preparation an occupation takes by O*NET, the federal database of "
            "occupations: from 1, little or none, to 5, mostly graduate school."
        ),
        also=("O*NET",),
        see=("soc",),
    ),
    Term(
        "listed-as",
        _("Listed as"),
        _(
            "The lists of a source on which a career stands, such as entry level or highest "
            "paying. A career on no list may belong on one all the same."
        ),
        see=("career",),
    ),
    Term(
        "career",
        _("Career"),
        _(
            "A role by the name that people search for. It may stand on several lists of a "
            "source, even on lists that oppose each other."
        ),
        also=(
            _("prominent"),
            _("highest paying"),
            _("entry level"),
            _("open without further study"),
            _("needs a certificate or degree"),
            _("alternative"),
            _("career path of a master’s"),
        ),
        see=("soc",),
    ),
)
