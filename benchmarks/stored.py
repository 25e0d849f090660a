"""Validation of a store of many letters: one letter against all, and again after one has changed.

The first part builds the store, checks it, changes one letter, builds and checks again, and tells
what that took beside checking one letter. The second takes letters with planted faults: ours lays
each over the rest of the store and runs the shapes; pyshacl gets the letter with what it needs of
the rest as a graph. Both must find the same in the letter.

    python benchmarks/stored.py [--letters N] [--sample N] [--jobs N]
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import ministers  # noqa: E402
import pyoxigraph  # noqa: E402
import rdflib  # noqa: E402
import validate  # noqa: E402

from kamergraaf import pipeline  # noqa: E402
from kamergraaf.check import checks  # noqa: E402
from kamergraaf.check.ontology import load  # noqa: E402
from kamergraaf.check.stored import held  # noqa: E402
from kamergraaf.check.stored.letter import LetterIndex  # noqa: E402
from kamergraaf.check.stored.run import Order, run  # noqa: E402
from kamergraaf.graph.quads import Quad, to_oxigraph  # noqa: E402
from kamergraaf.resources import folder as resource_folder  # noqa: E402
from kamergraaf.shacl import engine  # noqa: E402
from kamergraaf.shacl.graph import Graph  # noqa: E402
from kamergraaf.shacl.layered import Outside  # noqa: E402
from kamergraaf.shacl.terms import RDF_TYPE, SUB_CLASS_OF  # noqa: E402

Triple = tuple[str, str, str]
Given = TypeVar("Given")


def timed(work: Callable[[], Given]) -> tuple[float, Given]:
    """CPU seconds of this process for some work, and what it gives."""
    gc.collect()
    gc.disable()  # as timeit does: else it falls to one side or the other
    began = time.process_time()
    try:
        given = work()
        return time.process_time() - began, given
    finally:
        gc.enable()


def classes() -> list[Triple]:
    """The hierarchy of classes."""
    parents = load().parents.items()
    return [(f"<{c}>", SUB_CLASS_OF, f"<{one}>") for c, found in parents for one in sorted(found)]


@dataclass
class Letters:
    """A store, and the engines made ready for its letters."""

    store: pyoxigraph.Store

    def __post_init__(self) -> None:
        rdflib.NORMALIZE_LITERALS = False
        files = sorted(resource_folder("shapes").glob("*.ttl"))
        text = "".join(path.read_text("utf-8") for path in files)
        rules = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
        self.program = engine.compile(Graph.from_oxigraph(rules))
        self.outside = Outside(Graph(classes()), self.store)
        self.rules = rdflib.Graph().parse(data=text, format="turtle")

    def index(self, letter: str) -> LetterIndex:
        """The letter, read from the store."""
        return LetterIndex(letter, held.quads_of(self.store, letter), self.outside)

    def ours(self, index: LetterIndex) -> list[validate.Key]:
        """What the shapes say of the letter's own nodes."""
        data = index.layered()
        seen = self.program.seen(data)
        own = {shape: [f for f in foci if index.is_own(f)] for shape, foci in seen.items()}
        return validate.keys_of(self.program.results(data, own))

    def needed(self, letter: str) -> list[Triple]:
        """The letter's triples, what the store states of what they name, and its types."""
        found = dict.fromkeys(map(_triple, held.quads_of(self.store, letter)))
        named = dict.fromkeys(t[2] for t in found if not t[2].startswith(f"<{letter}"))
        for node in named:
            found.update(dict.fromkeys(self._about(node)))
        beyond = {t[2] for t in found} - named.keys()
        for node in beyond:
            found.update(dict.fromkeys(t for t in self._about(node) if t[1] == RDF_TYPE))
        return [*found, *classes()]

    def _about(self, node: str) -> Iterator[Triple]:
        subject = to_oxigraph(node)
        if not isinstance(subject, pyoxigraph.Literal):
            yield from map(_triple, self.store.quads_for_pattern(subject, None, None))

    def graph(self, letter: str) -> rdflib.Graph:
        """What pyshacl gets for a letter."""
        lines = "".join(f"{s} {p} {o} .\n" for s, p, o in self.needed(letter))
        return rdflib.Graph().parse(data=lines, format="nt")

    def pyshacl(self, graph: rdflib.Graph, letter: str) -> list[validate.Key]:
        """What pyshacl says of the letter's own nodes."""
        from pyshacl import validate as check

        results = check(graph, shacl_graph=self.rules, inplace=True)[1]
        return [key for key in validate.reported(results) if key[0].startswith(letter)]


