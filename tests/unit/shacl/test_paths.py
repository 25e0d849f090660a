"""Paths as they are written."""

from __future__ import annotations

import pytest

from kamergraaf.shacl import paths, paths_read, paths_walk
from kamergraaf.shacl.terms import sh
from shapes_made import graph


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ex:p", "p"),
        ("[ sh:inversePath ex:p ]", "^p"),
        ("( ex:p ex:q )", "p/q"),
        ("[ sh:alternativePath ( ex:p ex:q ) ]", "(p|q)"),
        ("[ sh:zeroOrMorePath ex:p ]", "p*"),
        ("[ sh:oneOrMorePath ( ex:p ex:q ) ]", "(p/q)+"),
        ("[ sh:zeroOrOnePath [ sh:inversePath ex:p ] ]", "(^p)?"),
        ("[ sh:inversePath [ sh:zeroOrMorePath ex:p ] ]", "^(p*)"),
        ("( ex:p [ sh:alternativePath ( ex:q ( ex:r ex:s ) ) ] )", "p/(q|r/s)"),
        ("[ sh:zeroOrMorePath [ sh:zeroOrMorePath ex:p ] ]", "(p*)*"),
    ],
)
def test_a_path_is_shown_as_sparql_writes_it(written: str, shown: str) -> None:
    shapes = graph(f"ex:s sh:path {written} .")
    path = paths_read.read(shapes, shapes.objects(sh("path"))["<http://ex/s>"][0])
    assert paths.text(path).replace("<http://ex/", "").replace(">", "") == shown


def test_a_long_chain_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths_walk.Walked, "_room", 100)
    chain = graph("".join(f"ex:n{number} ex:p ex:n{number + 1} . " for number in range(50)))
    table = paths_walk.table(paths.ZeroOrMore(paths.Predicate("<http://ex/p>")), chain)
    for number in range(51):
        found = [f"<http://ex/n{after}>" for after in range(number, 51)]
        assert list(table[f"<http://ex/n{number}>"]) == found
    assert 0 < sum(map(len, table.values())) <= 100
