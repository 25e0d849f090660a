"""Rows of all pages to one stored text, and to what the layout knows about its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kamergraaf.model import LineBox, SourcePage, Span
from kamergraaf.read import letterhead, notes, pdf_margins
from kamergraaf.read.flow import Piece
from kamergraaf.read.layout import Seen
from kamergraaf.read.lines import Line, cut
from kamergraaf.read.paragraphs import Paragraphs
from kamergraaf.read.pdf_glyphs import Sheet
from kamergraaf.read.pdf_rows import Role, Row

_LOOSE = 1.3
"""Lines that stand so many times the usual distance apart are of two paragraphs."""

_INDENT = 0.7
_ITEM = re.compile(r"(?:[-•*–▪·o] |\d{1,2}[.)] |[a-zA-Z][.)] |\([a-z\d]\) )")
_LABEL = re.compile(r"(?:Onderwerp|Betreft|Datum|Aan|Van|Uw kenmerk|Ons kenmerk|Kenmerk)\b")
_NUMBERS = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_UNIT = re.compile(r"(?:\b(?:[kcdm]?m)|\bCO|\b10) ?$")
_REACH = 9
"""Marks rise by no more than so much from one to the next."""


EMPTY = Line(0, 0, 0, "")


class Composed(NamedTuple):
    """A stored text with the row behind each of its lines, None for a blank one."""

    text: str
    rows: list[Row | None]


def compose(pages: list[list[Row]]) -> Composed:
    """The stored text: each row a line, a blank line where the page shows that one is meant."""
    leading = _leading(pages)
    lines: list[Row | None] = []
    above: Row | None = None
    before: Row | None = None
    for row in (row for found in pages for row in found):
        if above is not None and _parted(before, above, row, leading):
            lines.append(None)
        lines.append(row)
        before, above = above, row
    text = "".join(f"{row.text}\n" if row else "\n" for row in lines)
    return Composed(text, lines)


def _leading(pages: list[list[Row]]) -> dict[int, float]:
    """The usual distance between the lines of a column, by size in half points."""
    seen: dict[int, Counter[float]] = {}
    for found in pages:
        for above, row in pairwise(found):
            gap = row.base - above.base
            same = above.role is row.role and above.lane == row.lane
            if same and abs(above.size - row.size) < 0.5 and 0.9 * row.size < gap < 3 * row.size:
                seen.setdefault(round(2 * row.size), Counter())[round(gap * 4) / 4] += 1
    return {size: max(gaps, key=lambda gap: (gaps[gap], -gap)) for size, gaps in seen.items()}


def _parted(before: Row | None, above: Row, row: Row, leading: dict[int, float]) -> bool:
    """Whether a blank line comes between two rows."""
    if above.role is not row.role or above.role is not Role.BODY:
        return above.role is not row.role or above.page != row.page
    if row.cells == 1 and _goes_on_in_cell(above, row):
        return False
    differs = row.bold != above.bold or max(row.cells, above.cells) > 1
    if differs or (above.lane != row.lane and min(above.lane, row.lane) < 0):
        return True
    gap = row.base - above.base
    if above.page != row.page or gap < 0:
        return above.page == row.page and above.lane == row.lane
    usual = leading.get(round(2 * row.size), 1.3 * row.size)
    return (
        abs(row.size - above.size) > 0.08 * row.size
        or gap > _LOOSE * usual
        or _indented(before, above, row)
    )


def _goes_on_in_cell(above: Row, row: Row) -> bool:
    """Whether a row goes on below the value that stands beside a label."""
    beside = abs(row.left - above.value) < 0.3 * row.size and above.value > above.left + row.size
    return beside and above.page == row.page and 0 < row.base - above.base < 1.6 * row.size


def _indented(before: Row | None, above: Row, row: Row) -> bool:
    """Whether a row begins a paragraph by where it begins."""
    step = row.left - above.left
    if _LABEL.match(above.text) or (row.text[0].islower() and not _ITEM.match(row.text)):
        return False
    if _ITEM.match(above.text) and step < 0.3 * row.size:
        return fits(above, row)
    if step > _INDENT * row.size:
        return _ITEM.match(above.text) is None
    if step < -_INDENT * row.size:
        opened = before is None or before.role is not Role.BODY
        opened = opened or (before is not None and above.left - before.left > _INDENT * row.size)
        return not opened
    return False


def seen(composed: Composed) -> Seen:
    """What the page shows about the lines of the text: letterhead, furniture, notes, marks."""
    lines = cut(composed.text)
    rows = [*composed.rows, None]
    body = _body(lines, rows)
    margin = {
        i
        for i, row in enumerate(rows)
        if row is not None
        and (row.role is Role.MARGIN or (row.role is Role.SIDE and (row.page > 1 or i >= body)))
    }
    found = _notes(lines, rows)
    if not found:
        found = notes.find(lines, margin, body)
    lifted = {i for note in found for i in range(note.first, note.last + 1)}
    reading = [i for i in range(body, len(lines)) if i not in margin and i not in lifted]
    marks = _marks(lines, rows, reading, {note.number for note in found})
    if not marks:
        marks = notes.marks(composed.text, lines, found, [i for i in reading if lines[i].text])
    return Seen(lines, body, margin, found, marks)


def _body(lines: list[Line], rows: list[Row | None]) -> int:
    """The index of the first line after the letterhead, which ends on the first page.

    A side bar, which stands before the lines beside it, is left out of the search.
    """
    shown = [i for i, row in enumerate(rows) if row is None or row.role is not Role.SIDE]
    body = letterhead.body([lines[i] for i in shown])
    first = next((i for i, row in enumerate(rows) if row is not None and row.page > 1), len(rows))
    return min(shown[body] if 0 < body < len(shown) else body, first)


def _notes(lines: list[Line], rows: list[Row | None]) -> list[notes.Note]:
    """The footnotes: rows at the foot of a page, each from its label to the next one."""
    found: list[notes.Note] = []
    for i, row in enumerate(rows):
        if row is None or row.role is not Role.NOTE:
            continue
        head = pdf_margins.label(row)
        above = rows[i - 1] if i else None
        goes_on = above is not None and above.role is Role.NOTE
        if head is not None and _rises(found, head[0]):
            found.append(notes.Note(head[0], i, i, lines[i].start + head[1]))
        elif goes_on and found:
            found[-1] = found[-1]._replace(last=i)
    return found


def _rises(found: list[notes.Note], number: str) -> bool:
    """Whether a label may be that of the footnote after those found."""
    if not number.isdigit():
        return True
    last = next((int(note.number) for note in reversed(found) if note.number.isdigit()), 0)
    return last < int(number) <= last + _REACH


def _marks(
    lines: list[Line], rows: list[Row | None], reading: list[int], known: set[str]
) -> list[notes.Mark]:
    """The superscripts that are footnote marks: known ones, and those that go on counting."""
    found: list[notes.Mark] = []
    last = 0
    for i in reading:
        row = rows[i]
        for start, end in row.raised if row is not None else ():
            if row is None or _UNIT.search(row.text, 0, start):
                continue
            for mark in _counted(row.text, start, end, known, last):
                found.append(_moved(mark, lines[i].start))
                last = max(last, int(mark.number)) if mark.number.isdigit() else last
    return found


def _counted(text: str, start: int, end: int, known: set[str], last: int) -> Iterator[notes.Mark]:
    """The marks in a raised stretch of a row."""
    at = start - _blank_before(text, start, end)
    for digits in _NUMBERS.finditer(text, start, end):
        number = digits[0]
        if number in known or (number.isdigit() and int(number) == last + 1):
            stop = _mark_end(text, digits.end(), end)
            yield notes.Mark(number, at, stop, digits.start(), digits.end())
            at = stop
            last = int(number) if number.isdigit() else last


def _moved(mark: notes.Mark, by: int) -> notes.Mark:
    """A mark of a row as one of the text."""
    number, *places = mark
    return notes.Mark(number, *(place + by for place in places))


def _blank_before(text: str, start: int, end: int) -> bool:
    """Whether the blank before a mark goes with it, because another stop or blank follows."""
    return start > 1 and text[start - 1] == " " and (end == len(text) or text[end] in " .,;:)")


def _mark_end(text: str, at: int, end: int) -> int:
    """Where a mark ends: what separates it from a further mark belongs to it."""
    while at < end and text[at] in ", ;":
        at += 1
    return at


def source_pages(composed: Composed, sheets: list[Sheet]) -> tuple[SourcePage, ...]:
    """Each page with the stretch of the stored text it holds and the boxes of its lines."""
    boxes: dict[int, list[LineBox]] = {sheet.number: [] for sheet in sheets}
    at = 0
    for row in composed.rows:
        end = at + len(row.text) if row else at
        if row:
            top, bottom = row.base - 0.8 * row.size, row.base + 0.2 * row.size
            box = (round(x, 1) for x in (row.left, top, row.right, bottom))
            boxes[row.page].append(LineBox(Span(at, end), *box))
        at = end + 1
    pages: list[SourcePage] = []
    last = 0
    for sheet in sheets:
        found = tuple(boxes[sheet.number])
        span = Span(found[0].span.start, found[-1].span.end) if found else Span(last, last)
        last = span.end
        width, height = round(sheet.width, 1), round(sheet.height, 1)
        pages.append(SourcePage(sheet.number, span, width, height, found, sheet.scanned))
    return tuple(pages)


def fits(above: Row, row: Row) -> bool:
    """Whether the first word of a row would have fitted on the row above it."""
    word = row.text.find(" ")
    share = (word if word > 0 else len(row.text)) / len(row.text)
    needed = share * (row.right - row.left) + 0.3 * row.size
    return above.right + needed <= above.lane_end - 0.2 * row.size


class Placed(Paragraphs):
    """Paragraphs whose lines have a place on the page, which tells what their letters hide."""

    def __init__(self, lines: list[Line], reading: list[int], rows: list[Row | None]) -> None:
        super().__init__(lines, reading)
        self.rows = {
            line.stop: row for line, row in zip(lines, rows, strict=False) if row is not None
        }
        self.apart = {line.stop for above, line in pairwise([EMPTY, *lines]) if not above.text}

    def _forced(self, above: Line, line: Line) -> bool:
        """Whether the first word of ``line`` would have fitted on the line above."""
        over, row = self.rows.get(above.stop), self.rows.get(line.stop)
        if over is None or row is None or over.lane < 0 or over.lane_end <= 0:
            return super()._forced(above, line)
        return fits(over, row)

    def _heading_like(self, pieces: list[Piece]) -> bool:
        """Whether lines may be a heading: bold type, or a short open line below a gap."""
        found = [self.rows.get(piece.line.stop) for piece in pieces]
        if len(found) <= 3 and all(row is not None and row.bold for row in found):
            return True
        if pieces[0].line.stop not in self.apart:
            return False
        return super()._heading_like(pieces)
