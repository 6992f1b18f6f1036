"""What is asked, and what is found: the same on every database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from careers.models import Career
from programs.models import Program
from reference.models import SearchDocument
from reference.search import engine, read
from tests.catalogue import refresh
from tests.factories import (
    CareerAliasFactory,
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    ProgramFactory,
    StateFactory,
)

pytestmark = pytest.mark.django_db


def careers(text):
    """The titles of the careers found, best first."""
    refresh()
    titles = dict(Career.objects.values_list("pk", "title"))
    return [titles[key] for key in engine().ranked(read(text, "career"), "career")]


def programs(text):
    refresh()
    titles = dict(Program.objects.values_list("pk", "title"))
    return [titles[key] for key in engine().ranked(read(text, "program"), "program")]


@pytest.fixture
def kelp():
    place = StateFactory(code="CA", name="California")
    university = InstitutionFactory(name="Kelp A & M University", city="San José", state=place)
    InstitutionAliasFactory(institution=university, name="KAMU")
    return university


@pytest.fixture
def zymurgy(kelp):
    field = FieldOfStudyFactory(cip="11.0102", title="Artificial Intelligence")
    return ProgramFactory(
        title="MS in Zymurgy", institution=kelp, field=field, award="ms", delivery=["online"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "zymurgy",
        "kamu",
        "kelp a&m",
        "Kelp A and M",
        "San Jose",
        "california zymurgy",
        "CA online",
        "artificial intelligence",
        "AI",
        "11.0102",
        "11.01",
        "110102",
        "M.S.",
        "masters",
        "zymurgy master of science",
        "zymurgy programs in the state of California",
    ],
)
def test_a_program_is_found_by_all_that_it_is_known_by(zymurgy, text):
    ProgramFactory(title="Botany", award="phd", level="doctorate", field=None)
    assert programs(text) == ["MS in Zymurgy"]


@pytest.mark.parametrize("text", ["zymurgy texas", "zymurgy phd", "15-1252", "in print"])
def test_every_word_must_be_found(zymurgy, text):
    ProgramFactory(title="PhD in printing", level="doctorate", field=None)
    CareerFactory(title="Texas baker")
    assert "MS in Zymurgy" not in programs(text)


def test_an_exact_name_comes_first_then_its_beginnings_then_the_rest():
    CareerFactory(title="Analyst of kelp data")
    CareerFactory(title="Data analyst, senior")
    CareerFactory(title="Data analyst")
    found = careers("data analyst")
    assert found[:2] == ["Data analyst", "Data analyst, senior"]
    assert len(found) == 3


def test_another_name_counts_as_its_own():
    CareerFactory(title="Engineer of ML")
    CareerAliasFactory(career=CareerFactory(title="Zymurgist"), name="ML engineer")
    assert careers("machine learning engineer")[0] == "Zymurgist"


def test_a_university_by_name_brings_its_programs_before_others(zymurgy):
    ProgramFactory(title="Kamu studies for everyone at all other universities")
    found = programs("KAMU")
    assert found[0] == "MS in Zymurgy"
    assert len(found) == 2


def test_a_person_is_found_by_the_subject_and_back():
    CareerFactory(title="Beer scientist")
    CareerFactory(title="Maltics lead")
    assert careers("beer science jobs") == ["Beer scientist"]
    assert careers("maltician") == ["Maltics lead"]


def test_a_word_that_says_as_much_finds_where_nothing_holds_the_one_typed():
    CareerFactory(title="Keeper", summary="Assistantships are to be had.")
    assert careers("scholarships") == ["Keeper"]
    CareerFactory(title="Scholarship officer")
    assert careers("scholarships") == ["Scholarship officer"]


def test_the_beginning_of_a_word_is_found_in_the_plural():
    CareerFactory(title="Quantitative keeper")
    assert careers("quants") == ["Quantitative keeper"]


def test_a_question_reads_the_words_of_documents_once(zymurgy):
    refresh()
    read("zymurgy")
    with CaptureQueriesContext(connection) as asked:
        read("zimurgy kelpp universty", prefix=True)
    assert sum("reference_datachange" in query["sql"] for query in asked) == 1


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("zymurgi", ""),  # the same stem
        ("zymrugy", "zymurgy"),
        ("zymmurgy kelp", "zymurgy kelp"),
        ("Kelp Zimurgy", "Kelp zymurgy"),
        ("zymurgykelp", "zymurgy kelp"),
    ],
)
def test_a_misspelt_word_is_set_right_and_said(zymurgy, text, corrected):
    assert programs(text) == ["MS in Zymurgy"]
    assert read(text).corrected == corrected


def test_of_the_nearest_words_the_most_frequent_is_meant():
    CareerFactory(title="Growler")
    for number in range(3):
        CareerFactory(title=f"Grower {number}")
    assert len(careers("growver")) == 3


def test_a_misspelt_word_that_is_cut_to_another_is_set_right():
    ProgramFactory(title="Zymurgy of a Bus Business")
    refresh()
    assert read("busness", "program").corrected == "business"
    assert read("buses", "program").corrected == ""


@pytest.mark.parametrize("text", ["ymurgi", "xymurgy", "zimmurgi", "zymuest"])
def test_what_differs_too_much_is_no_misspelling(zymurgy, text):
    CareerFactory(title="Zym est")
    refresh()
    assert read(text).corrected == ""


def test_two_first_letters_may_be_swapped_and_a_long_word_may_hold_two_mistakes(zymurgy):
    CareerFactory(title="Zymurgically minded")
    refresh()
    assert read("yzmurgy").corrected == "zymurgy"
    assert read("zimurgicaly").corrected == "zymurgically"


def test_a_short_word_or_a_code_is_not_set_right(zymurgy):
    refresh()
    assert read("ke").corrected == read("11.0103").corrected == read("zym9rgy").corrected == ""


def test_words_that_nothing_holds_are_left_out_and_named(zymurgy):
    assert programs("zymurgy qqqq") == ["MS in Zymurgy"]
    query = read("zymurgy qqqq")
    assert (query.left_out, query.finds_nothing) == (("qqqq",), False)


def test_words_of_which_nothing_holds_any_find_nothing(zymurgy):
    assert programs("qqqq degree") == []
    assert read("qqqq degree").finds_nothing


def test_what_holds_most_words_is_found_where_nothing_holds_all(zymurgy):
    CareerFactory(title="Botanist")
    assert programs("zymurgy kelp botanist") == ["MS in Zymurgy"]
    assert read("zymurgy kelp botanist", "program").partial
    assert not read("zymurgy kelp", "program").partial
    assert programs("zymurgy botanist") == []  # the rarer of two is not to be missed


@pytest.mark.parametrize(
    ("text", "sort"),
    [("cheap zymurgy", "tuition"), ("best zymurgy programs", "rank"), ("zymurgy", "")],
)
def test_a_wish_is_read_as_an_order(zymurgy, text, sort):
    assert programs(text) == ["MS in Zymurgy"]
    assert read(text).sort == sort


def test_a_wish_that_is_a_name_is_none():
    CareerFactory(title="Best boy")
    assert careers("best boy") == ["Best boy"]
    assert read("best boy").sort == ""


def test_the_last_word_may_be_unfinished(zymurgy):
    CareerFactory(title="Kelper")
    refresh()
    query = read("kel", prefix=True)
    assert set(engine().of_each_kind(query)) >= {"program", "institution", "career"}
    assert engine().ranked(read("zymurgy kel", prefix=True), "program") == [zymurgy.pk]


def test_a_beginning_of_a_word_finds_it_where_nothing_is_called_so(zymurgy):
    assert programs("zymu") == ["MS in Zymurgy"]


def test_kinds_come_in_the_order_of_their_best_hit(zymurgy):
    CareerFactory(title="Zymurgy")
    refresh()
    assert [*engine().of_each_kind(read("zymurgy"))] == ["career", "program"]


def test_words_for_everything_ask_for_nothing(zymurgy):
    refresh()
    assert Program.objects.matching("  ").count() == 1
    assert Program.objects.matching("cheapest").count() == 1
    assert Program.objects.matching("qqqq").count() == 0
    assert Program.objects.matching("kelp zymurgy").count() == 1


def test_no_key_of_what_is_found_stands_in_the_statement(zymurgy):
    refresh()
    sql, parameters = Program.objects.matching("zymurgy").query.sql_with_params()
    assert zymurgy.pk not in parameters
    assert "MATCH" in sql or "@@" in sql


@pytest.mark.parametrize(
    "text",
    [
        "'",
        '"',
        '" OR 1=1 --',
        "zymurgy AND NOT kelp",
        "NEAR(zymurgy kelp)",
        "names:zymurgy",
        "zym*",
        "(((",
        "\x00",
        "%s %d %",
        "a" * 200,
        "🎓 🎓",
        "-" * 200,
        "& | ! <-> :*",
        " ".join("abcdefghijkl"),
    ],
)
def test_hostile_text_is_only_text(zymurgy, text):
    programs(text)


@hypothesis_settings(max_examples=60)
@given(st.text(max_size=220))
def test_no_text_raises(text):
    query = read(text, "program", prefix=True)
    of_programs = engine().of_each_kind(query).get("program", [])
    assert {*engine().ranked(query, "program")} == {*of_programs}
    assert len(engine().few(query, "program", 3)) <= 3


def test_one_document_is_of_one_kind(zymurgy):
    refresh()
    kinds = {document.pk >> 40 for document in SearchDocument.objects.filter(title="MS in Zymurgy")}
    assert kinds == {1}


def test_st_after_a_name_is_a_state_and_before_one_a_saint():
    assert read("ohio st").name == read("ohio state").name
    assert read("st louis").name == read("saint louis").name != read("state louis").name
