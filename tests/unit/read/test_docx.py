"""DOCX: what stands in headers, boxes, fields, tables and notes comes out in reading order."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kamergraaf.errors import InputError
from kamergraaf.model import BlockKind, Document
from kamergraaf.read.reader import read
from office_files import box, docx, field, mark, p, package, r, table

SIGNED = p("De minister van Justitie en Veiligheid,") + p() + p("A.B. Voorbeeld")


def put(folder: Path, data: bytes, name: str = "brief.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def passages(document: Document, kind: BlockKind) -> list[str]:
    return [document.flow.text[q.start : q.end] for q in document.flow.passages if q.kind is kind]


def sound(document: Document) -> None:
    """Every block lies in the text, and the flow's characters stand where it says."""
    for block in document.blocks:
        assert document.text[block.span.start : block.span.end].strip()
    for i, character in enumerate(document.flow.text):
        if not character.isspace():
            assert document.text[document.flow.offsets[i]] == character


def test_names_split_over_runs_are_joined(tmp_path: Path) -> None:
    body = p("De Nationaal Coördi", "nator Terrorisme", "bestrijding meldt dat het beter gaat.")
    document = read(put(tmp_path, docx(body)))
    assert "Nationaal Coördinator Terrorismebestrijding" in document.text
    sound(document)


def test_a_footnote_is_tied_to_its_mark_and_out_of_the_sentence(tmp_path: Path) -> None:
    body = p("De aanpak werkt.", mark("7"), " Zij gaat door", mark("3"), " in de steden.")
    notes = {"3": " Kamerstuk 29 754, nr. 1.", "7": " Zie de bijlage.", "9": " Nergens genoemd."}
    document = read(put(tmp_path, docx(body, footnotes=notes)))
    flow = document.flow
    assert "De aanpak werkt. Zij gaat door in de steden." in flow.text
    assert [m.number for m in flow.marks] == ["1", "2"]
    led = [flow.passages[m.passage] for m in flow.marks if m.passage is not None]
    assert [flow.text[q.start : q.end] for q in led] == [
        "Zie de bijlage.",
        "Kamerstuk 29 754, nr. 1.",
    ]
    assert [document.text[m.span.start : m.span.end] for m in flow.marks] == ["1", "2"]
    assert "Nergens" not in document.text
    sound(document)


def test_typed_and_real_notes_of_one_number_are_told_apart(tmp_path: Path) -> None:
    raised = r("1", '<w:vertAlign w:val="superscript"/>')
    body = (
        p("Kent u het bericht?", raised)
        + p("Ja, dat ken ik.", mark("1"))
        + p(raised, " De Krant, 3 mei 2021.")
    )
    document = read(put(tmp_path, docx(body, footnotes={"1": " Kamerstuk 1."})))
    flow = document.flow
    led = [flow.passages[m.passage] for m in flow.marks if m.passage is not None]
    assert [flow.text[q.start : q.end] for q in led] == ["De Krant, 3 mei 2021.", "Kamerstuk 1."]


def test_notes_typed_with_brackets(tmp_path: Path) -> None:
    body = (
        p("Kent u het bericht “Onrust”1) en het rapport [2]?")
        + p("Ja, zie (onder meer bijlage 3) en artikel 4).")
        + p("1) De Krant, 3 mei 2021.")
        + p("[2] Kamerstuk 29 754, nr. 1.")
        + p("3) Dit is een opsomming.")
    )
    document = read(put(tmp_path, docx(body)))
    assert passages(document, BlockKind.FOOTNOTE) == [
        "De Krant, 3 mei 2021.",
        "Kamerstuk 29 754, nr. 1.",
    ]
    assert "“Onrust” en het rapport?" in document.flow.text
    assert [m.number for m in document.flow.marks] == ["1", "2"]
    assert [document.text[m.span.start : m.span.end] for m in document.flow.marks] == ["1", "2"]
    assert "3) Dit is een opsomming." in passages(document, BlockKind.PARAGRAPH)


