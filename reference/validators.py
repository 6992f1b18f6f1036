from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _


def https_only(url: str) -> None:
    """Refuse any scheme but https: no editor's address may run as script or leave encryption."""
    if urlsplit(url).scheme != "https":
        raise ValidationError(_("The address must begin with https://"), code="https_only")


sha256_digest = RegexValidator(
    r"\A[0-9a-f]{64}\Z", _("Write the digest as 64 digits from 0 to 9 and a to f.")
)
