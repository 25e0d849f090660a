"""Citations in all their forms, what they are normalised to, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.extract import header, references
from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.sentences import split
from kamergraaf.model import Lexicon, Ref
from kamergraaf.read.text import document


def analyse(content: str) -> Analysis:
    found = document(Path("brief.txt"), content.encode())
    analysis = Analysis(found, Lexicon({}), split(found.flow))
    analysis.references = references.find(analysis)
    return analysis


def ids(content: str) -> list[str]:
    return [id_ for reference in analyse(content).references for id_ in reference.ids]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Kamerstukken II 2022/2023, 28 684, nr. 670", ["kst-28684-670"]),
        ("Kamerstukken II, 2020/21, 28 684, nr. 600", ["kst-28684-600"]),
        ("Kamerstuk 36200-XII-60", ["kst-36200-XII-60"]),
        ("36 410 VIII, nr. 106", ["kst-36410-VIII-106"]),
        ("21 501-02 nr. 2732", ["kst-21501-02-2732"]),
        ("35925-VI-56", ["kst-35925-VI-56"]),
        ("Kamerstukken, 2022-2023, 29628, nr. 1135", ["kst-29628-1135"]),
        ("Kamerstuk II 28286, nr. 1056", ["kst-28286-1056"]),
        ("kst -30552-3", ["kst-30552-3"]),
        ("TK 2023/24, 31 839, nr. 1024", ["kst-31839-1024"]),
        ("32 761 en 30 821, Nr. 152", ["kst-32761-152", "kst-30821-152"]),
        ("29 628, 30 821 en 26 643, nr. 7", ["kst-29628-7", "kst-30821-7", "kst-26643-7"]),
        ("Kamerstukken II 2012/13, 33 400, nrs. 13-14, blz. 26 en 27", ["kst-33400-13", "kst-33400-14"]),
        ("Kamerstuk 28 684, nrs. 4, 5 en 6", ["kst-28684-4", "kst-28684-5", "kst-28684-6"]),
        ("Kamerstuk 28 684, nr. 4 en nr. 45", ["kst-28684-4", "kst-28684-45"]),
        ("Kamerstukken I 2016/17, 34 359, F", ["kst-34359-F"]),
        ("Kamerstukken II 2001/02, 28 000 (R 1446), nr. 3", ["kst-28000-3"]),
        ("Tweede Kamer, vergaderjaar 1994–1995, 23 900 XV, nr. 44", ["kst-23900-XV-44"]),
        ("Kamerstukdossier 28 684".replace("dossier", ""), ["dossier-28684"]),
        ("Handelingen II 2014/15, nr. 75, item 31", ["h-tk-20142015-75-31"]),
        ("Handelingen II 2011/12, nr. 39", ["h-tk-20112012-39"]),
        ("Aanhangsel Handelingen II 2022/23, nr. 3566", ["ah-tk-20222023-3566"]),
        ("Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nr. 244", ["ah-tk-20242025-244"]),
        ("ah-tk-20222023-3566", ["ah-tk-20222023-3566"]),
        ("uw brief 2023Z17123", ["2023Z17123"]),
        ("2017Z09877/2017D20114", ["2017Z09877", "2017D20114"]),
        ("Stb. 2018, 12", ["stb-2018-12"]),
        ("Staatsblad 2018, nr. 12", ["stb-2018-12"]),
        ("Stcrt. 2011, 23196", ["stcrt-2011-23196"]),
        ("Trb. 2001, nr. 5", ["trb-2001-5"]),
        ("ECLI:NL:HR:2019:2006", ["ECLI:NL:HR:2019:2006"]),
        ("Verordening (EU) 2021/784", ["32021R0784"]),
        ("Richtlijn (EU) 2022/2555", ["32022L2555"]),
        ("Verordening (EU) nr. 1024/2013", ["32013R1024"]),
        ("Richtlijn 2014/24/EU", ["32014L0024"]),
        ("Richtlijn 95/46/EG", ["31995L0046"]),
        ("Kaderbesluit 2002/475/JBZ", ["32002F0475"]),
    ],
)  # fmt: skip
def test_forms(written: str, expected: list[str]) -> None:
    found = analyse(f"Dit staat al in {written}. Meer niet.\n")
    assert [id_ for r in found.references for id_ in r.ids] == expected
    first = found.references[0]
    last = found.references[-1]
    assert found.flow.text[first.start : last.end] in written


@pytest.mark.parametrize(
    "content",
    [
        "Er kwamen 55 000 mensen en 12 345 brieven op 4 mei 2020.",
        "Bel 070 340 7911 of schrijf naar Postbus 20301.",
        "De kosten bedragen 29.754,12 euro in 2023-24.",
        "In artikel 12 345 dagen en niveau 3 van 5.",
        "Het nummer TZ202309-010 is een toezegging.",
        "Dat staat in de Handelingen en in het Aanhangsel.",
    ],
)
def test_what_is_no_citation(content: str) -> None:
    assert ids(content + "\n") == []


def test_one_citation_may_name_two_papers_with_their_sessions() -> None:
    found = analyse(
        "Zie Kamerstukken II 2022/2023, 28 684, nr. 670 en Kamerstukken II\n"
        "2023/2024, 28 684, nr. 712.\n"
    ).references
    assert [(r.ids, r.session) for r in found] == [
        (("kst-28684-670",), "2022-2023"),
        (("kst-28684-712",), "2023-2024"),
    ]


def test_the_documents_own_number_and_footer_are_none() -> None:
    content = """\
