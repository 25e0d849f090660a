"""Graph files: written whole or not at all, the same bytes for the same quads, and read back.

TriG, N-Quads and JSON-LD carry the dataset; Turtle and RDF/XML carry the union of its graphs and
say so in a comment.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kamergraaf.errors import InputError, UsageError
from kamergraaf.graph.jsonld import jsonld
from kamergraaf.graph.quads import Quad, nquads
from kamergraaf.graph.reading import check_xml, format_of, oxigraph_format, told
from kamergraaf.graph.turtle import trig, turtle

if TYPE_CHECKING:
    import pyoxigraph

UNION = "The union of the dataset's graphs; TriG, N-Quads and JSON-LD carry the graphs apart."


def _rdfxml(quads: Iterable[Quad]) -> str:
    # Its standard library costs more to import than reading a letter's graph.
    from kamergraaf.graph.rdfxml import rdfxml

    return rdfxml(quads, UNION)


WRITERS: dict[str, Callable[[Iterable[Quad]], str]] = {
    "trig": trig,
    "nquads": nquads,
    "jsonld": jsonld,
    "turtle": lambda quads: turtle(quads, UNION),
    "rdfxml": _rdfxml,
}
"""A serialiser per format."""


def writable(path: Path) -> str:
    """The format in which a file by this name is written.

    Raises UsageError for a suffix that is no graph's, or of a format that is only read.
    """
    format_ = format_of(path)
    if format_ not in WRITERS:
        raise UsageError(f"cannot write '{format_}'; formats are {', '.join(WRITERS)}")
    return format_


def serialise(quads: Iterable[Quad], format_: str) -> str:
    """The quads in one of ``WRITERS``; sorted, so that the same quads give the same text."""
    if format_ not in WRITERS:
        raise UsageError(f"cannot write '{format_}'; formats are {', '.join(WRITERS)}")
    return WRITERS[format_](quads)


def write(quads: Iterable[Quad], path: Path, format_: str | None = None) -> None:
    """Write a graph file in the format of its suffix, or in ``format_``.

    Raises UsageError for a format that cannot be written, InputError where the folder cannot be
    written to.
    """
    write_text(path, serialise(quads, format_ or format_of(path)))


def write_text(path: Path, text: str) -> None:
    """Put ``text`` (UTF-8) at ``path``, whole or not at all. Raises InputError where it fails."""
    write_parts(path, [text.encode()])


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Put ``parts`` at ``path``, one behind the other, whole or not at all.

    Raises InputError where it fails.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except OSError as problem:
        raise InputError(
            f"cannot write: {problem.strerror or problem}", where=str(path)
        ) from problem
    finally:
        with contextlib.suppress(OSError):
            if temporary:
                Path(temporary).unlink()


def load(path: Path, store: pyoxigraph.Store | None = None) -> pyoxigraph.Store:
    """Read a graph file of any format into a store in memory, or into the one given.

    Nothing is fetched: a remote JSON-LD context is an error. Raises InputError for a file that
    does not exist, does not parse (with its line) or holds no statement, UsageError for a suffix
    that is no graph's.
    """
    import pyoxigraph

    store = pyoxigraph.Store() if store is None else store
    before = len(store)
    kind = format_of(path)
    with told(str(path)):
        if kind == "rdfxml":
            with path.open("rb") as file:
                check_xml(file, str(path))
        base = path.resolve().as_uri()
        store.load(path=path, format=oxigraph_format(kind), base_iri=base)
    if len(store) == before:
        raise InputError("holds no statement", where=str(path))
    return store


def store_of(quads: Iterable[Quad]) -> pyoxigraph.Store:
    """A store in memory that holds the quads."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_load(nquads(quads).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def quads_of(store: pyoxigraph.Store) -> list[Quad]:
    """All quads of a store."""
    return [
        (str(q.subject), str(q.predicate), str(q.object), _graph(str(q.graph_name))) for q in store
    ]


def _graph(name: str) -> str:
    return "" if name == "DEFAULT" else name
