"""What PDFium sees on a page: stretches of type with their place, size and weight."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from kamergraaf.read import pdf_scans
from kamergraaf.read.pdf_pen import Pen, Run

_WIDE = 1.6
"""A gap of more than so many sizes parts cells, columns, a label and its value."""

RAISED_SIZE = 0.82
"""Superscripts are set in at most so many times the size of what they stand beside."""

_RAISED_BY = 0.08
_WORD = re.compile(r"[^ \t\xa0]+")
_PDFIUM_HYPHENS = "\x02\ufffe"
"""What PDFium writes for a hyphen at a line end, after which it goes on without a line break."""

_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303"}
_ACCENTS |= {"ˇ": "\u030c", "¸": "\u0327", "˘": "\u0306", "˝": "\u030b", "˙": "\u0307"}
_ACCENTED = re.compile("([^\\W\\d_]?)([´`¨ˆ˜ˇ¸˘˝˙])")


class Chunk(NamedTuple):
    """Type set in one go on one line; lengths in points, ``base`` counted down from the top.

    ``raised`` holds the stretches of ``text`` that are superscripts, ``quarter`` how many quarter
    turns to the left the type is rotated against the page.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    raised: tuple[tuple[int, int], ...] = ()
    quarter: int = 0


class Sheet(NamedTuple):
    """A page: its number from 1, its width and height in points, its chunks as drawn.

    ``scanned`` tells a page that is an image, with no more type on it than a page number.
    """

    number: int
    width: float
    height: float
    chunks: list[Chunk]
    scanned: bool = False


def sheet(raw: Any, page: Any, text: Any, number: int) -> Sheet:
    """The chunks of a loaded page and its loaded text."""
    frame = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, frame)
    letters = characters(raw, text)
    pen = Pen(raw, text, (frame.left, frame.bottom, frame.right, frame.top))
    lines = [(pen.quarter(m.start()), *m.span()) for m in _LINE.finditer(letters)]
    weight = [0, 0, 0, 0]
    for quarter, start, end in lines:
        weight[quarter] += end - start
    upright = weight.index(max(weight))
    chunks: list[Chunk] = []
    for quarter, start, end in lines:
        runs = _runs(pen, letters, start, end, quarter)
        turned = (quarter - upright) % 4
        chunks += [_chunk(letters, group, turned) for group in _groups(runs)]
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if upright % 2:
        width, height = height, width
    chunks = [chunk for chunk in chunks if chunk.text]
    return Sheet(number, width, height, chunks, pdf_scans.scanned(raw, page, letters))


def characters(raw: Any, text: Any) -> str:
    """The characters of a page, one for each index of PDFium's."""
    count: int = raw.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written: int = raw.FPDFText_GetText(text, 0, count, buffer)
    found = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(found) == count:
        return found
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)


def _runs(pen: Pen, letters: str, start: int, end: int, quarter: int) -> list[Run]:
    """The stretches of a line that one text object drew, blanks at their ends left out."""
    words = [m.span() for m in _WORD.finditer(letters, start, end)]
    if not words:
        return []
    first, last = words[0][0], words[-1][1]
    thing = pen.thing
    drawn = thing(first)
    if drawn == thing(last - 1):
        whole, wide = pen.run(first, last, drawn, quarter)
        if not wide:
            return [whole]
    runs: list[Run] = []
    for a, b in words:
        begin, drawn = a, thing(a)
        for at in range(a + 1, b) if b - a > 1 and drawn != thing(b - 1) else ():
            if (here := thing(at)) != drawn and here:
                runs.append(pen.run(begin, at, drawn, quarter)[0])
                begin, drawn = at, here
        runs.append(pen.run(begin, b, drawn, quarter)[0])
    return runs


def _groups(runs: list[Run]) -> Iterator[list[Run]]:
    """Runs that stand on one line without a wide gap."""
    group: list[Run] = []
    for run in runs:
        if group:
            above, size = group[-1], max(group[-1].size, run.size)
            gap = run.left - above.right
            if gap > _WIDE * size or gap < -size or abs(run.base - above.base) > 0.6 * size:
                yield group
                group = []
        group.append(run)
    if group:
        yield group


def _chunk(letters: str, runs: list[Run], quarter: int) -> Chunk:
    """Runs as one chunk; its size, weight and baseline are those of most of its letters."""
    if len(runs) == 1 and runs[0].size > 0:
        start, end, left, right, base, size, bold = runs[0]
        text = _accents(_clean(letters[start:end]))
        return Chunk(text, left, right, base, size, bold, (), quarter)
    main = max(runs, key=lambda run: run.end - run.start)
    text = ""
    raised: list[tuple[int, int]] = []
    for i, run in enumerate(runs):
        if i and _apart(letters, runs[i - 1], run):
            text += " "
        part = _clean(letters[run.start : run.end])
        if _is_raised(run, main):
            raised.append((len(text), len(text) + len(part)))
        text += part
    if not raised:
        text = _accents(text)
    bold = sum(r.end - r.start for r in runs if r.bold) * 2 > runs[-1].end - runs[0].start
    left, right = min(r.left for r in runs), max(r.right for r in runs)
    return Chunk(text, left, right, main.base, main.size, bold, tuple(raised), quarter)


def _apart(letters: str, above: Run, run: Run) -> bool:
    """Whether a blank stands between two runs; an accent set over a letter has none."""
    gap = run.left - above.right
    if letters[run.start] in _ACCENTS and gap < 0:
        return False
    if letters[above.end - 1] in _ACCENTS:
        return gap > 0.2 * run.size
    return above.end < run.start or gap > 0.25 * run.size


def _is_raised(run: Run, main: Run) -> bool:
    return run.size <= RAISED_SIZE * main.size and main.base - run.base >= _RAISED_BY * main.size


def _clean(part: str) -> str:
    if part[-1] in _PDFIUM_HYPHENS:
        part = part[:-1] + "-"
    return part if part.isascii() else part.translate(_LIGATURES)


def _accents(text: str) -> str:
    """Letters with accents that were drawn over them as marks of their own."""
    if text.isascii() or not any(accent in text for accent in _ACCENTS):
        return text
    return _ACCENTED.sub(
        lambda m: unicodedata.normalize("NFC", m[1] + _ACCENTS[m[2]]) if m[1] else m[0], text
    )
