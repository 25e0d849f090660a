"""All statements of a dataset as one table, for spreadsheets and data frames."""

from __future__ import annotations

from kamergraaf.ask.prologue import declared
from kamergraaf.ask.rows import Rows
from kamergraaf.ask.store import Source

_STATEMENTS = """SELECT ?letter ?subject (MIN(?named) AS ?subject_label) ?property ?object
  (MIN(?meant) AS ?object_label) (MIN(?firm) AS ?stance) (MIN(?from) AS ?origin)
  (MIN(?read) AS ?rule) (MIN(?sure) AS ?confidence)
  (MIN(?first) AS ?start) (MAX(?last) AS ?end) (MIN(?said) AS ?quote)
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


def table(source: Source) -> Rows:
    """One row per statement: what it says, how firmly, from where, and where it is read.

    ``start`` and ``end`` bound its evidence, in code points of the letter's text.
    """
    return source.select(declared(_STATEMENTS))
