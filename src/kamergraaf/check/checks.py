"""All there is to check about a dataset: the shapes, and the named checks beyond SHACL Core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamergraaf.check import facts, holds, quality, shapes, terms, texts
from kamergraaf.check.finding import UNSEEN, Finding, Outcome, Rule
from kamergraaf.check.index import Index
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.ontology import load as load_ontology
from kamergraaf.check.place import Places
from kamergraaf.check.quality_files import Check
from kamergraaf.check.report import Report, make
from kamergraaf.iris import DEF, expand
from kamergraaf.resources import folder


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to check against: shapes (those of the house where none are named), ontologies and
    quality checks (``quality_files.load``).

    ``engine`` is one of ``shapes.ENGINES``; ``timeout`` bounds the shapes' time in seconds.
    """

    shapes: Sequence[Path] = ()
    ontology: Sequence[Path] = ()
    quality: Sequence[Check] = ()
    engine: str = "fast"
    timeout: float | None = None


def run(index: Index, wanted: Wanted | None = None) -> Report:
    """Check a dataset against what is wanted, and against its own promises.

    The house's ontology counts where the dataset or the shapes use its terms. With shapes of
    somebody else, the named checks tell of what they see only, and a dataset without our terms is
    not held to them at all. Raises BrokenResourceError where shapes or ontology cannot be used,
    InputError where one does not exist.
    """
    wanted = wanted or Wanted()
    ours = any(term.startswith(DEF) for term in (*index.predicates(), *index.members))
    house = not wanted.shapes
    loaded, ontology = load(wanted, ours)
    outcome = shapes.validate(index, loaded, ontology, wanted.engine, wanted.timeout)
    places, named = Places(index), Outcome()
    built = bool(index.members.get(expand("kamer:Statement")))
    if house or ours:
        named = named_checks(index, places, ontology)
        if wanted.quality:
            named.add(quality.run(quality.union(index, wanted.quality), wanted.quality))
    return make(index, places, ontology, outcome, named if house else what_was_seen(named, built))


def load(wanted: Wanted, ours: bool) -> tuple[shapes.Shapes, Ontology]:
    """The shapes and the ontology to check against; ``ours`` where the data use our terms.

    Raises as ``run`` does.
    """
    triples, files = shapes.read(list(wanted.shapes) or [folder("shapes")])
    house = not wanted.shapes
    own = house or ours or any(term.startswith(f"<{DEF}") for t in triples for term in t)
    ontology = load_ontology(tuple(wanted.ontology), own)
    return shapes.make(triples, files, ontology), ontology


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
        named.add(quality.run(quality.union(index, quality_checks), quality_checks))
    return make(index, places, ontology, outcome, named)


def what_was_seen(named: Outcome, built: bool) -> Outcome:
    """The outcome without checks that saw nothing; only what ``build`` makes has no blank nodes."""
    off = {UNSEEN.id} | (set() if built else {terms.BLANK_NODE.id})
    return Outcome(
        [found for found in named.findings if found.rule.id not in off],
        [seen for seen in named.seen if seen.nodes and seen.rule.id not in off],
        named.nodes,
    )


Results = Iterable[tuple[str, Finding | None]]
"""Each node that a check looks at, with what it found there, if anything."""

_NAMED: tuple[tuple[Rule, Callable[[Index, Places, Ontology], Results]], ...] = (
    (texts.QUOTE_AT_OFFSETS, lambda index, places, _: texts.quote_at_offsets(index, places)),
    (texts.TEXT_DIGEST, lambda index, _, __: texts.text_digest(index)),
    (texts.QUOTE_AGREES, lambda index, places, _: texts.quote_agrees(index, places)),
    (holds.EVIDENCE_CONTAINS, lambda index, _, __: holds.evidence_contains(index)),
    (facts.FACT_COVERED, lambda index, _, __: facts.fact_covered(index)),
    (facts.STATEMENT_HOLDS, lambda index, _, __: facts.statement_holds(index)),
    (facts.PERIOD_ORDER, lambda index, _, __: facts.period_order(index)),
    (terms.ACTOR_KIND, lambda index, _, ontology: terms.actor_kind(index, ontology)),
    (terms.UNKNOWN_TERM, lambda index, _, ontology: terms.unknown_term(index, ontology)),
    (terms.BLANK_NODE, lambda index, _, __: terms.blank_node(index)),
)
RULES = tuple(rule for rule, _ in _NAMED)
"""The rules of the named checks, in order."""


def named_checks(index: Index, places: Places, ontology: Ontology) -> Outcome:
    """The checks that SHACL Core cannot say; each tells how many nodes it saw."""
    outcome = Outcome()
    for rule, nodes, found in named_results(index, places, ontology):
        outcome.findings += found
        outcome.saw(rule, nodes)
    return outcome


def named_results(
    index: Index, places: Places, ontology: Ontology
) -> Iterator[tuple[Rule, set[str], list[Finding]]]:
    """Each named check with the nodes it looked at and what it found."""
    for rule, check_ in _NAMED:
        results = list(check_(index, places, ontology))
        yield rule, {node for node, _ in results}, [found for _, found in results if found]
