"""Toezeggingen: promises that the text names as such, and promises to inform the Kamer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.extract.analysis import Analysis, DateMention, MotionMention, Sentence
from kamergraaf.iris import BASE
from kamergraaf.model import BlockKind, Evidence, Ref

_PROSE = frozenset({BlockKind.PARAGRAPH})


@dataclass(slots=True)
class Promise:
    """A commitment: the stretches that prove it, its status and the rule that read it."""

    spans: list[tuple[int, int]]
    status: str
    rule: str
    papers: frozenset[str] = frozenset()


def write(analysis: Analysis, places: list[tuple[int, int]]) -> list[MotionMention]:
    """State the commitments; ``places`` are where words of promising or informing stand."""
    if analysis.header.kind == "motion":
        return []
    promises: list[Promise] = []
    at = 0
    for sentence in analysis.sentences:
        while at < len(places) and places[at][0] < sentence.start:
            at += 1
        if sentence.passage.kind not in _PROSE:
            continue
        if at < len(places) and places[at][0] < sentence.end:
            _read(analysis, sentence, promises)
    return [_state(analysis, number, one) for number, one in enumerate(promises, 1)]


def _read(analysis: Analysis, sentence: Sentence, promises: list[Promise]) -> None:
    """Add the promise of a sentence, or what it says of the one before it."""
    text = analysis.flow.text
    lower = text[sentence.start : sentence.end].lower()
    word = _WORD.search(lower)
    if word is not None and not _TITLE.match(text, sentence.start):
        span = _stretch(text, sentence, word.start())
        papers = _papers(analysis, sentence)
        known = next((p for p in promises if p.papers & papers), None)
        if known is None and promises and _BACK.search(lower):
            known = promises[-1]
        if known is not None:
            known.status = _status(lower) or known.status
            known.spans.append(span)
        else:
            status = _status(lower) or _default(lower)
            promises.append(Promise([span], status, "commitment-named", papers))
    elif _informs(lower) and (
        _FUTURE.search(lower) or _dated(analysis, sentence.start, sentence.end)
    ):
        span = _stretch(text, sentence, 0)
        promises.append(Promise([span], "made", "promise-to-inform"))
    elif _returns(lower, analysis, sentence) and not _just_promised(text, promises, sentence):
        span = _stretch(text, sentence, max(0, lower.rfind(" kom")))
        promises.append(Promise([span], "made", "promise-to-return"))


def _returns(lower: str, analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence says that the sender will come back to something, and when or how."""
    if not _COMES_BACK.search(lower) or _NOW.search(lower):
        return False
    return bool(_FUTURE.search(lower) or _dated(analysis, sentence.start, sentence.end))


def _just_promised(text: str, promises: list[Promise], sentence: Sentence) -> bool:
    """Whether the sentence before it made the promise to which this one returns."""
    if not promises:
        return False
    between = text[promises[-1].spans[-1][1] : sentence.start]
    return between.count(".") + between.count(";") <= _SENTENCES and "\n" not in between.strip()


