"""What a PDF's bytes tell before any of it is parsed: cut off, far too large, a bomb."""

from __future__ import annotations

import re
import zlib

from kamergraaf.errors import InputError

MAGIC = b"%PDF-"
MOST_BYTES = 100_000_000
MOST_EXPANDED = 300_000_000
"""Bytes that the streams of one file may come to when they are decompressed."""

_TAIL = 2_048
_START = re.compile(rb"stream\r?\n")
_STEP = 1 << 20


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF: its mark may stand behind some bytes that do not belong."""
    return data.find(MAGIC, 0, 1_024) >= 0


def check(data: bytes, where: str) -> None:
    """Raise InputError for bytes that are no PDF, or one that is cut off, too large or a bomb."""
    if not data:
        raise InputError("the file is empty", where=where)
    if not is_pdf(data):
        message = "not a PDF file, although its name says so: it does not begin with %PDF-"
        raise InputError(message, where=where)
    if len(data) > MOST_BYTES:
        message = f"too large: {len(data):,} bytes, and at most {MOST_BYTES:,} are read"
        raise InputError(message, where=where)
    if data.rfind(b"%%EOF", max(0, len(data) - _TAIL)) < 0:
        message = "the PDF is cut off: its end (%%EOF) is missing; get the file again"
        raise InputError(message, where=where)
    _expand(data, where)


def _expand(data: bytes, where: str) -> None:
    """Decompress the streams, throwing the result away, for as long as they stay in bounds."""
    left = MOST_EXPANDED
    for start in _START.finditer(data):
        at = start.end()
        if data[at : at + 1] in (
            b"\x08",
            b"\x18",
            b"\x28",
            b"\x38",
            b"\x48",
            b"\x58",
            b"\x68",
            b"x",
        ):
            left -= _inflated(data, at, left)
        if left <= 0:
            message = f"a decompression bomb: its streams hold more than {MOST_EXPANDED:,} bytes"
            raise InputError(message, where=where)


def _inflated(data: bytes, at: int, most: int) -> int:
    """The bytes that one zlib stream expands to, counted up to ``most``; nested ones too."""
    inflate = zlib.decompressobj()
    stop = data.find(b"endstream", at)
    packed = data[at : stop if stop >= 0 else len(data)]
    total, first = 0, b""
    try:
        while packed and total <= most:
            part = inflate.decompress(packed, _STEP)
            first = first or part
            total += len(part)
            packed = inflate.unconsumed_tail
    except zlib.error:
        pass
    if first[:1] == b"x" and 0 < total <= most:
        total += _nested(first, most - total)
    return total


def _nested(packed: bytes, most: int) -> int:
    """What a stream inside a stream expands to, by its first part."""
    inflate = zlib.decompressobj()
    total = 0
    try:
        while packed and total <= most:
            part = inflate.decompress(packed, _STEP)
            total += len(part)
            packed = inflate.unconsumed_tail
    except zlib.error:
        pass
    return total
