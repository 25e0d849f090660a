"""Chunks of type to rows in reading order: columns, side bars, labels in the left margin."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from kamergraaf.read.pdf_glyphs import RAISED_SIZE, Chunk, Sheet
from kamergraaf.read.pdf_signed import Signatures
from kamergraaf.read.text import normalise

_LEVEL = 0.4
"""Chunks whose baselines differ by less than so many sizes stand on one line."""

_CELL = 3.0
"""A gap of so many sizes parts the cells of a table."""

_LONG = 20
"""Characters from which a line tells where a column runs."""


_COLUMN = 8
"""Long lines that make a column on a page whose columns are not those of the document."""


class Role(IntEnum):
    """What a row is for."""

    BODY = 0
    SIDE = 1  # the bar beside the body: addresses, reference numbers
    MARGIN = 2  # running headers and footers, page numbers, type that is turned
    NOTE = 3


class Lane(NamedTuple):
    """A column of running text, in points from the left."""

    left: float
    right: float


@dataclass(slots=True)
class Row:
    """A line of type as a reader sees it; ``lane`` is its column, ``cells`` more than 1 in a
    table, ``lane_end`` where its column ends, ``value`` where its last cell begins."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    raised: tuple[tuple[int, int], ...]
    role: Role = Role.BODY
    lane: int = 0
    lane_end: float = 0.0
    cells: int = 1
    value: float = 0.0


class _Placed(NamedTuple):
    """A chunk and its column: the index of a lane, or one of the places below."""

    chunk: Chunk
    lane: int


_SPAN, _RIGHT, _LEFT = -1, -2, -3


def body_size(sheets: Iterable[Sheet]) -> float:
    """The size in which most characters of a document are set."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for chunk in sheet.chunks:
            sizes[round(chunk.size * 4) / 4] += len(chunk.text)
    return max(sizes.items(), key=lambda pair: (pair[1], pair[0]))[0] if sizes else 0.0


def rows(sheets: list[Sheet], size: float) -> list[list[Row]]:
    """The rows of each page in reading order, side bars before the body they stand beside."""
    lanes = _lanes(sheets, size)
    return [_page(sheet, lanes, size) for sheet in sheets]


def _lanes(sheets: list[Sheet], size: float, least: int = 1) -> list[Lane]:
    """The columns in which at least so many long lines of the body run, from left to right."""
    starts: dict[int, list[Chunk]] = {}
    for sheet in sheets:
        for chunk in sheet.chunks:
            wide = chunk.right - chunk.left >= 0.22 * sheet.width
            if wide and len(chunk.text) >= _LONG and abs(chunk.size - size) <= 0.08 * size:
                starts.setdefault(round(chunk.left / 4), []).append(chunk)
    groups = sorted(starts.values(), key=lambda group: (-len(group), group[0].left))
    found: list[Lane] = []
    for group in groups:
        rights = sorted(chunk.right for chunk in group)
        lane = Lane(min(chunk.left for chunk in group), rights[int(len(rights) * 0.75)])
        touching = [i for i, other in enumerate(found) if _overlap(lane, other) > 0.1]
        if not touching and len(group) >= max(least, len(groups[0]) // 5):
            found.append(lane)
        elif len(touching) == 1:
            other = found[touching[0]]
            found[touching[0]] = Lane(min(lane.left, other.left), max(lane.right, other.right))
    found.sort()
    ends = [lane.left for lane in found[1:]] + [float("inf")]
    return [_filled(lane, end, groups) for lane, end in zip(found, ends, strict=False)]


def _filled(lane: Lane, end: float, groups: list[list[Chunk]]) -> Lane:
    """A column up to where its longest lines reach, of those that stay before ``end``."""
    rights = sorted(
        chunk.right
        for group in groups
        for chunk in group
        if lane.left - 4 <= chunk.left < lane.right and chunk.right < end
    )
    return Lane(
        lane.left, max(lane.right, rights[int(len(rights) * 0.98)]) if rights else lane.right
    )


def _overlap(lane: Lane, other: Lane) -> float:
    shared = min(lane.right, other.right) - max(lane.left, other.left)
    return shared / max(1.0, min(lane.right - lane.left, other.right - other.left))


def _page(sheet: Sheet, lanes: list[Lane], size: float) -> list[Row]:
    """The rows of one page; its own columns where those of the document do not fit it."""
    upright = [chunk for chunk in sheet.chunks if chunk.quarter == 0]
    own = _lanes([sheet], size, _COLUMN)
    if len(own) > len(lanes):
        lanes = own
    placed = _placed(upright, lanes)
    if _outside(placed, size) > 0.4:
        size = body_size([sheet])
        lanes = _lanes([sheet], size)
        placed = _placed(upright, lanes)
    if _outside(placed, size) > 0.4:
        lanes = [Lane(0.0, max([sheet.width, *(chunk.right for chunk in upright)]))]
        placed = _placed(upright, lanes)
    side, main = _beside(placed, sheet.number)
    found = [_row(sheet, [chunk], lanes, _RIGHT) for chunk in _down(side)]
    found += _read(sheet, main, lanes)
    turned = [chunk for chunk in sheet.chunks if chunk.quarter]
    found += [_row(sheet, [chunk], lanes, _SPAN, Role.MARGIN) for chunk in turned]
    return [row for row in found if row.text]


def _placed(chunks: list[Chunk], lanes: list[Lane]) -> list[_Placed]:
    return [_Placed(chunk, _place(chunk, lanes)) for chunk in chunks]


def _outside(placed: list[_Placed], size: float) -> float:
    """The share of the characters of a body's size that stand in no column; 1 without any."""
    total = outside = 0
    for chunk, lane in placed:
        if chunk.size >= 0.92 * size:
            total += len(chunk.text)
            if lane in (_RIGHT, _LEFT):
                outside += len(chunk.text)
    return outside / total if total else float(bool(placed))


