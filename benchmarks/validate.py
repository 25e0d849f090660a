"""Validation against pyshacl and pyrudof: the same letters, shapes and findings in one run.

Each engine runs in a process of its own, reads the same N-Triples and Turtle, and tells its CPU
seconds for reading and for validating, its peak memory, and what it found. All must find the same.

    python benchmarks/validate.py [--letters N] [--faults N] [--engines ours,pyshacl,pyrudof]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import ministers  # noqa: E402

SH = "http://www.w3.org/ns/shacl#"
Key = tuple[str, str, str]
"""Focus node, value and component of a result: what every engine tells in a form that compares."""
Engine = Callable[[Path, Path], tuple[Callable[[], object], Callable[[object], list[Key]]]]


@dataclass(frozen=True)
class Cost:
    """What one engine took: CPU seconds to read and to validate, megabytes, and what it found."""

    reading: float
    validating: float
    memory: float
    found: tuple[Key, ...]

    @property
    def whole(self) -> float:
        """CPU seconds for reading and validating."""
        return self.reading + self.validating


def ours(data: Path, shapes: Path) -> tuple[Callable[[], object], Callable[[object], list[Key]]]:
    """The fast engine of the toolkit. For constraints in SPARQL it makes a store of its own."""
    import pyoxigraph

    from kamergraaf.shacl import engine
    from kamergraaf.shacl.graph import Graph

    rules = pyoxigraph.parse(path=str(shapes), format=pyoxigraph.RdfFormat.TURTLE)
    program = engine.compile(Graph.from_oxigraph(rules))
    read = pyoxigraph.parse(path=str(data), format=pyoxigraph.RdfFormat.N_TRIPLES)
    graph = Graph.from_oxigraph(read)
    if program.uncovered:
        raise SystemExit(f"not covered: {program.uncovered}")
    return lambda: program.validate(graph), keys_of


def keys_of(found: object) -> list[Key]:
    """The keys of the engine's results."""
    assert isinstance(found, list)
    return [(bare(one.focus), bare(one.value), one.component) for one in found]


def bare(term: str) -> str:
    """An N-Triples term without what stands around an IRI, as pyrudof tells terms."""
    return term[1:-1] if term.startswith("<") else term


def pyshacl(data: Path, shapes: Path) -> tuple[Callable[[], object], Callable[[object], list[Key]]]:
    """The reference engine, as its own command runs it."""
    import rdflib
    from pyshacl import validate

    rdflib.NORMALIZE_LITERALS = False
    graph = rdflib.Graph().parse(data, format="nt")
    rules = rdflib.Graph().parse(shapes, format="turtle")
    return lambda: validate(graph, shacl_graph=rules, inplace=True)[1], reported


def reported(found: object) -> list[Key]:
    """The keys of a results graph in rdflib."""
    import rdflib

    assert isinstance(found, rdflib.Graph)
    sh = rdflib.Namespace(SH)
    report = found.value(predicate=rdflib.RDF.type, object=sh.ValidationReport)
    return [
        (
            bare(found.value(one, sh.focusNode).n3()),  # type: ignore[union-attr]
            bare(value.n3()) if (value := found.value(one, sh.value)) is not None else "",
            str(found.value(one, sh.sourceConstraintComponent)),
        )
        for one in found.objects(report, sh.result)
    ]


def pyrudof(data: Path, shapes: Path) -> tuple[Callable[[], object], Callable[[object], list[Key]]]:
    """Rudof, in Rust."""
    import pyrudof as rudof

    session = rudof.Rudof(rudof.RudofConfig())
    session.read_data(str(data), format=rudof.RDFFormat.NTriples)
    session.read_shacl(str(shapes), format=rudof.ShaclFormat.Turtle)

    def keys(found: object) -> list[Key]:
        return [
            (str(one.focus_node), whole(str(one.value or "")), str(one.constraint_component))
            for one in found.violations  # type: ignore[attr-defined]
        ]

    return session.validate_shacl, keys


