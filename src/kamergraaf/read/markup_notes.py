"""Footnotes that an author typed as paragraphs: "[2] …", "2) …" or a raised "2" before a text."""

from __future__ import annotations

import re

from kamergraaf.read.markup import MarkHere, Paragraph, Role

_SQUARED_NOTE = re.compile(r"\[(\d{1,3})\] ?(?=\S)")
_SQUARED = re.compile(r"\[(\d{1,3})\]")
_CLOSED_NOTE = re.compile(r"(\d{1,3})\) ?(?=\S)")
_CLOSED = re.compile(r"(?<=[a-zà-ÿ.?!»”’\"')])(\d{1,3})\)")
_LEAD = re.compile(r"[)\].]?\s*")
_TEXT = frozenset((Role.BODY, Role.WHOLE, Role.CELL, Role.BOLD, Role.QUESTION))


def found(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that are typed footnotes marked as such, each with its mark.

    A number is believed only where its mark stands in a paragraph above.
    """
    squared: set[str] = set()
    closed: dict[str, tuple[Paragraph, MarkHere]] = {}
    for paragraph in paragraphs:
        if paragraph.role in _TEXT and not _is_note(paragraph, squared, closed):
            if "[" in paragraph.text:
                squared.update(_SQUARED.findall(paragraph.text))
            for mark in _closed_marks(paragraph):
                closed.setdefault(mark.number, (paragraph, mark))
    return paragraphs


def _is_note(
    paragraph: Paragraph, squared: set[str], closed: dict[str, tuple[Paragraph, MarkHere]]
) -> bool:
    raised = paragraph.marks[0] if paragraph.marks else None
    if (typed := _SQUARED_NOTE.match(paragraph.text)) and typed[1] in squared:
        _file(paragraph, typed[1], typed.end())
    elif raised and raised.start == 0 and len(paragraph.text) > raised.end:
        lead = _LEAD.match(paragraph.text, raised.end)
        _file(paragraph, raised.number, lead.end() if lead else raised.end)
    elif (typed := _CLOSED_NOTE.match(paragraph.text)) and typed[1] in closed:
        marked, mark = closed.pop(typed[1])
        marked.marks = sorted([*marked.marks, mark])
        _file(paragraph, typed[1], typed.end())
    else:
        return False
    return True


def _closed_marks(paragraph: Paragraph) -> list[MarkHere]:
    """Numbers with a closing bracket that closes nothing, glued to what they annotate."""
    text = paragraph.text
    told: list[MarkHere] = []
    at = depth = 0
    for mark in _CLOSED.finditer(text):
        depth += text.count("(", at, mark.start()) - text.count(")", at, mark.start())
        at = mark.start()
        if depth <= 0:
            told.append(MarkHere(mark.start(), mark.end(), mark[1]))
            at, depth = mark.end(), 0
    return told


def _file(paragraph: Paragraph, number: str, lead: int) -> None:
    paragraph.role, paragraph.label, paragraph.note = Role.NOTE, number, lead
    paragraph.marks = [mark for mark in paragraph.marks if mark.start >= lead]
