"""ODT: notes, lists, frames and the first page's header come out in reading order."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.errors import InputError
from kamergraaf.model import BlockKind, Document
from kamergraaf.read.reader import read
from office_files import odt, package


def put(folder: Path, data: bytes, name: str = "brief.odt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def passages(document: Document, kind: BlockKind) -> list[str]:
    return [document.flow.text[q.start : q.end] for q in document.flow.passages if q.kind is kind]


def test_spans_join_and_notes_are_lifted(tmp_path: Path) -> None:
    body = (
        "<text:p>De Nationaal <text:span>Coördi</text:span>nator<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Kamerstuk 29 754, nr. 1.</text:p>"
        "</text:note-body></text:note> meldt<text:s text:c='2'/>het.</text:p>"
    )
    document = read(put(tmp_path, odt(body)))
    flow = document.flow
    assert "De Nationaal Coördinator meldt het." in flow.text
    (mark,) = flow.marks
    assert mark.passage is not None
    note = flow.passages[mark.passage]
    assert flow.text[note.start : note.end] == "Kamerstuk 29 754, nr. 1."


def test_headings_lists_and_tables(tmp_path: Path) -> None:
    numbered = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="a" style:num-suffix=")"/></text:list-style>'
    )
    body = (
        "<text:p>Geachte voorzitter,</text:p>"
        "<text:h>Wat er in de komende jaren door ons allen samen wordt gedaan en nagelaten</text:h>"
        "<text:p>Het gaat om:</text:p><text:list text:style-name='L1'><text:list-item>"
        "<text:p>scholing;</text:p></text:list-item><text:list-item><text:p>toezicht.</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        "<text:p>Niveau</text:p></table:table-cell><table:table-cell><text:p>Vier</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    document = read(put(tmp_path, odt(body, automatic=numbered)))
    assert len(passages(document, BlockKind.HEADING)) == 1
    assert passages(document, BlockKind.PARAGRAPH) == [
        "Het gaat om:",
        "a) scholing;",
        "b) toezicht.",
        "Niveau",
        "Vier",
    ]


def test_the_first_header_leads_frames_precede_and_deletions_are_gone(tmp_path: Path) -> None:
    master = (
        "<office:master-styles><style:master-page><style:header><text:p>Ons kenmerk 5</text:p>"
        "</style:header><style:header-first><text:p>Datum</text:p><text:p>3 mei 2021</text:p>"
        "</style:header-first><style:footer><text:p>Pagina <text:page-number>1"
        "</text:page-number></text:p></style:footer></style:master-page></office:master-styles>"
    )
    body = (
        "<text:tracked-changes><text:p>Weg ermee.</text:p></text:tracked-changes>"
        "<text:p><draw:frame><draw:text-box><text:p>Aan de Voorzitter van de Tweede Kamer</text:p>"
        "</draw:text-box></draw:frame>Geachte voorzitter,</text:p>"
        "<text:p>Hierbij bied ik u het rapport aan.</text:p>"
    )
    document = read(put(tmp_path, odt(body, styles=master)))
    assert passages(document, BlockKind.LETTERHEAD) == [
        "Datum",
        "3 mei 2021",
        "Aan de Voorzitter van de Tweede Kamer",
        "Geachte voorzitter,",
    ]
    assert passages(document, BlockKind.FURNITURE) == ["Ons kenmerk 5", "Pagina 1"]
    assert "Weg" not in document.text


def test_metadata_of_a_publication(tmp_path: Path) -> None:
    meta = (
        "<office:meta><meta:user-defined meta:name='DCTERMS.W3CDTF/DCTERMS.issued'>2021-07-06"
        "</meta:user-defined><meta:user-defined meta:name='OVERHEIDop.dossiernummer'>12345"
        "</meta:user-defined><dc:title>Een titel</dc:title></office:meta>"
    )
    document = read(put(tmp_path, odt("<text:p>Dit is een brief.</text:p>", meta=meta)))
    assert document.metadata == {"date": "2021-07-06", "dossier": "12345", "title": "Een titel"}


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    def refused(data: bytes) -> str:
        with pytest.raises(InputError) as caught:
            read(put(tmp_path, data))
        assert "brief.odt" in str(caught.value)
        return str(caught.value)

    locked = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
            "content.xml": b"\x07\x08",
        }
    )
    assert "encrypted" in refused(locked)
    sheet = package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    assert "no text document" in refused(sheet)
    assert "content.xml" in refused(
        package({"mimetype": "application/vnd.oasis.opendocument.text"})
    )
    assert "no text" in refused(odt("<text:p/>"))
    assert "damaged" in refused(odt("<text:p>Brief.</text:p>")[:-40])
