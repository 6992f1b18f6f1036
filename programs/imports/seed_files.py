"""The seed files of programs and universities, in the order they load."""

from careers.models import Career, FieldOfStudy
from programs.enumerations import Delivery, Pace
from programs.models import (
    DecidingFact,
    Institution,
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Organization,
    OrganizationFigure,
    OrganizationLink,
    ProfileItem,
    Program,
    ProgramFigure,
    Ranking,
    RankingEntry,
    RankingFigure,
    RoleLink,
    State,
    StateFigure,
    StateTop,
)
from reference.imports.columns import ChoicesColumn, Column, DateColumn, IntegerColumn, NumberColumn
from reference.imports.figures import figures_table
from reference.imports.related_columns import NamesColumn, ReferenceColumn
from reference.imports.seed_files import CITED
from reference.imports.tables import Table
from reference.models import Source

INSTITUTION = ReferenceColumn("institution", to=Institution)
PROGRAM = ReferenceColumn("program", to=Program)

TABLES = (
    Table(
        "states.csv",
        State,
        keys=(("code",),),
        columns=(
            Column("code"),
            Column("name"),
            IntegerColumn("tile_row"),
            IntegerColumn("tile_column"),
        ),
    ),
    Table(
        "institutions.csv",
        Institution,
        keys=(("unitid",), ("slug",)),
        columns=(
            Column("slug"),
            Column("unitid"),
            Column("name"),
            NamesColumn("aliases", among=(("curated", True),)),
            Column("city"),
            ReferenceColumn("state", to=State, by=("code",)),
            Column("control"),
            Column("website"),
            NumberColumn("latitude"),
            NumberColumn("longitude"),
            Column("summary"),
            *CITED,
        ),
    ),
    Table(
        "institution_fields.csv",
        InstitutionField,
        keys=(("institution_id", "field_id", "level"),),
        columns=(
            INSTITUTION,
            ReferenceColumn("cip", "field", to=FieldOfStudy, by=("cip",)),
            Column("level"),
        ),
    ),
    Table(
        "programs.csv",
        Program,
        keys=(("slug",),),
        columns=(
            Column("slug"),
            INSTITUTION,
            Column("title"),
            Column("award"),
            Column("level"),
            ReferenceColumn("cip", "field", to=FieldOfStudy, by=("cip",)),
            Column("identity"),
            Column("mention"),
            ChoicesColumn("delivery", choices=tuple(Delivery.values)),
            ChoicesColumn("pace", choices=tuple(Pace.values)),
            DateColumn("starts_on"),
            Column("status"),
            Column("summary"),
            *CITED,
        ),
    ),
    Table(
        "rankings.csv",
        Ranking,
        keys=(("slug",),),
        columns=(
            Column("slug"),
            Column("title"),
            ReferenceColumn("source", to=Source),
            IntegerColumn("year"),
            Column("method"),
            IntegerColumn("says_ranked"),
            IntegerColumn("shown"),
        ),
    ),
    Table(
        "ranking_entries.csv",
        RankingEntry,
        keys=(("ranking_id", "institution_id"),),
        columns=(
            ReferenceColumn("ranking", to=Ranking),
            INSTITUTION,
            IntegerColumn("rank"),
            NumberColumn("score"),
            *CITED,
        ),
    ),
    Table(
        "state_tops.csv",
        StateTop,
        keys=(("ranking_id", "state_id"),),
        columns=(
            ReferenceColumn("ranking", to=Ranking),
            ReferenceColumn("state", to=State, by=("code",)),
            INSTITUTION,
            *CITED,
        ),
    ),
    Table(
        "deciding_facts.csv",
        DecidingFact,
        keys=(("program_id", "kind", "item", "source_id"),),
        columns=(
            PROGRAM,
            Column("kind"),
            Column("item"),
            Column("text"),
            DateColumn("on"),
            Column("url"),
            *CITED,
        ),
    ),
    Table(
        "organizations.csv",
        Organization,
        keys=(("slug",),),
        parent="parent",
        columns=(
            Column("slug"),
            Column("name"),
            NamesColumn("aliases"),
            Column("kind"),
            ReferenceColumn("parent", to=Organization),
        ),
    ),
    Table(
        "organization_links.csv",
        OrganizationLink,
        keys=(("institution_id", "program_id", "role", "printed", "source_id"),),
        columns=(
            INSTITUTION,
            PROGRAM,
            Column("role"),
            ReferenceColumn("organization", to=Organization),
            Column("mention"),
            *CITED,
        ),
    ),
    Table(
        "role_links.csv",
        RoleLink,
        keys=(("institution_id", "program_id", "printed", "source_id"),),
        columns=(
            INSTITUTION,
            PROGRAM,
            ReferenceColumn("career", to=Career),
            *CITED,
        ),
    ),
    Table(
        "profile_items.csv",
        ProfileItem,
        keys=(("institution_id", "kind", "source_id", "position"),),
        columns=(
            INSTITUTION,
            PROGRAM,
            Column("kind"),
            IntegerColumn("position"),
            Column("name"),
            Column("text"),
            Column("scope"),
            Column("mention"),
            *CITED,
        ),
    ),
    figures_table(InstitutionFigure),
    figures_table(InstitutionFieldFigure, by=("institution__slug", "field__cip", "level")),
    figures_table(ProgramFigure),
    figures_table(StateFigure, by=("code",)),
    figures_table(RankingFigure),
    figures_table(OrganizationFigure),
)
