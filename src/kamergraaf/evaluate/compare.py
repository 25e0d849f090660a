"""A run beside an earlier one: what got better, what got worse, and which facts changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from kamergraaf.evaluate.labels import label
from kamergraaf.evaluate.run import Accuracy, Run, Tally, accuracies, tallies
from kamergraaf.evaluate.scoring import EXTRA, MISSED, RIGHT, DocumentScore, Fact, Field

WORSE, BETTER = "worse", "better"

_TURNS = {
    (RIGHT, MISSED): (WORSE, "was right, is missed now"),
    (MISSED, RIGHT): (BETTER, "was missed, is right now"),
    (None, EXTRA): (WORSE, "a new extra"),
    (EXTRA, None): (BETTER, "no extra any more"),
}


@dataclass(frozen=True, slots=True)
class Shift:
    """A figure (F1 of a kind, accuracy of a field) then and now; None where there was none.

    ``document`` is '' for the figure over all documents.
    """

    document: str
    what: str
    before: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """A fact, or a field of one, that changed: for the better or the worse, and how."""

    document: str
    what: str
    direction: str
    how: str
    label: str
    quote: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """``missing`` and ``added`` are documents that only the earlier or only this run has.

    All other figures and changes are over the documents that both have.
    """

    shifts: tuple[Shift, ...]
    changes: tuple[Change, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    def as_object(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def compare(before: Run, now: Run) -> Comparison:
    """What changed between two runs, over the documents that both have."""
    old = {d.name: d for d in before.documents}
    new = {d.name: d for d in now.documents}
    both = [name for name in new if name in old]
    shifts = list(_shifts("", [old[name] for name in both], [new[name] for name in both]))
    changes: list[Change] = []
    for name in both:
        shifts += (s for s in _shifts(name, [old[name]], [new[name]]) if s.before != s.now)
        changes += _changes(old[name], new[name])
    return Comparison(
        tuple(shifts),
        tuple(sorted(changes, key=lambda c: c.direction != WORSE)),
        tuple(name for name in old if name not in new),
        tuple(name for name in new if name not in old),
    )


def _shifts(document: str, old: list[DocumentScore], new: list[DocumentScore]) -> Iterator[Shift]:
    def figures(documents: list[DocumentScore]) -> dict[str, float]:
        both: dict[str, Tally | Accuracy] = {**tallies(documents), **accuracies(documents)}
        return {k: v.f1 if isinstance(v, Tally) else v.value for k, v in both.items()}

    then, now = figures(old), figures(new)
    for what in dict.fromkeys((*now, *then)):
        yield Shift(document, what, then.get(what), now.get(what))


def _changes(old: DocumentScore, new: DocumentScore) -> Iterator[Change]:
    then, now = _keyed(old), _keyed(new)
    for key in dict.fromkeys((*then, *now)):
        yield from _changed(new.name, then.get(key), now.get(key))
    fields = {f.name: f for f in old.fields}
    for field in new.fields:
        if field.name in fields:
            yield from _field(new.name, fields[field.name], field, "", "")


def _changed(document: str, old: Fact | None, new: Fact | None) -> Iterator[Change]:
    """What became of one annotated fact, or of one extra."""
    turn = _TURNS.get((_outcome(old), _outcome(new)))
    one = new or old
    assert one is not None
    item = one.gold or one.found or {}
    name, quote = label(one.kind, item), str(item.get("quote") or "")
    if turn is not None:
        rules = one.rules or (old.rules if old else ())
        yield Change(document, one.kind, *turn, name, quote, rules)
    elif old and new:
        fields = {f.name: f for f in old.fields}
        for field in new.fields:
            if field.name in fields:
                yield from _field(document, fields[field.name], field, name, quote)


def _outcome(fact: Fact | None) -> str | None:
    return fact.outcome if fact else None


def _field(document: str, old: Field, new: Field, name: str, quote: str) -> Iterator[Change]:
    if old.score == new.score:
        return
    how = f"was “{old.got}”, is “{new.got}”, should be “{new.wanted}”"
    direction = WORSE if new.score < old.score else BETTER
    rules = tuple(sorted({c.rule for c in (*old.credits, *new.credits)}))
    yield Change(document, new.name, direction, how, name, quote, rules)


def _keyed(document: DocumentScore) -> dict[tuple[str, bool, str, str, int], Fact]:
    """Facts by what they are in the annotation, or as extras; equal ones are numbered."""
    seen: Counter[tuple[str, bool, str, str]] = Counter()
    found = {}
    for fact in document.facts:
        item = fact.gold or fact.found or {}
        key = (
            fact.kind,
            fact.gold is None,
            label(fact.kind, item),
            str(item.get("quote") or ""),
        )
        found[(*key, seen[key])] = fact
        seen[key] += 1
    return found
