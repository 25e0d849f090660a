"""What PDFium measures of single characters, with as few and as light calls as that takes."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

_BOLD = 600
"""Font weights from here on are bold."""

_QUARTER = math.pi / 2
_SPREAD = 0.62
"""Letters are so many times their size wide, and hardly more."""

_HEAVY = re.compile(rb"(?i)bold|black|heavy")


class Run(NamedTuple):
    """Characters ``[start, end)`` of one text object, no blank at either end.

    Lengths in points, as if the type stood upright; ``base`` counted down from the top.
    """

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float
    bold: bool


@cache
def _light(raw: Any, name: str, result: Any) -> Callable[..., Any]:
    """A function of PDFium's that takes ctypes objects and ints as they are.

    The checks of the bindings on each argument cost more than most of these functions do.
    """
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
    light = ctypes.PYFUNCTYPE(result)(address)
    setattr(light, "argtypes", None)  # noqa: B010  (the stubs do not know that this is allowed)
    return light


class Pen:
    """Measures the characters of one page's text, told by their index.

    ``frame`` is the page: left, bottom, right, top.
    """

    def __init__(self, raw: Any, text: Any, frame: tuple[float, float, float, float]) -> None:
        self._raw, self._text, self._frame = raw, text, frame
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._into_box = ctypes.byref(self._box)
        self._into_matrix = ctypes.byref(self._matrix)
        self._into_x, self._into_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._thing = _light(raw, "FPDFText_GetTextObject", ctypes.c_size_t)
        self._measure = _light(raw, "FPDFText_GetLooseCharBox", ctypes.c_int)
        self._origin = _light(raw, "FPDFText_GetCharOrigin", ctypes.c_int)
        self._turn = _light(raw, "FPDFText_GetMatrix", ctypes.c_int)
        self._font_size = _light(raw, "FPDFText_GetFontSize", ctypes.c_double)
        self._angle = _light(raw, "FPDFText_GetCharAngle", ctypes.c_float)
        self._face = _light(raw, "FPDFTextObj_GetFont", ctypes.c_size_t)
        self._faces: dict[int, bool] = {}
        self._types: dict[int, tuple[float, bool]] = {}

    def thing(self, at: int) -> int:
        """The address of the text object that drew a character, 0 for one PDFium made up."""
        found: int = self._thing(self._text, at)
        return found

    def run(self, start: int, end: int, drawn: int, quarter: int) -> tuple[Run, bool]:
        """Characters that the text object ``drawn`` drew, and whether they are too wide for
        letters only, so that a gap may stand among them."""
        text, box = self._text, self._box
        self._measure(text, start, self._into_box)
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        self._measure(text, end - 1, self._into_box)
        right, top = box.right, box.top
        self._origin(text, start, self._into_x, self._into_y)
        size, bold = self._type(start, drawn)
        left, below, beyond, above = self._frame
        if quarter == 0:
            place = x0 - left, right - left, above - self._y.value
        elif quarter == 1:
            place = y0 - below, top - below, self._x.value - left
        elif quarter == 2:
            place = beyond - x1, beyond - box.left, self._y.value - below
        else:
            place = above - y1, above - box.bottom, beyond - self._x.value
        wide = max(right - x0, top - y0) > _SPREAD * size * (end - start)
        return Run(start, end, *place, size or 1.0, bold), wide

    def _type(self, at: int, drawn: int) -> tuple[float, bool]:
        """The size at which a character appears and whether it is bold.

        Both are the same for all that one text object drew.
        """
        known = self._types.get(drawn)
        if known is None:
            known = self._size(at), bool(drawn) and self._bold(at, drawn)
            if drawn:
                self._types[drawn] = known
        return known

    def _size(self, at: int) -> float:
        matrix = self._matrix
        self._turn(self._text, at, self._into_matrix)
        size: float = self._font_size(self._text, at) * math.hypot(matrix.c, matrix.d)
        return size if math.isfinite(size) else 0.0

    def _bold(self, at: int, drawn: int) -> bool:
        """Whether a character is bold, by its font's weight or name."""
        face: int = self._face(ctypes.c_void_p(drawn))
        if not face:
            return False
        if face not in self._faces:
            name = ctypes.create_string_buffer(100)
            self._raw.FPDFText_GetFontInfo(self._text, at, name, len(name), None)
            heavy = self._raw.FPDFText_GetFontWeight(self._text, at) >= _BOLD
            self._faces[face] = heavy or _HEAVY.search(name.value) is not None
        return self._faces[face]

    def quarter(self, at: int) -> int:
        """How many quarter turns a character is rotated."""
        angle: float = self._angle(self._text, at)
        return -round(angle / _QUARTER) % 4 if angle else 0
