"""The same broken letter told in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kamergraaf.check import reports
from kamergraaf.check.report import Report

FAULTS = (
    ("status:planned", "status:someday"),
    ("kamer:responsible", "kamer:responsable"),
    ('"2021-12-31"^^xsd:date', '"2019-12-31"^^xsd:date'),
)


@pytest.fixture
def broken(trig: str) -> str:
    """A letter as TriG, with an unknown status, a misspelt term and a period that runs back."""
    for old, new in FAULTS:
        assert old in trig
        trig = trig.replace(old, new)
    return trig


@pytest.fixture
def report(check: Callable[[str], Report], broken: str) -> Report:
    return check(broken)


@pytest.fixture
def sound(check: Callable[[str], Report], trig: str) -> Report:
    return check(trig)


@pytest.fixture
def told() -> Callable[..., str]:
    """A report as text in one of the formats."""

    def tell(report: Report, format_: str, **view: object) -> str:
        return "".join(reports.parts(report, format_, reports.View(**view)))  # type: ignore[arg-type]

    return tell


@pytest.fixture(scope="session")
def schemas() -> Path:
    return Path(__file__).parent / "schemas"