def _papers(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The papers that a sentence cites: two that cite one paper speak of one promise."""
    inside = (r for r in analysis.references if sentence.start <= r.start < sentence.end)
    return frozenset(id_ for reference in inside for id_ in reference.ids)


_TITLE = re.compile(r"(?:Moties en )?[Tt]oezegging(?:en)? [A-Z]")
"""A heading that a text has run into its first sentence."""


# --- promises named as such --------------------------------------------------------------

_WORD = re.compile(
    r"\b(?:toezegging(?:en)?|toegezegd\b|zeg(?:gen)?\b[^.;]{0,60}\btoe\b|zegde\b[^.;]{0,60}\btoe\b)"
)
_BACK = re.compile(
    r"\b(?:deze|die|bovengenoemde|voornoemde|genoemde)\s+toezegging(?:en)?\b"
    r"|^\s*(?:hiermee|daarmee|met deze brief)\b[^.;]{0,60}\btoezegging"
)
_KEPT = re.compile(
    r"\b(?:nagekomen|ingelost|gestand|voldo(?:e|et|en|ening)|voldaan|afgedaan|afgehandeld"
    r"|hierbij|bijgaand"
    r"|bijgevoegd|met deze brief|in deze brief|middels deze brief|kom(?:t"
    r"|en)? [^.;]{0,30}\bna\b|na te komen"
    r"|uitvoering (?:ge)?geven|ge(?:ef|eft|ven) [^.;]{0,20}(?:uitvoering|invulling|gevolg))\b"
)
_LATE = re.compile(
    r"\b(?:vertraging|volgt|volgen|zal|zullen|later|nog niet|in voorbereiding|wordt|worden"
    r"|vanaf|uiterlijk"
    r"|stuur|zend|informeer|bericht|ontvangt)\b"
)
_MAKES = re.compile(r"\bzeg(?:gen|t)?\b[^.;]{0,60}\btoe\b|\bheb(?:ben)?\b[^.;]{0,90}\btoegezegd\b")


_ACTS = frozenset({"gestand", "nagekomen", "ingelost", "afgedaan", "afgehandeld"})


def _status(lower: str) -> str:
    """What the sentence says became of the promise, '' where it says nothing."""
    late = _LATE.search(lower)
    kept = _KEPT.search(lower)
    if kept and not (late and kept[0] in _ACTS):
        return "fulfilled"
    return "inProgress" if late else ""


def _default(lower: str) -> str:
    return "made" if _MAKES.search(lower) else "mentioned"


# --- promises to inform ------------------------------------------------------------------

_TO = re.compile(
    r"\b(?:uw kamer|de kamer|tweede kamer|eerste kamer|het parlement|de kamers"
    r"|staten-generaal)\b|\bu\b"
)
_WHO = re.compile(r"\b(?:ik|wij|we|het kabinet|zal|zullen|ontvangt|wordt|worden)\b")
_COMES_BACK = re.compile(
    r"\bkom(?:en)? (?:ik |wij )?[^.;]{0,20}\b(?:hier|daar|hierop|daarop|hierover|daarover)\b"
    r"[^.;]{0,80}\bterug\b"
    r"|\b(?:hier|daar|hierop|daarop)\b kom(?:en)? (?:ik|wij)\b[^.;]{0,80}\bterug\b"
)
_SENTENCES = 2
_TERM = r"(?:jaar|maanden?|we?eken?|periode|zomer|najaar|voorjaar|winter|herfst|kwartaal)"
_FUTURE = re.compile(
    r"\b(?:zal|zullen|uiterlijk|binnenkort|spoedig|op korte termijn|zodra|na afloop"
    r"|te zijner tijd|voor (?:de|het) (?:zomer|kerst|einde?|begin)\w*"
    rf"|(?:dit|deze|komende?|volgende?|na de|tegen de) {_TERM}"
    r"|volgende (?:rapportage|voortgangs\w+|brief)|wanneer|nadat|na ommekomst|na ontvangst"
    r"|in een (?:\w+e )?brief|bij brief|per brief|tijdig|nog dit|jaarlijks|halfjaarlijks|periodiek"
    r"|ieder jaar|elk jaar|(?:per|ieder|elk) kwartaal|in het \w+ kwartaal)\b"
)
_NOW = re.compile(
    r"\b(?:hierbij|bijgaand|bijgevoegd|hiermee|heden|met deze brief|middels deze brief"
    r"|in deze brief|door middel van deze brief|hieronder|vertrouw|als volgt"
    r"|de(?:el|len) (?:ik|wij)\b.{0,30}\bmede?e?)\b"
)
_PAST = re.compile(
    r"\b(?:is|zijn|heb|heeft|hebben|ben|was|waren|werd|werden|had)\b[^.;]*"
    r"\b(?:geïnformeerd|gestuurd|gezonden|verzonden|gedeeld|toegezonden|gemeld|bericht"
    r"|aangeboden|gegaan)\b"
    r"|\b(?:informeerde|berichtte|stuurde|zond|meldde)\b"
)
_VERBS = re.compile(
    r"\b(?:ik|wij|we|het kabinet)\b[^.;]{0,60}?\b(?:informeer|informeren|bericht|berichten"
    r"|meld|melden|stuur"
    r"|sturen|zend|zenden|rapporteer|rapporteren|kom|komen|leg|leggen|breng|brengen|bied"
    r"|bieden|deel|delen"
    r"|doe|doen|ga|gaan)\b"
    r"|\b(?:informeer|informeren|informeert|bericht|berichten|meld|melden|stuur|sturen|stuurt"
    r"|zend|zenden"
    r"|zendt|rapporteer|rapporteren|rapporteert|kom|komen|leg|leggen|breng|brengen|bied|bieden"
    r"|deel|delen|doe)"
    r" (?:ik|wij|we|het kabinet)\b"
    r"|\b(?:zal|zullen)\b[^.;]*\b(?:informeren|berichten|melden|sturen|zenden|rapporteren"
    r"|delen|gedeeld|"
    r"geïnformeerd|gestuurd|gezonden|verzonden|aangeboden|aanbieden|toezenden|toekomen"
    r"|terugkomen|voorleggen"
    r"|voorgelegd|toegezonden)\b"
    r"|\b(?:wordt|worden)\b[^.;]*\b(?:geïnformeerd|gestuurd|gezonden|gedeeld|aangeboden"
    r"|toegezonden|voorgelegd)\b"
    r"|\bontvangt (?:u|uw kamer|de kamer)\b|\b(?:u|uw kamer) ontvangt\b"
)


def _informs(lower: str) -> bool:
    """Whether a sentence says that the Kamer will hear of something, not that it hears or heard."""
    if not _TO.search(lower) or _NOW.search(lower):
        return False
    return bool(_VERBS.search(lower)) and not _PAST.search(lower)


_DUE = re.compile(
    r"\b(?:uiterlijk|voor|vóór|in|eind|einde|begin|medio|per|tegen|rond|vanaf|na|tot)\s"
    r"(?:de\s|het\s|in\s|op\s|begin\s|loop\s|van\s|eind\s)*$",
    re.I,
)


def _dated(analysis: Analysis, start: int, end: int) -> DateMention | None:
    """A date in a stretch that lies behind the document's own, or by its preposition ahead."""
    today, text = analysis.header.date, analysis.flow.text
    for date in analysis.dates:
        if not start <= date.start < end or (today and date.latest <= today):
            continue
        if date.start == start or _DUE.search(text, max(start, date.start - 30), date.start):
            return date
    return None


# --- writing -----------------------------------------------------------------------------

_LONG, _SHORT = 160, 20


_CUT = re.compile(r"[,;]\s|\s\(|\s[–-]\s")


def _stretch(text: str, sentence: Sentence, at: int) -> tuple[int, int]:
    """The sentence; where it is long, the part around the word at ``at``, between two pauses."""
    start, end = sentence.start, sentence.end
    if end - start <= _LONG:
        return start, end
    word = start + at
    if word - start > _LONG // 2:
        comma = text.rfind(", ", start, word)
        start = comma + 2 if comma >= 0 else start
    pauses = [m.start() for m in _CUT.finditer(text, word + _SHORT, end)]
    if pauses:
        near = [at for at in pauses if at <= max(start, word) + _LONG]
        end = near[-1] if near else pauses[0]
    if text.count("(", start, end) > text.count(")", start, end):
        end = text.rfind("(", start, end)
    return start, end


def _state(analysis: Analysis, number: int, one: Promise) -> MotionMention:
    spans = [span for part in one.spans for span in analysis.evidence(*part).spans]
    evidence = Evidence(tuple(dict.fromkeys(spans)))
    start, end = one.spans[0]
    label = " ".join(analysis.flow.text[start:end].split()).rstrip(" .")
    ref = analysis.sheet.thing(f"commitment/{number}", "Commitment", label, evidence, one.rule)
    status = Ref(f"{BASE}commitment-status/{one.status}")
    analysis.sheet.fact(ref, "kamer:commitmentStatus", status, evidence, one.rule)
    _state_date(analysis, ref, one)
    _state_receiver(analysis, ref, one)
    return MotionMention(start, end, ref)


def _state_date(analysis: Analysis, ref: Ref, one: Promise) -> None:
    """The day by which: a date ahead, behind "uiterlijk", "in", "voor" and the like."""
    if one.status == "fulfilled":
        return
    for start, end in one.spans:
        date = _dated(analysis, start, end)
        id_ = f"date/{date.edtf.replace('/', '--')}" if date else ""
        if date is not None and id_ in analysis.sheet.things:
            proof = analysis.evidence(date.start, date.end)
            analysis.sheet.fact(ref, "kamer:dueDate", Ref(id_), proof, "commitment-due")
            return


def _state_receiver(analysis: Analysis, ref: Ref, one: Promise) -> None:
    """To whom: a member behind "aan het lid", else the House that the stretch names."""
    inside = [
        actor
        for start, end in one.spans
        for actor in analysis.actors
        if start <= actor.start < end and actor.code in {"member", "parliament"}
    ]
    inside.sort(key=lambda actor: actor.code != "member")
    if inside:
        proof = analysis.evidence(inside[0].start, inside[0].end)
        analysis.sheet.fact(ref, "kamer:madeTo", inside[0].ref, proof, "commitment-receiver")
