"""All statements of a dataset as one table, for spreadsheets and data frames."""

from __future__ import annotations

from collections import defaultdict

from kamergraaf.ask.names import ending
from kamergraaf.ask.prologue import declared
from kamergraaf.ask.rows import GLUE, Cell, Rows, shown
from kamergraaf.ask.store import Source

_STATEMENTS = """SELECT ?letter ?subject (MIN(?named) AS ?subject_label) ?property ?object
  (MIN(?meant) AS ?object_label) (MIN(?firm) AS ?stance) (MIN(?from) AS ?origin)
  (MIN(?read) AS ?rule) (MIN(?sure) AS ?confidence)
  (MIN(?first) AS ?start) (MAX(?last) AS ?end) (MIN(?said) AS ?quote) ?statement
WHERE {
  ?statement kamer:letter ?letter ; kamer:subject ?subject ; kamer:predicate ?property ;
    kamer:object ?object ; kamer:rule ?read ; kamer:confidence ?sure ;
    kamer:stance ?held ; kamer:origin ?source .
  BIND(STRAFTER(STR(?held), "/stance/") AS ?firm)
  BIND(STRAFTER(STR(?source), "/origin/") AS ?from)
  OPTIONAL { ?subject skos:prefLabel|rdfs:label ?named FILTER(LANG(?named) = "nl") }
  OPTIONAL { ?object skos:prefLabel|rdfs:label ?meant FILTER(LANG(?meant) = "nl") }
  OPTIONAL { ?statement kamer:quote ?said }
  OPTIONAL {
    ?statement kamer:evidence/oa:hasSelector ?position .
    ?position oa:start ?first ; oa:end ?last
  }
}
GROUP BY ?statement ?letter ?subject ?property ?object
ORDER BY ?letter ?start ?end ?subject ?property ?object ?statement"""

_PREMISES = "SELECT DISTINCT ?statement ?premise WHERE { ?statement kamer:premise ?premise }"


def table(source: Source) -> Rows:
    """One row per statement: what it says, how firmly, from where, and where it is read.

    ``start`` and ``end`` bound its evidence, in code points of the letter's text. ``premises`` are
    the statements that it is inferred from, in short.
    """
    found = source.select(declared(_STATEMENTS))
    claims = {str(row["statement"]): _claim(row) for row in found.objects()}
    premises: dict[str, set[str]] = defaultdict(set)
    for statement, premise in source.select(declared(_PREMISES)).rows:
        premises[str(statement)].add(claims.get(str(premise), str(premise)))
    told = (_joined(premises.get(str(row[-1]), set())) for row in found.rows)
    return Rows(
        (*found.columns[:-1], "premises"),
        tuple((*row[:-1], said) for row, said in zip(found.rows, told, strict=True)),
    )


def _claim(row: dict[str, Cell]) -> str:
    """A statement in short: subject, property, object, and its words where it has any."""
    subject = row["subject_label"] or ending(shown(row["subject"]))
    object_ = row["object_label"] or row["object"]
    said = f"{subject} — {ending(shown(row['property']))}: {shown(object_)}"
    return f"{said} “{row['quote']}”" if row["quote"] else said


def _joined(texts: set[str]) -> Cell:
    return GLUE.join(sorted(texts)) or None
