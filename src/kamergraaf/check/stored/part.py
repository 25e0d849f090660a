"""What the check of one unit of a store gave, and how it is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from kamergraaf.check.letters import Letter
from kamergraaf.check.report import Item
from kamergraaf.check.stored import codec

Seen = tuple[tuple[str, int, tuple[str, ...]], ...]
"""By rule, how many nodes a named check saw that are the unit's own, and which others."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the check of a unit found and saw.

    ``shapes`` tells by a shape's node how many nodes it looked at, ``nodes`` how many different
    ones all did; ``terms`` are the classes and predicates that the unit's graphs use, one after
    the other with blanks between, because most units use the same.
    """

    items: tuple[Item, ...] = ()
    shapes: tuple[tuple[str, int], ...] = ()
    checks: Seen = ()
    nodes: int = 0
    letters: tuple[Letter, ...] = ()
    terms: str = ""

    def written(self) -> str:
        """The part as text. Counts are plain JSON, which thousands of letters are read from."""
        found = codec.dump((self.items, self.letters))
        plain = [found, self.shapes, self.checks, self.nodes, self.terms]
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


_NOTHING = codec.dump(((), ()))


@lru_cache(maxsize=1_000)
def read(text: str) -> Part:
    """What ``Part.written`` wrote; raises ValueError for anything else."""
    found, shapes, checks, nodes, terms = json.loads(text)
    items, letters = ((), ()) if found == _NOTHING else codec.load(found)
    return Part(items, shapes, checks, nodes, letters, terms)
