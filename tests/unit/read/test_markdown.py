"""Markdown: the stored text is the file's; signs are no part of what is read."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import BlockKind, Document
from kamergraaf.read import markdown
from kamergraaf.read.reader import read

LETTER = """# Brief over weerbaarheid

**Datum:** 3 mei 2024

Geachte voorzitter,

De *aanpak* van **sabotage**[^a] wordt [versterkt](https://example.org/a_b) met `codes`.

Wat er verder door ons wordt gedaan
-----------------------------------

- Het kabinet zet in op **scholing**.
- Een naam_met_streepjes en 2*3*4 blijven staan.

> Een aanhaling

[^a]: Kamerstuk 29 754, nr. 1.
"""


def passages(document: Document, kind: BlockKind) -> list[str]:
    return [document.flow.text[q.start : q.end] for q in document.flow.passages if q.kind is kind]


def test_a_letter_in_markdown(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text(LETTER, "utf-8")
    document = read(path)
    assert document.text == LETTER
    assert document.media_type == "text/markdown"
    assert passages(document, BlockKind.PARAGRAPH) == [
        "De aanpak van sabotage wordt versterkt met codes.",
        "- Het kabinet zet in op scholing.",
        "- Een naam_met_streepjes en 2*3*4 blijven staan.",
        "Een aanhaling",
    ]
    assert passages(document, BlockKind.HEADING) == ["Wat er verder door ons wordt gedaan"]
    assert passages(document, BlockKind.FOOTNOTE) == ["Kamerstuk 29 754, nr. 1."]
    (mark,) = document.flow.marks
    assert document.text[mark.span.start : mark.span.end] == "a"
    assert mark.passage is not None


@given(st.text(alphabet="ab *_`[]()#>-\\^:1.\n!", min_size=1, max_size=120))
def test_every_character_of_the_flow_stands_where_it_says(content: str) -> None:
    if not content.strip():
        return
    document = markdown.document(Path("brief.md"), content.encode())
    flow = document.flow
    assert document.text == content
    assert len(flow.text) == len(flow.offsets)
    for character, offset in zip(flow.text, flow.offsets, strict=True):
        assert character.isspace() or document.text[offset] == character
