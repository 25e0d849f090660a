"""Labels are alike by their words, whatever their order, small words, case and accents."""

from __future__ import annotations

import pytest

from kamergraaf.check.likeness import likeness, shared, words


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Een coördinatiepunt voor de Waddenzee", "coordinatiepunt waddenzee"),
        ("de Waddenzee: het coordinatiepunt", "coordinatiepunt waddenzee"),
        ("1.200 extra plaatsen", "1200 extra plaatsen"),
        ("het coördinatiepunt", ""),
        ("van de", ""),
    ],
)
def test_words(label: str, said: str) -> None:
    assert words(label) == said


def test_labels_with_the_same_words_are_wholly_alike() -> None:
    assert likeness("register van strandwachten", "het strandwachten-register") == 1.0


def test_labels_share_a_part_of_all_their_words() -> None:
    assert likeness("landelijk register strandwachten", "register strandwachten") == 2 / 3


def test_labels_that_count_differently_are_not_alike() -> None:
    assert likeness("40 extra plaatsen", "16 extra plaatsen") == 0.0


def test_a_label_of_one_word_is_like_nothing() -> None:
    assert likeness("overleg", "overleg") == 0.0


def test_shared_counts_words_and_tells_where_there_are_none() -> None:
    assert shared("register van strandwachten", "Er komt een register.") == 1
    assert shared("register", "de duinen") == 0
    assert shared("van de", "de duinen") == -1
