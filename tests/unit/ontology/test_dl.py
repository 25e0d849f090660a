"""The ontology stays inside OWL 2 DL, where reasoners decide everything."""

from __future__ import annotations

from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

RESERVED = tuple(str(space) for space in (RDF, RDFS, OWL, XSD))
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
SUB = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty)
CARDINALITIES = (
    OWL.cardinality,
    OWL.minCardinality,
    OWL.maxCardinality,
    OWL.qualifiedCardinality,
    OWL.minQualifiedCardinality,
    OWL.maxQualifiedCardinality,
)
SIMPLE_ONLY = (
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.IrreflexiveProperty,
    OWL.AsymmetricProperty,
)
# https://www.w3.org/TR/owl2-syntax/#Datatype_Maps, as far as one might use them
DATATYPES = {
    XSD.string,
    XSD.boolean,
    XSD.decimal,
    XSD.integer,
    XSD.nonNegativeInteger,
    XSD.positiveInteger,
    XSD.anyURI,
    XSD.dateTime,
    XSD.dateTimeStamp,
    RDF.PlainLiteral,
    RDF.XMLLiteral,
    RDFS.Literal,
}


def reserved(term: Node) -> bool:
    return isinstance(term, URIRef) and str(term).startswith(RESERVED)


def of_type(graph: Graph, *types: URIRef) -> set[Node]:
    return {s for t in types for s in graph.subjects(RDF.type, t)}


def test_no_results_under_the_owl_shapes(everything: Graph, shared: Path) -> None:
    from pyshacl import validate
    from rdflib import SH

    _, results, _ = validate(
        everything,
        shacl_graph=str(shared / "standards" / "cdo-owl" / "sh-owl.ttl"),
        advanced=True,
    )
    assert isinstance(results, Graph)
    assert list(results.subjects(RDF.type, SH.ValidationResult)) == []


def test_nothing_is_said_of_reserved_vocabulary(everything: Graph) -> None:
    said = [t for t in everything if reserved(t[0])]
    assert said == []


def test_nothing_from_reserved_vocabulary_is_subclassed(everything: Graph) -> None:
    above = [
        (s, p, o)
        for p in (*SUB, RDFS.domain, OWL.disjointWith)
        for s, o in everything.subject_objects(p)
        if reserved(o)
    ]
    assert above == []


def test_every_property_is_of_one_kind(everything: Graph) -> None:
    kinds = [of_type(everything, kind) for kind in PROPERTIES]
    assert kinds[0] & kinds[1] == kinds[0] & kinds[2] == kinds[1] & kinds[2] == set()


def test_what_axioms_and_data_use_is_declared(everything: Graph) -> None:
    classes = of_type(everything, OWL.Class)
    properties = of_type(everything, *PROPERTIES)
    for subject, predicate, object_ in everything:
        assert reserved(predicate) or predicate in properties, predicate
        if predicate == RDF.type:
            assert reserved(object_) or object_ in classes or isinstance(object_, BNode), object_
        if predicate in (RDFS.subClassOf, RDFS.domain, OWL.disjointWith, OWL.someValuesFrom):
            assert object_ in classes or isinstance(object_, BNode), (subject, object_)
        if predicate in (OWL.onProperty, OWL.inverseOf, RDFS.subPropertyOf):
            assert object_ in properties, (subject, object_)
        if predicate == RDFS.range:
            known = object_ in classes or object_ in DATATYPES or isinstance(object_, BNode)
            assert known, (subject, object_)


def test_no_date_has_a_range(terms: Graph) -> None:
    assert (None, RDFS.range, XSD.date) not in terms
    assert all(o in DATATYPES for o in terms.objects(None, RDFS.range) if reserved(o))


def not_simple(graph: Graph) -> set[Node]:
    """Transitive roles and those with a chain, their inverses and all roles above them."""
    found = of_type(graph, OWL.TransitiveProperty)
    found |= set(graph.subjects(OWL.propertyChainAxiom))
    while True:
        above = {o for s in found for o in graph.objects(s, RDFS.subPropertyOf)}
        for role in found:
            above |= set(graph.objects(role, OWL.inverseOf))
            above |= set(graph.subjects(OWL.inverseOf, role))
        if above <= found:
            return found
        found |= above


def test_only_simple_roles_stand_in_cardinality_and_functional_axioms(everything: Graph) -> None:
    complex_ = not_simple(everything)
    assert complex_, "the ontology has transitive roles and chains"
    assert of_type(everything, *SIMPLE_ONLY) & complex_ == set()
    counted = [s for p in CARDINALITIES for s in everything.subjects(p)]
    assert counted, "the ontology has cardinalities"
    assert {o for s in counted for o in everything.objects(s, OWL.onProperty)} & complex_ == set()
    assert set(everything.subjects(OWL.hasSelf)) == set()
    disjoint = [t for p in everything.subject_objects(OWL.propertyDisjointWith) for t in p]
    assert set(disjoint) & complex_ == set()


def test_role_chains_are_regular(everything: Graph) -> None:
    """A chain ``R S -> R`` only, where S never depends on R: then an order of roles exists."""
    for role, chain in everything.subject_objects(OWL.propertyChainAxiom):
        first, *others = Collection(everything, chain)
        assert first == role
        for other in others:
            below = set(everything.transitive_subjects(RDFS.subPropertyOf, other))
            assert role not in below
            assert not any((r, OWL.propertyChainAxiom, None) in everything for r in below)


def individuals(graph: Graph) -> set[Node]:
    """What a type, a role or an axiom makes an individual."""
    roles = of_type(graph, OWL.ObjectProperty)
    found: set[Node] = set(of_type(graph, OWL.NamedIndividual))
    for subject, predicate, object_ in graph:
        if predicate in roles:
            found |= {subject, object_}
        elif predicate == RDF.type and not reserved(object_):
            found.add(subject)
        elif predicate == OWL.hasValue:
            found.add(object_)
        elif predicate in (OWL.distinctMembers, OWL.oneOf):
            found |= set(Collection(graph, object_))
    return found


def test_no_iri_is_both_class_or_property_and_individual(everything: Graph) -> None:
    terms = of_type(everything, OWL.Class, *PROPERTIES)
    assert {t for t in individuals(everything) & terms if isinstance(t, URIRef)} == set()


def test_there_are_no_blank_individuals(everything: Graph) -> None:
    assert [i for i in individuals(everything) if isinstance(i, BNode | Literal)] == []


def test_class_expressions_are_trees(everything: Graph) -> None:
    """A blank node is used once: OWL 2 DL shares no expression between axioms."""
    uses: dict[Node, int] = {}
    for _, _, object_ in everything:
        if isinstance(object_, BNode):
            uses[object_] = uses.get(object_, 0) + 1
    assert max(uses.values()) == 1


def test_the_entries_of_registers_are_declared_different(everything: Graph) -> None:
    """Code lists in the ontology, all register entries when reasoning begins."""
    from kamergraaf.graph import projection

    stated = [
        set(Collection(everything, members))
        for members in everything.objects(None, OWL.distinctMembers)
    ]
    assert len(stated) == 8
    terms = projection.read()
    entries = projection.entries(terms.triples)
    keyed = {s: o for s, p, o in projection.different(entries) if p == projection.KEY}
    assert set(keyed) == set(entries)
    assert len(set(keyed.values())) == len(keyed)
    labelled = {s.n3() for s in everything.subjects(SKOS.prefLabel) if isinstance(s, URIRef)}
    assert set(entries) == labelled
