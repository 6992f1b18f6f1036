"""What one process of the site needs for a page, and plain SQL for the same question.

Runs in a process of its own for each size: the whole of Django, but no network between.
"""

import time
from collections.abc import Callable
from io import BytesIO
from statistics import median

from tests.benchmarks.finding_speed_data import flat, stems_of
from tests.benchmarks.finding_speed_questions import QUESTIONS, Question
from tests.benchmarks.finding_speed_sql import PlainSQL

SECONDS = 0.7  # for each question and each side
MOST, LEAST = 200, 3


def measure(size: int, lot: int, lots: int) -> dict:
    """{question: {side: median ms}}; `lot`: which of so many lots of the new texts."""
    from config.wsgi import application

    plain, rows = PlainSQL(flat(size)), listed_rows(size)
    trivial = _middle(lambda: _get(application, "/healthz"))
    answers = {}
    for question in QUESTIONS:
        texts = list(question.texts[lot::lots][:40]) or [question.text]
        stems = stems_of(texts)
        addresses = [question.site(rows, text) for text in texts]
        if not question.texts:
            _get(application, addresses[0])  # asked before
        answers[question.key] = {
            "page": _middle(*[_asking(application, address) for address in addresses]),
            "sql": _middle(*[_fetching(plain, question, stems[text], rows) for text in texts]),
            "trivial": trivial,
        }
    return answers


def listed_rows(size: int) -> int:
    [[number]] = PlainSQL(flat(size)).database.execute("SELECT COUNT(*) FROM listed")
    return number


def counted(size: int) -> dict:
    """{question: the count that plain SQL finds}, and the stems of every text."""
    plain, rows = PlainSQL(flat(size)), listed_rows(size)
    texts = {text for question in QUESTIONS for text in (question.text, *question.texts) if text}
    stems = stems_of(sorted(texts))
    answers = {q.key: plain.answer(q, stems.get(q.text, ""), rows) for q in QUESTIONS}
    told = {key: {**answer, "rows": len(answer["rows"])} for key, answer in answers.items()}
    return {"rows": rows, "stems": stems, "answers": told}


def _asking(application, address) -> Callable:
    return lambda: _get(application, address)


def _fetching(plain, question: Question, stems, rows) -> Callable:
    return lambda: plain.answer(question, stems, rows)


def _middle(*asks: Callable) -> float:
    """Milliseconds; several are each asked once, one as often as the time allows."""
    times: list[float] = []
    until = time.perf_counter() + SECONDS
    several = iter(asks)
    while len(times) < MOST and (len(times) < LEAST or time.perf_counter() < until):
        ask = asks[0] if len(asks) == 1 else next(several, None)
        if ask is None:
            break
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def _get(application, address: str) -> bytes:
    path, _mark, query = address.partition("?")
    told: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1:8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
    }
    response = application(environ, lambda status, headers, *_more: told.append(status))
    try:
        body = b"".join(response)
    finally:
        response.close()
    if not told[0].startswith("200"):
        raise RuntimeError(f"{told[0]} for {address}")
    return body
