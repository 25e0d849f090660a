"""Lines to passages: headings, paragraphs, questions, requests, footnotes, signatures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from kamergraaf.model import Block, BlockKind, Span
from kamergraaf.read import hyphens, letterhead, notes
from kamergraaf.read.flow import Draft, Page, Piece
from kamergraaf.read.lines import Line, cut, furniture
from kamergraaf.read.paragraphs import Paragraphs


class Seen(NamedTuple):
    """What a format shows of its lines: where the letterhead ends (``body``, an index), which
    lines are page furniture, where the footnotes stand and the marks that point to them."""

    lines: list[Line]
    body: int
    margin: set[int]
    notes: list[notes.Note]
    marks: list[notes.Mark]

    def reading(self) -> list[int]:
        """The indices of the lines that are read as body."""
        lifted = {i for note in self.notes for i in range(note.first, note.last + 1)}
        away = self.margin | lifted
        return [i for i in range(self.body, len(self.lines)) if i not in away]


def page(text: str) -> Page:
    """What there is to see in ``text``."""
    lines = letterhead.split_inline(cut(text))
    body = letterhead.body(lines)
    margin = furniture(lines, body)
    seen = Seen(lines, body, margin, notes.find(lines, margin, body), [])
    shown = [i for i in seen.reading() if lines[i].text]
    return arrange(text, seen._replace(marks=notes.marks(text, lines, seen.notes, shown)))


def arrange(
    text: str, seen: Seen, group: Callable[[list[Line], list[int]], Paragraphs] = Paragraphs
) -> Page:
    """The passages of ``text``, of which a format has ``seen`` what its lines are for.

    ``group`` makes paragraphs of the body's lines.
    """
    lines = _without_marks(seen.lines, seen.marks)
    drafts = _heads(text, lines[: seen.body], seen.margin)
    drafts += group(lines, seen.reading()).drafts()
    drafts += [_note(lines, note) for note in seen.notes]
    drafts += [
        Draft(BlockKind.FURNITURE, [Piece(lines[i])]) for i in sorted(seen.margin) if lines[i].text
    ]
    return Page(drafts, _blocks(drafts), seen.marks, hyphens.inside_lines(text))


def _heads(text: str, lines: list[Line], margin: set[int]) -> list[Draft]:
    """The letterhead: what reads as one is one passage."""
    head = [line for i, line in enumerate(lines) if i not in margin]
    return [
        Draft(
            BlockKind.LETTERHEAD,
            [
                Piece(line, i > 0 and not text[group[i - 1].end : line.start].isspace())
                for i, line in enumerate(group)
            ],
        )
        for group in letterhead.groups(head)
    ]


def _note(lines: list[Line], note: notes.Note) -> Draft:
    first = lines[note.first]
    start = min(note.start, first.end)
    opening = Line(start, first.end, first.stop, first.text[start - first.start :])
    rest = [Piece(lines[i]) for i in range(note.first + 1, note.last + 1)]
    return Draft(BlockKind.FOOTNOTE, [Piece(opening), *rest], note.number)


def _without_marks(lines: list[Line], marks: list[notes.Mark]) -> list[Line]:
    """The lines as they read without marks at their ends; a mark alone leaves a blank line."""
    result = list(lines)
    starts = [line.start for line in lines] if marks else []
    on: dict[int, list[notes.Mark]] = {}
    for mark in marks:
        on.setdefault(bisect_right(starts, mark.start) - 1, []).append(mark)
    for i, found in on.items():
        result[i] = _trim(lines[i], found)
    return result


def _trim(line: Line, marks: list[notes.Mark]) -> Line:
    start, end, content = line.start, line.end, line.text
    if marks[-1].end == end:
        end = marks[-1].start
    if marks[0].start == start:
        start = min(marks[0].end, end)
    content = content[start - line.start : end - line.start]
    end = start + len(content.rstrip())
    return Line(start, end, line.stop, content.rstrip())


def _blocks(drafts: list[Draft]) -> tuple[Block, ...]:
    """The drafts as stretches of the stored text, in its order; a cut passage gives several."""
    blocks: list[Block] = []
    for draft in drafts:
        start = draft.pieces[0].line.start
        end = draft.pieces[0].line.end
        for piece in draft.pieces[1:]:
            if piece.cut:
                blocks.append(Block(draft.kind, Span(start, end), draft.label))
                start = piece.line.start
            end = piece.line.end
        blocks.append(Block(draft.kind, Span(start, end), draft.label))
    return tuple(sorted(blocks, key=lambda block: block.span))
