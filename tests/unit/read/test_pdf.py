"""PDF: what geometry and type say about a page, and what is wrong with a bad file."""

from __future__ import annotations

import random
import re
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamergraaf.errors import InputError
from kamergraaf.model import BlockKind, Document
from kamergraaf.read import pdf, pdf_apart, pdf_file, pdf_guard
from kamergraaf.read.reader import read

Words = tuple[float, float, float, str]
"""Where type stands: left and down from the top in points, its size, the words; "*" before
them is bold, what stands between two "^" is raised."""


def objects(parts: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file with these objects, numbered from 1."""
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    size = len(places) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n" % (entries, len(content)) + content + b"\nendstream"


def font(name: bytes) -> bytes:
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name


def show(words: Words) -> bytes:
    left, down, size, text = words
    name = b"G" if text.startswith("*") else b"F"
    out = b"BT %g %g Td" % (left, 842 - down)
    for i, part in enumerate(text.removeprefix("*").split("^")):
        escaped = re.sub(rb"([\\()])", rb"\\\1", part.encode("cp1252"))
        shown = (name, 0.6 * size if i % 2 else size, 0.35 * size if i % 2 else 0, escaped)
        out += b" /%s %g Tf %g Ts (%s) Tj" % shown
    return out + b" ET\n"


def paper(*pages: list[Words], extra: bytes = b"") -> bytes:
    """A PDF file of A4 pages on which these words stand."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(pages)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        font(b"Helvetica"),
        font(b"Helvetica-Bold"),
    ]
    for i, page in enumerate(pages):
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R/G 4 0 R>>>>%s>>" % (6 + 2 * i, extra)
        )
        parts.append(stream(b"".join(map(show, page))))
    return objects(parts)


def down(left: float, top: float, size: float, lines: str, step: float = 13) -> list[Words]:
    """Lines set below one another."""
    return [
        (left, top + step * i, size, line)
        for i, line in enumerate(lines.strip().splitlines())
        if line
    ]


def make(*pages: list[Words]) -> Document:
    return pdf.document(Path("brief.pdf"), paper(*pages))


def passages(found: Document, kind: BlockKind) -> list[str]:
    return [found.flow.text[p.start : p.end] for p in found.flow.passages if p.kind is kind]


BODY = """\
De inspectie bezocht vorig jaar twaalf havens in het noorden en het zuiden van
het land. Daarbij bleek dat de bewaking van de kades op veel plaatsen achter-
blijft bij wat nodig is. Ik stel daarom vanaf volgend jaar extra middelen ter
beschikking aan de gemeenten die het toezicht uitvoeren.
"""
SECOND = """\
Ook de douane krijgt er mensen bij. Samen met de havenbedrijven onderzoekt
zij welke kranen en loodsen van een betere afsluiting moeten worden voorzien
voordat het nieuwe seizoen begint.
"""
WHOLE = (
    "De inspectie bezocht vorig jaar twaalf havens in het noorden en het zuiden van het land. "
    "Daarbij bleek dat de bewaking van de kades op veel plaatsen achterblijft bij wat nodig is. "
    "Ik stel daarom vanaf volgend jaar extra middelen ter beschikking aan de gemeenten die het "
    "toezicht uitvoeren."
)


def test_lines_are_joined_and_paragraphs_part_at_a_wider_gap() -> None:
    found = make(down(80, 100, 10, BODY) + down(80, 165, 10, SECOND))
    paragraphs = passages(found, BlockKind.PARAGRAPH)
    assert paragraphs[0] == WHOLE
    assert paragraphs[1].startswith("Ook de douane")
    assert len(paragraphs) == 2


def test_a_paragraph_may_begin_with_an_indent_alone() -> None:
    second = down(80, 152, 10, SECOND)
    second[0] = (95, *second[0][1:])
    paragraphs = passages(make(down(80, 100, 10, BODY) + second), BlockKind.PARAGRAPH)
    assert [p.split()[0] for p in paragraphs] == ["De", "Ook"]
    assert paragraphs[1].endswith("voordat het nieuwe seizoen begint.")


def test_bold_type_above_a_paragraph_is_a_heading() -> None:
    found = make([(80, 87, 10, "*Toezicht op de kades."), *down(80, 100, 10, BODY)])
    assert passages(found, BlockKind.HEADING) == ["Toezicht op de kades."]
    assert passages(found, BlockKind.PARAGRAPH) == [WHOLE]


