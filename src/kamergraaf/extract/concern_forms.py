"""Concerns that a text names in its own words: compounds, harm with its object, groups with a mark.

Every grammar here starts at an anchor found by plain search and reads the words around it. None
holds a concern of the thesaurus: those come in as mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.wording import (
    clause,
    noun_phrase_end,
    noun_phrase_start,
    sentence_at,
    trimmed,
    without_article,
)
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
_SURGE = re.compile(r"\b(?:toeloop|toestroom|instroom|uitstroom)\b(?!\s+van\b)")
_CARRIER = re.compile(
    r"\b(?:livestreams?|live-?streams|beelden|video['’]s|filmpjes|opnamen|verheerlijking"
    r"|rechtvaardiging|voorbereiding|aankondigingen|oproepen tot)\s+(?:van\s+)?(?:de\s+|een\s+)?$",
    re.IGNORECASE,
)
_MODIFIED = re.compile(r"(?<!\w)([a-z][\w-]+)\s+((?:\w{2,}ge|ge|ver|be|ont)\w{2,}[dt]e)\s+$", re.I)
_RELATIVE = re.compile(
    r"\b([a-z]\w+(?:en|s))\s+die\s+((?:[\w-]+\s+){1,7}?(?:verheerlijken|aanzetten|oproepen|bedreigen"
    r"|beramen|ronselen|rekruteren|werven|radicaliseren|ondermijnen|ontwrichten|saboteren"
    r"|intimideren|verspreiden))\b",
    re.IGNORECASE,
)
_STORY = re.compile(r"\s+(?:[a-zé-]+e\s+)?narratie(?:f|ven)\b")
_HOLDS = ("aantrekkingskracht", "vatbaarheid", "ontvankelijkheid", "aanwas")
_APPEAL = re.compile(rf"\b(?:{'|'.join(_HOLDS)})\s+(?:op|onder|voor|van)\s+")
_THREATENING = re.compile(r"(?<!be)dreiging|extremis|terroris|jihad|radicali|beweging\b|narratief")
_VIOLENT = re.compile(r"geweld|haat|terror|extremis|aansla|jihad|propaganda|desinformatie|aanzett")
_EMANATES = re.compile(
    r"\b(?:personen|individuen|eenlingen|groepen|groeperingen|mensen|actoren)\s+"
    r"(?:waar(?:van)?|van wie|bij wie)\s+(?:\w+\s+){0,3}?(?:dreiging|gevaar)\s+(?:van\s+)?"
    r"uit\s?gaat"
    r"|\b(?:personen|individuen|eenlingen|groepen|groeperingen|mensen|actoren)\s+die\s+(?:\w+\s+)"
    r"{0,3}?(?:dreiging|gevaar)\s+vormen",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b[Vv]an\s+((?:[a-zé][\w-]*\s+){1,5}?)(?:kan|kunnen|gaat|ging|zou|blijft)\b")
_THREAT_GOES = re.compile(r"\b(?:dreiging|gevaar|risico)\b(?:\s+\w+){0,3}?\s+uit(?:gaan|gaat)?\b")
_POSES = re.compile(
    r"\b(?:vormt|vormen|vormde|vormden|zijn|is)\s+(?:\w+\s+){0,4}?(?:dreiging|bedreiging|gevaar)"
    r"\s+voor\s+(?:\w+\s+){0,2}?(?:nationale veiligheid|democratische|rechtsorde|rechtsstaat)"
)
_STATES = re.compile(
    r"\b(?<!lid)(?:[Ss]taten|[Mm]ogendheden|(?:vreemde|buitenlandse|andere|vijandige|autoritaire)"
    r"\s+(?:landen|overheden|regimes))\s+(?=((?:[\w-]+\s+){0,8}?(?:nestel\w*|spioner\w*|saboter\w*"
    r"|infiltr\w*|hack\w*|dringen|binnendring\w*|aanvallen|vallen|stelen|beïnvloeden|manipuleren"
    r"|ondermijn\w*|intimider\w*|bespied\w*|ontwricht\w*|misbruik\w*))\b)"
)
_STATE_SURFACES = ("statelijke actoren", "statelijke dreiging", "statelijke actor")


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


def find(analysis: Analysis, low: str, mentions: list[Mention]) -> Iterator[Form]:
    """Every concern that the text names in its own words; stretches may overlap."""
    yield from _compounds(low)
    yield from _harm(analysis, low)
    yield from _relatives(analysis, low, mentions)
    yield from _appeal(analysis, low)
    yield from _sources(analysis, low)
    yield from _states(analysis, low)
    for mention in mentions:
        yield from _around(analysis, low, mention)
    if "toeloop" in low or "stroom" in low:
        yield from _surges(analysis, low, mentions)


def _places(low: str, word: str) -> Iterator[int]:
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + len(word))


def _compounds(low: str) -> Iterator[Form]:
    for head, code in _HEADS.items():
        for at in _places(low, head):
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
            yield Form(start, end, code, "concerns.compound")


def _harm(analysis: Analysis, low: str) -> Iterator[Form]:
    text = analysis.flow.text
    for noun in _HARM:
        for at in _places(low, noun + " van "):
            if at and low[at - 1].isalnum():
                continue
            sentence = sentence_at(analysis, at)
            if sentence is None:
                continue
            behind = at + len(noun) + 5
            end = noun_phrase_end(text, behind, sentence.end)
            scope = _VITAL if noun == "uitval" else _POLITY
            if end > behind and scope.search(low, behind, end):
                yield Form(at, end, "threat", "concerns.harm")


def _appeal(analysis: Analysis, low: str) -> Iterator[Form]:
    """The hold that a threat gets on people ("aantrekkingskracht op jongeren")."""
    if not any(noun in low for noun in _HOLDS):
        return
    for match in _APPEAL.finditer(low):
        sentence = sentence_at(analysis, match.start())
        if sentence is None:
            continue
        end = noun_phrase_end(analysis.flow.text, match.end(), sentence.end)
        if end > match.end() and _THREATENING.search(low, sentence.start, sentence.end):
            yield Form(match.start(), end, "threat", "concerns.appeal")


def _relatives(analysis: Analysis, low: str, mentions: list[Mention]) -> Iterator[Form]:
    if " die " in low:
        for match in _RELATIVE.finditer(low):
            if _VIOLENT.search(match.group(2)):
                inside = [
                    m.term.id
                    for m in mentions
                    if match.start(2) <= m.start
                    and m.end <= match.end()
                    and m.term.kind == "ThreatCategory"
                ]
                term = inside[0] if inside else ""
                yield Form(match.start(), match.end(), "threat", "concerns.relative", term)
    if "uit gaat" in low or "uitgaat" in low or " vormen" in low:
        for match in _EMANATES.finditer(low):
            end = match.end()
            place = re.compile(r"\s+in\s+(?=(?:de|het)\s)").match(low, end)
            if place is not None:
                sentence = sentence_at(analysis, end)
                limit = sentence.end if sentence else end
                end = noun_phrase_end(analysis.flow.text, place.end(), limit)
            yield Form(match.start(), end, "threat", "concerns.emanates")


def _sources(analysis: Analysis, low: str) -> Iterator[Form]:
    """Groups of which the text says that a threat comes from them."""
    text = analysis.flow.text
    if "dreiging" not in low and "gevaar" not in low:
        return
    for match in _FROM.finditer(text):
        sentence = sentence_at(analysis, match.start())
        if sentence is None or not _THREAT_GOES.search(low, match.end(), sentence.end):
            continue
        start, end = trimmed(text, *match.span(1))
        start = without_article(text, start, end)
        if end > start:
            yield Form(start, end, "group", "concerns.source")
    for match in _POSES.finditer(low):
        sentence = sentence_at(analysis, match.start())
        if sentence is None:
            continue
        left, _ = clause(text, sentence.start, sentence.end, match.start())
        start = without_article(text, left, match.start())
        start, end = trimmed(text, start, match.start())
        words = text[start:end]
        if words and words[1:] == words[1:].lower() and words.endswith(("en", "s")):
            yield Form(start, end, "group", "concerns.source")


def _states(analysis: Analysis, low: str) -> Iterator[Form]:
    if "staten" not in low and "mogendheden" not in low and "landen " not in low:
        return
    named = surfaces(analysis.lexicon)
    term = next((named[s] for s in _STATE_SURFACES if s in named), "")
    for match in _STATES.finditer(analysis.flow.text):
        before = low[max(0, match.start() - 11) : match.start()]
        if before.rstrip().endswith(("verenigde", "lid", "baltische", "noordelijke")):
            continue
        start, end = trimmed(low, *match.span())
        yield Form(start, end, "threat", "concerns.states", term)


def _around(analysis: Analysis, low: str, mention: Mention) -> Iterator[Form]:
    """Longer names that hold a mention of the thesaurus."""
    text = analysis.flow.text
    start, end = mention.start, mention.end
    sentence = sentence_at(analysis, start)
    if sentence is None:
        return
    code = "group" if mention.term.kind == "TargetGroup" else "threat"
    window = low[max(sentence.start, start - 60) : start]
    if code == "group":
        without = _WITHOUT.match(low, end, sentence.end)
        if without is not None:
            tail = noun_phrase_end(text, without.end(), sentence.end)
            yield Form(start, tail, code, "concerns.without")
        stream = _STREAM.search(window)
        if stream is not None:
            first = start - len(window) + stream.start()
            yield Form(first, end, code, "concerns.stream")
        return
    story = _STORY.match(low, end, sentence.end)
    if story is not None:
        yield Form(start, story.end(), code, "concerns.narrative")
    carrier = _CARRIER.search(window)
    modified = None if carrier else _MODIFIED.search(window)
    if carrier is not None:
        yield Form(start - len(window) + carrier.start(), end, code, "concerns.carrier")
    elif modified is not None and modified.group(1) not in _FUNCTION:
        yield Form(start - len(window) + modified.start(), end, code, "concerns.modified")


_FUNCTION_WORDS = (
    "de het een deze die dit dat door van in op met voor bij aan uit naar over en of als om onder "
    "tegen tot hun zijn haar onze steeds al nog reeds eerder recent zoals ook is wordt werd "
    "verschillende"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


def _surges(analysis: Analysis, low: str, mentions: list[Mention]) -> Iterator[Form]:
    """ "Een toeloop" in a sentence that has named the group before."""
    groups = [m for m in mentions if m.term.kind == "TargetGroup"]
    for match in _SURGE.finditer(low):
        sentence = sentence_at(analysis, match.start())
        if sentence is None:
            continue
        if any(sentence.start <= g.start < match.start() for g in groups):
            start = noun_phrase_start(analysis.flow.text, match.start(), sentence.start)
            start = without_article(analysis.flow.text, start, match.end())
            yield Form(start, match.end(), "group", "concerns.surge")
