"""A letter's text by lines and paragraphs: a span with the paragraph that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

Passage = tuple[tuple[str, bool], ...]
"""A paragraph in pieces: the words, and whether they are those that are pointed at."""

LONGEST = 1500
"""Characters of a paragraph shown on each side of what is pointed at."""

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


class Text:
    """The stored text of a letter; offsets count its code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [i for i, char in enumerate(text) if char == "\n"]
        self._breaks = [found.span() for found in _BREAK.finditer(text)]

    def line(self, offset: int) -> tuple[int | None, int | None]:
        """Line and column, both from 1; None where the text is shorter."""
        if not 0 <= offset <= len(self.text):
            return None, None
        line = bisect_left(self._lines, offset)
        start = self._lines[line - 1] + 1 if line else 0
        return line + 1, offset - start + 1

    def passage(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """The paragraph around the first span (its start and end), with each span in it marked."""
        within = sorted(s for s in spans if 0 <= s[0] < s[1] <= len(self.text))
        if not within:
            return ()
        first, last = self._paragraph(*within[0])
        start, end = max(first, within[0][0] - LONGEST), min(last, within[0][1] + LONGEST)
        return (
            *([("…", False)] if start > first else []),
            *self._pieces(start, end, within),
            *([("…", False)] if end < last else []),
        )

    def _paragraph(self, start: int, end: int) -> tuple[int, int]:
        """Where the paragraph (or paragraphs) of a span starts and ends."""
        before = bisect_right(self._breaks, start, key=lambda gap: gap[1])
        after = bisect_left(self._breaks, end, key=lambda gap: gap[0])
        first = self._breaks[before - 1][1] if before else 0
        last = self._breaks[after][0] if after < len(self._breaks) else len(self.text)
        return first, last

    def _pieces(
        self, start: int, end: int, spans: list[tuple[int, int]]
    ) -> Iterator[tuple[str, bool]]:
        at = start
        for first, last in spans:
            if first < at or last > end:
                continue
            if first > at:
                yield self.text[at:first], False
            yield self.text[first:last], True
            at = last
        if at < end:
            yield self.text[at:end], False
