"""Whatever the data says, each report is well-formed and says it too."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pyoxigraph import Literal, RdfFormat, parse

import findings
from kamergraaf.check import reports
from kamergraaf.check.finding import Message
from kamergraaf.check.report import Report
from kamergraaf.graph.quads import literal

MADE = findings.report(2)


def saying(text: str) -> Report:
    """A report with the text wherever data comes through."""
    item = MADE.items[0]
    finding = replace(item.finding, message=Message(text, text), value=text, term=literal(text))
    said = findings.same(text)
    place = replace(item.place, sentence=text)
    letter = replace(MADE.letters[0], file=text, label=said)
    told = replace(
        item, finding=finding, focus=said, value=said, letter=said, place=place, details=(said,)
    )
    return replace(MADE, items=(told, MADE.items[1]), letters=(letter,), sources=(text,))


@settings(deadline=None, max_examples=150)
@given(st.text(st.characters(codec="utf-8")))
def test_every_format_is_well_formed(text: str) -> None:
    told = {f: "".join(reports.parts(saying(text), f, reports.View())) for f in reports.FORMATS}
    assert json.loads(told["json"])["findings"][0]["value"] == text
    result = json.loads(told["sarif"])["runs"][0]["results"][0]
    assert result["properties"].get("value", "") == text
    etree.fromstring(told["junit"].encode())
    terms = {str(t.object) for t in parse(told["turtle"].encode(), format=RdfFormat.TURTLE)}
    assert str(Literal(text)) in terms
    assert told["html"].count("<script>") == 1
    assert told["html"].count("<li ") == told["html"].count("</li>")
    assert not set(told["text"]) & set("\x1b\x00\x07\u202e")
