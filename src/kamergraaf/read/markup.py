"""What the readers of marked-up formats collect: paragraphs with a role, and note marks in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from kamergraaf.read.text import normalise


class Role(Enum):
    """What a format itself says about a paragraph."""

    BODY = auto()  # running text, or nothing known
    WHOLE = auto()  # running text that the paragraph below does not go on with
    HEAD = auto()  # letterhead
    HEADING = auto()
    BOLD = auto()  # a paragraph all in bold, which may be a heading
    CELL = auto()  # a cell of a table: no heading, and not run on into its neighbours
    QUESTION = auto()
    SIGNATURE = auto()
    NOTE = auto()
    FURNITURE = auto()


class MarkHere(NamedTuple):
    """A footnote mark at ``[start, end)`` of a paragraph's text.

    ``key`` names the note it leads to; '' where only the number tells.
    """

    start: int
    end: int
    number: str
    key: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as written, its lines separated by line feeds.

    ``label`` is the number of a note or a question, ``key`` the name under which marks know a
    note, ``note`` the length of the number that stands before a note's own text.
    """

    role: Role
    text: str = ""
    label: str = ""
    key: str = ""
    note: int = 0
    marks: list[MarkHere] = field(default_factory=list)


_SPACE = re.compile(r"[ \t\r\n]+")
_SQUARED = re.compile(r"\b(?:[kcdm]?m|ha|inh|co)$", re.I)
"""Units whose exponent or index is no footnote mark."""

_LONG, _KEPT = 4_096, 64
"""Of an open paragraph that is longer, all but so many characters is put aside: to write on at
the end of it does not copy the whole."""


class Story:
    """Collects a document's paragraphs while its format is walked.

    ``folds`` tells that white space in the source is layout, as in HTML, and folds to one blank.
    """

    def __init__(self, *, folds: bool) -> None:
        self.folds = folds
        self.paragraphs: list[Paragraph] = []
        self._open: Paragraph | None = None
        self._aside: list[str] = []
        self._length = 0

    def open(self, role: Role, label: str = "") -> None:
        """Begin a paragraph; the one before ends."""
        self.close()
        self._open = Paragraph(role, label=label)

    @property
    def reading(self) -> bool:
        """Whether a paragraph is open."""
        return self._open is not None

    @property
    def current(self) -> Paragraph | None:
        """The open paragraph, with all its text."""
        if self._open is not None and self._aside:
            self._open.text = "".join([*self._aside, self._open.text])
            self._aside, self._length = [], 0
        return self._open

    def _put_aside(self, into: Paragraph) -> None:
        """Put the settled part of a long open paragraph aside; a word stays at its end."""
        settled = len(into.text.rstrip()) - _KEPT
        if settled > 0:
            self._aside.append(into.text[:settled])
            self._length += settled
            into.text = into.text[settled:]

    def add(self, text: str, role: Role = Role.BODY) -> None:
        """Add text to the open paragraph, or to a new one of ``role``."""
        text = normalise(text)
        if self.folds:
            text = _SPACE.sub(" ", text)
        if self._open is None:
            if not text.strip():
                return
            self._open = Paragraph(role)
        into = self._open
        if not into.text:
            text = text.lstrip()
        elif into.text[-1] == "\n" or (self.folds and into.text[-1] == " "):
            text = text.lstrip(" ")
        into.text += text
        if len(into.text) > _LONG:
            self._put_aside(into)

    def line_break(self) -> None:
        """Begin a new line in the open paragraph."""
        if self._open is not None and self._open.text:
            self._open.text = self._open.text.rstrip(" ") + "\n"

    def mark(self, number: str, key: str = "") -> None:
        """A footnote mark, glued to what stands before it."""
        if self._open is None:
            self._open = Paragraph(Role.BODY)
        into = self._open
        start = self._length + len(into.text)
        into.text += number
        into.marks.append(MarkHere(start, start + len(number), number, key))

    def raised(self, digits: str) -> None:
        """Raised digits: a footnote mark typed by hand, or the exponent of a unit."""
        before = self._open.text if self._open is not None else ""
        if _SQUARED.search(before[-4:]):
            self.add(digits)
        else:
            self.mark(digits)

    def close(self) -> None:
        """End the open paragraph; one without text is forgotten."""
        done, self._open = self.current, None
        if done is None:
            return
        done.text = done.text.rstrip()
        if done.text:
            self.paragraphs.append(done)

    def note(self, number: str, key: str, body: list[Paragraph]) -> None:
        """File a footnote: its number, a blank and its text, its paragraphs as lines."""
        self.close()
        text = "\n".join(paragraph.text for paragraph in body if paragraph.text)
        if text:
            lead = f"{number} "
            note = Paragraph(Role.NOTE, lead + text, number, key, len(lead))
            self.paragraphs.append(note)
