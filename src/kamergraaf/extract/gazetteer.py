"""Finds the terms of the lexicon in the flow: one automaton over the folded text.

Forms are matched without regard to case, accents, hyphens or tripled letters and only as whole
words; acronyms must stand exactly as written. A word that ends in a ``Term.heads`` element names
something narrower than that term: the mention covers the whole word. Within a family (actors,
concerns, every other kind by itself) mentions do not overlap and the longest wins; mentions of
different families may overlap ("terrorisme" inside an actor's name).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kamergraaf.extract.folding import fold, prepare
from kamergraaf.model import Flow, Lexicon, Mention, Term

ACTOR_KINDS = frozenset(
    {
        "Agency",
        "Cabinet",
        "Collective",
        "Committee",
        "Company",
        "Court",
        "Directorate",
        "ForeignState",
        "InternationalBody",
        "KnowledgeInstitute",
        "MemberOfParliament",
        "Minister",
        "Ministry",
        "Municipality",
        "Organisation",
        "OtherActor",
        "Parliament",
        "Partnership",
        "Party",
        "Province",
    }
)
"""Classes of terms that act."""

CONCERN_KINDS = frozenset({"Concern", "TargetGroup", "ThreatCategory"})
"""Classes of terms that measures are aimed at."""

_NAMED_BY_LABEL = ACTOR_KINDS | CONCERN_KINDS | {"Country", "PolicyArea"}


class _Form(NamedTuple):
    """One way to name a term; ``exact`` is an acronym's spelling, ``head`` marks a word ending."""

    term: Term
    family: str
    exact: str = ""
    head: bool = False


_Hit = tuple[int, int, int, str, Term]
"""Start, end and weight (both negated, so that the longest sorts first), the term's id and it."""


class Gazetteer:
    """The compiled forms of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        forms: dict[str, list[_Form]] = {}
        for term in lexicon.terms.values():
            for pattern, form in _forms(term):
                at = forms.setdefault(pattern, [])
                if form not in at:
                    at.append(form)
        self._forms = tuple(tuple(of) for of in forms.values())
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.Standard)

    def find(self, text: str) -> tuple[Mention, ...]:
        """All mentions in a text, sorted by start, then the longer one first."""
        hits: dict[str, list[_Hit]] = {}
        for start, end, forms in self._places(text):
            for term, group, exact, head in forms:
                if exact and text[start:end] != exact:
                    continue
                if head:
                    hit = _compound(text, start, end, term)
                    if hit is None:
                        continue
                else:
                    hit = (start, -end, -1000, term.id, term)
                hits.setdefault(group, []).append(hit)
        chosen = [hit for group in hits.values() for hit in _longest(group)]
        chosen.sort()
        new = tuple.__new__
        return tuple([new(Mention, (start, -end, term)) for start, end, _, _, term in chosen])

    def _places(self, text: str) -> Iterator[tuple[int, int, tuple[_Form, ...]]]:
        """Where patterns stand in the text, and the forms behind them; none crosses a passage."""
        ready = prepare(text)
        found = self._automaton.find_matches_as_indexes(f" {ready.text} ", overlapping=True)
        for index, left, right in found:
            forms = self._forms[index]
            # The haystack has one blank before the text, a name's pattern one more.
            start, end = (left - 1 if forms[0].head else left), right - 2
            if ready.places and end > ready.places[0]:
                start, end = ready.source(start), ready.source(end - 1) + 1
            if text.find("\n", start, end) < 0:
                yield start, end, forms


def find(flow: Flow, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every term of the lexicon that the flow names, sorted by start; no mention crosses passages.

    Mentions of one family do not overlap; those of different families may.
    """
    return of(lexicon).find(flow.text)


_CACHE: dict[int, tuple[Lexicon, Gazetteer]] = {}
_CACHED = 4


def of(lexicon: Lexicon) -> Gazetteer:
    """The gazetteer of a lexicon, compiled once for each lexicon object."""
    kept = _CACHE.get(id(lexicon))
    if kept is None:
        while len(_CACHE) >= _CACHED:
            _CACHE.pop(next(iter(_CACHE)))
        kept = _CACHE[id(lexicon)] = (lexicon, Gazetteer(lexicon))
    return kept[1]


def family(kind: str) -> str:
    """The family of a term's class, within which mentions compete."""
    if kind in ACTOR_KINDS:
        return "actor"
    return "concern" if kind in CONCERN_KINDS else kind


def _forms(term: Term) -> Iterator[tuple[str, _Form]]:
    """The patterns that name a term: a name between blanks, a head before a blank."""
    group = family(term.kind)
    names = [*term.surfaces, *(name.text for name in term.names)]
    if term.kind in _NAMED_BY_LABEL and term.label not in term.acronyms:
        names.append(term.label)
    plain = _Form(term, group)
    for name in names:
        for variant in _variants(name):
            yield f" {variant} ", plain
    for acronym in term.acronyms:
        for variant in _variants(acronym):
            yield f" {variant} ", _Form(term, group, exact=acronym)
    for head in term.heads:
        yield f"{fold(head).strip()} ", _Form(term, group, head=True)


def _variants(name: str) -> set[str]:
    """Folded forms: signs as blanks, signs left out, and parted as glued words are."""
    folded = fold(name).strip()
    found = {folded, prepare(name).text.strip(), " ".join(folded.split())}
    if "-" in name.strip("-"):
        found.add(fold(name.replace("-", "")).strip())
    return {form for form in found if len(form) > 1}


def _compound(text: str, start: int, end: int, term: Term) -> _Hit | None:
    """The whole word that ends in a term's head at ``[start, end)``; None for the head alone."""
    length = end - start
    while start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while text[start] == "-":
        start += 1
    return (start, -end, -length, term.id, term) if end - start > length else None


def _longest(hits: list[_Hit]) -> list[_Hit]:
    """Leftmost hits that do not overlap; at one place the longest, then names before heads."""
    hits.sort()
    chosen: list[_Hit] = []
    last = -1
    for hit in hits:
        if hit[0] >= last:
            chosen.append(hit)
            last = -hit[1]
    return chosen
