from reference.models.data_change import DataChange
from reference.models.figure import Figure, TopicFigure, figure_models
from reference.models.guide import Guide, GuidePart
from reference.models.ledger import LedgerEntry
from reference.models.note import Note
from reference.models.record import CitedRecord, ImportedRecord, QuotedRecord
from reference.models.search_document import SearchDocument, SearchName, SearchWord
from reference.models.source import Source, SourceQuerySet
from reference.models.topic import Topic

__all__ = [
    "CitedRecord",
    "DataChange",
    "Figure",
    "Guide",
    "GuidePart",
    "ImportedRecord",
    "LedgerEntry",
    "Note",
    "QuotedRecord",
    "SearchDocument",
    "SearchName",
    "SearchWord",
    "Source",
    "SourceQuerySet",
    "Topic",
    "TopicFigure",
    "figure_models",
]
