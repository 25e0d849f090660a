"""Dates as written: every place where a sentence names one, before its year is known.

The scan goes over the words once; the grammar runs only where a word anchors a date: a month, a
season, "kwartaal", "helft", "jaar", a number that may be a year or a whole date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kamergraaf.extract.analysis import Sentence, Token
from kamergraaf.extract.dates_calendar import MONTHS, SEASONS, SHORT_MONTHS
from kamergraaf.extract.dates_numbers import number_at
from kamergraaf.extract.dates_words import (
    FUTURE,
    YEARS,
    Partial,
    closing,
    day_of,
    opening,
    word_at,
    year_of,
)

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
_DIGITS = frozenset("0123456789")
_GLUED = re.compile(r"([0-9]{1,2})([a-z]{3,9})")
_GLUED_DAY = re.compile(r"[a-z]{2,}([0-9]{1,2})")
_DAYS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_DAY_JOINTS = frozenset(("en", ",", "/", "–", "-", "tot", "m", "met"))
_SEASON_LEADS = frozenset(("in", "voor", "na", "vanaf", "tot", "rond", "richting", "over", "begin"))


def scan(sentence: Sentence, text: str) -> list[Partial]:
    """The dates that the sentence names, in its order."""
    tokens = sentence.tokens
    anchors = [i for i, t in enumerate(tokens) if t[3] in _HANDLERS or t[3][0] in _DIGITS]
    found: list[Partial] = []
    end = -1
    for i in anchors:
        handler = _HANDLERS.get(tokens[i].lower)
        for date in handler(tokens, i) if handler else _number(tokens, i, text):
            if date.start >= end:
                found.append(date)
                end = date.end
            elif found and date.start <= found[-1].start and date.end > found[-1].end:
                found[-1] = date
                end = date.end
    return found


def _month(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    month, before = MONTHS[tokens[i].lower], word_at(tokens, i - 1)
    glued = _GLUED_DAY.fullmatch(before)
    if glued and (day := day_of(glued[1])):
        dates = _month_from(tokens, i, month, 0, i)
        at = tokens[i - 1].end - len(glued[1])
        return [replace(date, day=day, start=at) for date in dates]
    return _month_from(tokens, i, month, day_of(before), i)


def _short_month(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """An abbreviated month counts only between a day and a year."""
    after = i + 1 + (word_at(tokens, i + 1) == ".")
    day = day_of(word_at(tokens, i - 1))
    if not day or not (year := year_of(word_at(tokens, after))):
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
    run = _DAYS.fullmatch(word_at(tokens, i - 1)) if not day else None
    last_day = 0
    if run and 0 < int(run[1]) < int(run[2]) <= 31:
        day, last_day, first = int(run[1]), int(run[2]), i - 1
    start, shift = opening(tokens, first)
    end, year, after = closing(tokens, i + 1)
    date = Partial(
        start, end or tokens[i].end, year, month, day, 0, after or shift, last_day=last_day
    )
    return _more_days(tokens, first, date) if day and not last_day else [date]


def _more_days(tokens: tuple[Token, ...], first: int, date: Partial) -> list[Partial]:
    """The date and the days enumerated before it: "12 en 13 mei", "1 tot en met 5 mei"."""
    at = first - 1
    joint: list[str] = []
    while word_at(tokens, at) in _DAY_JOINTS or word_at(tokens, at) == "t":
        joint.append(tokens[at].lower)
        at -= 1
        if len(joint) > 3:
            return [date]
    day = day_of(word_at(tokens, at)) if joint else 0
    if not day or day >= date.day or word_at(tokens, at).endswith("e"):
        return [date]
    if set(joint) & {"tot", "m", "–", "-"}:
        return [replace(date, start=tokens[at].start, day=day, last_day=date.day)]
    if word_at(tokens, at - 1) in ("vraag", "vragen", "antwoord", "artikel", "lid", "nr"):
        return [date]
    earlier = replace(date, start=tokens[at].start, end=tokens[at].end, day=day)
    return [*_more_days(tokens, at, earlier), date]


def _quarter(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "het eerste kwartaal van 2018", "dit kwartaal"."""
    number = _ORDINALS.get(word_at(tokens, i - 1), 0)
    if not number:
        return []
    if word_at(tokens, i + 1) == "van" and not closing(tokens, i + 1)[0]:
        return []
    end, year, shift = closing(tokens, i + 1)
    start, before = opening(tokens, i - 1)
    return [Partial(start, end or tokens[i].end, year, part=32 + number, shift=shift or before)]


def _short_quarter(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    number = int(tokens[i].lower[1])
    end, year, shift = closing(tokens, i + 1)
    start = tokens[i].start
    if not end and (year := year_of(word_at(tokens, i - 1))):
        start = tokens[i - 1].start
    return [Partial(start, end or tokens[i].end, year, part=32 + number, shift=shift)]


def _half(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "de tweede helft van 2015"; a half of something else is none."""
    number = _ORDINALS.get(word_at(tokens, i - 1), 0)
    end, year, shift = closing(tokens, i + 1)
    if number not in (1, 2) or not end:
        return []
    return [Partial(tokens[i - 1].start, end, year, part=number, shift=shift)]


def _season(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "dit najaar", "het voorjaar van 2024", "voor de zomer"."""
    end, year, shift = closing(tokens, i + 1)
    start, before = opening(tokens, i)
    article = word_at(tokens, i - 1) in ("de", "het")
    led = article and word_at(tokens, i - 2) in _SEASON_LEADS
    if before and not article:
        start = tokens[i - 1].start
    if not (end or before or led):
        return []
    shift = shift or before or FUTURE
    part = SEASONS[tokens[i].lower]
    return [Partial(start, end or tokens[i].end, year, part=part, shift="" if year else shift)]


def _year_word(tokens: tuple[Token, ...], i: int) -> list[Partial]:
    """ "dit jaar", "vorig jaar", "eind volgend jaar"."""
    before = word_at(tokens, i - 1)
    if before not in YEARS:
        return []
    start, _ = opening(tokens, i - 1)
    return [Partial(start, tokens[i].end, shift=YEARS[before] + " year")]


def _number(tokens: tuple[Token, ...], i: int, text: str) -> list[Partial]:
    """A number that is a date, or a day glued to its month: "10april"."""
    found = _GLUED.fullmatch(tokens[i].lower)
    if found and found[2] in MONTHS and (day := day_of(found[1])):
        return _month_from(tokens, i, MONTHS[found[2]], day, i + 1)
    return number_at(tokens, i, text) or []


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
