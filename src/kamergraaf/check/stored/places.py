"""Where a letter of a store says it, for findings about nodes of any letter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kamergraaf.check.place import Place, Places
from kamergraaf.check.stored.held import letter_of, quads_of
from kamergraaf.check.stored.letter import LetterIndex
from kamergraaf.graph.quads import to_oxigraph
from kamergraaf.shacl.layered import Outside

if TYPE_CHECKING:
    import pyoxigraph

_LETTERS = 16
"""Letters that are kept at hand."""


class StoredPlaces(Places):
    """Finds places in the letter that describes the node; the first one where several do."""

    def __init__(self, store: pyoxigraph.Store, outside: Outside) -> None:
        super().__init__(LetterIndex("", (), outside))
        self._store, self._outside = store, outside
        self._in = lru_cache(maxsize=_LETTERS)(self._places)

    def of(self, focus: str, path: str = "", value: str = "") -> Place:
        """The place of a finding, as ``Places.of`` tells it."""
        letter = self._letter_of(focus)
        return self._in(letter).of(focus, path, value) if letter else super().of(focus, path, value)

    def _places(self, letter: str) -> Places:
        return Places(LetterIndex(letter, quads_of(self._store, letter), self._outside))

    def _letter_of(self, node: str) -> str:
        import pyoxigraph

        try:
            term = to_oxigraph(node if node.startswith("_:") else f"<{node}>")
        except ValueError:
            return ""  # the focus of a finding about shapes may be no node
        assert not isinstance(term, pyoxigraph.Literal)
        quads = self._store.quads_for_pattern(term, None, None)
        graphs = sorted({str(quad.graph_name)[1:-1] for quad in quads})
        return next(filter(None, map(letter_of, graphs)), "")
