"""An evaluation: every annotated document read, checked, scored, and the totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kamergraaf.errors import InputError, KamergraafError
from kamergraaf.evaluate import annotations as gold_files
from kamergraaf.evaluate.annotations import Annotation
from kamergraaf.evaluate.form import Problem
from kamergraaf.evaluate.matching import SAME
from kamergraaf.evaluate.reading import Desk
from kamergraaf.evaluate.scoring import EXTRA, FIELDS, MISSED, RIGHT, DocumentScore, score
from kamergraaf.model import Extraction

if TYPE_CHECKING:
    from kamergraaf.graph.build import Registers

Read = Callable[[Path], Extraction]
"""Reads and understands one document; raises KamergraafError for one that cannot be read."""

_TOLD = 200
"""Errors in annotations that are told at once."""


@dataclass(slots=True)
class Tally:
    """How many facts are right, extra (read, but not annotated) and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was read, the share that is right; 1 where nothing was."""
        read = self.right + self.extra
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """Of what is annotated, the share that was read; 1 where nothing is."""
        annotated = self.right + self.missed
        return self.right / annotated if annotated else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Accuracy:
    """The sum of the scores of a field, and of how many facts it is a field."""

    total: float = 0.0
    of: int = 0

    @property
    def value(self) -> float:
        """The mean score."""
        return self.total / self.of


@dataclass(slots=True)
class Run:
    """An evaluation of several documents, in the order of their names."""

    documents: tuple[DocumentScore, ...]
    kinds: dict[str, Tally] = field(init=False)
    fields: dict[str, Accuracy] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = tallies(self.documents)
        self.fields = accuracies(self.documents)

    @property
    def failures(self) -> dict[str, str]:
        """Why documents could not be read, by name."""
        return {d.name: d.failure for d in self.documents if d.failure}


def evaluate(gold: Path, docs: Path, read: Read, registers: Registers, *, only: str = "") -> Run:
    """Read and score each document that is annotated in ``gold``; sources lie under ``docs``.

    A document that cannot be read counts as nothing found. Raises InputError, in place of any
    score, for annotations with errors: it names each one's file, line and place.
    """
    desk = Desk(registers)
    wrong: list[str] = []
    scored: list[DocumentScore] = []
    for path in gold_files.files(gold, only):
        annotation, problems = gold_files.read(path)
        wrong += problems
        if annotation is None or not annotation.source:
            continue
        extraction = _read(docs / annotation.source, read)
        wrong += _unlike(annotation, docs, extraction)
        if not wrong:
            scored.append(_scored(annotation, extraction, desk))
    if wrong:
        raise InputError(_told(wrong))
    return Run(tuple(scored))


def _read(source: Path, read: Read) -> Extraction | KamergraafError:
    """What is read in a document, or why it cannot be."""
    try:
        return read(source)
    except KamergraafError as problem:
        return problem


def _unlike(
    annotation: Annotation, docs: Path, extraction: Extraction | KamergraafError
) -> list[str]:
    """What an annotation says that its document does not bear out."""
    source = docs / annotation.source
    if not source.is_file():
        return [annotation.told(Problem("source", f"there is no file {source}"))]
    if isinstance(extraction, KamergraafError):
        return []  # It counts as nothing found, which the score tells.
    return list(gold_files.unproved(annotation, extraction.document))


def _scored(
    annotation: Annotation, extraction: Extraction | KamergraafError, desk: Desk
) -> DocumentScore:
    if isinstance(extraction, KamergraafError):
        return score(annotation, failure=str(extraction))
    return score(annotation, desk.read(extraction))


def _told(wrong: list[str]) -> str:
    if len(wrong) == 1:
        return wrong[0]
    more = len(wrong) - _TOLD
    lines = [f"{len(wrong)} errors in the annotations:", *wrong[:_TOLD]]
    return "\n  ".join([*lines, f"and {more} more"] if more > 0 else lines)


def tallies(documents: Iterable[DocumentScore]) -> dict[str, Tally]:
    """Counts by kind, in the order of the kinds; kinds that nobody annotated are left out."""
    documents = tuple(documents)
    annotated = {kind for document in documents for kind in document.kinds}
    found = {kind: Tally() for kind in SAME if kind in annotated}
    for document in documents:
        for fact in document.facts:
            tally = found[fact.kind]
            tally.right += fact.outcome == RIGHT
            tally.extra += fact.outcome == EXTRA
            tally.missed += fact.outcome == MISSED
    return found


def accuracies(documents: Iterable[DocumentScore]) -> dict[str, Accuracy]:
    """Scores by field, in the order of ``FIELDS``; fields that nothing has are left out."""
    sums: Mapping[str, Accuracy] = defaultdict(Accuracy)
    for document in documents:
        for one in (*document.fields, *(f for fact in document.facts for f in fact.fields)):
            sums[one.name].total += one.score
            sums[one.name].of += 1
    return {name: sums[name] for name in FIELDS if name in sums}
