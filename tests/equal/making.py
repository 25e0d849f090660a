"""Shapes and data made for a seed: every constraint and path of SHACL Core, with planted faults."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from equal.planting import (
    ANYTHING,
    CLASSES,
    NODES,
    OF_PROPERTIES,
    OTHER,
    SIMPLE,
    Planted,
    Shapes,
    Triple,
    ex,
    typed,
    whole,
)
from kamergraaf.shacl import paths
from kamergraaf.shacl.terms import RDF_TYPE, SUB_CLASS_OF, sh

NESTING = ("not", "and", "or", "xone", "node", "property", "qualified", "siblings")
KINDS = (*SIMPLE, *OF_PROPERTIES, *NESTING)
STEPS = tuple(ex(f"p{i}") for i in range(4))
DEEPEST = 2
_TWOFOLD: tuple[Any, ...] = (paths.Sequence, paths.Alternative)
_ONEFOLD: dict[Any, str] = {
    paths.Inverse: "inversePath",
    paths.ZeroOrMore: "zeroOrMorePath",
    paths.OneOrMore: "oneOrMorePath",
    paths.ZeroOrOne: "zeroOrOnePath",
}
TRUE = typed("true", "boolean")


@dataclass
class Making:
    """One shapes graph and its data."""

    seed: int
    chance: random.Random = field(init=False)
    shapes: Shapes = field(init=False)
    data: dict[Triple, None] = field(default_factory=dict)
    _mids: int = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.shapes = Shapes(self.chance)
        self._classes()
        for number in range(3):
            kind = self.chance.choice((*KINDS, *OF_PROPERTIES))
            if not number:
                kind = KINDS[self.seed % len(KINDS)]
            self._targeted(kind, number)
        self._noise()

    # The data.

    def _classes(self) -> None:
        for below, above in ((1, 0), (2, 1), (3, 1), (4, 3)):
            self._add(CLASSES[below], SUB_CLASS_OF, CLASSES[above])
        for node in NODES:
            if self.chance.random() < 0.6:
                self._add(node, RDF_TYPE, self.chance.choice(CLASSES))

    def _noise(self) -> None:
        """Statements that nobody planned, and some planned ones gone."""
        for _ in range(8):
            self._add(
                self.chance.choice(NODES), self.chance.choice(STEPS), self.chance.choice(ANYTHING)
            )
        for triple in self.chance.sample(list(self.data), 2):
            del self.data[triple]

    def _add(self, subject: str, predicate: str, object_: str) -> None:
        if subject[0] != '"':
            self.data[(subject, predicate, object_)] = None

    def _mid(self) -> str:
        self._mids += 1
        return f"_:m{self._mids}" if self._mids % 2 else ex(f"m{self._mids}")

    def _lead(self, focus: str, path: paths.Path, value: str) -> None:
        """State what makes ``value`` a value node of the path."""
        match path:
            case paths.Predicate(iri):
                self._add(focus, iri, value)
            case paths.Inverse(inner):
                self._lead(value, inner, focus)
            case paths.Sequence(steps):
                nodes = [focus, *(self._mid() for _ in steps[1:]), value]
                for start, step, end in zip(nodes, steps, nodes[1:], strict=False):
                    self._lead(start, step, end)
            case paths.Alternative(ways):
                self._lead(focus, self.chance.choice(ways), value)
            case paths.ZeroOrOne(inner):
                self._lead(focus, inner, value)
            case paths.ZeroOrMore(inner) | paths.OneOrMore(inner):
                middle = self._mid()
                self._lead(focus, inner, middle)
                self._lead(middle, inner, value)
                if self.chance.random() < 0.3:
                    self._lead(middle, inner, focus)  # a circle

    # The shapes.

    def _path(self, depth: int = 0) -> paths.Path:
        if depth == DEEPEST or self.chance.random() < 0.25:
            return paths.Predicate(self.chance.choice(STEPS))
        kind = self.chance.choice((*_TWOFOLD, *_ONEFOLD))
        if kind in _TWOFOLD:
            return kind((self._path(depth + 1), self._path(depth + 1)))
        return kind(self._path(depth + 1))

    def _property(self, node: str, path: paths.Path) -> None:
        self.shapes.state(node, "path", self._written(path))

    def _written(self, path: paths.Path) -> str:
        """The path's node in the shapes graph."""
        if isinstance(path, paths.Predicate):
            return path.iri
        if isinstance(path, paths.Sequence):
            return self.shapes.list(tuple(map(self._written, path.paths)))
        node = self.shapes.blank()
        if isinstance(path, paths.Alternative):
            ways = self.shapes.list(tuple(map(self._written, path.paths)))
            self.shapes.state(node, "alternativePath", ways)
        else:
            self.shapes.state(node, _ONEFOLD[type(path)], self._written(path.path))
        return node

    def _targeted(self, kind: str, number: int) -> None:
        """A shape with targets and a constraint of the kind, and data for it."""
        node = ex(f"Shape{number}")
        as_node = kind not in (*OF_PROPERTIES, "qualified") and self.chance.random() < 0.3
        path = None if as_node else self._path()
        if kind.startswith("less") and self.chance.random() < 0.7:
            path = paths.Predicate(ex("q0"))  # where no noise is: pyshacl ends on what has no order
        if path and self.chance.random() < 0.5:
            outer, node = node, self.shapes.blank()
            self._target(outer, number)
            self.shapes.state(outer, "property", node)
        else:
            self._target(node, number)
        if path:
            self._property(node, path)
        self._severity(node)
        planted = self._constraint(node, kind, 0)
        for values in (planted.good, planted.bad, planted.bad[:1]):
            self._plant(self._mid(), number, path, values, planted.other)

    def _plant(
        self,
        focus: str,
        number: int,
        path: paths.Path | None,
        values: tuple[str, ...],
        other: tuple[str, ...],
    ) -> None:
        if path is None:
            for value in values:
                self._add(ex("start"), ex(f"focus{number}"), value)
                for one in other:
                    self._add(value, OTHER, one)
            return
        self._add(ex("start"), ex(f"focus{number}"), focus)
        self._add(focus, RDF_TYPE, ex(f"T{number}"))
        for value in values:
            self._lead(focus, path, value)
        for one in other:
            self._add(focus, OTHER, one)

    def _target(self, node: str, number: int) -> None:
        kind = self.chance.randrange(5)
        if kind == 0:
            self.shapes.state(node, "targetNode", *self.chance.sample(ANYTHING[:-2], 3))
        if kind == 1:
            self.shapes.state(node, "targetClass", self.chance.choice(CLASSES))
        if kind == 2:
            self.shapes.state(node, "targetSubjectsOf", OTHER)
        if kind == 3:
            self.shapes.state(node, "targetClass", ex(f"T{number}"))
        self.shapes.state(node, "targetObjectsOf", ex(f"focus{number}"))

    def _severity(self, node: str) -> None:
        if self.chance.random() < 0.3:
            self.shapes.state(node, "severity", sh(self.chance.choice(("Info", "Warning"))))

    def _constraint(self, node: str, kind: str, depth: int) -> Planted:
        """State a constraint of the kind at the shape; what to plant for it."""
        if kind in NESTING:
            self._nested(node, kind, depth + 1)
            some = self.shapes.some
            return Planted([], some(ANYTHING, 1, 3), some(ANYTHING, 2, 5), some(ANYTHING, 0, 2))
        planted = (SIMPLE.get(kind) or OF_PROPERTIES[kind])(self.shapes)
        for name, term in planted.parameters:
            self.shapes.state(node, name, term)
        if kind == "closed":
            self._property(inner := self.shapes.blank(), paths.Predicate(STEPS[1]))
            self.shapes.state(node, "property", inner)
        return planted

    def _nested(self, node: str, kind: str, depth: int) -> None:
        state = self.shapes.state
        match kind:
            case "not" | "node":
                state(node, kind, self._inner(depth))
            case "and" | "or" | "xone":
                many = tuple(self._inner(depth) for _ in range(self.chance.randint(2, 3)))
                state(node, kind, self.shapes.list(many))
            case "property":
                state(node, kind, self._inner_property(depth))
            case "qualified":
                self._qualified(node, depth)
            case "siblings":
                for _ in range(2):
                    inner = self.shapes.blank()
                    self._property(inner, self._path(1))
                    self._qualified(inner, depth)
                    state(inner, "qualifiedValueShapesDisjoint", TRUE)
                    state(node, "property", inner)

    def _qualified(self, node: str, depth: int) -> None:
        self.shapes.state(node, "qualifiedValueShape", self._inner(depth))
        name, count = self.chance.choice((("qualifiedMinCount", 2), ("qualifiedMaxCount", 0)))
        self.shapes.state(node, name, whole(count))

    def _inner(self, depth: int) -> str:
        """A node shape to refer to, sometimes a named one, sometimes one that is switched off."""
        node = ex(f"Inner{len(self.shapes.triples)}")
        if self.chance.random() < 0.5:
            node = self.shapes.blank()
        self.shapes.triples.append((node, RDF_TYPE, sh("NodeShape")))
        if self.chance.random() < 0.05:
            self.shapes.state(node, "deactivated", TRUE)
        kinds = (*SIMPLE, *NESTING[:6]) if depth < DEEPEST else tuple(SIMPLE)
        self._constraint(node, self.chance.choice(kinds), depth)
        return node

    def _inner_property(self, depth: int) -> str:
        node = self.shapes.blank()
        self._property(node, self._path(1))
        self._constraint(node, self.chance.choice((*SIMPLE, *OF_PROPERTIES)), depth)
        return node
