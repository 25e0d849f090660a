"""Several processes that read letters; what they send comes back in the order of the letters.

Each process loads the lexicon once. One that dies (out of memory, killed) or hangs costs the letter
it was reading, which is told, and another takes its place.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from kamergraaf.errors import InputError, KamergraafError
from kamergraaf.pipeline.parcels import Parcel, Settings, pack
from kamergraaf.pipeline.reading import vocabulary

_AHEAD = 8
"""Letters per process that may be under way: enough to keep all busy beside a long one, and few
enough to hold in memory."""

_EACH = 2
"""Letters that a process has been given: the one it reads and the next."""

_PATIENCE = 600.0
"""Seconds after which a letter is given up."""

_STARTS = 3
"""Times that processes may fail before they have read anything."""

Outcome = Parcel | KamergraafError


@dataclass(frozen=True, slots=True)
class Item:
    """A letter in its turn: its file, the digest of its path, and its IRI where the store has it
    already and nobody needs to read it."""

    path: Path
    digest: str = ""
    known: str | None = None


@dataclass(slots=True)
class _Worker:
    """A process, our end of the pipe to it, and the letters it has been given."""

    process: BaseProcess
    pipe: Connection
    given: deque[tuple[int, Item]] = field(default_factory=deque)
    ready: bool = False
    since: float = 0.0


def one_by_one(items: Iterable[Item], settings: Settings) -> Iterator[tuple[Item, Outcome | None]]:
    """Read letters in this process; None for one that is known."""
    lexicon = vocabulary(settings.ontology).lexicon()
    for item in items:
        yield item, None if item.known else pack(item.path, lexicon, settings.base)


class Workers:
    """``jobs`` processes that read letters with the same settings."""

    def __init__(self, jobs: int, settings: Settings) -> None:
        self._jobs, self._settings = jobs, settings
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._queue: deque[tuple[int, Item]] = deque()
        self._done: dict[int, tuple[Item, Outcome | None]] = {}
        self._failures = 0

    def read(self, items: Iterable[Item]) -> Iterator[tuple[Item, Outcome | None]]:
        """What came of each letter, in the order of ``items``; None for one that is known.

        ``items`` is drawn a few letters ahead. Raises InputError where no process can be started.
        """
        source = enumerate(items)
        told = taken = 0
        more = True
        try:
            while more or told < taken:
                while more and taken - told < self._jobs * _AHEAD:
                    following = next(source, None)
                    more = following is not None
                    if following is not None:
                        taken += 1
                        self._take(*following)
                while told in self._done:
                    yield self._done.pop(told)
                    told += 1
                if told < taken and told not in self._done:
                    self._turn()
        finally:
            self._stop()

    def _take(self, index: int, item: Item) -> None:
        if item.known:
            self._done[index] = (item, None)
        else:
            self._queue.append((index, item))

    def _turn(self) -> None:
        """Hand out letters and wait until something comes back."""
        while len(self._workers) < min(self._jobs, len(self._queue) + self._busy()):
            self._start()
        for worker in self._workers:
            self._give(worker)
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(pipes), timeout=1.0):
            assert isinstance(pipe, Connection)
            self._receive(pipes[pipe])
        for worker in list(self._workers):
            late = worker.given and time.monotonic() - worker.since > _PATIENCE
            if late and not worker.pipe.poll():
                worker.process.kill()
                self._lost(worker, f"not read within {_PATIENCE / 60:.0f} minutes")

    def _busy(self) -> int:
        return sum(1 for worker in self._workers if worker.given)

    def _give(self, worker: _Worker) -> None:
        while worker.ready and self._queue and len(worker.given) < _EACH:
            index, item = self._queue.popleft()
            if not worker.given:
                worker.since = time.monotonic()
            worker.given.append((index, item))
            try:
                worker.pipe.send(item.path)
            except OSError:
                return  # it has died; the end of its pipe tells so in ``_receive``

    def _receive(self, worker: _Worker) -> None:
        """Take one message from a process, or notice that it has died."""
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            self._lost(worker, f"the process that read it died ({_how(worker.process)})")
            return
        if not worker.ready:
            worker.ready = True
            return
        index, item = worker.given.popleft()
        worker.since = time.monotonic()
        outcome = (
            message if isinstance(message, Parcel) else InputError(message[0], where=message[1])
        )
        self._done[index] = (item, outcome)

    def _lost(self, worker: _Worker, why: str) -> None:
        """Blame the letter that a dead process was reading, and give its others to the rest."""
        self._workers.remove(worker)
        worker.pipe.close()
        if worker.given:
            index, item = worker.given.popleft()
            self._done[index] = (item, InputError(why, where=str(item.path)))
        elif not worker.ready:
            self._failures += 1
            if self._failures >= _STARTS:
                raise InputError("processes for reading cannot be started; try --jobs 1")
        self._queue.extendleft(reversed(worker.given))

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._settings), daemon=True)
        with _uninterrupted():
            process.start()
            self._workers.append(_Worker(process, ours))
        theirs.close()

    def _stop(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers = []


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back an interruption from the keyboard while a process is started: it would end the new
    one, with a traceback, before that can ignore it (it inherits that the signal is held back)."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # Its own start would let the signal through.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _how(process: BaseProcess) -> str:
    code = process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


def _work(pipe: Connection, settings: Settings) -> None:
    """What a process does: read the letters it is sent until the pipe closes.

    An interruption from the keyboard reaches all processes; the one that writes tells the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lexicon = vocabulary(settings.ontology).lexicon()
    gc.freeze()  # The lexicon stays; looking through it for garbage costs a twentieth of the time.
    try:
        pipe.send(None)
        while True:
            outcome = pack(pipe.recv(), lexicon, settings.base)
            told = outcome if isinstance(outcome, Parcel) else (outcome.message, outcome.where)
            pipe.send(told)
    except (EOFError, OSError):
        return
