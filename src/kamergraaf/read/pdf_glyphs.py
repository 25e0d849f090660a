"""What PDFium sees on a page: stretches of type with their place, size and weight."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

_BOLD = 600
"""Font weights from here on are bold."""

_HEAVY = re.compile(rb"(?i)bold|black|heavy")

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
    """A page: its number from 1, its width and height in points, its chunks as drawn."""

    number: int
    width: float
    height: float
    chunks: list[Chunk]


class _Run(NamedTuple):
    """Characters ``[start, end)`` of one text object, no blank at either end."""

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float
    bold: bool


class _Pen:
    """The calls to PDFium that measure single characters of one page's text."""

    def __init__(self, raw: Any, text: Any) -> None:
        self.raw, self.text = raw, text
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.faces: dict[int, bool] = {}

    def thing(self, at: int) -> int:
        """The address of the text object that drew a character, 0 for one PDFium made up."""
        found = self.raw.FPDFText_GetTextObject(self.text, at)
        return ctypes.addressof(found.contents) if found else 0

    def span(self, at: int) -> tuple[float, float, float, float]:
        """The box of a character: left, bottom, right, top."""
        box = self.box
        self.raw.FPDFText_GetLooseCharBox(self.text, at, box)
        return box.left, box.bottom, box.right, box.top

    def origin(self, at: int) -> tuple[float, float]:
        """Where on its baseline a character begins."""
        self.raw.FPDFText_GetCharOrigin(self.text, at, self.x, self.y)
        return self.x.value, self.y.value

    def size(self, at: int) -> float:
        """The size at which a character appears."""
        self.raw.FPDFText_GetMatrix(self.text, at, self.matrix)
        scale = math.hypot(self.matrix.c, self.matrix.d)
        size: float = self.raw.FPDFText_GetFontSize(self.text, at)
        return size * scale if math.isfinite(size * scale) else 0.0

    def bold(self, at: int) -> bool:
        """Whether a character is bold, by its font's weight or name."""
        drawn = self.raw.FPDFText_GetTextObject(self.text, at)
        face = self.raw.FPDFTextObj_GetFont(drawn) if drawn else None
        if not face:
            return False
        key = ctypes.addressof(face.contents)
        if key not in self.faces:
            name = ctypes.create_string_buffer(100)
            self.raw.FPDFText_GetFontInfo(self.text, at, name, len(name), None)
            heavy = self.raw.FPDFText_GetFontWeight(self.text, at) >= _BOLD
            self.faces[key] = heavy or _HEAVY.search(name.value) is not None
        return self.faces[key]

    def quarter(self, at: int) -> int:
        """How many quarter turns a character is rotated."""
        angle: float = self.raw.FPDFText_GetCharAngle(self.text, at)
        return -round(angle / (math.pi / 2)) % 4


def sheet(raw: Any, page: Any, text: Any, number: int) -> Sheet:
    """The chunks of a loaded page and its loaded text."""
    frame = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, frame)
    letters = characters(raw, text)
    pen = _Pen(raw, text)
    lines = [(pen.quarter(m.start()), m.start(), m.end()) for m in _LINE.finditer(letters)]
    weight = [0, 0, 0, 0]
    for quarter, start, end in lines:
        weight[quarter] += end - start
    upright = weight.index(max(weight))
    chunks: list[Chunk] = []
    for quarter, start, end in lines:
        runs = list(_turned(_runs(pen, letters, start, end), pen, frame, quarter))
        chunks += [_chunk(letters, group, (quarter - upright) % 4) for group in _groups(runs)]
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if upright % 2:
        width, height = height, width
    return Sheet(number, width, height, [c for c in chunks if c.text])


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


def _runs(pen: _Pen, letters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that one text object drew, blanks at their ends left out."""
    words = [m.span() for m in _WORD.finditer(letters, start, end)]
    if not words:
        return
    first, last = words[0][0], words[-1][1]
    if pen.thing(first) == pen.thing(last - 1) and not _spread(pen, first, last):
        yield first, last
        return
    for a, b in words:
        begin, drawn = a, pen.thing(a)
        for at in range(a + 1, b) if drawn != pen.thing(b - 1) else ():
            if (here := pen.thing(at)) != drawn and here:
                yield begin, at
                begin, drawn = at, here
        yield begin, b


def _spread(pen: _Pen, first: int, last: int) -> bool:
    """Whether a line is too wide for its letters, so that a gap may stand in it."""
    left = pen.span(first)
    right = pen.span(last - 1)
    return max(right[2] - left[0], right[3] - left[1]) > 0.62 * pen.size(first) * (last - first)


def _turned(
    spans: Iterator[tuple[int, int]], pen: _Pen, frame: Any, quarter: int
) -> Iterator[_Run]:
    """Measure stretches as if their type stood upright, with the top of the page as 0."""
    for start, end in spans:
        box, close = pen.span(start), pen.span(end - 1)
        x, y = pen.origin(start)
        if quarter == 0:
            left, right, base = box[0] - frame.left, close[2] - frame.left, frame.top - y
        elif quarter == 1:
            left, right, base = box[1] - frame.bottom, close[3] - frame.bottom, x - frame.left
        elif quarter == 2:
            left, right, base = frame.right - box[2], frame.right - close[0], y - frame.bottom
        else:
            left, right, base = frame.top - box[3], frame.top - close[1], frame.right - x
        yield _Run(start, end, left, right, base, pen.size(start) or 1.0, pen.bold(start))


def _groups(runs: list[_Run]) -> Iterator[list[_Run]]:
    """Runs that stand on one line without a wide gap."""
    group: list[_Run] = []
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


def _chunk(letters: str, runs: list[_Run], quarter: int) -> Chunk:
    """Runs as one chunk; its size, weight and baseline are those of most of its letters."""
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


def _apart(letters: str, above: _Run, run: _Run) -> bool:
    """Whether a blank stands between two runs; an accent set over a letter has none."""
    gap = run.left - above.right
    if letters[run.start] in _ACCENTS and gap < 0:
        return False
    if letters[above.end - 1] in _ACCENTS:
        return gap > 0.2 * run.size
    return above.end < run.start or gap > 0.25 * run.size


def _is_raised(run: _Run, main: _Run) -> bool:
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
