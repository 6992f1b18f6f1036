"""Ctrl-C and SIGTERM stop an import until it commits; from then on they come too late."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(KeyboardInterrupt):
    """`status`: the exit status that shells give to a process which the signal ended."""

    def __init__(self, number: int):
        super().__init__(number)
        self.status = 128 + number


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Within, the signals raise Stopped, until the function given is called."""
    if current_thread() is not main_thread():  # signals reach the main thread only
        yield lambda: None
        return
    before = {number: signal.signal(number, _stop) for number in SIGNALS}
    try:
        yield _ignore
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number, _frame):
    raise Stopped(number)


def _ignore():
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
