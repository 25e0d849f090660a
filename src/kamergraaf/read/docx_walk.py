"""The walk over a DOCX part: paragraphs, runs, fields, text boxes, tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kamergraaf.read.docx_styles import Numbers, Style, Styles, list_of, outlined, switch
from kamergraaf.read.markup import Paragraph, Role, Story
from kamergraaf.read.markup_xml import Element, attribute, children, name

_INSIDE = frozenset(
    """
    ins moveTo hyperlink smartTag sdt sdtContent customXml bdo dir ruby rubyBase
    oMath oMathPara e num den sup sub
    """.split()
)
"""Elements that hold runs or paragraphs of the text as it stands."""

_TEXT = {"tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_PROPERTY = re.compile(r'\s*(?:DOCPROPERTY|INFO)\s+"?([^"\\]+?)"?\s*(?:\\|\*|$)', re.I)
_NUMBER_TITLE = re.compile(r"(\d{2} ?\d{3}[^\t]{0,12}|N[Rr]s?\. ?[\dA-Z]{1,5})\s*\t\s*")
_DIGITS = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class Field:
    """A field under way: its instruction, whether its result has begun, what that shows."""

    instruction: str = ""
    result: bool = False


class Walk:
    """Reads the parts of one document; notes are numbered in the order of their marks."""

    def __init__(self, styles: Styles, numbers: Numbers, properties: Mapping[str, str]) -> None:
        self.styles, self.numbers, self.properties = styles, numbers, properties
        self.notes: dict[str, str] = {}
        self.story = Story(folds=False)
        self.fields: list[Field] = []
        self.role = Role.BODY
        self.paged = False

    def read(self, part: Element, role: Role) -> list[Paragraph]:
        """The paragraphs of a part, those without a role of their own as ``role``."""
        self.story, self.fields, self.role = Story(folds=False), [], role
        self._blocks(part)
        self.story.close()
        return self.story.paragraphs

    def note(self, number: str, key: str, body: Element) -> list[Paragraph]:
        """The footnote behind a mark."""
        inside = self.read(body, Role.NOTE)
        filed = Story(folds=False)
        filed.note(number, key, inside)
        return filed.paragraphs

    def _blocks(self, parent: Element) -> None:
        for child in children(parent):
            tag = name(child)
            if tag == "p":
                self._paragraph(child)
            elif tag == "tbl":
                self._table(child)
            elif tag in _INSIDE and not _placeholder(child):
                self._blocks(child)

    def _table(self, table: Element) -> None:
        """Cells in reading order; where rows have several, they are cells of data."""
        role = self.role
        rows = [row for row in table.iter("{*}tr") if _within(row, table)]
        filled = [sum(1 for cell in row if name(cell) == "tc" and _filled(cell)) for row in rows]
        if role is Role.BODY and sum(count > 1 for count in filled) * 2 > len(rows):
            self.role = Role.CELL
        for row in rows:
            for cell in row.iter("{*}tc"):
                if _within(cell, row):
                    self._blocks(cell)
        self.role = role

    def _paragraph(self, element: Element) -> None:
        boxed = next(element.iter("{*}txbxContent"), None) is not None
        for box in _boxes(element) if boxed else ():
            self.story.close()
            self._blocks(box)
        properties = element.find("{*}pPr")
        style = self._style(properties)
        self.story.open(self._role(element, properties, style))
        listed = (list_of(properties) if properties is not None else None) or style.list_
        prefix = self.numbers.next(listed) if listed and _filled(element) else ""
        if prefix:
            self.story.add(f"{prefix} ")
        self.paged = False
        self._runs(element)
        self._finish(prefix)

    def _finish(self, prefix: str) -> None:
        """End the paragraph: one that is but a page number or a list's sign is dropped."""
        done = self.story.current
        if done is None:
            return
        if self.paged and not done.text.strip(" \t0123456789/-\xa0"):
            done.text = ""
        if prefix and done.text.strip() == prefix:
            done.text = ""
        done.text = _NUMBER_TITLE.sub(r"\1\n", done.text, count=1) if not done.marks else done.text
        self.story.close()

    def _style(self, properties: Element | None) -> Style:
        chosen = properties.find("{*}pStyle") if properties is not None else None
        return self.styles.of(attribute(chosen, "val") if chosen is not None else "Normal")

    def _role(self, element: Element, properties: Element | None, style: Style) -> Role:
        if self.role in (Role.HEAD, Role.NOTE, Role.FURNITURE):
            return self.role
        if style.role is not Role.BODY:
            return style.role
        if properties is not None and outlined(properties):
            return Role.HEADING
        if self.role is Role.BODY and _all_bold(element, style):
            return Role.BOLD
        listed = style.list_ or (list_of(properties) if properties is not None else None)
        return Role.CELL if listed and self.role is Role.BODY else self.role

    def _runs(self, parent: Element) -> None:
        for child in children(parent):
            tag = name(child)
            if tag == "r":
                self._run(child)
            elif tag == "fldSimple":
                self._simple_field(child)
            elif tag in _INSIDE and not _placeholder(child):
                self._runs(child)

    def _simple_field(self, element: Element) -> None:
        self.paged = self.paged or bool(_PAGE.match(attribute(element, "instr")))
        self._runs(element)

    def _run(self, run: Element) -> None:
        properties = run.find("{*}rPr")
        if properties is not None and switch(properties, "vanish"):
            return
        raised = properties is not None and any(
            attribute(align, "val") == "superscript" for align in properties.iter("{*}vertAlign")
        )
        for child in children(run):
            tag = name(child)
            if tag == "t":
                self._text(child.text or "", raised=raised)
            elif tag in ("fldChar", "instrText"):
                self._field(child, tag)
            elif tag in ("footnoteReference", "endnoteReference"):
                self._mark(child, tag)
            elif tag in ("br", "cr"):
                self._break(child)
            elif tag in _TEXT:
                self._text(_TEXT[tag], raised=False)
            elif tag == "ruby":
                self._runs(child)

    def _visible(self) -> bool:
        return all(field.result for field in self.fields)

    def _text(self, text: str, *, raised: bool) -> None:
        if not self._visible():
            return
        if raised and _DIGITS.fullmatch(text.strip()):
            self.story.raised(text.strip())
        else:
            self.story.add(text)

    def _break(self, element: Element) -> None:
        if self._visible() and attribute(element, "type") in ("", "textWrapping"):
            self.story.line_break()

    def _mark(self, reference: Element, tag: str) -> None:
        """A footnote mark; one that is typed by hand follows as text and is left at that."""
        key = f"{tag.removesuffix('Reference')}-{attribute(reference, 'id')}"
        number = self.notes.setdefault(key, str(len(self.notes) + 1))
        if self._visible():
            self.story.mark(number, key)

    def _field(self, element: Element, tag: str) -> None:
        if tag == "instrText":
            if self.fields and not self.fields[-1].result:
                self.fields[-1].instruction += element.text or ""
            return
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
            self.paged = self.paged or bool(_PAGE.match(self.fields[-1].instruction))
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            asked = None if ended.result else _PROPERTY.match(ended.instruction)
            if asked and self._visible():
                self.story.add(self.properties.get(asked[1].strip().lower(), ""))


