"""Rows of an answer, the same from every engine.

Engines differ in how they write a boolean or a decimal, in the order in which GROUP_CONCAT joins,
and in whether a missing value is unbound or empty. ``Rows`` are made by one normaliser per cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from kamergraaf.iris import PREFIXES

Cell = str | int | float | bool | None
GLUE = " | "
"""Between several values in one cell."""

_XSD = PREFIXES["xsd"]
_WHOLE = frozenset(
    _XSD + name
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")
)
_BROKEN = frozenset(_XSD + name for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: column names, and rows of as many cells; a missing value is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def objects(self) -> list[dict[str, Cell]]:
        """One dictionary per row, in the order of the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Cell]:
        """The cells of one column. Raises ValueError for a column that is not there."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]

    def joined(self, columns: Iterable[str]) -> Rows:
        """The same rows, with the parts of joined cells sorted and each once."""
        places = {self.columns.index(name) for name in columns if name in self.columns}
        return Rows(
            self.columns,
            tuple(
                tuple(_sorted(c) if i in places else c for i, c in enumerate(row))
                for row in self.rows
            ),
        )


def cell(lexical: str, datatype: str = "") -> Cell:
    """A term's lexical form as a cell: numbers and booleans by their datatype, '' as missing."""
    if datatype == _XSD + "boolean":
        return lexical in ("true", "1")
    try:
        if datatype in _WHOLE:
            return int(lexical)
        if datatype in _BROKEN:
            number = Decimal(lexical)
            return int(number) if number == number.to_integral_value() else float(number)
    except (ValueError, InvalidOperation, OverflowError):
        return lexical
    return lexical or None


def parts(value: Cell) -> list[str]:
    """The values in a cell."""
    return [] if value is None else [part for part in str(value).split(GLUE) if part]


def shown(value: Cell) -> str:
    """A cell as text; a missing value is ''."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def from_json(answer: Mapping[str, Any]) -> Rows:
    """Rows from the SPARQL 1.1 JSON results format; an ASK gives one row with ``answer``."""
    if "boolean" in answer:
        return Rows(("answer",), ((bool(answer["boolean"]),),))
    columns = tuple(answer["head"]["vars"])
    found = [
        tuple(_from_binding(binding.get(column)) for column in columns)
        for binding in answer["results"]["bindings"]
    ]
    return Rows(columns, tuple(found))


def _from_binding(binding: Mapping[str, str] | None) -> Cell:
    return cell(binding["value"], binding.get("datatype", "")) if binding else None


def _sorted(value: Cell) -> Cell:
    return GLUE.join(sorted(set(parts(value)))) or None if isinstance(value, str) else value


_SKIP = re.compile(
    r"""[^"'<\#{()]+                            # nothing that opens anything
      | \#[^\n]*                                # a comment
      | <[^<>"{}|^`\\\s]*>                      # an IRI
      | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
    """,
    re.VERBOSE | re.DOTALL,
)


def bind(query: str, values: Mapping[str, str]) -> str:
    """The query with variables bound to terms, by a VALUES block at the head of its WHERE group.

    ``values`` maps a variable's name to a term in N-Triples (made by ``graph.quads.iri`` and
    ``literal``, which escape), so that no value can change what the query says; the same text goes
    to every engine. Raises ValueError for a query without a group.
    """
    if not values:
        return query
    names = sorted(values)
    return among(query, names, [[values[name] for name in names]])


def among(query: str, names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The query with variables bound to one of several rows of terms, as ``bind`` does."""
    variables = " ".join(f"?{name}" for name in names)
    terms = " ".join(f"({' '.join(row)})" for row in rows)
    at = _group(query) + 1
    return f"{query[:at]} VALUES ({variables}) {{ {terms} }}{query[at:]}"


def _group(query: str) -> int:
    """Where the outermost group opens: the first brace outside brackets, strings and comments."""
    at = depth = 0
    while at < len(query):
        skipped = _SKIP.match(query, at)
        if skipped:
            at = skipped.end()
            continue
        if query[at] == "{" and depth == 0:
            return at
        depth += 1 if query[at] == "(" else -1 if query[at] == ")" else 0
        at += 1
    raise ValueError("the query has no group")
