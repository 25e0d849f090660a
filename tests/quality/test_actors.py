"""Actors: within their time, and from the register where it knows them."""

from __future__ import annotations

from briefs import Brief, Told, findings
from making import DOCUMENT

FORMER = "https://identifier.overheid.nl/tooi/id/ministerie/mnre0170"
"""Verkeer en Waterstaat, which ceased on 13 October 2010."""


def acts(day: str, status: str = "ongoing", predicate: str = "kamer:responsible") -> Brief:
    words = "Verkeer en Waterstaat voert het boeienplan uit."
    brief = Brief("brief", day, f"Den Haag, {day}\n{words}\n")
    measure = brief.measure("boeienplan", status, words)
    brief.fact(measure, predicate, brief.register(FORMER), words)
    return brief


def test_actor_outside_its_time_passes() -> None:
    assert not findings("actor-outside-its-time", acts("2009-05-01"), acts("2010-10-13"))


def test_actor_outside_its_time_passes_for_what_a_former_actor_completed() -> None:
    assert not findings("actor-outside-its-time", acts("2015-05-01", "completed"))


def test_actor_outside_its_time_fails() -> None:
    found = findings("actor-outside-its-time", acts("2015-05-01", "ongoing", "kamer:partner"))
    assert found == [
        Told(
            "ministerie/mnre0170",
            "warning",
            "The letter of 2015-05-01 has Ministry of Transport, Public Works and Water Management "
            "act; the register knows this actor from … to 2010-10-13.",
            "Verkeer en Waterstaat voert het boeienplan uit.",
        )
    ]


def test_actor_outside_its_time_fails_for_the_ministry_of_a_sender() -> None:
    text = "1 mei 2015\nHet water stijgt.\nDe Minister van Verkeer en Waterstaat\n"
    brief = Brief("brief", "2015-05-01", text)
    words = "Minister van Verkeer en Waterstaat"
    office = brief.thing("office/minister", "Office", words, words)
    brief.fact(DOCUMENT, "kamer:sender", office, words)
    brief.fact(office, "kamer:officeOf", brief.register(FORMER), words)
    assert [told.sentence for told in findings("actor-outside-its-time", brief)] == [words]


def names(name: str, kind: str = "Organisation", predicate: str = "kamer:mentions") -> Brief:
    brief = Brief("brief", "2015-05-01", f"1 mei 2015\nHiervan weet {name} alles.\n")
    thing = brief.thing("actor/x", kind, name, name)
    brief.fact(DOCUMENT, predicate, thing, name)
    return brief


def test_named_in_register_passes() -> None:
    assert not findings("named-in-register", names("Stichting Zandkastelen"))


def test_named_in_register_leaves_persons_out() -> None:
    assert not findings("named-in-register", names("Urk", "MemberOfParliament"))


def test_named_in_register_fails() -> None:
    assert findings("named-in-register", names("raad van state")) == [
        Told(
            "actor/x",
            "warning",
            "“raad van state” is a node of its own here, while the register knows Council of State.",
            "raad van state",
        )
    ]


def test_named_in_register_fails_for_a_threat() -> None:
    brief = names("Terrorisme", "ThreatAsWritten", "kamer:namesThreat")
    assert [told.focus for told in findings("named-in-register", brief)] == ["actor/x"]
