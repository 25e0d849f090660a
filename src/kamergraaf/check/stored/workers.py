"""Units checked by this process, or by several where there are many."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from kamergraaf.ask.store import Oxigraph
from kamergraaf.check import checks
from kamergraaf.check.stored.held import Held
from kamergraaf.check.stored.state import Checked
from kamergraaf.check.stored.unit import Checker
from kamergraaf.errors import KamergraafError

MANY = 64
"""Units that are checked sooner by one process than others are started."""
_TOGETHER = 16
"""Units that a process gets at once."""

Task = tuple[str, tuple[str, ...]]
"""A node that several letters may describe, and the shapes that choose it."""
Unit = TypeVar("Unit", Held, Task)

_checker: Checker | None = None
"""The checker of a process that works for another."""


class Workers:
    """Checks units of the store at a folder; ``jobs`` processes (0: one per processor)."""

    def __init__(self, checker: Checker, store: Path, wanted: checks.Wanted, jobs: int) -> None:
        self._checker, self._jobs = checker, jobs or os.cpu_count() or 1
        # Each process loads what it checks against: it cannot be handed over.
        self._given = store, replace(wanted, quality=())

    def graphs(self, units: Sequence[Held]) -> Iterator[Checked]:
        """Check letters and other graphs; these first, by this process, which has their quads."""
        yield from (self._checker.graphs(one) for one in units if not one.is_letter)
        letters = [one for one in units if one.is_letter]
        yield from self._spread(letters, self._checker.graphs, _graphs)

    def nodes(self, tasks: Sequence[Task]) -> Iterator[Checked]:
        """Check nodes that several letters may describe."""
        yield from self._spread(tasks, lambda task: self._checker.node(*task), _nodes)

    def _spread(
        self,
        units: Sequence[Unit],
        here: Callable[[Unit], Checked],
        there: Callable[[tuple[Unit, ...]], list[Checked]],
    ) -> Iterator[Checked]:
        if self._jobs == 1 or len(units) < MANY:
            yield from map(here, units)
            return
        pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), _begin, self._given)
        try:
            for some in pool.map(there, _batches(units)):
                yield from some
        except BrokenProcessPool as problem:
            raise KamergraafError("a process that checks letters has ended by itself") from problem
        finally:
            pool.shutdown(cancel_futures=True)


def _batches(units: Sequence[Unit]) -> Iterator[tuple[Unit, ...]]:
    left = iter(units)
    while some := tuple(islice(left, _TOGETHER)):
        yield some


def _begin(store: Path, wanted: checks.Wanted) -> None:
    """Make this process's checker; an interruption is for the process that waits for it."""
    global _checker  # noqa: PLW0603 - a process of a pool keeps what it has in a module
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    loaded, ontology = checks.load(wanted, ours=True)
    _checker = Checker(Oxigraph.from_folder(store).store, loaded, ontology, wanted.timeout)


def _graphs(units: tuple[Held, ...]) -> list[Checked]:
    assert _checker is not None
    return [_checker.graphs(one) for one in units]


def _nodes(tasks: tuple[Task, ...]) -> list[Checked]:
    assert _checker is not None
    return [_checker.node(*task) for task in tasks]
