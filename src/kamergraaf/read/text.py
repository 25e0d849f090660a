"""Plain text: bytes to the stored text, and the stored text to a Document."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import flow, layout

_LINE_BREAKS = "\x0b\x0c"
_PLANE_ENDS = "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r")
_SUSPECT = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
"""What every noncharacter has in UTF-8; bytes are searched many times faster than characters."""

_MOSTLY = 0.02
"""A text of which more than this share is control characters is taken for binary data."""


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the text file ``path``.

    Raises InputError for data that is empty, blank, binary or wrongly encoded.
    """
    stored = normalise(decode(data, where=str(path)))
    if not stored.strip():
        raise InputError("the file holds no text", where=str(path))
    page = layout.page(stored)
    media = "text/markdown" if path.suffix.lower() == ".md" else "text/plain"
    return Document(
        name=path.name,
        text=stored,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media,
        blocks=page.blocks,
        flow=flow.build(stored, page),
    )


def decode(data: bytes, *, where: str) -> str:
    """The characters of ``data``: UTF-8, with or without a byte order mark, or marked UTF-16.

    Nothing is guessed: raises InputError, naming the byte, for anything else.
    """
    if not data:
        raise InputError("the file is empty", where=where)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    if not wide and b"\x00" in data:
        message = f"binary data: a NUL byte at byte {data.index(0)}; this is not a text file"
        raise InputError(message, where=where)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
        raise InputError(_encoding_message(data, at, encoding), where=where) from None
    raw = text.encode()
    if len(raw) - len(raw.translate(None, _CONTROLS)) > _MOSTLY * len(raw) + raw.count(b"\f"):
        raise InputError("binary data: too many control characters for a text", where=where)
    return text


def _encoding_message(data: bytes, at: int, encoding: str) -> str:
    if encoding == "utf-16":
        return f"not valid UTF-16 at byte {at}, although the file is marked as UTF-16"
    line = data.count(b"\n", 0, at) + 1
    return (
        f"not UTF-8: byte 0x{data[at]:02X} at byte {at} (line {line}); if it is Windows-1252, "
        "convert it first: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT"
    )


def normalise(text: str) -> str:
    """The stored text: line ends as LF, and what XML forbids mapped one to one.

    A form feed or vertical tab becomes LF, any other forbidden character a blank.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    raw = text.encode()
    if len(raw.translate(None, _CONTROLS)) < len(raw) or any(part in raw for part in _SUSPECT):
        text = _FORBIDDEN.sub(lambda m: "\n" if m[0] in _LINE_BREAKS else " ", text)
    return text
