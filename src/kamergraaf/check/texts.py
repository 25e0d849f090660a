"""Checks of quotes against the text they come from, and of the text against its digest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from kamergraaf.check.finding import Finding, Message, Rule, Severity
from kamergraaf.check.index import Index
from kamergraaf.check.place import Places
from kamergraaf.iris import expand

QUOTE_AT_OFFSETS = Rule(
    "quote-at-offsets", Message("Citaat op zijn plaats", "Quote at its offsets")
)
TEXT_DIGEST = Rule("text-digest", Message("Tekst en kenmerk", "Text and digest"))
QUOTE_AGREES = Rule("quote-agrees", Message("Citaat en bewijs", "Quote and evidence"))
EVIDENCE_CONTAINS = Rule(
    "evidence-contains", Message("Bewijs bevat wat het bewijst", "Evidence holds what it proves")
)

EXACT = "<http://www.w3.org/ns/oa#exact>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_IGNORED = re.compile(r"[\s\u00ad\u2010\u2011-]+")
_FRAGMENT = re.compile(r"#char=(\d+),(\d+)$")

AS_WRITTEN = ("kamer:Date", "kamer:Citation")
"""Classes whose label is what the letter says, so that their evidence must hold it."""

CHECKED = {
    expand("dcterms:title"): "words",
    expand("kamer:asks"): "words",
    expand("kamer:times"): "number",
}
"""Properties whose value is a stretch of the letter, or a number that it writes."""

NUMERALS = {
    1: "een eerste eenmaal", 2: "twee tweede tweemaal beide", 3: "drie derde driemaal",
    4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen", 10: "tien", 11: "elf",
    12: "twaalf",
}  # fmt: skip
"""Dutch words for small numbers, folded."""


def fold(text: str) -> str:
    """The text without white space and hyphens, in lower case.

    Where a line ends with a hyphen, the text alone does not tell whether it belongs to the word.
    """
    return _IGNORED.sub("", text).casefold()


def quote_at_offsets(index: Index, places: Places) -> Iterator[tuple[str, Finding | None]]:
    """Each span of a text: whether ``oa:exact`` is what stands at its offsets.

    Yields each evidence node with its finding, or None where all is well.
    """
    for evidence, sources in index.subjects("oa:hasSource").items():
        letter = min(str(source)[1:-1] for source in sources)
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


def evidence_contains(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Nodes and statements whose words must stand in their evidence: whether they do."""
    for class_ in AS_WRITTEN:
        for node in _members(index, class_):
            if index.objects(node, "kamer:evidence"):
                yield node, _label_elsewhere(index, node)
    for statement, predicates in index.subjects("kamer:predicate").items():
        if not index.objects(statement, "kamer:evidence"):
            continue
        predicate = min(str(p)[1:-1] for p in predicates)
        if predicate in CHECKED:
            yield statement, _value_elsewhere(index, statement, predicate)


def _label_elsewhere(index: Index, node: str) -> Finding | None:
    quotes = [fold(quote) for quote in index.names(node, "kamer:quote")]
    labels = index.names(node, "rdfs:label")
    if not labels or any(fold(label) in quote for label in labels for quote in quotes):
        return None
    message = Message(
        "Het bewijs bevat niet wat het bewijst: de woorden staan er niet in.",
        "The evidence does not hold what it proves: the words are not in it.",
    )
    return _finding(EVIDENCE_CONTAINS, node, message, LABEL, labels[0])


def _value_elsewhere(index: Index, statement: str, predicate: str) -> Finding | None:
    value = index.first(statement, "kamer:object")
    quote = index.first(statement, "kamer:quote")
    if CHECKED[predicate] == "number":
        words = set(re.findall(r"\w+", quote.lower().replace("é", "e")))
        wanted = {value, *NUMERALS.get(int(value) if value.isdecimal() else 0, "").split()}
        held, severity = bool(words & wanted), Severity.WARNING
    else:
        held, severity = fold(value) in fold(quote), Severity.VIOLATION
    if held:
        return None
    message = Message(
        "Het bewijs van deze uitspraak bevat de waarde niet.",
        "The evidence of this statement does not hold its value.",
    )
    path = f"<{predicate}>"
    return Finding(EVIDENCE_CONTAINS, severity, message, statement, path, value)


def _members(index: Index, class_: str) -> list[str]:
    return sorted(index.members.get(expand(class_), ()))


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
    said, parts = _IGNORED.sub("", quote), [_IGNORED.sub("", piece) for piece in pieces]
    if said == "".join(parts):
        return True
    return len(said) == sum(map(len, parts)) and all(part in said for part in parts)


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat[:80]}…”" if len(flat) > 80 else f"“{flat}”"


def _finding(rule: Rule, focus: str, told: Message, path: str = "", value: str = "") -> Finding:
    return Finding(rule, rule.severity, told, focus, path, value)
