"""The report as a ``sh:ValidationReport`` (SHACL 3.6) in Turtle, the same bytes every time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from kamergraaf.check.finding import About, Finding
from kamergraaf.check.report import SHAPES, Item, Report
from kamergraaf.check.reports import View, results
from kamergraaf.graph.quads import iri
from kamergraaf.graph.turtle import Names
from kamergraaf.iris import PREFIXES
from kamergraaf.shacl.paths import (
    Alternative,
    Inverse,
    OneOrMore,
    Path,
    Predicate,
    Sequence,
    ZeroOrMore,
    ZeroOrOne,
)
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.terms import SH

_KINDS: dict[type[Path], str] = {
    Inverse: "sh:inversePath",
    ZeroOrMore: "sh:zeroOrMorePath",
    OneOrMore: "sh:oneOrMorePath",
    ZeroOrOne: "sh:zeroOrOnePath",
}
_ROUNDS = 3
"""How far the names of blank nodes look around: through results that share them."""

Rows = list[tuple[str, str]]
"""Predicates with their objects, both as Turtle writes them."""


def parts(report: Report, view: View) -> Iterator[str]:
    """The report, result by result.

    Findings about the shapes are no results about the data; they are notices beside them, so that
    ``sh:conforms`` says what it says in any other engine's report.
    """
    told = [item for item in report.items if item.finding.rule.about is not About.SHAPES]
    about = [item.finding for item in report.items if item.finding.rule.about is About.SHAPES]
    writer = _Writer()
    blocks = [
        ("sh:result", sorted(writer.blocks(told))),
        ("check:notice", [writer.notice(finding) for finding in about]),
        ("check:saw", [writer.seen(s.rule.id, s.nodes) for s in (*report.shapes, *report.checks)]),
    ]
    writer.use(SH)
    yield writer.names.header()
    yield f"[] a sh:ValidationReport ;\n    sh:conforms {str(not told).lower()}"
    for predicate, group in blocks:
        for number, block in enumerate(group):
            yield f",\n{block}" if number else f" ;\n    {predicate}\n{block}"
    yield " .\n"


class _Writer:
    """Writes results as nested blank nodes; blank nodes of the data get stable names."""

    def __init__(self) -> None:
        self.names = Names({**PREFIXES, "ksh": SHAPES, "check": results.CHECK})
        self._renamed: Mapping[str, str] = {}

    def use(self, *namespaces: str) -> None:
        """Have the namespaces declared for what is written in short here."""
        for namespace in namespaces:
            self.names.term(f"<{namespace}x>")

    def blocks(self, items: Iterable[Item]) -> list[str]:
        """The findings as Turtle."""
        found = [(results.result(item.finding), item) for item in items]
        self._renamed = self._names_of([result for result, _ in found])
        return [self._result(result, item, "        ") for result, item in found]

    def notice(self, finding: Finding) -> str:
        """A finding about the shapes."""
        self.use(results.CHECK)
        told = results.result(finding)
        rows = [
            ("sh:sourceShape", self._term(results.shape(finding.focus))),
            ("sh:sourceConstraintComponent", self._term(iri(told.component))),
            ("sh:resultSeverity", self._term(iri(told.severity))),
            *self._messages(told),
        ]
        return _node(rows, "        ")

    def seen(self, rule_id: str, nodes: int) -> str:
        """How many nodes a shape or check saw."""
        self.use(results.CHECK)
        shape = self._term(results.shape(rule_id))
        return f"        [ sh:sourceShape {shape} ; check:nodes {nodes} ]"

    def _result(self, told: Result, item: Item | None, indent: str) -> str:
        rows: Rows = [("a", "sh:ValidationResult"), ("sh:focusNode", self._term(told.focus))]
        if told.path:
            rows.append(("sh:resultPath", self._path(told.path)))
        if told.value:
            rows.append(("sh:value", self._term(told.value)))
        rows += [
            ("sh:resultSeverity", self._term(iri(told.severity))),
            ("sh:sourceShape", self._term(told.shape)),
            ("sh:sourceConstraintComponent", self._term(iri(told.component))),
        ]
        if told.constraint:
            rows.append(("sh:sourceConstraint", self._term(told.constraint)))
        rows += self._messages(told)
        for detail in told.details:
            rows.append(("sh:detail", self._result(detail, None, indent + "    ").lstrip()))
        if item and item.place.start is not None:
            place = f"{item.place.letter}#char={item.place.start},{item.place.end}"
            self.use(PREFIXES["dcterms"])
            rows.append(("dcterms:source", self._term(iri(place))))
        return _node(rows, indent)

    def _messages(self, told: Result) -> Rows:
        messages = ", ".join(map(self._term, sorted(told.messages)))
        return [("sh:resultMessage", messages)] if messages else []

    def _path(self, path: Path) -> str:
        match path:
            case Predicate(predicate):
                return self._term(predicate)
            case Sequence(steps):
                return f"( {' '.join(map(self._path, steps))} )"
            case Alternative(ways):
                return f"[ sh:alternativePath ( {' '.join(map(self._path, ways))} ) ]"
        return f"[ {_KINDS[type(path)]} {self._path(path.path)} ]"

    def _term(self, term: str) -> str:
        return self._renamed.get(term, term) if term.startswith("_:") else self.names.term(term)

    def _names_of(self, found: list[Result]) -> dict[str, str]:
        """A name for each blank node, by what is said of it: readers number them at random."""
        with_blanks = [(told, blanks) for told in found if (blanks := set(_blanks(told)))]
        colours = {blank: "_:" for _, blanks in with_blanks for blank in blanks}
        for _ in range(_ROUNDS if colours else 0):
            said: dict[str, list[str]] = defaultdict(list)
            for told, blanks in with_blanks:
                for blank in blanks:
                    self._renamed = {**{b: colours[b] for b in blanks}, blank: "_:this"}
                    said[blank].append(self._result(told, None, ""))
            colours = {b: _digest(sorted(texts)) for b, texts in said.items()}
        order = sorted(colours, key=lambda blank: (colours[blank], blank))
        return {blank: f"_:b{number}" for number, blank in enumerate(order)}


def _blanks(told: Result) -> Iterator[str]:
    for term in (told.focus, told.value, told.shape, told.constraint):
        if term.startswith("_:"):
            yield term
    for detail in told.details:
        yield from _blanks(detail)


def _digest(texts: list[str]) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()


def _node(rows: Rows, indent: str) -> str:
    """A blank node with its rows, one on a line."""
    lines = " ;\n".join(f"{indent}    {predicate} {object_}" for predicate, object_ in rows)
    return f"{indent}[\n{lines}\n{indent}]"
