"""The questions one can ask of what sources name: roles, employers, labs, people."""

from django.db import models
from django.db.models import Q

from programs.enumerations import ProgramStatus


class MentionQuerySet(models.QuerySet):
    """What sources say of a university, or of one of its programs."""

    def published(self):
        """Of the whole university or of a published program."""
        return self.filter(Q(program__isnull=True) | Q(program__status=ProgramStatus.PUBLISHED))

    def of_organizations(self):
        """Of links: those that name an organization, not a placeholder."""
        links = self.filter(organization__isnull=False)
        return links.select_related("organization", "institution")