def test_an_exponent_is_no_mark(tmp_path: Path) -> None:
    raised = r("2", '<w:vertAlign w:val="superscript"/>')
    document = read(put(tmp_path, docx(p("Het beslaat 40 m", raised, " aan de haven."))))
    assert not document.flow.marks
    assert "40 m2 aan" in document.flow.text


def test_the_first_header_leads_and_the_others_are_furniture(tmp_path: Path) -> None:
    head = p(box(p("Aan de Voorzitter van de Tweede Kamer"), p("der Staten-Generaal"))) + p(
        box(table((p("Datum"), p("3 mei 2021")), (p("Betreft"), p("Voortgang van de aanpak"))))
    )
    other = p("Datum") + p("1 april 2021")
    data = docx(
        p("Hierbij informeer ik u over de aanpak.") + SIGNED,
        headers={"first": head, "default": other},
    )
    document = read(put(tmp_path, data))
    assert passages(document, BlockKind.LETTERHEAD) == [
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Datum",
        "3 mei 2021",
        "Betreft",
        "Voortgang van de aanpak",
    ]
    assert passages(document, BlockKind.FURNITURE) == ["Datum", "1 april 2021"]
    assert passages(document, BlockKind.SIGNATURE) == [
        "De minister van Justitie en Veiligheid, A.B. Voorbeeld"
    ]
    sound(document)


def test_an_address_may_break_anywhere(tmp_path: Path) -> None:
    body = (
        p("Aan de Voorzitter van de Tweede")
        + p("Kamer der Staten-Generaal")
        + p("Datum")
        + p("3 mei 2021")
        + p("Geachte voorzitter,")
        + p("Ik schrijf u.")
    )
    head = passages(read(put(tmp_path, docx(body))), BlockKind.LETTERHEAD)
    assert head[0] == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"


def test_prompts_and_tables_of_contents_are_no_text(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        prompt.format(p("Kies een datum"))
        + p("Wat wij doen 3", style="T1")
        + p("Dat zegt ", prompt.format(r("Kies een naam")), "het kabinet.")
    )
    document = read(put(tmp_path, docx(body, styles=styles)))
    assert passages(document, BlockKind.PARAGRAPH) == ["Dat zegt het kabinet."]
    assert "Kies" not in document.text


def test_fields_show_their_result_and_ask_the_properties_where_they_have_none(
    tmp_path: Path,
) -> None:
    body = (
        p("Datum")
        + p(field("DOCPROPERTY datum", "4 mei 2021"))
        + p("Onderwerp")
        + p(field("DOCPROPERTY onderwerp \\* MERGEFORMAT", None))
        + p("Geachte voorzitter,")
        + p("Ik schrijf u.", field(f"IF {field('PAGE', '2')} = 1", ""))
    )
    data = docx(body, properties={"onderwerp": "Weerbaarheid", "datum": "1 januari 1999"})
    document = read(put(tmp_path, data))
    head = passages(document, BlockKind.LETTERHEAD)
    assert head[:4] == ["Datum", "4 mei 2021", "Onderwerp", "Weerbaarheid"]
    assert "DOCPROPERTY" not in document.text
    assert document.metadata["date"] == "1 januari 1999"


def test_deleted_and_hidden_text_is_not_read(tmp_path: Path) -> None:
    body = p(
        "Het kabinet ",
        "<w:del><w:r><w:delText>wil niet</w:delText></w:r></w:del>",
        f"<w:ins>{r('zet in op ')}</w:ins>",
        r("geheim ", "<w:vanish/>"),
        "preventie.",
    )
    assert "Het kabinet zet in op preventie." in read(put(tmp_path, docx(body))).text


def test_list_numbers_are_written_out(tmp_path: Path) -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
    )
    body = (
        p("Kent u dit bericht?", properties=listed)
        + p("Ja.")
        + p("Deelt u de zorgen?", properties=listed)
    )
    document = read(put(tmp_path, docx(body, numbering=numbering)))
    questions = [q for q in document.flow.passages if q.kind is BlockKind.QUESTION]
    assert [q.label for q in questions] == ["1", "2"]


