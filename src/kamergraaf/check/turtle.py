"""Reads the Turtle files that hold shapes."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kamergraaf.errors import BrokenResourceError, InputError


def files(path: Path) -> list[Path]:
    """The Turtle files at a path: the file itself, or all below the folder, by name.

    Raises InputError where there is none.
    """
    found = sorted(path.rglob("*.ttl")) if path.is_dir() else [path] if path.is_file() else []
    if not found:
        raise InputError("no Turtle file here", where=str(path))
    return found


def read(path: Path) -> list[Quad]:
    """The triples of one Turtle file.

    Raises InputError where it cannot be read, BrokenResourceError where it does not parse.
    """
    try:
        return list(parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=path.as_uri()))
    except OSError as problem:
        raise InputError(problem.strerror or "cannot be read", where=str(path)) from problem
    except SyntaxError as problem:
        where = f"{path}:{problem.lineno}" if problem.lineno else str(path)
        raise BrokenResourceError(f"does not parse: {problem.msg}", where=where) from problem
    except ValueError as problem:
        raise BrokenResourceError(f"does not parse: {problem}", where=str(path)) from problem
