"""Citations by other numbers: Handelingen, Aanhangsel, zaak and document numbers, Stb., Stcrt.,
Trb., ECLI and European acts. Each is looked for by a word that only it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kamergraaf.extract.analysis import Reference
from kamergraaf.extract.references_sessions import SESSION, normalise

_PAPER = "ParliamentaryPaper"
_CHAMBER = (
    r"(?:(?:van de |der )?(?:Tweede Kamer|Eerste Kamer|Staten-Generaal),? ?)?"
    r"(?P<chamber>II|I|TK|EK)?"
)
_HANDELINGEN = re.compile(
    rf"Handelingen,? ?{_CHAMBER}[ ,]*(?:vergaderjaar )?(?P<session>{SESSION}),? ?"
    r"(?:nr\. ?|no\. ?|TK )?(?P<number>[0-9]{1,3})(?:[-,]? ?(?:item|nr\.) ?(?P<item>[0-9]{1,3})"
    r"|-(?P<compact>[0-9]{1,3})(?![0-9–-]))?"
)
_AANHANGSEL = re.compile(
    rf"Aanhangsel ?(?:van de |der |bij de )?(?:Handelingen,?)? ?{_CHAMBER}[ ,]*(?:vergaderjaar )?"
    rf"(?P<session>{SESSION}),? ?(?:nr\. ?|nummer )?(?P<number>[0-9]{{1,4}})(?![0-9])"
)
_CASE = re.compile(r"20[0-9]{2}[ZDA][0-9]{5}(?![\w])")
_PRINTED = re.compile(r"(?:ah|h)-(?:tk|ek)-(?:19|20)[0-9]{6}-[0-9]{1,4}(?:-[0-9]{1,3})?(?![\w-])")
_GAZETTE = re.compile(
    r"(?:(?P<stb>Stb|Staatsblad)|(?P<stcrt>Stcrt|Staatscourant)|(?P<trb>Trb|Tractatenblad))\.?,? ?"
    r"(?:van )?(?P<year>(?:18|19|20)[0-9]{2})[,:]? ?(?:(?:nr|no)\.? ?|nummer )?"
    r"(?P<number>[0-9]{1,2} [0-9]{3}(?![0-9])|[0-9]{1,6})(?![0-9])"
)
_ECLI = re.compile(
    r"ECLI ?: ?([A-Z]{2}) ?: ?([A-Z0-9]{1,7}) ?: ?([0-9]{4}) ?: ?([A-Z0-9]+(?:\.[A-Z0-9]+)*)"
)
_ACT = re.compile(
    r"\((?:EU|EG|EEG|Euratom)(?:, ?Euratom)?\) ?(?P<old>(?:nr|no)\. ?)?"
    r"(?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?![0-9/])"
)
_DIRECTIVE = re.compile(
    r"(?P<year>(?:19|20)?[0-9]{2})/(?P<number>[0-9]{1,4})/(?:EU|EG|EEG|JBZ|GBVB)\b"
)
_ACT_WORDS: tuple[tuple[str, str], ...] = (
    ("kaderbesluit", "F"),
    ("richtlijn", "L"),
    ("verordening", "R"),
    ("besluit", "D"),
)


def find(text: str) -> Iterator[Reference]:
    """All of them, by kind."""
    for word, pattern, make in _FINDERS:
        at = text.find(word)
        while at >= 0:
            found = make(text, pattern, at)
            if found is not None:
                yield found
            at = text.find(word, max(at + 1, found.end if found else 0))
    for case in _CASE.finditer(text):
        before = text[case.start() - 1 : case.start()]
        if not (before.isalnum() or before == "-"):
            yield Reference(case.start(), case.end(), (case[0],), _PAPER)


def _proceedings(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    found = pattern.match(text, at)
    if found is None or text[max(0, at - 25) : at].rstrip().endswith(
        ("Aanhangsel", "Aanhangsel van de", "Aanhangsel der", "Aanhangsel bij de")
    ):
        return None
    session = normalise(found["session"])
    house = "ek" if found["chamber"] in ("I", "EK") or "Eerste" in found[0] else "tk"
    id_ = f"h-{house}-{session.replace('-', '')}-{found['number']}"
    item = found["item"] or found["compact"]
    id_ = f"{id_}-{item}" if item else id_
    return Reference(at, found.end(), (id_,), _PAPER, session) if session else None


def _appendix(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    found = pattern.match(text, at)
    if found is None:
        return None
    session = normalise(found["session"])
    house = "ek" if found["chamber"] in ("I", "EK") or "Eerste" in found[0] else "tk"
    id_ = f"ah-{house}-{session.replace('-', '')}-{found['number'].lstrip('0')}"
    return Reference(at, found.end(), (id_,), _PAPER, session) if session else None


def _printed(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    """An identifier as it is printed; ``at`` is the place of its "h"."""
    start = at - (text[at - 1 : at] == "a")
    found = pattern.match(text, start)
    if found is None or text[start - 1 : start].isalnum():
        return None
    return Reference(start, found.end(), (found[0],), _PAPER)


def _gazette(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    found = pattern.match(text, at)
    if found is None or (at and text[at - 1].isalpha()):
        return None
    series = "stb" if found["stb"] else "stcrt" if found["stcrt"] else "trb"
    number = found["number"].replace(" ", "").lstrip("0")
    ids = (f"{series}-{found['year']}-{number}",)
    return Reference(at, found.end(), ids, "OfficialPublication")


def _decision(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    found = pattern.match(text, at)
    if found is None:
        return None
    ids = ("ECLI:" + ":".join(found.groups()),)
    return Reference(at, found.end(), ids, "CourtDecision")


def _act(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    """A European act numbered "(EU) 2021/784" or, before 2015, "(EU) nr. 1024/2013"."""
    found = pattern.match(text, at)
    if found is None:
        return None
    type_, start = _type(text, at)
    first, second = found["a"], found["b"]
    year, number = (second, first) if found["old"] or not _is_year(first) else (first, second)
    if not type_ or not _is_year(year):
        return None
    return Reference(start, found.end(), (_celex(type_, year, number),), "EuropeanAct")


def _directive(text: str, pattern: re.Pattern[str], at: int) -> Reference | None:
    """An act numbered "2014/24/EU"; ``at`` is the place of its last part."""
    first = at
    while first > 0 and (text[first - 1].isdigit() or text[first - 1] == "/"):
        first -= 1
    found = pattern.match(text, first)
    if found is None:
        return None
    type_, start = _type(text, first)
    year = found["year"] if len(found["year"]) == 4 else "19" + found["year"]
    if not type_:
        return None
    return Reference(start, found.end(), (_celex(type_, year, found["number"]),), "EuropeanAct")


def _type(text: str, at: int) -> tuple[str, int]:
    """The act's type letter and where its citation starts: at the word, where it stands beside."""
    start = max(0, at - 90, text.rfind("\n", 0, at) + 1)
    before = text[start:at].lower()
    best, letter, length = -1, "", 0
    for word, sign in _ACT_WORDS:
        place = before.rfind(word)
        if place > best and not (word == "besluit" and before[place - 5 : place] == "kader"):
            best, letter, length = place, sign, len(word)
    if not letter:
        return "", at
    if before[best + length :].strip() not in ("", "en"):
        return letter, at
    while best > 0 and before[best - 1].isalpha():
        best -= 1
    return letter, start + best


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _celex(type_: str, year: str, number: str) -> str:
    return f"3{year}{type_}{number.zfill(4)}"


_Make = Callable[[str, re.Pattern[str], int], Reference | None]
_FINDERS: tuple[tuple[str, re.Pattern[str], _Make], ...] = (
    ("Handelingen", _HANDELINGEN, _proceedings),
    ("Aanhangsel", _AANHANGSEL, _appendix),
    ("h-tk-", _PRINTED, _printed),
    ("h-ek-", _PRINTED, _printed),
    ("Stb", _GAZETTE, _gazette),
    ("Staatsblad", _GAZETTE, _gazette),
    ("Stcrt", _GAZETTE, _gazette),
    ("Staatscourant", _GAZETTE, _gazette),
    ("Trb", _GAZETTE, _gazette),
    ("Tractatenblad", _GAZETTE, _gazette),
    ("ECLI", _ECLI, _decision),
    ("(EU", _ACT, _act),
    ("(EG", _ACT, _act),
    ("(EEG", _ACT, _act),
    ("/EU", _DIRECTIVE, _directive),
    ("/EG", _DIRECTIVE, _directive),
    ("/EEG", _DIRECTIVE, _directive),
    ("/JBZ", _DIRECTIVE, _directive),
)
