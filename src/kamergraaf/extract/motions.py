"""Motions that a document speaks of: movers, number, what is asked, and what became of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kamergraaf.extract import motion_document, motion_status, persons
from kamergraaf.extract.analysis import (
    ActorMention,
    Analysis,
    MotionMention,
    Reference,
    Sentence,
)
from kamergraaf.extract.folding import fold
from kamergraaf.iris import BASE, slug
from kamergraaf.model import BlockKind, Evidence, NoteMark, Ref, Thing


@dataclass(frozen=True, slots=True)
class Spoken:
    """A motion spoken of at ``[start, end)``: its movers in order, its number or ''."""

    start: int
    end: int
    movers: tuple[Ref, ...]
    names: tuple[str, ...]
    number: str = ""


@dataclass(slots=True)
class Group:
    """All places that speak of one motion."""

    number: str
    spoken: list[Spoken] = field(default_factory=list)


def write(analysis: Analysis, places: list[tuple[int, int]]) -> list[MotionMention]:
    """State the motions whose word "motie" stands at ``places``, and return their mentions."""
    if analysis.header.kind == "motion":
        return motion_document.write(analysis, places)
    found: list[MotionMention] = []
    for group in _grouped(_spoken(analysis, places)):
        ref = _state(analysis, group)
        found += [MotionMention(one.start, one.end, ref) for one in group.spoken]
    return sorted(found, key=lambda mention: mention.start)


# --- where motions are spoken of ---------------------------------------------------------

_REFERENCE_GAP = 400
_BRACKETED = re.compile(r"[^.;]{0,12}\($")


_BACK = re.compile(r"(?<!\w)(?:deze|die|genoemde|voornoemde)\s$", re.I)


def _spoken(analysis: Analysis, places: list[tuple[int, int]]) -> list[Spoken]:
    text = analysis.flow.text
    members = {a.start: a for a in analysis.actors if a.code == "member"}
    found: list[Spoken] = []
    for index, (start, end) in enumerate(places):
        row = persons.movers(text, end)
        movers = [members[p.start] for p in row.persons if p.start in members]
        following = places[index + 1][0] if index + 1 < len(places) else len(text)
        stop = row.end if movers else end
        number = _number(analysis, start, stop, following)
        if _points_back(text, start, found, number) and not movers:
            known = found[-1].number or number
            found.append(replace(found[-1], start=start, end=end, number=known))
        elif movers or (number and text[end : end + 2] == " ("):
            refs = tuple(dict.fromkeys(m.ref for m in movers))
            names = tuple(dict.fromkeys(m.name for m in movers))
            found.append(Spoken(start, stop, refs, names, number))
            if movers and text[start:end].lower().endswith("s"):
                found += _more(analysis, members, stop)
    return found


_AND_OF = re.compile(r"(?:,| en|, en) (?=van (?:het lid|de leden) )")


def _more(analysis: Analysis, members: dict[int, ActorMention], at: int) -> list[Spoken]:
    """ "de moties van de leden A en B over X en van het lid C over Y": the motion of C."""
    sentence = _sentence_at(analysis, at - 1)
    if sentence is None:
        return []
    text = analysis.flow.text
    found: list[Spoken] = []
    joints = [m.end() - 1 for m in _AND_OF.finditer(text, at, sentence.end)]
    for n, joint in enumerate(joints):
        row = persons.movers(text, joint)
        movers = [members[p.start] for p in row.persons if p.start in members]
        if movers:
            limit = joints[n + 1] if n + 1 < len(joints) else sentence.end
            number = _number(analysis, joint, row.end, limit)
            refs, names = tuple(m.ref for m in movers), tuple(m.name for m in movers)
            found.append(Spoken(joint + 1, row.end, refs, names, number))
    return found


def _points_back(text: str, start: int, found: list[Spoken], number: str) -> bool:
    """ "Deze motie" behind a motion, with a number only where that one has none."""
    if not found or (number and found[-1].number not in ("", number)):
        return False
    return _BACK.search(text, max(0, start - 14), start) is not None


def _number(analysis: Analysis, start: int, end: int, following: int) -> str:
    """The paper's number: cited behind the motion in its sentence, in its note, or before it."""
    sentence = _sentence_at(analysis, start)
    limit = min(sentence.end if sentence else end + _REFERENCE_GAP, following)
    for reference in _between(analysis.references, end, limit):
        if reference.kind == "ParliamentaryPaper" and reference.ids[0].startswith("kst-"):
            return reference.ids[0]
    for mark in analysis.flow.marks:
        if end <= mark.at <= limit + 1 and (number := _noted(analysis, mark)):
            return number
    for reference in _between(analysis.references, start - 60, start):
        if _BRACKETED.fullmatch(analysis.flow.text[reference.end : start]):
            return reference.ids[0]
    return ""


