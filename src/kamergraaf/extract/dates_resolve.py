"""From dates as written to dates of the calendar: periods put together, missing years found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kamergraaf.extract.analysis import Analysis, DateMention, Reference, Sentence
from kamergraaf.extract.dates_calendar import bounds, days_between, is_day, iso
from kamergraaf.extract.dates_words import FUTURE, PAST, Partial

_THROUGH = re.compile(
    r" ?(?:tot en met|t/m|tot uiterlijk|tot|–|-|/) ?(?:(?:uiterlijk|begin|eind|einde|medio) )?"
)
_SHARED = re.compile(
    r" ?(?:,|en|/|en/of|, en|of|–|-|tot en met|t/m|tot) ?(?:(?:begin|eind|medio) )?"
)
_PLANNED = re.compile(
    r"\b(?:uiterlijk|zal|zullen|vanaf|per|met ingang van|verwacht|tot|voor|streven|volgt|a\.s\.)\b"
)

_NEAR = 60
"""Characters within which a date with a year speaks for one without."""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pivot:
    """The moment from which a letter speaks: ``day``, how it is known, and where it is said."""

    day: str
    how: str
    basis: Stretch | None = None


def pivot(analysis: Analysis, sentences: list[tuple[Sentence, list[Partial]]]) -> Pivot | None:
    """The document's date, or the latest thing it reports with a date of its own."""
    if analysis.header.date:
        return Pivot(analysis.header.date, "document-date")
    best: Pivot | None = None
    for sentence, partials in sentences:
        planned = _PLANNED.search(analysis.flow.text, sentence.start, sentence.end)
        for date in partials:
            if not (date.year and date.month) or date.shift == FUTURE or planned:
                continue
            day = bounds(iso(date.year, date.month, date.day))[0]
            if best is None or day > best.day:
                best = Pivot(day, "bound", (date.start, date.end))
    return best or _by_session(analysis.references)


def _by_session(references: tuple[Reference, ...]) -> Pivot | None:
    """The middle of the latest session that the citations name."""
    latest = max((r for r in references if r.session), key=lambda r: r.session, default=None)
    if latest is None:
        return None
    return Pivot(f"{latest.session[5:]}-03-01", "bound", (latest.start, latest.end))


