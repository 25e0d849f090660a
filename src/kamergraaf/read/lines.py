"""The lines of a text, and what one line alone gives away about itself."""

from __future__ import annotations

import re
from typing import NamedTuple


class Line(NamedTuple):
    """A line of the stored text: its content ``[start, end)`` without blanks at the ends, and
    ``stop``, the offset of its line break (or of the character after it)."""

    start: int
    end: int
    stop: int
    text: str


MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAY = rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}"
"""A full date as letterheads write it, as a pattern."""

_PAPER = r"(?:\d[\d ]{4,6})(?: ?\(?[A-Z][\w.-]*\)?)*"
_FOOTER = (
    r"(?:Tweede|Eerste) Kamer, vergaderjaar [\d –/-]{6,14}, ?"
    rf"(?:{_PAPER}(?:, nr\. ?[\w-]+|, [A-Z]{{1,3}})|Aanhangsel|Vragen|Handelingen[\w, ]*)(?: ?\d+)?"
)
FOOTER = re.compile(_FOOTER)
"""A running footer: "Tweede Kamer, vergaderjaar 2016–2017, 29 754, nr. 436"."""

_FURNITURE = re.compile(
    r"(?:P ?agina \d+(?: ?(?:van|/) ?\d+)?"
    r"|(?:kst|ah|kv|blg|h|nds|vkv)-(?=[a-zA-Z-]*\d)[\w-]+"
    r"|(?:\w{5,9} )?ISSN ?\d{4}.{0,150}"
    r"|(?:[’'‘] ?)?s[ -]Gravenhage \d{4}(?: ?" + _FOOTER + r")?"
    r"|[–-] ?\d{1,3} ?[–-]"
    r"|" + _FOOTER + r")"
)
_SIDE_LABEL = re.compile(
    r"(?:Datum|Ons kenmerk|Uw kenmerk|Kenmerk|Onze referentie|Uw referentie|Uw brief(?: van)?"
    r"|Bijlagen?|Bijlage\(n\)|Contactpersoon|Dossiernummer|Briefnummer|Zaaknummer)\s?:?"
)
_SIDE_VALUE = re.compile(rf"(?:{DAY}|[\w./ -]{{0,28}}\d[\w./ -]{{0,28}})")
_ADDRESS = re.compile(
    r"(?:Postbus \d+|\d{4} ?[A-Z]{2} .{2,30}|www\.\S+|[TFM] ?:? ?\(?0[\d() -]{8,14}"
    r"|(?:> )?Retouradres .{5,80})"
)
_STREET = re.compile(r"(?!Vraag|Antwoord|Bijlage)[A-Z][a-z]+(?: [A-Za-z]+)? \d{1,4}[a-z]?")
NUMBER = re.compile(r"\d{1,3}")


def cut(text: str) -> list[Line]:
    """All lines of ``text`` in order, blank ones included."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        stop = at + len(raw)
        content = raw.strip()
        start = at + raw.index(content) if content else at
        lines.append(Line(start, start + len(content), stop, content))
        at = stop + 1
    return lines


def is_furniture(content: str) -> bool:
    """Whether a line by itself is page furniture: page number, ISSN, running footer, paper id."""
    return _FURNITURE.fullmatch(content) is not None


def side_label(content: str) -> bool:
    """Whether a line is nothing but the label of a side bar ("Ons kenmerk")."""
    return len(content) <= 20 and _SIDE_LABEL.fullmatch(content) is not None


def side_value(content: str) -> bool:
    """Whether a line may be what stands under such a label: a date, a number, a mark."""
    return len(content) <= 45 and _SIDE_VALUE.fullmatch(content) is not None


def is_address(content: str) -> bool:
    """Whether a line is the part of an address that shows by itself."""
    return len(content) <= 90 and _ADDRESS.fullmatch(content) is not None


def furniture(lines: list[Line], body: int) -> set[int]:
    """The indices of the lines that are page furniture; side bars count after line ``body``."""
    found = {i for i, line in enumerate(lines) if line.text and is_furniture(line.text)}
    found |= _side_bars(lines, body, found)
    return found | _page_numbers(lines, found)


def _page_numbers(lines: list[Line], found: set[int]) -> set[int]:
    """Lines that hold only a number and stand next to furniture."""
    numbers: set[int] = set()
    for i in found:
        for step in (-1, 1):
            at = i + step
            while 0 <= at < len(lines) and not lines[at].text:
                at += step
            if 0 <= at < len(lines) and at not in found and NUMBER.fullmatch(lines[at].text):
                numbers.add(at)
    return numbers


def _side_bars(lines: list[Line], body: int, found: set[int]) -> set[int]:
    """Labels with their values, and the addresses that touch them or a page number."""
    bars: set[int] = set()
    at = body
    while at < len(lines):
        content = lines[at].text
        if content and side_label(content) and _value_follows(lines, at):
            bars.update((at, at + 1))
            at += 1
        elif content and _touches(content, at - 1 in bars, at - 1 in found):
            bars.add(at)
        at += 1
    return bars


def _touches(content: str, below_bar: bool, below_margin: bool) -> bool:
    """Whether an address goes on with the side bar or the page number above it."""
    if below_bar and _STREET.fullmatch(content):
        return True
    return (below_bar or below_margin) and is_address(content)


def _value_follows(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and side_value(lines[at + 1].text)