def test_the_stored_text_holds_each_line_at_its_place_on_the_page() -> None:
    found = make(down(80, 100, 10, BODY), down(80, 100, 10, SECOND))
    assert [page.number for page in found.pages] == [1, 2]
    first = found.pages[0].lines[0]
    quote = found.text[first.span.start : first.span.end]
    assert quote == BODY.splitlines()[0]
    assert (first.left, first.bottom) == (80.0, 102.0)
    assert first.top < 93 < first.bottom
    assert found.text[found.pages[1].span.start :].startswith("Ook de douane")
    assert (found.pages[0].width, found.pages[0].height) == (595.0, 842.0)


def test_evidence_leads_to_its_page_and_lines() -> None:
    found = make(down(80, 100, 10, BODY), down(80, 100, 10, SECOND))
    at = found.flow.text.index("onderzoekt zij welke")
    (span,) = found.flow.evidence(at, at + len("onderzoekt zij welke")).spans
    assert [(page, line.bottom) for page, line in found.places(span)] == [(2, 102.0), (2, 115.0)]


def test_a_raised_number_is_a_mark_and_leads_to_its_footnote() -> None:
    page = down(80, 100, 10, BODY)
    page.append((80, 152, 10, "Dat is eerder gezegd^1^ en het blijft 5 m^2^ groot."))
    page.append((80, 760, 6, "1"))
    page.append((85, 762, 8, "Zie het jaarverslag van de inspectie, bladzijde 12, en de"))
    page.append((85, 771, 8, "bijlage daarbij."))
    found = make(page)
    assert "Dat is eerder gezegd en het blijft 5 m2 groot." in found.flow.text
    assert [(m.number, found.text[m.span.start : m.span.end]) for m in found.flow.marks] == [
        ("1", "1")
    ]
    note = found.flow.passages[found.flow.marks[0].passage or 0]
    assert note.label == "1"
    assert passages(found, BlockKind.FOOTNOTE) == [
        "Zie het jaarverslag van de inspectie, bladzijde 12, en de bijlage daarbij."
    ]


