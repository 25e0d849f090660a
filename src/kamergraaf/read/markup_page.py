"""Paragraphs of a marked-up format to a Document: the stored text is composed here."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import BlockKind, Document, Flow, NoteMark
from kamergraaf.read import flow, layout, letterhead, lines, markup_notes, notes
from kamergraaf.read.flow import Page
from kamergraaf.read.lines import Line
from kamergraaf.read.markup import Paragraph, Role
from kamergraaf.read.markup_body import MarkedParagraphs, Place
from kamergraaf.read.notes import Mark, Note

_CLAUSE = re.compile(
    r"(?:Wilt u )?[Bb]ij (?:uw )?(?:be)?antwoord(?:ing)? (?:de )?datum en ons kenmerk"
)
"""What letter paper asks of those who write back; nobody's statement."""

_TITLE = re.compile(r"Vragen (?:van|gesteld)|Antwoord(?:en)? (?:van|op)|Onderwerp|Betreft")
_ASIDE = frozenset((Role.NOTE, Role.FURNITURE))
_TOLD = frozenset((Role.NOTE, Role.FURNITURE, Role.SIGNATURE, Role.QUESTION))
_LONGEST_IN_HEAD = 160
_CLOSE_SET = frozenset((Role.HEAD, Role.NOTE, Role.FURNITURE, Role.SIGNATURE))
"""Roles whose paragraphs follow each other without a blank line."""


@dataclass(slots=True)
class Composed:
    """The stored text with its lines, and of each line with words the paragraph it belongs to."""

    text: str
    lines: list[Line]
    owner: list[Place | None]
    marks: list[tuple[Mark, str]] = field(default_factory=list)


def document(
    path: Path,
    data: bytes,
    paragraphs: list[Paragraph],
    media_type: str,
    metadata: Mapping[str, str],
) -> Document:
    """The Document of ``paragraphs``, as read from the bytes ``data`` of the file ``path``.

    Raises InputError where there is no text at all.
    """
    if not any(p.role is not Role.FURNITURE for p in paragraphs):
        raise InputError("the document holds no text", where=str(path))
    composed = compose(_in_order(markup_notes.found(paragraphs)))
    page, keys = _page(composed)
    return Document(
        name=path.name,
        text=composed.text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        blocks=page.blocks,
        flow=_tie(flow.build(composed.text, page), composed, keys),
        metadata=dict(metadata),
    )


