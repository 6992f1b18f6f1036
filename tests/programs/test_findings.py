"""Every finding has its note and every note of a rule its finding, in the bundled catalogue."""

import html
import re
from collections import defaultdict
from itertools import chain

import pytest

from programs.checks import CHECKS
from programs.disagreements import Disagreements
from programs.filters import DisagreementFilterSet
from programs.findings import ADDRESSED, address_of, all_checks, said_of
from programs.models import Institution, InstitutionFigure, Program, Ranking, State, StateFigure
from programs.profiles import InstitutionProfile, ProgramProfile
from programs.state_profile import StateProfile
from reference.findings import FindingKind, findings_among, topic_spreads
from reference.ledger.note_places import numbered_lines
from reference.models import Guide, Note, Source, Topic, TopicFigure, figure_models
from reference.source_contents import contents_of
from tests.factories import (
    CareerFactory,
    GuideFactory,
    InstitutionFactory,
    NoteFactory,
    ProgramFactory,
    RankingFactory,
    SourceFactory,
    StateFactory,
    TopicFactory,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.thorough,
    pytest.mark.usefixtures("catalogue"),
]

IDS = {
    *(f"A-{n}" for n in range(1, 10)),
    *(f"B-{n}" for n in range(1, 45)),
    *(f"C-{n}" for n in range(1, 13)),
    *(f"X-{n}" for n in range(1, 8)),
}
PROVED = {"hard", "calc"}
BY_EDITORS = {"A-4", "C-5", "C-7", "C-9", "X-4"} | {
    f"B-{n}" for n in (14, 16, 17, 18, 19, 20, 26, 32, 34, 37)
}


def figures():
    tables = (model.objects.visible().claims_and_answers() for model in figure_models())
    return list(chain.from_iterable(table.with_subjects() for table in tables))


def places_of(finding):
    """{(slug, line)} on which a finding rests."""
    records = getattr(finding, "places", None) or finding.figures
    texts = [(r.source.slug, getattr(r, "locator", "") or r.lines) for r in records]
    return {(slug, int(line)) for slug, text in texts for line in re.findall(r"\d+", text)}


def findings_of(rule):
    if rule in CHECKS:
        return [finding for finding in all_checks() if finding.check == rule]
    if rule == FindingKind.TOPIC_SPREAD:
        return topic_spreads(figures())
    return [finding for finding in findings_among(figures()) if finding.kind == rule]


def finds(rule, note):
    return any(numbered_lines(note) & places_of(finding) for finding in findings_of(rule))


def notes():
    return list(Note.objects.select_related("source"))


def of_ids(notes):
    """The keys of those that tell a known fault; others, such as B-13-more, say more of one."""
    return [note.key for note in notes if note.key in IDS]


def test_every_known_fault_of_the_documents_has_a_note():
    keys = {note.key for note in notes()}
    assert len(IDS) == 72
    assert {key for key in keys if re.fullmatch(r"[ABCX]-\d+", key)} == IDS


def test_47_of_them_can_be_proved_and_a_rule_or_an_editor_does():
    proved = {note.key: note for note in notes() if note.key in IDS and note.mark in PROVED}
    assert len(proved) == 47
    assert {key for key, note in proved.items() if not note.found_by} == BY_EDITORS


def test_the_rules_that_notes_name_are_there():
    rules = {rule for note in notes() for rule in note.rules}
    assert rules <= {*CHECKS, *FindingKind.values}
    assert set(CHECKS) <= rules


def test_what_a_note_says_a_rule_finds_it_finds_on_those_lines():
    missed = [(note.key, rule) for note in notes() for rule in note.rules if not finds(rule, note)]
    assert missed == []


