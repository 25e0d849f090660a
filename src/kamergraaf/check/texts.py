"""Checks of quotes against the text they come from, and of the text against its digest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from kamergraaf.check.finding import Finding, Message, Rule
from kamergraaf.check.index import Index, name
from kamergraaf.check.place import Places
from kamergraaf.graph.quotes import GAP

QUOTE_AT_OFFSETS = Rule(
    "quote-at-offsets", Message("Citaat op zijn plaats", "Quote at its offsets")
)
TEXT_DIGEST = Rule("text-digest", Message("Tekst en kenmerk", "Text and digest"))
QUOTE_AGREES = Rule("quote-agrees", Message("Citaat en bewijs", "Quote and evidence"))

EXACT = "<http://www.w3.org/ns/oa#exact>"
_IGNORED = re.compile(r"[\s\u00ad\u2010\u2011-]+")
_FRAGMENT = re.compile(r"#char=(\d+),(\d+)$")


def quote_at_offsets(index: Index, places: Places) -> Iterator[tuple[str, Finding | None]]:
    """Each span of a text: whether ``oa:exact`` is what stands at its offsets.

    Yields each evidence node with its finding, or None where all is well.
    """
    for evidence, sources in index.subjects("oa:hasSource").items():
        letter = min(map(name, sources))
        yield evidence, _misquote(index, places, evidence, letter)


def _misquote(index: Index, places: Places, evidence: str, letter: str) -> Finding | None:
    text, span = index.first(letter, "kamer:text"), places.span(evidence)
    exact = "".join(
        index.first(selector, "oa:exact") for selector in index.names(evidence, "oa:hasSelector")
    )
    if not text:
        told = Message("De bron van dit bewijs heeft geen tekst.", "The source has no text.")
        return _finding(QUOTE_AT_OFFSETS, evidence, told, value=letter)
    if span is None:
        told = Message("Dit bewijs zegt niet waar het staat.", "This evidence names no offsets.")
        return _finding(QUOTE_AT_OFFSETS, evidence, told)
    address = _FRAGMENT.search(evidence)
    if address and (int(address[1]), int(address[2])) != span:
        told = Message(
            f"Het adres van dit bewijs wijst een andere plaats aan dan {span[0]}-{span[1]}.",
            f"The address of this evidence points elsewhere than {span[0]}-{span[1]}.",
        )
        return _finding(QUOTE_AT_OFFSETS, evidence, told)
    there = text[span[0] : span[1]] if 0 <= span[0] < span[1] <= len(text) else ""
    if there == exact and exact:
        return None
    told = Message(
        f"Het citaat staat niet op zijn plaats: op {span[0]}-{span[1]} staat {_shown(there)}.",
        f"The quote does not stand at its offsets: {span[0]}-{span[1]} reads {_shown(there)}.",
    )
    return _finding(QUOTE_AT_OFFSETS, evidence, told, EXACT, exact)


def text_digest(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Each stored text: whether its SHA-256 (of UTF-8) is the digest beside it."""
    path = "<https://w3id.org/kamergraaf/def/textDigest>"
    for letter in index.subjects("kamer:text"):
        told = index.names(letter, "kamer:textDigest")
        real = [sha256(text.encode()).hexdigest() for text in index.names(letter, "kamer:text")]
        if len(real) == 1 and told == real:
            yield letter, None
            continue
        message = Message(
            "De opgeslagen tekst hoort niet bij zijn kenmerk (SHA-256): de tekst is veranderd.",
            "The stored text does not match its digest (SHA-256): the text was changed.",
        )
        yield letter, _finding(TEXT_DIGEST, letter, message, path, " | ".join(told))


def quote_agrees(index: Index, places: Places) -> Iterator[tuple[str, Finding | None]]:
    """Each ``kamer:quote``: whether it says what its node's spans say, letter by letter."""
    path = "<https://w3id.org/kamergraaf/def/quote>"
    for node in index.subjects("kamer:quote"):
        quotes = index.names(node, "kamer:quote")
        spans = _by_letter(index, places, index.names(node, "kamer:evidence"))
        wrong = [q for q in quotes if not any(_same(q, pieces) for pieces in spans)]
        if not wrong and all(any(_same(q, pieces) for q in quotes) for pieces in spans):
            yield node, None
            continue
        message = Message(
            "Het citaat is niet wat het bewijs aanwijst.",
            "The quote is not what the evidence points at.",
        )
        yield node, _finding(QUOTE_AGREES, node, message, path, (wrong or quotes)[0])


def _by_letter(index: Index, places: Places, evidence: Iterable[str]) -> list[list[str]]:
    """What stands at the spans, per letter, in reading order."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for node in evidence:
        span = places.span(node)
        if span:
            found[index.first(node, "oa:hasSource")].append(span)
    return [
        [index.first(letter, "kamer:text")[start:end] for start, end in sorted(spans)]
        for letter, spans in found.items()
    ]


def _same(quote: str, pieces: list[str]) -> bool:
    """Whether the quote is the pieces; a letter may be read in another order than it is printed."""
    said, parts = (
        _IGNORED.sub("", quote.replace(GAP, " ")),
        [_IGNORED.sub("", piece) for piece in pieces],
    )
    if said == "".join(parts):
        return True
    return len(said) == sum(map(len, parts)) and all(part in said for part in parts)


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat[:80]}…”" if len(flat) > 80 else f"“{flat}”"


def _finding(rule: Rule, focus: str, told: Message, path: str = "", value: str = "") -> Finding:
    return Finding(rule, rule.severity, told, focus, path, value)
