"""Graphs broken on purpose: a few statements changed at random, always the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence

from equal.sides import Triple
from kamergraaf.graph.quads import literal, value
from kamergraaf.shacl.terms import RDF_TYPE

XSD = "http://www.w3.org/2001/XMLSchema#"


def broken(data: Sequence[Triple], seed: int, changes: int) -> list[Triple]:
    """The graph with so many of its statements changed."""
    chance = random.Random(seed)
    left = list(data)
    for _ in range(changes):
        place = chance.randrange(len(left))
        left[place : place + 1] = _changed(left[place], left, chance)
    return list(dict.fromkeys(left))


def _changed(triple: Triple, data: Sequence[Triple], chance: random.Random) -> list[Triple]:
    subject, predicate, object_ = triple
    if predicate == RDF_TYPE:
        # No class, another class, or one more.
        other = (subject, predicate, chance.choice([t[2] for t in data if t[1] == RDF_TYPE]))
        return chance.choice(([], [other], [triple, other]))
    node, text = chance.choice(data)[0], '"niet bekend"'
    objects = [(), (node,), (text,), (object_, node), (object_, text), ("_:nobody",)]
    if object_[0] == '"':
        told = value(object_)
        tagged = [literal(told.text, language=tag) for tag in ("nl", "en", "fr-be")]
        kinds = [literal(told.text, datatype=XSD + name) for name in ("date", "integer", "string")]
        objects += [(one,) for one in tagged + kinds]
        objects += [(object_, literal(f"{told.text}!", language=told.language))]
    return [(subject, predicate, one) for one in chance.choice(objects)]
