"""Why, what it means, which part something plays, what is needed; narratives and movements."""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Analysis, Sentence
from kamergraaf.extract.concern_forms import places
from kamergraaf.extract.observation_nodes import (
    areas_in,
    assessments_in,
    before,
    behind,
    concerns_in,
    conjuncts,
    observe,
    proof,
)
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import (
    PROSE,
    head_before,
    noun_phrase_end,
    noun_phrase_start,
    trimmed,
    without_article,
)
from kamergraaf.model import Ref

_CAUSE = re.compile(
    r"\b(?:komt|kwam|komen|kwamen)\s+(?:\w+\s+){0,3}?door(?:dat)?\b"
    r"|\b(?:veroorzaakt|verklaard|ingegeven|aangewakkerd|gevoed|gedreven|versterkt)\s+door\b"
    r"|\b(?:als|het)\s+(?:rechtstreekse?\s+|directe?\s+)?gevolg\s+van\b"
    r"|\bte\s+wijten\s+aan\b|\bvloeit\s+voort\s+uit\b|\bvloeien\s+voort\s+uit\b|\bdoordat\b"
    r"|\bte\s+verklaren\s+(?:door|uit)\b|\bdoor\s+toedoen\s+van\b"
)
_CAUSE_ANCHORS = Anchors((
    "komt ", "kwam", "komen door", "komen vooral", "veroorzaakt", "verklaard", "ingegeven",
    "wakkerd", "gevoed", "gedreven", "versterkt", "gevolg van", "wijten aan", "voort uit",
    "doordat", "te verklaren", "toedoen",
))  # fmt: skip
_MEANING_ANCHORS = Anchors(("betekent", "houdt", "hield", "impliceert", "wil zeggen"))
_NEED_ANCHORS = Anchors((
    "verg", "vereis", "noop", "vraagt", "vragen", "nodig", "noodzakelijk", "geboden", "ontbeerlijk",
))  # fmt: skip
_LIST_END = re.compile(r";|:|\.\s|,\s+(?:maar|terwijl|waardoor|zodat|dan)\b")
_AND_THAT = re.compile(r"[,\s]*\b(?:en|dat)\s+(?:dat\s+)?")
_BACK = re.compile(r"(?:dit|dat|deze|die|hier\w*|daar\w*)\b", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:resulte\w+|leidde|leidt|leiden|geleid|uitgemond)\b[^.]*?\b(?:dit|dat|deze)\b"
    r"|\b(?:dit|dat|deze)\b[^.]*?\b(?:resulte\w+|leidde|leidt|leiden|geleid|uitgemond)\b"
)
_MEANING = re.compile(
    r"\b(?:betekent|betekende|houdt|hield|impliceert|wil\s+zeggen)\s*,?\s*(?:daarmee\s+|in\s*,?\s*)?"
    r"dat\s+|\bdat\s+(?:betekent|wil\s+zeggen)\s*:\s*"
)
_ROLE = re.compile(
    r"\bals\s+(?:(?:een|de|belangrijke?|krachtige?)\s+)*(?:katalysator|aanjager|voedingsbodem"
    r"|versneller|motor|broedplaats|kweekvijver|vliegwiel|brandstof|drijfveer|drijvende\s+kracht"
    r"|podium|broeinest|spreekbuis|springplank|doorgeefluik|wapen)\s+(?:van|voor|achter|bij)\s+",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(?:vergt|vergen|vereist|vereisen|noopt\s+tot|vraagt(?:\s+om)?|vragen\s+om)\s+"
)
_NEEDED = re.compile(r"\b(?:nodig|noodzakelijk|geboden|vereist|onontbeerlijk)\b")
_EFFORT = re.compile(
    r"\b(?:inzet|aandacht|aanpak|maatregelen|samenwerking|capaciteit|aanscherping\w*|investering\w*"
    r"|inspanning\w*|waakzaamheid|alertheid|weerbaarheid|middelen|bevoegdheden|regie|dat)\b"
)


