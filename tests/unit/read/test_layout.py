"""Lines to passages: what belongs together, what is lifted out, where it is found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.model import BlockKind, Document, Passage
from kamergraaf.read.text import document


def make(content: str) -> Document:
    return document(Path("brief.txt"), content.encode())


def passages(content: str, kind: BlockKind) -> list[str]:
    found = make(content)
    return [written(found, p) for p in found.flow.passages if p.kind is kind]


def written(found: Document, passage: Passage) -> str:
    return found.flow.text[passage.start : passage.end]


def quotes(found: Document, words: str) -> list[str]:
    at = found.flow.text.index(words)
    evidence = found.flow.evidence(at, at + len(words))
    return [found.text[span.start : span.end] for span in evidence.spans]


CUT = """\
Vorig jaar bezocht de inspectie twaalf havens in het noorden en zuiden.
Daarbij bleek dat de bewaking van de kades, die gemeenten samen met de
douane verzorgen, op veel plaatsen achterblijft bij wat nodig is en dat
het toezicht daarop
1 Zie het jaarverslag van de inspectie, hoofdstuk 3.
Pagina 3 van 8
moet worden versterkt.1 Ik stel daarvoor middelen beschikbaar aan de
betrokken gemeenten en de douane, die daarmee ook sneller kunnen zijn.
"""


def test_a_sentence_around_a_footnote_and_a_page_end_is_one_with_two_spans() -> None:
    found = make(CUT)
    sentence = "het toezicht daarop moet worden versterkt."
    assert sentence in found.flow.text
    assert quotes(found, sentence) == ["het toezicht daarop", "moet worden versterkt."]


def test_its_footnote_and_the_page_number_come_after_the_body() -> None:
    found = make(CUT)
    kinds = [p.kind for p in found.flow.passages]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.FURNITURE]
    note = found.flow.passages[1]
    assert (note.label, written(found, note)) == (
        "1",
        "Zie het jaarverslag van de inspectie, hoofdstuk 3.",
    )
    assert [(m.number, m.passage) for m in found.flow.marks] == [("1", 1)]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("een landelijk advies-", "team dat helpt", "een landelijk adviesteam dat helpt"),
        ("of anti-", "overheidsgeweld", "of anti-overheidsgeweld"),
        ("de asiel-", "en nareisprocedure", "de asiel- en nareisprocedure"),
        ("de NAVO-", "verplichting", "de NAVO-verplichting"),
        ("de Secretaris-", "Generaal zelf", "de Secretaris-Generaal zelf"),
        ("alle mede-", "eigenaren", "alle mede-eigenaren"),
        ("een 18-", "jarige", "een 18-jarige"),
        ("het zacht\u00ad", "heidsteken", "het zachtheidsteken"),
    ],
)
def test_hyphens_at_a_line_end(before: str, after: str, joined: str) -> None:
    content = f"In de brief staat {before}\n{after} en daarna nog wat.\n"
    assert joined in make(content).flow.text


def test_a_word_that_stands_elsewhere_tells_how_to_join() -> None:
    content = "De dronepiloten oefenen. Wij zien drone-\npiloten en\nfoto-\nredacteuren; foto-redacteuren.\n"
    flow = make(content).flow.text
    assert "Wij zien dronepiloten en foto-redacteuren; foto-redacteuren." in flow


def test_a_hyphen_that_stayed_inside_a_line_goes_only_where_sure() -> None:
    flow = make("De aanpak is vertrouwe-lijk, met kan-bepaling, wet- en regelgeving.\n").flow.text
    assert flow == "De aanpak is vertrouwelijk, met kan-bepaling, wet- en regelgeving."


@pytest.mark.parametrize(
    ("content", "read", "number"),
    [
        ("Dat staat in de visie.1 Ik volg die.\n\n\n1 Visie 2020.\n", "de visie. Ik volg", "1"),
        ("Dat is zo op 12 mei jl.1 gemeld.\n\n\n1 Visie 2020.\n", "12 mei jl. gemeld", "1"),
        ("De motie Jansen c.s.1 is uit.\n\n\n1 Visie 2020.\n", "Jansen c.s. is uit", "1"),
        ("Dat is op 7 mei 20231 gemeld.\n\n\n1 Visie 2020.\n", "op 7 mei 2023 gemeld", "1"),
        ("Dat geldt voor die landen1 ook.\n\n\n1 Visie 2020.\n", "die landen ook", "1"),
        ("Dat is gemeld [1 ].\n\n\n1 Visie 2020.\n", "is gemeld.", "1"),
        ("Dat is gemeld?\n1\nVraag blijft.\n\n\n1 Visie 2020.\n", "gemeld?", "1"),
        ("Dat is de koers1. Dan nog iets.\n\n\n1 Visie 2020.\n", "de koers. Dan", "1"),
    ],
)
def test_footnote_marks_are_lifted_out(content: str, read: str, number: str) -> None:
    found = make(content)
    assert read in found.flow.text
    (mark,) = found.flow.marks
    assert mark.number == number
    assert found.text[mark.span.start : mark.span.end] == number
    assert mark.passage is not None
    assert found.flow.passages[mark.passage].label == number


def test_a_mark_without_footnote_is_kept_as_such() -> None:
    found = make("Dat staat in de visie.1 Ik volg die.\n")
    assert [(m.number, m.passage) for m in found.flow.marks] == [("1", None)]


@pytest.mark.parametrize(
    "content",
    [
        "Dat is op 7 mei 2023 gemeld aan de Kamer.\n",
        "Er zijn 2 locaties en 12.580 besluiten, zie nr.5 en art.3 daarvan.\n",
        "De G4 en de D66-motie (nr. 4) en COVID19.\n",
        "Onder a.1 en b.2, zie art.1 daarvan en par.1 van het plan.\n",
        "Het gaat om niveau 4.5 en om versie 2.0 van het plan.\n",
    ],
)
def test_real_digits_are_no_marks(content: str) -> None:
    found = make(content)
    assert found.flow.marks == ()
    assert found.flow.text == content.strip()


def test_two_footnotes_and_a_blank_line_before_the_page_number() -> None:
    content = """\