Vergaderjaar 2016–2017
28 684
Politie
Nr. 436
BRIEF VAN DE MINISTER VAN DEFENSIE
Den Haag, 12 september 2017
Hierbij reageer ik op de brief (28 684, nr. 400), waarom u mij vroeg.
kst-28684-436
Tweede Kamer, vergaderjaar 2016–2017, 28 684, nr. 436
"""
    assert ids(content) == ["kst-28684-400"]


def test_what_is_written_down() -> None:
    analysis = analyse("Dat is gebeurd (Kamerstukken II 2022/23, 28 684, nr. 670).\n")
    references.write(analysis)
    facts = {(f.subject.id, f.predicate, f.object) for f in analysis.sheet.facts}
    paper = "paper:kst-28684-670"
    assert facts == {
        ("document", "dcterms:references", Ref(paper)),
        ("citation/kst-28684-670", "kamer:cites", Ref(paper)),
        (paper, "dcterms:identifier", "kst-28684-670"),
        (paper, "foaf:page", Ref("https://zoek.officielebekendmakingen.nl/kst-28684-670")),
        (paper, "kamer:sessionYear", "2022-2023"),
    }
    assert analysis.sheet.things[paper].kind == "ParliamentaryPaper"


@pytest.mark.parametrize(
    ("id_", "page"),
    [
        ("dossier-28684", "https://zoek.officielebekendmakingen.nl/dossier/28684"),
        ("ECLI:NL:HR:2019:2006", "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2019:2006"),
        ("ECLI:EU:C:2015:650", ""),
        ("32021R0784", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32021R0784"),
        ("2023Z17123", ""),
    ],
)  # fmt: skip
def test_addresses(id_: str, page: str) -> None:
    assert references.address(id_) == page


def warned(content: str) -> list[str]:
    analysis = analyse(content)
    analysis.header = header.read(analysis)
    references.write(analysis)
    return [warning.en for warning in analysis.sheet.warnings if warning.code == "session-year"]


def test_a_session_year_that_its_neighbours_contradict_is_flagged_and_kept() -> None:
    content = (
        "Zie Kamerstukken II 2021/2022, 28 684, nr. 690, en eerder Kamerstukken II 2022/2023,"
        " 28 684, nr. 670 en Kamerstukken II 2020/2021, 28 684, nr. 600.\n"
    )
    (warning,) = warned(content)
    assert "690" in warning
    assert "670" in warning
    assert analyse(content).references[0].session == "2021-2022"


@pytest.mark.parametrize(
    "content",
    [
        "Zie Kamerstukken II 2023–34, 28 684, nr. 690.\n",
        "Den Haag, 3 mei 2020\nDit is al gemeld (Kamerstukken II 2022/2023, 28 684, nr. 690).\n",
    ],
)
def test_an_impossible_session_year_is_flagged(content: str) -> None:
    assert len(warned(content)) == 1


def test_rising_numbers_with_rising_sessions_are_fine() -> None:
    assert not warned(
        "Zie Kamerstukken II 2021/22, 28 684, nr. 600 en Kamerstukken II 2022/23, 28 684, nr. 601"
        " en Kamerstukken II 2015/16, 29 628, nr. 900.\n"
    )
