"""What stands at some spans of a text, as a reader would write it down on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kamergraaf.model import Document, Span

GAP = " […] "
"""Between spans of a quote that stand apart in the letter."""

_BROKEN_WORD = re.compile(r"-[^\S\n]*\n\s*(?=\w)")


class Quotes:
    """Folded quotes from one document.

    White space becomes one blank; at a hyphen that ends a line, the reader's decision counts: what
    it left out of the flow is left out of the quote.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._offsets = document.flow.offsets
        self._kept: frozenset[int] | None = None
        self._places: dict[int, int] | None = None

    def quote(self, spans: Sequence[Span]) -> str:
        """The characters at the spans, in reading order.

        Spans that follow each other in the flow (a footnote or a page's foot lay between them) are
        joined by a blank, others by ``GAP``, so that nobody takes them for one sentence.
        """
        if len(spans) == 1:
            return self._one(spans[0])
        said = self._one(spans[0])
        for before, span in pairwise(spans):
            said += (" " if self._goes_on(before, span) else GAP) + self._one(span)
        return said

    def _goes_on(self, before: Span, span: Span) -> bool:
        """Whether nothing but a blank lies between two spans in the flow."""
        if self._places is None:
            self._places = {offset: at for at, offset in enumerate(self._offsets)}
        last, first = self._places.get(before.end - 1), self._places.get(span.start)
        return last is not None and first is not None and 0 < first - last <= 2

    def _one(self, span: Span) -> str:
        piece = self._text[span.start : span.end]
        if "-" in piece and _BROKEN_WORD.search(piece):
            piece = _BROKEN_WORD.sub(lambda found: self._broken(found, span.start), piece)
        line = piece.replace("\n", " ")
        # Of all white space only the blank is printable.
        if "  " not in line and line.isprintable():
            return line.strip(" ")
        return " ".join(piece.split())

    def _broken(self, found: re.Match[str], start: int) -> str:
        """The hyphen and the blanks behind it, as far as the flow has them."""
        if self._kept is None:
            self._kept = frozenset(self._offsets)
        places = range(found.start(), found.end())
        return "".join(found[0][i - found.start()] for i in places if start + i in self._kept)
