"""What a constraint of each kind asks for, with values that meet it and values that do not.

Each function of ``KINDS`` writes what a constraint needs into the shapes graph and gives its
parameters with the values to plant. The random choices come from the maker's own chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from kamergraaf.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, RDF_TYPE, sh

EX = "http://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
Triple = tuple[str, str, str]


def ex(name: str) -> str:
    return f"<{EX}{name}>"


def typed(text: str, datatype: str) -> str:
    return f'"{text}"^^<{XSD}{datatype}>'


def whole(number: int) -> str:
    return typed(str(number), "integer")


WELL_FORMED = (
    *map(whole, (-7, 0, 3, 12, 400)),
    *(typed(t, "decimal") for t in ("0.5", "3.0", "-2.75")),
    *(typed(t, "double") for t in ("1e3", "0.25", "INF")),
    *(typed(t, "boolean") for t in ("true", "false", "1")),
    *(typed(t, "date") for t in ("2016-02-29", "2023-11-05")),
    *(typed(t, "dateTime") for t in ("2023-11-05T10:00:00", "2023-11-05T10:00:00Z")),
    *(typed(t, "gYear") for t in ("2023", "1999")),
    *(typed(t, "anyURI") for t in ("http://example.org/x", "nergens")),
    f'"abc"^^<{EX}code>',
)
ILL_FORMED = (
    *(typed(t, "integer") for t in ("vijf", "3.0", "")),
    *(typed(t, "decimal") for t in ("1.000,00", "een")),
    *(typed(t, "double") for t in ("veel",)),
    *(typed(t, "boolean") for t in ("ja", "2")),
    *(typed(t, "date") for t in ("2023-13-05", "5 november 2023")),
    *(typed(t, "dateTime") for t in ("2023-11-05 laat", "gisteren")),
)
TEXTS = ('"brief"', '"een langere tekst"', '""', '"Ünïcode \\"tekst\\"\\n op twee regels"', '"x1"')
TAGGED = (
    '"letter"@en',
    '"brief"@nl',
    '"lettre"@fr',
    '"letter"@en-gb',
    '"brief"@nl-be',
    '"mail"@en',
)
NODES = (*(ex(f"n{i}") for i in range(8)), "_:d0", "_:d1")
CLASSES = tuple(ex(f"C{i}") for i in range(6))
ANYTHING = (*WELL_FORMED, *ILL_FORMED, *TEXTS, *TAGGED, *NODES)


@dataclass
class Shapes:
    """A shapes graph in the making."""

    chance: random.Random
    triples: list[Triple] = field(default_factory=list)
    _blank: int = 0

    def blank(self) -> str:
        self._blank += 1
        return f"_:s{self._blank}"

    def state(self, subject: str, name: str, *objects: str) -> None:
        self.triples += [(subject, sh(name), object_) for object_ in objects]

    def list(self, members: tuple[str, ...]) -> str:
        nodes = [self.blank() for _ in members]
        for node, rest, member in zip(nodes, [*nodes[1:], RDF_NIL], members, strict=True):
            self.triples += [(node, RDF_FIRST, member), (node, RDF_REST, rest)]
        return nodes[0] if nodes else RDF_NIL

    def some(self, pool: tuple[str, ...], least: int = 1, most: int = 4) -> tuple[str, ...]:
        return tuple(self.chance.sample(pool, min(len(pool), self.chance.randint(least, most))))


@dataclass
class Planted:
    """A constraint's parameters, with sets of values that meet it and that do not.

    ``other`` are the focus node's values of ``ex:other``, for constraints on pairs of properties.
    """

    parameters: list[tuple[str, str]]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    other: tuple[str, ...] = ()


Kind = Callable[[Shapes], Planted]
OTHER = ex("other")


def _class(s: Shapes) -> Planted:
    return Planted([("class", s.chance.choice(CLASSES))], s.some(NODES), s.some(ANYTHING))


def _datatype(s: Shapes) -> Planted:
    name = s.chance.choice(
        ("integer", "decimal", "double", "boolean", "date", "dateTime", "string")
    )
    own = tuple(t for t in (*WELL_FORMED, *TEXTS) if t.endswith(f"#{name}>") or name == "string")
    return Planted([("datatype", f"<{XSD}{name}>")], s.some(own), s.some((*ILL_FORMED, *ANYTHING)))


def _lang_string(s: Shapes) -> Planted:
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"
    return Planted([("datatype", kind)], s.some(TAGGED), s.some(ANYTHING))


def _node_kind(s: Shapes) -> Planted:
    kinds = {
        "IRI": "<",
        "BlankNode": "_",
        "Literal": '"',
        "BlankNodeOrIRI": "_<",
        "BlankNodeOrLiteral": '_"',
        "IRIOrLiteral": '<"',
    }
    name = s.chance.choice(tuple(kinds))
    good = tuple(t for t in ANYTHING if t[0] in kinds[name])
    bad = tuple(t for t in ANYTHING if t[0] not in kinds[name])
    return Planted([("nodeKind", sh(name))], s.some(good), s.some(bad))


def _min_count(s: Shapes) -> Planted:
    return Planted([("minCount", whole(3))], s.some(ANYTHING, 3, 5), s.some(ANYTHING, 0, 2))


def _max_count(s: Shapes) -> Planted:
    return Planted([("maxCount", whole(1))], s.some(ANYTHING, 0, 1), s.some(ANYTHING, 2, 5))


def _range(name: str) -> Kind:
    def kind(s: Shapes) -> Planted:
        bound = s.chance.choice((whole(3), typed("3.0", "decimal"), typed("2.5", "double")))
        if s.chance.random() < 0.3:
            bound = typed("2020-01-01", "date")
        values = (*WELL_FORMED, *map(whole, (1, 2, 3, 4)))
        return Planted([(name, bound)], s.some(values), s.some((*values, *TEXTS, *NODES)))

    return kind


def _min_length(s: Shapes) -> Planted:
    return Planted([("minLength", whole(4))], s.some(TAGGED), s.some(ANYTHING))


def _max_length(s: Shapes) -> Planted:
    return Planted([("maxLength", whole(5))], s.some(('"kort"', '"a"@nl')), s.some(ANYTHING))


def _pattern(s: Shapes) -> Planted:
    found = [("pattern", s.chance.choice(('"^[a-z]+$"', '"BRIEF|x\\\\d"', '"n[0-3]$"', '"tekst"')))]
    if s.chance.random() < 0.5:
        found.append(("flags", '"i"'))
    return Planted(found, s.some(('"brief"', '"x1"', ex("n1"))), s.some(ANYTHING))


def _language_in(s: Shapes) -> Planted:
    head = s.list(s.some(('"en"', '"nl"', '"fr"', '"de"')))
    return Planted([("languageIn", head)], s.some(TAGGED), s.some((*TAGGED, *ANYTHING)))


def _unique_lang(s: Shapes) -> Planted:
    twice = ('"letter"@en', '"mail"@en', *s.some(ANYTHING, 0, 2))
    return Planted([("uniqueLang", typed("true", "boolean"))], ('"brief"@nl',), twice)


def _equals(s: Shapes) -> Planted:
    other = s.some(ANYTHING, 0)
    return Planted([("equals", OTHER)], other, s.some(ANYTHING), other)


def _disjoint(s: Shapes) -> Planted:
    other = s.some(ANYTHING, 2)
    return Planted([("disjoint", OTHER)], s.some(NODES), (other[0], *s.some(ANYTHING)), other)


def _less(name: str) -> Kind:
    # Of one kind, because pyshacl ends with an exception on values that have no order.
    pools = (
        tuple(map(whole, range(1, 7))),
        tuple(typed(f"202{i}-01-05", "date") for i in range(6)),
        tuple(f'"{c}"' for c in "abcdef"),
        (*map(whole, range(3)), typed("1.5", "decimal"), typed("1e0", "double")),
    )

    def kind(s: Shapes) -> Planted:
        pool = s.chance.choice(pools)
        return Planted([(name, OTHER)], pool[:2], s.some(pool[2:], 1, 3), s.some(pool[2:], 1, 3))

    return kind


def _has_value(s: Shapes) -> Planted:
    wanted = s.chance.choice(ANYTHING[:-2])
    return Planted([("hasValue", wanted)], (wanted, *s.some(ANYTHING)), s.some(ANYTHING, 0))


def _in(s: Shapes) -> Planted:
    wanted = s.some(ANYTHING[:-2], 2, 6)
    return Planted([("in", s.list(wanted))], s.some(wanted), s.some(ANYTHING))


def _closed(s: Shapes) -> Planted:
    found = [("closed", typed("true", "boolean"))]
    if s.chance.random() < 0.7:
        found.append(("ignoredProperties", s.list((RDF_TYPE, ex("p0")))))
    return Planted(found, s.some(NODES), s.some(NODES, 3, 5))


SIMPLE: dict[str, Kind] = {
    "class": _class,
    "datatype": _datatype,
    "langString": _lang_string,
    "nodeKind": _node_kind,
    "minExclusive": _range("minExclusive"),
    "minInclusive": _range("minInclusive"),
    "maxExclusive": _range("maxExclusive"),
    "maxInclusive": _range("maxInclusive"),
    "minLength": _min_length,
    "maxLength": _max_length,
    "pattern": _pattern,
    "languageIn": _language_in,
    "hasValue": _has_value,
    "in": _in,
    "equals": _equals,
    "disjoint": _disjoint,
    "closed": _closed,
}
"""Kinds that a node shape can have, too."""

OF_PROPERTIES: dict[str, Kind] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "uniqueLang": _unique_lang,
    "lessThan": _less("lessThan"),
    "lessThanOrEquals": _less("lessThanOrEquals"),
}
"""Kinds that only a property shape can have."""
