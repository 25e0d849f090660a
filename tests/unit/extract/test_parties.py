"""Motions and toezeggingen: whose, which number, what became of them."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from kamergraaf.extract import actors, gazetteer, parties, sentences
from kamergraaf.extract.analysis import DOCUMENT, Analysis, Header, Reference
from kamergraaf.model import (
    BlockKind,
    Document,
    Flow,
    Lexicon,
    NoteMark,
    Passage,
    Ref,
    Span,
    Term,
)

TERMS = (
    Term("tk", "Parliament", "Tweede Kamer", kind_code="parliament"),
    Term("kabinet", "Cabinet", "kabinet", ("regering",), kind_code="cabinet"),
    Term("cda", "Party", "CDA", (), ("CDA",), kind_code="party"),
)
LEXICON = Lexicon(MappingProxyType({term.id: term for term in TERMS}))


def read(
    *paragraphs: str,
    cites: dict[str, str] | None = None,
    note: tuple[str, str] | None = None,
    header: Header | None = None,
    last: BlockKind = BlockKind.PARAGRAPH,
) -> Analysis:
    """Paragraphs as a document; ``cites`` gives written citations their ids, ``note`` is a
    footnote and the text behind which its mark stands."""
    rows = [*paragraphs, note[1]] if note else list(paragraphs)
    text = "\n".join(rows)
    passages, at = [], 0
    for index, row in enumerate(rows):
        kind = last if index == len(paragraphs) - 1 else BlockKind.PARAGRAPH
        kind = BlockKind.FOOTNOTE if index == len(paragraphs) else kind
        passages.append(Passage(kind, at, at + len(row)))
        at += len(row) + 1
    marks = ()
    if note:
        place = text.index(note[0]) + len(note[0])
        marks = (NoteMark("1", place, Span(place, place), len(rows) - 1),)
    flow = Flow(text, range(len(text)), tuple(passages), marks)
    document = Document("x.txt", text, "", "text/plain", (), flow)
    analysis = Analysis(document, LEXICON, sentences.split(flow), header=header or Header())
    analysis.mentions = gazetteer.find(flow, LEXICON)
    found = [
        Reference(
            text.index(written), text.index(written) + len(written), (id_,), "ParliamentaryPaper"
        )
        for written, id_ in (cites or {}).items()
    ]
    analysis.references = tuple(sorted(found, key=lambda r: r.start))
    actors.write(analysis)
    parties.write(analysis)
    return analysis


def told(analysis: Analysis, predicate: str) -> list[tuple[str, str]]:
    """Subject and object of the facts with a predicate; of a code only its last segment."""
    return [
        (
            f.subject.id,
            f.object.id.rsplit("/", 1)[-1] if isinstance(f.object, Ref) else str(f.object),
        )
        for f in analysis.sheet.facts
        if f.predicate == predicate
    ]


def quotes(analysis: Analysis, predicate: str) -> list[str]:
    text = analysis.document.text
    return [
        " ".join(text[span.start : span.end] for span in f.evidence.spans)
        for f in analysis.sheet.facts
        if f.predicate == predicate and f.evidence
    ]


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("De motie De Haan/Van Pelt is aangehouden.", ["de-haan", "van-pelt"]),
        ("De motie-Kruk c.s. vraagt meer.", ["kruk"]),
        ("De motie van het lid Bakker-Prins over water.", ["bakker-prins"]),
        ("De motie Mol (CDA) en Van Raalte (Volt) over water.", ["mol", "van-raalte"]),
        ("De motie van Kempen over water.", ["van-kempen"]),
        ("De moties en toezeggingen staan hieronder.", []),
    ],
)
def test_movers_are_read_behind_the_word_motie(text: str, movers: list[str]) -> None:
    assert [mover for _, mover in told(read(text), "kamer:movedBy")] == movers


def test_a_motion_is_the_paper_cited_with_it() -> None:
    analysis = read(
        "De motie Mol (Kamerstuk 12 345, nr. 6) over dijken wordt uitgevoerd.",
        "Over de motie Mol later meer.",
        cites={"Kamerstuk 12 345, nr. 6": "kst-12345-6"},
    )
    assert analysis.sheet.things["paper:kst-12345-6"].kind == "Motion"
    assert told(analysis, "kamer:movedBy") == [("paper:kst-12345-6", "mol")]
    assert {m.ref for m in analysis.motions} == {Ref("paper:kst-12345-6")}
    assert len(analysis.motions) == 2


def test_a_motion_takes_its_number_from_its_footnote() -> None:
    analysis = read(
        "Zo geeft het kabinet uitvoering aan de motie Mol en De Haan die vraagt om dijken.",
        note=("om dijken.", "Kamerstuk 12 345, nr. 7."),
        cites={"Kamerstuk 12 345, nr. 7": "kst-12345-7"},
    )
    assert told(analysis, "kamer:motionStatus") == [("paper:kst-12345-7", "carriedOut")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hiermee geef ik uitvoering aan de motie Mol.", "carriedOut"),
        ("De motie Mol beschouw ik als afgedaan.", "carriedOut"),
        ("De motie Mol is ontijdig. Zo’n heffing is in strijd met de Grondwet.", "notCarriedOut"),
        ("De motie Mol acht ik hiermee uitgevoerd.", "carriedOut"),
        ("De motie Mol kan niet worden uitgevoerd.", "notCarriedOut"),
        ("De motie Mol acht het kabinet niet haalbaar.", "notCarriedOut"),
        ("Aan de motie Mol geef ik uitvoering door vanaf 2027 dijken op te hogen.", "inProgress"),
        ("Daarmee is gevolg gegeven aan de motie Mol.", "carriedOut"),
        ("De motie Mol wordt betrokken bij de begroting.", "inProgress"),
        ("Aan de motie Mol over dijken wordt gewerkt.", "inProgress"),
        ("De motie Mol zal ik dit jaar uitvoeren.", "inProgress"),
        ("De motie Mol voer ik niet uit.", "notCarriedOut"),
        ("De motie Mol heb ik ontraden.", "notCarriedOut"),
        ("De motie Mol wil een meldpunt. Dat meldpunt richt ik niet in.", "notCarriedOut"),
        ("De motie Mol is bekend. Conform die motie is het geld verdubbeld.", "carriedOut"),
        ("De motie Mol is bekend. De motie Kol voer ik niet uit.", "mentioned"),
        ("De motie Mol komt aan de orde in het debat.", "mentioned"),
        ("De motie Mol verzoekt de regering te werken aan dijken.", "mentioned"),
    ],
)
def test_what_became_of_a_motion(text: str, status: str) -> None:
    assert next(code for _, code in told(read(text), "kamer:motionStatus")) == status


def test_this_motion_points_back() -> None:
    analysis = read("De motie Mol is aangenomen. Met het plan voldoe ik aan deze motie.")
    assert told(analysis, "kamer:motionStatus") == [("motion/mol", "carriedOut")]
    assert len(analysis.motions) == 2


def test_status_evidence_holds_motion_and_telling_sentence() -> None:
    text = "De motie Mol wil een meldpunt. Dat meldpunt richt ik niet in. Morgen regent het."
    (quote,) = quotes(read(text), "kamer:motionStatus")
    assert quote == "motie Mol Dat meldpunt richt ik niet in."


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("De motie Mol over hogere dijken is bekend.", "hogere dijken"),
        (
            "Dit volgt op de motie Mol die de regering verzoekt om dijken te verhogen.",
            "dijken te verhogen",
        ),
        ("Een dijkfonds, waartoe de motie Mol oproept, komt er.", "Een dijkfonds"),
        ("De motie Mol is aangenomen.", None),
    ],
)
def test_what_a_motion_asks(text: str, asked: str | None) -> None:
    assert [said for _, said in told(read(text), "kamer:asks")] == ([asked] if asked else [])


def test_a_motion_document_speaks_of_itself() -> None:
    analysis = read(
        "MOTIE VAN DE LEDEN MOL EN EVA DE HAAN",
        "De Kamer, gehoord de beraadslaging,",
        "verzoekt de regering dijken te verhogen, en gaat over tot de orde van de dag.",
        "Van Pelt",
        header=Header(kind="motion", identifier="kst-12345-8"),
        last=BlockKind.SIGNATURE,
    )
    assert told(analysis, "kamer:movedBy") == [
        ("document", "mol"),
        ("document", "eva-de-haan"),
        ("document", "van-pelt"),
    ]
    assert told(analysis, "kamer:motionStatus") == [("document", "mentioned")]
    assert told(analysis, "kamer:asks") == [("document", "verzoekt de regering dijken te verhogen")]
    assert analysis.motions[0].ref == DOCUMENT


def test_each_mover_is_proved_by_words_that_name_him() -> None:
    analysis = read(
        "MOTIE VAN HET LID MOL C.S.",
        "verzoekt de regering dijken te verhogen, en gaat over tot de orde van de dag.",
        "Van Pelt",
        header=Header(kind="motion", identifier="kst-12345-8"),
        last=BlockKind.SIGNATURE,
    )
    first, second = quotes(analysis, "kamer:movedBy")
    assert first.startswith("MOTIE VAN HET LID MOL")
    assert second == "Van Pelt"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In de bijlage ga ik in op een aantal toezeggingen.", "mentioned"),
        ("Hiermee doe ik de toezegging aan het lid Mol gestand.", "fulfilled"),
        ("Zoals toegezegd ontvangt u hierbij het overzicht.", "fulfilled"),
        ("De toezegging over dijken wordt in mei gestand gedaan.", "inProgress"),
        ("De toezegging aan het lid Mol wordt in mei nagekomen.", "inProgress"),
        ("Ik zeg uw Kamer toe dat er een plan komt.", "made"),
        ("Wanneer de dijk klaar is, ontvangt uw Kamer een verslag.", "made"),
        ("Het plan is laat; ik kom hierop in een volgende brief terug.", "made"),
        ("Voor de zomer informeer ik uw Kamer over de dijken.", "made"),
        ("Zodra het rapport er is, zal ik u hierover berichten.", "made"),
        ("Het advies zal op korte termijn met uw Kamer gedeeld worden.", "made"),
    ],
)
def test_commitments_and_how_they_stand(text: str, status: str) -> None:
    assert [code for _, code in told(read(text), "kamer:commitmentStatus")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij informeer ik uw Kamer over de dijken.",
        "In mei heb ik uw Kamer geïnformeerd over de dijken.",
        "Uw Kamer is bij brief van 3 mei geïnformeerd.",
        "De provincie zal de bewoners informeren.",
        "De toegezegde extra middelen zijn op.",
        "Het meldpunt is volgend jaar open.",
        "In antwoord op uw brief van 3 mei 2030 deel ik u mee dat de dijk klaar is.",
        "Graag informeer ik uw Kamer nader over de volgende punten.",
    ],
)
def test_what_is_sent_now_or_to_others_is_no_commitment(text: str) -> None:
    assert told(read(text), "kamer:commitmentStatus") == []


def test_a_sentence_that_points_back_completes_the_commitment() -> None:
    analysis = read(
        "Aan het lid Mol (CDA) is een overzicht toegezegd. Het is bijgevoegd, zodat deze "
        "toezegging is nagekomen."
    )
    assert told(analysis, "kamer:commitmentStatus") == [("commitment/1", "fulfilled")]
    assert told(analysis, "kamer:madeTo") == [("commitment/1", "mol")]
    (quote,) = quotes(analysis, "kamer:commitmentStatus")
    assert quote.startswith("Aan het lid Mol") and quote.endswith("is nagekomen.")


def test_questions_hold_no_commitments() -> None:
    question = "Kunt u uw toezegging nakomen om de Kamer voor mei te informeren?"
    assert told(read(question, last=BlockKind.QUESTION), "kamer:commitmentStatus") == []


def test_mentions_are_sorted_and_apart() -> None:
    analysis = read(
        "De motie Mol is bekend. De toezegging over de motie De Haan volgt in mei. "
        "In juni informeer ik uw Kamer."
    )
    starts = [m.start for m in analysis.motions]
    assert starts == sorted(starts)
    assert all(
        a.end <= b.start for a, b in zip(analysis.motions, analysis.motions[1:], strict=False)
    )


def test_a_row_of_motions_with_a_date_gives_each_its_movers_and_number() -> None:
    analysis = read(
        "Zie de moties van 14 december 2021 van de leden Appel en Braam over sloepen "
        "(36 000, nr. 5) en van het lid Cools over sluizen (36 000, nr. 6).",
        cites={"36 000, nr. 5": "kst-36000-5", "36 000, nr. 6": "kst-36000-6"},
    )
    found = {m.ref.id for m in analysis.motions}
    assert found == {"paper:kst-36000-5", "paper:kst-36000-6"}


def test_the_number_of_a_motion_may_come_where_it_is_spoken_of_again() -> None:
    analysis = read(
        "De motie van het lid Appel gaat over sloepen.",
        "Deze motie (36 000, nr. 5) is uitgevoerd.",
        cites={"36 000, nr. 5": "kst-36000-5"},
    )
    assert {m.ref.id for m in analysis.motions} == {"paper:kst-36000-5"}
