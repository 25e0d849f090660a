"""The data that queries ask: an Oxigraph store, the caller's or one made of the indexed graph."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph.quads import to_oxigraph
from kamergraaf.shacl.components import Run
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.layered import Layered
from kamergraaf.shacl.terms import SUB_CLASS_OF

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
            self._terms.append(to_oxigraph(node))
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


@dataclass(frozen=True, slots=True)
class Needs:
    """What a query needs of the data: the shapes graph beside them, the hierarchy of classes in
    them, each triple once although several graphs state it (because it counts)."""

    shapes: bool = False
    classes: bool = False
    once: bool = False


_KEPT: weakref.WeakKeyDictionary[Graph, dict[str, Dataset]] = weakref.WeakKeyDictionary()


def dataset(run: Run, needs: Needs) -> Dataset:
    """The data of a run.

    The caller's store is asked as it is, all its graphs as one. Where there is none, or it lacks
    what is needed, a store is made in memory of the indexed graph. Raises BrokenResourceError where
    that graph is only a part of the data, laid over a store.
    """
    kept = _KEPT.setdefault(run.data, {})
    store = run.store
    if store is not None and not _lacking(run, store, needs):
        found = kept.get("given")
        if found is None or found.store is not store:
            found = kept["given"] = Dataset(store, own=False)
        return found
    name = "with shapes" if needs.shapes else "own"
    found = kept.get(name)
    if found is None:
        if isinstance(run.data, Layered):
            raise BrokenResourceError(_explained(needs))
        found = kept[name] = Dataset(_store(run, shapes=needs.shapes), own=True)
    return found


def _lacking(run: Run, store: pyoxigraph.Store, needs: Needs) -> bool:
    """Whether the store cannot give what is needed."""
    return (
        needs.shapes
        or (needs.classes and _lacks_classes(run, store))
        or (needs.once and _several_graphs(store))
    )


def _explained(needs: Needs) -> str:
    if needs.once:
        return "its query counts what several graphs of a store may state: COUNT(DISTINCT) can run"
    what = "the shapes graph" if needs.shapes else "the hierarchy of classes"
    return f"its query needs {what}, which the store does not hold"


def _several_graphs(store: pyoxigraph.Store) -> bool:
    import pyoxigraph

    default = store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
    return len([*islice(store.named_graphs(), 2), *islice(default, 1)]) > 1


def _lacks_classes(run: Run, store: pyoxigraph.Store) -> bool:
    """Whether the data know of a subclass that the store does not."""
    import pyoxigraph

    below = pyoxigraph.NamedNode(SUB_CLASS_OF[1:-1])
    stated = {
        (str(quad.subject), str(quad.object))
        for quad in store.quads_for_pattern(None, below, None, None)
    }
    if isinstance(run.data, Layered):
        return not stated
    known = run.data.objects(SUB_CLASS_OF).items()
    return any((child, parent) not in stated for child, parents in known for parent in parents)


@lru_cache(maxsize=1)
def empty() -> Dataset:
    """A dataset to try queries on."""
    import pyoxigraph

    return Dataset(pyoxigraph.Store(), own=True)


def _store(run: Run, *, shapes: bool) -> pyoxigraph.Store:
    """The data in the default graph, and if asked for the shapes beside them."""
    import pyoxigraph

    store = pyoxigraph.Store()
    _load(store, _lines(run.data, ""))
    if shapes:
        _load(store, _lines(run.shapes, SHAPES_GRAPH))
    return store


def _load(store: pyoxigraph.Store, lines: Iterator[str]) -> None:
    import pyoxigraph

    while part := "".join(islice(lines, _PART)):
        if "_:" not in part:
            store.bulk_load(part, format=pyoxigraph.RdfFormat.N_QUADS)
        else:
            # A store that loads a file gives its blank nodes other names, so that it is parsed.
            store.bulk_extend(pyoxigraph.parse(part, format=pyoxigraph.RdfFormat.N_QUADS))


def _lines(graph: Graph, name: str) -> Iterator[str]:
    for predicate in graph.predicates():
        for subject, objects in graph.objects(predicate).items():
            for object_ in objects:
                yield f"{subject} {predicate} {object_} {name} .\n"