@pytest.mark.parametrize("kind", ["contradiction", "told_two_ways", "check"])
def test_nothing_is_found_that_no_note_explains(kind):
    found = all_checks() if kind == "check" else findings_of(kind)
    assert found
    explained = [(set(note.rules), numbered_lines(note)) for note in notes()]

    def is_explained(finding):
        rule = finding.check if kind == "check" else kind
        return any(rule in rules and lines & places_of(finding) for rules, lines in explained)

    assert [finding for finding in found if not is_explained(finding)] == []


def test_the_records_that_notes_are_about_are_there():
    names = {kind: (model, key) for model, (kind, key) in ADDRESSED.items()}
    told = {address for note in notes() for address in note.about_addresses}
    missing = []
    for address in told:
        kind, _slash, name = address.partition("/")
        model, key = names[kind]
        if not model.objects.filter(**{key: name}).exists():
            missing.append(address)
    assert sorted(missing) == []


@pytest.mark.parametrize(
    ("rule", "model", "of", "value"),
    [
        ("state_median", StateFigure, {"subject__code": "PA", "measure": "tuition"}, 39400),
        (
            "more_named_than_counted",
            StateFigure,
            {"subject__code": "GA", "measure": "programs_counted"},
            3,
        ),
        (
            "best_value_beaten",
            InstitutionFigure,
            {
                "subject__slug": "san-jose-state-university",
                "measure": "tuition",
                "source__slug": "hakia-2026",
            },
            20000,
        ),
        (
            "payback_range",
            TopicFigure,
            {"measure": "pay_premium", "item": "return-on-investment"},
            50000,
        ),
        ("overall_above_roles", TopicFigure, {"measure": "pay", "item": "overall"}, 180000),
    ],
)
def test_a_figure_changed_takes_its_finding_away(rule, model, of, value):
    figure = model.objects.get(**of)
    before = len(findings_of(rule))
    figure.low = value if figure.low == figure.high else figure.low
    figure.high = value
    figure.save()
    assert len(findings_of(rule)) == before - 1


def test_a_state_more_is_a_median_more_that_cannot_be():
    StateFigure.objects.filter(subject__code="IL", measure="programs_counted").update(low=2, high=2)
    told = [finding.sentence for finding in findings_of("state_median")]
    assert any(sentence.startswith("Illinois") for sentence in told)


def test_a_rate_corrected_and_two_no_longer_contradict():
    assert len(findings_of("contradiction")) == 4
    InstitutionFigure.objects.filter(item="compare").update(low=100, high=100)
    assert len(findings_of("contradiction")) == 3


def test_what_concerns_a_university_is_said_of_it():
    said = said_of(Institution.objects.get(slug="university-of-washington-seattle"))
    assert [finding.check for finding in said.checks] == [
        "best_value_beaten",
        "outcomes_before_start",
        "not_in_degree_list",
        "same_number_twice",
    ]
    assert of_ids(said.notes) == []


def test_notes_of_it_alone_come_first_and_none_where_a_rule_says_it():
    said = said_of(Institution.objects.get(slug="carnegie-mellon-university"))
    assert of_ids(said.notes) == ["B-16", "B-36", "B-18", "B-26"]
    assert said.checks == []


def test_a_note_is_said_of_no_other_record_with_a_longer_name():
    NoteFactory(key="Z-1", about=address_of(InstitutionFactory(slug="clark-university-press")))
    clark = Institution.objects.get(slug="clark-university")
    assert [n.key for n in said_of(clark).notes] == ["B-19", "B-13-more", "B-17", "B-18"]


def test_a_source_tells_all_that_is_found_in_it():
    hakia = Source.objects.get(slug="hakia-2026")
    assert said_of(hakia).checks == [f for f in all_checks() if f.source == hakia]


def test_a_guide_tells_what_rests_on_the_figures_it_shows():
    shown = "{{ figure:topic/payback/payback/hakia-2026/return-on-investment }}"
    guide = GuideFactory(position=90, body=f"A degree pays back in {shown}.")
    assert [finding.check for finding in said_of(guide).checks] == ["payback_range"]
    assert said_of(GuideFactory(position=91, body="No figure.")).checks == []


