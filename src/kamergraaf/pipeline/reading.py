"""A few letters, in memory: read, understood, and written at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kamergraaf import iris, resources
from kamergraaf.errors import InputError, KamergraafError
from kamergraaf.extract.statements import extract
from kamergraaf.graph import disk, files
from kamergraaf.graph.build import (
    dataset,
    letter_iri,
    letter_quads,
    register_quads,
    run_quads,
)
from kamergraaf.graph.quads import nquads
from kamergraaf.graph.vocabulary import Vocabulary, load
from kamergraaf.model import Extraction, Lexicon
from kamergraaf.pipeline.inputs import letters
from kamergraaf.read import reader

_LONGEST = 2_000_000
"""Characters of a document: some 800 pages. What is longer is no letter, and may take hours."""


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


def read_letter(path: Path, lexicon: Lexicon) -> Extraction:
    """One letter, read and understood. Raises InputError where it cannot be read."""
    document = reader.read(path)
    if len(document.text) > _LONGEST:
        size = len(document.text)
        message = f"its text has {size:,} characters, and at most {_LONGEST:,} are read"
        raise InputError(message, where=str(path))
    return extract(replace(document, name=file_name(path)), lexicon)


def file_name(path: Path) -> str:
    """The name of a file as text; what is no UTF-8 in it becomes U+FFFD."""
    return os.fsencode(path.name).decode(errors="replace")


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
    if output is not None:
        files.write(dataset(built.extractions, terms, base), output)
    if store is not None:
        run = run_quads((), terms.digest, base)
        with disk.Letters(store, run, register_quads(terms, base), base) as held:
            for extraction in built.extractions:
                quads = nquads(letter_quads(extraction, base)).encode()
                held.add(letter_iri(extraction, base), quads)
