import json
from hashlib import sha256

import pytest

from careers.models import OccupationSkill, OnetOccupation
from reference.models import Source
from tests.careers.imports import onet_samples as onet
from tests.careers.imports.onet_samples import CATEGORIES, EDUCATION, HEADERS
from tests.federal_files import refusal, save_workbook
from tests.samples import run, stored

pytestmark = pytest.mark.django_db

READ_ME = "O*NET 28.2 Database\nFebruary 2024 Release\n---------------------\n"


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("db_29_3_excel", "29.3"),
        ("db_29_0_text", "29.0"),
        ("text-29.0", "29.0"),
        ("onet_30_1", "30.1"),
        ("28.2", "28.2"),
    ],
)
def test_the_name_of_the_folder_tells_the_edition(tmp_path, name, edition):
    run("import_onet", onet.text(tmp_path / name))
    assert Source.objects.get().edition == edition


@pytest.mark.parametrize("name", ["onet", "onet-2025-05", "db_10_5_2026", "backup 1.2"])
def test_without_an_edition_it_says_how_to_give_it(tmp_path, name):
    folder = onet.text(tmp_path / name)
    said = refusal("import_onet", folder)
    assert "does not tell its edition: name the folder as db_29_3_excel, leave the Read Me" in said
    assert "give --edition 29.3" in said
    run("import_onet", folder, "--edition", "29.1")
    assert Source.objects.get().slug == "onet-29-1"


def test_the_read_me_tells_the_edition(tmp_path):
    folder = onet.text(tmp_path / "onet")
    (folder / "Read Me.txt").write_text(READ_ME, "utf-8")
    run("import_onet", folder)
    assert Source.objects.get().edition == "28.2"


def test_an_edition_that_the_folder_contradicts_is_refused(tmp_path):
    folder = onet.text(tmp_path / "text-29.0")
    said = refusal("import_onet", folder, "--edition", "29.1")
    assert "holds O*NET 29.0 by its name, Read Me or downloads.json" in said
    assert "but --edition says “29.1”; leave --edition out, or rename the folder" in said
    run("import_onet", folder, "--edition", "29.0")
    assert Source.objects.get().edition == "29.0"


def test_an_edition_that_cannot_be_is_refused(tmp_path):
    folder = onet.text(tmp_path / "onet")
    assert "“2025” is no edition of O*NET; give it as --edition 29.3" in refusal(
        "import_onet", folder, "--edition", "2025"
    )


@pytest.mark.parametrize("edition", ["99.9", "19.0", "00.1"])
def test_an_edition_that_is_not_out_yet_or_long_gone_is_refused(tmp_path, edition):
    folder = onet.text(tmp_path / "onet")
    said = refusal("import_onet", folder, "--edition", edition)
    assert f"“{edition}” is not an edition of O*NET up to now (20.0 or later)" in said


def test_a_download_tells_its_edition_and_day(tmp_path):
    data = onet.text(tmp_path / "onet") / "Occupation Data.txt"
    entry = {"key": "onet", "url": "", "member": "", "edition": "29.3"}
    entry |= {"retrieved_on": "2026-11-02", "bytes": data.stat().st_size}
    entry["sha256"] = sha256(data.read_bytes()).hexdigest()
    listed = {"files": {"onet/Occupation Data.txt": entry}}
    (tmp_path / "downloads.json").write_text(json.dumps(listed), "utf-8")
    run("import_onet", data.parent)
    source = Source.objects.get()
    assert (source.edition, str(source.retrieved_on)) == ("29.3", "2026-11-02")


def test_it_says_which_files_it_read_and_which_are_not_there(tmp_path):
    folder = onet.excel(tmp_path / "db_29_3_excel", Skills=None, Job_Zones=None)
    (folder / "Abilities.xlsx").write_bytes(b"")
    status, lines = run("import_onet", folder)
    titles = ("Occupation Data", "Technology Skills", "Alternate Titles", "Related Occupations")
    read = "; ".join(f"{title}.xlsx" for title in (*titles, EDUCATION, CATEGORIES))
    assert status == 0
    assert f"O*NET 29.3: read {read}" in lines
    assert "not imported, as the folder does not hold it: Job Zones; Skills" in lines
    assert not OccupationSkill.objects.filter(kind="skill").exists()


