"""Markdown: plain text whose signs tell headings, emphasis, links and footnotes."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import flow, layout, letterhead, notes
from kamergraaf.read.lines import Line, cut, furniture
from kamergraaf.read.markup import Paragraph, Role
from kamergraaf.read.markup_body import MarkedParagraphs, Place
from kamergraaf.read.notes import Mark, Note
from kamergraaf.read.text import decode, normalise

MEDIA_TYPE = "text/markdown"
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_RULE = re.compile(r"(?:[*_-] ?){3,}|`{3,}\w*|\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:?)? ?\|?")
_QUOTE = re.compile(r"(?:> ?)+")
_NOTE = re.compile(r"\[\^(\w{1,20})\]:[ \t]*")
_MARK = re.compile(r"\[\^(\w{1,20})\](?!:)")
_SIGNS = re.compile(
    r"(?P<strong>\*\*|__)(?=\S)(?P<bold>[^\n]{1,2000}?\S)(?P=strong)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<em>[^*\n]{1,2000}?)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<under>[^_\n]{1,2000}?)(?<=\S)_(?!\w)"
    r"|`(?P<code>[^`\n]{1,500})`"
    r"|!?\[(?P<link>[^\]\n^][^\]\n]{0,1000})\]\([^)\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!>-])"
)
_GROUPS = ("bold", "em", "under", "code", "link", "escaped")


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the Markdown file ``path``; its text is the file's.

    Raises InputError for data that is empty, blank, binary or wrongly encoded.
    """
    stored = normalise(decode(data, where=str(path)))
    if not stored.strip():
        raise InputError("the file holds no text", where=str(path))
    page = _page(stored)
    return Document(
        name=path.name,
        text=stored,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        blocks=page.blocks,
        flow=flow.build(stored, page),
    )


def _page(text: str) -> flow.Page:
    """What plain text shows and, beside that, what the signs tell."""
    written = cut(text)
    lines, headings = _unsigned(written)
    body = letterhead.body(lines)
    margin = furniture(lines, body)
    given = _notes(lines)
    lifted = {i for note in given for i in range(note.first, note.last + 1)}
    found = given or notes.find(lines, margin, body)
    seen = layout.Seen(lines, body, margin - lifted, found, [])
    reading = [i for i in seen.reading() if lines[i].text]
    marks = _marks(text, given) or notes.marks(text, lines, found, reading)
    owner = [
        Place(line.start, i, Paragraph(_role(i in headings, written[i].text)))
        if line.text
        else None
        for i, line in enumerate(lines)
    ]
    page = layout.arrange(
        text,
        seen._replace(marks=marks),
        lambda rows, at: MarkedParagraphs(rows, at, owner, lines_are_paragraphs=False),
    )
    page.hyphens = sorted({*page.hyphens, *_signs(text)})
    return page


def _role(heading: bool, written: str) -> Role:
    """What a line is; a quotation is never guessed to be a heading."""
    if heading:
        return Role.HEADING
    return Role.CELL if _QUOTE.match(written) else Role.BODY


def _unsigned(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """The lines without the signs at their ends, and the indices of headings."""
    result: list[Line] = []
    headings: set[int] = set()
    for i, line in enumerate(lines):
        opening = _HEADING.match(line.text) or _QUOTE.match(line.text)
        above = result[-1].text if result else ""
        plain = line
        if opening and opening[0][0] == "#":
            headings.add(i)
            plain = _cut(line, opening.end(), _CLOSING.search(line.text))
        elif _UNDERLINE.fullmatch(line.text) and above and len(above) <= 120:
            headings.add(i - 1)
            plain = Line(line.start, line.start, line.stop, "")
        elif _RULE.fullmatch(line.text):
            plain = Line(line.start, line.start, line.stop, "")
        elif opening:
            plain = _cut(line, opening.end(), None)
        result.append(_bare(plain))
    return result, headings


def _cut(line: Line, front: int, back: re.Match[str] | None) -> Line:
    end = back.start() if back else len(line.text)
    text = line.text[front : max(front, end)]
    return Line(line.start + front, line.start + front + len(text), line.stop, text)


def _bare(line: Line) -> Line:
    """A line without emphasis that spans it whole."""
    while (found := _SIGNS.fullmatch(line.text)) and found.lastgroup in ("bold", "em", "under"):
        start, end = found.span(found.lastgroup)
        line = Line(line.start + start, line.start + end, line.stop, line.text[start:end])
    return line


def _signs(text: str) -> set[tuple[int, int]]:
    """The characters ``[start, end)`` that are signs and no text."""
    found: set[tuple[int, int]] = set()
    waiting = [(0, len(text))]
    while waiting:
        start, end = waiting.pop()
        for match in _SIGNS.finditer(text, start, end):
            inner = next(group for group in _GROUPS if match[group] is not None)
            first, last = match.span(inner)
            found.update(((match.start(), first), (last, match.end())))
            if inner in ("bold", "em", "under", "link"):
                waiting.append((first, last))
    return {(first, last) for first, last in found if first < last}


def _notes(lines: list[Line]) -> list[Note]:
    """Footnotes with a label in brackets and a caret, up to the next blank line."""
    found: list[Note] = []
    for i, line in enumerate(lines):
        opening = _NOTE.match(line.text)
        if opening:
            number = _number(opening[1], len(found) + 1)
            found.append(Note(number, i, i, line.start + opening.end()))
        elif found and line.text and found[-1].last == i - 1:
            found[-1] = found[-1]._replace(last=i)
    return found


def _number(label: str, place: int) -> str:
    return label if label.isdecimal() else str(place)


def _marks(text: str, given: list[Note]) -> list[Mark]:
    labels: dict[str, str] = {}
    for found in re.finditer(r"(?m)^[ \t]*\[\^(\w{1,20})\]:", text):
        labels.setdefault(found[1], _number(found[1], len(labels) + 1))
    marks: list[Mark] = []
    for found in _MARK.finditer(text) if given else ():
        number = labels.get(found[1], found[1])
        marks.append(Mark(number, found.start(), found.end(), found.start(1), found.end(1)))
    return marks