class Resolver:
    """Gives dates their year, by the moment of writing or by what the text itself says."""

    def __init__(self, analysis: Analysis, moment: Pivot | None) -> None:
        self.analysis = analysis
        self.text = analysis.flow.text
        self.moment = moment
        self.notes = {mark.at: mark.passage for mark in analysis.flow.marks}

    def sentence(self, partials: list[Partial]) -> list[DateMention]:
        """The dates of one sentence."""
        dates = self._share_years(partials)
        found: list[DateMention] = []
        at = 0
        while at < len(dates):
            pair = at + 1 < len(dates) and self._is_period(dates[at], dates[at + 1])
            mention = self._period(dates[at], dates[at + 1]) if pair else self._single(dates, at)
            at += 2 if pair and mention else 1
            if mention is not None:
                found.append(mention)
        return found

    def _share_years(self, partials: list[Partial]) -> list[Partial]:
        """Give the year of "1 januari tot en met 31 maart 2026" to both dates."""
        dates = list(partials)
        for i in range(len(dates) - 2, -1, -1):
            first, second = dates[i], dates[i + 1]
            if first.year or first.shift or not first.month or not second.month:
                continue
            if not _SHARED.fullmatch(self.text, first.end, second.start):
                continue
            before = (first.month, first.day) > (second.month, second.day or 31)
            year = second.year - before if second.year else 0
            shift = second.shift if not second.year else ""
            dates[i] = replace(first, year=year, shift=shift)
        return dates

    def _is_period(self, first: Partial, second: Partial) -> bool:
        """Whether two dates are the ends of one period."""
        whole = any(d.last_day or d.last_year or d.part for d in (first, second))
        if whole or bool(first.month) != bool(second.month):
            return False
        between = self.text[first.end : second.start]
        if between == " en ":
            return self.text[max(0, first.start - 7) : first.start] == "tussen "
        if between.strip() == "/" and first.month:
            return False
        return _THROUGH.fullmatch(between) is not None

    def _period(self, first: Partial, second: Partial) -> DateMention | None:
        start, moment = self._absolute(first, None)
        if start and second.month and not second.year and not second.shift:
            year = int(start[:4])
            later = (second.month, second.day or 31) >= (first.month, first.day)
            second = replace(second, year=year if later else year + 1)
        end, other = self._absolute(second, None)
        if not start or not end or bounds(start)[0] > bounds(end)[1]:
            return None
        return _mention(first.start, second.end, f"{start}/{end}", moment or other)

    def _single(self, dates: list[Partial], at: int) -> DateMention | None:
        edtf, moment = self._absolute(dates[at], self._nearby(dates, at))
        return _mention(dates[at].start, dates[at].end, edtf, moment) if edtf else None

    def _nearby(self, dates: list[Partial], at: int) -> Partial | None:
        """A date shortly before this one, in the same sentence, that has its year."""
        known = next((d for d in reversed(dates[:at]) if d.year and d.month), None)
        return known if known and dates[at].start - known.end <= _NEAR else None

    def _absolute(self, date: Partial, nearby: Partial | None) -> tuple[str, Pivot | None]:
        """The date with its year as EDTF, '' if it cannot be told, and what told the year."""
        if date.year:
            return _edtf(date, date.year), None
        moment = self._footnote(date) or self._told_by(nearby) or self.moment
        if moment is None:
            return "", None
        return _edtf(date, _year(date, moment.day)), moment

    def _footnote(self, date: Partial) -> Pivot | None:
        """The session year of the paper that a footnote at this date cites."""
        if self.moment is not None and self.moment.how == "document-date":
            return None
        passage = self.notes.get(date.end, self.notes.get(date.end + 1))
        if passage is None:
            return None
        note = self.analysis.flow.passages[passage]
        for cited in self.analysis.references:
            if note.start <= cited.start < note.end and cited.session and date.month:
                year = int(cited.session[:4]) + (date.month < 9)
                day = iso(year, date.month, date.day or 1)
                return Pivot(day, "bound", (cited.start, cited.end))
        return None

    def _told_by(self, nearby: Partial | None) -> Pivot | None:
        """A date of the same sentence, where it lies far from the moment of writing."""
        if nearby is None:
            return None
        day = iso(nearby.year, nearby.month, nearby.day or 1)
        if self.moment is not None and days_between(day, self.moment.day) < 300:
            return None
        return Pivot(day, "bound", (nearby.start, nearby.end))


def _mention(start: int, end: int, edtf: str, moment: Pivot | None) -> DateMention:
    earliest, latest = bounds(edtf)
    how = moment.how if moment else "explicit"
    return DateMention(start, end, edtf, earliest, latest, how, moment.basis if moment else None)


def _edtf(date: Partial, year: int) -> str:
    """The date in that year, '' where the calendar has no such day."""
    if date.last_year:
        return f"{year}/{date.last_year}"
    if date.part in (1, 2):
        first = 6 * date.part - 5
        return f"{iso(year, first)}/{iso(year, first + 5)}"
    if date.part:
        return f"{year}-{date.part}"
    if date.day and not is_day(year, date.month, date.day):
        return ""
    day = iso(year, date.month, date.day)
    if date.last_day and is_day(year, date.month, date.last_day):
        return f"{day}/{iso(year, date.month, date.last_day)}"
    return day


def _year(date: Partial, day: str) -> int:
    """The year in which the date lies, told from ``day``, the moment of writing."""
    year = int(day[:4])
    named = {"this year": 0, "previous year": -1, "next year": 1}.get(date.shift)
    if named is not None:
        return year + named
    if date.shift == "this":
        return year
    years = [y for y in (year - 1, year, year + 1) if _edtf(date, y)] or [year]
    spans = {y: bounds(_edtf(date, y) or iso(y)) for y in years}
    if date.shift == PAST:
        return max((y for y in years if spans[y][0] <= day), default=year)
    if date.shift == FUTURE:
        return min((y for y in years if spans[y][1] >= day), default=year)
    return min(years, key=lambda y: min(days_between(edge, day) for edge in spans[y]))
