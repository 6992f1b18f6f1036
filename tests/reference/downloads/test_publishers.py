"""The table: what a slip of the pen in it would break."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from reference.downloads.kinds import FORMS, form_of
from reference.downloads.line import Line
from reference.downloads.publishers import FILES, HOSTS

KEYS = [file.key for file in FILES]


def test_it_has_every_file_the_imports_read():
    assert KEYS == [
        "ipeds-directory",
        "ipeds-completions",
        "ipeds-charges",
        "scorecard-institutions",
        "scorecard-fields",
        "oews",
        "oews-previous",
        "projections",
        "crosswalk",
        "cip-codes",
        "onet",
    ]


def test_no_two_files_meet_in_the_folder():
    names = [name for file in FILES for name in (file.name, *file.landings)]
    zipless = [file.name for file in FILES if not file.members]
    assert len(set(names)) == len(names) - len(zipless)


@pytest.mark.parametrize("file", FILES, ids=KEYS)
def test_a_file_may_be_asked_for(file):
    for address in file.addresses:
        Line().check(address)
        assert urlsplit(address).path.endswith(f"/{file.name}")
    assert urlsplit(file.page).scheme == "https"


@pytest.mark.parametrize("file", FILES, ids=KEYS)
def test_a_file_says_what_is_needed_to_check_it(file):
    assert file.form in FORMS
    assert 0 < file.least < file.most
    assert bool(file.members) == (file.form == "zip") == bool(file.unpacked)
    assert bool(file.lands) != bool(file.members)
    assert all(form_of(member.name) == form_of(member.lands) for member in file.members)
    assert all((file.publisher, file.edition, file.layout))


@pytest.mark.parametrize("file", FILES, ids=KEYS)
def test_a_file_is_tried_on_a_day_or_not_at_all(file):
    assert not file.tried or date.fromisoformat(file.tried)


def test_only_the_publishers_hosts_are_asked():
    assert sorted(HOSTS) == [
        "collegescorecard.ed.gov",
        "ed-public-download.scorecard.network",
        "nces.ed.gov",
        "www.bls.gov",
        "www.onetcenter.org",
    ]
