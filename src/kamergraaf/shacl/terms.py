"""The SHACL vocabulary, and what a term string tells about its kind."""

from __future__ import annotations

from kamergraaf import iris

SH = "http://www.w3.org/ns/shacl#"
RDF = iris.PREFIXES["rdf"]
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = iris.PREFIXES["xsd"]

RDF_TYPE = f"<{RDF}type>"
RDF_FIRST, RDF_REST, RDF_NIL = (f"<{RDF}{name}>" for name in ("first", "rest", "nil"))
RDF_LANG_STRING = f"{RDF}langString"
RDFS_CLASS = f"<{RDFS}Class>"
OWL_CLASS = "<http://www.w3.org/2002/07/owl#Class>"
SUB_CLASS_OF = f"<{RDFS}subClassOf>"
TRUE = f'"true"^^<{XSD}boolean>'
FALSE = f'"false"^^<{XSD}boolean>'


def sh(name: str) -> str:
    """A term of the SHACL vocabulary as an N-Triples term."""
    return f"<{SH}{name}>"


VIOLATION = SH + "Violation"
"""The severity of a shape that states none; severities in results are bare IRIs."""


def is_iri(term: str) -> bool:
    """Whether the term is an IRI."""
    return term[0] == "<"


def is_literal(term: str) -> bool:
    """Whether the term is a literal."""
    return term[0] == '"'


def is_blank(term: str) -> bool:
    """Whether the term is a blank node."""
    return term[0] == "_"
