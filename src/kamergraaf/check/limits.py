"""Bounds on what a check may cost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kamergraaf.errors import BrokenResourceError


@contextmanager
def at_most(seconds: float | None) -> Iterator[None]:
    """Raise BrokenResourceError in what runs inside when its time is over.

    Also a regular expression is interrupted. None sets no bound; nor is there one outside the main
    thread, or where the system has no interval timer.
    """
    main = threading.current_thread() is threading.main_thread()
    if not seconds or not main or not hasattr(signal, "setitimer"):
        yield
        return

    def over(_signal: int, _frame: object) -> None:
        raise BrokenResourceError(
            f"the shapes took more than {seconds:g} seconds on these data (--timeout)"
        )

    before = signal.signal(signal.SIGALRM, over)
    # Again and again, because a library may take the first for an error of its own.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
