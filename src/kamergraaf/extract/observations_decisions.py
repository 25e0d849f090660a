"""How often was decided, about whom; which factors were weighed; who raised bottlenecks."""

from __future__ import annotations

import re

from kamergraaf.extract import concerns, dates
from kamergraaf.extract.analysis import ActorMention, Analysis, Sentence
from kamergraaf.extract.numerals import WORDS
from kamergraaf.extract.observation_nodes import (
    Stretch,
    before,
    behind,
    concerns_in,
    conjuncts,
    observe,
    proof,
)
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import trimmed
from kamergraaf.model import Evidence, NoteMark, Ref

_TIMES = re.compile(r"\b(\w+)\s+(?:keer|maal)\b|\b(een|één|twee|drie|vier|vijf|zes)maal\b")
_DECIDED = re.compile(r"\bbesl(?:oten|oot|uit|issing)\w*")
_CASES = re.compile(
    r"\b(?:ging|gaat)\s+(?:het\s+|dit\s+)?(?:\w+\s+)?om\s+|\b(?:betrof|betreft|betroffen)\s+"
    r"(?:het\s+|dit\s+)?(?:hier\s+)?"
)
_POINTS = re.compile(r"\b(?:gevallen|keren|besluiten|besluit|keer|dit|het)\b")
_THERETO = re.compile(r"\b(?:[Hh]ier|[Dd]aar)\w*\b")
_ACTING = frozenset({"cabinet", "ministry", "agency", "municipality", "court", "parliament"})
_ROLE = re.compile(
    r"\b(?:waarbij|waarin)\s+((?:(?!waarbij|waarin).)+?)\s+(?:een\s+)?(?:\w+e?\s+)?(?:rol|gewicht)"
    r"\s+(?:spe\w+|had\w*|hebben|kregen|krijgen)\b"
)
_PLAYED = re.compile(
    r"\b(?:daarbij|hierbij)\s+spe\w+\s+(?:ook\s+)?(.+?)\s+(?:een\s+)?(?:\w+e?\s+)?rol\b"
)
_SUCH = re.compile(
    r"\b(?:factoren|omstandigheden|belangen|aspecten|overwegingen|feiten|risico['’]s|zaken)\b"
    r"[^.;]*?,?\s+(?:zoals|waaronder|te weten)\s+(.+?),?\s+"
    r"(?:(?:is|zijn|wordt|worden|werd|werden)\s+)?(?:mee|af)?gewogen\b"
)
_WEIGHS = re.compile(
    r"\b(?:weegt|wegen|woog|wogen)\s+(?:(?:het\s+kabinet|ik|wij|daarbij|hierbij|ook|steeds)\s+)*"
    r"(.+?)\s+(?:mee|af)(?=[\s.,;]|$)"
)
_WEIGHED = re.compile(r"(?:mee|af)?gewogen\b|\bafweging")
_TIMES_ANCHORS = ("keer", "maal")
_WEIGHING = ("weeg", "wegen", "woog", "wogen")
_FACTOR_ANCHORS = (*_WEIGHING[:3], "gewogen", "rol")
_HURDLES = ("knelpunt", "belemmering", "obstakel", "pijnpunt", "struikelblok")
_ANCHORS = Anchors((*_TIMES_ANCHORS, *_FACTOR_ANCHORS, *_HURDLES))
_HURDLE = re.compile(r"\b(?:knelpunt(?:en)?|belemmeringen|obstakels|pijnpunten|struikelblokken)\b")
_RAISED = re.compile(
    r"\bonder\s+de\s+aandacht\s+(?:\w+\s+)?(?:ge)?bracht\w*|\b(?:in|aan)gebracht\w*"
    r"|\b(?:ingebrachte?|aangedragen|aangekaarte?|gesignaleerde?|gemelde?|genoemde?|benoemde?"
    r"|geconstateerde?|naar\s+voren\s+gebracht\w*|aangegeven|opgehaalde?)\b"
)


def write(at: Reading) -> None:
    """Decisions that were counted, the factors weighed in them, and bottlenecks."""
    analysis, low = at.analysis, at.low
    decision: Ref | None = None
    for sentence in at.saying(_ANCHORS):
        part = low[sentence.start : sentence.end]
        if any(anchor in part for anchor in _TIMES_ANCHORS):
            decision = _decision(analysis, sentence, part) or decision
        if any(anchor in part for anchor in _FACTOR_ANCHORS):
            _factors(analysis, sentence, part, decision)
        if any(noun in part for noun in _HURDLES):
            _bottleneck(analysis, sentence, part)


def _decision(analysis: Analysis, sentence: Sentence, part: str) -> Ref | None:
    if not _DECIDED.search(part):
        return None
    times = next((m for m in _TIMES.finditer(part) if _number(m)), None)
    if times is None:
        return None
    number = _number(times)
    stretch = trimmed(analysis.flow.text, sentence.start, sentence.end)
    node = observe(analysis, "Decision", stretch, "decisions.times")
    evidence = analysis.evidence(*stretch)
    sheet = analysis.sheet
    sheet.fact(node, "kamer:times", number, evidence, "decisions.times")
    for date in analysis.dates:
        if sentence.start <= date.start < sentence.end:
            ref = dates.ref(analysis, date)
            sheet.fact(node, "kamer:period", ref, evidence, "decisions.period")
            break
    for actor in _actors(analysis, sentence.start, sentence.end)[:1]:
        sheet.fact(node, "kamer:responsible", actor.ref, evidence, "decisions.responsible")
    _about(analysis, node, sentence, evidence)
    _documented(analysis, node, sentence)
    return node


