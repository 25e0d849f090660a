"""What DOCX styles and list definitions say: headings, letterhead, bold, numbers before a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kamergraaf.read.markup import Role
from kamergraaf.read.markup_xml import Element, attribute, name

_HEADING = re.compile(r"(?:heading|kop|titel|title|tussenkop|subtitle|ondertitel)\W?\d*\b", re.I)
_LETTERHEAD = re.compile(
    r"afzend|referentie(?:gegevens|kop)|retouradres|rubricering|kixcode|datumonderwerp"
    r"|huisstijl-?(?:adres|gegeven|kopje|datum|voorwaarden)|^adres$",
    re.I,
)
"""Styles of the government's letter paper."""

_PAGED = re.compile(r"paginanummering|page ?number|clausule|^(?:toc|inhopg) ?\d", re.I)
_OFF = ("0", "false", "off")
_LEVEL = re.compile(r"%(\d)")


@dataclass(slots=True)
class Style:
    """What matters of a paragraph style, after inheritance."""

    role: Role = Role.BODY
    bold: bool = False
    list_: tuple[str, int] | None = None


class Styles:
    """The paragraph styles of a document; ``part`` is its styles part, or None."""

    def __init__(self, part: Element | None) -> None:
        self._raw: dict[str, Element] = {}
        self._done: dict[str, Style] = {}
        for style in part.iter("{*}style") if part is not None else ():
            self._raw[attribute(style, "styleId")] = style

    def of(self, id_: str) -> Style:
        """The style with this id; a plain one where there is none."""
        if id_ not in self._done:
            self._done[id_] = Style()
            self._done[id_] = self._read(id_)
        return self._done[id_]

    def _read(self, id_: str) -> Style:
        raw = self._raw.get(id_)
        if raw is None:
            return Style(_role_of(id_))
        based = raw.find("{*}basedOn")
        base = self.of(attribute(based, "val")) if based is not None else Style()
        label = raw.find("{*}name")
        found = Style(base.role, base.bold, base.list_)
        role = _role_of(attribute(label, "val") if label is not None else id_)
        if role is Role.BODY:
            role = _role_of(id_)
        properties = raw.find("{*}pPr")
        if role is not Role.BODY:
            found.role = role
        elif properties is not None and outlined(properties):
            found.role = Role.HEADING
        run = raw.find("{*}rPr")
        if run is not None and (bold := switch(run, "b")) is not None:
            found.bold = bold
        if properties is not None and (listed := list_of(properties)):
            found.list_ = listed
        return found


def _role_of(label: str) -> Role:
    if _HEADING.match(label):
        return Role.HEADING
    if _LETTERHEAD.search(label):
        return Role.HEAD
    return Role.FURNITURE if _PAGED.search(label) else Role.BODY


def outlined(properties: Element) -> bool:
    """Whether a paragraph has a place in the outline."""
    level = properties.find("{*}outlineLvl")
    return level is not None and attribute(level, "val") in tuple("012345678")


def switch(properties: Element, local: str) -> bool | None:
    """The state of an on-off property; None where it is not set."""
    found = properties.find(f"{{*}}{local}")
    return None if found is None else attribute(found, "val").lower() not in _OFF


def list_of(properties: Element) -> tuple[str, int] | None:
    """The list and the level of a paragraph; the list '0' takes it out of one."""
    numbered = properties.find("{*}numPr")
    id_ = numbered.find("{*}numId") if numbered is not None else None
    if numbered is None or id_ is None:
        return None
    level = numbered.find("{*}ilvl")
    depth = attribute(level, "val") if level is not None else "0"
    return attribute(id_, "val"), int(depth) if depth.isdecimal() and len(depth) < 3 else 0


@dataclass(slots=True)
class Level:
    """A level of a list: its first number, how numbers are written, and the text around them."""

    start: int
    format: str
    text: str


@dataclass(slots=True)
class Numbers:
    """The lists of a document, and how far each has been counted."""

    levels: dict[str, dict[int, Level]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, list_: tuple[str, int]) -> str:
        """What stands before the next paragraph of a list; '' for a list that is not known."""
        id_, depth = list_
        levels = self.levels.get(id_, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.format == "bullet":
            return "-"
        counts = self.counts.setdefault(id_, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _LEVEL.sub(lambda m: self._written(id_, int(m[1]) - 1), level.text).strip()

    def _written(self, id_: str, depth: int) -> str:
        level = self.levels[id_].get(depth)
        if level is None:
            return ""
        return written(self.counts[id_].get(depth, level.start), level.format)


def numbers(part: Element | None) -> Numbers:
    """The lists that a numbering part defines."""
    if part is None:
        return Numbers({})
    abstract = {
        attribute(list_, "abstractNumId"): _levels(list_) for list_ in part.iter("{*}abstractNum")
    }
    found: dict[str, dict[int, Level]] = {}
    for instance in part.iter("{*}num"):
        base = instance.find("{*}abstractNumId")
        if base is not None:
            levels = dict(abstract.get(attribute(base, "val"), {}))
            levels.update(_levels(instance))
            found[attribute(instance, "numId")] = levels
    return Numbers(found)


def _levels(list_: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in list_.iter("{*}lvl"):
        values = {name(child): attribute(child, "val") for child in level}
        depth, start = attribute(level, "ilvl"), values.get("start", "1")
        if depth.isdecimal() and len(depth) < 3:
            first = int(start) if start.isdecimal() and len(start) < 7 else 1
            kind = values.get("numFmt", "decimal")
            found[int(depth)] = Level(first, kind, values.get("lvlText", ""))
    return found


def written(number: int, kind: str) -> str:
    """A number as a list writes it: 3, c, C, iii, III; '' where a list shows none."""
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
    return "" if kind == "none" else str(number)


def _roman(number: int) -> str:
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    if not 0 < number < 4000:
        return str(number)
    result = ""
    for value, sign in zip(values, signs, strict=True):
        result += sign * (number // value)
        number %= value
    return result
