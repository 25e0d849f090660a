"""A graph file to which letters are added one by one; it is written when the last is in.

N-Quads, TriG and Turtle take memory for a few letters, however many there are; JSON-LD and RDF/XML
are made in memory as a whole. The bytes are those that ``files.write`` gives for all quads at once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kamergraaf.graph import files
from kamergraaf.graph.quads import Quad, split
from kamergraaf.graph.sorting import Sorter
from kamergraaf.graph.turtle import Names, trig_parts, turtle_parts


class GraphFile:
    """A graph file in the making. Raises UsageError for a suffix that is no graph's to write."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._format = files.writable(path)
        self._sorter = Sorter()
        self._lines: Callable[[bytes], Iterable[bytes]] = {
            "nquads": _same,
            "turtle": _by_subject,
        }.get(self._format, _by_graph)

    def add(self, nquads: bytes) -> None:
        """Add N-Quads as ``graph.quads.nquads`` writes them; the same quad twice counts once."""
        self._sorter.add(self._lines(nquads))

    def finish(self) -> None:
        """Write the file, whole or not at all. Raises InputError where that fails."""
        files.write_parts(self._path, self._parts())

    def _parts(self) -> Iterator[bytes]:
        lines = self._sorter.lines()
        if self._format == "nquads":
            yield from lines
        elif self._format == "trig":
            yield from _headed(lambda names: trig_parts(map(_quad, lines), names))
        elif self._format == "turtle":
            yield f"# {files.UNION}\n".encode()
            yield from _headed(lambda names: turtle_parts(map(_quad, lines), names))
        else:
            yield files.serialise(map(_quad, lines), self._format).encode()


def _same(nquads: bytes) -> Iterable[bytes]:
    return nquads.splitlines(keepends=True)


def _by_graph(nquads: bytes) -> Iterator[bytes]:
    """Lines that sort as TriG is written: by graph, subject, predicate, object.

    A tab stands between the terms: no term holds one, and it sorts before all that terms hold.
    """
    for line in nquads.decode().split("\n")[:-1]:
        subject, predicate, object_, graph = split(line)
        yield f"{graph}\t{subject}\t{predicate}\t{object_}\n".encode()


def _by_subject(nquads: bytes) -> Iterator[bytes]:
    """Lines that sort as Turtle is written: without their graph."""
    for line in nquads.decode().split("\n")[:-1]:
        subject, predicate, object_, _ = split(line)
        yield f"\t{subject}\t{predicate}\t{object_}\n".encode()


def _quad(line: bytes) -> Quad:
    graph, subject, predicate, object_ = line.decode().removesuffix("\n").split("\t")
    return subject, predicate, object_, graph


def _headed(body: Callable[[Names], Iterator[str]]) -> Iterator[bytes]:
    """The prefixes that a body turned out to need, and the body, which waits on disk for them."""
    names = Names()
    with tempfile.TemporaryFile() as waiting:
        for part in body(names):
            waiting.write(part.encode())
        waiting.seek(0)
        yield names.header().encode()
        while block := waiting.read(1 << 20):
            yield block
