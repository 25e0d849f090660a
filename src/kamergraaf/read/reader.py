"""The one door to documents: a path in, a Document out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import pdf, pdf_guard, text

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP container, such as DOCX or ODT"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"<?xml", "an XML file"),
)
_MARKUP: dict[str, str] = {".xml": "an XML file", ".html": "an HTML file", ".htm": "an HTML file"}

Reader = Callable[[Path, bytes], Document]
READERS: dict[str, Reader] = {
    ".txt": text.document,
    ".text": text.document,
    ".md": text.document,
    ".pdf": pdf.document,
}
"""Readers by suffix, lower case; a suffix that is not here is read as plain text if it is text."""


def read(path: Path) -> Document:
    """Read the document at ``path``.

    Raises InputError, naming the file and the place, for a file that is missing, a directory,
    empty, binary, of a format that cannot be read, or not in UTF-8 or UTF-16.
    """
    data = _bytes(path)
    suffix = path.suffix.lower()
    body = data.removeprefix(b"\xef\xbb\xbf")
    if body.startswith(pdf_guard.MAGIC):
        return pdf.document(path, data)
    for magic, what in _SIGNATURES:
        if body.startswith(magic):
            raise _not_text(path, what)
    if suffix in _MARKUP:
        raise _not_text(path, _MARKUP[suffix])
    return READERS.get(suffix, text.document)(path, data)


def _bytes(path: Path) -> bytes:
    where = str(path)
    if path.is_dir():
        raise InputError("this is a directory, not a document", where=where)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", where=where) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=where) from error


def _not_text(path: Path, what: str) -> InputError:
    message = f"not a plain text file but {what}: this version reads plain text (.txt, .md)"
    return InputError(message, where=str(path))
