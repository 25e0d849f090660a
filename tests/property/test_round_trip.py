"""Whatever a text holds, every format gives it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamergraaf.graph import files, reading
from kamergraaf.graph.quads import XSD, Quad, iri, literal, value

# What XML can hold; U+0085 and U+2028 are among it.
CHARACTERS = st.characters(exclude_categories=("Cs", "Cn", "Co"), exclude_characters="\x7f").filter(
    lambda c: c in "\t\n\r" or ord(c) >= 32
)
TEXTS = st.text(CHARACTERS, max_size=40)
NODES = st.text(
    st.characters(exclude_categories=("Cs", "Cn"), exclude_characters="#?"), max_size=12
).map(lambda local: iri(f"https://w3id.org/kamergraaf/id/x/{local}"))
LITERALS = st.one_of(
    TEXTS.map(literal),
    TEXTS.map(lambda text: literal(text, language="nl")),
    st.integers(-(10**12), 10**12).map(lambda n: literal(str(n), datatype=XSD + "integer")),
    st.booleans().map(lambda b: literal(str(b).lower(), datatype=XSD + "boolean")),
    st.dates().map(lambda d: literal(d.isoformat(), datatype=XSD + "date")),
    TEXTS.map(lambda text: literal(text, datatype="https://example.org/own")),
)
PROPERTIES = st.sampled_from(["text", "quote", "start", "value"]).map(
    lambda name: f"<https://w3id.org/kamergraaf/def/{name}>"
)
GRAPHS = st.sampled_from(["", "<urn:graph:a>", "<https://w3id.org/kamergraaf/id/graph/run>"])
QUADS = st.lists(
    st.tuples(NODES, PROPERTIES, st.one_of(NODES, LITERALS), GRAPHS), min_size=1, max_size=6
)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_literal_says_what_it_was_given(text: str) -> None:
    assert value(literal(text)).text == text


@pytest.mark.parametrize("format_", sorted(files.WRITERS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(quads=QUADS)
def test_every_format_gives_back_what_it_carries(
    format_: str, quads: list[Quad], tmp_path: Path
) -> None:
    suffix = next(s for s, name in reading.SUFFIXES.items() if name == format_)
    path = tmp_path / f"graph{suffix}"
    files.write(quads, path)
    found = set(files.quads_of(files.load(path)))
    if format_ in ("turtle", "rdfxml"):
        assert {q[:3] for q in found} == {q[:3] for q in quads}
    else:
        assert found == set(quads)
