"""One document's rows beside its annotation: right, missed, extra, and the fields of what is right.

A kind that the annotation leaves out is not scored. Credit goes to the rules behind each row, so
that a rule's effect over many documents can be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kamergraaf.evaluate.annotations import Annotation
from kamergraaf.evaluate.likeness import alike, norm, overlap, parts, ratio
from kamergraaf.evaluate.matching import SAME, Item, addressed, match
from kamergraaf.evaluate.reading import NOTHING, Reading

RIGHT, MISSED, EXTRA = "right", "missed", "extra"

MEASURE_LISTS = {"responsible": alike, "partners": alike, "addresses": addressed}
SINGLE = {
    "actors": ("actor", "kind"),
    "motions": ("motion", "status"),
    "threats": ("threat", "stance"),
}
FIELDS = (
    *("document.date", "document.id", "document.kind", "document.senders"),
    *("document.session_year", "document.subject", "actor.kind", "motion.status"),
    *("threat.stance", "measure.status", "measure.responsible", "measure.partners"),
    *("measure.addresses", "measure.start"),
)
"""The fields that are scored: of the document, and of facts that are right."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A rule that gave something which is right or wrong."""

    rule: str
    right: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a fact: its score from 0 to 1, what should be there and what is."""

    name: str
    score: float
    wanted: str
    got: str
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that is right, missed or extra.

    An extra has no ``gold`` (the annotation's item), a miss no ``found`` (the row).
    """

    kind: str
    outcome: str
    gold: Mapping[str, Any] | None
    found: Mapping[str, Any] | None
    rules: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """How one document was read; ``failure`` says why it could not be, else ''.

    ``kinds`` are those that its annotation has, ``fields`` those of the document itself.
    """

    name: str
    kinds: tuple[str, ...]
    facts: tuple[Fact, ...]
    fields: tuple[Field, ...]
    failure: str = ""


def score(annotation: Annotation, reading: Reading = NOTHING, failure: str = "") -> DocumentScore:
    """Compare a reading with an annotation; with ``failure``, nothing counts as read."""
    facts: list[Fact] = []
    kinds: list[str] = []
    for kind in SAME:
        gold = annotation.items(kind)
        if gold is not None:
            kinds.append(kind)
            facts += _facts(kind, gold, reading)
    document = annotation.content.get("document")
    fields = tuple(_document(document, reading)) if document else ()
    return DocumentScore(annotation.name, tuple(kinds), tuple(facts), fields, failure)


def _facts(kind: str, gold: list[dict[str, Any]], reading: Reading) -> Iterator[Fact]:
    """The facts of a kind in the order of the annotation, then what is extra."""
    found = reading.rows.get(kind, [])
    pairs = dict(match(gold, found, SAME[kind]))
    behind = reading.support.behind
    for i, item in enumerate(gold):
        if i in pairs:
            row = found[pairs[i]]
            fields = tuple(_fields(kind, item, row, reading))
            yield Fact(kind, RIGHT, item, row, behind(kind, row), fields)
        else:
            yield Fact(kind, MISSED, item, None)
    taken = set(pairs.values())
    for j, row in enumerate(found):
        if j not in taken:
            yield Fact(kind, EXTRA, None, row, behind(kind, row))


def _fields(kind: str, gold: Item, row: Item, reading: Reading) -> Iterator[Field]:
    """The fields of a fact that is right, as far as they are scored."""
    if kind in SINGLE:
        thing, key = SINGLE[kind]
        rules = () if kind == "actors" else reading.support.behind(kind, row)
        yield _single(f"{thing}.{key}", gold.get(key), row.get(key), rules)
    elif kind == "measures":
        rules = reading.support.field("measures", "status", row)
        yield _single("measure.status", gold.get("status"), row.get("status"), rules)
        for key in MEASURE_LISTS:
            if gold[key] or parts(row.get(key)):
                yield _listed(key, gold, row, reading)
        if gold.get("start") or row.get("start"):
            rules = reading.support.field("measures", "start", row)
            yield _single("measure.start", gold.get("start"), row.get("start"), rules)


def _single(name: str, wanted: object, got: object, rules: tuple[str, ...]) -> Field:
    right = norm(wanted) == norm(got)
    credits = tuple(Credit(rule, right) for rule in rules) if norm(got) else ()
    return Field(name, float(right), str(wanted or ""), str(got or ""), credits)


def _listed(key: str, gold: Item, row: Item, reading: Reading) -> Field:
    """A field with several values: F1, so that an extra costs as much as a miss."""
    wanted, got = gold[key], parts(row.get(key))
    pairs = match(wanted, got, MEASURE_LISTS[key])
    right = {j for _, j in pairs}
    credits = tuple(
        Credit(rule, j in right)
        for j, part in enumerate(got)
        for rule in reading.support.field("measures", key, row, part)
    )
    value = 2 * len(pairs) / (len(wanted) + len(got))
    return Field(f"measure.{key}", value, " | ".join(wanted), " | ".join(got), credits)


def _document(gold: Item, reading: Reading) -> Iterator[Field]:
    """The document's own fields; those that the annotation leaves empty count for some only."""
    row = reading.document

    def made(key: str, right: bool, wanted: object) -> Field:
        got = str(row.get(key) or "")
        rules = reading.support.field("documents", key, row) if got else ()
        credits = tuple(Credit(rule, right) for rule in rules)
        return Field(f"document.{key}", float(right), str(wanted or ""), got, credits)

    for key in ("kind", "id", "date", "session_year"):
        if key != "session_year" or gold.get(key):
            yield made(key, norm(row.get(key)) == norm(gold.get(key)), gold.get(key))
    if senders := gold.get("senders"):
        right = any(alike(senders[0], sender) for sender in parts(row.get("senders")))
        yield made("senders", right, senders[0])
    if subject := gold.get("subject"):
        told = row.get("subject")
        yield made("subject", overlap(subject, told) or ratio(subject, told) > 0.8, subject)
