"""Names and quotes count as the same where the scoring tool says so, whatever their spelling."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamergraaf.evaluate import likeness, matching

WORDS = st.sampled_from(
    "het Ministerie van Justitie en Veiligheid gemeente Rotterdam (RDW) politie minister de "
    "Minister toezicht toezichthouder digi-taal digitaal 2024 3 “haven” ‘haven’ meeuwen Meeuwen, "
    "meeuwenoverlast aanpak van der Städte (OM) Openbaar overlast. drones".split()
)
NAMES = st.lists(WORDS, max_size=7).map(" ".join)
QUOTES = st.lists(WORDS, max_size=30).map(" ".join)
LISTS = st.lists(NAMES.filter(str.strip), max_size=3)
STATES = st.sampled_from(["planned", "ongoing", None])
GOLD = st.fixed_dictionaries(
    {
        "name": NAMES,
        "concept": NAMES,
        "label": NAMES,
        "quote": QUOTES,
        "id": st.sampled_from(["kst-1-2", "kst-1-3"]),
        "value": st.sampled_from(["2024", "2024-05"]),
        "movers": LISTS,
        "reference": st.sampled_from([None, "kst-1-2", "kst-1-3"]),
        "level": st.sampled_from([3, 4]),
        "previous": st.sampled_from([None, 3, 4]),
        "date": st.sampled_from([None, "2024", "2024-05"]),
    }
)
FOUND = GOLD.map(lambda g: {**g, "movers": " | ".join(g["movers"]) or None})


def test_spelling_does_not_matter() -> None:
    assert likeness.norm("  De ‘Haven’ –  vandaag. ") == "de 'haven' - vandaag"
    assert likeness.squash("over-\nlast") == likeness.squash("Overlast!")
    assert likeness.alike("Openbaar Ministerie (OM)", "OM")
    assert likeness.alike("gemeente Rotterdam", "Rotterdam")
    assert not likeness.alike("Ministerie van Justitie", "Ministerie van Justitie en Veiligheid")


@settings(max_examples=300, deadline=None)
@given(one=NAMES, other=NAMES)
def test_names_are_alike_as_the_tool_has_it(tool: ModuleType, one: str, other: str) -> None:
    assert likeness.alike(one, other) == tool.alike(one, other)
    assert likeness.alike(one, other, 0.6) == tool.alike(one, other, 0.6)
    assert likeness.name_key(one) == tool.name_key(one)


@settings(max_examples=300, deadline=None)
@given(one=QUOTES, other=QUOTES)
def test_quotes_overlap_as_the_tool_has_it(tool: ModuleType, one: str, other: str) -> None:
    assert likeness.overlap(one, other) == tool.overlap(one, other)
    assert likeness.shares_word(one, other) == tool.shares_word(one, other)


@pytest.mark.parametrize("kind", sorted(matching.SAME))
@settings(max_examples=60, deadline=None)
@given(gold=st.lists(GOLD, max_size=4), found=st.lists(FOUND, max_size=4))
def test_facts_are_matched_as_the_tool_has_it(
    tool: ModuleType, kind: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> None:
    for g in gold:
        for f in found:
            assert float(matching.SAME[kind](g, f)) == float(tool.SAME[kind](g, f))
    ours = matching.match(gold, found, matching.SAME[kind])
    assert ours == tool.match(gold, found, tool.SAME[kind])


@given(one=QUOTES, other=QUOTES, length=st.integers(1, 30))
def test_a_shared_run_is_a_common_stretch(one: str, other: str, length: int) -> None:
    from difflib import SequenceMatcher

    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    assert likeness.shares_run(one, other, length) == (longest >= length)
