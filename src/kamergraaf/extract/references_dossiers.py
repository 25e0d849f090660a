"""Citations by dossier number: "Kamerstukken II 2022/2023, 29 754, nr. 670".

The anchor is the dossier's five digits; what stands before and behind them is read from there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kamergraaf.extract.analysis import Reference
from kamergraaf.extract.references_sessions import SESSION, normalise

KIND = "ParliamentaryPaper"

_DIGITS = re.compile(r"[0-9][0-9] ?[0-9]{3}(?![0-9])(?![.,][0-9])")
_TAIL = re.compile(
    r"(?:(?P<gap>[ -]?)\(?(?P<addition>[IVX]{1,6}[A-E]?|[A-HJ](?= ?[,-])"
    r"|(?<=-)[0-9]{2}(?![0-9]))\)?(?![\w]))?(?: ?\(R ?[0-9 ]{3,6}\))?"
)
_LEAD = re.compile(
    r"(?:[Bb]ijlage bij )?(?:[Kk]amerst(?:uk(?:ken)?|\.)?(?:nr\.|nummer)?|KST|[Kk]st|TK|EK"
    r"|(?:Tweede|Eerste) Kamer|[Dd]ossier(?:nummer)?)"
    r"[ ,-]{0,3}(?:\(?(?P<chamber>II|I|ll|l|TK|EK|Tweede Kamer|Eerste Kamer)\)?[ ,]{1,2})?"
    rf"(?:(?:vergader|zittings?)jaar |verg\. ?|vj\.? ?)?(?:(?P<session>{SESSION})[ ,:;]{{0,2}})?"
    r"(?:nr\. ?|nummer )?$"
)
_NUMBER = re.compile(
    r"(?:[,;:]? ?(?:\(?[Nn]rs?[.:]? ?|nummers? |no\. ?|#)|-)"
    r"(?P<list>(?:[0-9]{1,4}[a-z]?|[A-Z]{1,2})(?![\w])"
    r"(?:(?:, (?:en )?| en | t/m | tot en met |[–-])(?:nrs?\. ?)?"
    r"(?:[0-9]{1,4}[a-z]?|[A-Z]{1,2})(?! ?[0-9])(?![\w]))*)"
)
_LETTER = re.compile(r", ([A-Z]{1,2})(?![\w])(?!, nr)")
_MORE = re.compile(
    r"(?:, (?:en )?| en |, alsmede | alsmede | en/of )nrs?\. ?([0-9]{1,4})(?![\w/])(?! ?[0-9]{3})"
)
_AND = re.compile(r"(?:, | en |/|, en | jo\. | juncto )(?=[0-9]{2} ?[0-9]{3})")
_ITEM = re.compile(r"([0-9]{1,4}[a-z]?|[A-Z]{1,2})")


class _Dossier(NamedTuple):
    start: int
    end: int
    number: str
    compact: bool


def find(text: str) -> list[Reference]:
    """The citations by dossier number in ``text``, in its order."""
    found: list[Reference] = []
    dossiers = [
        _dossier(text, m.start(), m.end()) for m in _DIGITS.finditer(text) if _apart(text, m)
    ]
    at = 0
    while at < len(dossiers):
        group = [dossiers[at]]
        while at + 1 < len(dossiers) and _chained(text, group[-1], dossiers[at + 1]):
            at += 1
            group.append(dossiers[at])
        at += 1
        found.extend(_citation(text, group))
    return found


def _apart(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are no part of a longer number."""
    before = text[max(0, match.start() - 2) : match.start()]
    return not (
        before[-1:].isdigit()
        or before[-1:] in (".", ",")
        or (before[:1].isdigit() and before[1:] in (" ", "/"))
    )


def _dossier(text: str, start: int, end: int) -> _Dossier:
    """The dossier whose digits are ``[start, end)``, with its addition ("XII", "02")."""
    number = text[start:end].replace(" ", "")
    tail = _TAIL.match(text, end)
    if tail is None:
        return _Dossier(start, end, number, compact=True)
    if tail["addition"]:
        number = f"{number}-{tail['addition']}"
    return _Dossier(start, tail.end(), number, tail["gap"] != " ")


def _chained(text: str, last: _Dossier, following: _Dossier) -> bool:
    """Whether two dossiers stand side by side and share what follows."""
    between = _AND.match(text, last.end)
    return between is not None and between.end() == following.start


def _citation(text: str, group: list[_Dossier]) -> list[Reference]:
    """What is cited under the dossiers ``group``, if they are cited at all."""
    first, last = group[0], group[-1]
    lead = _lead(text, first.start)
    start = lead.start() if lead else first.start
    session = normalise(lead["session"] or "") if lead else ""
    numbered = _NUMBER.match(text, last.end)
    chamber = lead["chamber"] if lead else ""
    if numbered is None and lead and (letter := _LETTER.match(text, last.end)):
        return [_make(start, letter.end(), group, [letter[1]], session)]
    if numbered is None:
        return [_whole(start, group, session)] if lead and _names_dossier(lead[0]) else []
    hyphen = text[last.end] == "-"
    if hyphen and not (lead or last.compact):
        return []
    if not numbered["list"][0].isdigit() and not lead and chamber != "I":
        return []
    numbers = _numbers(numbered["list"])
    found = [_make(start, numbered.end("list"), group, numbers, session)]
    while more := _MORE.match(text, found[-1].end):
        at = text.index("nr", more.start())
        found.append(_make(at, more.end(), group, [more[1]], session))
    return found


def _lead(text: str, at: int) -> re.Match[str] | None:
    """The words that lead in a dossier number at ``at``."""
    start = max(0, at - 75)
    newline = text.rfind("\n", start, at)
    return _LEAD.search(text, newline + 1 if newline >= 0 else start, at)


def _names_dossier(lead: str) -> bool:
    return lead.lower().startswith(("kamerst", "dossier", "kst", "bijlage"))


def _numbers(written: str) -> list[str]:
    """The single numbers of "13-14", "4, 5 en 6", "A"."""
    items: list[str] = []
    last = 0
    for item in _ITEM.finditer(written):
        joint = written[last : item.start()]
        if items and joint.strip() in ("-", "–", "t/m", "tot en met") and items[-1].isdigit():
            items.extend(_between(int(items[-1]), item[1]))
        if item[1] not in items:
            items.append(item[1])
        last = item.end()
    return items


def _between(low: int, high: str) -> list[str]:
    """The numbers between the ends of a short range."""
    if high.isdigit() and low < int(high) <= low + 20:
        return [str(number) for number in range(low + 1, int(high))]
    return []


def _make(
    start: int, end: int, group: list[_Dossier], numbers: list[str], session: str
) -> Reference:
    ids = tuple(f"kst-{d.number}-{_plain(n)}" for d in group for n in numbers)
    return Reference(start, end, ids, KIND, session)


def _plain(number: str) -> str:
    return number.lstrip("0") or number


def _whole(start: int, group: list[_Dossier], session: str) -> Reference:
    ids = tuple(f"dossier-{dossier.number}" for dossier in group)
    return Reference(start, group[-1].end, ids, KIND, session)
