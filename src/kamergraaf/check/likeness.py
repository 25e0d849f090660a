"""Functions that the quality queries call: how alike two labels are, by their words.

SPARQL has none that take a text apart, so these are given to the engine as extension functions
(SPARQL 1.1, section 17.6) under ``NAMESPACE``. All look at **content words**: folded to lower-case
ASCII, three characters or more or a number, no articles, prepositions, pronouns and the like.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kamergraaf.extract.folding import fold
from kamergraaf.extract.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

NAMESPACE = "https://w3id.org/kamergraaf/function/"
"""Where the functions live; queries declare it as ``kfn:``."""

_LEAST = 2
"""Content words that a label needs to tell one thing from another: "contact" does not."""

_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
_WORD = re.compile(r"\d+|[a-z][a-z0-9]{2,}")
_EMPTY = frozenset(
    fold(word)
    for words in (
        PREPOSITIONS,
        DETERMINERS,
        ADVERBS,
        PRONOUNS,
        COORDINATORS,
        SUBORDINATORS,
        AUXILIARIES,
    )
    for word in words
)


@lru_cache(1 << 15)
def content(text: str) -> frozenset[str]:
    """The content words of a text."""
    return frozenset(_WORD.findall(fold(_NUMBER.sub("", text)))) - _EMPTY


def words(label: str) -> str:
    """The content words of a label in the order of the alphabet, '' where there are too few.

    Labels that say the same in another order or with other small words have the same; it is what
    things of different letters are joined by.
    """
    found = content(label)
    return " ".join(sorted(found)) if len(found) >= _LEAST else ""


def likeness(one: str, other: str) -> float:
    """Of all content words of two labels, the share that stands in both, 0 to 1.

    0 where either has too few, or where they count differently ("40 cells", "16 cells").
    """
    mine, theirs = content(one), content(other)
    if min(len(mine), len(theirs)) < _LEAST or _figures(mine) != _figures(theirs):
        return 0.0
    return len(mine & theirs) / len(mine | theirs)


def shared(one: str, other: str) -> int:
    """How many content words stand in both texts; -1 where one of them has none to look for."""
    mine, theirs = content(one), content(other)
    return len(mine & theirs) if mine and theirs else -1


def _figures(found: frozenset[str]) -> set[str]:
    return {word for word in found if word[0].isdigit()}


FUNCTIONS: dict[str, Callable[..., str | float | int]] = {
    "words": words,
    "likeness": likeness,
    "shared": shared,
}
"""The functions by their name in ``NAMESPACE``; each takes the characters of literals."""
