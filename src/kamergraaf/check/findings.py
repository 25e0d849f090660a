"""From an engine's validation results to findings that a person understands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kamergraaf.check import words
from kamergraaf.check.finding import Finding, Message
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.rules import Rules, message, severity_of, text_of
from kamergraaf.iris import PREFIXES
from kamergraaf.shacl import paths
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.terms import SH, is_blank, is_iri, sh


def findings(results: Iterable[Result], shapes: Graph, ontology: Ontology) -> list[Finding]:
    """The findings, each once, in a fixed order."""
    rules = Rules(shapes, ontology)

    def call(term: str, lang: str) -> str:
        if is_blank(term) or shapes.objects(sh("property"))[term]:
            return rules.of(term).name.say(lang)
        if not is_iri(term):
            return text_of(term)
        if term.startswith(f"<{SH}"):  # a node kind
            return term[1:-1].removeprefix(SH)
        return ontology.label(term[1:-1], lang) or _short(term[1:-1])

    def told(result: Result) -> Message:
        return message(result.messages) or words.message(
            shapes, result.shape, result.component, call
        )

    found = {_finding(result, rules, told) for result in results}
    return sorted(found, key=lambda f: (f.rule.id, f.focus, f.path, f.value, f.constraint))


def _finding(result: Result, rules: Rules, told: Callable[[Result], Message]) -> Finding:
    component = result.component.removeprefix(SH).removesuffix("ConstraintComponent")
    own = result.value and result.value != result.focus
    return Finding(
        rules.of(result.shape),
        severity_of(result.severity),
        told(result),
        text_of(result.focus),
        paths.text(result.path) if result.path else "",
        text_of(result.value) if own else "",
        component,
        term=result.value if own else "",
        result=result,
        details=tuple(_finding(detail, rules, told) for detail in result.details),
    )


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
