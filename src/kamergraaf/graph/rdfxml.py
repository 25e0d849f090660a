"""RDF/XML of the union of a dataset's graphs, sorted, for tools that read nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from kamergraaf import iris
from kamergraaf.errors import InputError
from kamergraaf.graph.quads import Quad, address, value

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*$")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def rdfxml(
    quads: Iterable[Quad], comment: str = "", prefixes: Mapping[str, str] = iris.PREFIXES
) -> str:
    """RDF/XML of the union of the quads' graphs, one description per subject.

    Raises InputError for what XML cannot hold: a control character in a literal, a property whose
    IRI does not end in an XML name.
    """
    triples = sorted({(s, p, o) for s, p, o, _ in quads})
    names = _Elements(prefixes, sorted({p for _, p, _ in triples}))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    if comment:
        lines.append(f"<!-- {comment} -->\n")
    lines.append(f"<rdf:RDF{names.declarations()}>\n")
    above = ""
    for s, p, o in triples:
        if s != above:
            lines.append("  </rdf:Description>\n" if above else "")
            lines.append(f"  <rdf:Description {_node('about', s)}>\n")
            above = s
        lines.append(_property(names.element(p), o))
    lines.append("  </rdf:Description>\n" if above else "")
    return "".join([*lines, "</rdf:RDF>\n"])


class _Elements:
    """Properties as element names; namespaces without a prefix get a numbered one."""

    def __init__(self, prefixes: Mapping[str, str], predicates: Iterable[str]) -> None:
        known = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._names: dict[str, str] = {}
        self._used = {prefixes["rdf"]: "rdf"}
        for predicate in predicates:
            found = _LOCAL.search(address(predicate))
            if not found:
                raise InputError(f"RDF/XML cannot write the property {predicate}")
            namespace = address(predicate)[: found.start()]
            prefix = known.setdefault(namespace, f"ns{len(known)}")
            self._used[namespace] = prefix
            self._names[predicate] = f"{prefix}:{found[0]}"

    def element(self, predicate: str) -> str:
        return self._names[predicate]

    def declarations(self) -> str:
        pairs = sorted((prefix, namespace) for namespace, prefix in self._used.items())
        return "".join(f"\n    xmlns:{prefix}={quoteattr(space)}" for prefix, space in pairs)


def _property(element: str, object_: str) -> str:
    """One property element."""
    if not object_.startswith('"'):
        return f"    <{element} {_node('resource', object_)}/>\n"
    text, language, datatype = value(object_)
    if _FORBIDDEN.search(text):
        raise InputError(f"XML cannot hold a control character in the literal {object_[:60]}")
    kind = f' xml:lang="{language}"' if language else ""
    kind = f" rdf:datatype={quoteattr(datatype)}" if datatype else kind
    return f"    <{element}{kind}>{escape(text, {chr(13): '&#13;'})}</{element}>\n"


def _node(attribute: str, term: str) -> str:
    """A node as an attribute; a blank node keeps its label."""
    if term.startswith("_:"):
        return f"rdf:nodeID={quoteattr(term[2:])}"
    return f"rdf:{attribute}={quoteattr(address(term))}"
