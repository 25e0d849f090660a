"""What a file is, told from its first bytes and, for packages, from the parts in them."""

from __future__ import annotations

import re

from kamergraaf.errors import InputError
from kamergraaf.read import package

_WIDE = {
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}
_TWICE_MARKED = "\xef\xbb\xbf"
"""A byte order mark that was taken for text and encoded once more."""

_SNIFFED = 4096
_HTML = re.compile(r"<!doctype html|<html[\s>]", re.I)
_XML = re.compile(
    r"<\?xml\s|<(?:officiele-publicatie|kamerwrk|metadata_gegevens|owms-metadata)[\s>]"
)
_TAG = re.compile(r"<(?:p|div|body|h[1-6]|br|table|span|article)\b[^>]*>", re.I)
ZIP = b"PK\x03\x04"
"""How a ZIP archive begins."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UNREADABLE: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
)
_PACKED = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
}


def unreadable(data: bytes) -> str:
    """What a file is that no reader reads; '' for one that may be read."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    for magic, what in _UNREADABLE:
        if body.startswith(magic):
            return what
    if body.startswith(_OLE):
        if _ENCRYPTED in body:
            return "an encrypted Office file; save it without a password"
        return "an old Word file (.doc) or another old Office file; save it as .docx"
    return ""


def packed(data: bytes, where: str) -> str:
    """``docx`` or ``odt``, by the parts of a ZIP package.

    Raises InputError for an archive that is damaged or holds no text document.
    """
    found = package.Package(data, where)
    if found.has("mimetype"):
        media = found.part("mimetype").decode("ascii", "replace").strip()
        if media in _PACKED:
            return _PACKED[media]
        raise InputError(
            f"an OpenDocument file that is no text document ({media[:80]})", where=where
        )
    if found.has("word/document.xml"):
        return "docx"
    if found.has("content.xml") and found.has("META-INF/manifest.xml"):
        return "odt"
    if found.has("[Content_Types].xml"):
        if b"wordprocessingml.document" in found.part("[Content_Types].xml"):
            return "docx"
        raise InputError("an Office file, but not a text document (.docx)", where=where)
    message = "a ZIP archive that holds no letter (.docx, .odt); unpack it first"
    raise InputError(message, where=where)


def marked_up(data: bytes, suffix: str) -> str:
    """``html``, ``xml`` or '': by how the text begins, and by the suffix where it has tags."""
    head = _head(data)
    if not head.startswith("<"):
        tagged = suffix in (".html", ".htm", ".xhtml") and _TAG.search(head)
        return "html" if tagged else ""
    if _HTML.search(head):
        return "html"
    if suffix in (".html", ".htm", ".xhtml"):
        return "html"
    return "xml" if suffix == ".xml" or _XML.match(head) else ""


def _head(data: bytes) -> str:
    """The first characters of a file, without marks and blanks before them."""
    for mark, encoding in _WIDE.items():
        if data.startswith(mark):
            return data[:_SNIFFED].decode(encoding, "replace").lstrip("\ufeff \r\n\t")
    text = data[:_SNIFFED].decode("utf-8", "replace")
    return text.lstrip("\ufeff \r\n\t").removeprefix(_TWICE_MARKED).lstrip("\ufeff \r\n\t")
