"""Quads as plain tuples of N-Triples terms, and the characters of such terms.

A letter gives thousands of quads; tuples of strings cost a tenth of objects of an RDF library, are
sorted and written as they are, and every library reads them back as N-Quads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kamergraaf import iris

if TYPE_CHECKING:
    import pyoxigraph

Quad = tuple[str, str, str, str]
"""Subject, predicate, object, graph: N-Triples terms; the graph is '' for the default graph."""

XSD = iris.PREFIXES["xsd"]
XSD_STRING = XSD + "string"
RDF_TYPE = f"<{iris.PREFIXES['rdf']}type>"

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f\ufffe\uffff]')
_FORBIDDEN = re.compile(
    r'[\x00-\x20<>"{}|^`\\\[\]\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]'
    r"|[\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U000e0000-\U0010ffff]|%(?![0-9A-Fa-f]{2})"
)
"""What RFC 3987 does not let stand in an IRI, as far as texts may hold it."""

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_LONG = {short[1]: char for char, short in _SHORT.items()} | {"'": "'"}
_TAIL = re.compile(r"(?:@([A-Za-z0-9-]+)|\^\^<([^<>]*)>)?")


class Value(NamedTuple):
    """What a literal says: its characters, its language ('' for none), its datatype's IRI."""

    text: str
    language: str
    datatype: str


def iri(address: str) -> str:
    """An IRI as an N-Triples term; characters that an IRI cannot hold are percent-encoded."""
    if _FORBIDDEN.search(address):
        address = _FORBIDDEN.sub(_percent, address)
    return f"<{address}>"


def literal(text: str, *, language: str = "", datatype: str = "") -> str:
    """A literal as an N-Triples term, written as Oxigraph writes it."""
    quick = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    quoted = f'"{quick if quick.isprintable() else _SPECIAL.sub(_escaped, text)}"'
    if language:
        return f"{quoted}@{language}"
    return f"{quoted}^^<{datatype}>" if datatype and datatype != XSD_STRING else quoted


def value(term: str) -> Value:
    """What the literal ``term`` says. Raises ValueError for a term that is no literal."""
    # The last quotation mark ends the text, because a language or a datatype holds none: no regular
    # expression has to walk a text that may be as long as a book.
    end = term.rfind('"')
    tail = _TAIL.fullmatch(term, end + 1)
    if not tail or end < 1 or term[0] != '"':
        raise ValueError(f"not a literal: {term[:80]}")
    text = term[1:end]
    plain = _ESCAPE.sub(_plain, text) if "\\" in text else text
    return Value(plain, tail[1] or "", tail[2] or "")


def address(term: str) -> str:
    """The IRI in an N-Triples term, '' for the default graph."""
    return term[1:-1]


def from_oxigraph(quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple], graph: str) -> list[Quad]:
    """Oxigraph's quads or triples, all in the graph named by the term ``graph``."""
    return [(str(q.subject), str(q.predicate), str(q.object), graph) for q in quads]


def to_oxigraph(term: str) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal:
    """An N-Triples term as Oxigraph has it."""
    import pyoxigraph

    if term[0] == "<":
        return pyoxigraph.NamedNode(term[1:-1])
    if term[0] == "_":
        return pyoxigraph.BlankNode(term[2:])
    text, language, datatype = value(term)
    if language:
        return pyoxigraph.Literal(text, language=language)
    if not datatype:
        return pyoxigraph.Literal(text)
    return pyoxigraph.Literal(text, datatype=pyoxigraph.NamedNode(datatype))


def nquads(quads: Iterable[Quad]) -> str:
    """N-Quads of the quads, each once, sorted by code point."""
    # A dictionary keeps what is nearly in order nearly in order, which a set would not; tuples of
    # terms are told apart sooner than lines, because a term's hash is kept.
    once = dict.fromkeys(quads)
    if "" in set(map(itemgetter(3), once)):
        return "".join(
            sorted(f"{s} {p} {o} {g} .\n" if g else f"{s} {p} {o} .\n" for s, p, o, g in once)
        )
    return " .\n".join([*sorted(map(" ".join, once)), ""])


def split(line: str) -> Quad:
    """A line of N-Quads as ``nquads`` writes it, without its line end, as a quad."""
    subject, predicate, rest = line.removesuffix(" .").split(" ", 2)
    object_, _, graph = rest.rpartition(" ")
    # Blanks stand in literals only, and no IRI holds a quotation mark.
    named = object_ and graph.startswith("<") and graph.endswith(">") and '"' not in graph
    return (subject, predicate, object_, graph) if named else (subject, predicate, rest, "")


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _escaped(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"


def _plain(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _LONG[found[3]]
