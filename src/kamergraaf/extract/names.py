"""How names are written in Dutch papers: surnames with their particles, initials, lists of movers.

Nothing here decides who is an actor. These are the patterns that the grammars of offices, members
and motions apply behind their own words ("minister", "het lid", "motie"); a name that stands
elsewhere in a text, a private person's, is never looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.extract.folding import fold

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A capital letter (of the Latin letters that the papers use)."""

_LETTER = r"[^\W\d_]"
_SMALL_WORDS = (
    "aan|al|ben|bin|d'|d’|da|de|del|den|der|di|dos|du|el|het|in|la|le|op|'s|’s|'t|’t|te|ten|ter|"
    "uit|van|von"
)
_SMALL = frozenset((_SMALL_WORDS + "|en").split("|"))
PARTICLE = f"(?:{_SMALL_WORDS}|{_SMALL_WORDS.title()})"
"""A small word in front of a surname: "van", "De", "'t"."""

_NO_NAME = (
    "Kamer|Kamers|Kamerstuk|Kamerstukken|Kamervragen|Kamerleden|Kamerlid|Handelingen|Staten|Tweede|"
    "Eerste|Raad|Commissie|Minister|Ministers|Staatssecretaris|Staatssecretarissen|Ministerie|"
    "Nederland|Nederlandse|Europa|Europese|Europees|Unie|Parlement|Koninkrijk|Wet|Besluit|"
    "Richtlijn|Verordening|Grondwet|Algemene|Nationale|Internationale|Vraag|Antwoord|Bijlage|"
    "Aanhangsel|Vergaderjaar|Kabinet|Regering|Motie|Moties|Voorgesteld|Voorzitter|Bureau|Presidium|"
    "Vaste|Mevrouw|Heer|Provinciale|Koning|Rijk|Rijks|Gemeente|Gemeenten|Leden|Lid|Hoge|Kst|TK|II|EK|Het|Deze|Dit"
)
_WORD = rf"(?!(?:{_NO_NAME})\b){CAPITAL}(?:['’]{CAPITAL})?{_LETTER}+´?(?:[’']{_LETTER}+´?)?"
_SURNAME = rf"(?:{PARTICLE} )*{_WORD}(?: ?- ?(?:{PARTICLE} )*{_WORD})*"
INITIALS = rf"(?:(?:{CAPITAL}|Th|Ph|Ch|Chr|IJ|Joh|Fr)\.[ -]?)+"

FULL = re.compile(rf"(?:{_WORD} )?{_SURNAME}")
"""A surname, or a first name and a surname: "De Hoop", "Inge van Dijk", "Els Faber-Van Dam"."""

SIGNED = re.compile(rf"(?:(?:drs|mr|ir|dr|prof|ing)\. *)*({INITIALS} ?{_SURNAME})")
"""Initials and a surname: "B.R. van den Berg", "H. G. J. Smit"; group 1 leaves titles out."""

_FIRST = rf"{CAPITAL}(?:(?<=[TPC])h|(?<=C)hr|(?<=I)J|(?<=J)oh|(?<=F)r)?\.[ -]?"
INITIALED = re.compile(rf"{_FIRST}(?:{INITIALS})? ?{_SURNAME}")
"""What group 1 of ``SIGNED`` finds, without looking for titles; opens with a capital, which is
found several times faster than alternatives are tried."""

_SEPARATOR = re.compile(r" ?/ ?|, (?:en )?| (?:en|EN) ")
_PARTY = re.compile(r" ?\((?:(beiden?|allen|alle drie) )?((?!.{0,20}\bnr)[^()]{1,28})\)")
_ETC = re.compile(r",? [Cc]\. ?[Ss]\.")


@dataclass(frozen=True, slots=True)
class Person:
    """A name at ``[start, end)`` and the bracketed party behind it, both offsets -1 without one.

    ``proof`` is where the words begin that make the name count ("het lid"), -1 without any.
    """

    start: int
    end: int
    name: str
    party_start: int = -1
    party_end: int = -1
    proof: int = -1


@dataclass(frozen=True, slots=True)
class People:
    """Names read in a row, and where reading stopped ("c.s." included)."""

    persons: tuple[Person, ...]
    end: int


def people(text: str, at: int, *, commas: bool = True) -> People:
    """The names in a row that start at ``at``: "Van Raan (PvdD) en De Hoop", "Hagen/Sneller c.s.".

    A party behind "beiden" or "allen" counts for all names before it. ``commas`` tells whether a
    comma may stand between two names.
    """
    persons: list[Person] = []
    end = at
    text = _without_capitals(text, at)
    while (person := _person(text, at)) is not None:
        end, shared = person[1], person[2]
        persons.append(person[0])
        if shared:
            persons = [_with_party(p, persons[-1]) for p in persons]
        etc = _ETC.match(text, end)
        if etc is not None:
            end = etc.end()
            break
        sep = _SEPARATOR.match(text, end)
        if sep is None or "\n" in sep[0] or (text[sep.start()] == "," and not commas):
            break
        at = sep.end()
    return People(tuple(persons), end)


_PRIVATE = re.compile(
    r" [A-Z]\.(?! ?[A-Z])|,? (?:van|bij|in) (?:de|het|een) (?:\w+ )?\S*"
    r"(?:groep|bende|beweging|organisatie|club|cel|netwerk|familie)\b"
)
"""What follows a private person's name: one initial ("Karim B."), or a group they belong to."""


def _person(text: str, at: int) -> tuple[Person, int, bool] | None:
    """One name with its party: the person, where it ends, and whether the party is shared."""
    name = FULL.match(text, at)
    if name is None or not text[at].isupper() or name[0].lower() in _SMALL or "\n" in name[0]:
        return None
    if _PRIVATE.match(text, name.end()):
        return None
    party = _PARTY.match(text, name.end())
    if party is None:
        return Person(at, name.end(), tidy(name[0])), name.end(), False
    person = Person(at, name.end(), tidy(name[0]), *party.span(2))
    return person, party.end(), party[1] is not None


_CAPITALS = re.compile(rf"{CAPITAL}[A-ZÀ-ÖØ-Þ'’. -]*{CAPITAL}(?![^\W\d_])")


def _without_capitals(text: str, at: int) -> str:
    """The text with a title in capitals that starts at ``at`` written as a name is."""
    title = _CAPITALS.match(text, at)
    if title is None or len(title[0]) < 4 or "." in title[0].split()[0]:
        return text
    words = re.split(r"( |-|\.)", title[0])
    parts = [
        word.lower() if word.lower() in _SMALL and before != "-" else word.capitalize()
        for before, word in zip(["", *words], words, strict=False)
    ]
    plain = "".join(parts)
    plain = plain[:1].upper() + plain[1:].replace("C.S", "c.s")
    return text[:at] + plain + text[title.end() :] if len(plain) == len(title[0]) else text


def _with_party(person: Person, other: Person) -> Person:
    if person.party_start >= 0:
        return person
    return Person(person.start, person.end, person.name, other.party_start, other.party_end)


def tidy(name: str) -> str:
    """A name with single blanks and none around hyphens."""
    return re.sub(r"\s?-\s?", "-", " ".join(name.split()))


def squash(name: str) -> str:
    """A name's letters alone, in lower case: to compare what a scan may have broken."""
    return fold(name).replace(" ", "")
