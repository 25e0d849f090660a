"""A query with pre-bound variables, and its answers for many focus nodes (SHACL, 5.3)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.sparql_data import Dataset, Needs, empty
from kamergraaf.shacl.sparql_limit import SECONDS, SOLUTIONS, within
from kamergraaf.shacl.sparql_parse import parse
from kamergraaf.shacl.sparql_rewrite import ROW, Slot, Uncovered, rewrite
from kamergraaf.shacl.sparql_rules import obey
from kamergraaf.shacl.sparql_scope import in_select
from kamergraaf.shacl.sparql_tokens import Token, tokenize
from kamergraaf.shacl.sparql_tokens import text as text_of
from kamergraaf.shacl.terms import is_blank

Row = Mapping[str, str]
"""What the pre-bound variables are bound to: terms by name."""

_COUNTING = {"COUNT", "SUM", "AVG", "GROUP_CONCAT"}

Prefixes = Callable[[str], str]
"""The namespace of a prefix as an N-Triples term; raises BrokenResourceError for an unknown one."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query that is ready to be asked for rows of pre-bound variables."""

    pieces: tuple[str | Slot, ...]
    rows: int
    """How many focus nodes one query takes."""
    needs: Needs
    """What it needs beside the data."""

    def ask(self, data: Dataset, rows: Sequence[Row]) -> Iterator[tuple[int, dict[str, str]]]:
        """Every solution: the position of its row, and its terms by variable.

        Raises BrokenResourceError where a query takes too long or has too many solutions.
        """
        for numbers in self._portions(rows):
            text = "".join(
                piece if isinstance(piece, str) else _values(piece, data, rows, numbers)
                for piece in self.pieces
            )
            yield from within(SECONDS, partial(_solutions, data, text, numbers[0]))

    def _portions(self, rows: Sequence[Row]) -> Iterator[list[int]]:
        """The rows' numbers, so many at a time; rows with blank nodes apart."""
        plain: list[int] = []
        blank: list[int] = []
        for number, row in enumerate(rows):
            (blank if any(map(is_blank, row.values())) else plain).append(number)
        for numbers in (plain, blank):
            for start in range(0, len(numbers), self.rows):
                yield numbers[start : start + self.rows]


def question(text: str, prebound: frozenset[str], prefixes: Prefixes, path: str = "") -> Question:
    """Make a query ready; ``prebound`` names the variables that rows will bind.

    ``path`` is what $PATH stands for. Raises BrokenResourceError for a query that breaks SHACL's
    rules or is no SPARQL, Uncovered for one that Oxigraph does not run.
    """
    tokens = [_path(token, path) for token in tokenize(text)]
    tokens = [*prologue(tokens, prefixes), *tokens]
    query = parse(tokens)
    obey(query, prebound)
    rewritten = rewrite(query, prebound)
    needs = Needs(
        shapes="shapesGraph" in in_select(query.select),
        classes=any("subClassOf" in t.text for t in tokens if t.kind in {"iri", "prefixed"}),
        once=any(
            token.word in _COUNTING and then.text == "(" and after.word != "DISTINCT"
            for token, then, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        ),
    )
    found = Question(tuple(rewritten.pieces), rewritten.rows, needs)
    try:
        list(found.ask(empty(), [dict.fromkeys(prebound, "<urn:x>")]))
    except SyntaxError as problem:
        if _rdflib_reads(tokens):
            raise Uncovered(f"Oxigraph does not run it: {problem}") from None
        raise BrokenResourceError(f"the query is no SPARQL: {problem}") from None
    return found


def _path(token: Token, path: str) -> Token:
    if token.kind != "variable" or token.text != "PATH":
        return token
    if not path:
        raise BrokenResourceError("$PATH stands for the path of a property shape")
    return Token("path", f"({path})")


def prologue(tokens: Sequence[Token], prefixes: Prefixes) -> list[Token]:
    """Declarations of the prefixes that the query uses and does not declare itself."""
    stated = {after.text for token, after in pairwise(tokens) if token.word == "PREFIX"}
    used = {token.text.partition(":")[0] + ":" for token in tokens if token.kind == "prefixed"}
    found: list[Token] = []
    for prefix in sorted(used - stated):
        namespace = prefixes(prefix[:-1])
        found += [Token("word", "PREFIX"), Token("prefixed", prefix), Token("iri", namespace)]
    return found


def _rdflib_reads(tokens: Sequence[Token]) -> bool:
    """Whether rdflib, with which the reference engine works, reads the query."""
    from rdflib.plugins.sparql import prepareQuery

    try:
        prepareQuery(text_of(tokens))
    except Exception:  # pyparsing's, rdflib's own, and plain Exception.
        return False
    return True


def _solutions(
    data: Dataset, text: str, first: int, over: threading.Event
) -> list[tuple[int, dict[str, str]]]:
    """The solutions of one query; ``first`` is the row of those that tell none."""
    solutions = data.query(text)
    names = [variable.value for variable in solutions.variables]
    numbered = ROW in names
    plain = [name for name in names if name[:2] != "_0"]
    found: list[tuple[int, dict[str, str]]] = []
    for solution in solutions:
        number = int(solution[ROW].value) if numbered else first
        terms = {name: solution[name] for name in plain}
        found.append((number, {n: str(term) for n, term in terms.items() if term is not None}))
        if len(found) > SOLUTIONS:
            raise BrokenResourceError(f"the query has more than {SOLUTIONS:,} solutions")
        if over.is_set():
            break
    return found


def _values(slot: Slot, data: Dataset, rows: Sequence[Row], numbers: Sequence[int]) -> str:
    """VALUES for the slot, with the rows of these numbers."""
    columns: list[str] = []
    fetched: list[str] = []
    cells: list[list[str]] = []
    if slot.row:
        columns.append(ROW)
        cells.append([str(number) for number in numbers])
    for name in slot.names:
        terms = [rows[number][name] for number in numbers]
        if any(map(is_blank, terms)):
            terms = [data.key(term) for term in terms]
            columns.append(f"_0{name}")
            fetched.append(data.fetch(f"_0{name}", name))
        else:
            columns.append(name)
        cells.append(terms)
    lines = dict.fromkeys(map(" ".join, zip(*cells, strict=True)))
    head = " ".join(f"?{column}" for column in columns)
    return f" VALUES ({head}) {{({') ('.join(lines)})}}{''.join(fetched)}"
