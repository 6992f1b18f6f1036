"""One address to one whole file, whatever the server and the connection do."""

import pytest

from reference.downloads.faults import DownloadFault, Gone, PassingFault
from reference.downloads.fetching import fetch
from reference.downloads.partial import Partial
from tests.reference.downloads.publisher import (
    CSV,
    PAGE,
    Answer,
    csv_file,
    line,
    names,
    workbook,
)

ETAG = {"ETag": '"one"'}


class Download:
    """Of /a.csv into a folder."""

    def __init__(self, publisher, folder):
        self.publisher, self.folder = publisher, folder
        self.partial = Partial(folder, "a.csv")

    def __call__(self, *answers, file=None, **options):
        address = self.publisher.serve("/a.csv", *answers)
        seen = []
        fetch(
            file or csv_file(address),
            address,
            self.partial,
            line(**options),
            lambda size, total: seen.append((size, total)),
        )
        return seen

    def fault(self, *answers, **options):
        with pytest.raises(DownloadFault) as failed:
            self(*answers, **options)
        return str(failed.value)

    def stopped(self, *answers):
        """After one try that the connection did not outlive."""
        with pytest.raises(PassingFault):
            self(*answers, pauses=())
        return self.partial.size

    def content(self):
        return self.partial.path.read_bytes()


@pytest.fixture
def download(publisher, tmp_path):
    return Download(publisher, tmp_path)


def test_it_brings_the_file_and_says_how_far_it_is(download):
    seen = download(Answer(CSV))
    assert download.content() == CSV
    assert seen[-1] == (len(CSV), len(CSV))


def test_it_says_who_asks(download):
    download(Answer(CSV), contact="editor@example.org")
    ((_path, headers),) = download.publisher.asked
    assert headers["User-Agent"] == "Gradpath download_federal (editor@example.org)"


def test_a_file_without_a_length_is_taken_to_its_end(download):
    assert download(Answer(CSV, length=False))[-1] == (len(CSV), None)
    assert download.content() == CSV


def test_a_cut_connection_goes_on_where_it_stopped(download):
    download(Answer(CSV, headers=ETAG, cut=4000), Answer(CSV, headers=ETAG))
    assert download.content() == CSV
    assert download.publisher.ranges() == [None, f"bytes={len(CSV) - 4000}-"]
    assert download.publisher.asked[1][1]["If-Range"] == '"one"'


def test_another_run_goes_on_too(download):
    size = download.stopped(Answer(CSV, cut=4000))
    download(Answer(CSV))
    assert download.content() == CSV
    assert download.publisher.ranges() == [None, f"bytes={size}-"]


def test_a_weak_tag_is_no_version_but_the_day_of_change_is(download):
    day = "Sun, 21 Sep 2025 10:00:00 GMT"
    download.stopped(Answer(CSV, headers={"ETag": 'W/"1"', "Last-Modified": day}, cut=1))
    download(Answer(CSV, headers={"Last-Modified": day}))
    assert download.publisher.asked[1][1]["If-Range"] == day
    assert download.content() == CSV


def test_another_version_is_fetched_from_its_start(download):
    download.stopped(Answer(CSV, headers=ETAG, cut=4000))
    new = CSV.replace(b"Computer", b"Applied")
    download(Answer(new, headers={"ETag": '"two"'}))
    assert download.content() == new


def test_a_server_without_ranges_starts_over(download):
    download.stopped(Answer(CSV, cut=4000))
    download(Answer(CSV, ranges=False))
    assert download.content() == CSV


def test_without_what_the_server_said_it_starts_over(download):
    download.stopped(Answer(CSV, cut=4000))
    (download.folder / "a.csv.said.part").write_text("[1]")
    download(Answer(CSV))
    assert download.content() == CSV
    assert download.publisher.ranges() == [None, None]


def test_a_part_of_another_address_is_not_gone_on_with(download):
    download.stopped(Answer(CSV, cut=4000))
    address = download.publisher.serve("/b.csv", Answer(CSV))
    fetch(csv_file(address), address, download.partial, line(), lambda *_: None)
    assert download.publisher.ranges() == [None, None]


