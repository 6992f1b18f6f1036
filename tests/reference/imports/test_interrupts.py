import os
import signal
from threading import Thread

import pytest

from reference.imports.interrupts import Stopped, stoppable


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_what_is_under_way(number, status):
    with pytest.raises(Stopped) as stop, stoppable():
        os.kill(os.getpid(), number)
    assert stop.value.status == status


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_may_come_too_late(number):
    with stoppable() as too_late:
        too_late()
        os.kill(os.getpid(), number)


def test_signals_mean_afterwards_what_they_meant_before():
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with stoppable() as too_late:
        too_late()
    with pytest.raises(Stopped), stoppable():
        os.kill(os.getpid(), signal.SIGTERM)
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_beside_the_main_thread_no_signal_is_touched():
    before = signal.getsignal(signal.SIGTERM)
    seen = []

    def work():
        with stoppable() as too_late:
            too_late()
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
