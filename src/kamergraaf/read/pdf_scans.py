"""Pages that are images: scans among pages of text."""

from __future__ import annotations

import ctypes
import re
from typing import Any

_FEW = 20
"""So many letters a page may hold that says no more than its number: "Bijlage 2, pagina 14"."""

_SHARE = 0.5
"""Images that cover so much of a page are the page."""

_MOST = 1_000
"""Things on a page that are looked at; a scan is one image, or a few dozen strips."""

_DEEPEST = 4
_LETTER = re.compile(r"[^\W\d_]")


def scanned(raw: Any, page: Any, letters: str) -> bool:
    """Whether a loaded page with these characters is an image, so that nothing of it is read."""
    if len(letters) > 10 * _FEW or len(_LETTER.findall(letters)) > _FEW:
        return False
    things = [raw.FPDFPage_GetObject(page, i) for i in _some(raw.FPDFPage_CountObjects(page))]
    size: float = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
    covered = sum(_area(raw, thing) for thing in things if _image(raw, thing, _DEEPEST))
    return 0 < _SHARE * size <= covered


def _some(count: int) -> range:
    return range(min(count, _MOST))


def _image(raw: Any, thing: Any, deepest: int) -> bool:
    """Whether a thing on a page is an image, or a form that holds one first of all."""
    kind: int = raw.FPDFPageObj_GetType(thing)
    if kind != raw.FPDF_PAGEOBJ_FORM or not deepest:
        return kind == int(raw.FPDF_PAGEOBJ_IMAGE)
    inside = raw.FPDFFormObj_CountObjects(thing) > 0
    return inside and _image(raw, raw.FPDFFormObj_GetObject(thing, 0), deepest - 1)


def _area(raw: Any, thing: Any) -> float:
    """The area of a thing on a page in square points."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *sides):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return max(0.0, right - left) * max(0.0, top - bottom)
