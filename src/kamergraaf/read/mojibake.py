"""UTF-8 that was once taken for Windows-1252: "FinanciÃ«n" is "Financiën"."""

from __future__ import annotations

import re

from kamergraaf.read.markup import Paragraph

_TWICE = re.compile(
    r"[\xc2-\xdf][\x80-\xbf\u0152-\u2122]|[\xe2\xe0-\xef][\x80-\xbf\u0152-\u2122]{2}"
)
_C1 = {
    bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""The characters that Windows-1252 has where Latin-1 has controls."""


def repaired(paragraphs: list[Paragraph]) -> None:
    """Decode once more what was encoded twice, where that gives UTF-8; marks move along.

    A paragraph with a note mark in it is left as it is unless the marks stand before the fault.
    """
    for paragraph in paragraphs:
        if not _TWICE.search(paragraph.text):
            continue
        last = paragraph.marks[-1].end if paragraph.marks else 0
        head, tail = paragraph.text[:last], paragraph.text[last:]
        paragraph.text = head + _TWICE.sub(_decoded, tail)


def _decoded(found: re.Match[str]) -> str:
    try:
        return bytes(_C1.get(char, ord(char)) for char in found[0]).decode()
    except (UnicodeDecodeError, ValueError):
        return found[0]
