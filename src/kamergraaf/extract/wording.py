"""Small helpers on the flow that several grammars share: sentences, clauses, noun phrases.

All offsets are code points of the flow, ends exclusive.
"""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Analysis, Sentence
from kamergraaf.model import BlockKind

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REQUEST})
"""Passages in which the document itself speaks (not its page furniture, notes or questions)."""

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

_DETERMINERS = (
    "de het een één deze die dit dat onze ons hun zijn haar elke elk alle al iedere ieder "
    "enkele sommige diverse verschillende dergelijke zulke eventuele dezelfde"
)
_DETERMINER_SET = frozenset(_DETERMINERS.split())
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


def asks(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence ends in a question mark."""
    text, at = analysis.flow.text, sentence.end - 1
    while at > sentence.start and text[at] in " »”’\"'":
        at -= 1
    return text[at] == "?"


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
    begin = start
    while (word := _word_before(text, begin, limit)) is not None:
        low = text[word:begin].strip().lower()
        if low in _DETERMINER_SET:
            return word
        if low in _STOPS or not low.endswith(("e", "er", "eigen", "open")) or not low[0].isalpha():
            break
        begin = word
    return begin


def _word_before(text: str, at: int, limit: int) -> int | None:
    """Where the word before ``at`` begins, or None where a sign or the limit stands there."""
    end = at
    while end > limit and text[end - 1] == " ":
        end -= 1
    start = end
    while start > limit and (text[start - 1].isalnum() or text[start - 1] in "-’'"):
        start -= 1
    return start if start < end < at else None


def head_before(text: str, start: int, limit: int) -> int:
    """``start`` moved before the noun on which the phrase hangs ("de dreiging vanuit …")."""
    at = _word_before(text, start, limit)
    if at is not None and text[at:start].strip().lower() in _ARTICLES:
        at = _word_before(text, at, limit)
    if at is None or text[at:start].split(maxsplit=1)[0].lower() not in _LINKS:
        return start
    noun = _word_before(text, at, limit)
    if noun is None:
        return start
    word = text[noun:at].strip().lower()
    if word in _STOPS or len(word) < 3 or not word.isalpha():
        return start
    return noun_phrase_start(text, noun, limit)


_ARTICLES = frozenset({"de", "het", "een", "deze", "dit"})
_LINKS = frozenset({"van", "vanuit", "door", "op", "over", "voor"})