def write(at: Reading) -> None:
    """Causes, meanings, roles, needs, narratives and movements."""
    for anchors, read in (
        (_CAUSE_ANCHORS, _causes),
        (_MEANING_ANCHORS, _meaning),
        (_NEED_ANCHORS, _need),
    ):
        for sentence in at.saying(anchors):
            read(at, sentence)
    _roles(at)
    _narratives(at)
    _movements(at)


def _causes(at: Reading, sentence: Sentence) -> None:
    analysis, low = at.analysis, at.low
    match = _CAUSE.search(low, sentence.start, sentence.end)
    if match is None:
        return
    effects = _effects(analysis, sentence, match.start())
    if not effects:
        return
    text = analysis.flow.text
    end = _list_end(text, match.end(), sentence.end)
    led = _led_to(analysis, sentence, low)
    for stretch in conjuncts(text, match.end(), end):
        node = observe(analysis, "Cause", stretch, "causes.conjunct")
        evidence = proof(analysis, (sentence.start, match.end()), stretch)
        for ref in effects:
            analysis.sheet.fact(node, "kamer:causeOf", ref, evidence, "causes.of")
        for ref, where in led:
            analysis.sheet.fact(
                node, "kamer:causeOf", ref, proof(analysis, stretch, where), "causes.led-to"
            )
        for concern in concerns_in(analysis, *stretch):
            analysis.sheet.fact(
                node, "kamer:about", concern.ref, analysis.evidence(*stretch), "causes.about"
            )


def _list_end(text: str, start: int, end: int) -> int:
    """Where the list of causes ends: at the stop, or where a new main clause begins."""
    stop = _LIST_END.search(text, start, end)
    return stop.start() if stop else end


def _effects(analysis: Analysis, sentence: Sentence, at: int) -> list[Ref]:
    """What is caused: the concern or level before the words of cause, or in the sentence before."""
    threats = {f.object for f in analysis.sheet.facts if f.predicate == "kamer:namesThreat"}
    named = [m for m in concerns_in(analysis, sentence.start, at) if m.ref in threats]
    levels = [Ref(t.id) for t in assessments_in(analysis, sentence)]
    if named or levels:
        return list(dict.fromkeys([*levels, *(m.ref for m in named[-1:])]))
    opening = analysis.flow.text[sentence.start : at]
    other = before(analysis, sentence)
    if other is None or not _BACK.match(opening):
        return []
    found = [Ref(t.id) for t in assessments_in(analysis, other)]
    found += [m.ref for m in concerns_in(analysis, other.start, other.end) if m.ref in threats]
    return list(dict.fromkeys(found))


def _led_to(analysis: Analysis, sentence: Sentence, low: str) -> list[tuple[Ref, tuple[int, int]]]:
    """The level to which "dit" led, in the next sentence."""
    other = behind(analysis, sentence)
    if other is None or not _RESULT.search(low, other.start, other.end):
        return []
    where = (other.start, other.end)
    return [(Ref(t.id), where) for t in assessments_in(analysis, other)]


def _meaning(at: Reading, sentence: Sentence) -> None:
    analysis = at.analysis
    match = _MEANING.search(at.low, sentence.start, sentence.end)
    if match is None:
        return
    found = assessments_in(analysis, sentence)
    other = before(analysis, sentence)
    if not found and other is not None:
        found = assessments_in(analysis, other)
    if not found:
        return
    start = match.end()
    while start < sentence.end:
        stretch = at.rest(sentence, start)
        if stretch[0] >= stretch[1]:
            break
        node = observe(analysis, "Meaning", stretch, "meanings.conjunct")
        evidence = proof(analysis, (sentence.start, match.end()), stretch)
        analysis.sheet.fact(node, "kamer:about", Ref(found[-1].id), evidence, "meanings.of-level")
        start = _after_and(at.text, stretch[1], sentence.end)


