"""One face for every engine that answers SPARQL: Oxigraph, rdflib, a server elsewhere.

The default graph of a query is always the union of all graphs. A triple that stands in two graphs
may match twice, so queries that count or join say DISTINCT.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kamergraaf.ask.rows import Cell, Rows, cell, from_json
from kamergraaf.errors import InputError, UsageError
from kamergraaf.graph import files
from kamergraaf.graph.quads import Quad, from_oxigraph

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from kamergraaf.ask.remote import Remote


_APART = re.compile(r"""<[^<>"{}|^`\\\s]*>|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
_SERVICE = re.compile(r"(?<![:?$\w-])SERVICE(?![\w:-])", re.IGNORECASE)

_FROM = re.compile(r"(?<![:?$\w-])FROM\s+(?:NAMED\s+)?(?:<|[\w-]*:)", re.IGNORECASE)


def asks_elsewhere(query: str) -> bool:
    """Whether a query sends a part of itself to another server (SPARQL's SERVICE)."""
    return _SERVICE.search(_APART.sub(" ", query)) is not None


def reads_elsewhere(query: str) -> bool:
    """Whether a query names graphs of its own to read (SPARQL's FROM), which some engines fetch."""
    return _FROM.search(_APART.sub(" <> ", query)) is not None


class Source(Protocol):
    """Something that answers queries."""

    def select(self, query: str) -> Rows:
        """The answer to a SELECT or ASK. Raises UsageError for a query that cannot be taken."""
        ...


class Oxigraph:
    """An Oxigraph store, in memory or on disk."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self.store = store

    @classmethod
    def from_file(cls, path: Path) -> Oxigraph:
        """A graph file of any format, read into memory. Raises InputError as ``files.load``."""
        return cls(files.load(path))

    @classmethod
    def from_folder(cls, folder: Path) -> Oxigraph:
        """A store on disk, opened for reading. Raises InputError where there is none."""
        import pyoxigraph

        if not (folder / "CURRENT").is_file():
            raise InputError("there is no store in this folder", where=str(folder))
        try:
            return cls(pyoxigraph.Store.read_only(str(folder)))
        except OSError as problem:
            raise InputError(f"cannot open the store: {problem}", where=str(folder)) from problem

    @classmethod
    def from_quads(cls, quads: Iterable[Quad]) -> Oxigraph:
        """Quads, loaded into memory."""
        return cls(files.store_of(quads))

    def select(self, query: str) -> Rows:
        """The answer to a SELECT or ASK. Raises UsageError for a query that cannot be taken."""
        import pyoxigraph

        found = self._query(query)
        if isinstance(found, pyoxigraph.QueryBoolean):
            return Rows(("answer",), ((bool(found),),))
        if isinstance(found, pyoxigraph.QueryTriples):
            raise UsageError("this query gives a graph, not rows")
        columns = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(_cell(term) for term in solution) for solution in found)
        return Rows(columns, rows)

    def construct(self, query: str) -> list[Quad] | None:
        """The triples of a CONSTRUCT or DESCRIBE, in the default graph; None for another query."""
        import pyoxigraph

        found = self._query(query)
        return from_oxigraph(found, "") if isinstance(found, pyoxigraph.QueryTriples) else None

    def _query(
        self, query: str
    ) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples:
        if asks_elsewhere(query):
            raise UsageError("SERVICE is closed: nothing but --endpoint reaches the network")
        try:
            return self.store.query(query, use_default_graph_as_union=True)
        except SyntaxError as problem:
            raise UsageError(f"the query does not parse: {problem.msg}") from problem


class Rdflib:
    """The same dataset in rdflib; for comparison, in tests and benchmarks."""

    def __init__(self, dataset: rdflib.Dataset) -> None:
        self.dataset = dataset

    @classmethod
    def from_quads(cls, quads: Iterable[Quad]) -> Rdflib:
        """Quads, loaded into memory."""
        import rdflib

        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=files.serialise(quads, "nquads"), format="nquads")
        return cls(dataset)

    def select(self, query: str) -> Rows:
        """The answer to a SELECT or ASK. Raises UsageError for a query that cannot be taken."""
        from pyparsing import ParseException
        from rdflib import Literal

        try:
            found = self.dataset.query(query)
        except ParseException as problem:
            raise UsageError(f"the query does not parse: {problem}") from problem
        if found.type == "ASK":
            return Rows(("answer",), ((bool(found.askAnswer),),))

        def one(term: object) -> Cell:
            if isinstance(term, Literal):
                return cell(str(term), str(term.datatype or ""))
            return None if term is None else str(term)

        columns = tuple(str(variable) for variable in found.vars or ())
        rows = tuple(
            tuple(one(binding.get(variable)) for variable in found.vars or ())
            for binding in found.bindings
        )
        # rdflib gives one empty group where GROUP BY has nothing to group.
        return Rows(columns, tuple(row for row in rows if any(c is not None for c in row)))


class Endpoint:
    """A SPARQL server elsewhere."""

    def __init__(self, remote: Remote) -> None:
        self.remote = remote

    def select(self, query: str) -> Rows:
        """The answer to a SELECT or ASK. Raises RemoteError where the server fails."""
        return from_json(self.remote.results(query))


def _cell(term: object) -> Cell:
    """A term of Oxigraph as a cell."""
    from pyoxigraph import Literal, NamedNode

    if isinstance(term, Literal):
        return cell(term.value, term.datatype.value)
    if isinstance(term, NamedNode):
        return term.value
    return None if term is None else str(term)
