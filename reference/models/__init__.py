from reference.models.figure import Figure, TopicFigure, figure_models
from reference.models.guide import Guide, GuidePart
from reference.models.ledger import LedgerEntry
from reference.models.note import Note
from reference.models.record import CitedRecord, ImportedRecord, QuotedRecord
from reference.models.source import Source, SourceQuerySet
from reference.models.topic import Topic

__all__ = [
    "CitedRecord",
    "Figure",
    "Guide",
    "GuidePart",
    "ImportedRecord",
    "LedgerEntry",
    "Note",
    "QuotedRecord",
    "Source",
    "SourceQuerySet",
    "Topic",
    "TopicFigure",
    "figure_models",
]
