"""A motion that is the document itself: who moved it and what it asks."""

from __future__ import annotations

import re
from bisect import bisect_left

from kamergraaf.extract import persons
from kamergraaf.extract.analysis import DOCUMENT, Analysis, MotionMention
from kamergraaf.iris import BASE
from kamergraaf.model import BlockKind, Evidence, Passage, Ref

_REQUEST = re.compile(
    r"\b(?:verzoekt|roept|spreekt|draagt|nodigt)\b.*?(?=,?\s+en gaat over tot de orde|\Z)", re.S
)


def write(analysis: Analysis, places: list[tuple[int, int]]) -> list[MotionMention]:
    """The document's own movers, request and status."""
    text = analysis.flow.text
    title = next((place for place in places if persons.movers(text, place[1]).persons), None)
    if title is None:
        return []
    row = persons.movers(text, title[1])
    evidence = analysis.evidence(title[0], row.end)
    rule = "motion-document"
    for actor, proof in _movers_of_own(analysis, title[0], row.end, evidence).items():
        analysis.sheet.fact(DOCUMENT, "kamer:movedBy", actor, proof, rule)
    status = Ref(f"{BASE}motion-status/mentioned")
    analysis.sheet.fact(DOCUMENT, "kamer:motionStatus", status, evidence, rule)
    for passage in _requests(analysis):
        match = _REQUEST.search(text, passage.start, passage.end)
        if match is not None:
            written = " ".join(match[0].split()).rstrip(" ,;.")
            proof = analysis.evidence(match.start(), match.end())
            analysis.sheet.fact(DOCUMENT, "kamer:asks", written, proof, "motion-asks")
    return [MotionMention(title[0], row.end, DOCUMENT)]


def _movers_of_own(
    analysis: Analysis, start: int, end: int, title: Evidence
) -> dict[Ref, Evidence]:
    """Those in the title, then those who signed, each with what names them."""
    members = [a for a in analysis.actors if a.code == "member"]
    found = {a.ref: title for a in members if start <= a.start < end}
    for actor in members:
        if _kind(analysis, actor.start) is BlockKind.SIGNATURE:
            found.setdefault(actor.ref, analysis.evidence(actor.start, actor.end))
    return found


def _kind(analysis: Analysis, at: int) -> BlockKind | None:
    passages = analysis.flow.passages
    index = bisect_left(passages, at + 1, key=lambda p: p.start) - 1
    return passages[index].kind if index >= 0 else None


def _requests(analysis: Analysis) -> list[Passage]:
    kinds = (BlockKind.REQUEST, BlockKind.PARAGRAPH)
    return [p for p in analysis.flow.passages if p.kind in kinds]
