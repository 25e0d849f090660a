"""Motions: dealt with after they were moved, by the same movers in each letter, and for good."""

from __future__ import annotations

from briefs import Brief, Told, findings

NUMBER = "kst-29754-901"
DONE = "De motie over strandhekken is uitgevoerd."


def motion(day: str = "2021-03-02", first: str = "2 maart 2021", *movers: str) -> Brief:
    brief = Brief("motie", day, f"{first}\nNr. 901 Motie van de leden Zand en Schelp\n", "Motion")
    brief.is_paper(NUMBER, "Nr. 901", "2020-2021")
    brief.motion("", "mentioned", "Motie van de leden Zand en Schelp", *(movers or ("Zand",)))
    return brief


def deals(name: str, day: str, first: str, status: str, words: str, *movers: str) -> Brief:
    brief = Brief(name, day, f"{first}\n{words}\n")
    brief.motion(NUMBER, status, words, *movers)
    return brief


def test_motion_before_moved_passes() -> None:
    later = deals("later", "2021-06-01", "1 juni 2021", "carriedOut", DONE)
    named = deals("eerder", "2020-06-01", "1 juni 2020", "mentioned", "Er komt een motie.")
    assert not findings("motion-before-moved", motion(), later, named)


def test_motion_before_moved_fails() -> None:
    early = deals("vroeg", "2021-02-01", "1 februari 2021", "carriedOut", DONE)
    assert findings("motion-before-moved", motion(), early) == [
        Told(
            f"paper/{NUMBER}",
            "violation",
            "The letter of 2021-02-01 gives this motion the status carried out, but it is not there "
            "before 2021-03-02.",
            DONE,
            "2 maart 2021",
        )
    ]


def test_motion_before_moved_goes_by_the_session_year_where_the_motion_was_not_read() -> None:
    text = f"4 juli 2022\n{DONE[:-1]} (2023-2024, 29 754, nr. 901).\n"
    early = Brief("vroeg", "2022-07-04", text)
    cited = "(2023-2024, 29 754, nr. 901)"
    early.fact(
        early.motion(NUMBER, "carriedOut", DONE[:-1]), "kamer:sessionYear", "2023-2024", cited
    )
    found = findings("motion-before-moved", early)
    assert [(told.message[-11:], told.other) for told in found] == [("2023-09-15.", cited)]


def test_motion_reopened_passes() -> None:
    busy = deals("bezig", "2021-05-01", "1 mei 2021", "inProgress", "Aan de motie wordt gewerkt.")
    done = deals("klaar", "2021-09-01", "1 september 2021", "carriedOut", DONE)
    assert not findings("motion-reopened", busy, done)


def test_motion_reopened_fails() -> None:
    done = deals("klaar", "2021-05-01", "1 mei 2021", "carriedOut", DONE)
    words = "Aan de motie over strandhekken wordt gewerkt."
    busy = deals("bezig", "2021-09-01", "1 september 2021", "inProgress", words)
    assert findings("motion-reopened", done, busy) == [
        Told(
            f"paper/{NUMBER}",
            "warning",
            "This motion has status in progress in the letter of 2021-09-01, while the letter of "
            "2021-05-01 says that it was carried out.",
            words,
            DONE,
        )
    ]


def test_motion_movers_differ_passes_where_one_of_several_is_named() -> None:
    words = "De motie Jan Zand is uitgevoerd."
    named = deals("brief", "2021-06-01", "1 juni 2021", "carriedOut", words, "Jan Zand")
    both = motion("2021-03-02", "2 maart 2021", "Zand", "Schelp")
    assert not findings("motion-movers-differ", both, named)


def test_motion_movers_differ_fails() -> None:
    words = "De motie Kwal is uitgevoerd."
    named = deals("brief", "2021-06-01", "1 juni 2021", "carriedOut", words, "Kwal")
    assert findings("motion-movers-differ", motion(), named) == [
        Told(
            f"paper/{NUMBER}",
            "warning",
            "This motion is of Kwal here and of Zand elsewhere.",
            words,
            "Motie van de leden Zand en Schelp",
        )
    ]


def fulfils(name: str, status: str, words: str) -> Brief:
    act = "Er komen strandhekken, zoals de motie vraagt."
    brief = Brief(name, "2021-06-01", f"1 juni 2021\n{act} {words}\n")
    measure = brief.measure("strandhekken", "planned", act)
    brief.fact(measure, "kamer:fulfils", brief.motion(NUMBER, status, words), act)
    return brief


def test_fulfils_refused_motion_passes() -> None:
    assert not findings("fulfils-refused-motion", fulfils("doet", "carriedOut", DONE))


def test_fulfils_refused_motion_passes_where_another_letter_refuses() -> None:
    refuses = deals("wijst af", "2020-06-01", "1 juni 2020", "notCarriedOut", "Die motie niet.")
    assert not findings("fulfils-refused-motion", refuses, fulfils("doet", "carriedOut", DONE))


def test_fulfils_refused_motion_fails() -> None:
    words = "De motie over strandhekken voer ik niet uit."
    assert findings("fulfils-refused-motion", fulfils("brief", "notCarriedOut", words)) == [
        Told(
            "measure/strandhekken",
            "warning",
            "This measure carries out motie, which has status not carried out in the same letter.",
            "Er komen strandhekken, zoals de motie vraagt.",
            words,
        )
    ]
