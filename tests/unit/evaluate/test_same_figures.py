"""The figures are those of the scoring tool, which reads by the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kamergraaf import pipeline
from kamergraaf.evaluate.reading import Desk, Reading
from kamergraaf.evaluate.run import Read, Run, evaluate

SCORES = Path(__file__).resolve().parents[2] / "scores"
GOLD = SCORES / "gold"


def as_the_tool_has_it(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    rows = dict(reading.rows)
    found = {kind: rows[kind] for kind in rows if kind not in ("documents", "groups")}
    return {**found, "threats": rows["threats"] + rows["groups"], "document": rows["documents"]}


def figures_of_the_tool(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, out: Path, gold: Path, docs: Path
) -> dict[str, Any]:
    words = ["score.py", str(gold), str(docs), "--json", str(out)]
    monkeypatch.setattr(sys, "argv", words)
    assert tool.main() == 0
    figures: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return figures


def assert_same(run: Run, report: dict[str, Any]) -> None:
    counts = {kind: (t.right, t.extra, t.missed) for kind, t in run.kinds.items()}
    assert counts == {k: (v["tp"], v["fp"], v["fn"]) for k, v in report.items() if "tp" in v}
    for kind, tally in run.kinds.items():
        told = report[kind]
        assert (tally.precision, tally.recall) == pytest.approx((told["p"], told["r"]))
        assert tally.f1 == pytest.approx(told["f1"])
    fields = {name: (one.value, one.of) for name, one in run.fields.items()}
    expected = {k: (v["accuracy"], v["n"]) for k, v in report.items() if "accuracy" in v}
    assert fields.keys() == expected.keys()
    for name, figure in fields.items():
        assert figure == pytest.approx(expected[name]), name


@pytest.mark.parametrize("folder", ["gold", "heldout"])
def test_the_figures_are_those_of_the_scoring_tool(
    tool: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    sources: Path,
    desk: Desk,
    read: Read,
    folder: str,
) -> None:
    docs = sources if folder == "gold" else SCORES / "documents"
    monkeypatch.setattr(tool, "read", lambda _, path: as_the_tool_has_it(desk.read(read(path))))
    report = figures_of_the_tool(tool, monkeypatch, tmp_path / "out.json", SCORES / folder, docs)
    assert_same(evaluate(SCORES / folder, docs, read, pipeline.vocabulary()), report)


def test_the_rows_are_those_of_the_command_line(
    tool: ModuleType, sample: Path, desk: Desk, read: Read
) -> None:
    by_command = tool.read([sys.executable, "-m", "kamergraaf"], sample)
    ours = as_the_tool_has_it(desk.read(read(sample)))
    ours["threats"].sort(key=str)
    by_command["threats"].sort(key=str)
    assert ours == by_command


def test_a_letter_read_after_another_is_read_as_if_alone(
    sources: Path, desk: Desk, read: Read
) -> None:
    letters = [read(path) for path in pipeline.letters([sources / "corpus"])]
    alone = [Desk(pipeline.vocabulary()).read(one).rows for one in letters]
    assert [desk.read(one).rows for one in letters] == alone
