"""Quality checks across letters: the queries of ``queries/quality`` over a whole dataset."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from kamergraaf.ask import names
from kamergraaf.ask.prologue import declared
from kamergraaf.ask.store import Oxigraph
from kamergraaf.check.finding import Finding, Message, Outcome, Rule
from kamergraaf.check.index import Index
from kamergraaf.check.likeness import FUNCTIONS, NAMESPACE
from kamergraaf.check.quality_files import Check
from kamergraaf.errors import BrokenResourceError
from kamergraaf.iris import PREFIXES, expand

if TYPE_CHECKING:
    import pyoxigraph

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

QUALITY = Rule("quality", Message("Kwaliteitscontroles", "Quality checks"))
"""The rule that saw nothing where a dataset holds no letter, instead of each check by itself."""

_LETTERS = "ASK { ?letter kamer:text ?text }"
_ALWAYS = {"kamer:text", "rdf:type", "rdfs:label", "skos:prefLabel"}
_NAME = re.compile(r"\b[a-z]+:[A-Za-z]\w*")
_AT_ONCE = 50_000
"""The triples that are handed over at once."""

Row = dict[str, str]

_PART = re.compile(r"(\d{4})-(2[1-4]|3[3-6])")
_PARTS = {
    "21": Message("voorjaar", "spring"),
    "22": Message("zomer", "summer"),
    "23": Message("najaar", "autumn"),
    "24": Message("winter", "winter"),
    **{str(32 + quarter): Message(f"kwartaal {quarter}", f"Q{quarter}") for quarter in range(1, 5)},
}
"""What EDTF calls a part of a year by a number that looks like a month."""


def run(store: pyoxigraph.Store, checks: Sequence[Check]) -> Outcome:
    """What the checks find in the union of a store's graphs, and how many nodes each looked at.

    A dataset without a letter is told once, as the rule ``QUALITY`` that saw nothing. Raises
    BrokenResourceError for a query that does not parse.
    """
    outcome = Outcome()
    source = Oxigraph(store)
    if not checks:
        return outcome
    if not source.select(declared(_LETTERS)).rows[0][0]:
        outcome.counted(QUALITY, 0)
        return outcome
    for check in checks:
        outcome.counted(check.rule, _seen(source, check))
        rows = _rows(store, check)
        told = _labels(source, rows)
        outcome.findings += [_finding(check, row, told) for row in rows]
    return outcome


def union(index: Index, checks: Sequence[Check]) -> pyoxigraph.Store:
    """A store in memory with the triples of a dataset whose predicates the checks ask for.

    It holds each triple once: queries over graphs apart multiply the rows of a node that many
    letters share.
    """
    import pyoxigraph

    def lines() -> Iterator[str]:
        for predicate in sorted(_predicates(checks)):
            for subject, objects in index.graph.objects(predicate).items():
                for object_ in objects:
                    yield f"{subject} {predicate} {object_} .\n"

    store = pyoxigraph.Store()
    wanted = lines()
    # Parsed first, because a store that loads a file gives its blank nodes other names.
    while part := "".join(islice(wanted, _AT_ONCE)):
        store.bulk_extend(pyoxigraph.parse(part, format=pyoxigraph.RdfFormat.N_QUADS))
    return store


def _predicates(checks: Sequence[Check]) -> set[str]:
    """Every term in the queries that may be a predicate, and those that labels are read from."""
    used = {name for check in checks for name in _NAME.findall(f"{check.text} {check.sees}")}
    known = {name for name in used if name.partition(":")[0] in PREFIXES}
    return {f"<{expand(name)}>" for name in known | _ALWAYS}


def _seen(source: Oxigraph, check: Check) -> int:
    query = f"SELECT (COUNT(DISTINCT ?focus) AS ?nodes) WHERE {{ {check.sees} }}"
    return int(source.select(declared(query)).rows[0][0] or 0)


def _rows(store: pyoxigraph.Store, check: Check) -> list[Row]:
    """The answer's rows: what is bound, as IRI or as characters."""
    import pyoxigraph

    try:
        found = store.query(
            check.text, use_default_graph_as_union=True, custom_functions=_functions()
        )
    except SyntaxError as problem:
        raise BrokenResourceError(
            f"does not parse: {problem.msg}", where=str(check.path)
        ) from problem
    assert isinstance(found, pyoxigraph.QuerySolutions)
    columns = [variable.value for variable in found.variables]
    return [{name: _shown(row[name]) for name in columns if row[name] is not None} for row in found]


def _shown(term: object) -> str:
    import pyoxigraph

    if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal):
        return term.value
    return str(term)


def _functions() -> dict[pyoxigraph.NamedNode, Callable[..., Term | None]]:
    """The functions of ``likeness`` in the form that Oxigraph takes."""
    import pyoxigraph

    def bridged(
        function: Callable[..., str | float | int],
    ) -> Callable[..., Term | None]:
        return lambda *terms: pyoxigraph.Literal(function(*(_shown(term) for term in terms)))

    return {
        pyoxigraph.NamedNode(NAMESPACE + name): bridged(function)
        for name, function in FUNCTIONS.items()
    }


def _labels(source: Oxigraph, rows: Iterable[Row]) -> dict[str, Message]:
    """What the IRIs in the rows are called."""
    things = {cell for row in rows for cell in row.values() if "://" in cell}
    dutch, english = (names.labels(source, things, language) for language in ("nl", "en"))
    return {thing: Message(dutch[thing], english[thing]) for thing in dutch}


def _plain(cell: str) -> Message:
    """The characters of a cell, with a season or quarter in words."""
    part = _PART.fullmatch(cell)
    if not part:
        return Message(cell, cell)
    name = _PARTS[part[2]]
    return Message(f"{name.nl} {part[1]}", f"{name.en} {part[1]}")


def _finding(check: Check, row: Row, labels: dict[str, Message]) -> Finding:
    cells = {name: labels.get(cell) or _plain(cell) for name, cell in row.items()}
    return Finding(
        check.rule,
        check.severity,
        check.say(cells),
        row["focus"],
        value=row.get("value", ""),
        proof=row.get("proof", ""),
        other=row.get("other", ""),
    )