def _after_and(text: str, end: int, limit: int) -> int:
    joint = _AND_THAT.match(text, end, limit)
    return joint.end() if joint else limit


def _roles(at: Reading) -> None:
    analysis, text = at.analysis, at.text
    for place in places(at.low, " als "):
        match = _ROLE.match(at.low, place + 1)
        sentence = at.sentence(place)
        if sentence is None or match is None:
            continue
        left = at.clause(sentence, place).start
        end = noun_phrase_end(text, match.end(), sentence.end)
        stretch = trimmed(text, left, end)
        node = observe(analysis, "Role", stretch, "roles.as")
        evidence = analysis.evidence(*stretch)
        abouts = [m.ref for m in concerns_in(analysis, *stretch)]
        abouts += [ref for ref, _ in areas_in(analysis, *stretch)]
        for ref in dict.fromkeys(abouts):
            analysis.sheet.fact(node, "kamer:about", ref, evidence, "roles.about")


def _need(at: Reading, sentence: Sentence) -> None:
    analysis, low = at.analysis, at.low
    match = _NEED.search(low, sentence.start, sentence.end)
    if match is not None:
        start, end = at.rest(sentence, match.end())
    else:
        needed = _NEEDED.search(low, sentence.start, sentence.end)
        if needed is None:
            return
        found = at.clause(sentence, needed.start())
        start, end = found.start, found.end
    if not _EFFORT.search(low, start, end):
        return
    abouts = _need_about(analysis, sentence, start, end)
    if not abouts:
        return
    stretch = trimmed(at.text, start, end)
    node = observe(analysis, "Need", stretch, "needs.requires")
    for ref, where in abouts:
        analysis.sheet.fact(
            node, "kamer:about", ref, proof(analysis, stretch, where), "needs.about"
        )


def _need_about(
    analysis: Analysis, sentence: Sentence, start: int, end: int
) -> list[tuple[Ref, tuple[int, int]]]:
    """What needs it: named in the sentence, or what "dit" points back at."""
    found = [(m.ref, (m.start, m.end)) for m in concerns_in(analysis, sentence.start, sentence.end)]
    found += areas_in(analysis, start, end)
    if found:
        return found
    opening = analysis.flow.text[sentence.start : start]
    other = before(analysis, sentence)
    if other is not None and _BACK.match(opening):
        found += [(m.ref, (m.start, m.end)) for m in concerns_in(analysis, other.start, other.end)]
    return list({ref: (ref, where) for ref, where in reversed(found)}.values())[::-1]


def _narratives(at: Reading) -> None:
    analysis, text, low = at.analysis, at.text, at.low
    for place in places(low, "narratie"):
        start = end = place
        while start and (low[start - 1].isalnum() or low[start - 1] == "-"):
            start -= 1
        while end < len(low) and (low[end].isalnum() or low[end] == "-"):
            end += 1
        sentence = at.sentence(place)
        if sentence is None or sentence.passage.kind not in PROSE:
            continue
        named = [m for m in analysis.concerns if m.start < end and start < m.end]
        if not named:
            continue
        first = noun_phrase_start(text, start, sentence.start)
        stretch = (without_article(text, min(first, named[0].start), end), max(end, named[0].end))
        node = observe(analysis, "Narrative", stretch, "narratives.named")
        where = (head_before(text, stretch[0], sentence.start), stretch[1])
        analysis.sheet.fact(
            node, "kamer:about", named[0].ref, analysis.evidence(*where), "narratives.about"
        )


def _movements(at: Reading) -> None:
    analysis = at.analysis
    for mention in analysis.concerns:
        word = at.low[mention.start : mention.end]
        if mention.code != "group" or "beweging" not in word:
            continue
        stretch = (mention.start, mention.end)
        node = observe(analysis, "Movement", stretch, "movements.named")
        analysis.sheet.fact(
            node, "kamer:about", mention.ref, analysis.evidence(*stretch), "movements.about"
        )
