"""Whom the command asks, and whom never."""

import ssl
from http.client import BadStatusLine
from urllib.error import URLError

import pytest

from reference.downloads.faults import DownloadFault, PassingFault
from reference.downloads.line import Line, no_answer
from tests.reference.downloads.publisher import CSV, Answer, line


@pytest.mark.parametrize(
    "address",
    [
        "http://nces.ed.gov/a.zip",
        "ftp://nces.ed.gov/a.zip",
        "file:///etc/hostname",
        "https://example.org/a.zip",
        "https://nces.ed.gov.example.org/a.zip",
        "https://nces.ed.gov@example.org/a.zip",
        "https://somebody@nces.ed.gov/a.zip",
        "https://nces.ed.gov:8443/a.zip",
        "https://nces.ed.gov:x/a.zip",
        "https://[::1/a.zip",
        "http://127.0.0.1:8000/a.zip",
        "nces.ed.gov/a.zip",
        "",
    ],
)
def test_only_publishers_are_asked_and_only_by_https(address):
    with pytest.raises(DownloadFault, match="is not an https address of a known publisher"):
        Line().ask(address, {})


def test_a_publisher_may_be_asked_by_https():
    Line().check("https://NCES.ed.gov/ipeds/a.zip")


def test_a_redirect_within_the_list_is_followed(publisher):
    address = publisher.serve("/old", Answer(status=301, headers={"Location": "/new"}))
    publisher.serve("/new", Answer(CSV))
    with line().ask(address, {"Range": "bytes=5-"}) as answer:
        assert answer.read() == CSV[5:]


@pytest.mark.parametrize("place", ["http://example.org/a", "https://example.org/a"])
def test_a_redirect_out_of_the_list_is_not_followed(publisher, place):
    address = publisher.serve("/old", Answer(status=302, headers={"Location": place}))
    with pytest.raises(DownloadFault, match=f"“{place}” is not an https address"):
        line().ask(address, {})


def test_a_redirect_to_a_file_of_this_machine_is_not_followed(publisher):
    address = publisher.serve("/old", Answer(status=302, headers={"Location": "file:///etc/x"}))
    with line().ask(address, {}) as answer:
        assert answer.status == 302


def test_redirects_without_an_end_end(publisher):
    address = publisher.serve("/old", Answer(status=302, headers={"Location": "/old"}))
    with line().ask(address, {}) as answer:
        assert answer.status == 302


def test_nobody_at_the_address_is_said():
    with pytest.raises(PassingFault, match=r"the connection failed \(Connection refused\)"):
        line().ask("http://127.0.0.1:1/a", {})


def test_a_certificate_that_is_not_trusted_is_not_tried_again():
    error = ssl.SSLCertVerificationError("no")
    error.verify_message = "self-signed certificate"
    fault = no_answer(URLError(error))
    assert not isinstance(fault, PassingFault)
    assert str(fault) == "its certificate is not trusted (self-signed certificate)"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (URLError("no such host"), "no such host"),
        (BadStatusLine("x\x1b"), r"x\x1b"),
        (ConnectionResetError(), "ConnectionResetError"),
    ],
)
def test_a_broken_connection_says_how(error, said):
    assert str(no_answer(error)) == f"the connection failed ({said}); try again later"
