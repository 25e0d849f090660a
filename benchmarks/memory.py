"""Peak memory and speed of building many letters into a store: both must not depend on how many.

Letters are copies of one letter with their identity changed (a reference of their own, so that each
is another document). Each build runs in a process of its own, with the processes that read for it;
the peak is that of the writing process and of the largest reader. The memory of the writing process
is told with and without what it shares with its files (programs and libraries).

    python benchmarks/memory.py [--letters N ...] [--jobs N] [--letter FILE]
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
import json, resource, sys, threading, time
from pathlib import Path
from kamergraaf import pipeline

def watch(ended, seen):
    while not ended.wait(0.02):
        lines = Path("/proc/self/status").read_text().splitlines()
        seen.append(max(seen.pop(), *(int(one.split()[1]) for one in lines if "RssAnon" in one)))

if __name__ == "__main__":
    folder, store, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    ended, seen = threading.Event(), [0]
    watcher = threading.Thread(target=watch, args=(ended, seen))
    watcher.start()
    began = time.perf_counter()
    tally = pipeline.build_many([folder], pipeline.Order(store=store, jobs=jobs))
    wall = time.perf_counter() - began
    ended.set()
    watcher.join()
    own = resource.getrusage(resource.RUSAGE_SELF)
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    writing = own.ru_utime + own.ru_stime
    reading = readers.ru_utime + readers.ru_stime
    read = tally.counts[pipeline.What.READ]
    peaks = [seen[0] / 1024, own.ru_maxrss / 1024, readers.ru_maxrss / 1024]
    print(json.dumps([read, wall, writing, reading, *peaks]))
"""


@dataclass(frozen=True)
class Cost:
    """What a build of ``letters`` letters took: seconds by the clock and of processors (of the
    writing process, of those that read), megabytes at the peak (of the writing process by itself
    and with its files, of the largest reader), megabytes on disk."""

    letters: int
    wall: float
    writing: float
    reading: float
    own: float
    writer: float
    reader: float
    disk: float

    @property
    def rate(self) -> float:
        """Letters per second of one processor."""
        return self.letters / (self.writing + self.reading)


def copies(letter: Path, number: int, folder: Path) -> None:
    """Write ``number`` letters, each with a line of its own at the end."""
    text = letter.read_text("utf-8").rstrip()
    for one in range(number):
        (folder / f"brief-{one:05}.txt").write_text(f"{text}\nKenmerk 2024-{one:05}\n", "utf-8")


def cost(letter: Path, number: int, jobs: int) -> Cost:
    """Build ``number`` copies of a letter into a new store."""
    with tempfile.TemporaryDirectory() as place:
        folder, store = Path(place) / "letters", Path(place) / "store"
        folder.mkdir()
        copies(letter, number, folder)
        script = Path(place) / "measure.py"
        script.write_text(BUILD, "utf-8")
        words = [sys.executable, str(script), str(folder), str(store), str(jobs)]
        known = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(words, check=True, stdout=subprocess.PIPE, env=known)
        disk = sum(file.stat().st_size for file in store.iterdir()) / 1e6
    found = Cost(*[*json.loads(done.stdout), disk])
    if found.letters != number:
        raise SystemExit(f"{letter.name}: its copies are one document, by its number")
    return found


def rows(letter: Path, few: int, many: int, jobs: int) -> list[tuple[str, str, str, str, str]]:
    """Rows for the table of ``run.py``: what, ours, yardstick, ratio, aim."""
    small, large = cost(letter, few, jobs), cost(letter, many, jobs)
    return [
        (
            f"peak memory, {large.letters:,} letters into a store",
            f"{large.own:.0f} MB, readers {large.reader:.0f} MB each",
            f"{small.own:.0f} MB for {small.letters:,}, readers {small.reader:.0f} MB",
            f"{large.own / small.own:.2f}",
            "≤ 1.1",
        ),
        (
            f"text to store, {large.letters:,} letters, {jobs} reading processes",
            f"{large.rate:.1f} letters per CPU second, {large.letters / large.wall:.1f} per second",
            "200 letters/s",
            f"{large.rate / 200:.2f}",
            "≥ 1",
        ),
    ]


def main() -> None:
    """Measure and print one line for each number of letters, each as soon as it is known."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--letters", type=int, nargs="+", default=[100, 1_000, 5_000])
    options.add_argument("--jobs", type=int, default=2)
    sample = next((ROOT / "letters").glob("*.txt"))
    options.add_argument("--letter", type=Path, default=sample)
    chosen = options.parse_args()
    print(
        "| letters | writer, MB | ratio | with its files, MB | each reader, MB "
        "| letters per CPU second | CPU ms to read, to write one | letters per second | disk, MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    first = 0.0
    for number in chosen.letters:
        found = cost(chosen.letter, number, chosen.jobs)
        first = first or found.own
        each = 1000 / number
        print(
            f"| {number:,} | {found.own:.0f} | {found.own / first:.2f} | {found.writer:.0f} "
            f"| {found.reader:.0f} | {found.rate:.1f} "
            f"| {found.reading * each:.0f}, {found.writing * each:.0f} "
            f"| {number / found.wall:.1f} | {found.disk:,.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
