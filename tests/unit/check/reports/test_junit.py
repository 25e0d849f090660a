"""The report as JUnit XML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Failure, JUnitXml, Skipped, TestSuite
from lxml import etree

import findings
from kamergraaf.check.finding import Severity
from kamergraaf.check.report import Report

Told = Callable[..., str]


def suites(text: str) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}


@pytest.mark.parametrize("threshold", list(Severity))
def test_it_is_valid_and_its_figures_add_up(
    report: Report, told: Told, schemas: Path, threshold: Severity
) -> None:
    schema = etree.XMLSchema(file=str(schemas / "junit-10.xsd"))
    for given in (report, findings.report(50, 5, 4), replace(findings.report(3), letters=())):
        text = told(given, "junit", threshold=threshold)
        schema.assertValid(etree.fromstring(text.encode()))
        whole = JUnitXml.fromstring(text.encode())
        cases = [case for suite in whole for case in suite]
        failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
        assert (whole.tests, whole.failures) == (len(cases), len(failed))
        assert bool(failed) == given.reaches(threshold)


def test_a_property_shape_fails_the_case_of_its_shape_and_letter(
    report: Report, told: Told
) -> None:
    (case,) = suites(told(report, "junit"))["ksh:Measure"]
    (failure,) = case.result
    assert case.name == "proefbrief.txt"
    assert failure.type == "ksh:Measure-status"
    assert failure.message.startswith("A measure has exactly one status")
    assert "proef tegen uitbuiting" in failure.text
    assert "7:1, characters" in failure.text


def test_what_saw_no_node_is_skipped(report: Report, told: Told) -> None:
    (case,) = suites(told(report, "junit"))["ksh:Count"]
    assert isinstance(case.result[0], Skipped)


def test_each_letter_is_a_case_also_where_all_is_well(told: Told) -> None:
    text = told(findings.report(2, 4, 2), "junit")
    first = next(iter(JUnitXml.fromstring(text.encode())))
    assert [case.name for case in first] == [f"brief-{n}.txt" for n in range(4)]
    assert [bool(case.result) for case in first] == [True, False, False, False]


def test_the_threshold_decides_what_fails(told: Told) -> None:
    made = findings.report(3, 1, 3)
    failures = [
        JUnitXml.fromstring(told(made, "junit", threshold=s).encode()).failures for s in Severity
    ]
    assert failures == [1, 2, 4], "violations; with warnings; with information and what saw nothing"
    text = told(made, "junit")
    assert "<system-out>info:" in text, "milder findings are told"
