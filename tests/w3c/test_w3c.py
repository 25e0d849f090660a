"""The W3C's SHACL test suite, and the table of it in the documentation."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from conftest import shared_folder

from .suite import Case, UncoveredError, cases, passes

_SHARED = shared_folder()
_ROOT = (_SHARED or Path()) / "standards" / "w3c-shacl" / "tests"
CASES = list(cases(_ROOT)) if _SHARED else []
XFAILS: dict[str, str] = {}
"""The tests that the engine does not pass, by name, with the reason."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_engine_gives_the_results_graph_that_the_standard_asks(case: Case) -> None:
    if case.name in XFAILS:
        pytest.xfail(XFAILS[case.name])
    try:
        wrong = passes(case)
    except UncoveredError as problem:
        pytest.xfail(f"left to pyshacl: {problem}")
    assert not wrong


def test_the_table_of_the_suite_is_up_to_date(
    root: Path, shared: Path, update_golden: bool
) -> None:
    file = root / "docs" / "w3c-shacl.md"
    table = _table()
    if update_golden:
        file.write_text(table, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == table


def test_core_passes_at_least_97_of_98(shared: Path) -> None:
    results = [_outcome(case) for case in CASES if case.name.startswith("core/")]
    assert len(results) == 98
    assert results.count("") >= 97


def _outcome(case: Case) -> str:
    try:
        wrong = passes(case)
    except UncoveredError as problem:
        return f"left to pyshacl: {problem}"
    return XFAILS.get(case.name, "fails") if wrong else ""


def _table() -> str:
    folders: dict[str, list[str]] = defaultdict(list)
    others: list[str] = []
    for case in CASES:
        outcome = _outcome(case)
        folders[case.name.rpartition("/")[0]].append(outcome)
        if outcome:
            others.append(f"| `{case.name}` | {outcome} |")
    whole = sum(map(len, folders.values()))
    passed = sum(outcomes.count("") for outcomes in folders.values())
    lines = [
        "# The W3C SHACL test suite",
        "",
        "Written by `pytest tests/w3c --update-golden`; a test holds it up to date.",
        "",
        f"The fast engine passes {passed} of {whole} tests. A test passes when the whole report is",
        "the one that the suite gives: every result with its focus node, path, value, severity,",
        "constraint component and source shape, as often as it is there, and `sh:conforms`; where",
        "the suite expects a failure, when the shapes are refused. Messages are compared where the",
        "suite states them.",
        "",
        "| part of the suite | tests | passed |",
        "|---|---|---|",
        *(f"| {name} | {len(o)} | {o.count('')} |" for name, o in folders.items()),
        f"| all | {whole} | {passed} |",
    ]
    if others:
        lines += ["", "Not passed:", "", "| test | why |", "|---|---|", *others]
    return "\n".join([*lines, ""])