def _sentence_at(analysis: Analysis, at: int) -> Sentence | None:
    """The sentence that holds an offset."""
    index = bisect_right(analysis.sentences, at, key=lambda s: s.start) - 1
    found = analysis.sentences[index] if index >= 0 else None
    return found if found is not None and at < found.end else None


def _between(references: Iterable[Reference], start: int, end: int) -> list[Reference]:
    return [r for r in references if start <= r.start < end]


def _noted(analysis: Analysis, mark: NoteMark) -> str:
    """The first paper that the footnote of a mark cites."""
    if mark.passage is None:
        return ""
    note = analysis.flow.passages[mark.passage]
    for reference in _between(analysis.references, note.start, note.end):
        if reference.ids[0].startswith("kst-"):
            return reference.ids[0]
    return ""


def _grouped(spoken: list[Spoken]) -> list[Group]:
    """One group for each motion: by number, else by movers."""
    groups: list[Group] = []
    for one in spoken:
        key = _key(one)
        for group in groups:
            same = key and any(_key(other) == key for other in group.spoken)
            if (one.number and one.number == group.number) or (
                same and (not one.number or not group.number)
            ):
                group.number = group.number or one.number
                group.spoken.append(one)
                break
        else:
            groups.append(Group(one.number, [one]))
    return groups


def _key(one: Spoken) -> tuple[str, ...]:
    return tuple(sorted(fold(name) for name in one.names))


# --- what is said of them ----------------------------------------------------------------

RULE = "motion-named"
_LIMIT = 60


def _state(analysis: Analysis, group: Group) -> Ref:
    first = next((one for one in group.spoken if one.movers), group.spoken[0])
    evidence = analysis.evidence(first.start, first.end)
    names = " en ".join(first.names)
    label = f"motie {names}" if names else analysis.flow.text[first.start : first.end]
    if group.number:
        id_ = f"paper:{group.number}"
        analysis.sheet.things[id_] = Thing(id_, "Motion", label, evidence, RULE)
        ref = Ref(id_)
        analysis.sheet.fact(ref, "dcterms:identifier", group.number, evidence, RULE)
    else:
        id_ = analysis.sheet.free_id(f"motion/{slug(names or 'x')}")
        ref = analysis.sheet.thing(id_, "Motion", label, evidence, RULE)
    for mover in first.movers:
        analysis.sheet.fact(ref, "kamer:movedBy", mover, evidence, RULE)
    _state_status(analysis, ref, group)
    for one in group.spoken:
        asked = _asked(analysis, one)
        if asked is not None:
            written = " ".join(analysis.flow.text[asked[0] : asked[1]].split())
            proof = analysis.evidence(*asked)
            analysis.sheet.fact(ref, "kamer:asks", written, proof, "motion-asks")
            break
    return ref


def _state_status(analysis: Analysis, ref: Ref, group: Group) -> None:
    """The status that the first telling sentence gives; "mentioned" where none tells."""
    for one in group.spoken:
        told = _told(analysis, one)
        if told is not None:
            status, evidence = told
            break
    else:
        first = group.spoken[0]
        status, evidence = "mentioned", analysis.evidence(first.start, first.end)
    value = Ref(f"{BASE}motion-status/{status}")
    analysis.sheet.fact(ref, "kamer:motionStatus", value, evidence, f"motion-{status}")


