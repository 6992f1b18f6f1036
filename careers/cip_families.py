"""Which fields of study the catalogue holds, by how their CIP 2020 codes begin.

Imports take the master’s programs of these families from the federal files; lists show the core
ones unless asked for more. Add a family here, then import again.
"""

from django.utils.translation import gettext_lazy as _

CORE_FIELDS = {
    "artificial-intelligence": (_("Artificial intelligence"), ("11.0102",)),
    "data-science": (_("Data science and analytics"), ("30.70", "30.71")),
    "computer-science": (_("Computer science"), ("11.0101", "11.0701")),
    "statistics": (_("Statistics"), ("27.05",)),
}

NEAR_FIELDS = {
    "other-computing": (_("Other computing"), ("11.",)),
    "electrical-and-computer-engineering": (
        _("Electrical and computer engineering"),
        ("14.09", "14.10"),
    ),
    "systems-and-robotics": (
        _("Systems, operations research and robotics"),
        ("14.27", "14.37", "14.42"),
    ),
    "computational-biology": (_("Computational biology"), ("26.11",)),
    "mathematics": (_("Mathematics"), ("27.", "30.08")),
    "business-analytics": (_("Management science and information systems"), ("52.12", "52.13")),
}

FAMILIES = tuple(code for _label, codes in (CORE_FIELDS | NEAR_FIELDS).values() for code in codes)
