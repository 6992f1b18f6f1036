import pytest

from careers.models import RequiredEducation
from tests.careers.imports import onet_samples as onet
from tests.careers.imports.onet_samples import CATEGORIES
from tests.federal_files import refusal
from tests.samples import run

pytestmark = pytest.mark.django_db

NAMES = CATEGORIES.replace(" ", "_")


def names_of_education():
    return list(RequiredEducation.objects.order_by("category").values_list("name", flat=True))


def test_categories_have_known_names_where_their_file_is_not_there(tmp_path):
    run("import_onet", onet.text(tmp_path / "text-29.0", **{NAMES: None}))
    assert names_of_education() == ["Bachelor's Degree", "Master's Degree"]


def test_categories_are_named_as_their_file_has_them(tmp_path):
    rows = [
        onet.category(6, "Bachelor of today - or the like"),
        onet.category(1, "None", scale="RW"),
    ]
    run("import_onet", onet.excel(tmp_path / "29.3", **{NAMES: rows}))
    assert names_of_education() == ["Bachelor of today", "Master's Degree"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (onet.category(13, "Beyond"), "line 2, column Category: “13” is not a number from 1 to"),
        (onet.category(3, ""), "line 2, column Category Description: is blank"),
    ],
)
def test_broken_categories_stop_the_import(tmp_path, row, said):
    folder = onet.text(tmp_path / "29.3", **{NAMES: [row]})
    assert said in refusal("import_onet", folder)


def test_a_line_of_categories_that_is_cut_short_stops_the_import(tmp_path):
    folder = onet.text(tmp_path / "29.3")
    with (folder / f"{CATEGORIES}.txt").open("a") as file:
        file.write("2.D.1\n")
    assert "line 4: has too few cells; download it again" in refusal("import_onet", folder)
