"""A bound on the time of a query.

Oxigraph cannot be told to stop. A query therefore runs in a thread of its own: when its time is
over its caller goes on with an error, and the thread ends at the next solution, or with the
process.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from kamergraaf.errors import BrokenResourceError

SECONDS = 120.0
"""How long the query for one set of focus nodes may take, seconds of wall time."""

SOLUTIONS = 1_000_000
"""How many solutions it may have; a query without joins would have no end of them."""

T = TypeVar("T")


def within(seconds: float, work: Callable[[threading.Event], T]) -> T:
    """What ``work`` gives; it is given an event that says when nobody waits any more.

    Raises BrokenResourceError when the time is over, and what ``work`` raises.
    """
    over = threading.Event()
    given: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(work(over))
        except BaseException as problem:
            # Without its frames, because Oxigraph's solutions may not be let go in another thread.
            raised.append(problem.with_traceback(None))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        over.set()
    if raised:
        raise raised[0]
    if not given:
        raise BrokenResourceError(f"the query takes longer than {seconds:g} seconds")
    return given[0]
