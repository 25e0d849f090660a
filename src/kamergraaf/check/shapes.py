"""SHACL shapes over the union of a dataset's graphs, by either engine; the only door to pyshacl."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

from kamergraaf.ask.store import asks_elsewhere, reads_elsewhere
from kamergraaf.check import convert, lint, rdf, targets
from kamergraaf.check.finding import About, Finding, Message, Outcome, Rule, Severity
from kamergraaf.check.findings import findings
from kamergraaf.check.index import Index
from kamergraaf.check.limits import at_most
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.rules import Rules, text_of
from kamergraaf.check.targets import Targeted
from kamergraaf.errors import BrokenResourceError, KamergraafError
from kamergraaf.iris import DEF
from kamergraaf.shacl import engine
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import TARGETS
from kamergraaf.shacl.terms import SUB_CLASS_OF, is_literal, sh

if TYPE_CHECKING:
    import rdflib

ENGINES = ("fast", "pyshacl")
FALLBACK = Rule(
    "engine-fallback", Message("Andere motor", "Other engine"), Severity.INFO, About.SHAPES
)
_QUERIES = ("select", "ask", "construct", "update")
_BLANK = re.compile(r"_:[\w.-]*\w")

Made = TypeVar("Made")


@dataclass(slots=True)
class Shapes:
    """A shapes graph that can be used: its triples, its shapes with targets, what each is called.

    ``files`` are the IRIs of their files.
    """

    triples: list[rdf.Triple]
    graph: Graph
    targeted: list[Targeted]
    rules: Rules
    files: Sequence[str] = ()
    compiled: engine.Program | None = None

    def program(self) -> engine.Program:
        """The shapes as the fast engine runs them; compiled once.

        Raises BrokenResourceError for shapes that it cannot use.
        """
        if self.compiled is None:
            self.compiled = _named(self.rules, lambda: engine.compile(self.graph))
        return self.compiled


def load(paths: Sequence[Path], ontology: Ontology) -> Shapes:
    """The shapes in RDF files of any format, or in folders of them.

    Raises InputError where there is no such file, BrokenResourceError where one does not parse, no
    shape has a target, a shape is ill-formed, a target is a term of ours that the ontology does not
    declare, or a query would call another server.
    """
    return make(*read(paths), ontology)


def read(paths: Sequence[Path]) -> tuple[list[rdf.Triple], list[str]]:
    """The triples of shapes in files or folders, and the IRIs of the files. Raises as ``load``."""
    files = list(dict.fromkeys(f for path in paths for f in rdf.files(path.resolve())))
    return rdf.merged(files), [file.as_uri() for file in files]


def make(triples: list[rdf.Triple], files: Sequence[str], ontology: Ontology) -> Shapes:
    """The shapes in triples that were read. Raises as ``load`` does."""
    graph = Graph(triples)
    rules = Rules(graph, ontology)
    _refuse_elsewhere(graph, rules)
    if faults := lint.ill_formed(graph, rules):
        more = f"; and {len(faults) - 5} more" if len(faults) > 5 else ""
        raise BrokenResourceError("; ".join(faults[:5]) + more, where="ill-formed shapes")
    targeted = _named(rules, lambda: targets.of(graph))
    _refuse_unknown(targeted, ontology)
    if not targeted:
        off = any(graph.subjects_of(target) for target in TARGETS)
        told = "every shape here is switched off" if off else "no shape here has a target"
        hint = "".join(f"; {found.message.en}" for found in lint.misspelt(graph, ontology, rules))
        where = ", ".join(unquote(file.removeprefix("file://")) for file in files)
        raise BrokenResourceError(told + hint, where=where)
    return Shapes(triples, graph, targeted, rules, files)


def validate(
    index: Index,
    shapes: Shapes,
    ontology: Ontology,
    engine_: str = ENGINES[0],
    timeout: float | None = None,
) -> Outcome:
    """Run the shapes over the index's union, with the ontology's class hierarchy.

    ``engine_`` is one of ENGINES; what the fast one does not cover, pyshacl does, and the outcome
    says so. A shape that saw no node is reported at severity info. Raises BrokenResourceError where
    a target can match nothing because nobody defines its term, where the engine cannot use a shape,
    or where it takes more than ``timeout`` seconds.
    """
    data, outcome = data_graph(index, ontology), Outcome()
    with at_most(timeout):
        fast = shapes.program() if engine_ == "fast" else None
        if fast and fast.uncovered:
            outcome.findings.append(_fallback(fast.uncovered))
            fast = None
        foci = fast.seen(data) if fast else targets.seen(shapes.targeted, data)
        outcome.findings += undefined(shapes, foci, data, ontology)
        if fast:
            results = _named(shapes.rules, lambda: fast.validate(data))
        else:
            with convert.quiet():
                results = reference(convert.data(index, ontology), shapes)
    for shape in shapes.targeted:
        outcome.saw(shapes.rules.of(shape.node), set(foci.get(shape.node, ())))
    outcome.findings += of_themselves(shapes, foci, index, ontology)
    outcome.findings += findings(results, shapes.graph, ontology)
    return outcome


def undefined(
    shapes: Shapes, foci: Mapping[str, Sequence[str]], data: Graph, ontology: Ontology
) -> list[Finding]:
    """Findings about targets that nobody defines. Raises as ``validate`` does."""
    asked_for = shapes.graph.subjects(sh("class"))
    return targets.undefined(shapes.targeted, foci, data, ontology, asked_for)


def of_themselves(
    shapes: Shapes, foci: Mapping[str, Sequence[str]], index: Index, ontology: Ontology
) -> Iterator[Finding]:
    """Findings about the shapes and the data as such: nothing seen, slips, missing imports."""
    yield from targets.nothing_checked(foci, ", ".join(index.sources))
    yield from lint.lint(shapes.graph, ontology, shapes.rules)
    given = [*shapes.files, *(Path(source).resolve().as_uri() for source in index.sources)]
    yield from lint.imports(shapes.graph, index, ontology, given)


def data_graph(index: Index, ontology: Ontology) -> Graph:
    """The union of the dataset's graphs, with the ontology's class hierarchy, for the engine."""
    return index.graph.joined(
        (f"<{child}>", SUB_CLASS_OF, f"<{parent}>")
        for child, parents in ontology.parents.items()
        for parent in sorted(parents)
    )


def reference(data: rdflib.Graph, shapes: Shapes) -> list[Result]:
    """What pyshacl reports. Raises BrokenResourceError for shapes that it cannot use."""
    with convert.quiet():
        found = _run(
            data, convert.prepared(shapes.triples), bool(shapes.graph.objects(sh("target")))
        )
        return convert.results(found, shapes.graph)


def _run(data: rdflib.Graph, shapes: rdflib.Graph, advanced: bool = False) -> rdflib.Graph:
    """The results graph; pyshacl's own verdict is not asked for."""
    import pyshacl
    from pyshacl.errors import (
        ConstraintLoadError,
        ReportableRuntimeError,
        ShapeLoadError,
        ValidationFailure,
    )
    from rdflib import Graph

    try:
        _, results, text = pyshacl.validate(
            data, shacl_graph=shapes, inplace=True, inference=None, advanced=advanced
        )
    except (ConstraintLoadError, ReportableRuntimeError, ShapeLoadError) as problem:
        told = str(problem).partition("\n")[0]
        raise BrokenResourceError(f"pyshacl cannot use these shapes: {told}") from problem
    except RecursionError as problem:
        raise BrokenResourceError("pyshacl cannot use these shapes: nested too deep") from problem
    except KamergraafError:
        raise
    except Exception as problem:  # what it lets through of rdflib's and of Python's own errors
        told = f"{type(problem).__name__}: {problem}".partition("\n")[0][:300]
        raise BrokenResourceError(f"pyshacl cannot use these shapes: {told}") from problem
    if isinstance(results, ValidationFailure) or not isinstance(results, Graph):
        told = " ".join(text.split())[:300]
        raise BrokenResourceError(f"pyshacl cannot use these shapes: {told}")
    return results


