"""read -> extract -> graph -> files: the one place that tells the whole story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kamergraaf import iris, resources
from kamergraaf.errors import InputError, KamergraafError
from kamergraaf.extract.statements import extract
from kamergraaf.graph import disk, files
from kamergraaf.graph.build import dataset
from kamergraaf.graph.vocabulary import Vocabulary, load
from kamergraaf.model import Extraction, Lexicon
from kamergraaf.read import reader


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the letters read, and the files that could not be, each with why."""

    extractions: tuple[Extraction, ...]
    failures: tuple[KamergraafError, ...]


def vocabulary(extra: Sequence[Path] = ()) -> Vocabulary:
    """The built-in ontology and registers, with the Turtle files and folders of ``extra`` beside.

    Raises BrokenResourceError, naming file and line, for Turtle that does not parse.
    """
    return load((resources.folder("ontology"), *extra)) if extra else load(None)


def letters(paths: Sequence[Path]) -> list[Path]:
    """The files behind ``paths``: files as given, folders searched for what the reader reads.

    Sorted within a folder, each file once. Raises InputError for a path that does not exist and
    for a folder in which there is no letter.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(path.rglob("*")) if reader.is_letter(p)]
            if not inside:
                kinds = ", ".join(sorted(reader.READERS))
                raise InputError(f"there is no letter in this folder ({kinds})", where=str(path))
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise InputError("there is no such file", where=str(path))
    return list(found)


def read_letter(path: Path, lexicon: Lexicon) -> Extraction:
    """One letter, read and understood. Raises InputError where it cannot be read."""
    return extract(reader.read(path), lexicon)


def read_letters(paths: Iterable[Path], lexicon: Lexicon) -> Iterator[Extraction | KamergraafError]:
    """Each letter's extraction, or the problem that kept it from being read."""
    for path in paths:
        try:
            yield read_letter(path, lexicon)
        except KamergraafError as problem:
            yield problem


def build(paths: Sequence[Path], terms: Vocabulary | None = None) -> Built:
    """Read all letters behind ``paths``; those that cannot be read are told, not lost in silence.

    Raises InputError where a path leads to no letter at all, BrokenResourceError for a broken
    ontology.
    """
    lexicon = (terms or load(None)).lexicon()
    outcomes = list(read_letters(letters(paths), lexicon))
    return Built(
        tuple(o for o in outcomes if isinstance(o, Extraction)),
        tuple(o for o in outcomes if isinstance(o, KamergraafError)),
    )


def write(
    built: Built,
    terms: Vocabulary,
    *,
    output: Path | None = None,
    store: Path | None = None,
    base: str = iris.BASE,
) -> None:
    """Write what was built to a graph file, into a store on disk, or both.

    A letter that the store holds already is replaced, graph by graph; the others stay. Raises
    InputError where a place cannot be written to, UsageError for a suffix that is no graph's.
    """
    quads = dataset(built.extractions, terms, base)
    if output is not None:
        files.write(quads, output)
    if store is not None:
        disk.replace(store, quads)
