"""Peak memory and speed of building many letters into a store: both must not depend on how many.

Letters are copies of one letter with their identity changed (a reference of their own, so that each
is another document). Each build runs in a process of its own, with the processes that read for it;
the peak is that of the writing process and of the largest reader.

    python benchmarks/memory.py [--few N] [--many N] [--jobs N] [--letter FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = """
import json, resource, sys, time
from pathlib import Path
from kamergraaf import pipeline
if __name__ == "__main__":
    folder, store, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    began = time.perf_counter()
    tally = pipeline.build_many([folder], pipeline.Order(store=store, jobs=jobs))
    wall = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF)
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + readers.ru_utime + readers.ru_stime
    read = tally.counts[pipeline.What.READ]
    print(json.dumps([read, wall, cpu, own.ru_maxrss / 1024, readers.ru_maxrss / 1024]))
"""


@dataclass(frozen=True)
class Cost:
    """What a build of ``letters`` letters took: seconds, and megabytes at the peak."""

    letters: int
    wall: float
    cpu: float
    writer: float
    reader: float


def copies(letter: Path, number: int, folder: Path) -> None:
    """Write ``number`` letters, each with a line of its own at the end."""
    text = letter.read_text("utf-8").rstrip()
    for one in range(number):
        (folder / f"brief-{one:05}.txt").write_text(f"{text}\nKenmerk 2024-{one:05}\n", "utf-8")


def cost(letter: Path, number: int, jobs: int) -> Cost:
    """Build ``number`` copies of a letter into a new store."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "letters"
        folder.mkdir()
        copies(letter, number, folder)
        script = Path(place) / "measure.py"
        script.write_text(BUILD, "utf-8")
        words = [sys.executable, str(script), str(folder), f"{place}/store", str(jobs)]
        known = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(words, check=True, capture_output=True, env=known)
    found = Cost(*json.loads(done.stdout))
    if found.letters != number:
        raise SystemExit(f"{letter.name}: its copies are one document, by its number")
    return found


def rows(letter: Path, few: int, many: int, jobs: int) -> list[tuple[str, str, str, str, str]]:
    """Rows for the table of ``run.py``: what, ours, yardstick, ratio, aim."""
    small, large = cost(letter, few, jobs), cost(letter, many, jobs)
    rate = large.letters / large.cpu
    return [
        (
            f"peak memory, {large.letters:,} letters into a store",
            f"{large.writer:.0f} MB, readers {large.reader:.0f} MB each",
            f"{small.writer:.0f} MB for {small.letters:,}, readers {small.reader:.0f} MB",
            f"{large.writer / small.writer:.2f}",
            "≤ 1.3",
        ),
        (
            f"text to store, {large.letters:,} letters, {jobs} reading processes",
            f"{rate:.1f} letters per CPU second ({large.letters / large.wall:.1f} per second)",
            "200 letters/s",
            f"{rate / 200:.2f}",
            "≥ 1",
        ),
    ]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--few", type=int, default=100)
    options.add_argument("--many", type=int, default=2_000)
    options.add_argument("--jobs", type=int, default=2)
    sample = next((ROOT / "letters").glob("*.txt"))
    options.add_argument("--letter", type=Path, default=sample)
    chosen = options.parse_args()
    print("| what | ours | yardstick | ratio | aim |\n|---|---|---|---|---|")
    for row in rows(chosen.letter, chosen.few, chosen.many, chosen.jobs):
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
