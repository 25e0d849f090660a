"""Dates as written: every place where a sentence names one, before its year is known.

The scan goes over the words once; the grammar runs only where a word anchors a date: a month, a
season, "kwartaal", "helft", "jaar", a number that may be a year or a whole date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kamergraaf.extract.analysis import Sentence, Token
from kamergraaf.extract.dates_calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    is_day,
)

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
_YEARS: dict[str, str] = {
    "dit": THIS,
    "vorig": PREVIOUS,
    "vorige": PREVIOUS,
    "volgend": NEXT,
    "komend": NEXT,
    "lopende": THIS,
}
_PART_OF = frozenset(("begin", "eind", "einde", "medio", "halverwege", "half"))
_ORDINALS: dict[str, int] = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "laatste": 4,
    "1e": 1,
    "2e": 2,
    "3e": 3,
    "4e": 4,
    "1ste": 1,
    "2de": 2,
    "3de": 3,
    "4de": 4,
}
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
_DIGITS = frozenset("0123456789")
_NUMERIC = re.compile(r"([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SPAN = re.compile(r"([0-9]{4})-([0-9]{4}|[0-9]{2})")
_GLUED = re.compile(r"([0-9]{1,2})([a-z]{3,9})")
_GLUED_DAY = re.compile(r"[a-z]{2,}([0-9]{1,2})")
_DAYS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_DAY_JOINTS = frozenset(("en", ",", "/", "–", "-", "tot", "m", "met"))
_SEASON_LEADS = frozenset(("in", "voor", "na", "vanaf", "tot", "rond", "richting", "over", "begin"))


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


def scan(sentence: Sentence, text: str) -> list[Partial]:
    """The dates that the sentence names, in its order."""
    tokens = sentence.tokens
    anchors = [i for i, t in enumerate(tokens) if t[3] in _HANDLERS or t[3][0] in _DIGITS]
    found: list[Partial] = []
    end = -1
    for i in anchors:
        handler = _HANDLERS.get(tokens[i].lower)
        for date in (handler(tokens, i) if handler else _number(tokens, i, text)) or ():
            if date.start >= end:
                found.append(date)
                end = date.end
            elif found and date.start <= found[-1].start and date.end > found[-1].end:
                found[-1] = date
                end = date.end
    return found


def _word(tokens: tuple[Token, ...], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def year_of(word: str) -> int:
    """The year that a word is, or 0."""
    if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= (year := int(word)) <= LAST_YEAR:
        return year
    return 0


def _day_of(word: str) -> int:
    digits = word.removesuffix("ste").removesuffix("e").removesuffix("de")
    if len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= 31:
        return int(digits)
    return 0


def _opening(tokens: tuple[Token, ...], i: int) -> tuple[int, str]:
    """Where a date whose first word is ``i`` starts, and what the words before it say of it."""
    start = tokens[i].start
    if _word(tokens, i - 1) in _PART_OF:
        i -= 1
        start = tokens[i].start
    before = _word(tokens, i - 1)
    if before.endswith("dag") or before in ("de", "het"):
        before = _word(tokens, i - 2)
    return start, _BEFORE.get(before, "")


def _closing(tokens: tuple[Token, ...], i: int) -> tuple[int, int, str]:
    """The year and the shift that words from ``i`` on give; and where they end (0: none)."""
    word = _word(tokens, i)
    if word in _AFTER:
        dot = _word(tokens, i + 1) == "." and tokens[i + 1].start == tokens[i].end
        return tokens[i + dot].end, 0, _AFTER[word]
    if word in ("'", "’") and len(short := _word(tokens, i + 1)) == 2 and short.isdecimal():
        return tokens[i + 1].end, 2000 + int(short), ""
    i += word == "van"
    i += 2 * (_word(tokens, i) in ("het", "de") and _word(tokens, i + 1) in ("jaar", "jaren"))
    if year := year_of(_word(tokens, i)):
        return tokens[i].end, year, ""
    if (word := _word(tokens, i)) in _YEARS and _word(tokens, i + 1) == "jaar":
        return tokens[i + 1].end, 0, _YEARS[word] + " year"
    return 0, 0, ""


def _month(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    month, before = MONTHS[tokens[i].lower], _word(tokens, i - 1)
    glued = _GLUED_DAY.fullmatch(before)
    if glued and (day := _day_of(glued[1])):
        dates = _month_from(tokens, i, month, 0, i)
        at = tokens[i - 1].end - len(glued[1])
        return [replace(date, day=day, start=at) for date in dates]
    return _month_from(tokens, i, month, _day_of(before), i)


def _short_month(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """An abbreviated month counts only between a day and a year."""
    after = i + 1 + (_word(tokens, i + 1) == ".")
    day = _day_of(_word(tokens, i - 1))
    if not day or not (year := year_of(_word(tokens, after))):
        return []
    month = SHORT_MONTHS[tokens[i].lower]
    return [Partial(tokens[i - 1].start, tokens[after].end, year, month, day)]


def _month_from(
    tokens: tuple[Token, ...], i: int, month: int, day: int, first: int
) -> list[Partial]:
    """The dates around a month at ``i``: "6 juni 2024", "12 en 13 mei", "begin juni"."""
    if day and first == i:
        first = i - 1
    first = min(first, i)
    run = _DAYS.fullmatch(_word(tokens, i - 1)) if not day else None
    last_day = 0
    if run and 0 < int(run[1]) < int(run[2]) <= 31:
        day, last_day, first = int(run[1]), int(run[2]), i - 1
    start, shift = _opening(tokens, first)
    end, year, closing = _closing(tokens, i + 1)
    date = Partial(
        start, end or tokens[i].end, year, month, day, 0, closing or shift, last_day=last_day
    )
    return _more_days(tokens, first, date) if day and not last_day else [date]


def _more_days(tokens: tuple[Token, ...], first: int, date: Partial) -> list[Partial]:
    """The date and the days enumerated before it: "12 en 13 mei", "1 tot en met 5 mei"."""
    at = first - 1
    joint: list[str] = []
    while _word(tokens, at) in _DAY_JOINTS or _word(tokens, at) == "t":
        joint.append(tokens[at].lower)
        at -= 1
        if len(joint) > 3:
            return [date]
    day = _day_of(_word(tokens, at)) if joint else 0
    if not day or day >= date.day or _word(tokens, at).endswith("e"):
        return [date]
    if set(joint) & {"tot", "m", "–", "-"}:
        return [replace(date, start=tokens[at].start, day=day, last_day=date.day)]
    if _word(tokens, at - 1) in ("vraag", "vragen", "antwoord", "artikel", "lid", "nr"):
        return [date]
    earlier = replace(date, start=tokens[at].start, end=tokens[at].end, day=day)
    return [*_more_days(tokens, at, earlier), date]


def _quarter(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "het eerste kwartaal van 2018", "dit kwartaal"."""
    number = _ORDINALS.get(_word(tokens, i - 1), 0)
    if not number:
        return []
    if _word(tokens, i + 1) == "van" and not _closing(tokens, i + 1)[0]:
        return []
    end, year, shift = _closing(tokens, i + 1)
    start, before = _opening(tokens, i - 1)
    return [Partial(start, end or tokens[i].end, year, part=32 + number, shift=shift or before)]


