"""When two names, dates or quotes count as the same, whatever their spelling and spacing."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_CACHED = 1 << 14
_SINGLE = re.compile(r"[‘’‚‛']")
_DOUBLE = re.compile(r"[“”„«»\"]")
_HYPHEN = re.compile(r"[‐‑–—]")
_SHY = "\u00ad"
_BLANKS = re.compile(r"\s+")
_OTHER = re.compile(r"[^0-9a-zà-ÿ]")
_BRACKETED = re.compile(r"\(([^)]*)\)")
_EMPTY_WORDS = re.compile(
    r"\b(de|het|ministerie van|ministerie|minister van|minister|voor|van|en|der|den|tegengaan)\b"
)
_WORD = re.compile(r"\d+|[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"\w{4,}")


@lru_cache(_CACHED)
def _norm(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower()
    text = _DOUBLE.sub('"', _SINGLE.sub("'", text))
    text = _HYPHEN.sub("-", text.replace(_SHY, ""))
    return _BLANKS.sub(" ", text).strip(" .,;:")


def norm(value: object) -> str:
    """A value as text in lower case, with one form of quotation mark, hyphen and blank."""
    return _norm(str(value or ""))


@lru_cache(_CACHED)
def _squash(text: str) -> str:
    return _OTHER.sub("", _norm(text))


def squash(value: object) -> str:
    """Letters and digits only: blind to hyphenation, spacing and punctuation."""
    return _squash(str(value or ""))


@lru_cache(_CACHED)
def _name_key(text: str) -> str:
    return _squash(_EMPTY_WORDS.sub(" ", _BRACKETED.sub(" ", _norm(text))))


def name_key(value: object) -> str:
    """A name without its bracketed part and the words that tell nothing apart."""
    return _name_key(str(value or ""))


@lru_cache(_CACHED)
def _name_keys(text: str) -> frozenset[str]:
    bracketed = (_squash(part) for part in _BRACKETED.findall(_norm(text)))
    return frozenset(key for key in (_name_key(text), *bracketed) if key)


def alike(one: object, other: object, floor: float = 0.85) -> bool:
    """Whether two names mean the same: equal, nearly so, or one within the other.

    A bracketed abbreviation counts as a name of its own; ``floor`` is the share of characters
    that must agree. Of two ministries, one within the other does not do.
    """
    ministries = norm(one).startswith("minister") and norm(other).startswith("minister")
    mine, theirs = _name_keys(str(one or "")), _name_keys(str(other or ""))
    return any(_near(x, y, floor, not ministries) for x in mine for y in theirs)


@lru_cache(_CACHED)
def _near(one: str, other: str, floor: float, inside: bool) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if inside and len(short) >= 5 and short in long and len(short) >= 0.4 * len(long):
        return True
    pair = SequenceMatcher(None, one, other)
    return pair.quick_ratio() >= floor and pair.ratio() >= floor


def ratio(one: object, other: object) -> float:
    """The share of characters in which two texts agree, 0 to 1."""
    return SequenceMatcher(None, norm(one), norm(other)).ratio()


def shares_word(one: object, other: object) -> bool:
    """Whether some group of digits or word of three letters stands in both quotes."""
    return bool(_words(norm(one)) & _words(norm(other))) or overlap(one, other)


@lru_cache(_CACHED)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


@lru_cache(_CACHED)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:7] for word in _LONG_WORD.findall(text))


def shared_stems(one: object, other: object) -> float:
    """Of the words (four letters or more) of the label that has fewer, the share in both."""
    mine, theirs = _stems(norm(one)), _stems(norm(other))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def overlap(one: object, other: object) -> bool:
    """Whether one quote stands in the other, and the longer is not out of all proportion."""
    a, b = squash(one), squash(other)
    if not (a and b) or (a not in b and b not in a):
        return False
    return max(len(a), len(b)) <= 4 * min(len(a), len(b)) + 80


def shares_run(one: str, other: str, length: int) -> bool:
    """Whether some stretch of ``length`` characters stands in both texts."""
    short, long = sorted((one, other), key=len)
    return any(short[i : i + length] in long for i in range(len(short) - length + 1))


def parts(cell: object) -> list[str]:
    """The values in a cell of a row."""
    return [part.strip() for part in str(cell or "").split("|") if part.strip()]
