"""The seed files of careers, fields and occupations, in the order they load."""

from careers.models import (
    AlternateTitle,
    Career,
    CareerFigure,
    CareerListing,
    CareerPath,
    ClaimOccupation,
    CrosswalkLink,
    EntryEducation,
    FieldOfStudy,
    Occupation,
    OccupationFigure,
    OccupationSkill,
    OnetOccupation,
    OverallGrowth,
    PathStep,
    RelatedOccupation,
    RequiredEducation,
)
from reference.imports.columns import Column, FlagColumn, IntegerColumn, NumberColumn
from reference.imports.figures import figures_table
from reference.imports.related_columns import NamesColumn, ReferenceColumn
from reference.imports.seed_files import CITED
from reference.imports.tables import Table
from reference.models import TopicFigure

CLAIM = ("subject__key", "measure", "source__slug", "item")
ONET_OCCUPATION = ReferenceColumn("subject", to=OnetOccupation, by=("code",))

TABLES = (
    Table(
        "fields.csv",
        FieldOfStudy,
        keys=(("cip",),),
        columns=(Column("cip"), Column("title"), Column("definition"), *CITED),
    ),
    Table(
        "occupations.csv",
        Occupation,
        keys=(("soc",),),
        columns=(Column("soc"), Column("title"), IntegerColumn("job_zone")),
    ),
    Table(
        "claim_occupations.csv",
        ClaimOccupation,
        keys=(("claim_id",),),
        columns=(
            ReferenceColumn("claim", to=TopicFigure, by=CLAIM),
            ReferenceColumn("soc", "occupation", to=Occupation, by=("soc",)),
            Column("reason"),
        ),
    ),
    Table(
        "crosswalk.csv",
        CrosswalkLink,
        keys=(("field_id", "occupation_id", "source_id"),),
        columns=(
            ReferenceColumn("cip", "field", to=FieldOfStudy, by=("cip",)),
            ReferenceColumn("soc", "occupation", to=Occupation, by=("soc",)),
            *CITED,
        ),
    ),
    Table(
        "onet_occupations.csv",
        OnetOccupation,
        keys=(("code",),),
        columns=(
            Column("code"),
            ReferenceColumn("soc", "occupation", to=Occupation, by=("soc",)),
            Column("title"),
            Column("description"),
            IntegerColumn("job_zone"),
            *CITED,
        ),
    ),
    Table(
        "skills.csv",
        OccupationSkill,
        keys=(("subject_id", "kind", "name", "group", "source_id"),),
        columns=(
            ONET_OCCUPATION,
            Column("kind"),
            Column("name"),
            Column("group"),
            NumberColumn("importance"),
            NumberColumn("level"),
            FlagColumn("is_hot"),
            FlagColumn("in_demand"),
            *CITED,
        ),
    ),
    Table(
        "alternate_titles.csv",
        AlternateTitle,
        keys=(("subject_id", "name", "source_id"),),
        columns=(ONET_OCCUPATION, Column("name"), *CITED),
    ),
    Table(
        "related_occupations.csv",
        RelatedOccupation,
        keys=(("subject_id", "related_id", "source_id"),),
        columns=(
            ONET_OCCUPATION,
            ReferenceColumn("related", to=OnetOccupation, by=("code",)),
            Column("tier"),
            IntegerColumn("position"),
            *CITED,
        ),
    ),
    Table(
        "required_education.csv",
        RequiredEducation,
        keys=(("subject_id", "category", "source_id"),),
        columns=(
            ONET_OCCUPATION,
            IntegerColumn("category"),
            Column("name"),
            NumberColumn("share"),
            *CITED,
        ),
    ),
    Table(
        "entry_education.csv",
        EntryEducation,
        keys=(("subject_id", "source_id"),),
        columns=(
            ReferenceColumn("subject", to=Occupation, by=("soc",)),
            Column("name"),
            *CITED,
        ),
    ),
    Table(
        "overall_growth.csv",
        OverallGrowth,
        keys=(("source_id",),),
        columns=(NumberColumn("growth"), *CITED),
    ),
    Table(
        "careers.csv",
        Career,
        keys=(("slug",),),
        columns=(
            Column("slug"),
            Column("title"),
            NamesColumn("aliases"),
            ReferenceColumn("soc", "occupation", to=Occupation, by=("soc",)),
            FlagColumn("soc_doubtful"),
            Column("summary"),
            *CITED,
        ),
    ),
    Table(
        "career_lists.csv",
        CareerListing,
        keys=(("career_id", "list", "source_id"),),
        columns=(ReferenceColumn("career", to=Career), Column("list"), Column("says"), *CITED),
    ),
    Table(
        "paths.csv",
        CareerPath,
        keys=(("slug",),),
        columns=(Column("slug"), Column("title"), Column("summary")),
    ),
    Table(
        "path_steps.csv",
        PathStep,
        keys=(("path_id", "position"),),
        columns=(
            ReferenceColumn("path", to=CareerPath),
            IntegerColumn("position"),
            Column("stage"),
            ReferenceColumn("career", to=Career),
            Column("asks_for"),
            *CITED,
        ),
    ),
    figures_table(OccupationFigure, by=("soc",)),
    figures_table(CareerFigure),
)
