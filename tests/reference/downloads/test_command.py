"""download_federal: what it leaves in a folder, what it says, and how it ends."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from django.core.management import CommandError

from config.env import BASE_DIR
from reference.downloads import run as downloading
from reference.downloads.federal_file import Member
from reference.downloads.manifest import retrieved_on
from reference.imports.interrupts import Stopped
from reference.management.commands import download_federal
from tests.reference.downloads.publisher import (
    CSV,
    PAGE,
    Answer,
    csv_file,
    line,
    names,
    workbook,
    zip_file,
    zipped,
)
from tests.samples import as_nobody
from tests.samples import run as run_command

ONET = tuple(Member(name, f"onet/{name}") for name in ("Skills.xlsx", "Job Zones.xlsx"))
COMPLETIONS = zipped({"c2024_a.csv": CSV, "c2024_a_rv.csv": CSV + b"1,2\n"})
ALL = ["CIPCode2020.csv", "c2024_a.csv", "downloads.json", "onet/Job Zones.xlsx"]


@pytest.fixture
def site(publisher, monkeypatch):
    """Three files of the publisher on loopback, all as they should be."""
    addresses = {
        "cip-codes": publisher.serve("/CIPCode2020.csv", Answer(CSV)),
        "ipeds-completions": publisher.serve("/C2024_A.zip", Answer(COMPLETIONS)),
        "onet": publisher.serve(
            "/db.zip", Answer(zipped({f"db/{member.name}": workbook() for member in ONET}))
        ),
    }
    files = (
        csv_file(addresses["cip-codes"]),
        zip_file(addresses["ipeds-completions"]),
        zip_file(addresses["onet"], key="onet", edition="29.3", members=ONET),
    )
    monkeypatch.setattr(download_federal.Command, "files", files)
    monkeypatch.setattr(download_federal.Command, "line", partial(line))
    return publisher


def download(*args, **options):
    return run_command("download_federal", *args, **options)


def failure(*args, **options):
    with pytest.raises(CommandError) as failed:
        download(*args, **options)
    return failed.value.returncode, str(failed.value)


def asked(site):
    return [path for path, _headers in site.asked]


def test_it_leaves_the_files_and_a_manifest_and_nothing_else(site, tmp_path):
    status, lines = download(tmp_path / "federal" / "2026")
    folder = tmp_path / "federal" / "2026"
    assert (status, lines[-1]) == (0, "asked 3 = fetched 3 + already there 0 + failed 0")
    assert names(folder) == [*ALL, "onet/Skills.xlsx"]
    assert (folder / "c2024_a.csv").read_bytes() == CSV + b"1,2\n"


def test_it_says_what_came_from_where_and_that_nobody_has_tried_the_address(site, tmp_path):
    _status, lines = download(tmp_path, only=["cip-codes"])
    assert lines[0] == "cip-codes: address not yet tried against the publisher"
    assert lines[1] == (
        f"cip-codes: CIPCode2020.csv, {len(CSV)} bytes from {site.address}/CIPCode2020.csv"
    )


def test_an_address_that_somebody_has_tried_goes_without_the_warning(site, tmp_path, monkeypatch):
    (file, *_others) = download_federal.Command.files
    monkeypatch.setattr(download_federal.Command, "files", [replace(file, tried="2026-07-01")])
    _status, lines = download(tmp_path)
    assert len(lines) == 2


def test_the_manifest_says_what_each_file_is(site, tmp_path):
    download(tmp_path)
    files = json.loads((tmp_path / "downloads.json").read_text("utf-8"))["files"]
    today = datetime.now(UTC).date()
    completions = files["c2024_a.csv"]
    assert completions.pop("sha256")
    assert completions == {
        "key": "ipeds-completions",
        "url": f"{site.address}/C2024_A.zip",
        "member": "c2024_a_rv.csv",
        "edition": "CIP 2020",
        "retrieved_on": today.isoformat(),
        "bytes": len(CSV) + 4,
    }
    for name in files:
        assert retrieved_on(tmp_path / name) == today


def test_what_is_there_is_not_fetched_again(site, tmp_path):
    download(tmp_path)
    before = asked(site)
    status, lines = download(tmp_path)
    assert (status, lines) == (
        0,
        [
            "cip-codes: already there",
            "ipeds-completions: already there",
            "onet: already there",
            "asked 3 = fetched 0 + already there 3 + failed 0",
        ],
    )
    assert asked(site) == before


def test_it_is_fetched_again_on_demand(site, tmp_path):
    download(tmp_path)
    new = CSV.replace(b"Computer", b"Applied")
    site.serve("/CIPCode2020.csv", Answer(new))
    status, lines = download(tmp_path, only=["cip-codes"], again=True)
    assert (status, lines[-1]) == (0, "asked 1 = fetched 1 + already there 0 + failed 0")
    assert (tmp_path / "CIPCode2020.csv").read_bytes() == new


@pytest.mark.parametrize("name", ["onet/Skills.xlsx", "onet/Job Zones.xlsx"])
def test_a_file_that_was_changed_or_lost_is_fetched_again(site, tmp_path, name):
    download(tmp_path)
    (tmp_path / name).write_bytes(b"x")
    assert download(tmp_path)[1][-1].startswith("asked 3 = fetched 1 ")
    (tmp_path / name).unlink()
    assert download(tmp_path)[1][-1].startswith("asked 3 = fetched 1 ")


def test_a_new_edition_in_the_table_is_fetched(site, tmp_path, monkeypatch):
    download(tmp_path)
    newer = [replace(file, edition="newer") for file in download_federal.Command.files]
    monkeypatch.setattr(download_federal.Command, "files", newer)
    assert download(tmp_path)[1][-1].startswith("asked 3 = fetched 3 ")


def test_a_file_that_fails_does_not_lose_the_others(site, tmp_path):
    site.serve("/C2024_A.zip", Answer(PAGE))
    status, lines = download(tmp_path)
    assert (status, lines[-1]) == (1, "asked 3 = fetched 2 + already there 0 + failed 1")
    assert (
        f"ipeds-completions: failed: {site.address}/C2024_A.zip: what came is a web page or XML "
        "“Access Denied”, not a zip archive. Its page: https://nces.ed.gov/" in lines
    )
    assert names(tmp_path) == [name for name in [*ALL, "onet/Skills.xlsx"] if "c2024" not in name]


def test_a_file_that_fails_leaves_the_older_one(site, tmp_path):
    download(tmp_path)
    site.serve("/CIPCode2020.csv", Answer(status=404))
    assert download(tmp_path, again=True)[0] == 1
    assert (tmp_path / "CIPCode2020.csv").read_bytes() == CSV
    assert retrieved_on(tmp_path / "CIPCode2020.csv")


def test_an_archive_that_cannot_be_unpacked_is_not_kept(site, tmp_path):
    site.serve("/C2024_A.zip", Answer(zipped({"../c2024_a.csv": CSV})))
    assert download(tmp_path, only=["ipeds-completions"])[0] == 1
    assert names(tmp_path) == []


def test_the_next_address_is_asked_where_the_first_has_nothing(site, tmp_path, monkeypatch):
    (file, *_others) = download_federal.Command.files
    moved = replace(file, addresses=(f"{site.address}/moved/CIPCode2020.csv", *file.addresses))
    monkeypatch.setattr(download_federal.Command, "files", [moved])
    assert download(tmp_path)[0] == 0
    assert asked(site) == ["/moved/CIPCode2020.csv", "/CIPCode2020.csv"]


def test_only_the_named_files_are_asked_for(site, tmp_path):
    download(tmp_path, only=["onet", "cip-codes"])
    assert asked(site) == ["/CIPCode2020.csv", "/db.zip"]


def test_an_unknown_key_names_the_known(site, tmp_path):
    assert failure(tmp_path, only=["onett", "oews"]) == (
        2,
        "There is no “onett”, “oews”; known: cip-codes, ipeds-completions, onet.",
    )


@pytest.mark.parametrize("contact", ["a\r\nHost: b", "é", "(a)", "a" * 101])
def test_a_contact_that_is_no_address_is_refused(site, tmp_path, contact):
    assert failure(tmp_path, contact=contact) == (
        2,
        "The contact has to be one e-mail or web address in plain letters.",
    )


def test_without_a_folder_it_asks_for_one(site):
    assert failure() == (2, "Name the folder for the files, or ask for --list.")


def test_the_list_shows_the_table_and_fetches_nothing(site, monkeypatch):
    tried = replace(download_federal.Command.files[0], tried="2026-07-01")
    monkeypatch.setattr(
        download_federal.Command, "files", [tried, *download_federal.Command.files[1:]]
    )
    _status, lines = download(list=True, only=["cip-codes", "onet"])
    assert lines == [
        "cip-codes: NCES, CIP 2020",
        f"  {site.address}/CIPCode2020.csv",
        "  page: https://nces.ed.gov/",
        "  lands as: CIPCode2020.csv (csv, cip-codes)",
        "  tried: 2026-07-01",
        "onet: NCES, 29.3",
        f"  {site.address}/db.zip",
        "  page: https://nces.ed.gov/",
        "  lands as: onet/Skills.xlsx, onet/Job Zones.xlsx (zip, cip-codes)",
        "  tried: not yet tried against the publisher",
    ]
    assert asked(site) == []


@pytest.mark.parametrize("name", ["file", "file/folder"])
def test_a_file_is_no_folder(site, tmp_path, name):
    (tmp_path / "file").write_text("x")
    assert failure(tmp_path / name) == (2, f"{tmp_path / name} is a file; name a folder.")


def test_a_folder_that_cannot_be_written_is_said(site, tmp_path):
    tmp_path.chmod(0o555)
    with as_nobody():
        status, said = failure(tmp_path / "federal")
    assert status == 2
    assert said == (
        f"{tmp_path / 'federal'} cannot be written: Permission denied. Name a folder that is yours."
    )


def test_beside_another_download_it_says_so(site, tmp_path):
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    said = f"Another download into {tmp_path} is running; wait until it has ended."
    assert failure(tmp_path) == (2, said)
    os.close(handle)
    assert download(tmp_path)[0] == 0


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "Make room and run it again: it goes on where it stopped. "),
        (errno.EROFS, "x cannot be written: Read-only file system. "),
    ],
)
def test_a_disk_that_will_not_take_it_is_said(site, tmp_path, monkeypatch, number, said):
    def full(*_args):
        raise OSError(number, os.strerror(number), "x")

    monkeypatch.setattr(downloading, "unpack", full)
    status, lines = download(tmp_path, only=["ipeds-completions"])
    assert status == 1
    assert said in lines[1]


def test_a_file_that_the_manifest_could_not_name_is_nobodys(site, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(downloading, "add_to_manifest", full)
        assert download(tmp_path, only=["cip-codes"])[0] == 1
    assert retrieved_on(tmp_path / "CIPCode2020.csv") is None
    assert download(tmp_path, only=["cip-codes"])[1][-1].startswith("asked 1 = fetched 1 ")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_only_parts(site, tmp_path, monkeypatch, number):
    site.serve("/CIPCode2020.csv", Answer(CSV, cut=4000))

    def stop(_seconds):
        raise Stopped(number)

    monkeypatch.setattr(download_federal.Command, "line", partial(line, wait=stop))
    assert failure(tmp_path) == (128 + number, "Stopped. Run it again: it goes on from there.")
    assert names(tmp_path) == ["CIPCode2020.csv.part", "CIPCode2020.csv.said.part"]


def test_as_a_program_it_ends_without_a_traceback(tmp_path):
    ended = subprocess.run(
        [sys.executable, "manage.py", "download_federal", tmp_path, "--only", "nothing"],
        cwd=BASE_DIR,
        capture_output=True,
        text=True,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("CommandError: There is no “nothing”; known: ipeds-directory, ")
    assert "Traceback" not in ended.stderr
