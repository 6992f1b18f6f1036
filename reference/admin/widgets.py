from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

LARGEST_KEY = 2**63 - 1


class KnownAutocomplete(AutocompleteSelect):
    """Shows the record that its form already holds without asking the database for it again."""

    known = None

    def optgroups(self, name, value, attr=None):
        value = [key for key in map(str, value) if key == "" or _is_key(key)]
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        option = self.create_option(name, self.known.pk, str(self.known), True, len(blank))
        return [(None, [*blank, option], 0)]


def _is_key(text):
    """The stock widget raises on an address such as ?source=abc."""
    return text.isascii() and text.isdecimal() and int(text) <= LARGEST_KEY


class LineTextarea(forms.Textarea):
    """Browsers send CRLF; without this each saved text of several lines would count as changed."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vLargeTextField", "rows": 5} | (attrs or {}))

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and value.replace("\r\n", "\n")