def _triple(quad: pyoxigraph.Quad) -> Triple:
    return str(quad.subject), str(quad.predicate), str(quad.object)


def spoil(store: pyoxigraph.Store, letter: str, seed: int) -> None:
    """Plant three faults in a letter of the store."""
    quads = list(held.quads_of(store, letter))
    whole: list[Quad] = [(*_triple(quad), str(quad.graph_name)) for quad in quads]
    broken = ministers.broken(whole, 3, seed)
    for quad, one in zip(quads, whole, strict=True):
        if one not in broken:
            store.remove(quad)
    for one in set(broken) - set(whole):
        s, p, o, g = map(to_oxigraph, one)
        store.add(pyoxigraph.Quad(s, p, o, g))  # type: ignore[arg-type]


def one_letter(store: pyoxigraph.Store, sample: int) -> Iterator[str]:
    """The rows for one letter against a loaded store, the mean of ``sample`` letters."""
    letters = [one.iri for one in held.survey(store)[0]]
    chosen = letters[:: max(1, len(letters) // sample)][:sample]
    for seed, letter in enumerate(chosen):
        spoil(store, letter, seed)
    both = Letters(store)
    both.ours(both.index(chosen[0]))
    costs = [0.0] * 4
    findings = 0
    for letter in chosen:
        found, ours, theirs = _compared(both, letter)
        costs = [a + b for a, b in zip(costs, found, strict=True)]
        findings += len(ours)
        if Counter(ours) != Counter(theirs):
            raise SystemExit(f"not the same findings in {letter}: {set(ours) ^ set(theirs)}")
    if not findings:
        raise SystemExit("no letter has a fault")
    read, checked, parsed, validated = (1000 * one / len(chosen) for one in costs)
    yield _row(
        f"one letter of {len(letters):,}, {findings} findings in {len(chosen)} letters",
        f"{checked:.1f} ms",
        f"pyshacl: {validated:.0f} ms",
        f"{validated / checked:.0f} times faster",
    )
    yield _row(
        "the same with reading it from the store",
        f"{read + checked:.1f} ms",
        f"pyshacl: {parsed + validated:.0f} ms",
        f"{(parsed + validated) / (read + checked):.0f} times faster",
    )


def _compared(
    both: Letters, letter: str
) -> tuple[tuple[float, ...], list[validate.Key], list[validate.Key]]:
    """CPU seconds to read and to validate, ours and pyshacl's, and what each found."""
    read, index = timed(lambda: both.index(letter))
    checked, ours = timed(lambda: both.ours(index))
    parsed, graph = timed(lambda: both.graph(letter))
    validated, theirs = timed(lambda: both.pyshacl(graph, letter))
    return (read, checked, parsed, validated), ours, theirs


def again(place: Path, letters: int, jobs: int) -> Iterator[str]:
    """Build a store, check it, change one letter, check again."""
    paths = ministers.write(place / "letters", letters)
    build = pipeline.Order(store=place / "store", jobs=jobs)
    pipeline.build_many([place / "letters"], build)
    order = Order(place / "store", checks.Wanted(), jobs=1, state=place / "state.db")
    first, before = timed(lambda: run(order))
    nothing, _ = timed(lambda: run(order))
    paths[letters // 2].write_text(ministers.text(letters // 2, seed=1), "utf-8")
    pipeline.build_many([place / "letters"], build)
    changed, after = timed(lambda: run(order))
    afresh = Order(place / "store", checks.Wanted(), jobs=1, state=place / "afresh.db")
    _, whole = timed(lambda: run(afresh))
    if after is None or whole is None or before is None or after.items != whole.items:
        raise SystemExit("checking what changed does not find what checking all finds")
    yield _row(
        f"{letters:,} letters checked the first time, one process",
        f"{first:.2f} s, {1000 * first / letters:.0f} ms each",
        "",
        "",
    )
    yield _row(
        f"one of {letters:,} letters changed, checked again",
        f"{1000 * changed:.0f} ms",
        f"nothing changed: {1000 * nothing:.0f} ms",
        f"{1000 * (changed - nothing):.0f} ms for the letter, "
        f"{first / changed:.0f} times faster than all",
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--letters", type=int, default=5_000)
    options.add_argument("--sample", type=int, default=20)
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    print("| what | ours | yardstick | ratio |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for row in again(place, chosen.letters, chosen.jobs):
            print(row, flush=True)
        for row in one_letter(pyoxigraph.Store(str(place / "store")), chosen.sample):
            print(row, flush=True)


if __name__ == "__main__":
    main()
