"""The seed files of careers, fields and occupations, in the order they load."""

from careers.models import (
    Career,
    CareerFigure,
    CareerListing,
    CareerPath,
    FieldOfStudy,
    Occupation,
    OccupationFigure,
    PathStep,
)
from reference.imports.columns import Column, FlagColumn, IntegerColumn
from reference.imports.figures import figures_table
from reference.imports.related_columns import NamesColumn, ReferenceColumn
from reference.imports.seed_files import CITED
from reference.imports.tables import Table

TABLES = (
    Table("fields.csv", FieldOfStudy, keys=(("cip",),), columns=(Column("cip"), Column("title"))),
    Table(
        "occupations.csv",
        Occupation,
        keys=(("soc",),),
        columns=(Column("soc"), Column("title"), IntegerColumn("job_zone")),
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
