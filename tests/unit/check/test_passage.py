"""Passages: the words in their paragraph, whatever the text uses to part paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.check.passage import LONGEST, Text


def test_a_paragraph_ends_at_blank_lines() -> None:
    text = Text("Eerste alinea.\n \nTweede alinea,\nmet twee regels.\n\n\nDerde.\n")
    start = text.text.index("twee regels")
    passage = text.passage([(start, start + 11)])
    assert passage.text == "Tweede alinea,\nmet twee regels."
    assert passage.words == "twee regels"
    assert passage.cut == (False, False)


def test_words_over_two_paragraphs_show_both() -> None:
    text = Text("Een.\n\nTwee.\n\nDrie.\n\nVier.")
    passage = text.passage([(text.text.index("Twee"), text.text.index("Drie") + 4)])
    assert passage.text == "Twee.\n\nDrie."


def test_a_text_without_blank_lines_is_cut_where_a_line_ends_a_sentence() -> None:
    lines = [
        f"Dit is regel {n} van een lange tekst zonder witregels,\nen zo eindigt hij.\n"
        for n in range(100)
    ]
    text = Text("".join(lines))
    start = text.text.index("regel 50")
    passage = text.passage([(start, start + 8)])
    assert passage.text == lines[50]
    assert passage.cut == (True, True)


def test_spans_elsewhere_are_left_out() -> None:
    text = Text("Een twee.\n\nDrie vier.")
    passage = text.passage([(0, 3), (4, 8), (11, 15)])
    assert passage.spans == ((0, 3), (4, 8))


def test_what_is_not_in_the_text_points_at_nothing() -> None:
    assert Text("kort").passage([(2, 9), (3, 3), (-1, 2)]).text == ""


@given(
    st.text(st.sampled_from("ab.\n \u00ad🙂"), max_size=4000),
    st.integers(0, 4000),
    st.integers(1, 50),
)
def test_a_passage_holds_its_words_and_is_never_long(said: str, start: int, length: int) -> None:
    text, span = Text(said), (start, start + length)
    passage = text.passage([span])
    if start + length > len(said):
        assert passage.spans == ()
        return
    assert passage.words == said[start : start + length]
    assert said[passage.start : passage.start + len(passage.text)] == passage.text
    assert len(passage.text) <= 2 * LONGEST + length


@given(st.text(st.sampled_from("ab\n🙂"), max_size=60), st.integers(0, 60))
def test_lines_and_columns_count_code_points_from_one(said: str, offset: int) -> None:
    line, column = Text(said).line(offset)
    if offset > len(said):
        assert (line, column) == (None, None)
        return
    assert line == said.count("\n", 0, offset) + 1
    assert column == offset - (said.rfind("\n", 0, offset) + 1) + 1
