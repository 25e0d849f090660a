"""Threat levels of several letters: one for each date, and each change from the one before."""

from __future__ import annotations

from briefs import Brief, Told, findings
from kamergraaf.model import Stance

CHANGE = "In december 2023 is het niveau verhoogd van 3 naar 4."


def changed() -> Brief:
    brief = Brief("wijziging", "2024-01-15", f"15 januari 2024\n{CHANGE}\n")
    brief.level(4, brief.when("2023-12", "december 2023"), CHANGE, before=3)
    return brief


def says(name: str, rank: int, stance: Stance = Stance.ASSERTED) -> Brief:
    words = f"In december 2023 gold niveau {rank}."
    brief = Brief(name, "2024-02-20", f"20 februari 2024\n{words}\n")
    brief.level(rank, brief.when("2023-12", "december 2023"), words, stance=stance)
    return brief


def test_level_differs_passes() -> None:
    same, denied = says("zelfde", 4), says("ontkend", 5, Stance.NEGATED)
    assert not findings("level-differs", changed(), same, denied)


def test_level_differs_passes_where_the_level_changed_in_that_month() -> None:
    assert not findings("level-differs", changed(), says("vorige", 3))


def test_level_differs_fails_once_for_each_pair_of_levels() -> None:
    wrong = [says("vijf", 5), says("ook vijf", 5)]
    assert findings("level-differs", changed(), *wrong) == [
        Told(
            "assessment/1",
            "violation",
            "For 2023-12 this states level 4 and another place level 5.",
            CHANGE,
            "In december 2023 gold niveau 5.",
        )
    ]


def earlier(rank: int) -> Brief:
    words = f"Op 5 mei 2023 gold niveau {rank}."
    brief = Brief("eerder", "2023-05-08", f"8 mei 2023\n{words}\n")
    brief.level(rank, brief.when("2023-05-05", "5 mei 2023"), words)
    return brief


def test_previous_level_differs_passes() -> None:
    assert not findings("previous-level-differs", changed(), earlier(3))


def test_previous_level_differs_looks_at_the_last_level_only() -> None:
    words = "In 2019 gold niveau 2."
    older = Brief("ouder", "2020-05-08", f"8 mei 2020\n{words}\n")
    older.level(2, older.when("2019", "2019"), words)
    assert not findings("previous-level-differs", changed(), earlier(3), older)


def test_previous_level_differs_fails() -> None:
    assert findings("previous-level-differs", changed(), earlier(4)) == [
        Told(
            "assessment/1",
            "info",
            "The change of 2023-12 starts from level 3; before that, at 2023-05-05, the level last "
            "known is 4.",
            CHANGE,
            "Op 5 mei 2023 gold niveau 4.",
        )
    ]