def test_headings_come_from_style_outline_and_bold(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="K1"><w:name w:val="heading 1"/></w:style>'
    body = (
        p("Een lange kop over de manier waarop wij met elkaar deze opgave aanpakken", style="K1")
        + p("De aanpak begint hier.")
        + p("Overzicht", properties='<w:outlineLvl w:val="1"/>')
        + p("De aanpak gaat verder.")
        + p(r("Vet gezet boven een alinea", "<w:b/>"))
        + p(r("Vet", "<w:b/>"), " is hier maar een woord.")
    )
    document = read(put(tmp_path, docx(body, styles=styles)))
    assert passages(document, BlockKind.HEADING) == [
        "Een lange kop over de manier waarop wij met elkaar deze opgave aanpakken",
        "Overzicht",
        "Vet gezet boven een alinea",
    ]


def test_cells_of_a_table_are_no_headings_and_stay_apart(tmp_path: Path) -> None:
    body = (
        p("Geachte voorzitter,")
        + p("De stand is als volgt.")
        + table((p("Maatregel"), p("Stand")), (p("Opleiding"), p("gestart")))
    )
    document = read(put(tmp_path, docx(body)))
    assert passages(document, BlockKind.PARAGRAPH)[1:] == [
        "Maatregel",
        "Stand",
        "Opleiding",
        "gestart",
    ]


def test_questions_and_answers_are_told_apart(tmp_path: Path) -> None:
    body = (
        p("Vraag 1")
        + p("Kent u het bericht?")
        + p("Antwoord op vraag 1")
        + p("Ja.")
        + p("mede namens de minister van Defensie,")
        + p("de minister van Justitie en Veiligheid")
        + p("A.B. Voorbeeld")
    )
    document = read(put(tmp_path, docx(body)))
    assert passages(document, BlockKind.QUESTION) == ["Kent u het bericht?"]
    assert passages(document, BlockKind.SIGNATURE) == [
        "de minister van Justitie en Veiligheid A.B. Voorbeeld"
    ]


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    assert path.name in str(caught.value)
    return str(caught.value)


def test_what_is_not_docx_is_read_as_what_it_is(tmp_path: Path) -> None:
    document = read(put(tmp_path, b"Geachte voorzitter,\n\nDit is tekst.\n"))
    assert document.media_type == "text/plain"


def test_a_truncated_archive_is_refused(tmp_path: Path) -> None:
    whole = docx(p("Dit is een brief."))
    assert "ZIP archive" in refused(put(tmp_path, whole[: len(whole) // 2]))


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    broken = package({"word/document.xml": "<w:document xmlns:w='w'><w:body>"})
    assert "word/document.xml" in refused(put(tmp_path, broken))


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<document><body>&b;</body></document>"
    )
    assert "entities" in refused(put(tmp_path, package({"word/document.xml": bomb})))
    reaching = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>'
    assert "entities" in refused(put(tmp_path, package({"word/document.xml": reaching})))


def test_a_zip_bomb_is_refused_while_it_swells(tmp_path: Path) -> None:
    swelling = package({"word/document.xml": b"<a>" + b" " * 30_000_000}, level=9)
    assert len(swelling) < 50_000
    assert "bomb" in refused(put(tmp_path, swelling))


def test_encrypted_files_are_told(tmp_path: Path) -> None:
    wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "encrypted" in refused(put(tmp_path, wrapped))
    locked = bytearray(docx(p("Dit is een brief.")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(sign)
        while at >= 0:
            locked[at + place] |= 1
            at = locked.find(sign, at + 1)
    assert "encrypted" in refused(put(tmp_path, bytes(locked)))


def test_other_archives_are_told(tmp_path: Path) -> None:
    assert "holds no letter" in refused(put(tmp_path, package({"a.txt": "a"}), "brief.zip"))
    sheet = package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"})
    assert "not a text document" in refused(put(tmp_path, sheet))
    assert "no text" in refused(put(tmp_path, docx(p())))


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    deep = "<document><body>" + "<p>" * 240 + "</p>" * 240 + "</body></document>"
    message = refused(put(tmp_path, package({"word/document.xml": deep})))
    assert "word/document.xml" in message


def test_unknown_packing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert "packed in a way" in refused(path)