def _within(element: Element, ancestor: Element) -> bool:
    """Whether the nearest table or row above is ``ancestor``: nested ones read themselves."""
    above = element.getparent()
    while above is not None and above is not ancestor:
        if name(above) in ("tbl", "tc", "tr"):
            return False
        above = above.getparent()
    return above is ancestor


def _filled(element: Element) -> bool:
    """Whether there is any text inside."""
    return any((text.text or "").strip() for text in element.iter("{*}t"))


def _placeholder(element: Element) -> bool:
    """Whether a content control still shows its own prompt."""
    return name(element) == "sdt" and element.find("{*}sdtPr/{*}showingPlcHdr") is not None


def _all_bold(element: Element, style: Style) -> bool:
    """Whether every run with text is bold."""
    seen = False
    for run in element.iter("{*}r"):
        if not _filled(run):
            continue
        properties = run.find("{*}rPr")
        bold = switch(properties, "b") if properties is not None else None
        if not (style.bold if bold is None else bold):
            return False
        seen = True
    return seen


def _boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph, each once: a drawing may have a fallback."""
    found: list[Element] = []

    def visit(element: Element) -> None:
        for child in children(element):
            tag = name(child)
            if tag == "txbxContent":
                found.append(child)
            elif tag == "AlternateContent":
                chosen = [c for c in children(child) if name(c) in ("Choice", "Fallback")]
                if chosen:
                    visit(chosen[0])
            elif tag != "p":
                visit(child)

    visit(paragraph)
    return found
