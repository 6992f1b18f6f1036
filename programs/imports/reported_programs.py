"""Programs that IPEDS reports graduates of, where no named degree stands: titled by their CIP."""

from django.utils.translation import gettext as _

from programs.enumerations import Identity, Level, Mention, ProgramStatus
from programs.models import Program
from reference.enumerations import Absence, Origin
from reference.federal.merging import MOST_MISSING, Merge, Says
from reference.federal.staging import Stage
from reference.models import Source
from reference.sql import rows_of

NOBODY = ", ".join(f"'{value}'" for value in ("0", *Absence.values))
COUNTED = f"s.major = '1' AND s.total NOT IN ({NOBODY})"
ITS_PLACE = (
    "{p}.institution_id = s.institution AND {p}.field_id = s.field "
    f"AND {{p}}.level = '{Level.MASTERS}' AND {{p}}.identity = "
)


# What a newer file has said of a program, an older one does not turn back.
DESCRIBED = "LEFT JOIN reference_source AS e ON e.id = p.source_id"
NEWER = "COALESCE(e.slug LIKE 'ipeds-c-____' AND e.slug > '{slug}', 1 = 0)"


def reported_programs(stage: Stage, source: Source) -> Merge:
    """Those of fields with graduates. An address, once given, stays; so does an editor’s title."""
    slug = "i.slug || '-' || REPLACE(s.cip, '.', '-') || '-masters'"
    return Merge(
        model=Program,
        rows=f"FROM {stage.table} AS s "
        "JOIN programs_institution AS i ON i.id = s.institution "
        "JOIN careers_fieldofstudy AS c ON c.id = s.field "
        f"LEFT JOIN programs_program AS p ON {_at('p', Identity.REPORTED)} {DESCRIBED}",
        values={
            "institution_id": "s.institution",
            "field_id": "s.field",
            "level": Says(Level.MASTERS),
            "identity": Says(Identity.REPORTED),
            "slug": f"COALESCE(p.slug, {slug})",
            "title": "c.title",
            "mention": Says(Mention.FEDERAL),
            "source_id": Says(source.pk),
            "locator": "'UNITID ' || s.unitid || ', CIP ' || s.cip || ', award level 7'",
        },
        keys=("institution_id", "field_id", "level", "identity"),
        origin=Origin.IPEDS,
        where=(
            COUNTED,
            f"(p.id IS NOT NULL OR NOT ({_is_named()} OR {_is_taken(slug)}))",
            f"NOT {_newer(source)}",
        ),
    )


def left_to_newer(stage: Stage, source: Source) -> list[str]:
    """How many of the file’s programs keep what a newer file said of them."""
    counts = rows_of(
        *("SELECT e.slug, COUNT(*) FROM", stage.table, "AS s JOIN programs_program AS p ON"),
        *(_at("p", Identity.REPORTED), DESCRIBED, "WHERE", COUNTED, "AND", _newer(source)),
        "GROUP BY e.slug ORDER BY e.slug",
    )
    said = _("left %(n)d programs as newer completions, %(year)s, describe them")
    return [said % {"n": n, "year": slug.rpartition("-")[2]} for slug, n in counts]


def without_graduates(stage: Stage, source: Source, file: str) -> list[str]:
    """Published ones of earlier files of which this one counts no graduates."""
    rows = rows_of(
        "SELECT p.id FROM programs_program AS p LEFT JOIN",
        stage.table,
        f"AS s ON s.institution = p.institution_id AND s.field = p.field_id AND {COUNTED}",
        DESCRIBED,
        f"WHERE p.identity = '{Identity.REPORTED}' AND p.origin = '{Origin.IPEDS}'",
        f"AND p.status = '{ProgramStatus.PUBLISHED}' AND s.line IS NULL",
        f"AND NOT {_newer(source)}",
        f"ORDER BY p.id LIMIT {MOST_MISSING}",
    )
    programs = Program.objects.filter(pk__in=[pk for (pk,) in rows]).select_related("institution")
    said = _("%(title)s at %(institution)s stays, though %(file)s counts no graduates of it")
    return [
        said % {"title": program, "institution": program.institution, "file": file}
        for program in programs
    ]


def _newer(source: Source) -> str:
    return NEWER.format(slug=source.slug)


def _at(alias: str, identity: Identity) -> str:
    return ITS_PLACE.format(p=alias) + f"'{identity}'"


def _any_program(*conditions: str) -> str:
    return " ".join(["EXISTS (SELECT 1 FROM programs_program AS n WHERE", *conditions, ")"])


def _is_named() -> str:
    """A named degree stands there; one that an editor made of ours counts in any status."""
    stands = f"(n.status = '{ProgramStatus.PUBLISHED}' OR n.origin = '{Origin.IPEDS}')"
    return _any_program(_at("n", Identity.CURATED), "AND", stands)


def _is_taken(slug: str) -> str:
    """An editor moved ours to another field: it keeps its address."""
    return _any_program("n.slug =", slug)
