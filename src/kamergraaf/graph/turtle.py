"""TriG and Turtle, sorted and grouped by subject, for people and for version control."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from kamergraaf import iris
from kamergraaf.graph.quads import RDF_TYPE, XSD, Quad, address, value

_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_\-]*[A-Za-z0-9_\-])?")
_FOLDER = re.compile(r"[a-z]([a-z0-9-]*[a-z0-9])?")
_SHORTHAND = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_REMEMBERED = 100_000
"""Terms whose written form is kept; most come back within a letter."""


class Names:
    """IRIs as prefixed names where that is possible; remembers which prefixes were used."""

    def __init__(self, prefixes: Mapping[str, str] = iris.PREFIXES) -> None:
        self._prefixes = dict(prefixes)
        self._cache: dict[str, str] = {}
        self._used: set[str] = set()

    def term(self, term: str) -> str:
        """An N-Triples term as Turtle writes it."""
        found = self._cache.get(term)
        if found is None:
            if len(self._cache) >= _REMEMBERED:
                self._cache.clear()
            found = self._cache[term] = self._write(term)
        return found

    def header(self) -> str:
        """The prefix lines of what was written so far."""
        used = sorted(self._used)
        return "".join(f"@prefix {p}: <{self._prefixes[p]}> .\n" for p in used) + "\n"

    def _write(self, term: str) -> str:
        if term.startswith("<"):
            return self._name(address(term)) or term
        if term.endswith(">"):
            datatype = value(term).datatype
            lexical = term[1 : term.rindex('"')]
            short = _SHORTHAND.get(datatype)
            if short and short.fullmatch(lexical):
                return lexical
            return f'"{lexical}"^^{self._name(datatype) or f"<{datatype}>"}'
        return term

    def _name(self, address_: str) -> str | None:
        for prefix, namespace in self._prefixes.items():
            if address_.startswith(namespace) and _LOCAL.fullmatch(address_, len(namespace)):
                self._used.add(prefix)
                return f"{prefix}:{address_[len(namespace) :]}"
        return self._in_folder(address_)

    def _in_folder(self, address_: str) -> str | None:
        """A thing one folder below our base, with the folder as prefix: ``status:planned``."""
        namespace, _, local = address_.rpartition("/")
        folder = namespace.removeprefix(self._prefixes.get("kid", "\0"))
        if folder == namespace or not (_FOLDER.fullmatch(folder) and _LOCAL.fullmatch(local)):
            return None
        if self._prefixes.setdefault(folder, namespace + "/") != namespace + "/":
            return None
        self._used.add(folder)
        return f"{folder}:{local}"


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str] = iris.PREFIXES) -> str:
    """TriG: the default graph first, then each named graph, by name."""
    names = Names(prefixes)
    ordered = sorted(set(quads), key=lambda quad: (quad[3], *quad[:3]))
    body = "".join(trig_parts(ordered, names))
    return names.header() + body


def turtle(
    quads: Iterable[Quad], comment: str = "", prefixes: Mapping[str, str] = iris.PREFIXES
) -> str:
    """Turtle of the union of the quads' graphs, under a comment line."""
    names = Names(prefixes)
    body = "".join(turtle_parts(sorted({(s, p, o, "") for s, p, o, _ in quads}), names))
    return (f"# {comment}\n" if comment else "") + names.header() + body


def trig_parts(quads: Iterable[Quad], names: Names) -> Iterator[str]:
    """The graphs of a TriG file, piece by piece, without header.

    The quads come sorted by graph, subject, predicate and object, each once.
    """
    glue = ""
    for graph, inside in groupby(quads, lambda quad: quad[3]):
        yield glue + (f"{names.term(graph)} {{\n" if graph else "")
        yield from _subjects(inside, names, "    " if graph else "")
        yield "}\n" if graph else ""
        glue = "\n"


def turtle_parts(quads: Iterable[Quad], names: Names) -> Iterator[str]:
    """The paragraphs of a Turtle file, without header.

    The quads come sorted by subject, predicate and object, all in one graph, each once.
    """
    return _subjects(quads, names, "")


def _subjects(quads: Iterable[Quad], names: Names, indent: str) -> Iterator[str]:
    """One paragraph per subject, its type first, several objects on one line where short."""
    glue = ""
    for subject, about in groupby(quads, lambda quad: quad[0]):
        by: dict[str, list[str]] = {}
        for _, predicate, object_, _ in about:
            by.setdefault(predicate, []).append(object_)
        lines = _predicates(by, names.term, indent + "    ")
        yield f"{glue}{indent}{names.term(subject)}\n{lines} .\n"
        glue = "\n"


def _predicates(by: Mapping[str, list[str]], term: Callable[[str], str], indent: str) -> str:
    """The predicate lines of one subject."""
    order = sorted(by, key=lambda p: (p != RDF_TYPE, term(p)))
    lines = []
    for predicate in order:
        objects = [term(o) for o in by[predicate]]
        glue = ", " if sum(map(len, objects)) < 80 else f",\n{indent}    "
        lines.append(
            f"{indent}{'a' if predicate == RDF_TYPE else term(predicate)} {glue.join(objects)}"
        )
    return " ;\n".join(lines)
