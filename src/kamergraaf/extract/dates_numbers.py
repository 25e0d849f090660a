"""Numbers that are dates: "2021", "2021-2025", "30-09-2024"; and years that are none."""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Token
from kamergraaf.extract.dates_calendar import is_day
from kamergraaf.extract.dates_words import Partial, opening, word_at, year_of

_NO_YEAR_BEFORE = frozenset(
    (
        "nr",
        "nrs",
        "vergaderjaar",
        "vergaderjaren",
        "zittingsjaar",
        "€",
        "artikel",
        "art",
        "blz",
        "p",
    )
)
_NO_YEAR_AFTER = re.compile(
    r"euro|personen|mensen|kinderen|woningen|banen|plaatsen|fte|km|meter|procent|%|leden|keer|stuks"
    r"|gevallen|zaken|plekken|leerlingen|studenten|medewerkers|agenten|bedrijven"
)
_LAW = re.compile(r"(?:.*(?:wet|wetboek|besluit|regeling|circulaire|code)|bw|avg)", re.I)
_LAW_TITLE = frozenset(("Wet", "Besluit", "Regeling", "Wetboek", "Aanwijzing", "Verordening"))
_TITLE_STOPS = frozenset(
    ("in", "sinds", "uit", "vanaf", "per", "tot", "eind", "begin", "heel", ",")
)
_NUMERIC = re.compile(r"([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SPAN = re.compile(r"([0-9]{4})-([0-9]{4}|[0-9]{2})")


def number_at(tokens: tuple[Token, ...], i: int, text: str) -> list[Partial] | None:
    """A number that is a year, years joined by a hyphen, or a whole date."""
    token = tokens[i]
    low = token.lower
    if year := year_of(low):
        return _year(tokens, i, year, text)
    if len(low) < 6:
        return None
    if found := _NUMERIC.fullmatch(low):
        return _day(token, int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(low):
        return _day(token, int(found[1]), int(found[2]), int(found[3]))
    return _years(tokens, i)


def _years(tokens: tuple[Token, ...], i: int) -> list[Partial] | None:
    """Years joined by a hyphen: "2021-2025"; a session year is none."""
    token = tokens[i]
    found = _SPAN.fullmatch(token.lower)
    if (
        found is None
        or not (year := year_of(found[1]))
        or word_at(tokens, i - 1) in _NO_YEAR_BEFORE
    ):
        return None
    last = int(found[2]) if len(found[2]) == 4 else year // 100 * 100 + int(found[2])
    if not year < last <= year + 60:
        return None
    return [Partial(token.start, token.end, year, last_year=last)]


def _day(token: Token, year: int, month: int, day: int) -> list[Partial] | None:
    if not is_day(year, month, day):
        return None
    return [Partial(token.start, token.end, year, month, day)]


def _year(tokens: tuple[Token, ...], i: int, year: int, text: str) -> list[Partial] | None:
    """A year by itself, unless it counts things, names a law or belongs to an address."""
    token = tokens[i]
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
    if before in _NO_YEAR_BEFORE or _NO_YEAR_AFTER.fullmatch(after):
        return None
    if any(c in "=_&#@" for c in around) or _in_address(text, token) or _names_law(tokens, i):
        return None
    if before == "." and word_at(tokens, i - 2) in _NO_YEAR_BEFORE:
        return None
    if before in ("–", "-", "/") and word_at(tokens, i - 3) in _NO_YEAR_BEFORE:
        return None
    start, _ = opening(tokens, i)
    return [Partial(start, token.end, year)]


def _in_address(text: str, token: Token) -> bool:
    """Whether the number stands inside a web address or a path."""
    start = text.rfind(" ", max(0, token.start - 120), token.start) + 1
    chunk = text[start : token.start]
    return "/" in chunk and ("www." in chunk or "http" in chunk or chunk.count("/") > 1)


def _names_law(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a year ends the title of a law: "Vreemdelingenwet 2000", "Wet … 2015"."""
    if _LAW.fullmatch(word_at(tokens, i - 1)):
        return True
    for at in range(i - 1, max(-1, i - 7), -1):
        if tokens[at].text in _LAW_TITLE:
            return True
        if tokens[at].lower in _TITLE_STOPS or not tokens[at].text[0].isalpha():
            return False
    return False
