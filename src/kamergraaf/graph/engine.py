"""The storage engine below a store that is being written, kept within bounds.

Oxigraph takes no settings for it. What it does take from the process that opens a store: how many
files it may keep open, how many processors there are, and the priority of its threads.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph

_FILES = 128
"""Files that the engine is told it may open; it needs 96. The index of every open file stays in
memory, so that without a bound memory grows with the store."""

_NICE = 10
"""How far the threads that merge files give way to reading. A merge costs nearly the same for many
new files as for few, so it pays to come to it late."""


def opened(folder: Path) -> pyoxigraph.Store:
    """The store at ``folder`` for writing; it is made where there is none. Raises OSError where
    that cannot be done."""
    import pyoxigraph

    before = _threads()
    with _few_files(), _one_processor() as processors:
        store = pyoxigraph.Store(str(folder))
    with contextlib.suppress(OSError):  # They work as well at the common priority.
        for thread in _threads() - before:
            os.setpriority(os.PRIO_PROCESS, thread, _NICE)
            os.sched_setaffinity(thread, processors)
    return store


def give_back() -> None:
    """Give memory that is free back to the system. A load frees some hundred megabytes in small
    pieces, which the C library keeps; what lies scattered between them would add up over hundreds
    of loads."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(AttributeError):  # Other C libraries than GNU's have no such call.
            ctypes.CDLL(None).malloc_trim(0)


def _threads() -> set[int]:
    """The threads of this process, where they have numbers that a priority can be set by."""
    tasks = Path("/proc/self/task")
    return {int(task.name) for task in tasks.iterdir()} if tasks.is_dir() else set()


@contextlib.contextmanager
def _few_files() -> Iterator[None]:
    """Lower the limit of open files, by which the engine sets its own, while it is opened."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    few = _FILES if soft == resource.RLIM_INFINITY else min(soft, _FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (few, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextlib.contextmanager
def _one_processor() -> Iterator[set[int]]:
    """Let this thread have one processor while the engine is opened, which counts them to know how
    many merges it may do at a time: each takes memory. Gives those that it had."""
    if sys.platform != "linux":
        yield set()
        return
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    try:
        yield all_of_them
    finally:
        os.sched_setaffinity(0, all_of_them)
