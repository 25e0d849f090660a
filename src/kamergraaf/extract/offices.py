"""Ministries named through their offices: "de Ministers van X en van Y", "het ministerie van Z".

A ministry's portfolio is what stands behind "Ministerie van" in its names, or its abbreviation.
Commas inside a portfolio are no separators, and blanks do not count ("Sociale Zakenen
Werkgelegenheid" in a broken text is still read).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.extract.folding import fold
from kamergraaf.model import Lexicon, Term

_PREFIX = re.compile(
    r"^(?:het |de )?(?:ministerie|departement|minister|staatssecretaris)s? (?:(?:van|voor) )?", re.I
)
_TITLE = re.compile(
    r"(?P<title>minister(?:ie)?s?|staatssecretaris(?:sen)?)(?P<president>-president)?"
    r"(?![^\W_])",
    re.I,
)
_OF = re.compile(r"\s+(?:(?:van|voor)\s+)?(?:het\s+ministerie\s+van\s+)?", re.I)
_NEXT = re.compile(
    r"(?:,\s*(?:en\s+)?|\s+en\s+)(?:(?:de|het)\s+)?"
    r"(?:(?P<title>minister(?:ie)?|staatssecretaris)\s+)?(?:van|voor)\s+",
    re.I,
)
_LIST = re.compile(r"(?:,\s*(?:en\s+)?|\s+en\s+)", re.I)
_WINDOW = 110


@dataclass(frozen=True, slots=True)
class Office:
    """An office or ministry at ``[start, end)``: ``title`` is "Minister", "Staatssecretaris" or
    "Ministerie", ``portfolio`` the part behind it, at ``[at, end)``, as written."""

    start: int
    at: int
    end: int
    term: Term
    title: str
    portfolio: str

    @property
    def label(self) -> str:
        """The office's name: "Minister van Justitie en Veiligheid"."""
        return f"{self.title} {self.portfolio}"


class Portfolios:
    """The portfolios of a lexicon's ministries, read at a place in a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._terms: dict[str, tuple[Term, str]] = {}
        self._acronyms: dict[str, Term] = {}
        for term in lexicon.terms.values():
            if term.kind == "Ministry":
                self._add(term)
        self._lengths = sorted({len(key) for key in self._terms}, reverse=True)

    def _add(self, term: Term) -> None:
        for name in (term.label, *(n.text for n in term.names), *term.surfaces):
            bare = _PREFIX.sub("", name)
            if bare != name:
                self._terms.setdefault(_squash(fold(bare)), (term, bare))
        for acronym in term.acronyms:
            self._acronyms.setdefault(acronym, term)

    def read(self, text: str, at: int) -> tuple[int, Term, str] | None:
        """The longest portfolio at ``at``: where it ends, its ministry and its name in full."""
        if not text[at : at + 1].isupper() and not text[at : at + 1].islower():
            return None
        window = text[at : at + _WINDOW]
        squashed, places = _squash_with_places(fold(window))
        for length in self._lengths:
            found = self._terms.get(squashed[:length]) if length <= len(squashed) else None
            if found is not None:
                end = at + places[length - 1] + 1
                if not text[end : end + 1].isalpha() or text[end].isupper():
                    return end, *found
        word = re.compile(r"[A-Z][A-Za-z&]+").match(text, at)
        term = self._acronyms.get(word[0]) if word else None
        return (word.end(), term, word[0]) if word and term else None


def _squash(folded: str) -> str:
    return folded.replace(" ", "")


def _squash_with_places(folded: str) -> tuple[str, list[int]]:
    """The text without blanks, and where each of its characters stood."""
    places = [i for i, char in enumerate(folded) if char != " "]
    return "".join(folded[i] for i in places), places


def read(text: str, at: int, portfolios: Portfolios) -> list[Office]:
    """The offices of the phrase whose title ("Ministers", "ministerie") starts at ``at``."""
    title = _TITLE.match(text, at)
    if title is None:
        return []
    name = _singular(title["title"])
    if title["president"]:
        found = portfolios.read("Algemene Zaken", 0)
        end = title.end()
        return [Office(at, at, end, found[1], "Minister-president", "")] if found else []
    of = _OF.match(text, title.end())
    start, at = (at, of.end()) if of else (at, -1)
    offices: list[Office] = []
    plural = title["title"].lower() in {"ministers", "staatssecretarissen", "ministeries"}
    while at >= 0 and (found := portfolios.read(text, at)) is not None:
        end, term, full = found
        words = text[max(0, at - 5) : at].lower()
        link = "voor" if words.startswith("voor") else "van"
        offices.append(Office(start, at, end, term, name, f"{link} {_case(text[at:end], full)}"))
        following = _NEXT.match(text, end)
        if following is not None:
            at = start = following.end()
            if following["title"]:
                name, start = _singular(following["title"]), following.start("title")
        elif plural and (comma := _LIST.match(text, end)) is not None:
            at = start = comma.end()
        else:
            break
    return offices


def _case(written: str, full: str) -> str:
    """The portfolio as written, or as the register writes it where the text is in capitals."""
    plain = " ".join(written.split())
    return full if (plain.isupper() and len(plain) > 4) or "  " in written else plain


_SINGULAR = {
    "ministers": "Minister",
    "ministeries": "Ministerie",
    "staatssecretarissen": "Staatssecretaris",
}


def _singular(title: str) -> str:
    return _SINGULAR.get(title.lower(), title.capitalize())
