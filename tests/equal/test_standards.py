"""Both engines find the same with published profiles, in whole and in broken descriptions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from equal import sides
from equal.breaking import broken
from kamergraaf.shacl.terms import sh

PROFILES = {
    "DCAT-AP 3": ("dcat-ap-3/shapes.ttl", "dcat-ap-3/range.ttl"),
    "DCAT-AP as DCAT-AP-NL has it": ("dcat-ap-nl/dcat-ap-SHACL.ttl",),
    "DCAT-AP-NL": tuple(
        f"dcat-ap-nl/dcat-ap-nl-SHACL{part}.ttl"
        for part in ("", "-aanbevolen", "-klassebereik", "-klassebereik-codelijsten")
    ),
}
BEES = "dcat-ap-3/example-bee-population-2022-2023.ttl"
OWN = Path(__file__).parent / "data" / "catalogue.ttl"
VARIANTS = 25
NL_SBB = ("nl-sbb/skos-ap-nl.ttl", "nl-sbb/val-nl-sbb-extension.ttl")


@pytest.mark.parametrize("profile", PROFILES)
def test_same_findings_with_a_dcat_profile(shared: Path, profile: str) -> None:
    standards = shared / "standards"
    triples = described(sides.read(*(standards / name for name in PROFILES[profile])))
    program, shapes = sides.program(triples), sides.rdf(triples)
    found: Counter[str] = Counter()
    for source, changes in ((standards / BEES, 2), (OWN, 15)):
        whole = sides.read(source)
        for seed in range(VARIANTS):
            data = broken(whole, seed, changes) if seed else whole
            ours = sides.ours(data, program)
            assert ours == sides.reference(data, shapes), (source.name, seed)
            found.update(row[3] for row in ours.elements())
    assert len(found) > 3, found


@pytest.mark.parametrize(("part", "by_queries"), [("threats", 10), ("measures", 0)])
def test_same_findings_with_nl_sbb_in_the_thesaurus(
    shared: Path, root: Path, part: str, by_queries: int
) -> None:
    triples = sides.read(*(shared / "standards" / name for name in NL_SBB))
    program, shapes = sides.program(triples), sides.rdf(triples)
    whole = sides.read(root / "ontology" / f"{part}.ttl")
    assert sides.ours(whole, program) == sides.reference(whole, shapes)
    first = set(list(dict.fromkeys(subject for subject, _, _ in whole))[:12])
    small = [triple for triple in whole if triple[0] in first]
    found: Counter[str] = Counter()
    for seed in range(VARIANTS // 2):
        data = broken(small, seed, 12)
        ours = sides.ours(data, program)
        assert ours == sides.reference(data, shapes), seed
        found.update(row[3] for row in ours.elements())
    assert len(found) > 3, found
    assert found["http://www.w3.org/ns/shacl#SPARQLConstraintComponent"] >= by_queries


def described(shapes: list[sides.Triple]) -> list[sides.Triple]:
    """The shapes without those that are referred to and nowhere described: pyshacl refuses them."""
    known = {subject for subject, _, _ in shapes}
    return [t for t in shapes if t[1] != sh("property") or t[2] in known]