def test_a_whole_part_needs_no_more_bytes(download):
    download(Answer(CSV))
    download(Answer(CSV))
    assert download.publisher.ranges() == [None, f"bytes={len(CSV)}-"]
    assert download.content() == CSV


def test_a_part_longer_than_the_file_starts_over(download):
    download(Answer(CSV + CSV))
    download(Answer(CSV))
    assert download.content() == CSV


def test_a_416_that_nobody_asked_for_is_tried_again(download):
    assert "another version" in download.fault(Answer(status=416))
    assert len(download.publisher.asked) == 3


def test_bytes_from_another_place_are_not_taken(download):
    download.stopped(Answer(CSV, cut=4000))
    wrong = Answer(CSV[10:], 206, {"Content-Range": f"bytes 10-{len(CSV) - 1}/{len(CSV)}"})
    download(wrong, Answer(CSV))
    assert download.content() == CSV


def test_a_206_that_nobody_asked_for_is_not_taken(download):
    assert "another place" in download.fault(Answer(CSV, 206))


def test_a_connection_that_never_holds_is_given_up(download):
    waited = []
    fault = download.fault(
        Answer(CSV, cut=len(CSV) - 2100, ranges=False), pauses=(1, 4), wait=waited.append
    )
    assert fault == f"only 2100 of {len(CSV)} bytes came; run it again: it goes on from there"
    assert waited == [1, 4]
    assert download.partial.size == 2100


def test_a_busy_server_is_asked_again(download):
    download(Answer(status=503), Answer(CSV))
    assert download.content() == CSV


def test_a_silent_server_is_not_waited_for(download):
    fault = download.fault(Answer(silent=True), timeout=0.05, pauses=())
    assert fault == "no answer in 30 seconds; try again later"


def test_silence_in_the_middle_is_not_waited_for(download, monkeypatch):
    def fall_silent(self, _size):
        raise TimeoutError

    monkeypatch.setattr("http.client.HTTPResponse.read1", fall_silent)
    assert "no answer" in download.fault(Answer(CSV))


@pytest.mark.parametrize(
    ("status", "said", "tries"),
    [
        (403, "refuses programs (HTTP 403); say who you are with --contact", 1),
        (429, "the server is busy (HTTP 429); try again later", 3),
        (204, "the server answered with HTTP 204", 1),
        (418, "the server answered with HTTP 418", 1),
    ],
)
def test_a_status_says_what_to_do(download, status, said, tries):
    assert said in download.fault(Answer(status=status))
    assert len(download.publisher.asked) == tries


def test_an_address_without_a_file_says_so(download):
    with pytest.raises(Gone, match=r"nothing is there \(HTTP 404\)"):
        download(Answer(status=404))


@pytest.mark.parametrize("size", [0, 5000])
def test_an_error_page_is_told_by_what_it_is(download, size):
    fault = download.fault(Answer(PAGE + b" " * size))
    assert fault == "what came is a web page or XML “Access Denied”, not a CSV file"
    assert names(download.folder) == []


def test_another_kind_of_file_is_refused(download):
    fault = download.fault(Answer(workbook()))
    assert fault == "what came is a spreadsheet or zip archive, not a CSV file"


def test_a_file_that_says_it_is_too_large_is_not_begun(download):
    fault = download.fault(Answer(CSV), file=csv_file("http://x/a.csv", most=5000))
    assert f"it has {len(CSV)} bytes or more, the most is 5000" in fault
    assert names(download.folder) == []


def test_a_file_that_grows_too_large_is_stopped(download):
    long = CSV * 100
    file = csv_file("http://x/a.csv", most=5000)
    assert "the most is 5000" in download.fault(Answer(long, length=False), file=file)
    assert names(download.folder) == []


def test_a_file_that_is_too_small_is_refused(download):
    fault = download.fault(Answer(b"a,b\n"))
    assert fault == "only 4 bytes came, the least is 100: it cannot be the file"
    assert names(download.folder) == []


def test_a_packed_answer_is_refused(download):
    assert "packed" in download.fault(Answer(CSV, headers={"Content-Encoding": "gzip"}))
