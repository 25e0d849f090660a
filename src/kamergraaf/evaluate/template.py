"""An annotation to start from: what the tool reads, in the form in which people correct it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kamergraaf.evaluate.annotations import stands
from kamergraaf.evaluate.form import DOCUMENT, ITEMS
from kamergraaf.evaluate.likeness import parts
from kamergraaf.evaluate.reading import Reading
from kamergraaf.graph.quotes import Quotes
from kamergraaf.model import Document, Evidence, Extraction

_LISTS = frozenset({"movers", "responsible", "partners", "addresses", "senders", "dossier"})
_GAP = " […] "


def template(source: str, extraction: Extraction, reading: Reading) -> dict[str, Any]:
    """The annotation of one document, as read.

    ``source`` is its path relative to the folder of documents. A quote whose pieces stand apart
    in the document has an ellipsis between them.
    """
    quotes = _Whole(extraction)
    made: dict[str, Any] = {
        "source": source,
        "document": {key: _value(key, reading.document) for key in DOCUMENT},
    }
    for kind, keys in ITEMS.items():
        rows = reading.rows.get(kind, [])
        if kind == "threats":
            rows = [*rows, *reading.rows.get("groups", [])]
        made[kind] = [{key: _value(key, row, quotes) for key in keys} for row in rows]
    return made


def as_json(made: Mapping[str, Any]) -> str:
    """The annotation as JSON, each fact on a line of its own, which is handy to edit."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    entries = []
    for key, value in made.items():
        if isinstance(value, list) and value:
            items = ",\n".join(f"  {line(item)}" for item in value)
            entries.append(f' "{key}": [\n{items}\n ]')
        else:
            entries.append(f' "{key}": {line(value)}')
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _value(key: str, row: Mapping[str, Any], quotes: Callable[[str], str] | None = None) -> object:
    """A cell of a row as an annotation has it."""
    cell = row.get(key)
    if key in _LISTS:
        return parts(cell)
    if key == "quote" and quotes is not None:
        return quotes(str(cell or ""))
    if isinstance(cell, str):
        return next(iter(parts(cell)), None) if key in _CODES else cell
    return cell


_CODES = frozenset({"status", "trend", "start", "stance"})
"""Fields of which a row may hold several values, and an annotation one."""


class _Whole:
    """Quotes as an annotator writes them: verbatim, an ellipsis where spans stand apart."""

    def __init__(self, extraction: Extraction) -> None:
        self._document: Document = extraction.document
        self._quotes = Quotes(extraction.document)
        self._apart: dict[str, str] | None = None
        self._extraction = extraction

    def __call__(self, quote: str) -> str:
        if stands(quote, self._document):
            return quote
        if self._apart is None:
            self._apart = dict(self._pieces())
        return self._apart.get(quote, quote)

    def _pieces(self) -> Iterator[tuple[str, str]]:
        """Each quote that rests on several spans, with what is to be written instead."""
        for evidence in self._evidences():
            if len(evidence.spans) > 1:
                pieces = (self._quotes.quote([span]) for span in evidence.spans)
                yield self._quotes.quote(evidence.spans), _GAP.join(pieces)

    def _evidences(self) -> Iterator[Evidence]:
        for thing in self._extraction.things:
            yield thing.evidence
        for fact in self._extraction.facts:
            if fact.evidence is not None:
                yield fact.evidence
