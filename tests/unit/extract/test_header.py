"""The document about itself: kind, number, date, people, subject, and its notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.extract import dates, gazetteer, header, references
from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.sentences import split
from kamergraaf.model import Lexicon, Name, Ref, Term
from kamergraaf.read.text import document

JENV = "https://example.org/jenv"
BZ = "https://example.org/bz"
TK = "https://example.org/tk"
TERMS = (
    Term(
        JENV,
        "Ministry",
        "Ministerie van Justitie en Veiligheid",
        surfaces=("ministerie van Justitie en Veiligheid",),
        acronyms=("JENV",),
        names=(
            Name("Ministerie van Veiligheid en Justitie", "2010-10-14", "2017-10-25"),
            Name("Ministerie van Justitie en Veiligheid", "2017-10-26"),
        ),
    ),
    Term(BZ, "Ministry", "Ministerie van Buitenlandse Zaken"),
    Term(TK, "Parliament", "Tweede Kamer", surfaces=("Tweede Kamer",)),
)
LEXICON = Lexicon({term.id: term for term in TERMS})


def analyse(content: str) -> Analysis:
    found = document(Path("brief.txt"), content.encode())
    analysis = Analysis(found, LEXICON, split(found.flow))
    analysis.mentions = gazetteer.find(found.flow, LEXICON)
    analysis.references = references.find(analysis)
    analysis.header = header.read(analysis)
    analysis.dates = dates.find(analysis)
    header.write(analysis)
    return analysis


def facts(analysis: Analysis, predicate: str) -> list[object]:
    return [f.object for f in analysis.sheet.facts if f.predicate == predicate]


def labels(analysis: Analysis, predicate: str) -> list[str]:
    things = analysis.sheet.things
    return [things[o.id].label for o in facts(analysis, predicate) if isinstance(o, Ref)]


PRINTED = """\
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2015–2016
29 628
Politie
Nr. 612
BRIEF VAN DE MINISTERS VAN VEILIGHEID EN JUSTITIE EN VAN
BUITENLANDSE ZAKEN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 4 maart 2016
Hierbij bieden wij u, mede namens de Minister van Defensie, het verslag aan.
De Minister van Veiligheid en Justitie,
J. de Wit
De Minister van Buitenlandse Zaken,
K. Zwart
kst-29628-612
ISSN 0921 - 7371
’s-Gravenhage 2016
Tweede Kamer, vergaderjaar 2015–2016, 29 628, nr. 612
1
"""


def test_a_printed_letter() -> None:
    analysis = analyse(PRINTED)
    read = analysis.header
    assert (read.kind, read.identifier, read.date) == ("letter", "kst-29628-612", "2016-03-04")
    assert (read.dossiers, read.session) == (("29628",), "2015-2016")
    assert facts(analysis, "dcterms:title") == ["Politie"]
    assert facts(analysis, "kamer:date") == [Ref("date/2016-03-04")]
    assert facts(analysis, "kamer:addressee") == [Ref(TK)]
    assert labels(analysis, "kamer:sender") == [
        "Minister van Veiligheid en Justitie",
        "Minister van Buitenlandse Zaken",
    ]
    assert labels(analysis, "kamer:coSigner") == ["Minister van Defensie"]
    assert facts(analysis, "kamer:officeOf") == [Ref(JENV), Ref(BZ)]
    assert analysis.speaker == Ref(JENV)
    assert analysis.sheet.things["document"].kind == "Letter"
    assert analysis.sheet.things["document"].label == "Politie"


def test_a_sender_from_capitals_where_nobody_signs() -> None:
    content = PRINTED.split("De Minister van Veiligheid", maxsplit=1)[0]
    assert labels(analyse(content), "kamer:sender") == [
        "Minister van Veiligheid en Justitie",
        "Minister van Buitenlandse Zaken",
    ]


def test_a_ministry_that_the_register_does_not_know() -> None:
    content = PRINTED.replace(
        "VEILIGHEID EN JUSTITIE EN VAN\nBUITENLANDSE ZAKEN", "WELZIJN EN CULTUUR"
    )
    content = content.split("De Minister van Veiligheid", maxsplit=1)[0]
    analysis = analyse(content)
    assert labels(analysis, "kamer:sender") == ["Minister van Welzijn en Cultuur"]
    assert analysis.speaker is None


def test_a_letter_with_side_bar_labels() -> None:
    content = """\
