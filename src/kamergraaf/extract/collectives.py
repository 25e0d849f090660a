"""Whether "gemeenten" or "ketenpartners" act or partner where they are named.

They count as subject ("Meerdere departementen hebben …"), behind "met", "door" or "tussen", as
those who are helped or do what a noun tells ("het ondersteunen van gemeenten", "een initiatief van
de provincies"); not as a place ("in sommige gemeenten") nor as a single unnamed one ("een school").
"""

from __future__ import annotations

import re

_SINGLE = re.compile(
    r"(?<!\w)(?:een|één|geen|elke?|ieder|iedere|enig|enige|zo[’']n|welke?)\s(?:[^\W\d_]+e\s)?$",
    re.I,
)
_PLACE = re.compile(
    r"(?<!\w)(?:in|op|binnen|per|bij|uit|over|onder|naar|tegen|buiten|rond|à|voor)\s"
    r"(?:de\s|het\s|alle\s|hun\s|zijn\s|deze\s|die\s|sommige\s|veel\s|enkele\s)?(?:[^\W\d_]+e\s)?$",
    re.I,
)
_FAVOUR = re.compile(r"(?<!\w)(?:voor|bij)\s(?:de\s|alle\s|andere\s|onze\s)", re.I)
_OF = re.compile(r"(?:^|(?P<noun>[^\W\d_]+)\s)van\s(?P<article>de\s|het\s|alle\s|onze\s)?$", re.I)
_ROW = re.compile(
    r"(?:(?<![\w-])[^\W\d_][\w’'-]*(?:,\s|\s(?:en|of)\s)(?:andere\s|overige\s|de\s|het\s)?)+$"
)
_WINDOW = 60


def counts(text: str, start: int, end: int) -> bool:
    """Whether the collective at ``[start, end)`` acts or partners there."""
    before = text[max(0, start - _WINDOW) : start]
    if before.endswith("-") or text[end : end + 1] == "-" or _SINGLE.search(before):
        return False
    row = _ROW.search(before)
    if row is not None:
        before = before[: row.start()]
    if _PLACE.search(before):
        return _FAVOUR.search(before) is not None
    of = _OF.search(before)
    if of is None:
        return True
    noun = of["noun"] or ""
    return of["article"] is not None or noun.lower().endswith(("en", "ing"))
