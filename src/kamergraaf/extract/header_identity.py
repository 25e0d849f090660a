"""Which document this is: its number, dossiers and session year, from letterhead and margins."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamergraaf.extract.references_sessions import SESSION, normalise
from kamergraaf.model import BlockKind, Flow, Passage

_NUMBER = re.compile(r"(?:kst|ah|kv|h)-(?:tk-|ek-)?[\dA-Z][\w-]*\d")
_DOSSIER = re.compile(r"([0-9]{2}) ?([0-9]{3})(?:[ -]\(?([IVX]{1,6}[A-E]?|[A-HJ]|[0-9]{2})\)?)?")
_COMPACT = re.compile(r"([0-9]{5}(?:-[IVX]+[A-E]?)?)-([0-9]{1,4})")
_NR = re.compile(r"N[Rr]s?\. ?([0-9]{1,4}|[A-Z]{1,2})")
_SESSION = re.compile(rf"[Vv]ergaderjaar ({SESSION})")
_RUNNING = re.compile(
    rf"(?:Tweede|Eerste) Kamer, vergaderjaar ({SESSION}), ([0-9]{{2}}) ?([0-9]{{3}})"
    r"(?: \(?([IVX]+[A-E]?|[A-HJ])\)?)?, nr\. ?([0-9A-Z]+)"
)
_CODED = re.compile(r"a?h-[te]k-(\d{4})(\d{4})-")

Found = tuple[str, int, int]
"""A value and the stretch of the flow that says it."""


class Identity(NamedTuple):
    """The numbers under which a document is known; each with the stretch that gives it."""

    number: Found | None = None
    dossiers: tuple[Found, ...] = ()
    session: Found | None = None
    title: Found | None = None

    @property
    def identifier(self) -> str:
        """The document's official number, or ''."""
        return self.number[0] if self.number else ""


def read(flow: Flow) -> Identity:
    """The identity that letterhead and page furniture give."""
    head = [p for p in flow.passages if p.kind is BlockKind.LETTERHEAD]
    margin = [p for p in flow.passages if p.kind is BlockKind.FURNITURE]
    if not head and not margin:
        return Identity()
    dossiers, title = _dossiers(flow.text, head)
    number = _number(flow.text, head, margin, dossiers)
    return Identity(number, dossiers, _session(flow.text, head + margin, number), title)


def _dossiers(text: str, head: list[Passage]) -> tuple[tuple[Found, ...], Found | None]:
    """The dossiers of the letterhead, and the title that stands below the first of them."""
    found: list[Found] = []
    title: Found | None = None
    for i, passage in enumerate(head):
        written = text[passage.start : passage.end]
        dossier = _DOSSIER.fullmatch(written)
        compact = None if dossier else _COMPACT.fullmatch(written)
        if dossier:
            addition = f"-{dossier[3]}" if dossier[3] else ""
            found.append((f"{dossier[1]}{dossier[2]}{addition}", passage.start, passage.end))
        elif compact:
            found.append((compact[1], passage.start, passage.start + len(compact[1])))
        else:
            continue
        if title is None and i + 1 < len(head) and _is_title(text, head[i + 1]):
            below = head[i + 1]
            title = (text[below.start : below.end], below.start, below.end)
    return tuple(found), title


def _is_title(text: str, passage: Passage) -> bool:
    written = text[passage.start : passage.end]
    return not (written[0].isdigit() or _NR.fullmatch(written) or written.isupper())


def _number(
    text: str, head: list[Passage], margin: list[Passage], dossiers: tuple[Found, ...]
) -> Found | None:
    """The official number: as the margin prints it, else composed of dossier and number."""
    for passage in margin + head:
        printed = _NUMBER.fullmatch(text, passage.start, passage.end)
        if printed:
            return printed[0], passage.start, passage.end
    for passage in head if dossiers else ():
        number = _NR.fullmatch(text, passage.start, passage.end)
        if number:
            return f"kst-{dossiers[0][0]}-{number[1]}", passage.start, passage.end
        compact = _COMPACT.fullmatch(text, passage.start, passage.end)
        if compact:
            return f"kst-{compact[1]}-{compact[2]}", passage.start, passage.end
    for passage in margin:
        running = _RUNNING.match(text, passage.start, passage.end)
        if running:
            addition = f"-{running[4]}" if running[4] else ""
            id_ = f"kst-{running[2]}{running[3]}{addition}-{running[5]}"
            return id_, passage.start, passage.end
    return None


def _session(text: str, passages: list[Passage], number: Found | None) -> Found | None:
    for passage in passages:
        found = _SESSION.search(text, passage.start, passage.end)
        if found and (session := normalise(found[1])):
            return session, found.start(), found.end()
    coded = _CODED.match(number[0]) if number else None
    return (f"{coded[1]}-{coded[2]}", number[1], number[2]) if coded and number else None
