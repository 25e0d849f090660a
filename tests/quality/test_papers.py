"""Papers that letters cite and are: one session year, no younger than the letter, once."""

from __future__ import annotations

from briefs import Brief, Told, findings
from making import DOCUMENT

CITED = "Kamerstuk 29 754, nr. 902"


def cites(name: str, year: str) -> Brief:
    words = f"Kamerstukken II {year}, 29 754, nr. 902"
    brief = Brief(name, "2023-11-06", f"6 november 2023\nZie {words}.\n")
    brief.cites("kst-29754-902", words, year)
    return brief


def paper(day: str, first: str, year: str = "2022-2023") -> Brief:
    brief = Brief("stuk", day, f"{first}\nVergaderjaar {year} Nr. 902\n")
    brief.is_paper("kst-29754-902", f"Vergaderjaar {year} Nr. 902", year)
    return brief


def test_two_session_years_passes() -> None:
    assert not findings("two-session-years", cites("een", "2022-2023"), cites("twee", "2022-2023"))


def test_two_session_years_fails() -> None:
    found = findings("two-session-years", cites("een", "2022-2023"), cites("twee", "2021-2022"))
    assert found == [
        Told(
            "paper/kst-29754-902",
            "warning",
            "This paper is given session year 2021-2022 here and 2022-2023 elsewhere.",
            "Kamerstukken II 2021-2022, 29 754, nr. 902",
            "Kamerstukken II 2022-2023, 29 754, nr. 902",
        )
    ]


def test_two_session_years_holds_the_citation_to_what_the_paper_itself_says() -> None:
    own = paper("2023-05-04", "4 mei 2023")
    found = findings("two-session-years", cites("een", "2023-2024"), own)
    assert [told[3:] for told in found] == [
        ("Kamerstukken II 2023-2024, 29 754, nr. 902", "Vergaderjaar 2022-2023 Nr. 902")
    ]


def test_cites_later_paper_passes() -> None:
    brief = cites("brief", "2023-2024")
    assert not findings("cites-later-paper", brief, paper("2023-11-06", "6 november 2023"))


def test_cites_later_paper_fails_by_the_date_of_the_paper() -> None:
    brief = Brief("brief", "2022-11-06", f"6 november 2022\nZie {CITED}.\n")
    brief.cites("kst-29754-902", CITED)
    assert findings("cites-later-paper", brief, paper("2023-05-04", "4 mei 2023")) == [
        Told(
            "paper/kst-29754-902",
            "violation",
            "The letter of 2022-11-06 cites this paper, which is not there before 2023-05-04.",
            CITED,
            "4 mei 2023",
        )
    ]


def test_cites_later_paper_fails_by_the_session_year_of_the_citation() -> None:
    found = findings("cites-later-paper", cites("brief", "2024-2025"))
    assert [told.message[-11:] for told in found] == ["2024-09-15."]


def test_date_outside_session_passes_with_a_month_of_leeway() -> None:
    for day, first in (("2022-09-20", "20 september 2022"), ("2023-10-02", "2 oktober 2023")):
        assert not findings("date-outside-session", paper(day, first))


def test_date_outside_session_fails() -> None:
    assert findings("date-outside-session", paper("2024-01-08", "8 januari 2024")) == [
        Told(
            "paper/kst-29754-902",
            "violation",
            "This document is of 2024-01-08, but of session year 2022-2023.",
            "Vergaderjaar 2022-2023 Nr. 902",
            "8 januari 2024",
        )
    ]


def dune(name: str, office: str, more: str = "") -> Brief:
    text = f"3 juni 2024\nBetreft: Duinbehoud\nDe duinen groeien.{more}\n{office}\n"
    brief = Brief(name, "2024-06-03", text)
    brief.fact(DOCUMENT, "dcterms:title", "Duinbehoud", "Duinbehoud")
    sender = brief.thing("office/minister", "Office", office, office)
    brief.fact(DOCUMENT, "kamer:sender", sender, office)
    return brief


def test_repeated_letters_passes_for_two_letters_of_one_day_and_title() -> None:
    both = dune("een", "Minister van Zee"), dune("twee", "Minister van Land")
    assert not findings("repeated-letters", *both)


def test_repeated_letters_fails_once_for_each_form_too_many() -> None:
    forms = [dune(name, "Minister van Zee", f" ({name})") for name in ("pdf", "txt", "docx")]
    found = findings("repeated-letters", *forms)
    assert [(told.severity, told.sentence, told.other) for told in found] == [
        ("warning", "3 juni 2024", "3 juni 2024")
    ] * 2
    assert {told.message for told in found} == {
        "This document is there already: Duinbehoud, 2024-06-03, Minister van Zee."
    }
