"""What an editor does in the admin, told with sources and topics; the other apps do the same."""

import re

import pytest
from django.contrib.admin.models import LogEntry

from reference.models import LedgerEntry, Source, Topic, TopicFigure
from reference.signals import evidence_changed
from tests.admin_pages import (
    act,
    add_url,
    change_url,
    delete_url,
    errors,
    list_url,
    open_form,
    row_errors,
    saved,
    submit,
)
from tests.factories import (
    LedgerEntryFactory,
    NoteFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db

VALUE = "absence|bound|high|low"
ROW = {
    "figures__TOTAL_FORMS": "1",
    "figures__0__measure": "growth",
    "figures__0__item": "new",
    "figures__0__value": "36",
    "figures__0__population": "unstated",
    "figures__0__locator": "line 3",
    "figures__0__status": "as_printed",
}


@pytest.fixture
def source():
    return SourceFactory(origin="seed")


@pytest.fixture
def topic():
    return TopicFactory(origin="seed")


@pytest.fixture
def figure(topic):
    """An imported one: 36 percent."""
    return TopicFigureFactory(subject=topic, value="36", origin="seed", headline=True)


@pytest.fixture
def told():
    """(model, keys of the records) of each signal."""
    heard = []

    def hear(sender, records, **_signal):
        heard.append((sender, {record.pk for record in records}))

    evidence_changed.connect(hear)
    yield heard
    evidence_changed.disconnect(hear)


def edited(record):
    record.refresh_from_db()
    return record.edited


def headlines(topic):
    return set(topic.figures.filter(headline=True))


# What is noted


def test_a_changed_field_is_noted(admin_client, source):
    assert saved(submit(admin_client, change_url(source), title="Another title"))
    assert edited(source) == "title"


def test_a_later_edit_adds_to_the_first(admin_client, source):
    submit(admin_client, change_url(source), title="Another title")
    submit(admin_client, change_url(source), edition="2027", licence="CC0")
    assert edited(source) == "edition|licence|title"


def test_a_save_without_a_change_notes_nothing_and_changes_nothing(admin_client, told):
    note = NoteFactory(text="A line.\nAnother line.", origin="seed")
    assert saved(submit(admin_client, change_url(note)))
    assert (edited(note), note.text) == ("", "A line.\nAnother line.")
    assert told == []


def test_of_a_new_record_every_filled_field_is_noted(admin_client):
    submit(admin_client, add_url(Topic), key="pay", question="What does one earn?")
    topic = Topic.objects.get()
    assert (topic.edited, topic.origin) == ("key|question", "editor")


def test_a_figure_is_noted_with_all_fields_of_its_value(admin_client, figure):
    assert saved(submit(admin_client, change_url(figure), value="30..40"))
    assert edited(figure) == VALUE
    assert figure.value.notation == "30..40"


def test_both_ends_of_a_period_are_noted(admin_client, figure):
    submit(admin_client, change_url(figure), period_to="2032-12-31")
    assert edited(figure) == "period_from|period_to"


def test_a_row_on_another_page_is_noted_on_itself(admin_client, topic, figure):
    assert saved(submit(admin_client, change_url(topic), figures__0__locator="line 9"))
    assert (edited(figure), edited(topic)) == ("locator", "")


def test_a_new_row_on_another_page_is_noted_with_every_filled_field(admin_client, topic, source):
    row = ROW | {"figures__0__source": source.pk}
    assert saved(submit(admin_client, change_url(topic), **row))
    figure = TopicFigure.objects.get()
    assert figure.value.notation == "36"
    assert set(figure.edited.split("|")) >= {"subject", "measure", "item", "low", "source"}


def test_the_page_shows_what_was_noted(admin_client, source):
    source.note_edited(["title"])
    source.save()
    page = admin_client.get(change_url(source)).content.decode()
    assert '<div class="readonly">title</div>' in page


# What may not change


def test_what_an_import_finds_a_record_by_stays(admin_client, source, figure):
    submit(admin_client, change_url(source), slug="another")
    submit(admin_client, change_url(figure), item="another", measure="pay")
    assert (edited(source), edited(figure)) == ("", "")
    assert Source.objects.filter(slug=source.slug, pk=source.pk).exists()


def test_an_editor_may_change_all_of_an_editors_record(admin_client):
    source = SourceFactory(slug="first")
    submit(admin_client, change_url(source), slug="second")
    assert edited(source) == "slug"


def test_an_imported_record_cannot_be_deleted(admin_client, figure):
    assert "deletelink" not in admin_client.get(change_url(figure)).content.decode()
    assert admin_client.post(delete_url(figure), {"post": "yes"}).status_code == 403
    assert act(admin_client, "delete_selected", figure, post="yes").status_code == 403
    assert TopicFigure.objects.exists()


def test_an_imported_row_cannot_be_deleted_on_another_page(admin_client, topic, figure):
    page = admin_client.get(change_url(topic)).content.decode()
    assert re.search('<input [^>]*"figures-0-DELETE"[^>]* disabled', page)
    submit(admin_client, change_url(topic), figures__0__DELETE="on")
    assert TopicFigure.objects.exists()


def test_what_an_editor_made_can_be_deleted(admin_client, topic):
    for figure in (TopicFigureFactory(subject=topic), TopicFigureFactory(subject=topic)):
        assert saved(admin_client.post(delete_url(figure), {"post": "yes"}))
    figures = [TopicFigureFactory(subject=topic), TopicFigureFactory(subject=topic)]
    assert saved(act(admin_client, "delete_selected", *figures, post="yes"))
    TopicFigureFactory(subject=topic)
    assert saved(submit(admin_client, change_url(topic), figures__0__DELETE="on"))
    assert not TopicFigure.objects.exists()


def test_a_source_that_figures_cite_cannot_be_deleted(admin_client):
    figure = TopicFigureFactory()
    admin_client.post(delete_url(figure.source), {"post": "yes"})
    assert Source.objects.exists()


# What follows from a write


def test_a_save_chooses_the_headline_anew(admin_client, topic, figure):
    better = TopicFigureFactory(subject=topic, source__kind="government")
    assert saved(submit(admin_client, change_url(better), note="Looked at again."))
    assert headlines(topic) == {better}


def test_a_pin_makes_the_headline(admin_client, topic, figure):
    TopicFigureFactory(subject=topic, source__kind="government")
    assert saved(submit(admin_client, change_url(figure), pinned="on"))
    assert headlines(topic) == {figure}


def test_a_headline_may_lose_its_value(admin_client, topic, figure):
    assert saved(submit(admin_client, change_url(figure), value="suppressed"))
    assert headlines(topic) == set()


def test_a_headline_may_move_to_a_measure_that_has_one(admin_client, topic, source):
    growth = TopicFigureFactory(subject=topic, source=source, headline=True)
    pay = TopicFigureFactory(subject=topic, source=source, measure="pay", headline=True)
    assert saved(submit(admin_client, change_url(pay), measure="growth"))
    assert len(headlines(topic)) == 1
    assert headlines(topic) < {growth, pay}


def test_a_figure_that_moves_leaves_its_old_subject_a_headline(admin_client, topic):
    stays = TopicFigureFactory(subject=topic)
    moves = TopicFigureFactory(subject=topic, source__kind="government", headline=True)
    other = TopicFactory()
    assert saved(submit(admin_client, change_url(moves), subject=other.pk))
    assert (headlines(topic), headlines(other)) == ({stays}, {moves})


def test_a_deletion_chooses_the_headline_anew(admin_client, topic, figure):
    better = TopicFigureFactory(subject=topic, headline=False, source__kind="government")
    submit(admin_client, change_url(better), note="Looked at again.")
    admin_client.post(delete_url(better), {"post": "yes"})
    assert headlines(topic) == {figure}


def test_a_deleted_row_of_a_page_chooses_the_headline_anew(admin_client, topic, source):
    worse, better = (TopicFigureFactory(subject=topic, source=source, item=item) for item in "ab")
    url = change_url(topic)
    submit(admin_client, url, figures__0__locator="line 9")
    assert headlines(topic) == {worse}
    assert saved(submit(admin_client, url, figures__0__DELETE="on"))
    assert headlines(topic) == {better}


def test_a_source_that_rises_in_kind_lifts_its_figures(admin_client, topic, figure):
    other = TopicFigureFactory(subject=topic, source__kind="article")
    assert saved(submit(admin_client, change_url(other.source), kind="government"))
    assert headlines(topic) == {other}


def test_the_apps_above_are_told_which_records_changed(admin_client, told, topic, figure):
    submit(admin_client, change_url(topic), summary="Short.", figures__0__locator="line 9")
    assert told == [(Topic, {topic.pk}), (TopicFigure, {figure.pk})]


def test_the_apps_above_are_told_of_a_deletion(admin_client, told):
    figure = TopicFigureFactory()
    act(admin_client, "delete_selected", figure, post="yes")
    assert told == [(TopicFigure, {figure.pk})]


# Pins


def test_two_pins_of_a_measure_are_an_error_of_the_form(admin_client, topic, figure):
    TopicFigureFactory(subject=topic, pinned=True)
    response = submit(admin_client, change_url(figure), pinned="on")
    assert "topicfigure_one_pin" in errors(response)


def test_two_pins_on_one_page_are_an_error_of_the_form(admin_client, topic, figure):
    TopicFigureFactory(subject=topic)
    pins = {"figures__0__pinned": "on", "figures__1__pinned": "on"}
    response = submit(admin_client, change_url(topic), **pins)
    assert "Another figure of this measure is pinned." in errors(response)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")], ids=["down", "up"])
def test_a_pin_moves_within_a_page(admin_client, topic, source, order):
    old, new = (TopicFigureFactory(subject=topic, source=source, item=item) for item in order)
    TopicFigure.objects.filter(pk=old.pk).update(pinned=True)
    rows = list(topic.figures.order_by("item"))
    pins = {
        f"figures__{rows.index(old)}__pinned": None,
        f"figures__{rows.index(new)}__pinned": "on",
    }
    assert saved(submit(admin_client, change_url(topic), **pins))
    assert headlines(topic) == {new}


def test_a_pin_may_take_the_place_of_a_deleted_one(admin_client, topic):
    new, old = TopicFigureFactory(subject=topic), TopicFigureFactory(subject=topic, pinned=True)
    rows = {"figures__1__DELETE": "on", "figures__0__pinned": "on"}
    assert saved(submit(admin_client, change_url(topic), **rows))
    assert headlines(topic) == {new}
    assert not TopicFigure.objects.filter(pk=old.pk).exists()


# Errors of the form, where the database would refuse


@pytest.mark.parametrize("text", ["abc", "$36", "5..3", "1e5", "36,5", "99999999999", "~1..2"])
def test_a_value_that_cannot_be_read_says_how_to_write_one(admin_client, figure, text):
    response = submit(admin_client, change_url(figure), value=text)
    assert "not_reported" in errors(response)


def test_a_new_figure_without_a_value_has_one_error_for_it(admin_client, topic, source):
    row = ROW | {"figures__0__source": source.pk, "figures__0__value": "lots"}
    response = submit(admin_client, change_url(topic), **row)
    assert [list(row) for row in row_errors(response)] == [["value"]]
    assert len(row_errors(response)[0]["value"]) == 1


@pytest.mark.parametrize(
    ("changes", "blamed"),
    [
        ({"measure": "tuition"}, "measure"),
        ({"status": "corrected"}, "note"),
        ({"pinned": "on", "value": "suppressed"}, "pinned"),
        ({"period_from": "2032-01-01", "period_to": "2022-01-01"}, "period_to"),
        ({"locator": ""}, "locator"),
        ({"source": ""}, "source"),
    ],
)
def test_a_rule_of_figures_is_an_error_of_the_form(admin_client, changes, blamed):
    response = submit(admin_client, change_url(TopicFigureFactory()), **changes)
    assert blamed in response.context["adminform"].form.errors


def test_a_rule_about_a_field_that_a_row_leaves_out_is_an_error_too(admin_client, topic, figure):
    response = submit(admin_client, change_url(topic), figures__0__status="corrected")
    assert "A correction needs what was printed" in errors(response)


def test_a_row_that_repeats_a_figure_is_an_error(admin_client, topic):
    figure = TopicFigureFactory(subject=topic, item="new")
    row = {name.replace("__0__", "__1__"): value for name, value in ROW.items()}
    row |= {"figures__TOTAL_FORMS": "2", "figures__1__source": figure.source_id}
    assert not saved(submit(admin_client, change_url(topic), **row))


def test_a_row_that_someone_else_added_meanwhile_is_an_error(admin_client, topic, source):
    url = change_url(topic)
    row = {name.replace("__", "-"): value for name, value in ROW.items()}
    form = open_form(admin_client, url) | row | {"figures-0-source": source.pk}
    TopicFigureFactory(subject=topic, source=source, item="new")
    assert "already exists" in errors(admin_client.post(url, form))


@pytest.mark.parametrize(
    "changes", [{"first": "9", "last": "3"}, {"first": "0"}, {"fate": "ignored", "reason": ""}]
)
def test_a_rule_of_the_ledger_is_an_error_of_the_form(admin_client, changes):
    entry = LedgerEntryFactory()
    assert errors(submit(admin_client, change_url(entry), **changes)) != "[]"
    assert LedgerEntry.objects.get().edited == ""


def test_an_address_must_begin_with_https(admin_client, source):
    assert "https://" in errors(submit(admin_client, change_url(source), url="http://a.example"))


# Withdrawing


def test_figures_are_withdrawn_and_restored_together(admin_client, topic, figure):
    withdrawn = TopicFigureFactory(subject=topic, status="withdrawn")
    act(admin_client, "withdraw", figure, withdrawn)
    assert (edited(figure), edited(withdrawn)) == ("status", "")
    assert headlines(topic) == set()
    act(admin_client, "restore", figure)
    assert {found.status for found in headlines(topic)} == {"as_printed"}


def test_a_withdrawal_stands_in_the_history(admin_client, figure):
    act(admin_client, "withdraw", figure)
    entry = LogEntry.objects.get()
    assert (entry.object_id, str(entry)) == (
        str(figure.pk),
        f"Changed “{figure}” — Changed status.",
    )


def test_who_may_only_look_cannot_withdraw(client, django_user_model, figure):
    client.force_login(django_user_model.objects.create_user("bea", is_staff=True))
    assert act(client, "withdraw", figure).status_code == 403


# What the pages show


def test_a_search_finds_a_figure_by_its_subject(admin_client, figure):
    page = admin_client.get(list_url(TopicFigure), {"q": figure.subject.question})
    assert page.context["cl"].result_count == 1


def test_a_figure_of_a_topic_names_no_second_topic(admin_client, figure):
    assert "topic" not in open_form(admin_client, change_url(figure))


def test_only_measures_that_a_topic_may_have_are_offered(admin_client, topic):
    page = admin_client.get(change_url(topic)).content.decode()
    assert 'value="growth"' in page
    assert 'value="tuition"' not in page


def test_a_page_links_to_the_lists_of_what_belongs_to_it(admin_client, topic):
    page = admin_client.get(change_url(topic)).content.decode()
    assert f'<a href="{list_url(TopicFigure)}?subject__id__exact={topic.pk}">' in page


def test_more_rows_than_a_page_can_hold_are_left_to_their_list(admin_client, topic):
    for _row in range(26):
        TopicFigureFactory(subject=topic)
    assert "figures-TOTAL_FORMS" not in open_form(admin_client, change_url(topic))
    url = f"{list_url(TopicFigure)}?subject__id__exact={topic.pk}"
    assert admin_client.get(url).context["cl"].result_count == 26


def test_a_source_links_to_its_page(admin_client, source):
    assert (
        f'href="/sources/{source.slug}/"' in admin_client.get(change_url(source)).content.decode()
    )


def test_a_topic_and_its_figures_lead_to_their_page(admin_client, figure):
    for record in (figure, figure.subject):
        assert "View on site" in admin_client.get(change_url(record)).content.decode()


def test_rows_show_the_names_of_their_sources_without_asking_for_each(
    admin_client, topic, django_assert_max_num_queries
):
    for _row in range(20):
        TopicFigureFactory(subject=topic)
    with django_assert_max_num_queries(15):
        page = admin_client.get(change_url(topic)).content.decode()
    assert all(str(figure.source) in page for figure in topic.figures.all())
