"""The data that queries ask: an Oxigraph store, the caller's or one made of the indexed graph."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kamergraaf.graph.quads import value
from kamergraaf.shacl.components import Run
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.terms import is_blank, is_iri

if TYPE_CHECKING:
    import pyoxigraph

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal

SHAPES_GRAPH = "<urn:x-kamergraaf:shapes>"
"""The value of $shapesGraph."""

_MARKED = "urn:x-kamergraaf:marked"
_KEY = "urn:x-kamergraaf:key:"
_PART = 50_000


class Dataset:
    """A store to query, and how terms get into a query that no query can spell: blank nodes.

    In a store of our own such a term hangs on a key, in a graph that no other pattern sees; for
    the caller's store a function gives it, because that store is not to be written to.
    """

    def __init__(self, store: pyoxigraph.Store, *, own: bool) -> None:
        self.store = store
        self.own = own
        self._keys: dict[str, int] = {}
        self._terms: list[Term] = []

    def query(self, text: str) -> pyoxigraph.QuerySolutions:
        """The solutions of a SELECT query. Raises SyntaxError where Oxigraph refuses it."""
        import pyoxigraph

        found = self.store.query(
            text,
            use_default_graph_as_union=not self.own,
            custom_functions={pyoxigraph.NamedNode(_MARKED): self._term},
        )
        if not isinstance(found, pyoxigraph.QuerySolutions):
            raise TypeError("not a SELECT query")
        return found

    def key(self, node: str) -> str:
        """A key for a term, which ``fetch`` turns into the term."""
        import pyoxigraph as ox

        number = self._keys.get(node)
        if number is None:
            number = self._keys[node] = len(self._terms)
            self._terms.append(term(node))
            if self.own:
                key, mark = ox.NamedNode(f"{_KEY}{number}"), ox.NamedNode(_MARKED)
                self.store.add(ox.Quad(key, mark, self._terms[number], mark))
        return f"<{_KEY}{number}>"

    def fetch(self, key: str, variable: str) -> str:
        """A pattern that binds the variable to the term of the key in another variable."""
        if self.own:
            return f" GRAPH <{_MARKED}> {{ ?{key} <{_MARKED}> ?{variable} }}"
        return f" BIND(<{_MARKED}>(?{key}) AS ?{variable})"

    def _term(self, key: Term) -> Term:
        return self._terms[int(str(key.value).removeprefix(_KEY))]


_OWN: weakref.WeakKeyDictionary[Graph, dict[bool, Dataset]] = weakref.WeakKeyDictionary()


def dataset(run: Run, *, with_shapes: bool) -> Dataset:
    """The data of a run; ``with_shapes`` has the shapes graph beside it, by its name.

    The caller's store is asked as it is, all its graphs as one. Where there is none, or the
    shapes must stand beside it, a store is made in memory.
    """
    kept = _OWN.setdefault(run.data, {})
    if run.store is not None and not with_shapes:
        found = kept.get(with_shapes)
        if found is None or found.store is not run.store:
            found = kept[with_shapes] = Dataset(run.store, own=False)
        return found
    found = kept.get(with_shapes)
    if found is None or not found.own:
        found = kept[with_shapes] = Dataset(_store(run, with_shapes=with_shapes), own=True)
    return found


def term(node: str) -> Term:
    """An N-Triples term as pyoxigraph has it."""
    import pyoxigraph as ox

    if is_iri(node):
        return ox.NamedNode(node[1:-1])
    if is_blank(node):
        return ox.BlankNode(node[2:])
    text, language, datatype = value(node)
    if language:
        return ox.Literal(text, language=language)
    return ox.Literal(text, datatype=ox.NamedNode(datatype)) if datatype else ox.Literal(text)


@lru_cache(maxsize=1)
def empty() -> Dataset:
    """A dataset to try queries on."""
    import pyoxigraph

    return Dataset(pyoxigraph.Store(), own=True)


def _store(run: Run, *, with_shapes: bool) -> pyoxigraph.Store:
    import pyoxigraph

    store = pyoxigraph.Store()
    _load(store, _lines(run.data, ""))
    if with_shapes:
        _load(store, _lines(run.shapes, SHAPES_GRAPH))
    return store


def _load(store: pyoxigraph.Store, lines: Iterator[str]) -> None:
    import pyoxigraph

    # Parsed first, because a store that loads a file gives its blank nodes other names.
    while part := "".join(islice(lines, _PART)):
        store.bulk_extend(pyoxigraph.parse(part, format=pyoxigraph.RdfFormat.N_QUADS))


def _lines(graph: Graph, name: str) -> Iterator[str]:
    for predicate in graph.predicates():
        for subject, objects in graph.objects(predicate).items():
            for object_ in objects:
                yield f"{subject} {predicate} {object_} {name} .\n"
