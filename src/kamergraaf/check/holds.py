"""The check that evidence holds what it is evidence for, wherever that can be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kamergraaf.check.finding import Finding, Message, Rule, Severity
from kamergraaf.check.index import Index, name
from kamergraaf.iris import expand

EVIDENCE_CONTAINS = Rule(
    "evidence-contains", Message("Bewijs bevat wat het bewijst", "Evidence holds what it proves")
)
AS_WRITTEN = ("kamer:Date", "kamer:Citation")
"""Classes whose label is what the letter says, so that their evidence must hold it."""

LABEL = expand("rdfs:label")
_ONES = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = ["tien", "elf", "twaalf", "dertien", "veertien"]
_TEENS += ["vijftien", "zestien", "zeventien", "achttien", "negentien"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_OTHERWISE = {0: "geen", 1: "eerste eenmaal", 2: "tweede tweemaal beide", 3: "derde driemaal"}

_IGNORED = re.compile(r"[\s\u00ad\u2010\u2011-]+")
_WORDS = re.compile(r"\w+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POINTS = re.compile(r"(?<=\d)[.\s](?=\d{3}(?!\d))")
_LARGE = re.compile(r"dozijn|honderd|duizend|miljoen|miljard|procent|helft|[¼½¾]", re.IGNORECASE)
_PLAIN = str.maketrans("éëï", "eei")
_OFFICIAL = re.compile(r"(?:kst|ah|h|dossier|stb|stcrt|trb)-|\d{4}[ZD]\d{5}$|ECLI:")


def _numerals() -> dict[int, set[str]]:
    """Dutch words for the numbers below a hundred, without accents."""
    found = {number: {word} for number, word in enumerate([*_ONES, *_TEENS])}
    for ten, word in enumerate(_TENS, 2):
        found[ten * 10] = {word}
        for one in range(1, 10):
            found[ten * 10 + one] = {f"{_ONES[one]}en{word}"}
    for number, words in _OTHERWISE.items():
        found[number].update(words.split())
    return found


NUMERALS = _numerals()

Holds = Callable[[Index, str, str], bool]
"""Whether a quote (third) holds a value (second); True also where that cannot be told."""


def fold(text: str) -> str:
    """The text without white space and hyphens, in lower case.

    Where a line ends with a hyphen, the text alone does not tell whether it belongs to the word.
    """
    return _IGNORED.sub("", text).casefold()


def evidence_contains(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Nodes and statements whose words or numbers must stand in their evidence: whether they do.

    Yields each with its finding, or None where all is well. Only what a letter itself says is
    held to it: what is inferred rests on other words.
    """
    for class_ in AS_WRITTEN:
        for node in sorted(index.members.get(expand(class_), ())):
            if index.objects(node, "kamer:evidence"):
                yield node, _label_elsewhere(index, node)
    for statement, predicates in index.subjects("kamer:predicate").items():
        predicate = min(map(name, predicates))
        if predicate in CHECKED and _stated(index, statement):
            yield statement, _value_elsewhere(index, statement, predicate)


def _stated(index: Index, statement: str) -> bool:
    origin = index.first(statement, "kamer:origin")
    return origin.endswith("/stated") and bool(index.objects(statement, "kamer:evidence"))


def _label_elsewhere(index: Index, node: str) -> Finding | None:
    quotes = [fold(quote) for quote in index.names(node, "kamer:quote")]
    labels = index.names(node, "rdfs:label")
    if not labels or any(fold(label) in quote for label in labels for quote in quotes):
        return None
    message = Message(
        "Het bewijs bevat niet wat het bewijst: de woorden staan er niet in.",
        "The evidence does not hold what it proves: the words are not in it.",
    )
    rule = EVIDENCE_CONTAINS
    return Finding(rule, rule.severity, message, node, f"<{LABEL}>", labels[0])


def _value_elsewhere(index: Index, statement: str, predicate: str) -> Finding | None:
    value = index.first(statement, "kamer:object")
    quote = index.first(statement, "kamer:quote")
    holds, severity = CHECKED[predicate]
    if holds(index, value, quote):
        return None
    message = Message(
        "Het bewijs van deze uitspraak bevat de waarde niet.",
        "The evidence of this statement does not hold its value.",
    )
    return Finding(EVIDENCE_CONTAINS, severity, message, statement, f"<{predicate}>", value)


def _words(_: Index, value: str, quote: str) -> bool:
    """The words in their order; a gap in them stands for the name of a private person."""
    at = 0
    for part in fold(value).split("…"):
        found = fold(quote).find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _number(_: Index, value: str, quote: str) -> bool:
    """A whole number, in digits or as a Dutch word; larger words are not worked out."""
    whole = value.removesuffix(".0")
    if not whole.isdecimal() or _LARGE.search(quote):
        return True
    plain = _POINTS.sub("", quote.lower().translate(_PLAIN))
    wanted = {whole, *NUMERALS.get(int(whole), ())}
    return any(word in wanted for word in _WORDS.findall(plain))


def _official(_: Index, value: str, quote: str) -> bool:
    """An official number: its last part, which is what a citation always writes."""
    if not _OFFICIAL.match(value):
        return True
    last = value if value.startswith("ECLI:") else value.rpartition("-")[2]
    return fold(last) in fold(quote)


def _session(_: Index, value: str, quote: str) -> bool:
    return value[:4] in fold(quote)


def _level(index: Index, value: str, quote: str) -> bool:
    """A threat level: its digit, its number as a word, or what it is called."""
    digit = value.rpartition("/")[2]
    labels = [*index.names(value, "skos:prefLabel"), *index.names(value, "skos:altLabel")]
    return _number(index, digit, quote) or any(fold(label) in fold(quote) for label in labels)


def _years(_: Index, value: str, quote: str) -> bool:
    """A date's value: years that it names stand in the quote where the quote names years."""
    written = set(_YEAR.findall(quote))
    return not written or bool(written & set(_YEAR.findall(value)))


CHECKED: dict[str, tuple[Holds, Severity]] = {
    expand("dcterms:title"): (_words, Severity.VIOLATION),
    expand("kamer:asks"): (_words, Severity.VIOLATION),
    expand("kamer:dossier"): (_words, Severity.VIOLATION),
    expand("dcterms:identifier"): (_official, Severity.WARNING),
    expand("kamer:sessionYear"): (_session, Severity.WARNING),
    expand("kamer:edtf"): (_years, Severity.WARNING),
    expand("kamer:times"): (_number, Severity.WARNING),
    expand("kamer:value"): (_number, Severity.WARNING),
    expand("kamer:level"): (_level, Severity.WARNING),
    expand("kamer:previousLevel"): (_level, Severity.WARNING),
}
"""Properties whose value the letter writes, how to tell, and how sure that is."""
