"""Measures: one node for one thing, and a status that fits what other letters and the dates say."""

from __future__ import annotations

from briefs import Brief, Told, findings
from kamergraaf.model import Ref
from making import DOCUMENT, document

PLAN = "Het kabinet werkt aan een meldpunt voor drijvend afval."
DONE = "Er is een meldpunt voor drijvend afval ingericht."
MEASURE = "measure/meldpunt-voor-drijvend-afval"


def plans(day: str = "2020-04-01", label: str = "meldpunt voor drijvend afval") -> Brief:
    brief = Brief("plan", day, f"Den Haag, {day}\n{PLAN}\n")
    brief.measure(label, "inPreparation", PLAN)
    return brief


def completes(day: str = "2021-04-01", label: str = "een meldpunt voor drijvend afval") -> Brief:
    brief = Brief("klaar", day, f"Den Haag, {day}\n{DONE}\n")
    brief.measure(label, "completed", DONE)
    return brief


def test_planned_after_completed_passes() -> None:
    assert not findings("planned-after-completed", plans(), completes())


def test_planned_after_completed_passes_for_labels_that_tell_too_little() -> None:
    later = plans("2022-04-01", "het meldpunt")
    assert not findings("planned-after-completed", later, completes("2021-04-01", "meldpunt"))


def test_planned_after_completed_fails() -> None:
    assert findings("planned-after-completed", plans("2022-04-01"), completes()) == [
        Told(
            MEASURE,
            "warning",
            "This measure has status in preparation in the letter of 2022-04-01, but was "
            "completed already by the letter of 2021-04-01.",
            PLAN,
            DONE,
        )
    ]


def dated(name: str, predicate: str, day: str, words: str) -> Brief:
    text = f"Het meldpunt voor drijvend afval {words} {day}."
    brief = Brief(name, "2024-02-01", f"1 februari 2024\n{text}\n")
    measure = brief.measure("meldpunt voor drijvend afval", "completed", text)
    brief.fact(measure, predicate, brief.when(day, day), text)
    return brief


def test_end_before_start_passes() -> None:
    end = dated("einde", "kamer:end", "2022-05", "sloot in")
    start = dated("begin", "kamer:start", "2022", "begon in")
    assert not findings("end-before-start", end, start)


def test_end_before_start_fails() -> None:
    end = dated("einde", "kamer:end", "2021", "sloot in")
    start = dated("begin", "kamer:start", "2022", "begon in")
    assert findings("end-before-start", end, start) == [
        Told(
            MEASURE,
            "warning",
            "This measure begins on 2022-01-01 here and ends on 2021-12-31 elsewhere.",
            "Het meldpunt voor drijvend afval begon in 2022.",
            "Het meldpunt voor drijvend afval sloot in 2021.",
        )
    ]


def one(status: str, predicate: str, day: str) -> Brief:
    words = f"Het strandtoezicht ({day})"
    brief = Brief("brief", "2022-06-15", f"15 juni 2022\n{words} is geregeld.\n")
    measure = brief.measure("strandtoezicht", status, f"{words} is geregeld.")
    brief.fact(measure, predicate, brief.when(day, day), words)
    return brief


def test_status_against_dates_passes() -> None:
    for status, predicate, day in (
        ("planned", "kamer:start", "2022"),
        ("planned", "kamer:start", "2023"),
        ("ongoing", "kamer:start", "2022"),
        ("ongoing", "kamer:end", "2022-06-15"),
        ("completed", "kamer:end", "2021"),
        ("inPreparation", "kamer:start", "2020"),
    ):
        assert not findings("status-against-dates", one(status, predicate, day))


