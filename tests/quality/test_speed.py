"""Ten times the letters take no more than about ten times as long: no check compares all with all."""

from __future__ import annotations

import time

import pyoxigraph
import pytest

from briefs import Brief, index
from kamergraaf.check import quality
from kamergraaf.check.quality_files import Check, load
from making import DOCUMENT


def letter(number: int) -> Brief:
    """A letter that gives every check something, the same as its neighbours but for its name."""
    measures = [f"maatregel {word} voor het strand" for word in ("een", "twee", "drie", "vier")]
    lines = [f"Brief {number} van 2020", "niveau 3 in 2019", "motie Zand is uitgevoerd", "nr. 904"]
    brief = Brief(f"brief-{number}", "2020", "\n".join([*lines, *measures, "in 2018", "Zand"]))
    brief.fact(DOCUMENT, "dcterms:title", lines[0], lines[0])
    brief.level(3, brief.when("2019", "in 2019"), lines[1], before=2)
    brief.motion("kst-29754-905", "carriedOut", lines[2], "Zand")
    brief.cites("kst-29754-904", lines[3], "2018-2019")
    for text in measures:
        measure = brief.measure(text, "completed", text)
        brief.fact(measure, "kamer:start", brief.when("2018", "in 2018"), text)
        brief.fact(measure, "kamer:responsible", brief.register("actor/kabinet"), text)
    return brief


@pytest.fixture(scope="module")
def stores() -> dict[int, pyoxigraph.Store]:
    """Letters, twenty and ten times as many."""
    return {
        number: quality.union(index(*(letter(one) for one in range(number))), load())
        for number in (20, 200)
    }


def seconds(check: Check, store: pyoxigraph.Store) -> float:
    """Processor seconds of one check, the best of three."""
    best = 1e9
    for _ in range(3):
        began = time.process_time()
        quality.run(store, [check])
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("check", load(), ids=lambda check: check.name)
def test_time_grows_with_the_letters(check: Check, stores: dict[int, pyoxigraph.Store]) -> None:
    few, many = (seconds(check, stores[number]) for number in (20, 200))
    assert many < 1.0
    assert many < 30 * max(few, 0.002), f"{few:.4f} s for 20 letters, {many:.4f} s for 200"
