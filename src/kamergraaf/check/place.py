"""Where a letter says it: from a node of the graph to characters, line and column."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from kamergraaf.check.index import Index, name
from kamergraaf.check.passage import NOTHING, Passage, Text

AROUND = 60
"""Characters shown on each side of a span whose node has no quote of its own."""

TEXTS = 64
"""Letters whose text is kept at hand; a store may hold thousands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    ``start`` and ``end`` count code points of the letter's stored text, end exclusive; ``line``
    and ``column`` count from 1, ``end_line`` and ``end_column`` are those of the character behind
    the span; all are None where the graph tells no place. ``sentence`` is the quote that belongs
    to it, '' where there is none; ``passage`` its paragraph; ``page`` where it
    stands on the pages of a PDF (RFC 8118), '' for other sources.
    """

    letter: str = ""
    sentence: str = ""
    start: int | None = None
    end: int | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    passage: Passage = NOTHING
    page: str = ""


class Places:
    """Finds the place of a node, and of one property of a node."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._text = lru_cache(maxsize=TEXTS)(self._read)
        self._claims: dict[str, list[str]] = defaultdict(list)
        for predicate in ("kamer:object", "kamer:subject"):
            for statement, objects in index.subjects(predicate).items():
                for term in objects:
                    self._claims[name(term)].append(statement)
        self._holders = {
            name(selector): evidence
            for evidence, selectors in index.subjects("oa:hasSelector").items()
            for selector in selectors
        }

    def of(self, focus: str, path: str = "", value: str = "") -> Place:
        """The place of a finding; what is nearest to it wins.

        A span itself; the statement of exactly this value, then of this property; the node's own
        evidence; any statement about it.
        """
        evidence, holder = self._proof(focus, path, value)
        if not evidence:
            return Place(self._letter(focus))
        first = evidence[0]
        span = self.span(first)
        letter = self._index.first(first, "oa:hasSource") or self._letter(first)
        quote = self._index.first(holder, "kamer:quote") if holder else ""
        if span is None:
            return Place(letter, quote)
        text = self._text(letter)
        spans = [s for e in evidence if self._belongs(e, letter) for s in [self.span(e)] if s]
        return Place(
            letter,
            quote or self.around(letter, *span),
            *span,
            *text.line(span[0]),
            *text.line(span[1]),
            text.passage(spans),
            self._index.first(first, "kamer:pageFragment"),
        )

    def span(self, evidence: str) -> tuple[int, int] | None:
        """The offsets that the evidence's position selector gives, None where it gives none."""
        for selector in self._index.names(evidence, "oa:hasSelector"):
            start = self._index.number(selector, "oa:start")
            end = self._index.number(selector, "oa:end")
            if start is not None and end is not None:
                return start, end
        return None

    def around(self, letter: str, start: int, end: int) -> str:
        """The text at a span with some words on each side, on one line."""
        text = self._text(letter).text
        before, after = max(start - AROUND, 0), end + AROUND
        piece = " ".join(text[before:after].split())
        left = "…" if before else ""
        return f"{left}{piece}{'…' if after < len(text) else ''}" if piece else ""

    def _proof(self, focus: str, path: str, value: str) -> tuple[list[str], str]:
        """Evidence in reading order, and the node whose quote belongs to it ('' for a span)."""
        if focus in self._holders:
            return [self._holders[focus]], ""
        if self._index.objects(focus, "oa:hasSelector"):
            return [focus], ""
        for holder in [*self._statements(focus, path, value), focus]:
            if found := self._evidence(holder):
                return found, holder
        for holder in self._first_by_place(self._claims.get(focus, [])):
            return self._evidence(holder), holder
        return [], ""

    def _statements(self, focus: str, path: str, value: str) -> list[str]:
        """Statements of the focus's property: those with this value before the others."""
        if not path.startswith("<") or not path.endswith(">") or path.count("<") != 1:
            return []
        found = [
            statement
            for statement in self._claims.get(focus, [])
            if self._index.first(statement, "kamer:subject") == focus
            and self._index.first(statement, "kamer:predicate") == path[1:-1]
        ]
        exact = [s for s in found if self._index.first(s, "kamer:object") == value]
        return self._first_by_place(exact) + self._first_by_place(found)

    def _first_by_place(self, statements: list[str]) -> list[str]:
        def key(statement: str) -> tuple[str, int, str]:
            first = self._evidence(statement)[0]
            start = (self.span(first) or (0, 0))[0]
            return (self._index.first(first, "oa:hasSource"), start, statement)

        return sorted((s for s in statements if self._evidence(s)), key=key)[:1]

    def _evidence(self, node: str) -> list[str]:
        """The node's spans in reading order; of an inference, those of its premises."""
        found = self._index.names(node, "kamer:evidence")
        for premise in [] if found else self._index.names(node, "kamer:premise"):
            found += self._index.names(premise, "kamer:evidence")
        return sorted(found, key=lambda evidence: (self.span(evidence) or (0, 0), evidence))

    def _letter(self, node: str) -> str:
        """The letter under whose IRI the node stands, or the one that its statement names."""
        named = self._index.first(node, "kamer:letter")
        if named:
            return named
        letters = self._index.subjects("kamer:text")
        cut = node
        while cut not in letters and "/" in cut:
            cut = cut.partition("#")[0] if "#" in cut else cut.rpartition("/")[0]
        return cut if cut in letters else ""

    def _belongs(self, evidence: str, letter: str) -> bool:
        return self._index.first(evidence, "oa:hasSource") in {letter, ""}

    def _read(self, letter: str) -> Text:
        return Text(self._index.first(letter, "kamer:text"))
