"""Compiled shapes bound to one data graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kamergraaf.shacl.components import Binder, Check, Maker, Selector, ValueTest, maker
from kamergraaf.shacl.graph import Graph, Table
from kamergraaf.shacl.paths import Path
from kamergraaf.shacl.paths_walk import table
from kamergraaf.shacl.results import Result, order
from kamergraaf.shacl.shapes import Shape

if TYPE_CHECKING:
    import pyoxigraph

_KEPT = 50_000
_LONGEST_KEPT = 200
"""How many answers a program keeps from one data graph to the next, and on which terms."""

Failed = tuple[int, ...]
"""The positions of the tests that a value node fails."""


class Verdicts(dict[str, Failed]):
    """Which of some tests a value node fails; each value node is tested once."""

    def __init__(self, tests: Sequence[Callable[[str], bool]], *, lasting: bool = False) -> None:
        super().__init__()
        self._tests = tuple(enumerate(tests))
        self._lasting = lasting

    def __missing__(self, key: str) -> Failed:
        failed = tuple([position for position, test in self._tests if not test(key)])
        if self._lasting:
            if len(key) > _LONGEST_KEPT:
                return failed
            if len(self) >= _KEPT:
                self.clear()
        self[key] = failed
        return failed


@dataclass(slots=True)
class Plan:
    """A shape compiled: its constraints, and the targets that are not SHACL Core's."""

    shape: Shape
    static: list[ValueTest] = field(default_factory=list)
    moving: list[ValueTest] = field(default_factory=list)
    binders: list[Binder] = field(default_factory=list)
    selectors: list[Selector] = field(default_factory=list)
    lasting: Verdicts | None = None
    """What the static tests said of terms so far, on any data graph."""

    def add(self, part: ValueTest | Binder) -> None:
        """Take a constraint."""
        if not isinstance(part, ValueTest):
            self.binders.append(part)
        elif part.static:
            self.static.append(part)
        else:
            self.moving.append(part)


class Bound:
    """All plans on one data graph; a shape is bound when it is first asked for."""

    def __init__(
        self,
        plans: Mapping[str, Plan],
        data: Graph,
        shapes: Graph,
        store: pyoxigraph.Store | None,
    ) -> None:
        self.data, self.shapes, self.store = data, shapes, store
        self._plans = plans
        self._checks: dict[str, Check] = {}
        self._tables: dict[Path, Table] = {}

    def values(self, shape: Shape) -> Table:
        """The value nodes by focus node."""
        if shape.path is None:
            return _ITSELF
        found = self._tables.get(shape.path)
        if found is None:
            found = self._tables[shape.path] = table(shape.path, self.data)
        return found

    def check(self, node: str) -> Check:
        """The shape with this node as a whole."""
        found = self._checks.get(node)
        if found is None:
            found = self._checks[node] = self._bind(self._plans[node])
        return found

    def _bind(self, plan: Plan) -> Check:
        if plan.shape.deactivated:
            return Check(lambda focus: True, lambda foci: ())
        checks: list[Check] = []
        if plan.static:
            if plan.lasting is None:
                plan.lasting = Verdicts([test.bind(self) for test in plan.static], lasting=True)
            checks.append(self._tested(plan.shape, plan.static, plan.lasting))
        if plan.moving:
            verdicts = Verdicts([test.bind(self) for test in plan.moving])
            checks.append(self._tested(plan.shape, plan.moving, verdicts))
        checks += [bind(self) for bind in plan.binders]
        return checks[0] if len(checks) == 1 else _all(checks)

    def _tested(self, shape: Shape, tests: Sequence[ValueTest], verdicts: Verdicts) -> Check:
        values = self.values(shape)
        reporter = _Reporters(lambda position: self._reporter(shape, tests[position]))

        def holds(focus: str) -> bool:
            for value in values[focus]:  # noqa: SIM110 - a loop costs half of any()
                if verdicts[value]:
                    return False
            return True

        def results(foci: Sequence[str]) -> list[Result]:
            return [
                reporter[position](focus, value)
                for focus in foci
                for value in values[focus]
                for position in verdicts[value]
            ]

        return Check(holds, results)

    def _reporter(self, shape: Shape, test: ValueTest) -> Maker:
        make = maker(shape, test.component)
        if test.details is None:
            return make
        details = test.details(self)
        return lambda focus, value: make(focus, value, tuple(sorted(details(value), key=order)))


class _Reporters(dict[int, Maker]):
    """What makes the results of a failed test, by its position: most tests never fail."""

    def __init__(self, make: Callable[[int], Maker]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: int) -> Maker:
        found = self[key] = self._make(key)
        return found


class _Itself(Table):
    """The value nodes of a node shape: the focus node."""

    def __missing__(self, key: str) -> tuple[str, ...]:
        return (key,)


_ITSELF = _Itself()


def _all(checks: Sequence[Check]) -> Check:
    tests = [check.holds for check in checks]
    reports = [check.results for check in checks]

    def results(foci: Sequence[str]) -> Iterable[Result]:
        return [result for report in reports for result in report(foci)]

    def holds(focus: str) -> bool:
        for test in tests:  # noqa: SIM110
            if not test(focus):
                return False
        return True

    return Check(holds, results)
