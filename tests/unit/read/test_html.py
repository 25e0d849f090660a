"""HTML: the document without the site around it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kamergraaf.errors import InputError
from kamergraaf.model import BlockKind, Document
from kamergraaf.read.markup import Story
from kamergraaf.read.reader import read


def put(folder: Path, content: str | bytes, name: str = "stuk.html") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def passages(document: Document, kind: BlockKind) -> list[str]:
    return [document.flow.text[q.start : q.end] for q in document.flow.passages if q.kind is kind]


PAGE = """<!DOCTYPE html><html><head><title>Zoekdienst</title>
<meta name="OVERHEIDop.vergaderjaar" content="2024-2025">
<meta name="DC.identifier" content="kst-12345-6"><script>var x = "De minister";</script></head>
<body><div class="skiplinks"><a href="#c">Direct naar de inhoud</a></div>
<nav><ul><li>Home</li></ul></nav><div class="breadcrumb">U bent hier</div><article>
<h1 class="dossiertitel"><span class="dossiernummer"> 12 345 </span> Weerbaarheid</h1>
<h1 class="stuktitel"><span class="stuknummer">Nr. 6</span> BRIEF VAN DE MINISTER VAN DEFENSIE</h1>
<p>De <b>Nationaal</b> Coör<i>di</i>nator
   meldt &euro;&nbsp;3 voor 40 m<sup>2</sup>.<sup><a class="nootnum" href="#ID-1">1</a></sup>
   Dat helpt.</p><h2>Aanpak</h2><ol><li>scholing</li><li><p>toezicht</p></li></ol>
<table><tr><td>Niveau</td><td>Vier</td></tr></table>
<p class="ondertekening"><span class="functie">De Minister van Defensie,</span><br>
<span class="naam">A.B. Voorbeeld</span></p>
<div id="noten"><div class="voet noot"><h5><a class="note-close" href="#c">X</a> Noot</h5>
<sup><span class="nootnum" id="ID-1">1</span></sup><p>Kamerstuk 1.</p></div></div>
</article><footer><p>Over deze website</p></footer></body></html>"""


def test_a_publication_is_read_without_its_site(tmp_path: Path) -> None:
    document = read(put(tmp_path, PAGE))
    assert passages(document, BlockKind.LETTERHEAD) == [
        "12 345",
        "Weerbaarheid",
        "Nr. 6",
        "BRIEF VAN DE MINISTER VAN DEFENSIE",
    ]
    assert passages(document, BlockKind.PARAGRAPH) == [
        "De Nationaal Coördinator meldt € 3 voor 40 m2. Dat helpt.",
        "1. scholing",
        "2. toezicht",
        "Niveau",
        "Vier",
    ]
    assert passages(document, BlockKind.HEADING) == ["Aanpak"]
    assert passages(document, BlockKind.SIGNATURE) == ["De Minister van Defensie, A.B. Voorbeeld"]
    assert passages(document, BlockKind.FOOTNOTE) == ["Kamerstuk 1."]
    assert passages(document, BlockKind.FURNITURE) == ["kst-12345-6", "Vergaderjaar 2024-2025"]
    (mark,) = document.flow.marks
    assert mark.passage is not None
    assert document.flow.passages[mark.passage].kind is BlockKind.FOOTNOTE


def test_notes_of_other_makers_are_tied(tmp_path: Path) -> None:
    content = (
        "<html><body><p>De aanpak werkt.<sup><a href='#fn1' id='ref1'>1</a></sup> Hij gaat door."
        "</p><ol><li id='fn1'><p>Zie de bijlage. <a href='#ref1'>↩</a></p></li></ol></body></html>"
    )
    document = read(put(tmp_path, content))
    assert passages(document, BlockKind.FOOTNOTE) == ["Zie de bijlage."]
    assert document.flow.marks[0].passage is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = f"<html><head><meta charset='{encoding}'></head><body><p>De coördinator — hier.</p>"
    assert "coördinator — hier" in read(put(tmp_path, content.encode(encoding))).text


def test_broken_html_is_read_and_text_named_html_is_text(tmp_path: Path) -> None:
    document = read(put(tmp_path, "<html><body><p>Eerste alinea.<p>Tweede <b>alinea.</p></i>"))
    assert passages(document, BlockKind.PARAGRAPH) == ["Eerste alinea.", "Tweede alinea."]
    assert read(put(tmp_path, "Geachte voorzitter,\n")).media_type == "text/plain"


def test_marks_far_into_a_long_paragraph_keep_their_place(tmp_path: Path) -> None:
    line = "De <b>aanpak</b> van regel {} werkt.<sup><a href='#fn1'>1</a></sup><br>"
    lines = "".join(line.format(i) for i in range(2_000))
    note = "<ol><li id='fn1'><p>Zie de bijlage.</p></li></ol>"
    document = read(put(tmp_path, f"<html><body><p>{lines}</p>{note}</body></html>"))
    assert "De aanpak van regel 1999 werkt." in document.flow.text
    spans = [mark.span for mark in document.flow.marks]
    assert [document.text[s.start - 6 : s.end] for s in spans] == ["werkt.1"] * 2_000


def test_to_write_on_in_a_long_paragraph_costs_no_squares() -> None:
    story = Story(folds=True)
    began = time.process_time()
    for _ in range(60_000):
        story.add("Een regel over de aanpak van ondermijning.")
        story.line_break()
    story.close()
    assert time.process_time() - began < 4
    assert len(story.paragraphs[0].text.splitlines()) == 60_000


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    for content in (b"", b"<html>\x00\x01\x02</html>", b"<html><body></body></html>"):
        with pytest.raises(InputError, match=r"stuk\.html"):
            read(put(tmp_path, content))
    with pytest.raises(InputError, match="deep"):
        read(put(tmp_path, "<html>" + "<div>" * 5000 + "diep"))
