"""The seed files of sources and evidence, in the order they load."""

from reference.imports.columns import Column, DateColumn, DayColumn, FlagColumn, IntegerColumn
from reference.imports.figures import figures_table
from reference.imports.related_columns import ReferenceColumn
from reference.imports.tables import Table
from reference.models import Guide, LedgerEntry, Note, Source, Topic, TopicFigure

# The three columns `cited` of docs/data.md: who printed it, the words, and where.
CITED = (ReferenceColumn("source", to=Source), Column("printed"), Column("locator"))

TABLES = (
    Table(
        "sources.csv",
        Source,
        keys=(("slug",),),
        columns=(
            Column("slug"),
            Column("publisher"),
            Column("short_name"),
            Column("title"),
            Column("url"),
            Column("kind"),
            Column("edition"),
            DateColumn("published_on"),
            DateColumn("retrieved_on"),
            Column("licence"),
            IntegerColumn("lines"),
            Column("sha256"),
            Column("note"),
            Column("attribution"),
            FlagColumn("is_copy"),
        ),
    ),
    Table(
        "topics.csv",
        Topic,
        keys=(("key",),),
        columns=(Column("key"), Column("question"), Column("summary")),
    ),
    Table(
        "notes.csv",
        Note,
        keys=(("key",),),
        columns=(
            Column("key"),
            Column("mark"),
            ReferenceColumn("source", to=Source),
            Column("lines"),
            Column("text"),
            Column("found_by"),
            Column("about"),
        ),
    ),
    Table(
        "ledger.csv",
        LedgerEntry,
        keys=(("source_id", "first", "fate"),),
        columns=(
            ReferenceColumn("source", to=Source),
            IntegerColumn("first"),
            IntegerColumn("last"),
            Column("fate"),
            Column("refs"),
            Column("reason"),
        ),
    ),
    figures_table(TopicFigure, by=("key",)),
    Table(
        "guides",
        Guide,
        keys=(("slug",),),
        columns=(
            Column("slug"),
            Column("title"),
            Column("summary"),
            Column("part"),
            IntegerColumn("position"),
            DayColumn("updated", "updated_on"),
            Column("body"),
        ),
        is_folder=True,
    ),
)
