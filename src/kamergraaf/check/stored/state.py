"""What is known of a store from the last time: a file of its own, in SQLite.

A *unit* is what is checked by itself: a letter, or a node that several letters may describe. For
each unit the file keeps its record, what was found, what its check asked about other nodes, and, of
a letter, what it says of such nodes (its *share*) and which of them the shapes choose. A unit is
checked again where its record changed, or where what it asked about has another answer.

A *key* is a node with a predicate, asked one way or the other, as a number of 63 bits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kamergraaf.errors import InputError

_FORM = "2"
"""The version of the tables: a file with another one is begun anew."""

_TABLES = """
CREATE TABLE IF NOT EXISTS basis (digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS unit (
  number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, record TEXT NOT NULL, outcome TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS share (
  unit INTEGER, key INTEGER, answer INTEGER, PRIMARY KEY (key, answer, unit)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS share_unit ON share (unit);
CREATE TABLE IF NOT EXISTS asked (
  key INTEGER, unit INTEGER, PRIMARY KEY (key, unit)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_unit ON asked (unit);
CREATE TABLE IF NOT EXISTS chosen (
  node TEXT, shape TEXT, unit INTEGER, PRIMARY KEY (node, shape, unit)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS chosen_unit ON chosen (unit)
"""
_OF_UNIT = ("share", "asked", "chosen")

Chosen = tuple[str, str]
"""A node that several letters may describe, and a shape that chooses it as a focus node."""


def number(*parts: str) -> int:
    """A key or an answer: the same number for the same parts everywhere."""
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest()) >> 1


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a unit gave; the outcome as text."""

    name: str
    record: str
    outcome: str
    asked: frozenset[int] = frozenset()
    share: frozenset[tuple[int, int]] = frozenset()
    chosen: frozenset[Chosen] = frozenset()


class State:
    """The file. A context manager: what was put in is written at its end, whole or not at all."""

    def __init__(self, path: Path, basis: str) -> None:
        """Open or make the file; one with another ``basis`` (the digest of shapes, ontology,
        version and registers) is emptied. Raises InputError where it is not such a file."""
        self._path = path
        with self._told():
            self._file = sqlite3.connect(path, isolation_level=None)
            self._file.execute("BEGIN IMMEDIATE")
            for table in _TABLES.split(";\n"):
                self._file.execute(table)
            basis = f"{_FORM} {basis}"
            if [(basis,)] != self._file.execute("SELECT digest FROM basis").fetchall():
                for name in ("basis", "unit", *_OF_UNIT):
                    self._file.execute(f"DELETE FROM {name}")
                self._file.execute("INSERT INTO basis VALUES (?)", (basis,))

    def __enter__(self) -> State:
        return self

    def __exit__(self, *raised: object) -> None:
        with self._told():
            self._file.execute("ROLLBACK" if raised[0] else "COMMIT")
        self._file.close()

    def records(self) -> dict[str, str]:
        """The record of each unit that is known."""
        with self._told():
            return dict(self._file.execute("SELECT name, record FROM unit"))

    def outcomes(self) -> Iterator[str]:
        """What was found in each unit that is known."""
        with self._told():
            query = "SELECT outcome FROM unit ORDER BY name"
            yield from (row[0] for row in self._file.execute(query))

    def put(self, checked: Checked) -> tuple[set[int], set[str]]:
        """Keep what a unit's check gave.

        Gives the keys that have another answer now, as far as the units' shares tell, and the
        nodes that the unit's graphs choose now and did not before, or the other way round.
        """
        unit, share, chosen = self._taken_out(checked.name)
        with self._told():
            row = (unit, checked.name, checked.record, checked.outcome)
            unit = self._file.execute("INSERT INTO unit VALUES (?, ?, ?, ?)", row).lastrowid
            self._fill("asked", ((key, unit) for key in sorted(checked.asked)))
            self._fill("share", ((unit, key, one) for key, one in sorted(checked.share)))
            self._fill("chosen", ((*one, unit) for one in sorted(checked.chosen)))
        changed = {pair for pair in share ^ checked.share if not self._others_say(*pair, unit)}
        return {key for key, _ in changed}, {node for node, _ in chosen ^ checked.chosen}

    def forget(self, name: str) -> tuple[set[int], set[str]]:
        """Leave out a unit that is gone; the same as ``put`` for what it said."""
        unit, share, chosen = self._taken_out(name)
        keys = {key for key, one in share if not self._others_say(key, one, unit)}
        return keys, {node for node, _ in chosen}

    def asking(self, keys: Iterable[int]) -> set[str]:
        """The units whose check asked for one of the keys."""
        found: set[str] = set()
        query = "SELECT name FROM asked JOIN unit ON unit.number = asked.unit WHERE key = ?"
        with self._told():
            for key in keys:
                found.update(row[0] for row in self._file.execute(query, (key,)))
        return found

    def choosing(self, node: str) -> set[str]:
        """The shapes that choose the node as a focus node, by what any letter says."""
        query = "SELECT DISTINCT shape FROM chosen WHERE node = ?"
        with self._told():
            return {row[0] for row in self._file.execute(query, (node,))}

    def _fill(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        marks = "(?, ?)" if table == "asked" else "(?, ?, ?)"
        self._file.executemany(f"INSERT INTO {table} VALUES {marks}", rows)

    def _others_say(self, key: int, answer: int, unit: int | None) -> bool:
        query = "SELECT 1 FROM share WHERE key = ? AND answer = ? AND unit IS NOT ? LIMIT 1"
        with self._told():
            return self._file.execute(query, (key, answer, unit)).fetchone() is not None

    def _taken_out(self, name: str) -> tuple[int | None, set[tuple[int, int]], set[Chosen]]:
        """Take out a unit: its number, its share and what it chose."""
        with self._told():
            row = self._file.execute("SELECT number FROM unit WHERE name = ?", (name,)).fetchone()
            if row is None:
                return None, set(), set()
            share = set(self._file.execute("SELECT key, answer FROM share WHERE unit = ?", row))
            chosen = set(self._file.execute("SELECT node, shape FROM chosen WHERE unit = ?", row))
            self._file.execute("DELETE FROM unit WHERE number = ?", row)
            for table in _OF_UNIT:
                self._file.execute(f"DELETE FROM {table} WHERE unit = ?", row)
        return row[0], share, chosen

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as problem:
            busy = getattr(problem, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            told = "another run is using it; try again when it is done" if busy else problem
            raise InputError(
                f"cannot be used to keep what was checked: {told}", where=str(self._path)
            ) from problem
