"""Damaged letters: every one gives a graph or a clear error, in bounded time.

The seed is fixed, so that a case that fails fails again; its number is in the message.
"""

from __future__ import annotations

import io
import random
import signal
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.errors import KamergraafError
from kamergraaf.graph.build import letter_quads
from kamergraaf.model import Extraction, Lexicon

SEED = 19951112
TEXTS = 2_000
OTHERS = {".docx": 120, ".odt": 120, ".xml": 120, ".html": 120, ".pdf": 60}
LONGEST = 20_000
SECONDS = 10
"""More than any of these documents takes, on a machine that does other things as well."""

STRANGE = (
    *"\x00\x07\x0b\x0c\x1b\x7f\x85\xa0\xad\u0301\u061c\u200b\u200d\u2028\u202e\ufeff\ufffd\uffff",
    *"½²①Ⅳ٣ßİıſ€“„…‑–—\t\r\f\"'<>&{}[]()§|\\^`%#;:,.?!-/*_~",
    "\r\n",
    "\U0001f9ff",
    "\n" * 40,
    " " * 400,
    "a" * 3_000,
    "9" * 400,
    "(" * 200,
    "-\n" * 50,
    "de heer Jansen en " * 60,
    "nr. 1, 2 en 3 " * 60,
    "31 februari 9999 ",
    "Kamerstukken II 0000/9999, 99 999 999, nr. 0, p. 0-0 ",
    "motie van de leden (en) c.s. ",
)
ENCODINGS = ("latin-1", "cp1252", "cp437", "utf-16", "utf-16-be", "utf-32", "utf-7", "utf-8-sig")


def cut(data: bytes, chance: random.Random) -> bytes:
    """Truncated at a random place, at either end."""
    at = chance.randrange(len(data))
    return data[:at] if chance.random() < 0.7 else data[at:]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bits turned over."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def mix(data: bytes, chance: random.Random) -> bytes:
    """A stretch, or all of it, in another encoding."""
    text = data.decode(errors="replace")
    first, last = sorted(chance.choices(range(len(text) + 1), k=2))
    if chance.random() < 0.3:
        first, last = 0, len(text)
    middle = text[first:last].encode(chance.choice(ENCODINGS), errors="replace")
    return text[:first].encode() + middle + text[last:].encode()


def strew(data: bytes, chance: random.Random) -> bytes:
    """Odd characters and long runs put in at random places."""
    text = data.decode(errors="replace")
    for _ in range(chance.choice((1, 3, 10, 40))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(STRANGE) + text[at:]
    return text.encode()


def shuffle(data: bytes, chance: random.Random) -> bytes:
    """Lines or words in another order, some of them twice, some of them gone."""
    glue = chance.choice((b"\n", b" "))
    parts = data.split(glue)
    for _ in range(chance.choice((2, 10, 50))):
        at, to = chance.randrange(len(parts)), chance.randrange(len(parts))
        parts[at:to] = parts[to:at] or parts[at : at + 2] * 2
        parts = parts or [b"x"]
    return glue.join(parts)


def inside(data: bytes, chance: random.Random) -> bytes:
    """One part of a zip package damaged, the package itself whole."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        names = [name for name in old.namelist() if name.endswith(".xml")]
        body = [name for name in names if name.endswith(("document.xml", "content.xml"))]
        hit = chance.choice(names if chance.random() < 0.3 else body)
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, chance.choice(TO_TEXT)(part, chance) if name == hit else part)
    return packed.getvalue()


Change = Callable[[bytes, random.Random], bytes]
TO_TEXT: tuple[Change, ...] = (cut, flip, mix, strew, shuffle)
TO_BYTES: tuple[Change, ...] = (cut, flip)
TO_PARTS: tuple[Change, ...] = (inside, inside, cut, flip)


class TookTooLong(BaseException):
    """Not an Exception, so that no handler takes it for a fault of the document."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TookTooLong where the body takes longer."""

    def stop(*_: object) -> None:
        raise TookTooLong(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def whole(extraction: Extraction) -> None:
    """Evidence lies within the text, and the graph can be written."""
    length = len(extraction.document.text)
    proofs = [thing.evidence for thing in extraction.things]
    proofs += [fact.evidence for fact in extraction.facts if fact.evidence]
    for span in {span for proof in proofs for span in proof.spans}:
        assert 0 <= span.start < span.end <= length
    for quad in letter_quads(extraction):
        "".join(quad).encode()


def fuzz(
    sources: list[Path], cases: int, changes: tuple[Change, ...], folder: Path, lexicon: Lexicon
) -> Counter[str]:
    """Read ``cases`` damaged documents; how many gave a graph, how many an error."""
    chance = random.Random(SEED)
    data = {source: source.read_bytes() for source in sources}
    outcomes: Counter[str] = Counter()
    for number in range(cases):
        source = chance.choice(sources)
        path = folder / f"stuk-{number}{source.suffix}"
        damaged = data[source]
        # What is no package any more has no parts that can be damaged.
        for change in chance.choices(changes, k=1 if inside in changes else chance.choice((1, 2))):
            damaged = change(damaged, chance) or b"x"
            if changes is TO_TEXT:
                damaged = damaged[: max(LONGEST, len(data[source]))]
        path.write_bytes(damaged)
        try:
            with at_most(SECONDS):
                whole(pipeline.read_letter(path, lexicon))
            outcomes["graph"] += 1
        except KamergraafError as problem:
            assert path.name in str(problem)
            outcomes["error"] += 1
        except BaseException as problem:
            problem.add_note(f"case {number}: {source.name}, kept as {path}")
            raise
        path.unlink()
    return outcomes


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return pipeline.vocabulary().lexicon()


@pytest.mark.slow
def test_damaged_texts_give_a_graph_or_an_error(
    root: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    sources = pipeline.letters([root / "letters", root / "tests" / "scores" / "documents"])
    outcomes = fuzz(sources, TEXTS, TO_TEXT, tmp_path, lexicon)
    assert sum(outcomes.values()) == TEXTS
    assert outcomes["graph"] > TEXTS / 3
    assert outcomes["error"] > TEXTS / 10


@pytest.mark.slow
def test_damaged_files_of_other_formats_give_a_graph_or_an_error(
    shared: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    kinds: dict[str, Path] = {}
    for path in pipeline.letters([shared / "corpus"]):
        smallest = kinds.setdefault(path.suffix, path)
        if path.stat().st_size < smallest.stat().st_size:
            kinds[path.suffix] = path
    assert kinds.keys() >= OTHERS.keys()
    how = {".docx": TO_PARTS, ".odt": TO_PARTS, ".pdf": TO_BYTES}
    for suffix, cases in OTHERS.items():
        outcomes = fuzz([kinds[suffix]], cases, how.get(suffix, TO_TEXT), tmp_path, lexicon)
        assert sum(outcomes.values()) == cases
        assert min(outcomes["graph"], outcomes["error"]) > 0, (suffix, outcomes)