def _in_order(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Letterhead and body, notes, furniture; the standing request of letter paper is of the last.

    Short paragraphs between parts of the letterhead belong to it; a part of it that stands below
    running text is the letter paper of another page.
    """
    for paragraph in paragraphs:
        if paragraph.role is not Role.NOTE and _CLAUSE.match(paragraph.text):
            paragraph.role = Role.FURNITURE
    at = [i for i, paragraph in enumerate(paragraphs) if paragraph.role is Role.HEAD]
    reading = False
    for paragraph in paragraphs[: at[-1] + 1] if at else ():
        if paragraph.role in _TOLD:
            continue
        reading = reading or (paragraph.role is not Role.HEAD and _reads_on(paragraph.text))
        if not reading:
            paragraph.role = Role.HEAD
        elif paragraph.role is Role.HEAD:
            paragraph.role = Role.FURNITURE
    rank = {Role.NOTE: 1, Role.FURNITURE: 2}
    numbered = {id(p): int(p.label) for p in paragraphs if p.role is Role.NOTE}
    return sorted(paragraphs, key=lambda p: (rank.get(p.role, 0), numbered.get(id(p), 0)))


def compose(paragraphs: list[Paragraph]) -> Composed:
    """The stored text: a line per paragraph, blank lines between paragraphs of running text."""
    parts: list[str] = []
    composed = Composed("", [], [])
    at = 0
    above: Paragraph | None = None
    for number, paragraph in enumerate(paragraphs):
        if above is not None:
            close = above.role is paragraph.role and paragraph.role in _CLOSE_SET
            parts.append("\n" if close else "\n\n")
            at += len(parts[-1])
        parts.append(paragraph.text)
        for mark in paragraph.marks:
            start, end = at + mark.start, at + mark.end
            composed.marks.append(
                (Mark(mark.number, start, end, start, start + len(mark.number)), mark.key)
            )
        composed.owner.append(Place(at, number, paragraph))
        at += len(paragraph.text)
        above = paragraph
    composed.text = "".join(parts)
    composed.lines = lines.cut(composed.text)
    composed.owner = _owners(composed.lines, composed.owner)
    return composed


def _owners(rows: list[Line], places: list[Place | None]) -> list[Place | None]:
    starts = [place.start for place in places if place is not None]
    return [places[bisect_right(starts, row.start) - 1] if row.text else None for row in rows]


def _page(composed: Composed) -> tuple[Page, list[str]]:
    """What the paragraphs' roles and the lines' words tell, and the key of each note in order."""
    rows, owner = composed.lines, composed.owner
    notes_, keys = _notes(rows, owner)
    seen = layout.Seen(rows, _body(rows, owner), _margin(rows, owner), notes_, [])
    reading = [i for i in seen.reading() if rows[i].text]
    known = [mark for mark, _ in composed.marks]
    seen = seen._replace(marks=_all_marks(composed.text, rows, notes_, reading, known))
    return layout.arrange(
        composed.text, seen, lambda rows, reading: MarkedParagraphs(rows, reading, owner)
    ), keys


def _body(rows: list[Line], owner: list[Place | None]) -> int:
    """The first line after the letterhead: what the format knows of it, and what reads so."""
    known = 0
    blank = list(rows)
    for i, place in enumerate(owner):
        if place is not None and place.paragraph.role in _ASIDE:
            blank[i] = Line(rows[i].start, rows[i].start, rows[i].stop, "")
        elif place is not None and place.paragraph.role is Role.HEAD:
            known = i + 1
    long = (i for i in range(known, len(rows)) if _reads_on(blank[i].text))
    return max(known, letterhead.body(blank[: next(long, len(rows))]))


def _reads_on(text: str) -> bool:
    """Whether a paragraph is too long for a letterhead's, unless it says what is answered."""
    return len(text) > _LONGEST_IN_HEAD and _TITLE.match(text) is None


def _margin(rows: list[Line], owner: list[Place | None]) -> set[int]:
    return {
        i
        for i, place in enumerate(owner)
        if place is not None
        and (
            place.paragraph.role is Role.FURNITURE
            or (place.paragraph.role is not Role.NOTE and lines.is_furniture(rows[i].text))
        )
    }


def _notes(rows: list[Line], owner: list[Place | None]) -> tuple[list[Note], list[str]]:
    """The footnotes, and the keys by which marks know them."""
    found: list[Note] = []
    keys: list[str] = []
    number = -1
    for i, place in enumerate(owner):
        if place is None or place.paragraph.role is not Role.NOTE:
            continue
        if place.number == number:
            found[-1] = found[-1]._replace(last=i)
        else:
            start = rows[i].start + place.paragraph.note
            found.append(Note(place.paragraph.label, i, i, start))
            keys.append(place.paragraph.key)
            number = place.number
    return found, keys


def _all_marks(
    text: str, rows: list[Line], given: list[Note], reading: list[int], known: list[Mark]
) -> list[Mark]:
    """The marks that the format tells and, of typed notes, those that the words tell."""
    typed = [note for note in given if text[rows[note.first].start] == "["]
    if given and not typed:
        return sorted(known, key=lambda mark: mark.start)
    taken = {mark.digits_start for mark in known}
    read = notes.marks(text, rows, typed or given, reading)
    found = known + [mark for mark in read if mark.digits_start not in taken]
    return sorted(found, key=lambda mark: mark.start)


def _tie(built: Flow, composed: Composed, keys: list[str]) -> Flow:
    """The flow with each mark tied to the very note that the format says it leads to."""
    leads = {mark.digits_start: key for mark, key in composed.marks if key}
    if not leads:
        return built
    passages = [i for i, p in enumerate(built.passages) if p.kind is BlockKind.FOOTNOTE]
    by_key = dict(zip(keys, passages, strict=True))
    tied = tuple(
        NoteMark(mark.number, mark.at, mark.span, by_key.get(leads[mark.span.start]))
        if mark.span.start in leads
        else mark
        for mark in built.marks
    )
    return replace(built, marks=tied)
