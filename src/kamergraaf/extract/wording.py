"""Small helpers on the flow that several grammars share: sentences, clauses, noun phrases.

All offsets are code points of the flow, ends exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kamergraaf.extract.analysis import Analysis, Sentence
from kamergraaf.model import BlockKind

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REQUEST})
"""Passages in which the document itself speaks (not its page furniture, notes or questions)."""

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

_DETERMINERS = (
    "de het een één deze die dit dat onze ons hun zijn haar elke elk alle al iedere ieder "
    "enkele sommige diverse verschillende dergelijke zulke eventuele dezelfde"
)
_LEADING = re.compile(rf"(?:{'|'.join(_DETERMINERS.split())})\s+", re.IGNORECASE)

_STOP_WORDS = (
    "en of maar want dan als die dat wie wat waar waarbij waarvan waarmee waardoor waarin "
    "waaronder welke om te omdat doordat zodat terwijl zoals hoe indien wanneer al toen nadat "
    "voordat aan achter af bij binnen boven buiten door gedurende in jegens langs met na naar "
    "naast om onder op over per rond sinds te tegen ten ter tijdens tot tussen uit van vanaf "
    "vanuit via volgens voor wegens zonder inzake is zijn was waren wordt worden werd werden "
    "ben heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden moet moeten mag "
    "mogen wil willen blijft blijven bleef bleven gaat gaan ging gingen komt komen kwam "
    "kwamen leidt leiden vormt vormen vormde vormden neemt nemen nam namen doet doen richt "
    "richten speelt spelen maakt maken raakt raken treft treffen vraagt vergt vereist niet "
    "geen ook wel nog zich er hier daar ik wij we u hij zij ze het de een zowel alsmede "
    "evenals noch mede reeds inmiddels momenteel nu echter daarom daarmee hiermee worden "
    "geworden geweest"
)
_STOPS = frozenset(_STOP_WORDS.split())
_ADJECTIVE = ("e", "ig", "isch", "lijk", "eel", "ief", "baar", "loos", "zaam")
_ASIDE = re.compile(r"\([^()\d]{2,20}\)")
_WORD = re.compile(r"[^\W_](?:[\w’'./-]*[^\W_])?|\S")


def lower(text: str) -> str:
    """The text in lower case, every character still at its offset."""
    plain = text.lower()
    if len(plain) == len(text):
        return plain
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def fold(text: str) -> str:
    """The text with every run of white space as one blank, trimmed."""
    return " ".join(text.split())


def prose(analysis: Analysis) -> Iterator[Sentence]:
    """The sentences in which the document says something; a question says nothing."""
    for sentence in analysis.sentences:
        if sentence.passage.kind in PROSE and not asks(analysis, sentence):
            yield sentence


def asks(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence ends in a question mark."""
    return analysis.flow.text[sentence.start : sentence.end].rstrip(" »”’\"'").endswith("?")


def sentence_at(analysis: Analysis, at: int) -> Sentence | None:
    """The sentence that holds the offset, or None between sentences."""
    index = bisect_right(analysis.sentences, at, key=lambda s: s.start) - 1
    if index < 0:
        return None
    sentence = analysis.sentences[index]
    return sentence if at < sentence.end else None


