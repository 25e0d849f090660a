"""Checks of facts: each has its proof, each statement its fact, each period runs forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamergraaf.check.finding import Finding, Message, Rule, Severity
from kamergraaf.check.index import RDF_TYPE, Index, name
from kamergraaf.iris import DEF, expand

FACT_COVERED = Rule("fact-covered", Message("Feit met bewijs", "Fact with proof"))
STATEMENT_HOLDS = Rule("statement-holds", Message("Uitspraak met feit", "Statement with its fact"))
PERIOD_ORDER = Rule("period-order", Message("Periode loopt vooruit", "Period runs forward"))

LABEL = expand("rdfs:label")


def fact_covered(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Each triple of a letter's facts graph: whether it has a statement of that letter.

    A node's type and label are proved by the node's own evidence.
    """
    claimed = _claims(index)
    proved = index.subjects("kamer:evidence")
    for letter, triples in index.facts.items():
        for subject, predicate, object_ in triples:
            own = predicate in {RDF_TYPE, LABEL} and subject in proved
            stated = (letter, subject, predicate, object_) in claimed
            yield subject, None if own or stated else _unproved(subject, predicate, object_)


def _claims(index: Index) -> set[tuple[str, str, str, str]]:
    found: set[tuple[str, str, str, str]] = set()
    predicates, objects = index.subjects("kamer:predicate"), index.subjects("kamer:object")
    letters = index.subjects("kamer:letter")
    for statement, subjects in index.subjects("kamer:subject").items():
        for subject in subjects:
            for predicate in predicates.get(statement, ()):
                for letter in letters.get(statement, ()):
                    for said in objects.get(statement, ()):
                        found.add((name(letter), name(subject), name(predicate), said))
    return found


def _unproved(subject: str, predicate: str, object_: str) -> Finding:
    message = Message(
        "Dit feit heeft geen uitspraak en geen bewijs.",
        "This fact has neither a statement nor evidence.",
    )
    rule = FACT_COVERED
    return Finding(rule, rule.severity, message, subject, f"<{predicate}>", name(object_))


def statement_holds(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Each statement: whether the dataset holds the triple that it states."""
    message = Message(
        "De gegevens bevatten niet wat deze uitspraak zegt.",
        "The dataset does not hold what this statement says.",
    )
    for statement in index.subjects("kamer:predicate"):
        subject = index.first(statement, "kamer:subject")
        predicate = index.first(statement, "kamer:predicate")
        said = index.objects(statement, "kamer:object")
        held = index.held(subject, predicate)
        if said and said[0] in held:
            yield statement, None
            continue
        rule, value = STATEMENT_HOLDS, name(said[0]) if said else ""
        yield statement, Finding(rule, rule.severity, message, statement, f"<{predicate}>", value)


def period_order(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Each thing with a start and an end, and each dated assessment: whether time runs forward.

    Uncertain dates are given the benefit of the doubt: only an end whose last day lies before the
    start's first day is wrong, only an assessment whose first day lies after its letter's last.
    """
    ends = index.subjects("kamer:end")
    for node in index.subjects("kamer:start"):
        if node in ends:
            yield node, _backwards(index, node)
    for node in index.subjects("kamer:onDate"):
        yield node, _ahead(index, node)


def _backwards(index: Index, node: str) -> Finding | None:
    start = _bound(index, index.names(node, "kamer:start"), "kamer:earliest")
    end = _bound(index, index.names(node, "kamer:end"), "kamer:latest")
    if not start or not end or end >= start:
        return None
    message = Message(
        f"Het einde ({end}) ligt voor het begin ({start}).",
        f"The end ({end}) lies before the start ({start}).",
    )
    return Finding(PERIOD_ORDER, Severity.VIOLATION, message, node, f"<{DEF}end>", end)


def _ahead(index: Index, node: str) -> Finding | None:
    first = _bound(index, index.names(node, "kamer:onDate"), "kamer:earliest")
    letter = node.rpartition("/assessment/")[0]
    last = _bound(index, index.names(letter, "kamer:date"), "kamer:latest")
    if not first or not last or first <= last:
        return None
    message = Message(
        f"De inschatting ({first}) ligt na de datum van de brief ({last}).",
        f"The assessment ({first}) lies after the letter's date ({last}).",
    )
    return Finding(PERIOD_ORDER, Severity.WARNING, message, node, f"<{DEF}onDate>", first)


def _bound(index: Index, dates: Iterable[str], which: str) -> str:
    """The dates' outer bound, '' where one of them has none."""
    bounds = [index.first(date, which) for date in dates]
    if not bounds or not all(bounds):
        return ""
    return min(bounds) if which == "kamer:earliest" else max(bounds)
