"""Concerns that a sentence describes: who does harm, from whom a threat comes.

Every grammar starts at an anchor found by plain search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamergraaf.extract.concern_forms import Form, places, surfaces
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import (
    noun_phrase_end,
    noun_phrase_start,
    trimmed,
    without_article,
)
from kamergraaf.model import Mention

_RELATIVE = re.compile(
    r" die ((?:[\w-]+\s+){1,7}?(?:verheerlijken|aanzetten|oproepen|bedreigen|beramen|ronselen"
    r"|rekruteren|werven|radicaliseren|ondermijnen|ontwrichten|saboteren|intimideren"
    r"|verspreiden))\b"
)
_VIOLENT = re.compile(r"geweld|haat|terror|extremis|aansla|jihad|propaganda|desinformatie|aanzett")
_WHO = Anchors(
    ("personen", "individuen", "eenlingen", "groepen", "groeperingen", "mensen", "actoren")
)
_EMANATES = re.compile(
    r"\s+(?:(?:waar(?:van)?|van wie|bij wie)\s+(?:\w+\s+){0,3}?(?:dreiging|gevaar)\s+(?:van\s+)?"
    r"uit\s?gaat|die\s+(?:\w+\s+){0,3}?(?:dreiging|gevaar)\s+vormen)\b"
)
_PLACE = re.compile(r"\s+in\s+(?=(?:de|het)\s)")
_FROM = re.compile(r"\b[Vv]an\s+((?:[a-zé][\w-]*\s+){1,5}?)(?:kan|kunnen|gaat|ging|zou|blijft)\b")
_THREAT_GOES = re.compile(r"\b(?:dreiging|gevaar|risico)\b(?:\s+\w+){0,3}?\s+uit(?:gaan|gaat)?\b")
_DANGERS = Anchors(("dreiging", "gevaar", "risico"))
_POSES = re.compile(
    r"\b(?:vormt|vormen|vormde|vormden|zijn|is)\s+(?:\w+\s+){0,4}?(?:dreiging|bedreiging|gevaar)"
    r"\s+voor\s+(?:\w+\s+){0,2}?(?:nationale veiligheid|democratische|rechtsorde|rechtsstaat)"
)
_STATES = re.compile(
    r"(?:staten|mogendheden|landen|overheden|regimes)\s+(?=(?:[\w-]+\s+){0,8}?(?:nestel\w*"
    r"|spioner\w*|saboter\w*|infiltr\w*|hack\w*|dringen|binnendring\w*|aanvallen|vallen|stelen"
    r"|beïnvloeden|manipuleren|ondermijn\w*|intimider\w*|bespied\w*|ontwricht\w*|misbruik\w*)\b)"
)
_POWERS = ("staten", "mogendheden")
_REGIMES = ("landen", "overheden", "regimes")
_HARMFUL = Anchors((*_POWERS, *_REGIMES))
_HOSTILE = re.compile(r"\b(?:vreemde|buitenlandse|andere|vijandige|autoritaire)\s+$")
_FRIENDLY = ("verenigde", "baltische", "noordelijke", "europese", "aangesloten")
_STATE_SURFACES = ("statelijke actoren", "statelijke dreiging", "statelijke actor")
_SURGE = re.compile(r"\b(?:toeloop|toestroom|instroom|uitstroom)\b(?!\s+van\b)")


def find(reading: Reading, mentions: list[Mention]) -> Iterator[Form]:
    """Concerns told by a verb; stretches may overlap."""
    yield from _relatives(reading, mentions)
    yield from _emanates(reading)
    if "dreiging" in reading.low or "gevaar" in reading.low:
        yield from _sources(reading)
    yield from _states(reading)
    if "toeloop" in reading.low or "stroom" in reading.low:
        yield from _surges(reading, mentions)


def _relatives(reading: Reading, mentions: list[Mention]) -> Iterator[Form]:
    """ "Netwerken die geweld verheerlijken": the thesaurus term where the verb phrase names one."""
    low = reading.low
    for at in places(low, " die "):
        match = _RELATIVE.match(low, at)
        if match is None or not _VIOLENT.search(match.group(1)):
            continue
        start = at
        while start and low[start - 1].isalpha():
            start -= 1
        if not low[start:at].endswith(("en", "s")):
            continue
        inside = [
            m.term.id
            for m in mentions
            if match.start(1) <= m.start and m.end <= match.end()
            if m.term.kind == "ThreatCategory"
        ]
        term = inside[0] if inside else ""
        yield Form(start, match.end(), "threat", "concerns.relative", term)


def _emanates(reading: Reading) -> Iterator[Form]:
    """ "Personen waar een dreiging van uitgaat", with the place where they are looked for."""
    low = reading.low
    if not any(verb in low for verb in ("uit gaat", "uitgaat", " vormen")):
        return
    for noun, at in _WHO.places(low):
        match = _EMANATES.match(low, at + len(noun))
        sentence = reading.sentence(at)
        if match is None or sentence is None or (at and low[at - 1].isalnum()):
            continue
        end = match.end()
        place = _PLACE.match(low, end, sentence.end)
        if place is not None:
            end = noun_phrase_end(reading.text, place.end(), sentence.end)
        yield Form(at, end, "threat", "concerns.emanates")


def _sources(reading: Reading) -> Iterator[Form]:
    """Groups of which the text says that a threat comes from them."""
    text, low = reading.text, reading.low
    for sentence in reading.saying(_DANGERS):
        goes = _THREAT_GOES.search(low, sentence.start, sentence.end)
        if goes is not None:
            match = _FROM.search(text, sentence.start, goes.start())
            start, end = trimmed(text, *match.span(1)) if match else (0, 0)
            start = without_article(text, start, end)
            if end > start:
                yield Form(start, end, "group", "concerns.source")
        poses = _POSES.search(low, sentence.start, sentence.end)
        if poses is None:
            continue
        left = reading.clause(sentence, poses.start()).start
        start, end = trimmed(text, without_article(text, left, poses.start()), poses.start())
        words = text[start:end]
        plain = words[1:] == words[1:].lower() and noun_phrase_end(text, start, end) == end
        if words and plain and words.endswith(("en", "s")):
            yield Form(start, end, "group", "concerns.source")


def _states(reading: Reading) -> Iterator[Form]:
    """States that harm ("staten dringen onze netwerken binnen")."""
    low = reading.low
    term = ""
    for noun, at in _HARMFUL.places(low):
        match = _STATES.match(low, at)
        if match is None or (at and low[at - 1].isalnum()):
            continue
        before = low[max(0, at - 16) : at]
        hostile = _HOSTILE.search(before)
        if before.rstrip().endswith(_FRIENDLY) or (noun in _REGIMES and hostile is None):
            continue
        named = surfaces(reading.analysis.lexicon)
        term = term or next((named[s] for s in _STATE_SURFACES if s in named), "")
        start = at - len(before) + hostile.start() if hostile else at
        yield Form(*trimmed(low, start, match.end()), "threat", "concerns.states", term)


def _surges(reading: Reading, mentions: list[Mention]) -> Iterator[Form]:
    """ "Een toeloop" in a sentence that has named the group before."""
    groups = [m for m in mentions if m.term.kind == "TargetGroup"]
    if not groups:
        return
    for match in _SURGE.finditer(reading.low):
        sentence = reading.sentence(match.start())
        if sentence is None:
            continue
        if any(sentence.start <= g.start < match.start() for g in groups):
            start = noun_phrase_start(reading.text, match.start(), sentence.start)
            start = without_article(reading.text, start, match.end())
            yield Form(start, match.end(), "group", "concerns.surge")
