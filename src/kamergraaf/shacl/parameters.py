"""The parameters of SHACL Core's components, read as the standard's syntax rules ask."""

from __future__ import annotations

from collections.abc import Sequence

from kamergraaf.graph.quads import value
from kamergraaf.shacl.components import Compiler
from kamergraaf.shacl.lists import ListError, members
from kamergraaf.shacl.literals import has_datatype
from kamergraaf.shacl.shapes import Shape, broken
from kamergraaf.shacl.terms import RDF_NIL, SH, XSD, is_blank, is_iri, is_literal, sh

_whole = has_datatype(XSD + "integer")


def component(name: str) -> str:
    """The bare IRI of a constraint component of SHACL Core."""
    return f"{SH}{name}ConstraintComponent"


def all_of(shape: Shape, name: str) -> Sequence[str]:
    """The values of a parameter, () where it is not stated."""
    return shape.parameters.get(sh(name), ())


def one(shape: Shape, name: str) -> str:
    """The only value of a parameter, '' where it is not stated."""
    found = all_of(shape, name)
    if len(found) > 1:
        raise broken(shape.node, f"a shape has one sh:{name} at most")
    return found[0] if found else ""


def iri(shape: Shape, name: str, term: str) -> str:
    """The term, which must be an IRI."""
    if not is_iri(term):
        raise broken(shape.node, f"sh:{name} needs an IRI, not {term}")
    return term


def integer(shape: Shape, name: str) -> int | None:
    """The only value of a parameter as a whole number, None where it is not stated."""
    term = one(shape, name)
    if not term:
        return None
    if not _whole(term) or len(term) > 1000:
        raise broken(shape.node, f"sh:{name} needs an xsd:integer, not {term[:80]}")
    return int(value(term).text)


def text(shape: Shape, name: str, term: str) -> str:
    """The characters of the term, which must be a plain literal."""
    if not is_literal(term) or value(term).language:
        raise broken(shape.node, f"sh:{name} needs a text, not {term}")
    return value(term).text


def many(shape: Shape, name: str, head: str, compiler: Compiler) -> tuple[str, ...]:
    """The members of the list that is a parameter's value."""
    if not (is_blank(head) or is_iri(head)):
        raise broken(shape.node, f"sh:{name} needs a list, not {head}")
    try:
        return () if head == RDF_NIL else members(compiler.graph, head)
    except ListError as problem:
        raise broken(shape.node, f"sh:{name} is broken: {problem}") from None


def only_for_properties(shape: Shape, name: str) -> None:
    """Refuse a parameter that a node shape cannot have."""
    if shape.path is None:
        raise broken(shape.node, f"sh:{name} makes sense in a property shape only")