def _place(chunk: Chunk, lanes: list[Lane]) -> int:
    """The column of a chunk."""
    if not lanes or chunk.right <= lanes[0].left + 0.3 * chunk.size:
        return _LEFT
    if chunk.left >= lanes[-1].right - 0.3 * chunk.size:
        return _RIGHT
    touching = [
        i
        for i, lane in enumerate(lanes)
        if min(chunk.right, lane.right) - max(chunk.left, lane.left) > chunk.size
    ]
    if len(touching) > 1:
        return _SPAN
    if touching:
        return touching[0]
    if len(lanes) == 1:
        return 0
    middle = (chunk.left + chunk.right) / 2
    return min(
        range(len(lanes)),
        key=lambda i: min(abs(middle - x) for x in (lanes[i].left, lanes[i].right)),
    )


def _beside(placed: list[_Placed], number: int) -> tuple[list[Chunk], list[_Placed]]:
    """The chunks of the side bars, and the others.

    What stands left of the columns is a label if it shares its line with them, or if it opens the
    document; what stands right of them is a side bar.
    """
    side = [chunk for chunk, lane in placed if lane == _RIGHT]
    main = [(chunk, lane) for chunk, lane in placed if lane >= _SPAN]
    levels = sorted(chunk.base for chunk, _ in main)
    for chunk, lane in placed:
        if lane == _LEFT:
            labels = number == 1 or _near(levels, chunk.base, _LEVEL * chunk.size)
            if labels:
                main.append((chunk, _LEFT))
            else:
                side.append(chunk)
    return side, [_Placed(chunk, lane) for chunk, lane in main]


def _near(levels: list[float], base: float, by: float) -> bool:
    at = bisect_left(levels, base - by)
    return at < len(levels) and levels[at] <= base + by


def _down(chunks: Iterable[Chunk]) -> list[Chunk]:
    return sorted(chunks, key=lambda chunk: (round(chunk.base), chunk.left))


