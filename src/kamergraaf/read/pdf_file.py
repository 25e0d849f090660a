"""The door to PDFium: a PDF's bytes in, its pages' type out, and what can be bad about it."""

from __future__ import annotations

import re
import time
from typing import Any

from kamergraaf.errors import InputError
from kamergraaf.read import pdf_glyphs
from kamergraaf.read.pdf_glyphs import Sheet

MOST_PAGES = 2_000
MOST_LETTERS = 400_000
"""Characters that one page may hold; a full page of small print has some 10,000."""

MOST_SECONDS = 30.0
_PASSWORD, _SECURITY = 4, 5
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_LETTER = re.compile(r"[^\W\d_]")


def parse(data: bytes, where: str) -> list[Sheet]:
    """The pages of a PDF with what is set on them.

    Raises InputError, naming the file and where it helps the page, for a file that is encrypted,
    damaged, too large, too slow, or without text (scanned pages).
    """
    from pypdfium2 import raw

    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refusal(raw.FPDF_GetLastError(), where)
    try:
        found = _pages(raw, document, where)
    finally:
        raw.FPDF_CloseDocument(document)
    _readable(found, where)
    return found


def _refusal(code: int, where: str) -> InputError:
    if code == _PASSWORD:
        return InputError("the PDF is encrypted: it asks for a password", where=where)
    if code == _SECURITY:
        return InputError("the PDF is encrypted in a way that cannot be read", where=where)
    return InputError("a damaged PDF: its structure cannot be read", where=where)


def _pages(raw: Any, document: Any, where: str) -> list[Sheet]:
    count: int = raw.FPDF_GetPageCount(document)
    if count <= 0:
        raise InputError("a damaged PDF: it has no pages", where=where)
    if count > MOST_PAGES:
        message = f"too many pages: {count}, and at most {MOST_PAGES} are read"
        raise InputError(message, where=where)
    end = time.monotonic() + MOST_SECONDS
    found: list[Sheet] = []
    for i in range(count):
        place = f"{where}, page {i + 1}"
        if time.monotonic() > end:
            message = f"takes more than {MOST_SECONDS:.0f} seconds to read; given up"
            raise InputError(message, where=place)
        found.append(_page(raw, document, i, place))
    return found


def _page(raw: Any, document: Any, index: int, place: str) -> Sheet:
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        raise InputError("a damaged PDF: this page cannot be read", where=place)
    text = None
    try:
        text = raw.FPDFText_LoadPage(page)
        if not text:
            raise InputError("a damaged PDF: the text of this page cannot be read", where=place)
        letters: int = raw.FPDFText_CountChars(text)
        if letters > MOST_LETTERS:
            message = f"{letters} characters on one page, and at most {MOST_LETTERS} are read"
            raise InputError(message, where=place)
        return pdf_glyphs.sheet(raw, page, text, index + 1)
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)


def _readable(found: list[Sheet], where: str) -> None:
    """Raise InputError where there is no text, or only the codes of unknown characters."""
    text = "".join(chunk.text for sheet in found for chunk in sheet.chunks)
    unknown = len(_UNKNOWN.findall(text))
    if unknown and unknown > len(_LETTER.findall(text)):
        message = (
            "the text of this PDF cannot be decoded: its fonts do not say which characters they "
            "draw; it needs OCR first (for example: ocrmypdf --force-ocr IN OUT)"
        )
        raise InputError(message, where=where)
    if _LETTER.search(text) is None:
        message = (
            f"no text on its {len(found)} page{'s' if len(found) != 1 else ''}: it holds images "
            "only, such as a scan, and needs OCR first (for example: ocrmypdf IN OUT)"
        )
        raise InputError(message, where=where)
