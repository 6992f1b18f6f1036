"""A six-digit field of a university belongs to its four-digit one, of which earnings are told."""

from reference.sql import run_sql


def link_parents() -> int:
    """For those that have a four-digit row and do not name it yet; how many."""
    four_digits = (
        "SELECT p.id FROM programs_institutionfield AS p "
        "JOIN careers_fieldofstudy AS q ON q.id = p.field_id "
        "JOIN careers_fieldofstudy AS f ON f.id = n.field_id "
        "WHERE p.institution_id = n.institution_id AND p.level = n.level "
        "AND LENGTH(f.cip) = 7 AND q.cip = SUBSTR(f.cip, 1, 5)"
    )
    return run_sql(
        *("UPDATE programs_institutionfield AS n SET parent_id = (", four_digits, ")"),
        *("WHERE n.parent_id IS NULL AND EXISTS (", four_digits, ")"),
    )