def _read(sheet: Sheet, placed: list[_Placed], lanes: list[Lane]) -> list[Row]:
    """The rows of the columns, from top to bottom; a row across columns closes those above it."""
    found: list[Row] = []
    waiting: list[list[Row]] = [[] for _ in lanes]
    signed = Signatures()
    for level in _levels(placed):
        for lane in sorted({lane for _, lane in level}, key=lambda lane: (lane != _LEFT, lane)):
            chunks = sorted((c for c, at in level if at == lane), key=lambda c: c.left)
            if len(lanes) == 1 and signed.take(chunks):
                continue
            found += [_row(sheet, [chunk], lanes, 0) for chunk in signed.close()]
            row = _row(sheet, chunks, lanes, lane)
            if 0 <= lane < len(lanes) and len(lanes) > 1:
                waiting[lane].append(row)
                continue
            found += [above for column in waiting for above in column]
            waiting = [[] for _ in lanes]
            found.append(row)
    found += [_row(sheet, [chunk], lanes, 0) for chunk in signed.close()]
    return found + [above for column in waiting for above in column]


def _levels(placed: list[_Placed]) -> list[list[_Placed]]:
    """Chunks that share a line, from the top of the page down."""
    levels: list[list[_Placed]] = []
    top = 0.0
    for item in sorted(placed, key=lambda item: (item.chunk.base, item.chunk.left)):
        near = item.chunk.base - top <= _LEVEL * item.chunk.size
        if levels and (near or _labelled(levels[-1], item.chunk)):
            levels[-1].append(item)
        else:
            levels.append([item])
            top = item.chunk.base
    return levels


def _labelled(level: list[_Placed], chunk: Chunk) -> bool:
    """Whether a raised mark that stands alone belongs before a chunk: a footnote's label."""
    mark = level[0].chunk
    raised = mark.size <= RAISED_SIZE * chunk.size and chunk.base - mark.base < 0.65 * chunk.size
    apart = chunk.left - mark.right
    return len(level) == 1 and raised and len(mark.text) <= 3 and -1 <= apart < 3 * chunk.size


def _row(
    sheet: Sheet, chunks: list[Chunk], lanes: list[Lane], lane: int, role: Role = Role.BODY
) -> Row:
    """Chunks on one line as a row."""
    main = max(chunks, key=lambda chunk: len(chunk.text))
    text, raised, cells = _written(chunks, main)
    right = max(chunk.right for chunk in chunks)
    return Row(
        page=sheet.number,
        text=text,
        left=chunks[0].left,
        right=right,
        base=main.base,
        size=main.size,
        bold=all(chunk.bold for chunk in chunks),
        raised=raised,
        role=Role.SIDE if lane == _RIGHT else role,
        lane=lane,
        lane_end=lanes[lane].right if 0 <= lane < len(lanes) else right,
        cells=cells,
        value=chunks[-1].left,
    )


def _written(chunks: list[Chunk], main: Chunk) -> tuple[str, tuple[tuple[int, int], ...], int]:
    """The text of a line, its raised stretches, and how many cells it has."""
    if len(chunks) == 1 and main.size > 0:
        return _stored(main.text), main.raised, 1
    text, cells, right = "", 1, chunks[0].left
    raised: list[tuple[int, int]] = []
    for chunk in chunks:
        if text:
            gap = chunk.left - right
            cells += gap > _CELL * chunk.size
            text += "  " if gap > _CELL * chunk.size else " " if gap > 0.2 * chunk.size else ""
        high = chunk.size <= RAISED_SIZE * main.size and chunk.base < main.base - 0.1 * main.size
        inside = ((0, len(chunk.text)),) if high else chunk.raised
        raised += [(len(text) + start, len(text) + end) for start, end in inside]
        text += chunk.text
        right = max(right, chunk.right)
    return _stored(text), tuple(raised), cells


def _stored(text: str) -> str:
    """The text of a line as it is stored."""
    plain = text if text.isascii() and text.isprintable() else normalise(text)
    return plain.replace("\n", " ").rstrip()
