"""The report as a standard sh:ValidationReport."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

import findings
from kamergraaf.check.finding import Finding, Message, Rule
from kamergraaf.check.report import Item, Report
from kamergraaf.shacl.paths import Alternative, Inverse, Predicate, Sequence, ZeroOrMore
from kamergraaf.shacl.results import Result

SH = Namespace("http://www.w3.org/ns/shacl#")
KSH = Namespace("https://w3id.org/kamergraaf/shapes/")
CHECK = Namespace("https://w3id.org/kamergraaf/check/")
KAMER = Namespace("https://w3id.org/kamergraaf/def/")
Told = Callable[..., str]


def read(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


def one(graph: Graph, **wanted: URIRef) -> URIRef | BNode:
    """The only result with these values."""
    found = [
        node
        for node in graph.subjects(RDF.type, SH.ValidationResult)
        if all((node, SH[name], value) in graph for name, value in wanted.items())
    ]
    assert len(found) == 1, found
    return found[0]


def with_result(result: Result) -> Report:
    """A report of one finding that an engine made."""
    made = findings.report(1)
    rule = Rule("https://example.org/shape", Message("vorm", "shape"))
    message = Message("Mis.", "Wrong.")
    finding = Finding(rule, made.items[0].finding.severity, message, "urn:x", result=result)
    return replace(made, items=(replace(made.items[0], finding=finding),))


def test_it_conforms_to_the_shape_of_reports(
    report: Report, sound: Report, told: Told, schemas: Path
) -> None:
    for given in (report, sound, findings.report(9, 3, 3)):
        graph = read(told(given, "turtle"))
        conforms, _, text = pyshacl.validate(graph, shacl_graph=str(schemas / "report-shape.ttl"))
        assert conforms, text


def test_it_tells_the_engine_s_results_with_their_terms(report: Report, told: Told) -> None:
    graph = read(told(report, "turtle"))
    assert next(graph.subjects(RDF.type, SH.ValidationReport))
    found = one(graph, sourceShape=KSH["Measure-status"])
    assert (found, SH.resultPath, KAMER.status) in graph
    assert (found, SH.value, URIRef("https://w3id.org/kamergraaf/id/status/someday")) in graph
    assert (found, SH.sourceConstraintComponent, SH.PatternConstraintComponent) in graph
    assert (found, SH.resultSeverity, SH.Violation) in graph
    assert {message.language for message in graph.objects(found, SH.resultMessage)} == {"nl", "en"}


def test_a_named_check_has_a_shape_and_a_component_of_its_own(report: Report, told: Told) -> None:
    graph = read(told(report, "turtle"))
    found = one(graph, sourceShape=CHECK["period-order"])
    assert (found, SH.sourceConstraintComponent, CHECK.PeriodOrderConstraintComponent) in graph


def test_it_conforms_where_there_is_no_result_about_the_data(sound: Report, told: Told) -> None:
    graph = read(told(sound, "turtle"))
    about_data = [i for i in sound.items if i.finding.rule.about != "shapes"]
    conforms = Literal(not about_data)
    assert (None, SH.conforms, conforms) in graph
    assert list(graph.subject_objects(CHECK.notice)), "shapes that saw nothing are notices"


def test_it_says_how_many_nodes_each_shape_saw(report: Report, told: Told) -> None:
    graph = read(told(report, "turtle"))
    saw = {
        graph.value(n, SH.sourceShape): graph.value(n, CHECK.nodes)
        for n in graph.objects(None, CHECK.saw)
    }
    assert saw[KSH.Measure] == Literal(1)
    assert len(saw) == len(report.shapes) + len(report.checks)


def test_paths_values_constraints_and_details_keep_their_structure(told: Told) -> None:
    path = Sequence(
        (
            Inverse(Predicate("<urn:a>")),
            Alternative((Predicate("<urn:b>"), ZeroOrMore(Predicate("<urn:c>")))),
        )
    )
    inner = Result(
        "<urn:y>", str(SH.MinCountConstraintComponent), "_:s", str(SH.Warning), Predicate("<urn:p>")
    )
    outer = Result(
        "<urn:x>", str(SH.NodeConstraintComponent), "<urn:shape>", str(SH.Violation), path,
        '"5"^^<http://www.w3.org/2001/XMLSchema#byte>', ('"Fout {0} \\"x\\""@nl',), "_:c", (inner,),
    )  # fmt: skip
    graph = read(told(with_result(outer), "turtle"))
    found = one(graph, focusNode=URIRef("urn:x"))
    value = graph.value(found, SH.value)
    assert isinstance(value, Literal)
    assert (str(value), str(value.datatype)) == ("5", "http://www.w3.org/2001/XMLSchema#byte")
    first, second = Collection(graph, graph.value(found, SH.resultPath))
    assert graph.value(first, SH.inversePath) == URIRef("urn:a")
    ways = list(Collection(graph, graph.value(second, SH.alternativePath)))
    assert graph.value(ways[1], SH.zeroOrMorePath) == URIRef("urn:c")
    assert list(graph.objects(found, SH.resultMessage)) == [Literal('Fout {0} "x"', lang="nl")]
    assert isinstance(graph.value(found, SH.sourceConstraint), BNode)
    detail = graph.value(found, SH.detail)
    assert graph.value(detail, SH.focusNode) == URIRef("urn:y")
    assert (detail, RDF.type, SH.ValidationResult) in graph
    assert (None, SH.result, detail) not in graph


@pytest.mark.parametrize("labels", [("x", "y"), ("y", "x"), ("9f", "0a")])
def test_blank_nodes_are_named_by_what_is_said_of_them(labels: tuple[str, str], told: Told) -> None:
    def item(node: str, component: str) -> Item:
        result = Result(f"_:{node}", str(SH[component]), "_:shape" + node, str(SH.Violation), None)
        return with_result(result).items[0]

    some, other = labels
    items = (item(some, "In"), item(some, "Class"), item(other, "In"))
    made = [replace(findings.report(1), items=order) for order in (items, items[::-1])]
    first, second = (told(report, "turtle") for report in made)
    assert first == second
    expected = told(
        replace(made[0], items=(item("a", "In"), item("a", "Class"), item("b", "In"))), "turtle"
    )
    assert first == expected
