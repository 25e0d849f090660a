"""The words around a date, and the date as written, before its year is known."""

from __future__ import annotations

from dataclasses import dataclass

from kamergraaf.extract.analysis import Token
from kamergraaf.extract.dates_calendar import FIRST_YEAR, LAST_YEAR

PAST, FUTURE, THIS, PREVIOUS, NEXT = "past", "future", "this", "previous", "next"

_AFTER: dict[str, str] = {
    "jl": PAST,
    "jongstleden": PAST,
    "laatstleden": PAST,
    "ll": PAST,
    "l.l": PAST,
    "a.s": FUTURE,
    "as": FUTURE,
    "aanstaande": FUTURE,
    "eerstkomende": FUTURE,
}
_BEFORE: dict[str, str] = {
    "afgelopen": PAST,
    "vorige": PAST,
    "vorig": PAST,
    "komende": FUTURE,
    "komend": FUTURE,
    "aanstaande": FUTURE,
    "volgende": FUTURE,
    "volgend": FUTURE,
    "dit": THIS,
    "deze": THIS,
    "sinds": PAST,
    "uiterlijk": FUTURE,
}
YEARS: dict[str, str] = {
    "dit": THIS,
    "vorig": PREVIOUS,
    "vorige": PREVIOUS,
    "volgend": NEXT,
    "komend": NEXT,
    "lopende": THIS,
}
_PART_OF = frozenset(("begin", "eind", "einde", "medio", "halverwege", "half"))


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as written at ``[start, end)``; 0 where it does not say.

    ``part`` is an EDTF season or quarter number (21 to 24, 33 to 36) or 1, 2 for a half-year,
    ``shift`` how it stands to the moment of writing, ``last_day`` the end of "1-5 mei".
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    part: int = 0
    shift: str = ""
    last_day: int = 0
    last_year: int = 0


def word_at(tokens: tuple[Token, ...], i: int) -> str:
    """The lower-case word at ``i``, '' outside the sentence."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def year_of(word: str) -> int:
    """The year that a word is, or 0."""
    if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= (year := int(word)) <= LAST_YEAR:
        return year
    return 0


def day_of(word: str) -> int:
    """The day of a month that a word is ("6", "1e"), or 0."""
    digits = word.removesuffix("ste").removesuffix("e").removesuffix("de")
    if len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= 31:
        return int(digits)
    return 0


def opening(tokens: tuple[Token, ...], i: int) -> tuple[int, str]:
    """Where a date whose first word is ``i`` starts, and what the words before it say of it."""
    start = tokens[i].start
    if word_at(tokens, i - 1) in _PART_OF:
        i -= 1
        start = tokens[i].start
    before = word_at(tokens, i - 1)
    if before.endswith("dag") or before in ("de", "het"):
        before = word_at(tokens, i - 2)
    return start, _BEFORE.get(before, "")


def closing(tokens: tuple[Token, ...], i: int) -> tuple[int, int, str]:
    """The year and the shift that words from ``i`` on give; and where they end (0: none)."""
    word = word_at(tokens, i)
    if word in _AFTER:
        dot = word_at(tokens, i + 1) == "." and tokens[i + 1].start == tokens[i].end
        return tokens[i + dot].end, 0, _AFTER[word]
    if word in ("'", "’") and len(short := word_at(tokens, i + 1)) == 2 and short.isdecimal():
        return tokens[i + 1].end, 2000 + int(short), ""
    i += word == "van"
    i += 2 * (word_at(tokens, i) in ("het", "de") and word_at(tokens, i + 1) in ("jaar", "jaren"))
    if year := year_of(word_at(tokens, i)):
        return tokens[i].end, year, ""
    if (word := word_at(tokens, i)) in YEARS and word_at(tokens, i + 1) == "jaar":
        return tokens[i + 1].end, 0, YEARS[word] + " year"
    return 0, 0, ""
