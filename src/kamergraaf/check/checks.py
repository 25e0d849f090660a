"""All there is to check about a dataset: the shapes, and the named checks beyond SHACL Core."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kamergraaf.check import facts, holds, quality, shapes, terms, texts
from kamergraaf.check.finding import Finding, Outcome, Rule
from kamergraaf.check.index import Index
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.ontology import load as load_ontology
from kamergraaf.check.place import Places
from kamergraaf.check.quality_files import Check
from kamergraaf.check.report import Report, make
from kamergraaf.resources import folder


def run(
    index: Index,
    shape_paths: Sequence[Path] = (),
    ontology_paths: Sequence[Path] = (),
    quality_checks: Sequence[Check] = (),
) -> Report:
    """Check a dataset against shapes (the built-in ones where none are named) and its promises,
    and against the quality checks that are given (``quality_files.load``).

    ``ontology_paths`` are taken as by ``graph.vocabulary.load``. Raises BrokenResourceError where
    shapes or ontology cannot be used, InputError where one does not exist.
    """
    ontology = load_ontology(tuple(ontology_paths))
    loaded = shapes.load(list(shape_paths) or [folder("shapes")], ontology)
    return check(index, loaded, ontology, quality_checks)


def check(
    index: Index,
    loaded: shapes.Shapes,
    ontology: Ontology,
    quality_checks: Sequence[Check] = (),
) -> Report:
    """Check a dataset against shapes, an ontology and quality checks that are at hand."""
    places = Places(index)
    outcome = shapes.validate(index, loaded, ontology)
    named = named_checks(index, places, ontology)
    if quality_checks:
        named.add(quality.run(quality.union(index), quality_checks))
    return make(index, places, ontology, outcome, named)


def named_checks(index: Index, places: Places, ontology: Ontology) -> Outcome:
    """The checks that SHACL Core cannot say; each tells how many nodes it saw."""
    outcome = Outcome()
    for rule, results in (
        (texts.QUOTE_AT_OFFSETS, texts.quote_at_offsets(index, places)),
        (texts.TEXT_DIGEST, texts.text_digest(index)),
        (texts.QUOTE_AGREES, texts.quote_agrees(index, places)),
        (holds.EVIDENCE_CONTAINS, holds.evidence_contains(index)),
        (facts.FACT_COVERED, facts.fact_covered(index)),
        (facts.STATEMENT_HOLDS, facts.statement_holds(index)),
        (facts.PERIOD_ORDER, facts.period_order(index)),
        (terms.ACTOR_KIND, terms.actor_kind(index, ontology)),
        (terms.UNKNOWN_TERM, terms.unknown_term(index, ontology)),
        (terms.BLANK_NODE, terms.blank_node(index)),
    ):
        _collect(outcome, rule, results)
    return outcome


def _collect(outcome: Outcome, rule: Rule, results: Iterable[tuple[str, Finding | None]]) -> None:
    seen: set[str] = set()
    for node, finding in results:
        seen.add(node)
        if finding:
            outcome.findings.append(finding)
    outcome.saw(rule, seen)
