"""The one door to documents: a path in, a Document out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import (
    docx,
    formats,
    html,
    markdown,
    metadata,
    odt,
    official,
    pdf,
    pdf_guard,
    text,
)

_LARGEST = 256 * 1024 * 1024
"""Bytes that a file may have."""

_READABLE = "what can be read: text, Markdown, PDF, DOCX, ODT, HTML, XML of official publications"

Reader = Callable[[Path, bytes], Document]
READERS: dict[str, Reader] = {
    ".txt": text.document,
    ".text": text.document,
    ".md": markdown.document,
    ".markdown": markdown.document,
    ".pdf": pdf.document,
    ".docx": docx.document,
    ".docm": docx.document,
    ".odt": odt.document,
    ".xml": official.document,
    ".html": html.document,
    ".htm": html.document,
    ".xhtml": html.document,
}
"""Readers by suffix, lower case; what a file holds counts for more (``read``)."""

_PLAIN = (text.document, markdown.document)


def is_letter(path: Path) -> bool:
    """Whether a folder's file is one to read: by its suffix, and not a companion of another."""
    return path.suffix.lower() in READERS and not metadata.is_companion(path)


def read(path: Path) -> Document:
    """Read the document at ``path``.

    Raises InputError, naming the file and the place, for a file that is missing, a directory,
    empty, binary, of a format that cannot be read, or not in UTF-8 or UTF-16.
    """
    data = _bytes(path)
    return _reader(path, data)(path, data)


def _reader(path: Path, data: bytes) -> Reader:
    """The reader for what the file holds, whatever its suffix says."""
    suffix = path.suffix.lower()
    begins = data.removeprefix(b"\xef\xbb\xbf").startswith(pdf_guard.MAGIC)
    if begins or (suffix == ".pdf" and pdf_guard.is_pdf(data)):
        return pdf.document
    if what := formats.unreadable(data):
        message = f"not a document that can be read but {what}; {_READABLE}"
        raise InputError(message, where=str(path))
    if data.startswith(formats.ZIP):
        return READERS[f".{formats.packed(data, str(path))}"]
    if kind := formats.marked_up(data, suffix):
        return READERS[f".{kind}"]
    named = READERS.get(suffix, text.document)
    return named if named in _PLAIN else text.document


def _bytes(path: Path) -> bytes:
    where = str(path)
    if path.is_dir():
        raise InputError("this is a directory, not a document", where=where)
    try:
        if path.stat().st_size > _LARGEST:
            message = f"larger than {_LARGEST // 1024 // 1024} MB: this is no letter"
            raise InputError(message, where=where)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", where=where) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=where) from error
