"""Official publications in XML: what the elements say becomes blocks; metadata stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.errors import InputError
from kamergraaf.model import BlockKind, Document
from kamergraaf.read.reader import is_letter, read

HEAD = (
    "<kamerstukkop><tekstregel>Vergaderjaar 2024-2025</tekstregel></kamerstukkop><dossier>"
    "<dossiernummer><dossiernr>36 600</dossiernr><begrotingshoofdstuk>VI</begrotingshoofdstuk>"
    "</dossiernummer><titel>Begroting</titel></dossier>"
)


def put(folder: Path, content: str, name: str = "kst-36600-VI-7.xml") -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def paper(inner: str, title: str = "BRIEF VAN DE MINISTER VAN DEFENSIE") -> str:
    return (
        f"<officiele-publicatie><kamerstuk>{HEAD}<stuk><stuknr>Nr. <ondernummer>7</ondernummer>"
        f"</stuknr><titel>{title}</titel><algemeen><vrije-tekst><tekst>{inner}</tekst>"
        "</vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"
    )


def passages(document: Document, kind: BlockKind) -> list[str]:
    return [document.flow.text[q.start : q.end] for q in document.flow.passages if q.kind is kind]


def test_a_letter(tmp_path: Path) -> None:
    inner = (
        "<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>"
        "<al>Den Haag, 20 februari 2025</al><al>Het kabinet <nadruk type='cur'>verster</nadruk>kt\n"
        "   de aanpak.<noot type='voet'><noot.nr>1</noot.nr><noot.al>Kamerstuk 1.</noot.al>"
        "<noot.al>Zie ook 2.</noot.al></noot> Dat helpt.</al><divisie><kop><nr>1.</nr>"
        "<titel>Wat wij doen</titel></kop><al>Het gaat om:</al><lijst><li><li.nr>a.</li.nr>"
        "<al>scholing;</al></li></lijst></divisie><ondertekening><functie>De Minister van Defensie,"
        "</functie><naam><voornaam>A.B.</voornaam><achternaam>Voorbeeld</achternaam></naam>"
        "</ondertekening>"
    )
    document = read(put(tmp_path, paper(inner)))
    assert passages(document, BlockKind.LETTERHEAD) == [
        "Vergaderjaar 2024-2025",
        "36 600 VI",
        "Begroting",
        "Nr. 7",
        "BRIEF VAN DE MINISTER VAN DEFENSIE",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Den Haag, 20 februari 2025",
    ]
    assert passages(document, BlockKind.PARAGRAPH) == [
        "Het kabinet versterkt de aanpak. Dat helpt.",
        "Het gaat om:",
        "a. scholing;",
    ]
    assert passages(document, BlockKind.HEADING) == ["1. Wat wij doen"]
    assert passages(document, BlockKind.SIGNATURE) == ["De Minister van Defensie, A.B. Voorbeeld"]
    assert passages(document, BlockKind.FOOTNOTE) == ["Kamerstuk 1. Zie ook 2."]
    assert document.flow.marks[0].passage is not None


def test_questions_and_answers(tmp_path: Path) -> None:
    content = (
        "<officiele-publicatie><metadata><meta name='OVERHEIDop.externMetadataRecord' scheme='' "
        "content='https://zoek.officielebekendmakingen.nl/ah-tk-20242025-9/metadata.xml'/>"
        "</metadata><kamervragen><kamervraagomschrijving>Vragen van het lid <naam><achternaam>"
        "Pieterse</achternaam></naam> (XYZ) aan de Minister van Defensie over drones (ingezonden "
        "3 mei 2024).</kamervraagomschrijving><vraag><nr>Vraag 1</nr><al>Kent u dit?</al>"
        "<al>Wat vindt u ervan?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>"
        "<vraag><nr>2</nr><al>Waarom?</al></vraag><antwoord><al>Daarom.</al></antwoord>"
        "</kamervragen></officiele-publicatie>"
    )
    document = read(put(tmp_path, content, "ah.xml"))
    flow = document.flow
    questions = [q for q in flow.passages if q.kind is BlockKind.QUESTION]
    assert [(q.label, flow.text[q.start : q.end]) for q in questions] == [
        ("1", "Kent u dit?"),
        ("1", "Wat vindt u ervan?"),
        ("2", "Waarom?"),
    ]
    assert passages(document, BlockKind.PARAGRAPH) == ["Ja.", "Daarom."]
    assert passages(document, BlockKind.FURNITURE) == ["ah-tk-20242025-9"]
    assert document.metadata["identifier"] == "ah-tk-20242025-9"


def test_notes_of_the_older_vocabulary(tmp_path: Path) -> None:
    content = (
        "<kamerwrk><body><al>De aanpak<voetref refid='v1' nr='1'/> werkt.</al>"
        "<voetnoot nr='1'><al>Kamerstuk 1.</al></voetnoot><al>Hij gaat door.</al></body></kamerwrk>"
    )
    document = read(put(tmp_path, content, "oud.xml"))
    assert passages(document, BlockKind.PARAGRAPH) == ["De aanpak werkt.", "Hij gaat door."]
    assert passages(document, BlockKind.FOOTNOTE) == ["Kamerstuk 1."]
    assert document.flow.marks[0].passage is not None


def test_metadata_beside_it_are_taken_along_and_are_no_letter(tmp_path: Path) -> None:
    path = put(tmp_path, paper("<al>Dit is een brief.</al>"))
    alone = read(path)
    rows = (
        "<metadata_gegevens><metadata name='DCTERMS.issued' scheme='' content='2025-02-20'/>"
        "<metadata name='OVERHEIDop.indiener' scheme='' content='A'/>"
        "<metadata name='OVERHEIDop.indiener' scheme='' content='B'/></metadata_gegevens>"
    )
    companion = put(tmp_path, rows, "kst-36600-VI-7.metadata.xml")
    both = read(path)
    assert both.metadata == {"date": "2025-02-20", "submitter": "A | B"}
    assert (both.text, both.flow) == (alone.text, alone.flow)
    assert is_letter(path)
    assert not is_letter(companion)
    with pytest.raises(InputError, match="metadata of a publication"):
        read(companion)


def test_text_that_was_encoded_twice_is_repaired(tmp_path: Path) -> None:
    twice = "Financiën – coördinatie’s".encode().decode("cp1252")
    document = read(put(tmp_path, paper(f"<al>Minister van {twice} en A\xa0B.</al>")))
    assert "Minister van Financiën – coördinatie’s en A" in document.text


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    def refused(content: str) -> str:
        with pytest.raises(InputError) as caught:
            read(put(tmp_path, content, "stuk.xml"))
        assert "stuk.xml" in str(caught.value)
        return str(caught.value)

    assert "not well-formed" in refused(paper("<al>Open")[:-60])
    assert "another kind" in refused("<?xml version='1.0'?><catalogus/>")
    assert "entities" in refused("<!DOCTYPE a [<!ENTITY b 'c'>]><kamerstuk>&b;</kamerstuk>")
    assert "no text" in refused("<kamerstuk><stuk/></kamerstuk>")
    assert "stuk.xml" in refused("<al>" * 300)
