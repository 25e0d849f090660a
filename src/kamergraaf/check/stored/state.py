"""What is known of a store's letters from the last time: a file of its own, in SQLite.

For each letter the file keeps its record, what was found, what the letter says of nodes that are
not its own (its *share*), and which such nodes its check asked about. A letter is checked again
where its record changed, or where another letter's share changed in what it asked about.

A *key* is a predicate with a node, asked one way or the other, as a number of 63 bits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kamergraaf.errors import InputError

_FORM = "1"
"""The version of the tables: a file with another one is begun anew."""

_TABLES = """
CREATE TABLE IF NOT EXISTS basis (digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS letter (
  number INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, record TEXT NOT NULL, outcome TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS share (
  letter INTEGER, key INTEGER, digest INTEGER, PRIMARY KEY (letter, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (
  key INTEGER, letter INTEGER, PRIMARY KEY (key, letter)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_letter ON asked (letter);
"""


def number(*parts: str) -> int:
    """A key, or the digest of an answer: the same number for the same parts everywhere."""
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest()) >> 1


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a letter gave: its outcome as text, its share, and what it asked."""

    iri: str
    record: str
    outcome: str
    share: Mapping[int, int]
    asked: frozenset[int]


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
                for table in ("basis", "letter", "share", "asked"):
                    self._file.execute(f"DELETE FROM {table}")
                self._file.execute("INSERT INTO basis VALUES (?)", (basis,))

    def __enter__(self) -> State:
        return self

    def __exit__(self, *raised: object) -> None:
        with self._told():
            self._file.execute("ROLLBACK" if raised[0] else "COMMIT")
        self._file.close()

    def records(self) -> dict[str, str]:
        """The record of each letter that is known."""
        with self._told():
            return dict(self._file.execute("SELECT iri, record FROM letter"))

    def outcomes(self) -> Iterator[str]:
        """What was found in each letter that is known."""
        with self._told():
            yield from (
                row[0] for row in self._file.execute("SELECT outcome FROM letter ORDER BY iri")
            )

    def put(self, checked: Checked) -> set[int]:
        """Keep what a letter's check gave; the keys in which its share is not what it was."""
        before = self._forgotten(checked.iri)
        with self._told():
            row = (checked.iri, checked.record, checked.outcome)
            made = self._file.execute(
                "INSERT INTO letter (iri, record, outcome) VALUES (?, ?, ?)", row
            ).lastrowid
            self._file.executemany(
                "INSERT INTO share VALUES (?, ?, ?)",
                [(made, key, digest) for key, digest in sorted(checked.share.items())],
            )
            self._file.executemany(
                "INSERT INTO asked VALUES (?, ?)", [(key, made) for key in sorted(checked.asked)]
            )
        return {key for key, _ in before.items() ^ checked.share.items()}

    def forget(self, iri: str) -> set[int]:
        """Leave out a letter that is gone; the keys that it had a share in."""
        return set(self._forgotten(iri))

    def asking(self, keys: Iterable[int]) -> set[str]:
        """The letters whose check asked for one of the keys."""
        found: set[str] = set()
        query = "SELECT iri FROM asked JOIN letter ON letter.number = asked.letter WHERE key = ?"
        with self._told():
            for key in keys:
                found.update(row[0] for row in self._file.execute(query, (key,)))
        return found

    def _forgotten(self, iri: str) -> dict[int, int]:
        """Take out a letter; the share it had."""
        with self._told():
            row = self._file.execute("SELECT number FROM letter WHERE iri = ?", (iri,)).fetchone()
            if row is None:
                return {}
            share = dict(self._file.execute("SELECT key, digest FROM share WHERE letter = ?", row))
            self._file.execute("DELETE FROM letter WHERE number = ?", row)
            for table in ("share", "asked"):
                self._file.execute(f"DELETE FROM {table} WHERE letter = ?", row)
        return share

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as problem:
            raise InputError(
                f"cannot be used to keep what was checked: {problem}", where=str(self._path)
            ) from problem
