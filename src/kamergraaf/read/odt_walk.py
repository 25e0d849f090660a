"""The walk over ODT text: paragraphs, spans, notes, frames, lists and tables."""

from __future__ import annotations

import re

from kamergraaf.read.markup import Paragraph, Role, Story
from kamergraaf.read.markup_xml import Element, attribute, children, content, name
from kamergraaf.read.odt_styles import Styles

_SKIPPED = frozenset(
    """
    tracked-changes annotation annotation-end sequence-decls forms note
    variable-decls user-field-decls dde-connection-decls bookmark ruby-text
    table-of-content alphabetical-index soft-page-break covered-table-cell
    """.split()
)
_NUMBER_TITLE = re.compile(r"(\d{2} ?\d{3}[^\t]{0,12}|N[Rr]s?\. ?[\dA-Z]{1,5})\s*\t\s*")
_DIGITS = re.compile(r"\d{1,3}")
_BLANKS = re.compile(r"[ \t\r\n]+")
_FRAMES = frozenset(("frame", "custom-shape", "rect", "g", "a"))
_PAGED = frozenset(("page-number", "page-count"))
_MOST_BLANKS = 100


class Walk:
    """Reads the parts of one document; its footnotes gather in ``notes``."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.notes: list[Paragraph] = []
        self.story = Story(folds=False)
        self.role = Role.BODY
        self.paged = False
        self.lead = ""

    def read(self, part: Element, role: Role) -> list[Paragraph]:
        """The paragraphs of a part, those without a role of their own as ``role``."""
        kept = self.story, self.role, self.lead
        self.story, self.role, self.lead = Story(folds=False), role, ""
        self._blocks(part)
        self.story.close()
        found = self.story.paragraphs
        self.story, self.role, self.lead = kept
        return found

    def _blocks(self, parent: Element, list_: str = "", depth: int = 0) -> None:
        for child in children(parent):
            tag = name(child)
            if tag in _SKIPPED:
                continue
            if tag in ("p", "h"):
                self._paragraph(child, heading=tag == "h")
            elif tag == "list":
                self._list(child, attribute(child, "style-name") or list_, depth + 1)
            elif tag == "table":
                self._table(child)
            else:
                self._blocks(child, list_, depth)

    def _list(self, element: Element, list_: str, depth: int) -> None:
        number = 0
        for item in children(element):
            if name(item) == "list-item":
                number += 1
                start = attribute(item, "start-value")
                number = int(start) if start.isdecimal() and len(start) < 7 else number
                self.lead = self.styles.sign(list_, depth, number)
            self._blocks(item, list_, depth)
            self.lead = ""

    def _table(self, table: Element) -> None:
        """Cells in reading order; where rows have several, they are cells of data."""
        role = self.role
        rows = list(table.iter("{*}table-row"))
        filled = [sum(1 for cell in children(row) if content(cell)) for row in rows]
        if role is Role.BODY and sum(count > 1 for count in filled) * 2 > len(rows):
            self.role = Role.CELL
        for child in children(table):
            self._blocks(child)
        self.role = role

    def _paragraph(self, element: Element, *, heading: bool) -> None:
        for box in _boxes(element):
            self.story.close()
            self._blocks(box)
        style = self.styles.of(attribute(element, "style-name"))
        role = self.role
        if role in (Role.BODY, Role.CELL) and (heading or style.heading):
            role = Role.HEADING
        elif role is Role.BODY and (style.bold or self._all_bold(element)):
            role = Role.BOLD
        elif role is Role.BODY and self.lead:
            role = Role.CELL
        lead, self.lead = self.lead, ""
        self.story.open(role)
        if lead and content(element):
            self.story.add(f"{lead} ")
        self.paged = False
        self._inline(element, raised=style.raised)
        self._finish()

    def _finish(self) -> None:
        done = self.story.current
        if done is None:
            return
        if self.paged and not done.text.strip(" \t0123456789/-\xa0"):
            done.text = ""
        if not done.marks:
            done.text = _NUMBER_TITLE.sub(r"\1\n", done.text, count=1)
        self.story.close()

    def _all_bold(self, element: Element) -> bool:
        """Whether the paragraph's text lies in bold spans only."""
        spans = [child for child in children(element) if name(child) == "span"]
        if not spans or (element.text or "").strip() or any((c.tail or "").strip() for c in spans):
            return False
        return all(
            self.styles.of(attribute(span, "style-name")).bold for span in spans if content(span)
        )

    def _inline(self, element: Element, *, raised: bool) -> None:
        self._text(element.text, raised=raised)
        for child in children(element):
            tag = name(child)
            if tag == "note":
                self._note(child)
            elif tag == "s":
                count = attribute(child, "c")
                number = int(count) if count.isdecimal() and len(count) < 4 else 1
                self.story.add(" " * min(number, _MOST_BLANKS))
            elif tag == "tab":
                self.story.add("\t")
            elif tag == "line-break":
                self.story.line_break()
            elif tag not in _SKIPPED and tag not in _FRAMES:
                self.paged = self.paged or tag in _PAGED
                style = self.styles.of(attribute(child, "style-name"))
                self._inline(child, raised=style.raised if tag == "span" else raised)
            self._text(child.tail, raised=raised)

    def _text(self, text: str | None, *, raised: bool) -> None:
        if not text:
            return
        folded = _BLANKS.sub(" ", text)
        if raised and _DIGITS.fullmatch(folded.strip()):
            self.story.raised(folded.strip())
            return
        open_ = self.story.current
        if open_ is not None and open_.text[-1:] in (" ", "\t", "\n"):
            folded = folded.lstrip(" ")
        self.story.add(folded)

    def _note(self, note: Element) -> None:
        """A footnote: its mark here, its text among the notes."""
        citation = note.find("{*}note-citation")
        body = note.find("{*}note-body")
        number = content(citation) if citation is not None else ""
        if not _DIGITS.fullmatch(number):
            number = str(len(self.notes) + 1)
        key = f"note-{len(self.notes) + 1}"
        self.story.mark(number, key)
        if body is not None:
            filed = Story(folds=False)
            filed.note(number, key, self.read(body, Role.NOTE))
            self.notes.extend(filed.paragraphs)


def _boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph."""
    found: list[Element] = []
    for child in children(paragraph):
        tag = name(child)
        if tag in ("text-box", "custom-shape"):
            found.append(child)
        elif tag in ("frame", "g", "a", "span"):
            found.extend(_boxes(child))
    return found
