"""What a PDF's bytes tell before any of it is parsed: cut off, far too large, a bomb."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from kamergraaf.errors import InputError

MAGIC = b"%PDF-"
MOST_BYTES = 100_000_000
MOST_EXPANDED = 300_000_000
"""Bytes that the streams of one file, images left out, may come to when decompressed."""

_HEAVY = 2_000_000
"""A page's instructions of so many bytes are more than those of a page of text."""

_NESTED = 3
"""So many forms that may hold other forms can multiply without end."""

_TAIL = 2_048
_DICTIONARY = 4_096
_STEP = 1 << 20
_START = re.compile(rb"stream(?:\r\n|\n|\r)")
_FILTER = re.compile(rb"/(Fl|FlateDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode)\b")
_OTHER_FILTER = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_FONT = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b|/ObjStm\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_INNER = re.compile(rb"/XObject\b|/Resources\s+\d+\s+\d+\s+R")


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF: its mark may stand behind some bytes that do not belong."""
    return data.find(MAGIC, 0, 1_024) >= 0


def check(data: bytes, where: str) -> bool:
    """Whether a PDF had better be read in a process of its own: it may take much time or memory.

    Raises InputError for bytes that are no PDF, or one that is cut off, too large or a bomb.
    """
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
    return _weigh(data, where)


def _weigh(data: bytes, where: str) -> bool:
    """Decompress the streams, throwing the result away, for as long as they stay in bounds."""
    total = forms = 0
    heavy = False
    for start in _START.finditer(data):
        begin = data.rfind(b"obj", max(0, start.start() - _DICTIONARY), start.start())
        entries = data[max(begin, 0, start.start() - _DICTIONARY) : start.start()]
        if _IMAGE.search(entries):
            continue
        forms += bool(_FORM.search(entries) and _INNER.search(entries))
        heavy = heavy or bool(_OTHER_FILTER.search(entries))
        size = _expanded(data, start.end(), entries, MOST_EXPANDED - total)
        heavy = heavy or (size > _HEAVY and not _FONT.search(entries))
        total += size
        if total > MOST_EXPANDED:
            message = f"a decompression bomb: its streams hold more than {MOST_EXPANDED:,} bytes"
            raise InputError(message, where=where)
    return heavy or forms >= _NESTED


def _expanded(data: bytes, at: int, entries: bytes, most: int) -> int:
    """How many bytes a stream holds when its filters are undone, counted to just over ``most``."""
    stop = data.find(b"endstream", at)
    packed = data[at : stop if stop >= 0 else len(data)]
    size = len(packed)
    for name in _FILTER.findall(entries):
        if name.startswith(b"Fl"):
            size, packed = _inflated(packed, most)
        else:
            packed = _unwritten(packed, hexadecimal=name in (b"AHx", b"ASCIIHexDecode"))
            size = len(packed)
        if size > most:
            break
    return size


def _inflated(packed: bytes, most: int) -> tuple[int, bytes]:
    """The size to which a zlib stream expands, and its beginning for a filter below it."""
    inflate = zlib.decompressobj()
    total, kept = 0, []
    try:
        while packed and total <= most and not inflate.eof:
            part = inflate.decompress(packed, _STEP)
            total += len(part)
            if total <= 8 * _STEP:
                kept.append(part)
            packed = inflate.unconsumed_tail
    except zlib.error:
        pass
    return total, b"".join(kept)


def _unwritten(packed: bytes, *, hexadecimal: bool) -> bytes:
    """Bytes that were written as text."""
    text = b"".join(packed.split())
    try:
        if hexadecimal:
            return bytes.fromhex(text.partition(b">")[0].decode("ascii"))
        return base64.a85decode(text.partition(b"~>")[0])
    except (ValueError, binascii.Error, UnicodeDecodeError):
        return b""
