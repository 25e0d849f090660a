"""Passages to one flow: what the eye follows, with the way back to the stored text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from kamergraaf.model import Block, BlockKind, Flow, NoteMark, Passage, Span
from kamergraaf.read import hyphens
from kamergraaf.read.lines import Line
from kamergraaf.read.notes import Mark

_HYPHENS = "-‐\xad"
_BLANKS = re.compile(r"\s{2,}")


class Piece(NamedTuple):
    """A line of a passage; ``cut`` where something was lifted out between it and the one above."""

    line: Line
    cut: bool = False


@dataclass(slots=True)
class Draft:
    """A passage before it has a place in the flow."""

    kind: BlockKind
    pieces: list[Piece]
    label: str = ""


@dataclass(slots=True)
class Page:
    """What the layout saw in a text: its passages in flow order, its blocks in text order, the
    footnote marks, and the single characters ``[start, end)`` that the flow leaves out."""

    drafts: list[Draft]
    blocks: tuple[Block, ...]
    marks: list[Mark] = field(default_factory=list)
    hyphens: list[tuple[int, int]] = field(default_factory=list)


class _Builder:
    """Collects the characters of a flow and where each of them stands in the stored text."""

    def __init__(self, text: str, drops: list[tuple[int, int]]) -> None:
        self.text = text
        self.drops = drops
        self.parts: list[str] = []
        self.offsets: list[int] = []
        self.breaks: list[int] = []
        self.odd = "\t" in text or "\xa0" in text

    def add(self, start: int, end: int) -> None:
        """Take over ``[start, end)`` without the drops in it."""
        at = bisect_left(self.drops, (start, start))
        while at < len(self.drops) and self.drops[at][0] < end:
            drop = self.drops[at]
            if start < drop[0]:
                self._take(start, drop[0])
            start = max(start, drop[1])
            at += 1
        if start < end:
            self._take(start, end)

    def _take(self, start: int, end: int) -> None:
        """Take over ``[start, end)``, a run of blanks as its first one."""
        part = self.text[start:end]
        if self.odd or "  " in part:
            for blank in _BLANKS.finditer(self.text, start, end):
                self._copy(start, blank.start() + 1)
                start = blank.end()
            self._copy(start, end)
        else:
            self.parts.append(part)
            self.offsets.extend(range(start, end))

    def _copy(self, start: int, end: int) -> None:
        self.parts.append(self.text[start:end])
        self.offsets.extend(range(start, end))

    def mark(self, character: str, offset: int) -> None:
        """One character that stands for a line break."""
        self.parts.append(character)
        self.offsets.append(offset)

    def unmark(self) -> None:
        """Take the last character back: a hyphen that a line break made."""
        self.parts[-1] = self.parts[-1][:-1]
        self.offsets.pop()


def build(text: str, page: Page) -> Flow:
    """The flow of ``text`` as ``page`` lays it out."""
    builder = _Builder(text, sorted([*page.hyphens, *((m.start, m.end) for m in page.marks)]))
    passages: list[Passage] = []
    last, stop = len(text) - 1, 0
    for draft in page.drafts:
        if builder.offsets:
            builder.mark("\n", min(last, stop))
        start = len(builder.offsets)
        if draft.pieces[0].line.start < stop:
            builder.breaks.append(start)  # footnotes and furniture: evidence never runs backwards
        for above, piece in zip([None, *draft.pieces], draft.pieces, strict=False):
            if above is not None:
                _join(builder, above.line, piece)
            builder.add(piece.line.start, piece.line.end)
        stop = draft.pieces[-1].line.stop
        passages.append(Passage(draft.kind, start, len(builder.offsets), draft.label))
    flow = "".join(builder.parts).replace("\xa0", " ").replace("\t", " ")
    marks = _note_marks(page.marks, builder.offsets, passages)
    return Flow(flow, builder.offsets, tuple(passages), marks, tuple(builder.breaks))


def _join(builder: _Builder, above: Line, piece: Piece) -> None:
    """Pass from the line ``above`` to the next one."""
    last = builder.parts[-1][-1:] if builder.parts else "\n"
    glue, blank = False, True
    if last in _HYPHENS and above.text[-1] == last:
        glue, blank = hyphens.at_line_end(above.text, piece.line.text, builder.text)
    if glue:
        builder.unmark()
    if blank and last not in " \n":
        builder.mark(" ", above.stop)
    if piece.cut:
        builder.breaks.append(len(builder.offsets))


def _note_marks(
    marks: list[Mark], offsets: list[int], passages: list[Passage]
) -> tuple[NoteMark, ...]:
    """The marks with their place in the flow and their footnote."""
    if not marks:
        return ()
    notes: dict[str, int] = {}
    body = len(passages)
    for i, passage in enumerate(passages):
        if passage.kind is BlockKind.FOOTNOTE:
            notes.setdefault(passage.label, i)
            body = min(body, i)
    end = passages[body].start if body < len(passages) else len(offsets)
    found = []
    for mark in marks:
        at = bisect_left(offsets, mark.start, 0, end)
        span = Span(mark.digits_start, mark.digits_end)
        found.append(NoteMark(mark.number, at, span, notes.get(mark.number)))
    return tuple(found)
