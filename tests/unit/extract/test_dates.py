"""Dates: every way to write one, and how each becomes absolute."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.extract import dates, references
from kamergraaf.extract.analysis import Analysis, Header
from kamergraaf.extract.dates_calendar import bounds
from kamergraaf.extract.sentences import split
from kamergraaf.model import Lexicon, Origin
from kamergraaf.read.text import document


def analyse(content: str, day: str = "2023-09-20") -> Analysis:
    found = document(Path("brief.txt"), content.encode())
    analysis = Analysis(found, Lexicon({}), split(found.flow))
    analysis.references = references.find(analysis)
    analysis.header = Header(date=day)
    analysis.dates = dates.find(analysis)
    return analysis


def values(content: str, day: str = "2023-09-20") -> list[str]:
    return [date.edtf for date in analyse(content + "\n", day).dates]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("op 6 juni 2022", ["2022-06-06"]),
        ("in december 2021", ["2021-12"]),
        ("in 2019", ["2019"]),
        ("op 30-09-2022", ["2022-09-30"]),
        ("op 2022-09-30", ["2022-09-30"]),
        ("de motie van 10april 1992", ["1992-04-10"]),
        ("juni 2020 tot 1 mei 2022", ["2020-06/2022-05-01"]),
        ("1 april 2014 tot en met 31 maart 2015", ["2014-04-01/2015-03-31"]),
        ("van 1 januari tot en met 31 maart 2022", ["2022-01-01/2022-03-31"]),
        ("van 1 november tot en met 31 maart 2022", ["2021-11-01/2022-03-31"]),
        ("2016 tot 2020", ["2016/2020"]),
        ("de jaren 2014–2020", ["2014/2020"]),
        ("het programma 2021-2025", ["2021/2025"]),
        ("in het studiejaar 2020/2021", ["2020/2021"]),
        ("tussen 2012 en 2014", ["2012/2014"]),
        ("de jaren 2012 en 2013", ["2012", "2013"]),
        ("in 2012, 2013 en 2014", ["2012", "2013", "2014"]),
        ("op 12 en 13 mei 2021", ["2021-05-12", "2021-05-13"]),
        ("van 12 tot en met 14 mei 2021", ["2021-05-12/2021-05-14"]),
        ("van 12-14 mei 2021", ["2021-05-12/2021-05-14"]),
        ("medio 2015", ["2015"]),
        ("uiterlijk einde 2016", ["2016"]),
        ("gebruiksjaar 2013", ["2013"]),
        ("begin juni 2010", ["2010-06"]),
        ("de eerste helft van 2021", ["2021-01/2021-06"]),
        ("het derde kwartaal van 2021", ["2021-35"]),
        ("Q4 2022", ["2022-36"]),
        ("het voorjaar van 2022", ["2022-21"]),
        ("zomer 2022", ["2022-22"]),
    ],
)
def test_explicit(written: str, expected: list[str]) -> None:
    found = analyse(f"De dienst deed dit {written} met anderen.\n").dates
    assert [date.edtf for date in found] == expected
    assert {date.resolution for date in found} == {"explicit"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("op 6 september jl.", ["2023-09-06"]),
        ("op 6 december jl.", ["2022-12-06"]),
        ("op 6 december jongstleden", ["2022-12-06"]),
        ("op 7 mei a.s.", ["2024-05-07"]),
        ("op 26 november aanstaande", ["2023-11-26"]),
        ("sinds 2 maart jl.", ["2023-03-02"]),
        ("van 1 juli t/m 30 augustus jl.", ["2023-07-01/2023-08-30"]),
        ("(7 juli t/m 3 september)", ["2023-07-07/2023-09-03"]),
        ("eind maart/begin april", ["2023-03", "2023-04"]),
        ("per 1 januari", ["2024-01-01"]),
        ("in december", ["2023-12"]),
        ("van 21 juni", ["2023-06-21"]),
        ("in april vorig jaar", ["2022-04"]),
        ("in maart van dit jaar", ["2023-03"]),
        ("dit jaar", ["2023"]),
        ("volgend jaar", ["2024"]),
        ("dit najaar", ["2023-23"]),
        ("afgelopen zomer", ["2023-22"]),
        ("voor de zomer", ["2024-22"]),
        ("in het eerste kwartaal van volgend jaar", ["2024-33"]),
        ("in de tweede helft van dit jaar", ["2023-07/2023-12"]),
        ("afgelopen juni", ["2023-06"]),
    ],
)
def test_by_the_documents_date(written: str, expected: list[str]) -> None:
    found = analyse(f"De dienst deed dit {written} met anderen.\n").dates
    assert [date.edtf for date in found] == expected
    assert {date.resolution for date in found} == {"document-date"}


@pytest.mark.parametrize(
    "content",
    [
        "De Vreemdelingenwet 2000 en de Wet langdurige zorg 2015 gelden.",
        "In het vergaderjaar 2021–2022 is dat besproken (Kamerstukken II 2021/22, 28 684, nr. 3).",
        "Er waren 2000 personen en 1984 gevallen, zie www.site.nl/2023/09/artikel en nr. 2019.",
        "Binnenkort volgt een brief; de afgelopen twee jaar was het stil.",
        "Ieder kwartaal en de helft van de gemeenten; het eerste kwartaal van het jaar.",
        "De zomer is warm en het jaar is lang.",
        "Op 31 februari 2021 gebeurde niets.",
    ],
)
def test_what_is_no_date(content: str) -> None:
    assert values(content) == []


def test_without_a_date_the_latest_thing_reported_bounds_it() -> None:
    found = analyse("Op 4 mei 2021 is dit gestart. Op 17 april jl. is het gemeld.\n", "").dates
    assert [(d.edtf, d.resolution) for d in found] == [
        ("2021-05-04", "explicit"),
        ("2021-04-17", "bound"),
    ]
    assert found[1].basis == (found[0].start, found[0].end)


def test_a_footnotes_session_year_tells_the_year() -> None:
    content = (
        "Op 17 mei jl.1 is uw Kamer ingelicht, na een gesprek op 2 juni 2020.\n\n\n"
        "1 Kamerstukken II 2018/2019, 28 684, nr. 3.\n"
    )
    found = analyse(content, "").dates
    assert [(d.edtf, d.resolution) for d in found] == [
        ("2019-05-17", "bound"),
        ("2020-06-02", "explicit"),
    ]


def test_without_any_bound_there_is_no_date() -> None:
    assert values("Op 17 mei jl. is uw Kamer ingelicht.", "") == []


def test_what_is_written_down_with_its_reasoning() -> None:
    analysis = analyse("Op 4 mei 2021 is dit gestart. Op 17 april jl. is het gemeld.\n", "")
    dates.write(analysis)
    facts = analysis.sheet.facts
    rows = {(f.subject.id, f.predicate): f for f in facts}
    assert rows["date/2021-05-04", "kamer:earliest"].object == "2021-05-04"
    assert rows["date/2021-05-04", "kamer:resolution"].object == "explicit"
    inferred = rows["date/2021-04-17", "kamer:edtf"]
    assert inferred.origin is Origin.INFERRED
    assert [facts[i].subject.id for i in inferred.premises] == ["date/2021-05-04"]


def test_the_key_of_a_period_holds_no_slash() -> None:
    analysis = analyse("Dit liep van 2016 tot 2020.\n")
    assert dates.ref(analysis, analysis.dates[0]).id == "date/2016--2020"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-03", ("2024-02-03", "2024-02-03")),
        ("2018-33", ("2018-01-01", "2018-03-31")),
        ("2018-36", ("2018-10-01", "2018-12-31")),
        ("2026-23", ("2026-09-01", "2026-11-30")),
        ("2026-24", ("2026-12-01", "2027-02-28")),
        ("2022-06/2024-05-01", ("2022-06-01", "2024-05-01")),
    ],
)
def test_bounds(edtf: str, expected: tuple[str, str]) -> None:
    assert bounds(edtf) == expected
