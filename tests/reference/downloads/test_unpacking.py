"""What is taken from a zip, and which zips are taken at all."""

import struct
import zipfile

import pytest

from reference.downloads import unpacking
from reference.downloads.faults import DownloadFault
from reference.downloads.federal_file import Member
from tests.reference.downloads.publisher import CSV, names, workbook, zip_file, zipped

FIRST = CSV + b"52.1301,Management Science\n"


@pytest.fixture
def unpacked(tmp_path):
    """Unpacks these bytes and gives what landed."""
    folder = tmp_path / "folder"
    folder.mkdir()

    def run(data, **options):
        archive = tmp_path / "a.zip"
        archive.write_bytes(data)
        return unpacking.unpack(archive, zip_file("http://x/a.zip", **options), folder)

    run.folder = folder
    return run


def refusal(unpack, data, **options):
    with pytest.raises(DownloadFault) as failed:
        unpack(data, **options)
    assert names(unpack.folder) == []
    return str(failed.value)


def test_the_wanted_member_lands_and_nothing_else(unpacked):
    came = unpacked(
        zipped({"c2024_a.csv": CSV, "readme.txt": b"x", "__MACOSX/._c2024_a.csv": b"x"})
    )
    assert came == {"c2024_a.csv": "c2024_a.csv"}
    assert names(unpacked.folder) == ["c2024_a.csv"]
    assert (unpacked.folder / "c2024_a.csv").read_bytes() == CSV


def test_it_is_found_in_any_folder_and_any_case(unpacked):
    came = unpacked(zipped({"C2024_A/": b"", "C2024_A/C2024_A.CSV": CSV}))
    assert came == {"c2024_a.csv": "C2024_A.CSV"}


def test_a_revised_member_goes_before_the_first(unpacked):
    came = unpacked(zipped({"c2024_a.csv": FIRST, "c2024_a_RV.csv": CSV}))
    assert came == {"c2024_a.csv": "c2024_a_RV.csv"}
    assert (unpacked.folder / "c2024_a.csv").read_bytes() == CSV


def test_a_member_may_land_in_a_folder(unpacked):
    skills = Member("Skills.xlsx", "onet/Skills.xlsx")
    unpacked(zipped({"db_29_3_excel/Skills.xlsx": workbook()}), members=(skills,))
    assert names(unpacked.folder) == ["onet/Skills.xlsx"]


def test_what_was_there_is_replaced(unpacked):
    (unpacked.folder / "c2024_a.csv").write_bytes(b"old")
    unpacked(zipped({"c2024_a.csv": CSV}))
    assert (unpacked.folder / "c2024_a.csv").read_bytes() == CSV


def test_an_archive_without_it_says_what_it_holds(unpacked):
    data = zipped({f"c202{n}_a.csv": CSV for n in range(4)} | {"d/": b""})
    assert refusal(unpacked, data) == (
        "the archive has no “c2024_a.csv”; it holds “c2020_a.csv”, “c2021_a.csv”, “c2022_a.csv”, "
        "“c2023_a.csv”"
    )


def test_of_many_members_the_first_are_named(unpacked):
    assert refusal(unpacked, zipped({f"{n}.csv": CSV for n in range(9)})).endswith("“4.csv”, …")


def test_an_empty_archive_holds_nothing(unpacked):
    assert refusal(unpacked, zipped({"d/": b""})).endswith("it holds nothing")


def test_two_of_one_name_are_not_chosen_from(unpacked):
    data = zipped({"a/c2024_a.csv": CSV, "b/c2024_a.csv": FIRST})
    assert refusal(unpacked, data) == "the archive holds “c2024_a.csv” more than once"


def link(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("../c2024_a.csv", "leads outside"),
        ("a/../../c2024_a.csv", "leads outside"),
        ("/etc/cron.d/c2024_a.csv", "leads outside"),
        ("..\\c2024_a.csv", "leads outside"),
        ("C:\\c2024_a.csv", "leads outside"),
        ("\\\\host\\c2024_a.csv", "leads outside"),
        ("NUL", "the name of a device"),
        ("a/con.csv", "the name of a device"),
        ("lpt1 .csv", "the name of a device"),
        (link("c2024_a.csv", 0o120777), "a link or a device"),
        (link("x", 0o020666), "a link or a device"),
        (link("x", 0o010666), "a link or a device"),
    ],
)
def test_an_archive_with_a_hostile_member_is_refused_whole(unpacked, member, said):
    data = zipped({"d/c2024_a.csv": CSV, member: b"/etc/passwd"})
    assert said in refusal(unpacked, data)


def test_an_encrypted_archive_is_refused(unpacked):
    data = bytearray(zipped({"c2024_a.csv": CSV}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refusal(unpacked, bytes(data))


def test_a_bomb_is_refused(unpacked):
    assert "100 times" in refusal(
        unpacked, zipped({"c2024_a.csv": b"0" * 3_000_000}), unpacked=9_000_000
    )


def test_a_member_past_the_limit_is_refused(unpacked):
    assert "unpacks to more than" in refusal(unpacked, zipped({"c2024_a.csv": CSV}), unpacked=2000)


def test_a_crowd_of_members_is_refused(unpacked):
    data = zipped({f"{n}.csv": b"" for n in range(2001)})
    assert "more than 2000 members" in refusal(unpacked, data)


def test_a_member_that_says_a_wrong_size_is_refused(unpacked):
    data = bytearray(zipped({"c2024_a.csv": CSV}))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 50)
    assert "damaged" in refusal(unpacked, bytes(data))


@pytest.mark.parametrize("place", [40, 60, -30])
def test_a_damaged_archive_is_refused(unpacked, place):
    data = bytearray(zipped({"c2024_a.csv": CSV}))
    data[place] ^= 0xFF
    assert "the archive " in refusal(unpacked, bytes(data))


def test_a_cut_archive_is_refused(unpacked):
    data = zipped({"c2024_a.csv": CSV})
    assert "damaged" in refusal(unpacked, data[:-30])


def test_a_table_of_contents_that_points_before_the_start_is_refused(unpacked):
    data = bytearray(zipped({"c2024_a.csv": CSV}))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 16, len(data))
    assert "the archive " in refusal(unpacked, bytes(data))


def test_a_member_of_another_kind_is_refused(unpacked):
    data = zipped({"c2024_a.csv": b"<html><title>Moved</title>"})
    assert refusal(unpacked, data) == "what came is a web page or XML “Moved”, not a CSV file"


def test_a_link_in_the_folder_is_not_followed(unpacked, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (unpacked.folder / "onet").symlink_to(outside)
    skills = Member("Skills.xlsx", "onet/Skills.xlsx")
    with pytest.raises(DownloadFault, match="is a link that leads out of the folder"):
        unpacked(zipped({"Skills.xlsx": workbook()}), members=(skills,))
    assert names(outside) == []


def test_a_link_in_place_of_a_part_is_not_written_through(unpacked, tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (unpacked.folder / "c2024_a.csv.part").symlink_to(victim)
    with pytest.raises(OSError, match="symbolic links"):
        unpacked(zipped({"c2024_a.csv": CSV}))
    assert victim.read_bytes() == b"mine"


def test_a_link_in_place_of_the_file_is_replaced(unpacked, tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (unpacked.folder / "c2024_a.csv").symlink_to(victim)
    unpacked(zipped({"c2024_a.csv": CSV}))
    assert victim.read_bytes() == b"mine"

    assert (unpacked.folder / "c2024_a.csv").read_bytes() == CSV
