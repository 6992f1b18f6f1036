"""How many programs there are a state or an identity."""

from collections import Counter, defaultdict

from django.db import models


class ProgramCounts(models.QuerySet):
    def by_identity(self):
        """{identity: how many of these programs}."""
        counts = self.order_by().values_list("identity").annotate(n=models.Count("pk"))
        return Counter(dict(counts))

    def by_state(self):
        """{postal code: how many of these programs}."""
        counts = self.order_by().values_list("facts__state").annotate(n=models.Count("pk"))
        return {code: number for code, number in counts if code}

    def identities_by_state(self):
        """{postal code, blank where none is recorded: {identity: how many of these programs}}."""
        found = defaultdict(Counter)
        rows = self.order_by().values_list("facts__state", "identity")
        for code, identity, number in rows.annotate(n=models.Count("pk")):
            found[code][identity] = number
        return found
