"""Dates, times and durations of XML Schema: their lexical spaces and their order.

A moment is a number of seconds on the line of its own datatype, with or without a time zone. The
order is XML Schema's partial one, as SPARQL engines apply it: a moment without a time zone lies
before one with, only if it does in every zone (fourteen hours to either side).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

_ZONE = r"(?P<zone>Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_CLOCK = r"(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d+)?)"
_YEARS = r"(?:\d+Y)?(?:\d+M)?"
_DAYS_AND_TIME = r"(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"

FAMILIES: dict[str, str] = {
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_CLOCK}{_ZONE}",
    "dateTimeStamp": f"{_YEAR}-{_MONTH}-{_DAY}T{_CLOCK}{_ZONE.removesuffix('?')}",
    "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
    "time": f"{_CLOCK}{_ZONE}",
    "gYear": f"{_YEAR}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "duration": rf"-?P(?=.){_YEARS}{_DAYS_AND_TIME}",
    "yearMonthDuration": rf"-?P(?=.){_YEARS}",
    "dayTimeDuration": rf"-?P(?=.){_DAYS_AND_TIME}",
}
"""The lexical space of each datatype, by local name, as a regular expression."""

_COMPILED = {name: re.compile(pattern, re.ASCII) for name, pattern in FAMILIES.items()}
_DURATION = re.compile(
    r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_LINES = {"dateTimeStamp": "dateTime"}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_YEAR = 2000
"""Stands for the year of a moment that has none, so that 29 February is a day."""
_LONGEST_YEAR = 4000
"""The digits of a year that are read: int() refuses longer ones."""
_STARTS = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""The months from which XML Schema counts to compare durations (XSD 2, 3.2.6.2)."""
_MARGIN = 14 * 3600


class Moment(NamedTuple):
    """A point on the line of one datatype."""

    line: str
    seconds: Decimal
    zoned: bool


class Span(NamedTuple):
    """A duration: months and seconds, which cannot be told in one another."""

    months: int
    seconds: Decimal


def well_formed(name: str) -> Callable[[str], bool]:
    """A test whether a text is in the lexical space of the datatype with this local name."""
    if name.lower().endswith("duration"):
        pattern = _COMPILED[name]
        return lambda text: pattern.fullmatch(text) is not None
    return lambda text: moment(text, name) is not None


def moment(text: str, name: str) -> Moment | None:
    """The moment that ``text`` says, None where it is not in the datatype's lexical space."""
    found = _COMPILED[name].fullmatch(text)
    if not found:
        return None
    parts: dict[str, str | None] = {"year": None, "month": None, "day": None, **found.groupdict()}
    if len(parts["year"] or "") > _LONGEST_YEAR:
        return None
    year = int(parts["year"] or _LEAP_YEAR)
    month, day = int(parts["month"] or 1), int(parts["day"] or 1)
    if day > _DAYS[month - 1] + (month == 2 and _leap(year)):
        return None
    clock = _clock(found.groupdict())
    if clock is None:
        return None
    zone = parts.get("zone")
    if name == "time":
        clock %= 86400  # 24:00:00 is the midnight that begins the day
    seconds = clock + _day_number(year, month, day) * 86400 - _offset(zone)
    return Moment(_LINES.get(name, name), seconds, zone is not None)


def before(left: Moment, right: Moment) -> bool | None:
    """Whether ``left`` is earlier; None where that cannot be said."""
    if left.line != right.line:
        return None
    if left.zoned == right.zoned:
        return left.seconds < right.seconds
    if left.seconds + _MARGIN < right.seconds:
        return True
    return False if left.seconds - _MARGIN > right.seconds else None


def span(text: str, name: str) -> Span | None:
    """The duration that ``text`` says, None where it is not in the datatype's lexical space."""
    found = _DURATION.fullmatch(text)
    if not found or not _COMPILED[name].fullmatch(text):
        return None
    years, months, days, hours, minutes, seconds = (Decimal(p or 0) for p in found.groups()[1:])
    sign = -1 if found[1] else 1
    try:
        clock = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
        return Span(int(sign * (years * 12 + months)), sign * clock)
    except ArithmeticError:
        return None


def shorter(left: Span, right: Span) -> bool | None:
    """Whether ``left`` is shorter, counted from each of four days; None where they differ."""
    said = {_from(day, left) < _from(day, right) for day in _STARTS}
    return said.pop() if len(said) == 1 else None


def _from(start: tuple[int, int], span: Span) -> Decimal:
    """The seconds that the span ends after, counted from the first day of a month."""
    years, month = divmod(start[1] - 1 + span.months, 12)
    return span.seconds + _day_number(start[0] + years, month + 1, 1) * 86400


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _clock(parts: dict[str, str | None]) -> Decimal | None:
    """The seconds since midnight; None for a time after 24:00:00."""
    hour, minute = int(parts.get("hour") or 0), int(parts.get("minute") or 0)
    second = Decimal(parts.get("second") or 0)
    return None if hour == 24 and (minute or second) else (hour * 60 + minute) * 60 + second


def _offset(zone: str | None) -> int:
    if zone in {None, "Z"} or not zone:
        return 0
    hours, minutes = zone[1:].split(":")
    return (int(hours) * 60 + int(minutes)) * 60 * (-1 if zone[0] == "-" else 1)


def _day_number(year: int, month: int, day: int) -> int:
    """The days since the first of March of the year 0, by Gregorian rules for every year."""
    shifted = year - (month < 3)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return shifted * 365 + shifted // 4 - shifted // 100 + shifted // 400 + of_year
