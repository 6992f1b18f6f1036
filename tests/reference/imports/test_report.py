import json
from collections import Counter

from reference.imports.errors import Rejection
from reference.imports.report import Kept, Outcome, Report


def report():
    """Of two files: three rows kept or changed, two rejected out of turn."""
    made = Report(written=True)
    made.count("app/b.csv", Outcome.CREATED, 2)
    made.count("app/a.csv", Outcome.KEPT)
    made.kept.append(Kept("app/a.csv", 2, "pay", ("question", "summary")))
    made.missing.append("app/a.csv: co\nst")
    made.reject("app", Rejection("a.csv", 5, "key", "is bad"))
    made.reject("app", Rejection("b.csv", 9, "", "is worse"))
    made.reject("app", Rejection("a.csv", 3, "", "is bad too"))
    return made


def test_every_row_read_has_one_outcome():
    assert report().lines()[:2] == [
        "app/b.csv: read 3 = created 2 + updated 0 + unchanged 0 + kept 0 + rejected 1",
        "app/a.csv: read 3 = created 0 + updated 0 + unchanged 0 + kept 1 + rejected 2",
    ]


def test_the_last_line_sums_up():
    assert report().lines()[-1] == (
        "read 6 = created 2 + updated 0 + unchanged 0 + kept 1 + rejected 3"
    )


def test_what_was_kept_missed_and_rejected_is_named_by_file_and_line():
    assert report().lines()[2:-1] == [
        "app/a.csv, line 2: kept the editor’s question, summary of pay",
        r"no longer in its file: app/a.csv: co\nst",
        "app/b.csv, line 9: is worse",
        "app/a.csv, line 3: is bad too",
        "app/a.csv, line 5, column key: is bad",
    ]


def test_it_says_where_nothing_was_written():
    made = report()
    made.written = False
    assert made.lines()[-2] == "Nothing was changed."


def test_an_import_of_nothing_sums_up_too():
    assert Report(written=True).lines() == [
        "read 0 = created 0 + updated 0 + unchanged 0 + kept 0 + rejected 0"
    ]


def test_the_same_is_there_as_data():
    data = json.loads(json.dumps(report().as_data()))
    assert data == {
        "written": True,
        "files": {
            "app/b.csv": {"created": 2, "rejected": 1},
            "app/a.csv": {"kept": 1, "rejected": 2},
        },
        "left_out": {},
        "totals": {"created": 2, "updated": 0, "unchanged": 0, "kept": 1, "rejected": 3},
        "rejections": [
            {"file": "app/b.csv", "line": 9, "column": "", "reason": "is worse"},
            {"file": "app/a.csv", "line": 3, "column": "", "reason": "is bad too"},
            {"file": "app/a.csv", "line": 5, "column": "key", "reason": "is bad"},
        ],
        "kept": [
            {"file": "app/a.csv", "line": 2, "record": "pay", "fields": ["question", "summary"]}
        ],
        "missing": ["app/a.csv: co\nst"],
        "notes": [],
    }


def test_what_is_left_out_or_noted_is_said_and_is_no_row():
    made = Report(written=True)
    made.leave_out("f.csv", Counter({"of another field": 2, "that sum up": 3}))
    made.leave_out("f.csv", Counter({"of another field": 1}))
    made.leave_out("g.csv", Counter())
    made.notes.append("no state\nGU")
    assert made.lines() == [
        "f.csv: left out 6 rows: 3 of another field, 3 that sum up",
        r"no state\nGU",
        "read 0 = created 0 + updated 0 + unchanged 0 + kept 0 + rejected 0",
    ]
    assert made.as_data()["left_out"] == {"f.csv": {"of another field": 3, "that sum up": 3}}
    assert made.as_data()["notes"] == ["no state\nGU"]


def test_only_rows_that_may_have_been_written_are_a_change():
    made = Report()
    made.count("app/a.csv", Outcome.UNCHANGED)
    made.reject("app", Rejection("a.csv", 3, "", "is bad"))
    assert not made.changed
    for outcome in (Outcome.CREATED, Outcome.UPDATED, Outcome.KEPT):
        made = Report()
        made.count("app/a.csv", outcome)
        assert made.changed
