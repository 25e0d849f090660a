"""Which row of the tool is which fact of an annotation, kind by kind.

An item of an annotation and a row are mappings; ``SAME`` scores a pair, 0 where they are not the
same fact, and ``match`` pairs them one to one, the best first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from kamergraaf.evaluate.likeness import (
    alike,
    name_key,
    norm,
    overlap,
    parts,
    shared_stems,
    shares_run,
    shares_word,
    squash,
)

Item = Mapping[str, Any]
Same = Callable[[Item, Item], float]
A = TypeVar("A")
B = TypeVar("B")

_LABEL_WORDS = 0.34
"""Of the words of the shorter label of a measure, the share that the other must have."""
_COMMITMENT_RUN = 20
"""Characters that the quotes of one commitment share at least."""


def match(
    gold: Sequence[A], found: Sequence[B], same: Callable[[A, B], float]
) -> list[tuple[int, int]]:
    """Pairs of places in ``gold`` and ``found``, one to one, best score first."""
    scored = [
        (-score, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (score := same(g, f)) > 0
    ]
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in taken_gold and j not in taken_found:
            pairs.append((i, j))
            taken_gold.add(i)
            taken_found.add(j)
    return pairs


def _actor(g: Item, f: Item) -> float:
    if alike(g["name"], f.get("name")):
        return 3.0 if name_key(g["name"]) == name_key(f.get("name")) else 2.0
    return 1.0 if squash(g["quote"]) and squash(g["quote"]) == squash(f.get("quote")) else 0.0


def _reference(g: Item, f: Item) -> float:
    return float(norm(g["id"]) == norm(f.get("id")) and shares_word(g["quote"], f.get("quote")))


def _date(g: Item, f: Item) -> float:
    same = norm(g["value"]) == norm(f.get("value"))
    return float(same and shares_word(g["quote"], f.get("quote")))


def _motion(g: Item, f: Item) -> float:
    if g.get("reference") and f.get("reference"):
        return 2.0 if norm(g["reference"]) == norm(f["reference"]) else 0.0
    wanted = {name_key(mover) for mover in g["movers"]}
    return float(bool(wanted) and wanted == {name_key(m) for m in parts(f.get("movers"))})


def _commitment(g: Item, f: Item) -> float:
    if overlap(g["quote"], f.get("quote")):
        return 1.0
    a, b = squash(g["quote"]), squash(f.get("quote"))
    return float(len(b) <= 2 * len(a) + 80 and shares_run(a, b, _COMMITMENT_RUN))


def _threat(g: Item, f: Item) -> float:
    equal = name_key(g["concept"]) == name_key(f.get("concept"))
    over = overlap(g["quote"], f.get("quote"))
    if over and alike(g["concept"], f.get("concept"), 0.8):
        return 3.0 if equal else 2.0
    if equal:
        return 1.5
    long = min(len(squash(g["quote"])), len(squash(f.get("quote")))) > 8
    return float(over and long)


def _threat_level(g: Item, f: Item) -> float:
    previous, date = g.get("previous"), g.get("date")
    return float(
        str(g["level"]) == str(f.get("level"))
        and (previous is None or str(previous) == str(f.get("previous")))
        and (not date or norm(date) == norm(f.get("date")))
    )


def _measure(g: Item, f: Item) -> float:
    a, b = squash(g["quote"]), squash(f.get("quote"))
    if not a or not b or len(b) > 2 * len(a) + 80:
        return 0.0
    share = shared_stems(g["label"], f.get("label"))
    if share < _LABEL_WORDS:
        return 0.0
    half = math.ceil(0.5 * min(len(a), len(b)))
    return 0.5 + share if a in b or b in a or shares_run(a, b, half) else 0.0


SAME: dict[str, Same] = {
    "actors": _actor,
    "references": _reference,
    "dates": _date,
    "motions": _motion,
    "commitments": _commitment,
    "threats": _threat,
    "groups": _threat,
    "threat_levels": _threat_level,
    "measures": _measure,
}
"""How two facts of a kind are compared; its keys are the kinds that are scored."""


def addressed(one: object, other: object) -> bool:
    """Whether two wordings of what a measure is aimed at mean the same."""
    return alike(one, other, 0.6) or overlap(one, other)
