"""Many letters at once: into a file, into a store, or both, in memory that does not grow.

A store is resumed: a letter that it holds, read from the same bytes by the same version with the
same ontology, is not read again. What is written does not depend on the number of processes.
"""

from __future__ import annotations

import contextlib
import fnmatch
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from kamergraaf.errors import InputError, KamergraafError
from kamergraaf.graph.build import register_quads, run_quads
from kamergraaf.graph.disk import Letters
from kamergraaf.graph.quads import nquads
from kamergraaf.graph.target import GraphFile
from kamergraaf.pipeline.inputs import letters, searched
from kamergraaf.pipeline.parcels import Parcel, Settings
from kamergraaf.pipeline.reading import file_name, vocabulary
from kamergraaf.pipeline.workers import Item, Outcome, Workers, one_by_one

_FEW = 16
"""Letters that are read sooner by one process than others are started."""


@dataclass(frozen=True, slots=True)
class Order:
    """Where letters go and how: a graph file, the folder of a store, or both; ``jobs`` processes
    that read (0: one per processor, where there are many letters); ``anew`` reads letters that the
    store has, too; ``prune`` takes letters out of the store whose file is gone."""

    settings: Settings = field(default_factory=Settings)
    output: Path | None = None
    store: Path | None = None
    jobs: int = 0
    anew: bool = False
    prune: bool = False


class What(StrEnum):
    """What came of a letter."""

    READ = "read"
    UNCHANGED = "unchanged"
    REPEATED = "repeated"  # another file of this call gave the same document
    SKIPPED = "skipped"  # it cannot be read


@dataclass(frozen=True, slots=True)
class Step:
    """A letter is done: which of how many, what came of it, and what there is to tell."""

    number: int
    total: int
    path: Path
    what: What
    message: str = ""


@dataclass(slots=True)
class Tally:
    """How many letters came to what, and how many warnings those read have; ``gone`` are the files
    of letters that the store has, or had before it was pruned, where there is no file any more."""

    counts: dict[What, int] = field(default_factory=lambda: dict.fromkeys(What, 0))
    warnings: int = 0
    gone: list[Path] = field(default_factory=list)


def build_many(
    paths: Sequence[Path], order: Order, watch: Callable[[Step], None] = lambda step: None
) -> Tally:
    """Read all letters behind ``paths`` and write them where ``order`` says.

    ``watch`` is called once per letter, in order. A file that cannot be read is told and skipped.
    Raises InputError where a path leads to no letter, where not one can be read (then nothing is
    written), or where a place cannot be written to; BrokenResourceError for a broken ontology.
    """
    return _Bulk(order, letters(paths), list(searched(paths)), watch).run()


class _Bulk:
    """One call of ``build_many``."""

    def __init__(
        self,
        order: Order,
        paths: list[Path],
        folders: list[tuple[Path, str]],
        watch: Callable[[Step], None],
    ) -> None:
        self._order, self._paths, self._watch = order, paths, watch
        self._folders = folders
        self._tally = Tally()
        self._sources: dict[str, Path] = {}
        self._expected: set[str] = set()
        self._number = 0
        terms, base = vocabulary(order.settings.ontology), order.settings.base
        self._digest = terms.digest
        self._registers = register_quads(terms, base)
        self._file = GraphFile(order.output) if order.output else None
        run = run_quads((), terms.digest, base)
        self._store = Letters(order.store, run, self._registers, base) if order.store else None

    def run(self) -> Tally:
        """Read, write, and tell how many."""
        # The store is closed after an interruption too: what was read need not be read again.
        with self._store or contextlib.nullcontext():
            for item, outcome in self._outcomes():
                self._number += 1
                self._done(item, outcome)
            if self._store and self._sources:
                self._miss(self._store)
        if not self._sources:
            raise InputError("no letter could be read; nothing was written")
        if self._file:
            beside = run_quads(list(self._sources), self._digest, self._order.settings.base)
            self._file.add(nquads([*self._registers, *beside]).encode())
            self._file.finish()
        return self._tally

    def _outcomes(self) -> Iterator[tuple[Item, Outcome | None]]:
        few = len(self._paths) < _FEW
        jobs = self._order.jobs or (1 if few else os.cpu_count() or 1)
        if jobs == 1:
            return one_by_one(self._items(), self._order.settings)
        return Workers(jobs, self._order.settings).read(self._items())

    def _items(self) -> Iterator[Item]:
        """The letters in order, each with what the store knows of it."""
        for path in self._paths:
            if self._store is None:
                yield Item(path)
                continue
            known = None if self._order.anew or self._file else self._known(path, self._store)
            if known:
                self._expected.add(known)
            yield Item(path, _digest(path), known)

    @staticmethod
    def _known(path: Path, store: Letters) -> str | None:
        try:
            with path.open("rb") as file:
                digest = sha256()
                while block := file.read(1 << 20):
                    digest.update(block)
        except OSError:
            return None  # the reader tells what is wrong
        return store.held(digest.hexdigest(), file_name(path))

    def _done(self, item: Item, outcome: Outcome | None) -> None:
        """Write what came of a letter, and tell it."""
        if isinstance(outcome, KamergraafError):
            self._tell(item, What.SKIPPED, str(outcome))
            return
        letter = outcome.letter if outcome else item.known or ""
        if letter in self._sources:
            same = f"{item.path}: the same document as {self._sources[letter]}; left out"
            self._tell(item, What.REPEATED, same)
            return
        self._sources[letter] = item.path
        if outcome:
            self._write(item, outcome)
            self._tell(item, What.READ)
        elif self._store:
            self._store.keep(letter, item.digest)
            self._tell(item, What.UNCHANGED)

    def _write(self, item: Item, parcel: Parcel) -> None:
        self._tally.warnings += parcel.warnings
        if self._file:
            self._file.add(parcel.nquads)
        if self._store:
            before = set(self._store.from_path(item.digest)) - {parcel.letter}
            gone = sorted(before - self._sources.keys() - self._expected)
            self._store.add(parcel.letter, parcel.nquads, item.digest, gone)

    def _miss(self, store: Letters) -> None:
        """Find the letters of the store whose file was in a folder that this call searches and is
        gone, and take them out where that is ordered."""
        gone = []
        for letter, digest, name in store.origins():
            if letter in self._sources:
                continue
            for folder, pattern in self._folders:
                path = folder / name
                counts = fnmatch.fnmatchcase(name, pattern) and _digest(path) == digest
                if counts and not path.exists():
                    gone.append(letter)
                    self._tally.gone.append(path)
        if self._order.prune:
            store.remove(gone)

    def _tell(self, item: Item, what: What, message: str = "") -> None:
        self._tally.counts[what] += 1
        self._watch(Step(self._number, len(self._paths), item.path, what, message))


def _digest(path: Path) -> str:
    """What a store keeps of a path: enough to know it again, and nothing about the machine."""
    return sha256(os.fsencode(path.absolute())).hexdigest()
