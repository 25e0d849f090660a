"""The calendar: Dutch month names, and dates of ISO 8601-2 (EDTF) with the days that bound them."""

from __future__ import annotations

import re
from calendar import monthrange

MONTHS: dict[str, int] = {
    "januari": 1,
    "februari": 2,
    "maart": 3,
    "april": 4,
    "mei": 5,
    "juni": 6,
    "juli": 7,
    "augustus": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
SHORT_MONTHS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
SEASONS: dict[str, int] = {
    "voorjaar": 21,
    "lente": 21,
    "zomer": 22,
    "najaar": 23,
    "herfst": 23,
    "winter": 24,
}
_NAMES = "|".join(MONTHS)
DAY = re.compile(rf"([0-9]{{1,2}}) ?({_NAMES}) ([0-9]{{4}})", re.I)
"""A full date in words, as letterheads and signatures write it."""

FIRST_YEAR, LAST_YEAR = 1800, 2099


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """``2024``, ``2024-06`` or ``2024-06-06``."""
    if not month:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if day else f"{year:04d}-{month:02d}"


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return (
        FIRST_YEAR <= year <= LAST_YEAR
        and 1 <= month <= 12
        and 1 <= day <= monthrange(year, month)[1]
    )


def day_in(text: str, start: int = 0, end: int | None = None) -> tuple[str, int, int] | None:
    """The first full date in words in ``text[start:end]``: its ISO day and where it stands."""
    found = DAY.search(text, start, len(text) if end is None else end)
    if found is None:
        return None
    year, month, day = int(found[3]), MONTHS[found[2].lower()], int(found[1])
    return (iso(year, month, day), *found.span()) if is_day(year, month, day) else None


def bounds(edtf: str) -> tuple[str, str]:
    """The first and the last day of a date, season, quarter or interval."""
    first, slash, last = edtf.partition("/")
    if slash:
        return bounds(first)[0], bounds(last)[1]
    if len(edtf) == 10:
        return edtf, edtf
    year, month = int(edtf[:4]), int(edtf[5:7] or 0)
    first_month, length = _stretch(month)
    end = first_month + length - 1
    return _months(year, first_month, year + (end > 12), (end - 1) % 12 + 1)


def _stretch(month: int) -> tuple[int, int]:
    """The first month and the number of months of an EDTF month, season or quarter; 0: a year."""
    if not month:
        return 1, 12
    if month <= 12:
        return month, 1
    return (3 * (month - 20), 3) if month <= 24 else (3 * (month - 33) + 1, 3)


def _months(year: int, month: int, last_year: int, last: int) -> tuple[str, str]:
    days = monthrange(last_year, last)[1]
    return iso(year, month, 1), iso(last_year, last, days)


def days_between(first: str, second: str) -> int:
    """Roughly how many days lie between two ISO days, whichever comes first."""

    def number(day: str) -> int:
        return int(day[:4]) * 365 + int(day[5:7]) * 30 + int(day[8:10])

    return abs(number(first) - number(second))