def test_status_against_dates_fails() -> None:
    for status, predicate, day in (
        ("planned", "kamer:start", "2021"),
        ("ongoing", "kamer:start", "2023"),
        ("ongoing", "kamer:end", "2022-05"),
        ("completed", "kamer:start", "2023"),
        ("completed", "kamer:end", "2023"),
    ):
        found = findings("status-against-dates", one(status, predicate, day))
        bound = predicate.partition(":")[2]
        assert found == [
            Told(
                "measure/strandtoezicht",
                "warning",
                f"The letter of 2022-06-15 gives this measure the status {status}, with {bound} "
                f"on {day}.",
                f"Het strandtoezicht ({day}) is geregeld.",
                f"Het strandtoezicht ({day})",
            )
        ]


def twice(first: str, second: str) -> Brief:
    words = f"Er komt {first}. Later leest u van {second}."
    brief = Brief("brief", "2022-06-15", f"15 juni 2022\n{words}\n")
    brief.measure(first, "planned", f"Er komt {first}.")
    brief.measure(second, "planned", f"Later leest u van {second}.")
    return brief


def test_near_duplicate_measures_passes() -> None:
    for first, second in (
        ("veertig extra badmeesters", "zestien extra badmeesters op zee"),
        ("40 extra strandwachten", "16 extra strandwachten"),
        ("overleg", "dit overleg"),
    ):
        assert not findings("near-duplicate-measures", twice(first, second))


def test_near_duplicate_measures_fails() -> None:
    first, second = "landelijk register van strandwachten", "het landelijk register strandwachten"
    assert findings("near-duplicate-measures", twice(first, second)) == [
        Told(
            "measure/het-landelijk-register-strandwachten",
            "warning",
            f"This measure is much like “{first}” in the same letter.",
            f"Later leest u van {second}.",
            f"Er komt {first}.",
        )
    ]


def test_repeated_measures_passes() -> None:
    other = completes("2021-04-01", "een meldpunt voor zwerfafval")
    assert not findings("repeated-measures", plans(), other)


def test_repeated_measures_fails() -> None:
    found = findings("repeated-measures", plans(), completes())
    assert [told.severity for told in found] == ["info"]
    assert found[0].message.endswith("meldpunt voor drijvend afval” stands in 2 letters.")
    assert {found[0].sentence, found[0].other} == {PLAN, DONE}


def test_repeated_measures_counts_two_forms_of_one_letter_once() -> None:
    forms = [plans(), plans()]
    for number, form in enumerate(forms):
        form.document = document(f"{form.document.text}{number}", f"vorm-{number}.txt")
        form.fact(DOCUMENT, "dcterms:title", "Drijvend afval", "drijvend afval")
    assert not findings("repeated-measures", *forms)


def test_a_season_is_told_in_words() -> None:
    words = "Het strandtoezicht (najaar 2021)"
    brief = Brief("brief", "2022-06-15", f"15 juni 2022\n{words} is geregeld.\n")
    measure = brief.measure("strandtoezicht", "planned", f"{words} is geregeld.")
    brief.fact(
        measure, "kamer:start", brief.date("2021-23", "2021-09-01", "2021-11-30", words), words
    )
    (told,) = findings("status-against-dates", brief)
    assert told.message.endswith("with start on autumn 2021.")


def promise(day: str, status: str = "made") -> Brief:
    words = f"Voor {day} informeer ik uw Kamer over het strand."
    brief = Brief("brief", "2022-06-15", f"15 juni 2022\n{words}\n")
    node: Ref = brief.thing("commitment/1", "Commitment", "toezegging", words)
    brief.fact(node, "kamer:commitmentStatus", brief.register(f"commitment-status/{status}"), words)
    brief.fact(node, "kamer:dueDate", brief.when(day, day), words)
    return brief


def test_commitment_overdue_passes() -> None:
    assert not findings("commitment-overdue", promise("2022-07"))
    assert not findings("commitment-overdue", promise("2021-07", "fulfilled"))


def test_commitment_overdue_fails() -> None:
    words = "Voor 2021-07 informeer ik uw Kamer over het strand."
    assert findings("commitment-overdue", promise("2021-07")) == [
        Told(
            "commitment/1",
            "warning",
            "The letter of 2022-06-15 promises this for 2021-07, which has passed by then.",
            words,
            words,
        )
    ]
