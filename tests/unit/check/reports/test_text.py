"""The text report: short however much was found, worst first, the verdict last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import findings
from kamergraaf.check.report import Report

Told = Callable[..., str]


def test_thousands_of_findings_stay_readable(told: Told) -> None:
    text = told(findings.report(5000, 50, 6), "text", limit=5)
    assert len(text.splitlines()) < 300
    assert text.count("  - maatregel nummer") == 30
    assert "… 829 more in 25 letters (--limit 0 shows all)" in text
    assert "Violations (1667)" in text


def test_no_limit_shows_all(told: Told) -> None:
    text = told(findings.report(100), "text")
    assert text.count("  - maatregel nummer") == 100
    assert "more" not in text


def test_the_worst_come_first_and_the_verdict_last(told: Told) -> None:
    text = told(findings.report(9), "text")
    assert text.index("Violations (3)") < text.index("Warnings (3)") < text.index("Information (4)")
    last = text.splitlines()[-1]
    assert last == (
        "3 violations, 3 warnings, 4 informative; 4 shapes on 9 nodes and 0 checks were run. "
        "Does not conform."
    )


def test_dutch(told: Told) -> None:
    lines = told(findings.report(9), "text", lang="nl", limit=1).splitlines()
    assert lines[0] == "Overtredingen (3)"
    assert "  … nog 2 (--limit 0 toont alle)" in lines
    assert lines[-1].endswith("Voldoet niet.")


def test_findings_about_the_shapes_say_so(told: Told) -> None:
    assert "Nothing seen [unseen] (1, about the shapes)" in told(findings.report(3), "text")


def test_a_terminal_is_told_nothing_but_text(told: Told) -> None:
    made = findings.report(1)
    hostile = findings.same("a\x1b[31mred\x07\u202egnp.exe")
    item = replace(made.items[0], focus=hostile)
    text = told(replace(made, items=(item,)), "text")
    assert not set("\x1b\x07\u202e") & set(text)
    assert "a�[31mred��gnp.exe" in text


def test_colours_come_from_the_view(report: Report, told: Told) -> None:
    painted = told(report, "text", paint=lambda text, role: f"<{role}>{text}</{role}>")
    assert painted.startswith("<violation>Violations (")
    assert painted.rstrip().endswith("<violation>Does not conform.</violation>")
