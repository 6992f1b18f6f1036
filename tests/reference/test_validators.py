import pytest
from django.core.exceptions import ValidationError

from reference.validators import https_only, sha256_digest
from tests.factories import InstitutionFactory, SourceFactory


@pytest.mark.parametrize("url", ["https://example.org/", "HTTPS://example.org/path?q=1"])
def test_an_https_address_is_accepted(url):
    https_only(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "ftp://example.org/",
        "//example.org/",
        "example.org",
        "/local",
        "",
        " javascript:alert('https://')",
    ],
)
def test_any_other_address_is_refused(url):
    with pytest.raises(ValidationError) as refusal:
        https_only(url)
    assert refusal.value.code == "https_only"


@pytest.mark.parametrize(
    "record, field",
    [
        (SourceFactory.build(url="http://example.org/"), "url"),
        (InstitutionFactory.build(website="http://example.org/"), "website"),
    ],
)
def test_every_address_an_editor_gives_is_checked(record, field):
    with pytest.raises(ValidationError) as refusal:
        record.clean_fields()
    assert "https_only" in [error.code for error in refusal.value.error_dict[field]]


def test_a_digest_is_64_hexadecimal_digits():
    sha256_digest("0123456789abcdef" * 4)


@pytest.mark.parametrize("digest", ["0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n"])
def test_what_is_no_digest_is_refused(digest):
    with pytest.raises(ValidationError):
        sha256_digest(digest)