def test_a_sentence_runs_on_over_footnote_page_number_and_side_bar() -> None:
    first = [*down(80, 700, 10, BODY)[:3], (80, 780, 8, "1 Zie de brief van maart.")]
    second = down(80, 60, 10, "beschikking aan de gemeenten die het toezicht uitvoeren.")
    bar = down(480, 60, 7, "Ons kenmerk\n4417-B\n", 9)
    number = [(480.0, 820.0, 7.0, "Pagina 1 van 2")]
    head = down(80, 100, 10, BODY + "Tot zover over de havens, nu over de bewaking daarvan:")
    found = make(head + first + number, second + bar + [(480, 820, 7, "Pagina 2 van 2")])
    sentence = WHOLE[WHOLE.index("Ik stel") :]
    at = found.flow.text.rindex(sentence)
    spans = found.flow.evidence(at, at + len(sentence)).spans
    assert [found.text[s.start : s.end].split()[0] for s in spans] == ["Ik", "beschikking"]
    assert passages(found, BlockKind.FURNITURE) == [
        "Pagina 1 van 2",
        "Ons kenmerk",
        "4417-B",
        "Pagina 2 van 2",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = "\n".join(f"links regel {i} met nog een paar woorden" for i in range(12))
    right = "\n".join(f"rechts regel {i} met nog wat meer woorden" for i in range(12))
    page = [
        w
        for pair in zip(down(60, 200, 9, left), down(310, 200, 9, right), strict=True)
        for w in pair
    ]
    title = (
        60.0,
        120.0,
        9.0,
        "Een regel die over de beide kolommen van de bladzijde heen loopt, van kant tot kant, en verder",
    )
    text = make([title, *page]).text
    assert text.index("Een regel") < text.index("links regel 0")
    assert text.index("links regel 11") < text.index("rechts regel 0")


def test_running_headers_and_footers_are_furniture_and_count_pages() -> None:
    pages = [
        [
            (80.0, 30.0, 8.0, f"Rapportage havens deel {i}"),
            *down(80, 100, 10, BODY),
            (80.0, 815.0, 8.0, f"versie 2 blad {i}"),
            (300.0, 830.0, 8.0, f"{i}"),
        ]
        for i in (1, 2, 3)
    ]
    found = passages(make(*pages), BlockKind.FURNITURE)
    assert [line for line in found if line.startswith("versie")] == [
        f"versie 2 blad {i}" for i in (1, 2, 3)
    ]
    assert "Rapportage havens deel 2" in found
    assert found.count("3") == 1


def test_headings_that_happen_to_stand_at_one_height_are_no_running_header() -> None:
    pages = [[(80.0, 60.0, 10.0, f"*Deel {i * i}"), *down(80, 130, 10, BODY)] for i in (1, 2, 3)]
    found = make(*pages)
    assert passages(found, BlockKind.FURNITURE) == []
    assert "Deel 9" in passages(found, BlockKind.HEADING)


def test_a_side_bar_that_outweighs_the_body_is_still_a_side_bar() -> None:
    bar = down(470, 100, 6.5, "Ministerie van Havens\nKademeesterlaan 4\n" * 9, 9)
    second = down(80, 60, 10, BODY)
    text = make([*bar, *down(80, 105, 10, BODY)], second).text
    assert "\n".join(BODY.splitlines()) in text


def test_a_footnote_label_may_be_raised_above_its_line() -> None:
    page = [*down(80, 100, 10, BODY), (80.0, 152.0, 10.0, "Dat is eerder gezegd.^1^")]
    page += [(80.0, 735.0, 4.5, "1"), (85.0, 738.0, 6.5, "Kamerstuk 29 000, nr. 12.")]
    found = make(page)
    assert passages(found, BlockKind.FOOTNOTE) == ["Kamerstuk 29 000, nr. 12."]
    assert [mark.passage is not None for mark in found.flow.marks] == [True]


def test_signatures_side_by_side_are_read_one_after_the_other() -> None:
    page = down(80, 100, 10, BODY)
    for top, left, right in (
        (180, "De Minister van Havens,", "De Staatssecretaris van Sluizen,"),
        (230, "A.B. Kade", "C. van der Kolk"),
    ):
        page += [(80, top, 10, left), (320, top, 10, right)]
    page.append(
        (
            80,
            300,
            10,
            "Deze regel staat er los van en is zo lang dat hij tot aan de rand loopt, dus",
        )
    )
    signed = passages(make(page), BlockKind.SIGNATURE)
    assert signed == [
        "De Minister van Havens, A.B. Kade",
        "De Staatssecretaris van Sluizen, C. van der Kolk",
    ]


def test_a_label_keeps_the_lines_of_its_value() -> None:
    head = [
        (80.0, 60.0, 10.0, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        (80.0, 86.0, 10.0, "Datum"),
        (150.0, 86.0, 10.0, "3 maart 2031"),
        (80.0, 99.0, 10.0, "Onderwerp"),
        (133.0, 99.0, 10.0, "Veilige havens in het noorden en de aanpak van"),
        (133.0, 112.0, 10.0, "(grote) overlast op de kades"),
        (80.0, 138.0, 10.0, "Geachte voorzitter,"),
    ]
    found = passages(make(head + down(80, 160, 10, BODY)), BlockKind.LETTERHEAD)
    subject = (
        "Onderwerp Veilige havens in het noorden en de aanpak van (grote) overlast op de kades"
    )
    assert subject in found
    assert "Datum 3 maart 2031" in found


def test_type_that_is_turned_is_furniture() -> None:
    turned = b"BT /F 8 Tf 0 1 -1 0 30 300 Tm (Dit is een concept) Tj ET\n"
    content = b"".join(map(show, down(80, 100, 10, BODY))) + turned
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        stream(zlib.compress(content), b"/Filter/FlateDecode"),
        font(b"Helvetica"),
    ]
    found = pdf.document(Path("brief.pdf"), objects(parts))
    assert passages(found, BlockKind.FURNITURE) == ["Dit is een concept"]
    assert passages(found, BlockKind.PARAGRAPH) == [WHOLE]


def test_a_page_set_sideways_is_read_as_it_is_looked_at() -> None:
    lines = BODY.splitlines()
    content = b"".join(
        b"BT /F 10 Tf 0 1 -1 0 %d 60 Tm (%s) Tj ET\n" % (100 + 13 * i, line.encode())
        for i, line in enumerate(lines)
    )
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 90/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        stream(content),
        font(b"Helvetica"),
    ]
    found = pdf.document(Path("brief.pdf"), objects(parts))
    assert passages(found, BlockKind.PARAGRAPH) == [WHOLE]
    assert (found.pages[0].width, found.pages[0].height) == (842.0, 595.0)