Ministerie van Buitenlandse Zaken
Ons kenmerk
BZ-19
Datum 4 mei 2021
Betreft Beveiliging van ambassades
Geachte voorzitter,
Hierbij informeer ik uw Kamer over de beveiliging.
De minister van Buitenlandse Zaken,
K. Zwart
"""
    analysis = analyse(content)
    assert analysis.header.date == "2021-05-04"
    assert facts(analysis, "dcterms:title") == ["Beveiliging van ambassades"]
    assert labels(analysis, "kamer:sender") == ["Minister van Buitenlandse Zaken"]
    assert facts(analysis, "kamer:addressee") == [Ref(TK)]


def test_a_bare_letter_says_no_more_than_it_shows() -> None:
    analysis = analyse(
        "Met deze brief informeer ik uw Kamer over de stand van zaken bij de politie.\n\n"
        "De staatssecretaris van Justitie en Veiligheid,\n"
    )
    read = analysis.header
    assert (read.kind, read.identifier, read.date, read.dossiers) == ("letter", "", "", ())
    assert labels(analysis, "kamer:sender") == ["Staatssecretaris van Justitie en Veiligheid"]
    assert analysis.sheet.things["document"].label == "Brief aan de Tweede Kamer"
    assert not facts(analysis, "kamer:date")


def test_a_letter_that_titles_and_dates_itself() -> None:
    analysis = analyse(
        "Kamerbrief over de bewaking van havens\n\nGeachte voorzitter,\n\n"
        "In deze brief van 4 mei 2023 ga ik in op uw vragen.\n\n"
        "De minister van Justitie en Veiligheid,\n\nK. Zwart\n"
    )
    assert analysis.header.date == "2023-05-04"
    assert facts(analysis, "dcterms:title") == ["Kamerbrief over de bewaking van havens"]


def test_a_date_under_the_signature() -> None:
    content = (
        "Geachte voorzitter,\nHierbij zend ik uw Kamer het verslag.\n\n"
        "De minister van Buitenlandse Zaken,\n\nK. Zwart\n\nDen Haag, 3 april 2024\n"
    )
    assert analyse(content).header.date == "2024-04-03"


ANSWERS = """\
Tweede Kamer der Staten-Generaal2
Vergaderjaar 2021–2022 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
912
Vragen van de leden Jansen (ABC) en Van den Berg (DEF) aan de Minister van
Buitenlandse Zaken over beveiliging (ingezonden 3 januari 2022).
Antwoord van Minister Zwart (Buitenlandse Zaken), mede namens de Minister van
Justitie en Veiligheid (ontvangen 28 januari 2022).
Vraag 1
Bent u bekend met het bericht van 2 januari jl.?
Antwoord 1
Ja.
ah-tk-20212022-912
"""


def test_answers_to_questions() -> None:
    analysis = analyse(ANSWERS)
    read = analysis.header
    assert (read.kind, read.identifier) == ("answers", "ah-tk-20212022-912")
    assert (read.date, read.session) == ("2022-01-28", "2021-2022")
    assert facts(analysis, "dcterms:title") == ["beveiliging"]
    assert labels(analysis, "kamer:sender") == ["Minister van Buitenlandse Zaken"]
    assert labels(analysis, "kamer:coSigner") == ["Minister van Justitie en Veiligheid"]
    assert analysis.sheet.things["document"].kind == "AnswerSheet"


def test_questions_without_answers_come_from_the_members() -> None:
    content = ANSWERS.split("Antwoord van", maxsplit=1)[0] + "Vraag 1\nKlopt dat?\n"
    analysis = analyse(content)
    assert analysis.header.date == "2022-01-03"
    assert labels(analysis, "kamer:sender") == ["Jansen", "Van den Berg"]
    assert facts(analysis, "kamer:addressee") == [Ref(BZ)]
    assert analysis.sheet.things["actor/van-den-berg"].kind == "MemberOfParliament"


def test_a_motion() -> None:
    content = """\
Vergaderjaar 2020–2021
36 100 VI
Begroting
Nr. 31
MOTIE VAN DE LEDEN VAN DEN BERG EN JANSEN
Voorgesteld 2 december 2020
De Kamer,
gehoord de beraadslaging,
verzoekt de regering een plan te maken,
en gaat over tot de orde van de dag.
Van den Berg
Jansen
"""
    analysis = analyse(content)
    read = analysis.header
    assert (read.kind, read.identifier) == ("motion", "kst-36100-VI-31")
    assert (read.date, read.dossiers) == ("2020-12-02", ("36100-VI",))
    assert labels(analysis, "kamer:sender") == ["Van den Berg", "Jansen"]
    assert not facts(analysis, "kamer:addressee")
    assert analysis.sheet.things["document"].kind == "Motion"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("mede namens de minister van Defensie", ["Minister van Defensie"]),
        (
            "mede namens de Staatssecretarissen van Volksgezondheid, Welzijn en Sport en van"
            " Justitie en Veiligheid",
            [
                "Staatssecretaris van Volksgezondheid, Welzijn en Sport",
                "Staatssecretaris van Justitie en Veiligheid",
            ],
        ),
        (
            "mede namens de Minister van Buitenlandse Zaken en de Minister voor Natuur",
            ["Minister van Buitenlandse Zaken", "Minister voor Natuur"],
        ),
        ("mede namens mijn collega", []),
    ],
)
def test_co_signers(phrase: str, expected: list[str]) -> None:
    analysis = analyse(f"Hierbij stuur ik uw Kamer, {phrase}, het verslag van het onderzoek.\n")
    assert labels(analysis, "kamer:coSigner") == expected


def codes(content: str) -> list[tuple[str, str]]:
    analysis = analyse(content)
    return [(w.code, w.nl) for w in analysis.sheet.warnings]


def test_notes_that_miss_each_other_are_reported() -> None:
    content = "Dat staat in de visie.1 Ik volg die.2 Zo is het.\n\n\n2 Visie.\n3 Verslag.\n"
    found = codes(content)
    assert [code for code, _ in found] == ["missing-footnote", "unmarked-footnote"]
    assert "1" in found[0][1]
    assert "3" in found[1][1]


def test_a_sender_under_a_letter_without_layout() -> None:
    analysis = analyse(
        "Aan de Voorzitter van de Tweede Kamer\n\nDen Haag, 3 februari 2026\n\n"
        "Met deze brief meld ik u de stand van zaken.\n\nHoogachtend,\n\n"
        "DE MINISTER VAN BUITENLANDSE ZAKEN,\n\n\n\nA.B. van Dijkstra\n"
    )
    assert [s.label for s in analysis.header.senders] == ["Minister van Buitenlandse Zaken"]


def test_answers_have_their_own_date_not_that_of_the_questions() -> None:
    analysis = analyse(
        "Antwoorden van de minister van Buitenlandse Zaken op de vragen van het lid Haan (CDA) "
        "over sluizen (ingezonden 9 januari 2026)\n\nDen Haag, 3 februari 2026\n\n"
        "Vraag 1\nKent u het bericht?\n\nAntwoord op vraag 1\nJa.\n"
    )
    assert analysis.header.date == "2026-02-03"
