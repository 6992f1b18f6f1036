import pytest

from reference.enumerations import Origin
from reference.imports import run
from reference.imports.errors import UnusableFile
from reference.imports.report import sentence
from reference.imports.run import Options, run_import
from reference.models import Source, Topic, TopicFigure
from reference.signals import evidence_changed
from tests.samples import copy_of_samples, edit, load, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def samples(tmp_path):
    return copy_of_samples(tmp_path)


def imported(folder, *apps, **options):
    return run_import(dict.fromkeys(apps or ("reference",), folder), Options(**options))


def counts(report):
    return sentence(report.totals).partition(" = ")[2]


@pytest.fixture
def heard():
    """How often it was told that evidence changed."""
    calls = []
    receiver = evidence_changed.connect(lambda sender, **_signal: calls.append(sender), weak=False)
    yield calls
    evidence_changed.disconnect(receiver)


def test_all_apps_load_in_one_go(samples):
    report = imported(samples, "reference", "careers", "programs")
    assert counts(report) == "created 64 + updated 0 + unchanged 0 + kept 0 + rejected 0"
    assert list(report.files)[0] == "reference/sources.csv"
    assert list(report.files)[-1] == "programs/figures.csv"


def test_every_row_that_is_read_is_counted(samples):
    edit(samples / "reference" / "ledger.csv", ",5,9,", ",9,5,")
    edit(samples / "reference" / "topics.csv", ",seed,", ",seed,,x")
    folder = samples / "reference"
    lines = sum(len(file.read_text().splitlines()) - 1 for file in folder.glob("*.csv"))
    guides = len(list(folder.glob("guides/*.md")))
    assert imported(samples, keep_going=True).totals.total() == lines + guides


def test_one_rejection_leaves_everything_as_it_was(samples):
    edit(samples / "reference" / "ledger.csv", ",5,9,", ",9,5,")
    report = imported(samples)
    assert (report.written, len(report.rejections)) == (False, 1)
    assert counts(report) == "created 10 + updated 0 + unchanged 0 + kept 0 + rejected 1"
    assert not Source.objects.exists()


def test_with_keep_going_the_good_rows_are_loaded(samples):
    edit(samples / "reference" / "ledger.csv", ",5,9,", ",9,5,")
    report = imported(samples, keep_going=True)
    assert (report.written, counts(report)) == (
        True,
        "created 10 + updated 0 + unchanged 0 + kept 0 + rejected 1",
    )
    assert Source.objects.count() == 2


def test_with_keep_going_rows_that_need_a_rejected_row_are_rejected_too(samples):
    edit(samples / "reference" / "topics.csv", "ml-engineer-pay,What", "ml engineer pay,What")
    report = imported(samples, keep_going=True)
    assert [rejection.file for rejection in report.rejections] == [
        "reference/topics.csv",
        "reference/figures.csv",
        "reference/figures.csv",
    ]


def test_a_dry_run_reports_the_same_and_writes_nothing(samples):
    dry = imported(samples, dry_run=True)
    assert not Source.objects.exists()
    real = imported(samples)
    assert dry.as_data() == real.as_data() | {"written": False}


def test_a_dry_run_does_not_load_the_good_rows_either(samples):
    edit(samples / "reference" / "ledger.csv", ",5,9,", ",9,5,")
    assert not imported(samples, dry_run=True, keep_going=True).written
    assert not Source.objects.exists()


def test_a_second_run_changes_nothing(samples):
    load(samples)
    before = stored()
    report = imported(samples, "reference", "careers", "programs")
    assert counts(report) == "created 0 + updated 0 + unchanged 64 + kept 0 + rejected 0"
    assert stored() == before


def test_a_file_that_cannot_be_used_stops_before_anything_is_written(samples):
    (samples / "reference" / "figures.csv").write_text("")
    with pytest.raises(UnusableFile):
        imported(samples)
    assert not Source.objects.exists()


def test_a_row_of_an_unknown_kind_is_rejected(samples):
    figures = samples / "reference" / "figures.csv"
    edit(figures, "topic,ml-engineer-pay,growth", "career,ml-engineer-pay,growth")
    [rejection] = imported(samples).rejections
    assert str(rejection) == (
        "reference/figures.csv, line 3, column subject_kind: “career” is not one of topic"
    )


def test_overwrite_reaches_the_rows(samples):
    load(samples)
    Topic.objects.update(question="Mine?", edited="question")
    assert counts(imported(samples)).endswith("unchanged 10 + kept 1 + rejected 0")
    report = imported(samples, overwrite=True)
    # the topic, and the source and the guide that are an editor's in part by the samples
    assert counts(report).startswith("created 0 + updated 3")
    assert Topic.objects.get().question != "Mine?"


def test_headlines_follow_the_figures(samples):
    imported(samples)
    assert TopicFigure.objects.filter(measure="pay", headline=True).count() == 1


def test_those_above_hear_of_new_evidence_once(samples, heard):
    imported(samples)
    assert heard == [None]


@pytest.mark.parametrize("options", [{}, {"dry_run": True}])
def test_nobody_hears_of_an_import_that_changed_nothing(samples, heard, options):
    load(samples)
    heard.clear()
    if options:
        Topic.objects.update(question="Old?")
    imported(samples, **options)
    assert heard == []


def test_nothing_is_written_where_a_signal_comes_while_it_works(samples, monkeypatch):
    class Signalled(KeyboardInterrupt):
        pass

    def stop():
        raise Signalled

    monkeypatch.setattr(run, "refresh_all_headlines", stop)
    with pytest.raises(Signalled):
        imported(samples)
    assert not Source.objects.exists()


def test_records_of_another_origin_are_not_missed(samples):
    load(samples)
    Topic.objects.create(key="mine", question="?", origin=Origin.EDITOR)
    Topic.objects.create(key="old", question="?", origin=Origin.SEED)
    assert imported(samples).missing == ["reference/topics.csv: old"]


def test_one_file_misses_only_what_it_held(samples):
    load(samples)
    assert imported(samples / "reference" / "topics.csv").missing == []


def test_the_bar_is_for_a_terminal_only(samples, capfd):
    imported(samples)
    assert capfd.readouterr().err == ""