def without_article(text: str, start: int, end: int) -> int:
    """``start`` moved behind the determiners that open ``text[start:end]``."""
    while start < end and text[start].isspace():
        start += 1
    while (match := _LEADING.match(text, start, end)) is not None:
        start = match.end()
    return start


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks and closing punctuation at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:.)–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.(–-"):
        end -= 1
    if ")" in text[start:end] and "(" not in text[start:end]:
        end = text.index(")", start, end)
    return start, end


def noun_phrase_end(text: str, start: int, limit: int) -> int:
    """Where the plain noun phrase that begins at ``start`` ends.

    Words are taken up to the first function word, verb form or punctuation mark; a determiner
    may open the phrase.
    """
    at = end = without_article(text, start, limit)
    skip = 0
    for match in _WORD.finditer(text, at, limit):
        word = match.group()
        if word == "(" and (aside := _ASIDE.match(text, match.start(), limit)) is not None:
            skip = aside.end()
        if match.start() < skip:
            continue
        if not word[0].isalnum() or word.lower() in _STOPS:
            break
        end = match.end()
        if not word.endswith(_ADJECTIVE) and not word[0].isupper():
            break
    return end


def noun_phrase_start(text: str, start: int, limit: int) -> int:
    """Where the noun phrase whose head begins at ``start`` opens, not before ``limit``.

    Adjectives, participles and one determiner are taken in.
    """
    words = [(m.start(), m.group()) for m in _WORD.finditer(text, limit, start)]
    begin = start
    for at, word in reversed(words):
        low = word.lower()
        if low in _DETERMINERS.split():
            return at
        if not word[0].isalpha() or low in _STOPS or not low.endswith(("e", "er", "en")):
            break
        if low.endswith("en") and not low.endswith(("eigen", "open")):
            break
        begin = at
    return begin


_BREAK = re.compile(
    r"[;:]|\s[–—-]\s|,\s+(?=(?:al|maar|want|terwijl|waarbij|waardoor|omdat|doordat|zodat|aangezien"
    r"|waarvan|waarmee|wat|hetgeen|en|of|dan|waaronder)\b)",
    re.IGNORECASE,
)


_FINITE = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|kon"
    r"|konden|zal|zullen|zou|zouden|moet|moeten|mag|mogen|hoeft|hoeven|blijft|blijven|bleef"
    r"|bleven|gaat|gaan|komt|komen|neemt|nemen|ziet|zien|zagen|vormt|vormen|leidt|leiden"
    r"|bestaat|bestaan|geldt|gelden|staat|staan|ligt|liggen|vindt|vinden|speelt|spelen|richt"
    r"|toont|blijkt|lijkt|lijken|verblijft|verbleven|groeit|stijgt|daalt)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:maar|en|of|want|al)\s+")
_SUB = re.compile(r"\b(?:die|dat|wie|waar\w*|als|om)\b|,", re.IGNORECASE)
_AND = re.compile(r"\s+(?:en|maar|of)\s+(?=\w)")


def clause(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The clause of the sentence ``[start, end)`` in which ``at`` lies.

    A coordination is cut only where a finite verb stands on either side of it.
    """
    left, right = start, end
    for match in _BREAK.finditer(text, start, end):
        if match.end() <= at:
            left = match.end()
        elif match.start() > at:
            right = match.start()
            break
    verbs = [m.start() for m in _FINITE.finditer(text, left, right)]
    if len(verbs) > 1:
        for match in _AND.finditer(text, left, right):
            verb = next((v for v in verbs if v >= match.end()), None)
            if verb is None or verbs[0] > match.start() or _SUB.search(text, match.end(), verb):
                continue
            if match.end() <= at:
                left = match.end()
                verbs = [v for v in verbs if v >= left]
            elif match.start() > at:
                right = match.start()
                break
    if left == start and right == end:
        return start, end
    joint = _JOINT.match(text, left, right)
    return trimmed(text, joint.end() if joint and joint.end() <= at else left, right)


_HEAD_BEFORE = re.compile(
    r"(?:\b(?:de|het|een)\s+)?(?:\b[a-zé-]+e\s+)?\b[a-zé-]{3,}\s+(?:van|vanuit|door|op|over|voor)"
    r"\s+(?:(?:de|het|een|deze|dit)\s+)?$",
    re.IGNORECASE,
)


def head_before(text: str, start: int, limit: int) -> int:
    """``start`` moved before the noun on which the phrase hangs ("de dreiging vanuit …")."""
    match = _HEAD_BEFORE.search(text, max(limit, start - 60), start)
    if match is None:
        return start
    words = match.group().lower().split()
    return start if words[0] in _STOPS - {"de", "het", "een"} else match.start()
