"""A letter's text by lines and paragraphs: a span with the paragraph that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 1000
"""Characters of a paragraph shown on each side of what is pointed at."""

LONG = 1200
"""A longer paragraph is cut where a line ends a sentence: many texts have no blank lines."""

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_STOP = re.compile(r"[.!?:][”’\"')\d]*[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or of a long one the part around what is pointed at.

    ``start`` is the offset of ``text`` in the letter's stored text; ``spans`` are what is pointed
    at, by offsets in the stored text; ``cut`` tells whether the paragraph goes on before and
    behind. Empty where nothing is pointed at.
    """

    text: str = ""
    start: int = 0
    spans: tuple[tuple[int, int], ...] = ()
    cut: tuple[bool, bool] = (False, False)

    @property
    def words(self) -> str:
        """The first words that are pointed at, as they stand in the letter."""
        first, last = self.spans[0] if self.spans else (self.start, self.start)
        return self.text[first - self.start : last - self.start]


NOTHING = Passage()
"""The passage where nothing is pointed at."""


class Text:
    """The stored text of a letter; offsets count its code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [i for i, char in enumerate(text) if char == "\n"]
        self._breaks = [found.span() for found in _BREAK.finditer(text)]
        self._stops = [found.end() for found in _STOP.finditer(text)]

    def line(self, offset: int) -> tuple[int | None, int | None]:
        """Line and column, both from 1; None where the text is shorter."""
        if not 0 <= offset <= len(self.text):
            return None, None
        line = bisect_left(self._lines, offset)
        start = self._lines[line - 1] + 1 if line else 0
        return line + 1, offset - start + 1

    def passage(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """The paragraph around the first span (its start and end), with those that lie in it."""
        found = sorted(s for s in spans if 0 <= s[0] < s[1] <= len(self.text))
        if not found:
            return NOTHING
        first, last = self._paragraph(*found[0])
        start, end = self._near(*found[0]) if last - first > LONG else (first, last)
        start, end = max(first, start), min(last, end)
        within = tuple(s for s in found if start <= s[0] and s[1] <= end)
        return Passage(self.text[start:end], start, within, (start > first, end < last))

    def _paragraph(self, start: int, end: int) -> tuple[int, int]:
        """Where the paragraph (or paragraphs) of a span starts and ends."""
        before = bisect_right(self._breaks, start, key=lambda gap: gap[1])
        after = bisect_left(self._breaks, end, key=lambda gap: gap[0])
        first = self._breaks[before - 1][1] if before else 0
        last = self._breaks[after][0] if after < len(self._breaks) else len(self.text)
        return first, last

    def _near(self, start: int, end: int) -> tuple[int, int]:
        """From behind the last line that ended a sentence to the end of the next such line."""
        before = bisect_right(self._stops, start)
        after = bisect_left(self._stops, end)
        first = self._stops[before - 1] if before else 0
        last = self._stops[after] if after < len(self._stops) else len(self.text)
        return max(first, start - LONGEST), min(last, end + LONGEST)
