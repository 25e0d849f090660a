"""From a node to line, column and sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kamergraaf.check.index import Index
from kamergraaf.check.place import Places
from kamergraaf.iris import expand

LETTER = "https://example.org/letter/x"
SPAN = LETTER + "#char=0,1"


def index_of(text: str, start: int, end: int) -> Index:
    told = [
        (LETTER, "kamer:text", Literal(text)),
        (SPAN, "oa:hasSource", NamedNode(LETTER)),
        (SPAN, "oa:hasSelector", NamedNode(SPAN + ";position")),
        (SPAN + ";position", "oa:start", Literal(start)),
        (SPAN + ";position", "oa:end", Literal(end)),
    ]
    return Index(Quad(NamedNode(s), NamedNode(expand(p)), o) for s, p, o in told)


@given(st.text(alphabet="ab\n é😀", min_size=1), st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    place = Places(index_of(text, start, start + 1)).of(SPAN)
    assert place.line is not None and place.column is not None
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: place.line - 1])
    assert before + place.column - 1 == start


def test_a_selector_stands_where_its_span_stands() -> None:
    places = Places(index_of("een twee drie", 4, 8))
    assert places.of(SPAN + ";position") == places.of(SPAN)
    assert places.of(SPAN).sentence == "een twee drie"


def test_offsets_behind_the_text_give_no_line() -> None:
    place = Places(index_of("kort", 40, 44)).of(SPAN)
    assert (place.start, place.line, place.letter) == (40, None, LETTER)


def test_a_node_without_evidence_stands_in_its_letter() -> None:
    places = Places(index_of("tekst", 0, 5))
    assert places.of(LETTER + "/measure/wet").letter == LETTER
    assert places.of("https://example.org/elsewhere").letter == ""
