"""What things cost, as ratios measured in one run: ``make bench`` prints the table.

CPU seconds of this process (``time.process_time``), best of several rounds; wall seconds only for
starting a command. Figures depend on the machine, ratios hardly do. Options:

    python benchmarks/run.py [--letters N] [--rounds N] [--corpus FOLDER] [--many N]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import memory  # noqa: E402

from kamergraaf import pipeline, resources  # noqa: E402
from kamergraaf.ask.queries import queries  # noqa: E402
from kamergraaf.ask.store import Oxigraph, Rdflib, Source  # noqa: E402
from kamergraaf.errors import KamergraafError  # noqa: E402
from kamergraaf.extract.statements import extract  # noqa: E402
from kamergraaf.graph.build import dataset, letter_quads  # noqa: E402
from kamergraaf.graph.quads import nquads  # noqa: E402
from kamergraaf.model import Lexicon  # noqa: E402
from kamergraaf.read import reader  # noqa: E402


@dataclass(frozen=True)
class Line:
    """One row of the table: what, ours, the yardstick, the ratio and what we aim at."""

    what: str
    ours: str
    peer: str
    ratio: str
    aim: str


def best(work: Callable[[], object], rounds: int, clock: Callable[[], float]) -> float:
    """Seconds of the quickest of ``rounds`` runs, after one run to warm up."""
    work()
    times = []
    for _ in range(rounds):
        began = clock()
        work()
        times.append(clock() - began)
    return min(times)


def readable(folder: Path) -> list[Path]:
    """The letters of a folder that the reader reads."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if reader.is_letter(p)):
        try:
            reader.read(path)
        except KamergraafError:
            continue
        found.append(path)
    return found


def extraction(
    name: str, letters: list[Path], lexicon: Lexicon, copies: int, rounds: int
) -> Iterable[Line]:
    """Letters per CPU second from text to facts and from text to N-Quads."""
    size = sum(len(reader.read(p).text) for p in letters) / len(letters)

    def to_facts() -> None:
        for path in letters * copies:
            extract(reader.read(path), lexicon)

    def to_nquads() -> None:
        for path in letters * copies:
            nquads(letter_quads(extract(reader.read(path), lexicon)))

    count = len(letters) * copies
    for what, work, aim in (("facts", to_facts, 300), ("N-Quads", to_nquads, 150)):
        rate = count / best(work, rounds, time.process_time)
        yield Line(
            f"{name}, text to {what} ({size:,.0f} characters a letter)",
            f"{rate:,.0f} letters/s",
            f"{aim} letters/s",
            f"{rate / aim:.2f}",
            "≥ 1",
        )


def asking(letters: list[Path], number: int, rounds: int) -> Iterable[Line]:
    """Canned queries on Oxigraph against the same on rdflib, over ``number`` letters."""
    terms = pipeline.vocabulary()
    extractions = [pipeline.read_letter(p, terms.lexicon()) for p in letters[:number]]
    quads = dataset(extractions, terms)
    engines: list[Source] = [Oxigraph.from_quads(quads), Rdflib.from_quads(quads)]
    totals = [0.0, 0.0]
    ratios = []
    for query in queries():
        text = query.bound()
        times = [
            best(lambda e=engine, q=text: e.select(q), rounds if i == 0 else 1, time.process_time)  # type: ignore[misc]
            for i, engine in enumerate(engines)
        ]
        totals = [a + b for a, b in zip(totals, times, strict=True)]
        ratios.append(times[1] / times[0])
        print(
            f"  {query.name}: {times[0] * 1000:.1f} ms, rdflib {times[1] * 1000:.0f} ms",
            file=sys.stderr,
        )
    middle = sorted(ratios)[len(ratios) // 2]
    yield Line(
        f"{len(ratios)} canned queries, {len(extractions)} letters, {len(quads):,} quads",
        f"{totals[0]:.2f} s on Oxigraph",
        f"{totals[1]:.2f} s on rdflib",
        f"{totals[1] / totals[0]:.0f} (median {middle:.0f})",
        "≥ 30",
    )


def starting(rounds: int) -> Line:
    """Wall time of ``kamergraaf --help`` against that of bare Python."""
    command = Path(sys.executable).with_name("kamergraaf")

    def run(*words: str) -> Callable[[], object]:
        return lambda: subprocess.run(words, check=True, capture_output=True)

    ours = best(run(str(command), "--help"), rounds * 5, time.perf_counter)
    bare = best(run(sys.executable, "-c", "pass"), rounds * 5, time.perf_counter)
    return Line(
        "`kamergraaf --help`, wall",
        f"{ours * 1000:.0f} ms",
        f"{bare * 1000:.0f} ms for bare Python",
        f"{ours / bare:.2f}",
        "< 3",
    )


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--letters", type=int, default=20, help="letters for the queries")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--many", type=int, default=200, help="letters into a store")
    options.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    chosen = options.parse_args()
    lexicon = pipeline.vocabulary().lexicon()
    sample = sorted(resources.folder("letters").glob("*.txt"))
    lines = list(extraction("sample letter", sample, lexicon, 50, chosen.rounds))
    corpus = readable(chosen.corpus) if chosen.corpus.is_dir() else []
    texts = [path for path in corpus if path.suffix == ".txt"]
    if texts:
        lines += extraction(f"{len(texts)} plain texts", texts, lexicon, 3, chosen.rounds)
    pdfs = [path for path in corpus if path.suffix == ".pdf"]
    if pdfs:
        lines += extraction(f"{len(pdfs)} PDF files", pdfs, lexicon, 1, chosen.rounds)
    lines += asking(sample + texts, chosen.letters, chosen.rounds)
    lines.append(starting(chosen.rounds))
    lines += [Line(*row) for row in memory.rows(sample[0], 20, chosen.many, 2)]
    print("| what | ours | yardstick | ratio | aim |\n|---|---|---|---|---|")
    for line in lines:
        print(f"| {line.what} | {line.ours} | {line.peer} | {line.ratio} | {line.aim} |")


if __name__ == "__main__":
    main()