def whole(term: str) -> str:
    """A literal with its datatype's IRI in full, as other engines tell it."""
    text, mark, name = term.rpartition('"^^xsd:')
    return f'{text}"^^<http://www.w3.org/2001/XMLSchema#{name}>' if mark else term


ENGINES: dict[str, Engine] = {"ours": ours, "pyshacl": pyshacl, "pyrudof": pyrudof}


def alone(name: str, data: Path, shapes: Path) -> None:
    """Run one engine in this process and print its cost."""
    began = time.process_time()
    run, keys = ENGINES[name](data, shapes)
    read = time.process_time()
    found = run()
    done = time.process_time()
    print(json.dumps([read - began, done - read, peak(), sorted(keys(found))]))


def peak() -> float:
    """The most megabytes that this process held. (Linux tells as ``ru_maxrss`` of a child also what
    its parent held when it began.)"""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cost(name: str, data: Path, shapes: Path) -> Cost | None:
    """Run one engine in a process of its own; None where it is not installed or fails."""
    words = [sys.executable, __file__, "--alone", name, str(data), str(shapes)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    reading, validating, memory, found = json.loads(done.stdout.splitlines()[-1])
    return Cost(reading, validating, memory, tuple(tuple(key) for key in found))


def files(folder: Path, letters: int, faults: int) -> tuple[Path, Path, Path, int]:
    """Data, Core shapes, and shapes with three SPARQL constraints more; and how many triples."""
    from kamergraaf.check.ontology import load
    from kamergraaf.iris import expand
    from kamergraaf.resources import folder as resource_folder

    quads = ministers.graph(ministers.write(folder / "letters", letters), faults)
    triples = {f"{s} {p} {o} .\n" for s, p, o, _ in quads}
    for child, parents in load().parents.items():
        triples |= {f"<{child}> <{expand('rdfs:subClassOf')}> <{one}> .\n" for one in parents}
    data, core, more = folder / "data.nt", folder / "core.ttl", folder / "sparql.ttl"
    data.write_text("".join(sorted(triples)), "utf-8")
    shapes = "".join(p.read_text("utf-8") for p in sorted(resource_folder("shapes").glob("*.ttl")))
    core.write_text(shapes, "utf-8")
    queries = sorted((ROOT / "benchmarks" / "shapes").glob("*.ttl"))
    more.write_text(shapes + "".join(path.read_text("utf-8") for path in queries), "utf-8")
    return data, core, more, len(triples)


def rows(letters: int, faults: int, engines: list[str]) -> Iterator[str]:
    """The rows of the table, Core first, then with the constraints in SPARQL."""
    with tempfile.TemporaryDirectory() as place:
        data, core, more, triples = files(Path(place), letters, faults)
        for what, shapes in (("Core", core), ("Core and three in SPARQL", more)):
            costs = {name: found for name in engines if (found := cost(name, data, shapes))}
            mine = costs["ours"]
            for name, one in costs.items():
                odd = Counter(one.found) - Counter(mine.found) | Counter(mine.found) - Counter(
                    one.found
                )
                if odd:
                    raise SystemExit(f"not the same findings, for example {sorted(odd)[:3]}")
                cells = (
                    f"{what}, {letters} letters, {triples:,} triples",
                    name,
                    f"{one.reading:.2f}",
                    f"{one.validating:.2f}",
                    f"{one.memory:.0f}",
                    str(len(one.found)),
                    f"{one.validating / mine.validating:.1f}",
                    f"{one.whole / mine.whole:.1f}",
                )
                yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--letters", type=int, default=350)
    options.add_argument("--faults", type=int, default=100)
    options.add_argument("--engines", default="ours,pyshacl,pyrudof")
    options.add_argument("--alone", nargs=3, metavar=("ENGINE", "DATA", "SHAPES"))
    chosen = options.parse_args()
    if chosen.alone:
        name, data, shapes = chosen.alone
        alone(name, Path(data), Path(shapes))
        return
    print("| what | engine | read, s | validate, s | peak, MB | found | times ours | whole |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for row in rows(chosen.letters, chosen.faults, chosen.engines.split(",")):
        print(row, flush=True)


if __name__ == "__main__":
    main()
