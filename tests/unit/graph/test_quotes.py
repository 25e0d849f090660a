"""Quotes on one line."""

from __future__ import annotations

from kamergraaf.graph.quotes import Quotes
from kamergraaf.model import Span
from making import document


def quote(text: str, *words: str, broken: tuple[str, ...] = ()) -> str:
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    return Quotes(document(text, broken=broken)).quote(spans)


def test_white_space_is_folded_and_spans_are_joined_by_a_blank() -> None:
    assert quote("een  twee\n drie vier", "een  twee\n drie", "vier") == "een twee drie vier"


def test_a_word_that_the_reader_joined_is_joined() -> None:
    assert quote("de over-\nlast hier", "over-\nlast", broken=("over-\nlast",)) == "overlast"


def test_a_hyphen_that_the_reader_kept_stays() -> None:
    assert quote("asiel-\nen reis", "asiel-\nen") == "asiel- en"


def test_a_hyphen_kept_without_its_line_break_stays_too() -> None:
    text = "anti-\noverheid"
    made = document(text)
    offsets = [i for i in range(len(text)) if text[i] != "\n"]
    flow = type(made.flow)("anti-overheid", offsets, ())
    joined = type(made)(made.name, text, made.sha256, made.media_type, (), flow)
    assert Quotes(joined).quote([Span(0, len(text))]) == "anti-overheid"
