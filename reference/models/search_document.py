from django.db import models


class SearchDocument(models.Model):
    """What search knows of one record: stems, each once, parted by spaces.

    The key is the number of its kind and the record’s own key, so that a range of keys is a kind:
    see reference/search/kinds.py. Written by reference/search/documents.py alone.
    """

    id = models.BigIntegerField(primary_key=True)
    parent = models.BigIntegerField(
        null=True, db_index=True, help_text="The document whose names find this one too."
    )
    title = models.CharField(max_length=400)
    names = models.TextField()
    context = models.TextField()
    body = models.TextField()

    def __str__(self):
        return self.title


class SearchName(models.Model):
    """One of a document’s names, as `name_key` writes it: who types it all means that record."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="own_names")
    name = models.CharField(max_length=400, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("document", "name"), name="search_name_once_each")
        ]

    def __str__(self):
        return self.name


class SearchWord(models.Model):
    """A word that a document holds or once held: what a misspelt one is compared with."""

    word = models.CharField(max_length=100, unique=True)
    stem = models.CharField(max_length=100, db_index=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self):
        return self.word