def test_job_zones_stay_where_their_file_is_not_there(tmp_path):
    run("import_onet", onet.excel(tmp_path / "db_29_3_excel"))
    before = stored()
    (tmp_path / "db_29_3_excel" / "Job Zones.xlsx").unlink()
    run("import_onet", tmp_path / "db_29_3_excel")
    assert stored() == before


def test_every_file_in_the_folder_is_named_when_all_are_there(tmp_path):
    _status, lines = run("import_onet", onet.excel(tmp_path / "db_29_3_excel"))
    assert not any(line.startswith("not imported") for line in lines)


@pytest.mark.parametrize(
    "name", ["Skills.cut.xlsx", "skills.XLSX", "Essential Skills.xlsx", "essential_skills.xlsx"]
)
def test_a_file_is_known_by_its_name_however_written(tmp_path, name):
    folder = onet.excel(tmp_path / "db_30_3_excel")
    (folder / "Skills.xlsx").rename(folder / name)
    _status, lines = run("import_onet", folder)
    assert any(name in line for line in lines)
    assert OccupationSkill.objects.filter(kind="skill").count() == 2


def test_a_folder_that_holds_a_file_twice_is_refused(tmp_path):
    folder = onet.text(onet.excel(tmp_path / "db_29_3"), **dict.fromkeys(HEADERS_BUT_SKILLS))
    said = refusal("import_onet", folder)
    assert "holds the same twice: Skills.txt, Skills.xlsx; leave one there" in said


HEADERS_BUT_SKILLS = [name.replace(" ", "_") for name in HEADERS if name != "Skills"]


def test_without_occupation_data_nothing_can_be_read(tmp_path):
    folder = onet.excel(tmp_path / "db_29_3_excel", Occupation_Data=None)
    assert "holds neither Occupation Data.xlsx nor Occupation Data.txt" in refusal(
        "import_onet", folder
    )


def test_a_folder_is_asked_for(tmp_path):
    data = onet.text(tmp_path / "text-29.0") / "Occupation Data.txt"
    said = refusal("import_onet", data)
    assert "is not a folder; give the folder that holds Occupation Data" in said
    assert "there is no such folder" in refusal("import_onet", tmp_path / "29.3")


@pytest.mark.parametrize("write", [onet.excel, onet.text])
def test_an_unknown_layout_names_what_is_missing_and_which_editions_are_known(tmp_path, write):
    folder = write(tmp_path / "db_29_3")
    header = [name for name in HEADERS["Skills"] if name not in ("Scale ID", "Data Value")]
    if write is onet.text:
        onet.save_text(folder / "Skills.txt", header, onet.ROWS["Skills"])
    else:
        save_workbook(folder / "Skills.xlsx", {"Skills": [header]})
    said = refusal("import_onet", folder)
    assert "Skills." in said
    assert "of which it lacks Scale ID, Data Value" in said
    assert "Known are: O*NET Skills, Excel edition of 29.3 and text edition of 29.0" in said
    assert not OnetOccupation.objects.exists()


def test_columns_may_stand_in_any_order_and_there_may_be_more(tmp_path, monkeypatch):
    monkeypatch.setattr(
        onet, "HEADERS", {name: ("New", *reversed(columns)) for name, columns in HEADERS.items()}
    )
    for write, name in ((onet.excel, "db_29_3_excel"), (onet.text, "db_29_0_text")):
        status, lines = run("import_onet", write(tmp_path / name))
        assert (status, "rejected 0" in lines[-1]) == (0, True)
    assert OccupationSkill.objects.filter(kind="skill").count() == 4


def test_a_line_that_is_cut_short_is_rejected(tmp_path):
    folder = onet.text(tmp_path / "29.3")
    with (folder / "Job Zones.txt").open("a") as file:
        file.write(f"{onet.MANAGERS}\t4\n")
    status, lines = run("import_onet", folder)
    assert (status, "Job Zones.txt, line 5: has 2 cells, the header 4; " in "".join(lines)) == (
        1,
        True,
    )
