"""The flow cut into sentences and words.

A sentence never crosses a passage. Semicolons do not end one: a clause of a Dutch letter often
goes on behind them.
"""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Sentence, Token
from kamergraaf.model import BlockKind, Flow, Passage

_STOP = re.compile(r"[.?!…][.?!…]*[)\]»”’\"']*(?= )")
_OPENING = "(«“‘\"'[–- "
_WORD = re.compile(r"[^\W_]+(?:[-‑'’.,:][^\W_]+)*-?|[’']s\b|[^\w\s]|_+")
_ABBREVIATION = re.compile(
    r"jo|nrs?|artt?|lid|blz|pa?g?|par|resp|bijv|bv|ca|circa|dhr|mevr|mw|mrs?|drs?|ir|ing|prof|ds|st"
    r"|gen|l?kol|vgl|cf|zgn|incl|excl|min|max|ml[nd]|stb|stcrt|trb|pb|jur|kamerst|fig|tab|hfst|bijl"
    r"|dl|vol|red|sub|nos?|tel|afd|afb|opm|jrg|aant|vs|al|o\.[am]|d\.w\.z|d\.d|m\.b\.t|m\.n|m\.i\.v"
    r"|i\.v\.m|i\.[ce]|i\.h\.b|t\.a\.v|n\.a\.v|t\.[bgo]\.v|t\.w|e\.[av]|e\.e\.a|c\.q|a\.h\.w|z\.[gn]|e\.g"
)
"""Words before a full stop that ends no sentence, whatever follows."""

_OFTEN_LAST = re.compile(
    r"a\.s|as|c\.s|e\.d|enz|etc|jl|m\.m|v\.v|o\.i\.d|w\.o|n\.v\.t|i\.o|b\.d|h\.t\.l"
)
"""Abbreviations that may stand at the end of a sentence: the next word's capital decides."""

_UNTOKENED = frozenset((BlockKind.FURNITURE,))
_IN_SECTIONS = frozenset((BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUESTION))


def split(flow: Flow) -> tuple[Sentence, ...]:
    """All sentences of the flow, in its order, with their tokens."""
    text = flow.text
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    result: list[Sentence] = []
    section: int | None = None
    for index, passage in enumerate(flow.passages):
        if passage.kind is BlockKind.HEADING:
            section = index
        above = section if passage.kind in _IN_SECTIONS else None
        for start, end in bounds(text, passage):
            words = () if passage.kind in _UNTOKENED else tokens(text, lower, start, end)
            result.append(Sentence(len(result), start, end, passage, above, words))
    return tuple(result)


def bounds(text: str, passage: Passage) -> list[tuple[int, int]]:
    """The sentences of one passage as stretches of the flow, blanks at the ends left out."""
    start, end = passage.start, passage.end
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(text, start, end):
        at = stop.end()
        if not _ends(text, start, stop.start(), at, end):
            continue
        found.append((start, at))
        start = at
        while start < end and text[start] == " ":
            start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
    return found


def _ends(text: str, start: int, dot: int, after: int, end: int) -> bool:
    """Whether the stop at ``dot`` ends a sentence that began at ``start``."""
    following = after
    while following < end and text[following] in _OPENING:
        following += 1
    if following >= end:
        return False
    capital = not text[following].islower()
    if text[dot] != "." or (after - dot > 1 and text[dot + 1] == "."):
        return capital
    word = text[text.rfind(" ", start, dot) + 1 if " " in text[start:dot] else start : dot]
    word = word.lstrip("(«“‘[\"'")
    if not capital or _ordinal(word, text[start:dot]):
        return False
    bare = word.lower()
    if _OFTEN_LAST.fullmatch(bare):
        return not text[following].isdigit() and "(" not in text[after:following]
    if len(bare) == 1 and word.isupper():
        return False
    return _ABBREVIATION.fullmatch(bare) is None and not _initials(word)


def _initials(word: str) -> bool:
    """Whether a word is the beginning of a name: "B.R", "H.G.J"."""
    return word[1:2] == "." and all(len(part) == 1 and part.isupper() for part in word.split("."))


def _ordinal(word: str, sentence: str) -> bool:
    """Whether the sentence is so far only a number: "1." before a heading or an item."""
    return word.isdigit() and len(word) <= 2 and word == sentence


def tokens(text: str, lower: str, start: int, end: int) -> tuple[Token, ...]:
    """The words, numbers and punctuation marks of ``text[start:end]``.

    ``lower`` is the lower-case form of ``text``, of the same length. Inner hyphens, apostrophes
    and the points of abbreviations stay in the word; a slash parts two words.
    """
    found: list[Token] = []
    add, new = found.append, tuple.__new__
    at = start
    for word, low in zip(text[start:end].split(" "), lower[start:end].split(" "), strict=True):
        stop = at + len(word)
        if word.isalpha():
            add(new(Token, (at, stop, word, low)))
        elif word[:-1].isalpha() and word[-1] in ".,;:?!)":
            add(new(Token, (at, stop - 1, word[:-1], low[:-1])))
            add(new(Token, (stop - 1, stop, word[-1], word[-1])))
        elif word:
            for part in _WORD.finditer(word):
                first, last = part.span()
                add(new(Token, (at + first, at + last, word[first:last], low[first:last])))
        at = stop + 1
    return tuple(found)
