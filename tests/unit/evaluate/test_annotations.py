"""Annotations with errors are told with file, line and place, before anything is scored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf import pipeline
from kamergraaf.errors import InputError
from kamergraaf.evaluate import annotations, places
from kamergraaf.evaluate.run import Read, evaluate

GOOD: dict[str, Any] = {
    "source": "meldpunt.txt",
    "document": {"kind": "letter", "date": "2025-03-03", "note": "nagekeken"},
    "actors": [{"name": "Politie", "kind": "agency", "quote": "De politie", "note": "zeker"}],
    "dates": [{"value": "2025-02-01", "quote": "1 februari 2025"}],
}

Score = Callable[[dict[str, Any] | str], Any]


@pytest.fixture
def score(letters: Path, tmp_path: Path, read: Read) -> Score:
    def scored(content: dict[str, Any] | str) -> Any:
        gold = tmp_path / "gold"
        gold.mkdir(exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, indent=1)
        (gold / "meldpunt.json").write_text(text, "utf-8")
        return evaluate(gold, letters, read, pipeline.vocabulary())

    return scored


def test_what_is_not_annotated_is_not_scored(score: Score) -> None:
    run = score(GOOD)
    assert list(run.kinds) == ["actors", "dates"]
    assert run.kinds["actors"].right == 1
    assert "measure.status" not in run.fields


def changed(**values: object) -> dict[str, Any]:
    return {**GOOD, **values}


def actor(**values: object) -> dict[str, Any]:
    return changed(actors=[{**GOOD["actors"][0], **values}])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"source": "a.txt",\n "actors": [,]}', "json:2: no valid JSON"),
        ("[]", "json:1: an annotation is a JSON object"),
        (actor(kind="agencies"), "json:11: actors[0].kind: should be one of ministry, agency"),
        (actor(kind="agencies"), "did you mean 'agency'?"),
        (actor(kind=None), "not null"),
        (actor(qoute="x"), "actors[0].qoute: an unknown key; did you mean 'quote'?"),
        (actor(name=""), "actors[0].name: should be a text"),
        (actor(quote="De brandweer"), "actors[0].quote: not in the document: “De brandweer”"),
        (changed(dates=[{"value": "1-2-2025", "quote": "1 februari 2025"}]), "dates[0].value"),
        (changed(dates=[{"value": "2025-02-01"}]), "dates[0]: lacks 'quote'"),
        (changed(dates={}), "dates: should be a list"),
        (changed(dates=["2025"]), "dates[0]: should be an object"),
        (changed(measure=[]), "measure: an unknown key; did you mean 'measures'?"),
        (changed(document={"kind": "brief"}), "document.kind: should be one of letter"),
        (changed(source="elders.txt"), "source: there is no file"),
        ({"actors": []}, "source: lacks 'source'"),
        (changed(threat_levels=[{"level": 6, "quote": "haven"}]), "a number from 1 to 5"),
    ],
)
def test_an_error_is_told_with_its_place(
    score: Score, content: dict[str, Any] | str, says: str
) -> None:
    with pytest.raises(InputError) as told:
        score(content)
    assert says in str(told.value)
    assert "meldpunt.json:" in str(told.value)
    assert told.value.exit_code == 3


def test_all_errors_are_told_at_once(score: Score) -> None:
    two = [{**GOOD["actors"][0], "kind": "x"}, {**GOOD["actors"][0], "quote": "De brandweer"}]
    with pytest.raises(InputError) as told:
        score(changed(actors=two))
    lines = str(told.value).splitlines()
    assert lines[0] == "2 errors in the annotations:"
    assert "actors[0].kind" in lines[1]
    assert "actors[1].quote" in lines[2]


@pytest.mark.parametrize(
    "quote",
    [
        "een meldpunt voor drones ingericht",
        "De politie heeft […] een meldpunt",
        "De politie … 2025",
        "Ik verwijs naar Kamerstukken II 2023/24,\n28 684, nr. 755",
    ],
)
def test_white_space_and_ellipses_do_not_matter(letters: Path, read: Read, quote: str) -> None:
    assert annotations.stands(quote, read(letters / "meldpunt.txt").document)


@pytest.mark.parametrize("quote", ["een meldpunt […] De politie", "een meldpunt tegen drones"])
def test_a_quote_stands_in_its_order_and_words(letters: Path, read: Read, quote: str) -> None:
    assert not annotations.stands(quote, read(letters / "meldpunt.txt").document)


def test_a_document_that_cannot_be_read_counts_as_nothing_found(
    score: Score, letters: Path
) -> None:
    (letters / "meldpunt.txt").write_bytes(b"")
    run = score(GOOD)
    assert run.kinds["actors"].missed == 1
    assert run.kinds["actors"].right == 0
    assert "empty" in run.failures["meldpunt"]


def test_files_are_told_apart_by_name(tmp_path: Path) -> None:
    for name in ("een.json", "twee.json", "twee.cq.json", "drie.txt"):
        (tmp_path / name).touch()
    assert [p.name for p in annotations.files(tmp_path)] == ["een.json", "twee.json"]
    assert [p.name for p in annotations.files(tmp_path, "wee")] == ["twee.json"]
    assert annotations.files(tmp_path / "een.json") == [tmp_path / "een.json"]
    with pytest.raises(InputError, match="no annotation"):
        annotations.files(tmp_path, "vier")
    with pytest.raises(InputError, match="no such file"):
        annotations.files(tmp_path / "weg")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab", min_size=1, max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(value=JSON)
def test_every_value_has_its_line(value: object) -> None:
    text = json.dumps(value, indent=1)
    lines = text.splitlines()
    found = places.lines(text)

    def look(value: object, place: str, key: str | None) -> None:
        line = lines[found[place] - 1].strip()
        assert line.startswith(f"{json.dumps(key)}: " if key is not None else "")
        opens = {list: "[", dict: "{"}.get(type(value))
        assert (opens or json.dumps(value)) in line
        if isinstance(value, list):
            for number, one in enumerate(value):
                look(one, f"{place}[{number}]", None)
        elif isinstance(value, dict):
            for name, one in value.items():
                look(one, f"{place}.{name}" if place else name, name)

    look(value, "", None)
