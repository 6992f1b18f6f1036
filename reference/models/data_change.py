from django.db import models


class DataChange(models.Model):
    """Written by triggers alone: see reference/data_version.py.

    One row on SQLite, which has one writer; on PostgreSQL one for each writing transaction, so
    that none waits for another.
    """

    transaction = models.BigIntegerField(primary_key=True)
    token = models.BigIntegerField()

    def __str__(self):
        return str(self.token)