def _number(match: re.Match[str]) -> int:
    word = match.group(1) or match.group(2)
    if word.isdigit():
        return int(word)
    return WORDS.get(word, 0) if word != "een" or match.group(2) else 0


def _about(analysis: Analysis, node: Ref, sentence: Sentence, evidence: Evidence) -> None:
    """Whom or what was decided on: in the sentence, behind it ("in beide gevallen ging het om"),
    or the measure before it ("hiertoe")."""
    sheet, text = analysis.sheet, analysis.flow.text
    for concern in concerns_in(analysis, sentence.start, sentence.end):
        sheet.fact(node, "kamer:about", concern.ref, evidence, "decisions.about")
    other = behind(analysis, sentence)
    if other is not None:
        cases = _CASES.search(text, other.start, other.end)
        if cases is not None and _POINTS.search(text[other.start : cases.end()].lower()):
            start, end = trimmed(text, cases.end(), other.end)
            ref = concerns.resolve(analysis, start, end, "group")
            where = proof(analysis, (sentence.start, sentence.end), (other.start, other.end))
            sheet.fact(node, "kamer:about", ref, where, "decisions.cases")
    if _THERETO.search(text, sentence.start, sentence.end):
        earlier = before(analysis, sentence)
        measures = [m for m in analysis.measures if earlier and m.sentence == earlier.index]
        for measure in measures[-1:]:
            where = proof(analysis, (measure.start, measure.end), (sentence.start, sentence.end))
            sheet.fact(node, "kamer:about", measure.ref, where, "decisions.measure")


def _documented(analysis: Analysis, node: Ref, sentence: Sentence) -> None:
    """The papers in the footnote whose mark stands in the sentence or the one behind it."""
    other = behind(analysis, sentence)
    end = other.end if other is not None else sentence.end
    for mark in analysis.flow.marks:
        if sentence.start < mark.at <= end + 1 and mark.passage is not None:
            _cite(analysis, node, mark, mark.passage)


def _cite(analysis: Analysis, node: Ref, mark: NoteMark, passage: int) -> None:
    note = analysis.flow.passages[passage]
    for reference in analysis.references:
        if note.start <= reference.start < note.end:
            spans = (mark.span, *analysis.evidence(reference.start, reference.end).spans)
            for id_ in reference.ids:
                analysis.sheet.fact(
                    node,
                    "kamer:documentedIn",
                    Ref(f"paper:{id_}"),
                    Evidence(tuple(sorted(spans))),
                    "decisions.footnote",
                )


def _actors(analysis: Analysis, start: int, end: int) -> list[ActorMention]:
    return [a for a in analysis.actors if start <= a.start < end and a.code in _ACTING]


def _factors(analysis: Analysis, sentence: Sentence, part: str, decision: Ref | None) -> None:
    weighs = (_SUCH, _WEIGHS) if any(verb in part for verb in _WEIGHING) else ()
    lists = [m for p in weighs if (m := p.search(part)) is not None][:1]
    role = _ROLE.search(part) if "waar" in part else None
    if role is None and ("daarbij" in part or "hierbij" in part):
        role = _PLAYED.search(part)
    if role is not None and (_WEIGHED.search(part) or (decision is not None and not lists)):
        lists.append(role)
    for match in lists:
        start, end = sentence.start + match.start(1), sentence.start + match.end(1)
        for stretch in conjuncts(analysis.flow.text, start, end):
            node = observe(analysis, "Factor", stretch, "factors.weighed")
            if decision is not None:
                evidence = proof(
                    analysis,
                    stretch,
                    (sentence.start + match.start(), sentence.start + match.end()),
                )
                analysis.sheet.fact(node, "kamer:weighedIn", decision, evidence, "factors.decision")


def _bottleneck(analysis: Analysis, sentence: Sentence, part: str) -> None:
    noun = _HURDLE.search(part)
    raised = _RAISED.search(part)
    if noun is None or raised is None:
        return
    actors = _raisers(analysis, sentence, noun, raised)
    if not actors:
        return
    at = sentence.start
    start = at + min(noun.start(), raised.start())
    end = at + max(noun.end(), raised.end())
    start = min(start, *(a.start for a in actors)) if _passive(part, noun, raised) else start
    stretch: Stretch = trimmed(analysis.flow.text, start, max(end, *(a.end for a in actors)))
    node = observe(analysis, "Bottleneck", stretch, "bottlenecks.raised")
    for actor in actors:
        analysis.sheet.fact(
            node, "kamer:raisedBy", actor.ref, analysis.evidence(*stretch), "bottlenecks.by"
        )


def _passive(part: str, noun: re.Match[str], raised: re.Match[str]) -> bool:
    return raised.start() < noun.start() and "door " in part[: raised.start()]


def _raisers(
    analysis: Analysis, sentence: Sentence, noun: re.Match[str], raised: re.Match[str]
) -> list[ActorMention]:
    """The actors between noun and verb ("knelpunten die X heeft ingebracht"), else behind "door",
    else before the noun ("X heeft knelpunten ingebracht")."""
    at = sentence.start
    low, high = sorted((noun.start(), raised.start()))
    between = [a for a in analysis.actors if at + low <= a.start < at + high]
    if between:
        return between
    every = [a for a in analysis.actors if at <= a.start < sentence.end]
    by = [a for a in every if analysis.flow.text[max(0, a.start - 12) : a.start].count("door ")]
    return by or [a for a in every if a.start < at + low][:1]
