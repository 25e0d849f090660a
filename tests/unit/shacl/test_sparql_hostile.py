"""Queries that would hang or overflow a careless engine: bounded, and the shape named."""

from __future__ import annotations

import time

import pytest

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl import sparql_limit, sparql_question
from shapes_made import program, validate

THIS = "SELECT $this WHERE { $this ?p ?o "


def constraint(query: str) -> str:
    written = query.replace("\\", "\\\\").replace('"', '\\"')
    return f'ex:s sh:targetSubjectsOf ex:p ; sh:sparql [ sh:select """{written}""" ] .'


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (THIS + "{" * 10_000 + "}" * 10_000 + "}", "deep"),
        (THIS + "FILTER (" + "(" * 100_000 + "1" + ")" * 100_000 + ")}", "deep"),
        (THIS + f"FILTER ({'!' * 100_000}true) }}", "too long"),
        (THIS + f"FILTER ({' || '.join(['?o = 1'] * 100_000)}) }}", "too long"),
        (THIS + ". ?a ?b ?c " * 2_000 + "}", "too long|too large"),
        (THIS + f"; {'/'.join(['<urn:p>'] * 1_000)} ?x }}", "too large"),
        (THIS + "OPTIONAL { ?o ?q ?x } " * 600 + "}", "too large|too long"),
        (THIS + "[" * 1_000 + "]" * 1_000 + "}", "deep"),
        (THIS + "}" * 10, "closed"),
        (THIS, "open"),
        (THIS + "FILTER (?o = ", "open|early"),
        ("SELECT " * 1_000, "wrong place|early|'SELECT'"),
        ("\x00", "character"),
        ("", "neither|early"),
        ("DELETE WHERE { ?s ?p ?o }", "neither"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "neither"),
        (THIS + "SERVICE <http://example.org/> { ?o ?q ?x } }", "SERVICE"),
        (THIS + "SERVICE SILENT ?o { ?o ?q ?x } }", "SERVICE"),
        (THIS + "FILTER EXISTS { SERVICE <http://example.org/> { ?o ?q ?x } } }", "SERVICE"),
        (THIS + "\\u0053ERVICE <http://example.org/> { ?o ?q ?x } }", "character"),
        ("SELECT $this FROM <http://example.org/> WHERE { $this ?p ?o }", "FROM"),
        (THIS + "FILTER (?o ~ 1) }", "~"),
        (THIS + "FILTER (nothing(?o)) }", "no SPARQL"),
        (THIS + "?o unknown:p ?x }", "unknown"),
    ],
)
def test_a_query_that_cannot_be_used_names_its_shape(query: str, why: str) -> None:
    began = time.monotonic()
    with pytest.raises(BrokenResourceError, match=rf"(?s)http://ex/s>.*({why})"):
        program(constraint(query))
    assert time.monotonic() - began < 10


def test_a_long_text_in_a_query_is_no_trouble() -> None:
    found = validate(constraint(THIS + f"FILTER (?o = '{'x' * 1_000_000}') }}"), "ex:a ex:p 1 .")
    assert found == []


def test_a_query_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sparql_question, "SECONDS", 0.5)
    triples = " ".join(f"ex:{n} ex:p {n} ." for n in range(200))
    began = time.monotonic()
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*0\.5 seconds"):
        validate(
            constraint(
                "SELECT $this WHERE { $this ?p ?o . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
                " FILTER (?c + ?f + ?i + ?l < 0) }"
            ),
            triples,
        )
    assert time.monotonic() - began < 10


def test_a_query_with_solutions_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sparql_question, "SOLUTIONS", 1_000)
    triples = " ".join(f"ex:{n} ex:p {n} ." for n in range(200))
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*1,000 solutions"):
        validate(constraint("SELECT $this ?c WHERE { $this ?p ?o . ?a ?b ?c }"), triples)


def test_what_runs_too_long_is_told_to_stop() -> None:
    stopped: list[bool] = []
    with pytest.raises(BrokenResourceError, match="longer"):
        sparql_limit.within(0.05, lambda over: stopped.append(over.wait(5)))
    time.sleep(0.2)
    assert stopped == [True]
