"""What each rule does over all documents: how often right, how often wrong, in how many.

A row counts for every rule behind it. What was missed has no rule; a rule that never gave a row
or a field that is scored is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kamergraaf.evaluate.matching import SAME
from kamergraaf.evaluate.scoring import FIELDS, RIGHT, DocumentScore


@dataclass(slots=True)
class RuleScore:
    """A rule's effect on one kind or field: how many rows or values, in which documents."""

    what: str
    rule: str
    right: int = 0
    wrong: int = 0
    documents: set[str] = field(default_factory=set)
    helped: set[str] = field(default_factory=set)
    """Documents in which it gave something right."""


def effects(documents: Iterable[DocumentScore]) -> list[RuleScore]:
    """The rules by kind and field; within each those that err most first, then by name."""
    found: dict[tuple[str, str], RuleScore] = {}
    for document in documents:
        for what, rule, right in _credits(document):
            score = found.setdefault((what, rule), RuleScore(what, rule))
            score.right += right
            score.wrong += not right
            score.documents.add(document.name)
            if right:
                score.helped.add(document.name)
    order = {name: place for place, name in enumerate((*SAME, *FIELDS))}
    return sorted(found.values(), key=lambda s: (order[s.what], -s.wrong, -s.right, s.rule))


def _credits(document: DocumentScore) -> Iterator[tuple[str, str, bool]]:
    """Each kind or field, a rule that gave something there, and whether it is right."""
    fields = list(document.fields)
    for fact in document.facts:
        for rule in fact.rules:
            yield fact.kind, rule, fact.outcome == RIGHT
        fields += fact.fields
    for one in fields:
        for credit in one.credits:
            yield one.name, credit.rule, credit.right
