import pytest

from tests.careers.imports import onet_samples as onet
from tests.careers.imports.onet_samples import SCIENTISTS, skills
from tests.samples import stored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"Occupation_Data": [onet.occupation("15-2051"), onet.occupation(SCIENTISTS)]},
            "line 2, column O*NET-SOC Code: “15-2051” is not an O*NET-SOC code; write it as",
        ),
        (
            {"Occupation_Data": [onet.occupation(SCIENTISTS), onet.occupation(SCIENTISTS)]},
            "line 3: names the same record as line 2; remove one of the two",
        ),
        (
            {"Occupation_Data": [onet.occupation(SCIENTISTS, "")]},
            "line 2, column Title: is blank; download the file again",
        ),
        (
            {"Skills": [onet.skill("IM", 5.5)]},
            "line 2, column Data Value: “5.5” is not a number from 1 to 5",
        ),
        (
            {"Skills": [onet.skill("LV", "high")]},
            "line 2, column Data Value: “high” is not a number from 0 to 7",
        ),
        (
            {"Skills": [onet.skill("IM", 4, **{"Recommend Suppress": "?"})]},
            "line 2, column Recommend Suppress: “?” is neither Y nor N",
        ),
        (
            {"Technology_Skills": [onet.technology("x" * 201)]},
            "line 2, column Example: has 201 characters, the most is 200",
        ),
        (
            {"Job_Zones": [onet.zone(SCIENTISTS, 6)]},
            "line 2, column Job Zone: “6” is not a number from 1 to 5",
        ),
        (
            {"Related_Occupations": [onet.related(tier="Far")]},
            "line 2, column Relatedness Tier: “Far” is not one of Primary-Short, Primary-Long, S",
        ),
        (
            {"Education": [onet.education(13, 4)]},
            "line 2, column Category: “13” is not a number from 1 to 12",
        ),
    ],
)
def test_a_broken_row_is_named_and_nothing_is_changed(imported, changed, said):
    before = stored()
    status, lines = imported(**changed)
    assert (status, "Nothing was changed." in lines) == (1, True)
    assert any(said in line for line in lines), lines
    assert stored() == before


def test_the_good_rows_are_loaded_if_asked_for(imported):
    status, _lines = imported(
        options=["--keep-going"], Skills=[onet.skill("IM", 9), onet.skill("LV", 4)]
    )
    assert (status, skills()) == (1, [("Mathematics", None, 4)])


@pytest.mark.parametrize("times", [3, 300])
def test_each_row_that_says_the_same_again_is_named(imported, times):
    rows = [onet.technology("SAS")] * times + [onet.technology("R")] * 2
    status, lines = imported(Technology_Skills=rows)
    assert (status, lines[-1].endswith(f"rejected {times}")) == (1, True)
    assert f"sheet Technology Skills, line {times + 1}: names the same record as line 2" in "".join(
        lines
    )
