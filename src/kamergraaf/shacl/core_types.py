"""Value type constraints (SHACL 4.1): sh:class, sh:datatype, sh:nodeKind."""

from __future__ import annotations

from collections.abc import Callable

from kamergraaf.shacl.components import Compiler, Parts, Run, ValueTest, static
from kamergraaf.shacl.literals import has_datatype
from kamergraaf.shacl.parameters import all_of, component, iri, one
from kamergraaf.shacl.shapes import Shape, broken
from kamergraaf.shacl.terms import sh

_KINDS = {
    sh("IRI"): "<",
    sh("BlankNode"): "_",
    sh("Literal"): '"',
    sh("BlankNodeOrIRI"): "_<",
    sh("BlankNodeOrLiteral"): '_"',
    sh("IRIOrLiteral"): '<"',
}


def of_class(shape: Shape, compiler: Compiler) -> Parts:
    """4.1.1: each value node is a SHACL instance of the class."""
    for term in all_of(shape, "class"):
        class_ = iri(shape, "class", term)

        def bind(run: Run, class_: str = class_) -> Callable[[str], bool]:
            return run.data.is_instance(class_)

        yield ValueTest(component("Class"), bind)


def datatype(shape: Shape, compiler: Compiler) -> Parts:
    """4.1.2: each value node is a well-formed literal of the datatype."""
    if term := one(shape, "datatype"):
        test = has_datatype(iri(shape, "datatype", term)[1:-1])
        yield static(component("Datatype"), test)


def node_kind(shape: Shape, compiler: Compiler) -> Parts:
    """4.1.3: each value node is of one kind, or of either of two."""
    if term := one(shape, "nodeKind"):
        if term not in _KINDS:
            raise broken(shape.node, f"{term} is no sh:nodeKind")
        firsts = _KINDS[term]
        yield static(component("NodeKind"), lambda v: v[0] in firsts)
