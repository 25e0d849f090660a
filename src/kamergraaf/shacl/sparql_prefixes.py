"""The prefixes of a query in a shapes graph (SHACL, 5.2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph.quads import iri, value
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.sparql_question import Prefixes
from kamergraaf.shacl.terms import RDF, RDFS, SH, XSD, is_literal, sh

_OWL = "http://www.w3.org/2002/07/owl#"
_IMPORTS = f"<{_OWL}imports>"
_ALWAYS = {"rdf": RDF, "rdfs": RDFS, "owl": _OWL, "xsd": XSD, "sh": SH}
"""What pyshacl declares too, and what no shapes graph means otherwise."""


def prefixes(graph: Graph, node: str) -> Prefixes:
    """The prefixes for the queries of a node with ``sh:prefixes``.

    Prefixes are those that the values of ``sh:prefixes`` declare, and what these import. A prefix
    that is not among them may be declared elsewhere in the shapes graph, as pyshacl takes it.
    """
    declared = _declared(graph, _imported(graph, graph.objects(sh("prefixes"))[node]))
    anywhere = _declared(graph, graph.subjects_of(sh("declare")))

    def namespace(prefix: str) -> str:
        found = set(declared.get(prefix) or anywhere.get(prefix) or ())
        if len(found) > 1:
            raise BrokenResourceError(f"the prefix {prefix!r} is declared for two namespaces")
        if not found and prefix not in _ALWAYS:
            raise BrokenResourceError(f"the prefix {prefix!r} is not declared with sh:declare")
        return iri(found.pop() if found else _ALWAYS[prefix])

    return namespace


def _imported(graph: Graph, nodes: Sequence[str]) -> Iterator[str]:
    imports = graph.objects(_IMPORTS)
    left, seen = list(nodes), set[str]()
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left += imports[node]
            yield node


def _declared(graph: Graph, nodes: Iterable[str]) -> dict[str, set[str]]:
    """The namespaces by prefix that the nodes declare."""
    found: dict[str, set[str]] = {}
    for node in nodes:
        for declaration in graph.objects(sh("declare"))[node]:
            prefix = _one(graph, declaration, "prefix")
            found.setdefault(prefix, set()).add(_one(graph, declaration, "namespace"))
    return found


def _one(graph: Graph, declaration: str, name: str) -> str:
    found = graph.objects(sh(name))[declaration]
    if len(found) != 1 or not is_literal(found[0]):
        raise BrokenResourceError(f"sh:declare needs one sh:{name}, a text", where=declaration)
    return value(found[0]).text
