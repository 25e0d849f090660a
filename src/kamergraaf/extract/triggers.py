"""Words at which a grammar starts: one automaton, so that no grammar runs over the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind


class Triggers:
    """Finds the places of many words at once.

    ``words`` maps a kind to patterns over folded text; a blank at a pattern's end or beginning is
    the edge of a word, so ``"raad "`` also finds "Onderwijsraad".
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        pairs = [(pattern, kind) for kind, patterns in words.items() for pattern in patterns]
        self._kinds = [kind for _, kind in pairs]
        self._automaton = AhoCorasick([p for p, _ in pairs], matchkind=MatchKind.Standard)
        self._leading = [pattern.startswith(" ") for pattern, _ in pairs]
        self._trailing = [pattern.endswith(" ") for pattern, _ in pairs]

    def find(self, folded: str) -> dict[str, list[tuple[int, int]]]:
        """For each kind the places ``[start, end)`` of its words, blanks left out, in order."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, left, right in self._automaton.find_matches_as_indexes(
            f" {folded} ", overlapping=True
        ):
            start = left if self._leading[index] else left - 1
            end = right - 2 if self._trailing[index] else right - 1
            found.setdefault(self._kinds[index], []).append((start, end))
        return found


class Anchors:
    """Words at which a grammar starts, looked for all at once, whatever stands around them.

    One pass of an automaton takes no longer than looking for four of the words by themselves.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._automaton = AhoCorasick(list(self._words), matchkind=MatchKind.Standard)

    def places(self, low: str) -> list[tuple[str, int]]:
        """Each word with where it stands, word by word, in reading order."""
        found = self._automaton.find_matches_as_indexes(low, overlapping=True)
        return [(self._words[index], at) for index, at, _ in sorted(found)]