def _fallback(uncovered: Sequence[str]) -> Finding:
    names = ", ".join(uncovered)
    message = Message(
        f"De snelle motor kent {names} niet; pyshacl heeft alles nagegaan.",
        f"The fast engine does not cover {names}; pyshacl checked everything.",
    )
    return Finding(FALLBACK, FALLBACK.severity, message, "pyshacl", value=names)


def _named(rules: Rules, run: Callable[[], Made]) -> Made:
    """What ``run`` gives; where it raises, blank nodes are named as they are in a report."""
    try:
        return run()
    except BrokenResourceError as problem:
        if problem.where is None or not _BLANK.search(problem.where):
            raise
        where = _BLANK.sub(lambda node: rules.id(node[0]), problem.where)
        raise BrokenResourceError(problem.message, where=where) from problem


def _refuse_unknown(targeted: Iterable[Targeted], ontology: Ontology) -> None:
    for shape in targeted:
        for _, target in shape.targets:
            term = text_of(target)
            if term.startswith(DEF) and term not in ontology.declared:
                near = ontology.nearest(term).removeprefix(DEF)
                raise BrokenResourceError(
                    f"the target kamer:{term.removeprefix(DEF)} is a term that nobody defines, so "
                    "that it can match nothing" + (f"; did you mean kamer:{near}?" if near else ""),
                    where=f"shape {shape.node}",
                )


def _refuse_elsewhere(graph: Graph, rules: Rules) -> None:
    for name in _QUERIES:
        for node, queries in graph.objects(sh(name)).items():
            for query in map(text_of, filter(is_literal, queries)):
                if asks_elsewhere(query) or reads_elsewhere(query):
                    raise BrokenResourceError(
                        "a query in the shapes would call another server",
                        where=f"shape {rules.id(node)}",
                    )
