"""Text made comparable: one lower-case ASCII character for each character of the source.

``fold`` keeps every offset. ``prepare`` goes further where a text needs it: words that a PDF glued
together ("InternationaalGerechtshof") get a blank and letters typed three times lose one; it then
tells for each folded character where it stood.
"""

from __future__ import annotations

import codecs
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from string import ascii_lowercase

_CODEC = "cp1252"
_SUPERSCRIPTS = "¹²³ºª"
_TRIPLES = tuple(letter * 3 for letter in ascii_lowercase)
_GLUE = b"aaAa"


def _plain(char: str) -> str:
    """The lower-case ASCII letter or digit nearest to a character, a blank where there is none."""
    if not char.isalnum() or char in _SUPERSCRIPTS:
        return " "
    base = unicodedata.normalize("NFKD", char).lower()[:1]
    return base if base.isascii() and base.isalnum() else "x"


def _table(convert: str) -> bytes:
    """A translation table for single bytes: ``fold`` or ``class`` of each character."""
    out = []
    for code in range(256):
        char = bytes([code]).decode(_CODEC, "replace")
        if convert == "fold":
            out.append(_plain(char))
        else:
            out.append("a" if char.islower() else "A" if char.isupper() else " ")
    return "".join(out).encode("ascii")


_FOLD = _table("fold")
_CLASS = _table("class")


def _base(error: UnicodeError) -> tuple[str, int]:
    """The base letters of what the code page lacks, one for one."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    odd = error.object[error.start : error.end]
    plain = "".join(_plain(char).upper() if char.isupper() else _plain(char) for char in odd)
    return plain, error.end


_ERRORS = "kamergraaf.base-letter"
codecs.register_error(_ERRORS, _base)


def _encode(text: str) -> bytes:
    """The text as single bytes; letters outside the code page become their base letter."""
    return text.encode(_CODEC, _ERRORS)


def fold(text: str) -> str:
    """The text in lower-case ASCII, accents dropped, other signs as blanks; as long as it was."""
    return _encode(text).translate(_FOLD).decode("ascii")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Folded text and where its characters stood.

    From ``places[i]`` on, the source lies ``shifts[i]`` characters further.
    """

    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def source(self, at: int) -> int:
        """The offset in the source of the folded character ``at``."""
        index = bisect_right(self.places, at) - 1
        return at + self.shifts[index] if index >= 0 else at


def prepare(text: str) -> Prepared:
    """The folded text with glued words parted and tripled letters doubled, but not in "BBB"."""
    raw = _encode(text)
    folded = raw.translate(_FOLD).decode("ascii")
    classes = raw.translate(_CLASS)
    edits: dict[int, int] = {}
    if _GLUE in classes:
        edits = {at + 2: -1 for at in _all(classes, _GLUE)}
    for triple in _TRIPLES:
        if triple in folded:
            found = (at for at in _all(folded, triple) if classes[at : at + 3] != b"AAA")
            edits |= {at + 2: 1 for at in found}
    return _edited(folded, edits) if edits else Prepared(folded)


def _edited(folded: str, edits: dict[int, int]) -> Prepared:
    """Apply the edits: -1 puts a blank before that character, 1 takes it out."""
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    last, length, shift = 0, 0, 0
    for at in sorted(edits):
        pieces.append(folded[last:at])
        length += at - last
        if edits[at] < 0:
            pieces.append(" ")
            length += 1
            last = at
        else:
            last = at + 1
        shift += edits[at]
        places.append(length)
        shifts.append(shift)
    pieces.append(folded[last:])
    return Prepared("".join(pieces), tuple(places), tuple(shifts))


def _all(text: bytes | str, part: bytes | str) -> list[int]:
    """Where the part stands, overlaps included."""
    found = []
    at = text.find(part)  # type: ignore[arg-type]
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)  # type: ignore[arg-type]
    return found
