"""What ODT styles say: headings, bold and raised text, the signs of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.read.docx_styles import written
from kamergraaf.read.markup_xml import Element, attribute, children, name

_HEADING = re.compile(r"(?:heading|kop|titel|title)(?:_20_)?\d*", re.I)
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}


@dataclass(slots=True)
class Style:
    """What matters of a style, after inheritance."""

    heading: bool = False
    bold: bool = False
    raised: bool = False


class Styles:
    """The styles of a document, from its parts in order."""

    def __init__(self, parts: list[Element]) -> None:
        self._raw: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._done: dict[str, Style] = {}
        for part in parts:
            for style in part.iter("{*}style"):
                self._raw[attribute(style, "name")] = style
            for style in part.iter("{*}list-style"):
                self._lists[attribute(style, "name")] = style

    def of(self, label: str) -> Style:
        """The style of this name; a plain one where there is none."""
        if label not in self._done:
            self._done[label] = Style()
            self._done[label] = self._read(label)
        return self._done[label]

    def _read(self, label: str) -> Style:
        raw = self._raw.get(label)
        if raw is None:
            return Style(heading=_HEADING.fullmatch(label) is not None)
        parent = attribute(raw, "parent-style-name")
        base = self.of(parent) if parent else Style()
        shown = attribute(raw, "display-name") or label
        heading = base.heading or _HEADING.fullmatch(shown) is not None
        found = Style(heading, base.bold, base.raised)
        for properties in children(raw):
            if name(properties) != "text-properties":
                continue
            weight = attribute(properties, "font-weight")
            if weight:
                found.bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
            position = attribute(properties, "text-position")
            if position:
                found.raised = position[:5] == "super" or position[:1] in tuple("123456789")
        return found

    def sign(self, list_: str, depth: int, number: int) -> str:
        """What stands before an item of a list at a depth (from 1); a dash for a bullet."""
        style = self._lists.get(list_)
        for level in children(style) if style is not None else ():
            if attribute(level, "level") == str(depth) and "number" in name(level):
                form = _FORMATS.get(attribute(level, "num-format"), "decimal")
                start = attribute(level, "start-value")
                offset = int(start) - 1 if start.isdecimal() and len(start) < 7 else 0
                shown = written(number + offset, form)
                return f"{attribute(level, 'num-prefix')}{shown}{attribute(level, 'num-suffix')}"
        return "-"
