"""Reads the RDF files that hold shapes or an ontology, as triples of N-Triples terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad

from kamergraaf.errors import BrokenResourceError, InputError
from kamergraaf.graph import reading

Triple = tuple[str, str, str]

MOST = 1_000_000
"""Triples that a shapes graph may have; those of published profiles are some thousands."""

_MADE_UP = re.compile(r"_:[0-9a-f]{20,}")


def files(path: Path) -> list[Path]:
    """The RDF files at a path: the file itself, or all below the folder, by name.

    Raises InputError where there is none.
    """
    if path.is_file():
        return [path]
    inside = path.rglob("*") if path.is_dir() else ()
    found = sorted(
        file
        for file in inside
        if file.suffix.lower() in reading.SUFFIXES
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )
    if not found:
        told = "no RDF file in this folder" if path.is_dir() else "there is no such file or folder"
        raise InputError(told, where=str(path))
    return found


def quads(path: Path) -> Iterator[Quad]:
    """The quads of one file; without a known suffix it is Turtle.

    Raises InputError where the file cannot be read, BrokenResourceError where it does not parse.
    """
    try:
        yield from reading.quads(path, reading.SUFFIXES.get(path.suffix.lower(), "turtle"))
    except InputError as problem:
        if isinstance(problem.__cause__, OSError):
            raise
        raise BrokenResourceError(problem.message, where=problem.where) from problem


def read(path: Path, scope: str = "") -> Iterator[Triple]:
    """The triples of one file, those of all its graphs.

    ``scope`` keeps equal names of blank nodes in two files apart; one without a name gets the same
    in each run. Raises as ``quads`` does.
    """
    names: dict[str, str] = {}

    def term(written: str) -> str:
        if not written.startswith("_:"):
            return written
        if written not in names:
            own = f"_:anon{len(names) + 1}" if _MADE_UP.fullmatch(written) else written
            names[written] = own + scope
        return names[written]

    for quad in quads(path):
        yield term(str(quad.subject)), str(quad.predicate), term(str(quad.object))


def merged(files_: Sequence[Path]) -> list[Triple]:
    """The triples of several files; of shapes, so that there is a bound to them.

    No blank node is called as one of the data is: two graphs share none (RDF 1.1 3.4).

    Raises as ``quads`` does, and BrokenResourceError for more than MOST triples.
    """
    found: list[Triple] = []
    for number, file in enumerate(files_):
        found += islice(read(file, f"-shapes{number + 1 if number else ''}"), MOST + 1 - len(found))
        if len(found) > MOST:
            raise BrokenResourceError(f"shapes of more than {MOST:,} triples", where=str(file))
    return found
