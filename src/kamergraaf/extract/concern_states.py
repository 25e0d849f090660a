"""Threats told without a name for them: states that do harm, and what a sentence warns of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamergraaf.extract.analysis import Sentence
from kamergraaf.extract.concern_forms import Form, places, surfaces
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.wording import noun_phrase_end, without_article
from kamergraaf.model import Mention

RULE = "concerns.state"
"""The rule of a state named as the doer of harm: its name is a concern there, and an actor's."""

_STATE_SURFACES = ("statelijke actoren", "statelijke dreiging", "statelijke actor")
_KINDS = frozenset({"ForeignState", "Country"})
_HARMS = re.compile(
    r"\s+(?:(?!(?:door|tegen|waarschuw\w*|onderzoek\w*|bestrijd\w*)\b)[\w’'-]+\s+){0,9}?"
    r"(?:intimide\w+|bespion\w+|spion\w+|sabote\w+|infiltr\w+|manipul\w+|hackt|hacken|hackte"
    r"|steelt|stelen|stal|beïnvloed\w*|ondermijn\w*|bedreig\w*|ontwricht\w*|misbruikt|rekruteert"
    r"|vergaart|dringt|drongen|drong|valt\s+(?:[\w-]+\s+){1,4}?aan|zet\s+(?:[\w-]+\s+){1,5}?onder"
    r"|oefent\s+(?:[\w-]+\s+){0,3}?druk|verspreid\w*|chante\w+|hybride|vernielt|vernielen"
    r"|verkent|verkennen)\b"
)
_MEANS = re.compile(
    r"\s+(?:(?:geheime|militaire|offensieve|digitale|statelijke)\s+)?(?:[\w-]*hackers|inlichtingen"
    r"\w*|spionnen|agenten|geheime diensten?|actoren|inmenging|beïnvloeding\w*|cyberactoren"
    r"|staatshackers|spionageschepen|spionageschip|agressie|diensten)\b"
)
_POSES = re.compile(
    r"\s+(?:vormt|vormen|blijft|is|levert)\s+(?:[\w-]+\s+){0,6}?(?:\w*dreiging|gevaar|risico)\b"
)
_FROM = re.compile(
    r"(?:\w*dreiging(?:en)?|gevaar|risico(?:['’]s)?|spionage|sabotage|inmenging|aanvallen"
    r"|beïnvloeding|agressie)\s+(?:van|vanuit|uit|door)\s+(?:de\s+)?$"
)
_GOES_OUT = re.compile(r"\s+gaa[tn]?n?\s+(?:[\w-]+\s+){0,6}?(?:\w*dreiging|gevaar|risico)\b")
_WARNED = re.compile(r"waarschuw\w*\s+(?:[\w-]+\s+){0,4}?voor\s+")
_PRONOUNS = frozenset(
    "dit dat deze die hen hun ons u dergelijke zulke gevaar gevaren risico".split()
)


def find(reading: Reading, mentions: list[Mention]) -> Iterator[Form]:
    """Threats told by a clause; stretches may overlap."""
    yield from _states(reading)
    yield from _warned(reading, mentions)


def _states(reading: Reading) -> Iterator[Form]:
    """A state that harms: the thesaurus term for state actors, on the words that say so."""
    named = surfaces(reading.analysis.lexicon)
    term = next((named[s] for s in _STATE_SURFACES if s in named), "")
    if not term:
        return
    for mention in reading.analysis.mentions:
        if mention.term.kind not in _KINDS:
            continue
        sentence = reading.said(mention.start)
        if sentence is None:
            continue
        if _harms(reading, mention, sentence):
            yield Form(mention.start, mention.end, "threat", RULE, term)


def _harms(reading: Reading, mention: Mention, sentence: Sentence) -> bool:
    """Whether the sentence makes the state the doer of harm."""
    low, end = reading.low, mention.end
    clause = reading.clause(sentence, mention.start)
    if _FROM.search(low, max(clause.start, mention.start - 40), mention.start):
        return True
    if _MEANS.match(low, end, clause.end) or _POSES.match(low, end, clause.end):
        return True
    if low[max(clause.start, mention.start - 4) : mention.start] == "van ":
        return _GOES_OUT.match(low, end, clause.end) is not None
    before = low[clause.start : mention.start].split()
    free = not before or before[-1] not in _BOUND
    return free and _HARMS.match(low, end, clause.end) is not None


_BOUND = frozenset("aan in met naar tegen uit van vanuit via voor over door bij namens tot".split())


def _warned(reading: Reading, mentions: list[Mention]) -> Iterator[Form]:
    """ "De dienst waarschuwt voor …": what it warns of, in the letter's own words."""
    low = reading.low
    taken = [m.start for m in mentions]
    for at in places(low, "waarschuw"):
        sentence = reading.said(at)
        match = _WARNED.match(low, at)
        if sentence is None or match is None or match.end() >= sentence.end:
            continue
        start = without_article(reading.text, match.end(), sentence.end)
        end = noun_phrase_end(reading.text, start, sentence.end)
        if end <= start or low[start:end] in _PRONOUNS:
            continue
        if not any(start <= other < end for other in taken):
            yield Form(start, end, "threat", "concerns.warned")
