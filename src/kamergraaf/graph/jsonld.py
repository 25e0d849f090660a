"""JSON-LD of a dataset, compacted with a context that stands in the file itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from kamergraaf import iris, resources
from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph.quads import RDF_TYPE, XSD, Quad, address, value

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-/]*")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


class Term(NamedTuple):
    """A property's name in the context, and what its bare strings mean."""

    name: str
    type: str
    language: str


class Context:
    """A JSON-LD context as far as the writer uses it: prefixes, and terms with their coercion."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self.content = dict(context)
        self.prefixes = {
            key: said
            for key, said in context.items()
            if isinstance(said, str) and said[-1:] in ("/", "#") and not key.startswith("@")
        }
        self._terms: dict[str, Term] = {}
        for name, said in sorted(context.items()):
            if isinstance(said, dict) and self._plain(said):
                type_ = said.get("@type", "")
                term = Term(
                    name,
                    type_ if type_ == "@id" else self._full(type_),
                    said.get("@language") or "",
                )
                self._terms.setdefault(self._full(said.get("@id", name)), term)

    @staticmethod
    def _plain(said: Mapping[str, Any]) -> bool:
        return set(said) <= {"@id", "@type", "@language"} and said.get("@type") != "@vocab"

    def _full(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        space = self.content.get(prefix) if colon else None
        return f"{space}{local}" if isinstance(space, str) else name

    def name(self, address_: str) -> str:
        """An IRI as a compact IRI where that is possible."""
        for prefix, namespace in self.prefixes.items():
            if address_.startswith(namespace) and _LOCAL.fullmatch(address_, len(namespace)):
                return f"{prefix}:{address_[len(namespace) :]}"
        return address_

    def term(self, address_: str) -> Term:
        """The name of a property, with what its bare strings mean."""
        return self._terms.get(address_) or Term(self.name(address_), "", "")


@cache
def context() -> Context:
    """The context that ships with the ontology. Raises BrokenResourceError where it is broken."""
    path = resources.folder("ontology") / "context.jsonld"
    if not path.is_file():
        return Context(iris.PREFIXES)
    try:
        found = json.loads(path.read_text("utf-8"))["@context"]
    except (ValueError, KeyError, TypeError) as problem:
        raise BrokenResourceError(f"no JSON-LD context: {problem}", where=str(path)) from problem
    return Context(found)


def jsonld(quads: Iterable[Quad], using: Context | None = None) -> str:
    """The dataset as JSON-LD; named graphs by name, nodes and properties sorted."""
    using = using or context()
    graphs: dict[str, dict[str, dict[str, list[str]]]] = {}
    for s, p, o, g in sorted(set(quads)):
        graphs.setdefault(g, {}).setdefault(s, {}).setdefault(p, []).append(o)
    content: list[dict[str, Any]] = []
    for graph, nodes in sorted(graphs.items()):
        written = [_node(subject, by, using) for subject, by in nodes.items()]
        if graph:
            content.append({"@id": using.name(address(graph)), "@graph": written})
        else:
            content.extend(written)
    whole = {"@context": using.content, "@graph": content}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _node(subject: str, by: Mapping[str, list[str]], using: Context) -> dict[str, Any]:
    """One node object."""
    node: dict[str, Any] = {"@id": _id(subject, using)}
    types = [_id(o, using) for o in by.get(RDF_TYPE, ()) if not o.startswith('"')]
    if types:
        node["@type"] = types if len(types) > 1 else types[0]
    for predicate, objects in by.items():
        if predicate == RDF_TYPE:
            continue
        term = using.term(address(predicate))
        values = [_object(o, term, using) for o in objects]
        node[term.name] = values if len(values) > 1 else values[0]
    return dict(sorted(node.items()))


def _id(term: str, using: Context) -> str:
    return term if term.startswith("_:") else using.name(address(term))


def _object(object_: str, term: Term, using: Context) -> Any:
    """An object as the shortest JSON that means it under the property's name."""
    if not object_.startswith('"'):
        node = _id(object_, using)
        return node if term.type == "@id" else {"@id": node}
    text, language, datatype = value(object_)
    if (language, datatype) == (term.language, term.type):
        return text
    if language:
        return {"@value": text, "@language": language}
    if not datatype:
        return {"@value": text}
    if datatype == XSD + "integer" and not term.type and _INTEGER.fullmatch(text):
        return int(text)
    return {"@value": text, "@type": using.name(datatype)}
