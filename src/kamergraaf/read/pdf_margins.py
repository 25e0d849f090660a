"""What is not the body of a page: running headers and footers, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kamergraaf.read.lines import NUMBER, is_furniture, side_label, side_value
from kamergraaf.read.pdf_glyphs import Sheet
from kamergraaf.read.pdf_rows import Role, Row

_EDGE = 0.14
"""The share of a page's height, above and below, in which running headers and footers stand."""

_SMALL = 0.94
"""Footnotes are set in at most so many times the size of the body."""

_DIGITS = re.compile(r"[0-9]{1,9}")
_LABEL = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3})(?:\]|[.)](?=\s))?\s*(?=\S)")


def mark(pages: list[list[Row]], sheets: list[Sheet], size: float) -> None:
    """Give the rows that are no body their role."""
    heights = {sheet.number: sheet.height for sheet in sheets}
    _repeated(pages, heights)
    for found in pages:
        for row in found:
            if row.role in (Role.BODY, Role.SIDE) and _by_itself(row, heights[row.page]):
                row.role = Role.MARGIN
        if found and found[0].page > 1:
            _labels(found, size)
        _footnotes(found, size)


def _labels(found: list[Row], size: float) -> None:
    """Small rows on a later page that repeat the letterhead: a label and what stands below it."""
    for above, row in pairwise(found):
        small = max(above.size, row.size) <= _SMALL * size
        if small and side_label(above.text) and side_value(row.text):
            above.role = row.role = Role.MARGIN


def _by_itself(row: Row, height: float) -> bool:
    """Whether a row shows by its words, or as a number at the edge, that it is furniture."""
    if is_furniture(row.text):
        return True
    return NUMBER.fullmatch(row.text) is not None and _edge(row, height) > 0


def _edge(row: Row, height: float) -> int:
    """1 for a row at the bottom of its page, -1 at the top, 0 between."""
    if row.base > (1 - _EDGE) * height:
        return 1
    return -1 if row.base < _EDGE * height else 0


def _repeated(pages: list[list[Row]], heights: dict[int, float]) -> None:
    """Rows that say the same at the same height of several pages, but for the page's number.

    The first page keeps what stands at its top: there it is the letterhead.
    """
    same: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for found in pages:
        for row in found:
            if _edge(row, heights[row.page]) and len(row.text) <= 150:
                for words in _readings(row):
                    same[words, round(row.base / 3)].append(row)
    for alike in same.values():
        if len({row.page for row in alike}) < 2:
            continue
        for row in alike:
            if row.page > 1 or _edge(row, heights[row.page]) > 0:
                row.role = Role.MARGIN


def _readings(row: Row) -> Iterator[str]:
    """The words of a row, and those with a number told by its distance from the page's."""
    yield row.text
    for number in _DIGITS.finditer(row.text):
        away = int(number[0]) - row.page
        yield f"{row.text[: number.start()]}#{away}#{row.text[number.end() :]}"


def _footnotes(found: list[Row], size: float) -> None:
    """Mark the small rows at the foot of each column, if one of them begins with a label."""
    for lane in {row.lane for row in found if row.role is Role.BODY}:
        column = [row for row in found if row.role is Role.BODY and row.lane == lane]
        zone = len(column)
        while zone and column[zone - 1].size <= _SMALL * size:
            zone -= 1
        while zone < len(column) and label(column[zone]) is None:
            zone += 1
        for row in column[zone:]:
            row.role = Role.NOTE


def label(row: Row) -> tuple[str, int] | None:
    """The label with which a row begins as a footnote does, and where its text starts.

    A raised label is sure; a plain number must lead in a capital, a quotation mark, an address.
    """
    head = _LABEL.match(row.text)
    if head is None:
        return None
    raised = bool(row.raised) and row.raised[0][0] == 0 and row.raised[0][1] <= head.end()
    follows = row.text[head.end()]
    plain = row.text[head.end(1) : head.end()] != "" and (
        follows.isupper()
        or follows in "«“‘\"'("
        or row.text.startswith(("http", "www"), head.end())
    )
    return (head[1], head.end()) if raised or plain else None
