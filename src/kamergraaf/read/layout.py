"""Lines to passages: headings, paragraphs, questions, requests, footnotes, signatures."""

from __future__ import annotations

from bisect import bisect_right

from kamergraaf.model import Block, BlockKind, Span
from kamergraaf.read import hyphens, letterhead, notes
from kamergraaf.read.flow import Draft, Page, Piece
from kamergraaf.read.lines import Line, cut, furniture
from kamergraaf.read.paragraphs import Paragraphs


def page(text: str) -> Page:
    """What there is to see in ``text``."""
    lines = letterhead.split_inline(cut(text))
    body = letterhead.body(lines)
    margin = furniture(lines, body)
    found = notes.find(lines, margin, body)
    lifted = {i for note in found for i in range(note.first, note.last + 1)}
    reading = [i for i in range(body, len(lines)) if i not in margin and i not in lifted]
    marks = notes.marks(text, lines, found, [i for i in reading if lines[i].text])
    lines = _without_marks(lines, marks)
    drafts = _heads(text, lines[:body], margin)
    drafts += Paragraphs(lines, reading).drafts()
    drafts += [_note(lines, note) for note in found]
    drafts += [
        Draft(BlockKind.FURNITURE, [Piece(lines[i])]) for i in sorted(margin) if lines[i].text
    ]
    return Page(drafts, _blocks(drafts), marks, hyphens.inside_lines(text))


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
