"""Concerns that a text names in its own words: compounds, harm with its object, longer names.

Every grammar here starts at an anchor found by plain search and reads the words around it. None
holds a concern of the thesaurus: those come in as mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kamergraaf.extract.reading import Reading
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import noun_phrase_end
from kamergraaf.model import Lexicon, Mention


@dataclass(frozen=True, slots=True)
class Form:
    """A concern as written at ``[start, end)``; ``code`` is ``threat`` or ``group``.

    ``term`` is the thesaurus entry where the words mean one and are no form of it.
    """

    start: int
    end: int
    code: str
    rule: str
    term: str = ""


KINDS = frozenset({"ThreatCategory", "TargetGroup"})
"""Classes of the thesaurus terms that are concerns."""

_HEADS = {
    "narratief": "threat",
    "narratieven": "threat",
    "dreiging": "threat",
    "dreigingen": "threat",
    "extremisme": "threat",
    "terrorisme": "threat",
    "beweging": "group",
}
_NO_GROUP = re.compile(
    r"(?:vak|arbeiders|vredes|milieu|vrouwen|jeugd|boeren|burger|lichaams|kapitaal|grond|aard"
    r"|tegen|prijs|loon|lucht|vlieg|vliegtuig|schaal|ruggen|samen|om|ont|oecumenische)-?beweging$"
)
_HARM = (
    "ondermijning",
    "ontwrichting",
    "aantasting",
    "verstoring",
    "verstoringen",
    "uitval",
    "verheerlijking",
    "destabilisering",
    "normalisering",
)
_VITAL = re.compile(
    r"\b(?:vitale?|diensten|dienstverlening|systemen|stroom|elektriciteit\w*|energie\w*|netwerk\w*"
    r"|voorziening\w*|infrastructu\w*|processen|communicatie\w*|telecom\w*|internet|ict\S*)\b"
)
_POLITY = re.compile(
    r"\b(?:democratie|democratische?|rechtsorde|rechtsstaat|rechtstaat|samenleving|openbare orde"
    r"|gezag|veiligheid|staatsveiligheid|instituties|stabiliteit|staat|overheid|bestuur|verkiezing"
    r"\w*|vertrouwen|maatschappij|maatschappelijke|vitale?|infrastructuur|economie|geweld\w*"
    r"|terroris\w*|extremis\w*|gedachtegoed|haat|\w*extremis\w*)\b"
)
_WITHOUT = re.compile(r"\s+zonder\s+(?=[a-zé])")
_STREAM = re.compile(
    r"\b(?:vrijlating|vrijkomen|toeloop|toestroom|instroom|uitstroom|ontsnapping)(?:\s+uit\s+(?:de\s+)?\w+)?\s+van\s+(?:de\s+|deze\s+)?(?:\w+e\s+)?$"
)
_CARRIER = re.compile(
    r"\b(?:livestreams?|live-?streams|beelden|video['’]s|filmpjes|opnamen|verheerlijking"
    r"|rechtvaardiging|voorbereiding|aankondigingen|oproepen tot)\s+(?:van\s+)?(?:de\s+|een\s+)?$",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"(?<!\w)(?<!e )([a-z][\w-]+)\s+((?:\w{2,}ge|ge|ver|be|ont)\w{2,}[dt]e)\s+$", re.I
)
_HOLDS = ("aantrekkingskracht", "vatbaarheid", "ontvankelijkheid", "aanwas")
_APPEAL = re.compile(rf"\b(?:{'|'.join(_HOLDS)})\s+(?:op|onder|voor|van)\s+")
_THREATENING = re.compile(r"(?<!be)dreiging|extremis|terroris|jihad|radicali|beweging\b|narratief")
_STORY = re.compile(r"\s+(?:[a-zé-]+e\s+)?narratie(?:f|ven)\b")
_HEAD_ANCHORS = Anchors(_HEADS)
_HARM_ANCHORS = Anchors(f"{noun} van " for noun in _HARM)
_HOLD_ANCHORS = Anchors(_HOLDS)
_FUNCTION_WORDS = (
    "de het een deze die dit dat door van in op met voor bij aan uit naar over en of als om onder "
    "tegen tot hun zijn haar onze steeds al nog reeds eerder recent zoals ook is wordt werd "
    "verschillende"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


_SURFACES: dict[int, tuple[Lexicon, dict[str, str]]] = {}


def surfaces(lexicon: Lexicon) -> dict[str, str]:
    """The ids of the lexicon's concerns by label and surface form in lower case."""
    kept = _SURFACES.get(id(lexicon))
    if kept is None or kept[0] is not lexicon:
        _SURFACES.clear()
        found = {
            form.lower(): term.id
            for term in lexicon.terms.values()
            if term.kind in KINDS
            for form in (*term.surfaces, term.label)
        }
        kept = _SURFACES[id(lexicon)] = (lexicon, found)
    return kept[1]


