"""What a run tells: what is right and wrong, by which rules, and what changed since another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.errors import InputError
from kamergraaf.evaluate import pages, render, report
from kamergraaf.evaluate.compare import BETTER, WORSE, compare
from kamergraaf.evaluate.pages import Entries, Entry, Table
from kamergraaf.evaluate.rules import effects
from kamergraaf.evaluate.run import Run
from kamergraaf.evaluate.scoring import EXTRA, MISSED, RIGHT, Credit, DocumentScore, Fact, Field


def actor(name: str, outcome: str, rule: str = "register", kind: str = "agency") -> Fact:
    item: Mapping[str, Any] = {"name": name, "kind": kind, "quote": f"de {name} zegt"}
    field = Field("actor.kind", float(kind == "agency"), "agency", kind)
    return Fact(
        "actors",
        outcome,
        None if outcome == EXTRA else {**item, "kind": "agency"},
        None if outcome == MISSED else item,
        () if outcome == MISSED else (rule,),
        (field,) if outcome == RIGHT else (),
    )


def document(name: str, *facts: Fact, date: str = "2024-01-02") -> DocumentScore:
    right = date == "2024-01-02"
    dated = Field("document.date", float(right), "2024-01-02", date, (Credit("header", right),))
    return DocumentScore(name, ("actors",), facts, (dated,))


RUN = Run(
    (
        document("een", actor("politie", RIGHT), actor("RDW", MISSED), actor("haven", EXTRA)),
        document("twee", actor("politie", RIGHT, "by-noun"), actor("haven", EXTRA)),
    )
)


def test_counts_and_figures() -> None:
    tally = RUN.kinds["actors"]
    assert (tally.right, tally.extra, tally.missed) == (2, 2, 1)
    assert tally.precision == 0.5
    assert tally.recall == pytest.approx(2 / 3)
    assert tally.f1 == pytest.approx(4 / 7)
    assert RUN.fields["document.date"].value == 1.0


def test_nothing_read_where_nothing_is_annotated_is_right() -> None:
    tally = Run((document("leeg"),)).kinds["actors"]
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 1.0, 1.0)


def test_a_rule_is_told_by_what_it_gets_right_and_where() -> None:
    by_name = {(one.what, one.rule): one for one in effects(RUN.documents)}
    register = by_name["actors", "register"]
    assert (register.right, register.wrong) == (1, 2)
    assert register.documents == {"een", "twee"}
    assert register.helped == {"een"}
    assert by_name["document.date", "header"].right == 2
    page = pages.text(render.rules(RUN))
    line = next(one for one in page.splitlines() if "by-noun" in one)
    assert line.split() == ["actors", "by-noun", "1", "0", "1", "twee"]


def test_misses_and_extras_are_shown_with_their_quotes() -> None:
    page = pages.text(render.shown(RUN, ["actors"]))
    assert page.startswith("actors: 1 missed, 2 extra\n")
    assert "  missed  een: RDW\n" in page
    assert "“de RDW zegt”" in page
    assert "rule register" in page


def test_wrong_values_of_a_field_are_shown() -> None:
    run = Run((document("een", actor("politie", RIGHT, kind="court"), date="2023"),))
    page = pages.text(render.shown(run, ["actor.kind", "document.date"]))
    assert "politie" in page
    assert "is “court”, should be “agency”" in page
    assert "is “2023”, should be “2024-01-02”" in page


def test_a_run_is_the_same_after_json(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(report.as_json(RUN), "utf-8")
    again = report.read(path)
    assert again.documents == RUN.documents
    assert json.loads(path.read_text("utf-8"))["kinds"]["actors"]["f1"] == RUN.kinds["actors"].f1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no valid JSON"),
        ("[]", "no run of"),
        ('{"actors": {"f1": 1}}', "no run of"),
        ('{"form": 1, "documents": {"een": {}}}', "not whole"),
    ],
)
def test_what_is_no_earlier_run_is_told(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=says):
        report.read(path)


def test_a_comparison_tells_each_fact_that_changed() -> None:
    before = Run(
        (
            document("een", actor("RDW", RIGHT), actor("politie", MISSED), actor("haven", EXTRA)),
            document("twee", actor("politie", RIGHT, kind="court"), date="2023"),
            document("oud", actor("politie", RIGHT)),
        )
    )
    now = Run(
        (
            document("een", actor("RDW", MISSED), actor("politie", RIGHT), actor("schip", EXTRA)),
            document("twee", actor("politie", RIGHT)),
            document("nieuw", actor("politie", RIGHT)),
        )
    )
    found = compare(before, now)
    told = {(c.document, c.what, c.direction, c.label) for c in found.changes}
    assert told == {
        ("een", "actors", WORSE, "RDW"),
        ("een", "actors", BETTER, "politie"),
        ("een", "actors", WORSE, "schip"),
        ("een", "actors", BETTER, "haven"),
        ("twee", "actor.kind", BETTER, "politie"),
        ("twee", "document.date", BETTER, ""),
    }
    assert (found.missing, found.added) == (("oud",), ("nieuw",))
    shifts = {(s.document, s.what): (s.before, s.now) for s in found.shifts}
    assert shifts["", "document.date"] == (0.5, 1.0)
    assert ("een", "actors") not in shifts, "its F1 is the same"
    lost = next(c for c in found.changes if c.label == "RDW")
    assert lost.rules == ("register",), "the rule that had it right"


def test_the_same_run_has_no_changes() -> None:
    found = compare(RUN, RUN)
    assert not found.changes
    assert all(s.before == s.now for s in found.shifts)
    assert "Worse" not in pages.text(render.comparison(found))


def test_facts_with_the_same_name_and_quote_are_told_apart() -> None:
    twice = Run((document("een", actor("politie", RIGHT), actor("politie", RIGHT)),))
    once = Run((document("een", actor("politie", RIGHT), actor("politie", MISSED)),))
    changes = compare(twice, once).changes
    assert [c.how for c in changes] == ["was right, is missed now"]


def test_a_comparison_is_written_out() -> None:
    worse = replace(RUN.documents[0], facts=(actor("politie", MISSED), *RUN.documents[0].facts[1:]))
    page = pages.text(render.comparison(compare(RUN, Run((worse, RUN.documents[1])))))
    assert "Worse: 1" in page
    assert "was right, is missed now · rule register" in page
    assert "-0.238" in page


def test_pages_as_text_and_as_markdown() -> None:
    table = Table("Tabel", ("naam", "getal"), [("a|b", "1.000"), ("c", "")])
    entries = Entries("Lijst", [Entry("extra", "een", "haven", "regel x", "de haven")])
    assert pages.text([table]) == "Tabel\nnaam  getal\na|b   1.000\nc\n"
    assert pages.markdown([table]) == (
        "### Tabel\n\n| naam | getal |\n| --- | --: |\n| a\\|b | 1.000 |\n| c |  |\n"
    )
    assert pages.text([entries]) == "Lijst\n  extra  een: haven\n      regel x\n      “de haven”\n"
    assert pages.markdown([entries]) == (
        "### Lijst\n\n- **extra** een: haven; regel x: “de haven”\n"
    )
