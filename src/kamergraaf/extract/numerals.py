"""Dutch cardinal numbers in words and figures."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from itertools import product

_UNITS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9,
}  # fmt: skip
_TEENS = {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90,
}  # fmt: skip
_SCALES = {"honderd": 100, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9}


def _below_hundred() -> dict[str, int]:
    words = {**_UNITS, **_TEENS, **_TENS}
    for (unit, one), (ten, tens) in product(_UNITS.items(), _TENS.items()):
        joint = "ën" if unit in {"twee", "drie"} else "en"
        words[f"{unit}{joint}{ten}"] = one + tens
    return words


WORDS: dict[str, int] = {
    **_below_hundred(),
    **{word: scale for word, scale in _SCALES.items() if scale <= 1000},
    **{f"{unit}honderd": 100 * one for unit, one in _UNITS.items() if one > 1},
    **{f"{unit}duizend": 1000 * one for unit, one in {**_UNITS, **_TEENS}.items() if one > 1},
}
"""Number words up to ninety-nine, round hundreds and thousands."""

_FIGURE = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_SCALED = re.compile(r"\s+(miljoen|miljard|duizend)\b")


def value(word: str) -> Decimal | None:
    """The number that a word or figure stands for ("achtenvijftig", "2.580", "1,2")."""
    low = word.lower()
    if low in WORDS:
        return Decimal(WORDS[low])
    if not _FIGURE.fullmatch(word):
        return None
    try:
        return Decimal(re.sub(r"[.\s]", "", word).replace(",", "."))
    except InvalidOperation:  # pragma: no cover - the pattern admits only numbers
        return None


def scaled(text: str, start: int, end: int) -> tuple[Decimal, int] | None:
    """The number written at ``text[start:end]`` with a scale word behind it, and where it ends."""
    number = value(text[start:end])
    if number is None:
        return None
    scale = _SCALED.match(text, end)
    if scale is None:
        return number, end
    return number * _SCALES[scale.group(1)], scale.end()
