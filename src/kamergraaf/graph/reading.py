"""Reads graph files of any format, quad by quad: no network, bounded memory, clear errors."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from kamergraaf.errors import InputError, UsageError

if TYPE_CHECKING:
    import pyoxigraph

SUFFIXES: dict[str, str] = {
    ".trig": "trig",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".jsonld": "jsonld",
    ".ttl": "turtle",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
    ".owl": "rdfxml",
}
"""The format that a file's name promises."""

FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml")
"""The formats that are read."""

DEEPEST = 1_000
"""Elements within elements in RDF/XML: a parser's time grows with the square of it."""

_STDIN = "standard input"
_STDIN_BASE = "file:///dev/stdin"
_REMOTE = "LoadDocumentCallback"


def format_of(path: Path) -> str:
    """The format by the suffix of a file. Raises UsageError for a suffix that is no graph's."""
    found = SUFFIXES.get(path.suffix.lower())
    if found is None and path.is_dir():
        raise UsageError("is a folder; name the graph files in it", where=str(path))
    if found is None:
        raise UsageError(f"a graph file ends in {', '.join(SUFFIXES)}", where=str(path))
    return found


def quads(path: Path, format_: str | None = None) -> Iterator[pyoxigraph.Quad]:
    """The quads of a graph file, in its order, read as they are asked for.

    ``format_`` is one of ``FORMATS``, else the suffix tells. Nothing is fetched: a remote JSON-LD
    context is an error. Raises InputError for a file that does not exist or does not parse (with
    its line), UsageError for a suffix that is no graph's.
    """
    import pyoxigraph

    kind = format_ or format_of(path)
    with told(str(path)):
        if kind == "rdfxml":
            with path.open("rb") as file:
                check_xml(file, str(path))
        # Read by path, so that a term of more than 16 MB is refused instead of held in memory.
        yield from pyoxigraph.parse(
            path=path, format=oxigraph_format(kind), base_iri=path.resolve().as_uri()
        )


def stream_quads(stream: IO[bytes], format_: str) -> Iterator[pyoxigraph.Quad]:
    """The quads of standard input. Raises InputError as ``quads`` does."""
    import io

    import pyoxigraph

    with told(_STDIN):
        if format_ == "rdfxml":
            stream = io.BytesIO(stream.read())
            check_xml(stream, _STDIN)
            stream.seek(0)
        yield from pyoxigraph.parse(stream, format=oxigraph_format(format_), base_iri=_STDIN_BASE)


@contextlib.contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what Oxigraph's readers raise into an InputError that names the file and the line."""
    try:
        yield
    except SyntaxError as problem:
        line = f":{problem.lineno}" if problem.lineno else ""
        raise InputError(_words(problem.msg), where=f"{where}{line}") from problem
    except MemoryError as problem:
        raise InputError(
            "holds a term of more than 16 MB, which is not read", where=where
        ) from problem
    except OSError as problem:
        raise InputError(f"cannot read: {problem.strerror or problem}", where=where) from problem
    except ValueError as problem:
        raise InputError(f"does not parse: {problem}", where=where) from problem


def _words(message: str) -> str:
    if _REMOTE in message:
        return "does not parse: its @context stands on another server, and nothing is fetched"
    if "\ufeff" in message:  # which nobody sees
        return "does not parse: a byte order mark stands in it; save it as UTF-8 without one"
    return f"does not parse: {message}"


def check_xml(file: IO[bytes], where: str) -> None:
    """Refuse XML that is not whole, that is nested too deep, or whose entities multiply.

    Oxigraph's reader takes a file that ends too soon for one that is ended, and expands entities
    without bound; expat does neither. Raises InputError.
    """
    parser = expat.ParserCreate()
    depth = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise InputError(
                f"elements stand more than {DEEPEST} deep",
                where=f"{where}:{parser.CurrentLineNumber}",
            )

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.ParseFile(file)
    except expat.ExpatError as problem:
        raise InputError(
            f"does not parse: {expat.ErrorString(problem.code)}", where=f"{where}:{problem.lineno}"
        ) from problem


def oxigraph_format(name: str) -> pyoxigraph.RdfFormat:
    """Oxigraph's name for a format."""
    import pyoxigraph

    return {
        "trig": pyoxigraph.RdfFormat.TRIG,
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
        "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
        "turtle": pyoxigraph.RdfFormat.TURTLE,
        "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    }[name]
