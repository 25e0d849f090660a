"""Lines in order, each once, in bounded memory: what does not fit waits in files on disk."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

_LIMIT = 48_000_000
"""Bytes of lines that are held before they are written out."""

_OBJECT = 40
"""Bytes that Python needs for a line beside its characters."""


class Sorter:
    """Takes lines (with their line end) in any order and gives them back sorted by their bytes.

    For UTF-8 that is the order of code points. The files have no name, so that nothing is left
    behind however the process ends.
    """

    def __init__(self, limit: int = _LIMIT) -> None:
        self._limit = limit
        self._lines: list[bytes] = []
        self._size = 0
        self._files: list[IO[bytes]] = []

    def add(self, lines: Iterable[bytes]) -> None:
        """Take some lines."""
        for line in lines:
            self._lines.append(line)
            self._size += len(line) + _OBJECT
        if self._size >= self._limit:
            self._spill()

    def lines(self) -> Iterator[bytes]:
        """All lines in order, each once; to be asked for once."""
        self._lines.sort()
        last = None
        for line in heapq.merge(*self._files, self._lines):
            if line != last:
                yield line
                last = line
        for file in self._files:
            file.close()
        self._files, self._lines, self._size = [], [], 0

    def _spill(self) -> None:
        """Write the lines in memory to a file, in order."""
        file = tempfile.TemporaryFile()  # noqa: SIM115  (closed in ``lines``, or with the process)
        file.writelines(sorted(set(self._lines)))
        file.seek(0)
        self._files.append(file)
        self._lines, self._size = [], 0
