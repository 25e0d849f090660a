"""Pages of which nothing was read."""

from __future__ import annotations

from kamergraaf.extract import header_pages
from kamergraaf.model import Document, Flow, LineBox, SourcePage, Span, Warning

TEXT = "Eerste regel.\nTweede regel.\n"


def pages(kinds: str) -> tuple[SourcePage, ...]:
    """A page a sign: "t" holds a line of the text, "s" is a scan, "b" is blank."""
    found, at = [], 0
    for number, kind in enumerate(kinds, 1):
        end = TEXT.index("\n", at) if kind == "t" else at
        lines = (LineBox(Span(at, end), 72, 90, 300, 102),) if kind == "t" else ()
        found.append(SourcePage(number, Span(at, end), 595, 842, lines, kind == "s"))
        at = end + 1 if kind == "t" else at
    return tuple(found)


def told(kinds: str) -> list[tuple[str, str]]:
    flow = Flow(TEXT, list(range(len(TEXT))), ())
    document = Document("b.pdf", TEXT, "", "application/pdf", (), flow, pages=pages(kinds))
    return [(w.en.split(",")[0], quote(w)) for w in header_pages.warnings(document)]


def quote(warning: Warning) -> str:
    (span,) = warning.evidence.spans
    return TEXT[span.start : span.end]


def test_a_scanned_page_is_told_at_the_line_it_follows_on() -> None:
    assert told("tst") == [("Page 2 is an image", "Eerste regel.")]
    assert told("tts") == [("Page 3 is an image", "Tweede regel.")]
    assert told("st") == [("Page 1 is an image", "Eerste regel.")]


def test_scanned_pages_that_follow_each_other_are_told_once() -> None:
    assert told("tsssts") == [
        ("Pages 2 to 4 are images", "Eerste regel."),
        ("Page 6 is an image", "Tweede regel."),
    ]


def test_pages_with_text_and_blank_pages_are_not_told() -> None:
    assert told("tbt") == []