def _short_quarter(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    number = int(tokens[i].lower[1])
    end, year, shift = _closing(tokens, i + 1)
    start = tokens[i].start
    if not end and (year := year_of(_word(tokens, i - 1))):
        start = tokens[i - 1].start
    return [Partial(start, end or tokens[i].end, year, part=32 + number, shift=shift)]


def _half(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "de tweede helft van 2015"; a half of something else is none."""
    number = _ORDINALS.get(_word(tokens, i - 1), 0)
    end, year, shift = _closing(tokens, i + 1)
    if number not in (1, 2) or not end:
        return []
    return [Partial(tokens[i - 1].start, end, year, part=number, shift=shift)]


def _season(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "dit najaar", "het voorjaar van 2024", "voor de zomer"."""
    end, year, shift = _closing(tokens, i + 1)
    start, before = _opening(tokens, i)
    article = _word(tokens, i - 1) in ("de", "het")
    led = article and _word(tokens, i - 2) in _SEASON_LEADS
    if before and not article:
        start = tokens[i - 1].start
    if not (end or before or led):
        return []
    shift = shift or before or FUTURE
    part = SEASONS[tokens[i].lower]
    return [Partial(start, end or tokens[i].end, year, part=part, shift="" if year else shift)]


def _year_word(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "dit jaar", "vorig jaar", "eind volgend jaar"."""
    before = _word(tokens, i - 1)
    if before not in _YEARS:
        return []
    start, _ = _opening(tokens, i - 1)
    return [Partial(start, tokens[i].end, shift=_YEARS[before] + " year")]


def _number(tokens: tuple[Token, ...], i: int, text: str) -> list[Partial] | None:
    """A number that is a year, a whole date, or a day glued to its month."""
    token = tokens[i]
    word = token.lower
    if year := year_of(word):
        return _year(tokens, i, year, text)
    if len(word) < 6:
        return None
    if found := _NUMERIC.fullmatch(word):
        return _day(token, int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(word):
        return _day(token, int(found[1]), int(found[2]), int(found[3]))
    if (found := _GLUED.fullmatch(word)) and found[2] in MONTHS and (day := _day_of(found[1])):
        return _month_from(tokens, i, MONTHS[found[2]], day, i + 1)
    return _years(tokens, i)


def _years(tokens: tuple[Token, ...], i: int) -> list[Partial] | None:
    """Years joined by a hyphen: "2021-2025"; a session year is none."""
    token = tokens[i]
    found = _SPAN.fullmatch(token.lower)
    if found is None or not (year := year_of(found[1])) or _word(tokens, i - 1) in _NO_YEAR_BEFORE:
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
    before, after = _word(tokens, i - 1), _word(tokens, i + 1)
    around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
    if before in _NO_YEAR_BEFORE or _NO_YEAR_AFTER.fullmatch(after):
        return None
    if any(c in "=_&#@" for c in around) or _in_address(text, token) or _names_law(tokens, i):
        return None
    if before == "." and _word(tokens, i - 2) in _NO_YEAR_BEFORE:
        return None
    if before in ("–", "-", "/") and _word(tokens, i - 3) in _NO_YEAR_BEFORE:
        return None
    start, _ = _opening(tokens, i)
    return [Partial(start, token.end, year)]


def _in_address(text: str, token: Token) -> bool:
    """Whether the number stands inside a web address or a path."""
    start = text.rfind(" ", max(0, token.start - 120), token.start) + 1
    chunk = text[start : token.start]
    return "/" in chunk and ("www." in chunk or "http" in chunk or chunk.count("/") > 1)


def _names_law(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a year ends the title of a law: "Vreemdelingenwet 2000", "Wet … 2015"."""
    if _LAW.fullmatch(_word(tokens, i - 1)):
        return True
    for at in range(i - 1, max(-1, i - 7), -1):
        if tokens[at].text in _LAW_TITLE:
            return True
        if tokens[at].lower in _TITLE_STOPS or not tokens[at].text[0].isalpha():
            return False
    return False


_Handler = Callable[[tuple[Token, ...], int], list[Partial]]
_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(SHORT_MONTHS, _short_month),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(("q1", "q2", "q3", "q4"), _short_quarter),
    "kwartaal": _quarter,
    "helft": _half,
    "jaar": _year_word,
}
