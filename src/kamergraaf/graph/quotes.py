"""What stands at some spans of a text, as a reader would write it down on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kamergraaf.model import Document, Span

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

    def quote(self, spans: Iterable[Span]) -> str:
        """The characters at the spans, in reading order, joined by a blank."""
        return " ".join(self._one(span) for span in spans)

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