_OTHER = re.compile(r"\bmoties?(?:-| (?:van )?(?:(?:het|de) )?(?:lid |leden )?)[A-Z]")
_ANAPHOR = re.compile(
    r"\s*(?:hiermee|daarmee|hieraan|daaraan|deze|die|dit|dat|een dergelijk\w*|zo'n|de motie"
    r"|zo[’']n|een dergelijke?|dergelijke|zulke|dat verzoek|dit verzoek|aan dit verzoek"
    r"|aan deze"
    r"|aan die|het kabinet|ik|wij)\b",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:(?:die|dat|waarin|waarmee|waarbij)\s+(?:de\s+Kamer\s+)?(?:de\s+regering"
    r"|het\s+kabinet|mij|ons"
    r"|ik|u)?\s*(?:\w+\s+)?(?:wordt\s+)?(?:verzoekt|vraagt|oproept|verzocht|gevraagd|opgeroepen)"
    r"|\b(?:verzoekt|vraagt|beoogt|roept|verzocht|gevraagd|oproept|vroeg))\b\s*(?:wordt\s+)?"
    r"(?:(?:de\s+regering|het\s+kabinet|mij|ons)\s+)?(?:op\s+)?(?:om\s+)?"
)
_ABOUT = re.compile(r"\s*(?:c\.s\.\s*)?(?:\([^)]*\)\s*)?(?:over|inzake|om)\s+")


_ANTECEDENT = re.compile(r"\s*([^,;]{3,120}), waartoe (?:de |deze )?")


def _told(analysis: Analysis, one: Spoken) -> tuple[str, Evidence] | None:
    """The status told by the sentence of a motion, or by the one behind it that points back."""
    sentence = _sentence_at(analysis, one.start)
    if sentence is None:
        return None
    if sentence.passage.kind is BlockKind.QUESTION:
        return _answered(analysis, one, sentence)
    text = analysis.flow.text
    status = motion_status.told(_outside_request(analysis, one, sentence).lower())
    evidence = analysis.evidence(sentence.start, sentence.end)
    if status:
        return status, evidence
    following = _following(analysis, sentence)
    if following is not None:
        after = text[following.start : following.end]
        status = motion_status.told(after.lower()) if _ANAPHOR.match(after) else ""
        if status and not _OTHER.search(after):
            more = analysis.evidence(following.start, following.end)
            phrase = analysis.evidence(one.start, one.end)
            return status, evidence._replace(spans=(*phrase.spans, *more.spans))
    return None


_WANTED = re.compile(
    r"\b(?:verzocht|gevraagd|bepleit|bedoeld|voorgesteld|uitvoer\w*|uit te voeren|conform"
    r"|uitgevoerd"
    r"|uitvoering)\b"
)
_NO = re.compile(r"\s*Nee\b")


def _answered(analysis: Analysis, one: Spoken, asked: Sentence) -> tuple[str, Evidence] | None:
    """What the answer says of a motion whose execution the question asks about."""
    text = analysis.flow.text
    if not _WANTED.search(text, asked.start, asked.end):
        return None
    following = [s for s in analysis.sentences[asked.index + 1 :] if s.passage.kind in _ANSWER]
    for sentence in following[:2]:
        written = text[sentence.start : sentence.end]
        status = motion_status.told(written.lower())
        if _NO.match(written) or status:
            proof = analysis.evidence(one.start, one.end).spans
            more = analysis.evidence(sentence.start, sentence.end)
            return status or "notCarriedOut", more._replace(spans=(*proof, *more.spans))
    return None


_ANSWER = frozenset({BlockKind.PARAGRAPH})


def _outside_request(analysis: Analysis, one: Spoken, sentence: Sentence) -> str:
    """The sentence without what the motion asks for."""
    text = analysis.flow.text
    asked = _asked(analysis, one)
    if asked is None:
        return text[sentence.start : sentence.end]
    return text[sentence.start : asked[0]] + " ; " + text[asked[1] : sentence.end]


def _following(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    index = sentence.index + 1
    after = analysis.sentences[index] if index < len(analysis.sentences) else None
    return after if after is not None and after.passage == sentence.passage else None


_CLAUSE = re.compile(r" \(|, die |, waar|, en |; ")
_CLAUSE_OR_VERB = re.compile(
    _CLAUSE.pattern + r"| (?:wordt|worden|is|komt|heeft|heb|zal|geeft|geef|wil|kan|acht|beschouw) "
)


def _asked(analysis: Analysis, one: Spoken) -> tuple[int, int] | None:
    """The stretch that says what a motion asks, up to the end of its clause."""
    sentence = _sentence_at(analysis, one.start)
    if sentence is None:
        return None
    text = analysis.flow.text
    before = _ANTECEDENT.fullmatch(text, sentence.start, one.start)
    if before is not None:
        return before.span(1)
    verb = _ASKS.search(text, one.end, sentence.end)
    about = _ABOUT.match(text, one.end, sentence.end)
    start = about.end() if about else verb.end() if verb and verb.start() < one.end + 90 else -1
    if start < 0 or start >= sentence.end:
        return None
    stop = (_CLAUSE_OR_VERB if about else _CLAUSE).search(text, start + 3, sentence.end)
    end = stop.start() if stop else sentence.end
    while end > start and text[end - 1] in " .,;:?":
        end -= 1
    return (start, end) if end - start > 3 else None
