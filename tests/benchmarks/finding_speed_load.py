"""A closed loop: so many visitors, each of whom asks again as soon as the answer is read."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import repeat
from statistics import median
from threading import Lock, Thread


@dataclass(frozen=True)
class Load:
    """Milliseconds of the middle answer and of the 99th in a hundred, and bytes of one page."""

    middle: float
    slow: float
    answers: int
    size: int


def load(port: int, addresses: Iterable[str] | str, visitors: int, seconds: float) -> Load:
    """`addresses`: one for all, or each to be asked once; then it may end before its time."""
    once = repeat(addresses) if isinstance(addresses, str) else addresses
    shared = _Shared(iter(once), time.perf_counter() + seconds)
    threads = [Thread(target=_visit, args=(port, shared)) for _visitor in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if shared.faults:
        raise RuntimeError(f"{shared.faults[0]} on port {port}")
    times = sorted(shared.times)
    slow = times[min(len(times) - 1, len(times) * 99 // 100)]
    return Load(median(times) * 1000, slow * 1000, len(times), shared.size)


class _Shared:
    def __init__(self, addresses: Iterator[str], until: float):
        self.addresses, self.until = addresses, until
        self.lock = Lock()
        self.times: list[float] = []
        self.faults: list[str] = []
        self.size = 0

    def next(self) -> str | None:
        with self.lock:
            over = self.faults or (self.times and time.perf_counter() > self.until)
            return None if over else next(self.addresses, None)


def _visit(port: int, shared: _Shared) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    while (address := shared.next()) is not None:
        start = time.perf_counter()
        connection.request("GET", address)
        response = connection.getresponse()
        body = response.read()
        shared.times.append(time.perf_counter() - start)
        shared.size = len(body)
        if response.status != 200:
            shared.faults.append(f"{response.status} for {address}")
    connection.close()


def fetched(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", address)
    response = connection.getresponse()
    text = response.read().decode()
    if response.status != 200:
        raise RuntimeError(f"{response.status} for {address}")
    return text
