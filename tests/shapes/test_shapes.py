"""Each shape accepts its PASS file and finds exactly what its XFAIL file says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kamergraaf.check import ontology, shapes
from kamergraaf.check.finding import Finding
from kamergraaf.check.index import Index
from kamergraaf.check.report import SHAPES, short
from kamergraaf.graph import files
from kamergraaf.resources import folder

HERE = Path(__file__).parent
EXPECT = re.compile(r"#- focus: (\S+) path: (\S+) severity: (\w+) shape: ksh:(\S+)$", re.MULTILINE)
PREFIX = re.compile(r"@prefix (\w+): <([^>]*)> \.")
Expectation = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def terms() -> ontology.Ontology:
    return ontology.load()


@pytest.fixture(scope="module")
def loaded(terms: ontology.Ontology) -> shapes.Shapes:
    return shapes.load([folder("shapes")], terms)


def expected(text: str) -> set[Expectation]:
    prefixes = dict(PREFIX.findall(text))

    def full(name: str) -> str:
        prefix, _, local = name.partition(":")
        return name[1:-1] if name.startswith("<") else prefixes[prefix] + local

    return {
        (full(focus), path.replace("-", "", 1) if path == "-" else path, severity.lower(), shape)
        for focus, path, severity, shape in EXPECT.findall(text)
    }


def told(finding: Finding) -> Expectation:
    path = re.sub(r"<([^>]*)>", lambda iri: short(iri[1]), finding.path).strip("()")
    return (
        finding.focus,
        path,
        finding.severity.value,
        finding.rule.id.removeprefix(SHAPES),
    )


def of(shape: str, findings: list[Finding]) -> list[Finding]:
    own = SHAPES + shape
    return [f for f in findings if f.rule.id == own or f.rule.id.startswith(own + "-")]


@pytest.mark.parametrize(
    "path", sorted(HERE.rglob("*_PASS.*")), ids=lambda path: path.stem.removesuffix("_PASS")
)
def test_accepts(path: Path, loaded: shapes.Shapes, terms: ontology.Ontology) -> None:
    shape = path.stem.removesuffix("_PASS")
    outcome = shapes.validate(Index(files.load(path)), loaded, terms)
    assert not of(shape, outcome.findings)
    seen = {seen.rule.id: seen.nodes for seen in outcome.seen}
    assert seen[SHAPES + shape] > 0, "the file holds no node for this shape"


@pytest.mark.parametrize(
    "path", sorted(HERE.rglob("*_XFAIL.*")), ids=lambda path: path.stem.removesuffix("_XFAIL")
)
def test_refuses(path: Path, loaded: shapes.Shapes, terms: ontology.Ontology) -> None:
    shape = path.stem.removesuffix("_XFAIL")
    outcome = shapes.validate(Index(files.load(path)), loaded, terms)
    wanted = expected(path.read_text("utf-8"))
    assert wanted
    assert {told(finding) for finding in of(shape, outcome.findings)} == wanted


def test_every_shape_has_both_files_and_each_of_its_parts_fails_once(
    loaded: shapes.Shapes,
) -> None:
    own = {loaded.rules.id(shape.node).removeprefix(SHAPES) for shape in loaded.targeted}
    for kind in ("PASS", "XFAIL"):
        assert own == {p.stem.removesuffix(f"_{kind}") for p in HERE.rglob(f"*_{kind}.*")}
    text = "".join(path.read_text("utf-8") for path in HERE.rglob("*_XFAIL.*"))
    parts = loaded.graph.objects_of("<http://www.w3.org/ns/shacl#property>")
    properties = {part[1:-1].removeprefix(SHAPES) for part in parts}
    assert properties <= {shape for *_, shape in EXPECT.findall(text)}