def find(reading: Reading, mentions: list[Mention]) -> Iterator[Form]:
    """Compounds, harm, appeal, and longer names around a mention; stretches may overlap."""
    yield from _compounds(reading.low)
    yield from _harm(reading)
    yield from _appeal(reading)
    for mention in mentions:
        yield from _around(reading, mention)


def places(low: str, word: str) -> Iterator[int]:
    """Where a word stands in the text, whatever stands around it."""
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + len(word))


def _compounds(low: str) -> Iterator[Form]:
    for head, at in _HEAD_ANCHORS.places(low):
        end = at + len(head)
        if end < len(low) and (low[end].isalnum() or low[end] == "-"):
            continue
        start = at
        while start and (low[start - 1].isalnum() or low[start - 1] == "-"):
            start -= 1
        while low[start] == "-":
            start += 1
        word = low[start:end]
        if (
            at - start < 3
            or word.startswith(("bedreiging", "afdreiging"))
            or _NO_GROUP.search(word)
        ):
            continue
        yield Form(start, end, _HEADS[head], "concerns.compound")


def _harm(reading: Reading) -> Iterator[Form]:
    low = reading.low
    for word, at in _HARM_ANCHORS.places(low):
        sentence = reading.sentence(at)
        if sentence is None or (at and low[at - 1].isalnum()):
            continue
        behind = at + len(word)
        end = noun_phrase_end(reading.text, behind, sentence.end)
        scope = _VITAL if word == "uitval van " else _POLITY
        if end > behind and scope.search(low, behind, end):
            yield Form(at, end, "threat", "concerns.harm")


def _appeal(reading: Reading) -> Iterator[Form]:
    """The hold that a threat gets on people ("aantrekkingskracht op jongeren")."""
    for _, at in _HOLD_ANCHORS.places(reading.low):
        sentence = reading.sentence(at)
        match = _APPEAL.match(reading.low, at)
        if sentence is None or match is None:
            continue
        end = noun_phrase_end(reading.text, match.end(), sentence.end)
        if end > match.end() and _THREATENING.search(reading.low, sentence.start, sentence.end):
            yield Form(at, end, "threat", "concerns.appeal")


def _around(reading: Reading, mention: Mention) -> Iterator[Form]:
    """Longer names that hold a mention of the thesaurus."""
    sentence = reading.sentence(mention.start)
    if sentence is None:
        return
    window = reading.low[max(sentence.start, mention.start - 60) : mention.start]
    if mention.term.kind == "TargetGroup":
        yield from _around_group(reading, mention, window, sentence.end)
    else:
        yield from _around_threat(reading, mention, window, sentence.end)


def _around_group(reading: Reading, mention: Mention, window: str, limit: int) -> Iterator[Form]:
    start, end = mention.start, mention.end
    without = _WITHOUT.match(reading.low, end, limit)
    if without is not None:
        tail = noun_phrase_end(reading.text, without.end(), limit)
        yield Form(start, tail, "group", "concerns.without")
    stream = _STREAM.search(window) if " van " in window else None
    if stream is not None:
        yield Form(start - len(window) + stream.start(), end, "group", "concerns.stream")


def _around_threat(reading: Reading, mention: Mention, window: str, limit: int) -> Iterator[Form]:
    start, end = mention.start, mention.end
    story = _STORY.match(reading.low, end, limit)
    if story is not None:
        yield Form(start, story.end(), "threat", "concerns.narrative")
    carrier = _CARRIER.search(window) if " van " in window or " tot " in window else None
    if carrier is not None:
        yield Form(start - len(window) + carrier.start(), end, "threat", "concerns.carrier")
    elif window.endswith(("de ", "te ")):
        modified = _MODIFIED.search(window)
        if modified is not None and modified.group(1) not in _FUNCTION:
            yield Form(start - len(window) + modified.start(), end, "threat", "concerns.modified")