De dienst heeft de visie vastgesteld.1 De motie Jansen c.s.2 vraagt om be-

1 Visie, hoofdstuk 3.
2 Verslag van het debat.

Pagina 1 van 2

ter toezicht in de havens, waaraan ik werk.
"""
    found = make(content)
    assert "De motie Jansen c.s. vraagt om beter toezicht in de havens" in found.flow.text
    assert quotes(found, "om beter toezicht") == ["om be", "ter toezicht"]
    assert passages(content, BlockKind.FOOTNOTE) == [
        "Visie, hoofdstuk 3.",
        "Verslag van het debat.",
    ]


LETTER = """\
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2018–2019
29 628
Politie
Nr. 900
BRIEF VAN DE MINISTERS VAN JUSTITIE EN VEILIGHEID EN VAN
BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 3 juni 2019
De politie werkt sinds dit jaar met een nieuw rooster, dat wij hieronder
toelichten aan de hand van de eerste cijfers.
Cijfers
Van de eenheden gebruikt ruim de helft het rooster, en dat aantal groeit
gestaag. De overige volgen voor het einde van het jaar.
De Minister van Justitie en Veiligheid,
J. de Wit
kst-29628-900
ISSN 0921 - 7371
’s-Gravenhage 2019
Tweede Kamer, vergaderjaar 2018–2019, 29 628, nr. 900
1
"""


def test_letterhead_body_signature_and_furniture() -> None:
    assert passages(LETTER, BlockKind.LETTERHEAD)[-3:] == [
        "BRIEF VAN DE MINISTERS VAN JUSTITIE EN VEILIGHEID EN VAN BINNENLANDSE ZAKEN EN"
        " KONINKRIJKSRELATIES",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Den Haag, 3 juni 2019",
    ]
    assert passages(LETTER, BlockKind.HEADING) == ["Cijfers"]
    assert passages(LETTER, BlockKind.SIGNATURE) == [
        "De Minister van Justitie en Veiligheid, J. de Wit"
    ]
    assert passages(LETTER, BlockKind.FURNITURE) == [
        "kst-29628-900",
        "ISSN 0921 - 7371",
        "’s-Gravenhage 2019",
        "Tweede Kamer, vergaderjaar 2018–2019, 29 628, nr. 900",
        "1",
    ]


def test_a_side_bar_in_a_sentence_is_furniture() -> None:
    content = """\
Geachte voorzitter,
De dienst vangt jaarlijks honderden jongeren op en werkt daarbij met de
Pagina 2 van 3
Datum
4 mei 2021
Ons kenmerk
3301234
scholen in de regio samen.
"""
    found = make(content)
    assert quotes(found, "werkt daarbij met de scholen in de regio samen.") == [
        "werkt daarbij met de",
        "scholen in de regio samen.",
    ]
    assert "4 mei 2021" in passages(content, BlockKind.FURNITURE)


def test_questions_answers_and_their_numbers() -> None:
    content = "Vraag 1\nBent u bekend met het bericht?\nAntwoord 1\nJa.\nVraag 2 en 3\nKlopt dat?\n"
    found = make(content)
    rows = [(p.kind.value, p.label, written(found, p)) for p in found.flow.passages]
    assert rows == [
        ("heading", "1", "Vraag 1"),
        ("question", "1", "Bent u bekend met het bericht?"),
        ("heading", "1", "Antwoord 1"),
        ("paragraph", "", "Ja."),
        ("heading", "2 en 3", "Vraag 2 en 3"),
        ("question", "2 en 3", "Klopt dat?"),
    ]


def test_a_motion_is_cut_into_its_clauses() -> None:
    content = """\
MOTIE VAN HET LID JANSSEN
Voorgesteld 4 maart 2021
De Kamer,
gehoord de beraadslaging,
overwegende dat havens kwetsbaar zijn voor
ondermijning;
verzoekt de regering een plan te maken,
en gaat over tot de orde van de dag.
Janssen
"""
    assert passages(content, BlockKind.REQUEST)[2:4] == [
        "overwegende dat havens kwetsbaar zijn voor ondermijning;",
        "verzoekt de regering een plan te maken,",
    ]
    assert passages(content, BlockKind.SIGNATURE) == ["Janssen"]


def test_letterhead_and_first_sentence_on_one_line() -> None:
    content = (
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Den Haag, 3 maart 2014 Hierbij"
        " stuur ik u het verslag.\nHet is kort.\n"
    )
    assert passages(content, BlockKind.PARAGRAPH) == [
        "Hierbij stuur ik u het verslag.",
        "Het is kort.",
    ]


def test_a_citation_that_looks_like_a_footer_stays_in_its_sentence() -> None:
    content = (
        "Dat heeft mijn voorganger in een eerdere brief al eens uitgelegd (zie\n"
        "Tweede Kamer, vergaderjaar 2012–2013, 29 628, nr. 300), maar niet zo.\n"
    )
    assert passages(content, BlockKind.FURNITURE) == []
