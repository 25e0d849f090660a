"""A bound on time holds for what does not look at the clock itself."""

from __future__ import annotations

import re
import signal
import time
from contextlib import suppress

import pytest

from kamergraaf.check.limits import at_most
from kamergraaf.errors import BrokenResourceError


def test_a_regular_expression_is_interrupted() -> None:
    start = time.monotonic()
    with pytest.raises(BrokenResourceError, match=r"more than 0\.2 seconds"), at_most(0.2):
        re.match("^(a+)+$", "a" * 40 + "!")
    assert time.monotonic() - start < 5


def test_what_swallows_the_first_alarm_gets_another() -> None:
    with pytest.raises(BrokenResourceError), at_most(0.1):
        with suppress(Exception):
            time.sleep(5)
        time.sleep(5)


def test_what_ends_in_time_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with at_most(60):
        pass
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_none_is_no_bound() -> None:
    with at_most(None):
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
