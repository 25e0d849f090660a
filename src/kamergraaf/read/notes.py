"""Footnotes and their marks.

A digit is a mark only with evidence: a footnote of that number exists, or the digit is glued to
the end of a sentence or clause and is the next one to be expected.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from kamergraaf.read.lines import NUMBER, Line


class Note(NamedTuple):
    """A footnote: its number, the lines ``[first, last]``, and where its text starts."""

    number: str
    first: int
    last: int
    start: int


class Mark(NamedTuple):
    """A footnote mark: ``[start, end)`` is what the flow leaves out, the digits lie within."""

    number: str
    start: int
    end: int
    digits_start: int
    digits_end: int


_MARKED, _UNMARKED = 2, 1
_FIRST = frozenset("[0123456789")
_LONGEST = 12
"""Lines that one footnote may take."""

_HEAD = re.compile(r"\[?(\d{1,3})\]?[ \t\xa0]?(?=\S)")
_GLUED_YEAR = re.compile(r"(\d{1,2})(?=(?:19|20)\d\d\b)")
_CONTENT = re.compile(
    r"[A-Z«“‘\"'(À-Þ]|https?:|www\.|ibid|idem|zie |cf\. |o\.a\. |[a-z]+\.nl|(?:19|20)\d\d "
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_BODY = re.compile(r"Vra(?:ag|gen) \d|Antwoord\b")
_DIGITS = re.compile(r"[0-9][0-9]*")
_MONTHS = re.compile(
    r"(?:jan|feb|maart|apr|mei|juni|juli|aug|sep|okt|nov|dec)[a-z]*\b|(?:procent|euro|miljoen)\b"
)
_NUMBER_WORD = re.compile(
    r"\b(?:nrs?|artt?|blz|pag|bijl|par|lid|hfst|ca|circa|sub|nos?|fig|tab|stb|stcrt|trb|(?<!\.)\w)\.$",
    re.I,
)
_STOPS = ".,;:!?)]»”’\"'"
_JOINTS = ".,-–/"
_AFTER_WORD = _STOPS + " –-"
_AFTER_STOP = _STOPS + " –"


def find(lines: list[Line], skip: set[int], body: int) -> list[Note]:
    """The footnotes among the lines from ``body`` on that are not in ``skip`` (furniture).

    Footnotes stand in zones that end at a blank line, at furniture or at the end of the text,
    and their numbers rise.
    """
    strengths = {
        (i, number): strength
        for i in range(body, len(lines))
        if i not in skip and lines[i].text[:1] in _FIRST
        for number in _numbers(lines[i].text)
        if (strength := _strength(lines, skip, i, number))
    }
    marked = {number: i for (i, number), strength in strengths.items() if strength == _MARKED}
    notes: list[Note] = []
    last = 0
    for (i, number), strength in strengths.items():
        if (notes and i <= notes[-1].last) or not last < int(number) <= last + 9:
            continue
        if strength == _MARKED or marked.get(number, -1) < i:
            notes.append(_note(lines, skip, i, number))
            last = int(number)
    return notes


def _numbers(content: str) -> list[str]:
    """The footnote numbers that the line may begin with."""
    found = []
    head = _HEAD.match(content)
    if head and _CONTENT.match(content, head.end()) and not _MONTHS.match(content, head.end()):
        found.append(head[1])
    year = _GLUED_YEAR.match(content)
    if year and NUMBER.fullmatch(content[:3]) and len(content) > 12:
        found.append(year[1])
    return found


def _note(lines: list[Line], skip: set[int], at: int, number: str) -> Note:
    """The footnote that begins on line ``at``, up to the next one or the end of its zone."""
    last = at
    while last + 1 < len(lines) and last - at < _LONGEST:
        line = lines[last + 1]
        if not line.text or last + 1 in skip or str(int(number) + 1) in _numbers(line.text):
            break
        last += 1
    opened = lines[at].text.index(number) + len(number)
    rest = lines[at].text[opened:]
    start = lines[at].start + opened + len(rest) - len(rest.lstrip("] \t\xa0"))
    return Note(number, at, last, start)


def _strength(lines: list[Line], skip: set[int], at: int, number: str) -> int:
    """How surely line ``at`` begins a footnote: its mark stands above, its zone ends a page."""
    zone_end = at
    while zone_end < len(lines) and zone_end - at <= 60:
        if zone_end in skip or not lines[zone_end].text:
            break
        if _BODY.match(lines[zone_end].text):
            return 0
        zone_end += 1
    ends_page = _ends_page(lines, skip, zone_end)
    alone = at == 0 or not lines[at - 1].text or at - 1 in skip
    if _marked(lines, at, number):
        return _MARKED if ends_page or alone or _next_is_note(lines, at, number) else 0
    return _UNMARKED if ends_page and zone_end - at <= _LONGEST else 0


def _ends_page(lines: list[Line], skip: set[int], at: int) -> bool:
    """Whether the text ends at ``at``, or furniture or at least two blank lines follow."""
    following = at
    while following < len(lines) and not lines[following].text:
        following += 1
    return following >= len(lines) or following in skip or following - at > 1


def _next_is_note(lines: list[Line], at: int, number: str) -> bool:
    following = str(int(number) + 1)
    return any(following in _numbers(line.text) for line in lines[at + 1 : at + 5])


def _marked(lines: list[Line], at: int, number: str) -> bool:
    """Whether a mark of this number stands in the lines above ``at``, nearest first."""
    for line in reversed(lines[max(0, at - 90) : at]):
        content = line.text
        where = content.find(number)
        while where >= 0:
            end = where + len(number)
            if not content[end : end + 1].isdigit() and (
                (where and (content[where - 1].islower() or content[where - 1] in _STOPS))
                or (content == number or f"[{number}" in content)
                or (where == 0 and content[end : end + 1] in _AFTER_WORD)
                or _YEAR_BEFORE.search(content, max(0, where - 5), where)
            ):
                return True
            where = content.find(number, end)
    return False


def marks(text: str, lines: list[Line], notes: list[Note], body: list[int]) -> list[Mark]:
    """The footnote marks in the lines ``body``, in reading order."""
    known = {note.number for note in notes}
    found: list[Mark] = []
    last = 0
    starts = [lines[i].start for i in body]
    for digits in _DIGITS.finditer(text):
        start, end = digits.span()
        at = bisect_right(starts, start) - 1
        if at < 0 or end > lines[body[at]].end:
            continue
        previous = lines[body[at - 1]].text if at else ""
        mark = _mark(lines[body[at]], start, end, text, known, last, previous)
        if mark is not None:
            found.append(mark)
            last = max(last, int(mark.number))
    return found


def _mark(
    line: Line, start: int, end: int, text: str, known: set[str], last: int, previous: str
) -> Mark | None:
    """The mark that the digits ``[start, end)`` are, or end in."""
    digits = text[start:end]
    before = text[start - 1] if start > line.start else ""
    after = text[end] if end < line.end else ""
    if after.isalpha() or (after in _JOINTS and text[end + 1 : end + 2].isdigit()):
        return None
    if len(digits) > 3 or digits[0] == "0":
        return _behind_year(digits, end, known, last)
    expected = digits in known and last < int(digits) <= last + 9
    mark = Mark(digits, start, end, start, end)
    if before == "[" and text[end : min(end + 2, line.end)].strip().startswith("]"):
        close = text.index("]", end) + 1
        blank = start - 2 > line.start and text[start - 2] == " "
        return mark._replace(start=start - 1 - blank, end=close)
    if not before:
        return _at_line_start(mark, line, previous) if expected else None
    if before.islower():
        return mark if expected and after in _AFTER_WORD else None
    sure = digits in known or int(digits) == last + 1
    closes = before in _STOPS and after in _AFTER_STOP
    return mark if closes and sure and _glued(line, start) else None


def _behind_year(digits: str, end: int, known: set[str], last: int) -> Mark | None:
    """A mark glued to a year ("20231"), where its footnote exists and it is the next one."""
    number = digits[4:]
    if digits[:2] in ("19", "20") and number in known and int(number) == last + 1:
        at = end - len(number)
        return Mark(number, at, end, at, end)
    return None


def _glued(line: Line, start: int) -> bool:
    """Whether the punctuation before the digits closes words, not a number, "nr." or "b."."""
    content = line.text[: start - line.start]
    stem = content.rstrip(_STOPS)
    if content[-1] in ")»”]":
        return True
    if not stem or not (stem[-1].isalpha() or stem[-1] == "%"):
        return content[-1] == "." and _YEAR_BEFORE.search(stem) is not None
    return content[-1] != "." or _NUMBER_WORD.search(content) is None


def _at_line_start(mark: Mark, line: Line, previous: str) -> Mark | None:
    """A mark that the text shows alone on a line, or at the start of the line below its own."""
    content = line.text[mark.end - mark.start :]
    if not content:
        return mark
    if content[0] in ".,;)":
        return None if _MONTHS.match(content.lstrip(".,; ")) else mark
    ended = not previous or previous[-1] in ".?!»”)"
    if ended and content[0] == " " and content[1:2].isupper():
        return mark._replace(end=mark.end + 1)
    return None
