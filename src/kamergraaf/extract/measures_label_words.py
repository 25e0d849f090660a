"""How the words of a label are put together from the tokens of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.words import INFINITIVAL, PREPOSITIONS, word_set

WORDS: Final = 10
_ABBREVIATION: Final = 3
_QUANTIFIERS: Final = word_set(
    """verschillende diverse meerdere enkele enige alle andere onze mijn hun haar geen zo’n zo'n"""
)
_ARTICLES: Final = frozenset({"de", "het", "een"})
_ASKING: Final = frozenset({"of", "hoe", "welke", "wat"})
_IDLE_VERBS: Final = frozenset({"geweest", "geworden", "worden", "zijn", "gehad"})


@dataclass(frozen=True, slots=True)
class Label:
    """What a measure is called; ``start`` and ``end`` are the flow offsets of its main stretch,
    ``tokens`` the tokens that it is made of."""

    text: str
    start: int
    end: int
    tokens: tuple[int, ...]
    twin: int = -1
    """Its place in "zowel A als B", -1 elsewhere."""


def finish(scene: Scene, tokens: list[int]) -> Label:
    """The label that the tokens make, in their order; at most ten words, none idle at its ends."""
    tokens = _trim(scene, _without_brackets(scene, tokens))
    while len(tokens) > 1 and scene.lower[tokens[-1]] in _IDLE_VERBS:
        tokens = tokens[:-1]
    if not tokens:
        return Label("", 0, 0, ())
    words = _join(scene, tokens)
    start = scene.sentence.tokens[tokens[0]].start
    last = tokens[0]
    for i in tokens[1:]:
        if i != last + 1:
            break
        last = i
    return Label(words, start, scene.sentence.tokens[last].end, tuple(tokens))


def _without_brackets(scene: Scene, tokens: list[int]) -> list[int]:
    kept: list[int] = []
    held: list[int] = []
    for i in tokens:
        word = scene.lower[i]
        if word == "." and i and len(scene.lower[i - 1]) > _ABBREVIATION:
            continue
        if word == "(":
            held = [i]
        elif held:
            held.append(i)
            if word == ")":
                if len(held) == 3 and scene.sentence.tokens[held[1]].text.isupper():
                    kept += held
                held = []
        else:
            kept.append(i)
    return kept


def _trim(scene: Scene, tokens: list[int]) -> list[int]:
    lower = scene.lower
    idle = _ARTICLES | _QUANTIFIERS
    while tokens and (lower[tokens[0]] in idle or not lower[tokens[0]][0].isalnum()):
        tokens = tokens[1:]
    count, cut = 0, len(tokens)
    for n, i in enumerate(tokens):
        count += lower[i][0].isalnum()
        if count > WORDS:
            cut = n
            break
    tokens = tokens[:cut]
    while tokens and lower[tokens[0]] in PREPOSITIONS and lower[tokens[0]] not in INFINITIVAL:
        tokens = tokens[1:]
    while tokens and (
        lower[tokens[-1]] in PREPOSITIONS
        or lower[tokens[-1]] in _ARTICLES
        or lower[tokens[-1]] in ("en", "of", "die", "dat", "te", "alle", "andere", "hen", "hem")
        or lower[tokens[-1]] in ".,;:"
    ):
        tokens = tokens[:-1]
    return tokens


def _join(scene: Scene, tokens: list[int]) -> str:
    text, words = scene.analysis.flow.text, scene.sentence.tokens
    out = words[tokens[0]].text
    for before, i in pairwise(tokens):
        glue = text[words[before].end : words[i].start] if i == before + 1 else " "
        word = words[i].text
        if i != before + 1 and (words[i].lower in PREPOSITIONS or words[i].lower in _ASKING):
            word = words[i].lower
        out += (" " if glue.isspace() or i != before + 1 else glue) + word
    return out