def test_a_pdf_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(paper(down(80, 100, 10, BODY)))
    assert read(path).media_type == "application/pdf"


def test_bytes_before_a_pdf_that_do_not_belong_to_it_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"Content-Type: application/pdf\r\n\r\n" + paper(down(80, 100, 10, BODY)))
    assert passages(read(path), BlockKind.PARAGRAPH) == [WHOLE]


def refused(data: bytes, name: str = "brief.pdf") -> InputError:
    with pytest.raises(InputError) as caught:
        pdf.document(Path(name), data)
    assert caught.value.where is not None
    assert caught.value.where.startswith(name)
    return caught.value


GOOD = paper(down(80, 100, 10, BODY))


def test_a_file_that_is_no_pdf_is_told() -> None:
    assert "not a PDF file" in refused(b"Geachte voorzitter,\n").message
    assert "empty" in refused(b"").message


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.98])
def test_a_file_that_is_cut_off_is_told(share: float) -> None:
    assert "cut off" in refused(GOOD[: int(share * len(GOOD))]).message


def test_a_damaged_file_is_told() -> None:
    assert "damaged" in refused(b"%PDF-1.4\nnothing that is one\n%%EOF\n").message


def test_a_damaged_page_is_told_by_its_number() -> None:
    data = paper(down(80, 100, 10, BODY), down(80, 100, 10, SECOND))
    error = refused(data.replace(b"7 0 R]", b"1 0 R]"))
    assert "damaged" in error.message
    assert error.where == "brief.pdf, page 2"


def test_a_scan_needs_ocr() -> None:
    message = refused(paper([], [])).message
    assert "OCR" in message
    assert "2 pages" in message


def scan(width: float, *words: Words) -> bytes:
    """What draws an image over so much of a page's width, and words on it."""
    image = b"q %g 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n" % width
    return image + b"".join(map(show, words))


def between(drawn: bytes) -> Document:
    """A document of three pages, of which the second draws this."""
    empty = stream(b"")
    data = paper(down(80, 100, 10, BODY), [], down(80, 100, 10, SECOND))
    parts = re.findall(rb"\d+ 0 obj\n(.*?)\nendobj\n", data, re.S)
    return pdf.document(
        Path("brief.pdf"), objects(stream(drawn) if part == empty else part for part in parts)
    )


def test_a_scanned_page_among_text_is_told() -> None:
    number = (280.0, 800.0, 9.0, "Pagina 2 van 3")
    for drawn in (scan(595), scan(595, number), scan(200) + b"1 0 0 1 200 0 cm " + scan(395)):
        assert [page.scanned for page in between(drawn).pages] == [False, True, False]


def test_blank_pages_logos_and_type_on_a_picture_are_no_scans() -> None:
    words = down(80, 100, 10, BODY)
    for drawn in (b"", scan(120), scan(595, *words), b"0 0 595 842 re f\n"):
        assert not any(page.scanned for page in between(drawn).pages)


def test_a_scan_in_a_form_that_is_drawn_is_one() -> None:
    form = stream(scan(595), b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]")
    assert "OCR" in refused(with_stream(b"/X Do", b"", [form])).message
    words = b"".join(map(show, [(80, 800, 9, "blad 1")]))
    found = pdf.document(Path("brief.pdf"), with_stream(b"/X Do " + words, b"", [form]))
    assert found.pages[0].scanned


def test_a_page_of_many_forms_without_text_costs_no_time() -> None:
    form = stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]")
    words = b"".join(map(show, [(80, 800, 9, "blad 1")]))
    began = time.process_time()
    pdf.document(Path("brief.pdf"), with_stream(b"/X Do " * 20_000 + words, b"", [form]))
    assert time.process_time() - began < 10


def test_an_encrypted_file_is_told() -> None:
    lock = (
        b"/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
        b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>"
        % (b"5a" * 32, b"a5" * 32)
    )
    assert "encrypted" in refused(GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock)).message


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MOST_PAGES", 1)
    assert "too many pages: 2" in refused(paper([], [])).message


