"""Reads the whole graph of a SPARQL endpoint, page by page, or fails: never a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kamergraaf.errors import RemoteError, UsageError

if TYPE_CHECKING:
    import pyoxigraph

    from kamergraaf.ask.remote import Remote

PAGE = 20_000
"""Rows asked for at once; a server that gives fewer is asked on."""

MOST = 5_000_000
"""Statements that are read at most; a larger graph is better exported to a file."""

_VARIABLES = ("s", "p", "o", "g")
_Row = dict[str, dict[str, Any]]


def quads(
    remote: Remote, graphs: Sequence[str] = (), page: int = PAGE
) -> Iterator[pyoxigraph.Quad]:
    """Every statement of an endpoint, or of the named ``graphs`` there.

    The number that the server counts must come. Raises RemoteError where the server fails, gives
    less than it counts, holds more than MOST statements, or names blank nodes anew in each page;
    UsageError for a graph's name that is no IRI.
    """
    crawl = _Crawl(remote, _pattern(graphs), page)
    terms = _Terms(remote.url)
    for row in crawl.rows():
        yield terms.quad(row)


def _pattern(graphs: Sequence[str]) -> str:
    from pyoxigraph import NamedNode

    try:
        names = " ".join(str(NamedNode(graph)) for graph in graphs)
    except ValueError as problem:
        raise UsageError(f"the name of a graph is an IRI: {problem}") from problem
    named = "GRAPH ?g { ?s ?p ?o }"
    return f"VALUES ?g {{ {names} }} {named}" if names else f"{{ ?s ?p ?o }} UNION {{ {named} }}"


@dataclass(slots=True)
class _Crawl:
    remote: Remote
    pattern: str
    page: int

    def rows(self) -> Iterator[_Row]:
        wanted = self._count()
        if wanted > MOST:
            raise self._error(f"holds {wanted:,} statements; more than {MOST:,} are not read")
        seen: set[tuple[str, ...]] = set()
        checked = wanted <= self.page
        offset = 0
        while offset < wanted:
            rows = self._page(self.page, offset)
            if not rows:
                break
            # A server may give less than a whole page and so make pages of its own.
            if not checked and (offset or len(rows) < wanted):
                checked = self._same_names(rows, offset)
            for row in rows:
                key = tuple(_key(row.get(name)) for name in _VARIABLES)
                if key not in seen:
                    seen.add(key)
                    yield row
            offset += len(rows)
        if len(seen) != wanted:
            raise self._error(
                f"counts {wanted:,} statements and gave {len(seen):,}: it changes, or it cuts off"
            )

    def _count(self) -> int:
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {self.pattern} }}"
        rows = self._bindings(query)
        try:
            return int(rows[0]["n"]["value"])
        except (IndexError, KeyError, ValueError) as problem:
            raise self._error("does not say how many statements it holds") from problem

    def _page(self, size: int, offset: int) -> list[_Row]:
        # Sorted inside and cut outside: Virtuoso does not cut what it sorts beyond 10,000 rows.
        inner = f"SELECT ?s ?p ?o ?g WHERE {{ {self.pattern} }} ORDER BY ?s ?p ?o ?g"
        return self._bindings(
            f"SELECT ?s ?p ?o ?g WHERE {{ {{ {inner} }} }} LIMIT {size} OFFSET {offset}"
        )

    def _same_names(self, rows: list[_Row], offset: int) -> bool:
        """Whether this page has blank nodes and names them as another answer does."""
        blank = [
            (place, term["value"])
            for place, row in enumerate(rows)
            for term in row.values()
            if term.get("type") == "bnode"
        ]
        if not blank:
            return False
        # The first blank node of an answer may have the same name in each answer.
        first = blank[0][1]
        place = next((place for place, name in reversed(blank) if name != first), 0)
        if place and self._page(1, offset + place) == [rows[place]]:
            return True
        raise self._error(
            "names blank nodes anew in each answer, so that pages cannot be put together: "
            "export the graph to a file"
        )

    def _bindings(self, query: str) -> list[_Row]:
        rows = self.remote.results(query).get("results", {}).get("bindings")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self._error("answered with JSON that is not SPARQL results")
        return rows

    def _error(self, message: str) -> RemoteError:
        return RemoteError(message, where=f"endpoint {self.remote.url}")


def _key(term: dict[str, Any] | None) -> str:
    return "\0".join(f"{name}={term[name]}" for name in sorted(term)) if term else ""


class _Terms:
    """Terms of SPARQL's JSON results; a server's names for blank nodes may not be RDF's."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._blank: dict[str, pyoxigraph.BlankNode] = {}

    def quad(self, row: _Row) -> pyoxigraph.Quad:
        from pyoxigraph import DefaultGraph, Quad

        try:
            # Quad itself refuses a term that cannot stand where it does, with a TypeError.
            subject, predicate, object_ = (self._term(row[name]) for name in _VARIABLES[:3])
            graph: Any = self._term(row["g"]) if "g" in row else DefaultGraph()
            return Quad(subject, predicate, object_, graph)
        except (KeyError, TypeError, ValueError) as problem:
            raise RemoteError(
                f"gave a statement that is no RDF: {problem}", where=f"endpoint {self._url}"
            ) from problem

    def _term(self, told: dict[str, Any]) -> Any:
        from pyoxigraph import BlankNode, Literal, NamedNode

        kind, text = told["type"], told["value"]
        if kind == "uri":
            return NamedNode(text)
        if kind == "bnode":
            return self._blank.setdefault(text, BlankNode(f"b{len(self._blank) + 1}"))
        if kind not in ("literal", "typed-literal"):
            raise ValueError(f"a term of type '{kind}'")
        language, datatype = told.get("xml:lang"), told.get("datatype")
        if language:
            return Literal(text, language=language)
        return Literal(text, datatype=NamedNode(datatype)) if datatype else Literal(text)