def test_a_guide_tells_notes_of_rules_too_since_it_has_no_table_of_figures():
    guide = Guide.objects.get(slug="credentials")
    assert "C-4" in [note.key for note in said_of(guide).notes]


@pytest.mark.parametrize(
    "factory",
    [
        InstitutionFactory,
        ProgramFactory,
        RankingFactory,
        StateFactory,
        CareerFactory,
        TopicFactory,
        SourceFactory,
    ],
)
def test_of_a_new_record_nothing_is_said(factory):
    said = said_of(factory())
    assert (said.checks, said.notes) == ([], [])


@pytest.mark.parametrize(
    ("model", "most"), [(Program, 5), (Institution, 7), (Ranking, 6), (Topic, 7)]
)
def test_few_questions_are_asked(model, most, django_assert_max_num_queries):
    subject = model.objects.first()
    with django_assert_max_num_queries(most):
        said_of(subject)


def pages():
    """[(a subject, what its page has read)]."""
    yield from ((state, StateProfile(state)) for state in State.objects.all())
    yield from ((one, InstitutionProfile(one)) for one in Institution.objects.for_page())
    programs = Program.objects.published().for_cards()
    yield from ((program, ProgramProfile(program)) for program in programs)
    yield from ((source, contents_of(source, {})) for source in Source.objects.all())


def test_what_a_page_has_read_changes_nothing_of_what_is_said():
    for subject, page in pages():
        assert said_of(subject, page.read) == said_of(subject), subject


def test_nothing_is_checked_of_federal_files(django_assert_num_queries):
    source = SourceFactory(kind="government")
    with django_assert_num_queries(1):
        assert said_of(source).checks == []


def test_the_page_of_disagreements_holds_every_finding():
    page = Disagreements(DisagreementFilterSet({}))
    checks = [row.shown["finding"] for row in page.rows if row.kind == "check"]
    assert {finding.sentence for finding in checks} == {f.sentence for f in all_checks()}


def test_every_finding_of_a_check_is_said_on_the_pages_of_its_subjects(client):
    said = defaultdict(set)
    for finding in all_checks():
        for subject in finding.subjects:
            said[subject.get_absolute_url()].add(finding.sentence)
    unsaid = {}
    for address, sentences in said.items():
        words = html.unescape(client.get(address).text)
        unsaid[address] = {sentence for sentence in sentences if sentence not in words}
    assert {address: missing for address, missing in unsaid.items() if missing} == {}


def test_every_note_of_an_editor_is_said_on_the_pages_it_names(client):
    records = {}
    for model, (kind, key) in ADDRESSED.items():
        records |= {f"{kind}/{getattr(record, key)}": record for record in model.objects.all()}
    unsaid = []
    for note in Note.objects.filter(found_by=""):
        for address in note.about_addresses:
            words = html.unescape(client.get(records[address].get_absolute_url()).text)
            unsaid += [] if note.text in words else [(note.key, address)]
    assert unsaid == []


@pytest.mark.parametrize(
    "address",
    [
        "/institutions/carnegie-mellon-university/",
        "/programs/uw-ms-artificial-intelligence-machine-learning-engineering/",
        "/careers/machine-learning-engineer/",
        "/guides/financing/",
    ],
)
def test_the_contents_of_a_page_lead_to_what_does_not_add_up(show, address):
    page = show(address)
    contents = page.one("nav", aria_labelledby="toc-h")
    assert "#findings" in [link["href"] for link in contents.all("a")]
    assert page.one("section", id="findings").one("h2").text == "What does not add up"


def test_the_contents_of_a_page_of_which_nothing_is_said_do_not(show):
    page = show(InstitutionFactory().get_absolute_url())
    contents = page.one("nav", aria_labelledby="toc-h")
    assert "#findings" not in [link["href"] for link in contents.all("a")]
    assert page.all("section", id="findings") == []