def test_too_many_characters_on_a_page_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MOST_LETTERS", 20)
    assert refused(GOOD).where == "brief.pdf, page 1"


def with_stream(content: bytes, entries: bytes, more: Iterable[bytes] = ()) -> bytes:
    return objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
            stream(content, entries),
            font(b"Helvetica"),
            *more,
        ]
    )


@pytest.mark.parametrize("times", [1, 2])
def test_a_decompression_bomb_is_refused(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    monkeypatch.setattr(pdf_guard, "MOST_EXPANDED", 20_000_000)
    bomb = zlib.compress(bytes(21_000_000), 9)
    filters = b"/FlateDecode" * times
    for _ in range(times - 1):
        bomb = zlib.compress(bomb)
    data = with_stream(bomb, b"/Filter[%s]" % filters)
    assert "decompression bomb" in refused(data).message


def test_forms_that_multiply_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MOST_SECONDS", 1.0)
    monkeypatch.setattr(pdf_apart, "_GRACE", 0.0)
    forms = [
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X %d 0 R>>>>"
            % (7 + i),
        )
        for i in range(25)
    ]
    assert "given up" in refused(with_stream(b"/X Do", b"", forms)).message


def test_a_process_of_its_own_reads_the_same() -> None:
    data = paper(down(80, 100, 10, BODY), [(80, 100, 10, "Einde"), (110, 96, 6, "1")])
    assert pdf_apart.sheets(data, "brief.pdf") == pdf_file.parse(data, "brief.pdf")
    with pytest.raises(InputError, match="OCR"):
        pdf_apart.sheets(paper([]), "brief.pdf")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_happens_to_the_bytes_the_offsets_hold_or_an_error_tells(
    data: st.DataObject,
) -> None:
    good = paper(down(80, 100, 10, BODY), down(80, 100, 10, SECOND))
    mutated = bytearray(good)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(mutated) - 1))
        mutated[at] = data.draw(st.integers(0, 255))
    try:
        found = pdf.document(Path("brief.pdf"), bytes(mutated))
    except InputError as error:
        assert error.message
    else:
        assert_sound(found)


def assert_sound(found: Document) -> None:
    stored = [found.text[offset] for offset in found.flow.offsets]
    pairs = zip(found.flow.text, stored, strict=True)
    assert all(here == there or here.isspace() for here, there in pairs)
    for page in found.pages:
        for line in page.lines:
            assert page.span.start <= line.span.start <= line.span.end <= page.span.end
            assert "\n" not in found.text[line.span.start : line.span.end]


def test_the_corpus_is_read_soundly(shared: Path) -> None:
    for path in sorted((shared / "corpus").rglob("*.pdf")):
        assert_sound(read(path))


def mutated(files: list[tuple[Path, bytes]], dice: random.Random) -> tuple[Path, bytes]:
    """One of the files cut off, with bytes changed or gone, or with a piece of another one."""
    path, data = dice.choice(files)
    changed = bytearray(data)
    at = dice.randrange(len(changed))
    match dice.randrange(4):
        case 0:
            del changed[at:]
        case 1:
            for _ in range(dice.choice((1, 5, 50, 500))):
                changed[dice.randrange(len(changed))] = dice.randrange(256)
        case 2:
            del changed[at : at + dice.randrange(2_000)]
        case _:
            other = dice.choice(files)[1]
            begin = dice.randrange(len(other))
            changed[at : at + 500] = other[begin : begin + dice.randrange(1_500)]
    return path, bytes(changed)


def test_damaged_files_are_read_or_refused(shared: Path) -> None:
    dice = random.Random(20260422)
    files = [(path, path.read_bytes()) for path in sorted((shared / "corpus").rglob("*.pdf"))]
    for _ in range(250):
        path, data = mutated(files, dice)
        try:
            found = pdf.document(path, data)
        except InputError as error:
            assert error.where is not None
        else:
            assert_sound(found)


def test_a_letter_reads_the_same_as_text_and_as_pdf(shared: Path) -> None:
    folder = shared / "corpus" / "authored"
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.SIGNATURE, BlockKind.FOOTNOTE)
    typed, printed = read(folder / "online-materiaal.txt"), read(folder / "online-materiaal.pdf")
    for kind in kinds:
        assert passages(typed, kind) == passages(printed, kind)
