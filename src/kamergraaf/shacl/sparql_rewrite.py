"""A query made to run for many focus nodes at once.

SHACL has every group of a query start from the pre-bound variables (appendix A). Here they come
as VALUES, one row a focus node: at the start of the outermost group, and of those inner groups
that test them before binding them. Since each solution then carries its row, joins, OPTIONAL,
UNION and filters treat the focus nodes apart, as if each had a query of its own.

Oxigraph evaluates a group of EXISTS anew for each solution, in the worst case over the whole
store. Where it is sound, NOT EXISTS becomes MINUS, and EXISTS a join with a subquery (an OPTIONAL
one, where something else will do as well), with the triple patterns of the group around it, so that
the planner starts from the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kamergraaf.shacl.sparql_exists import Surroundings, as_exists, conditions
from kamergraaf.shacl.sparql_parse import (
    Bind,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    InGraph,
    Optional,
    Query,
    Select,
    Triples,
    Union,
)
from kamergraaf.shacl.sparql_scope import (
    aggregates,
    all_selects,
    in_select,
    mentioned,
    safe,
    variables,
)
from kamergraaf.shacl.sparql_tokens import Token, text

ROW = "_0row"
"""The variable that tells which focus node a solution is about."""

MANY, SOME, ONE = 2_000, 64, 1
"""Rows in one query: many; some, where a group may be evaluated once a row; one at a time."""


class Uncovered(Exception):  # noqa: N818 - no error: the reference engine takes over.
    """The query is one that this engine cannot run."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for VALUES of these pre-bound variables, with the row's number if ``row``."""

    names: tuple[str, ...]
    row: bool = False


@dataclass(slots=True)
class Rewritten:
    """A query with slots; ``rows`` is how many focus nodes it may take at once."""

    pieces: list[str | Slot] = field(default_factory=list)
    rows: int = MANY


@dataclass(frozen=True, slots=True)
class Join:
    """An EXISTS that becomes a join; with ``flag`` a variable that is bound where it holds."""

    around: Surroundings
    exists: Exists
    flag: str = ""


def rewrite(query: Query, prebound: frozenset[str]) -> Rewritten:
    """The query with slots for those of the pre-bound variables that it mentions."""
    return _Rewriter(query, prebound).run()


class _Rewriter:
    def __init__(self, query: Query, prebound: frozenset[str]) -> None:
        self.query = query
        self.prebound = prebound & in_select(query.select)
        self.out = Rewritten()
        self.flags = 0

    def run(self) -> Rewritten:
        select = self.query.select
        self.add(text(self.query.prologue))
        whole = select.form == "SELECT" and aggregates(select)
        if any(map(_one_by_one, all_selects(select))):
            self.out.rows = ONE
        if whole:
            _refuse_ungrouped(select, self.prebound)
        self.add(" SELECT")
        if select.form == "ASK":
            self.add(f" DISTINCT ?{ROW}")
        else:
            self.projection(select, row=not whole)
        self.add(" WHERE")
        self.group(select.where, self.prebound, row=not whole)
        self.modifiers(select, sorted(self.prebound | {ROW}))
        return self.out

    def add(self, piece: str | Slot) -> None:
        self.out.pieces.append(piece)

    def projection(self, select: Select, *, row: bool, number: bool = True) -> None:
        self.add(f" {select.distinct}" if select.distinct else "")
        if not select.items:
            self.add(" *")
            return
        self.add(f" ?{ROW}" if row and number else "")
        for item in select.items:
            if item.expression is not None:
                self.add(" (")
                self.expression(item.expression)
                self.add(f" AS ?{item.variable})")
            elif row or item.variable not in self.prebound:
                self.add(f" ?{item.variable}")

    def modifiers(self, select: Select, grouped: list[str]) -> None:
        for name, condition in select.modifiers.items():
            self.add(f" {name}")
            self.expression(condition)
            if name == "GROUP":
                stated = variables(condition)
                self.add("".join(f" ?{n}" for n in grouped if n not in stated))

    def group(self, group: Group, given: frozenset[str], *, row: bool = False) -> None:
        """A group with its braces; ``given`` are the variables that get their values here."""
        self.add(" {")
        self.slot(given, row=row)
        if group.elements and isinstance(group.elements[0], Select):
            self.subquery(group.elements[0])
        else:
            self.elements(group, Surroundings.of(group, given))
        self.add(" }")

    def inner(self, group: Group, *, optional: bool = False) -> None:
        """A group in a group, with the values that it cannot do without."""
        if group.elements and isinstance(group.elements[0], Select):
            self.subquery(group.elements[0])
            return
        used = self.prebound & mentioned(group)
        given = frozenset(n for n in used if not safe(group, n, optional=optional))
        self.add(" {")
        if given:
            self.out.rows = min(self.out.rows, SOME)
            self.slot(given)
        self.elements(group, None if optional else Surroundings.of(group, given))
        self.add(" }")

    def slot(self, given: frozenset[str], *, row: bool = False) -> None:
        if given or row:
            self.add(Slot(tuple(sorted(given)), row))

    def elements(self, group: Group, around: Surroundings | None) -> None:
        joins: list[Join] = []
        for element in group.elements:
            if isinstance(element, Filter):
                joins += self.filter(element, around)
            else:
                self.element(element)
        for join in joins:
            self.join(join)

    def element(self, element: Element) -> None:
        match element:
            case Triples(tokens):
                self.add(text(tokens) + " .")
            case Bind(expression, variable):
                self.add(" BIND(")
                self.expression(expression)
                self.add(f" AS ?{variable})")
            case Optional(group):
                self.add(" OPTIONAL")
                self.inner(group, optional=True)
            case InGraph(name, group):
                self.add(" GRAPH" + text([name]))
                self.inner(group)
            case Union(found):
                for position, group in enumerate(found):
                    self.add(" UNION" if position else "")
                    self.inner(group)

    def subquery(self, select: Select) -> None:
        given = self.prebound & in_select(select)
        self.add(" { SELECT")
        self.projection(select, row=True, number=False)
        self.add(" WHERE")
        self.group(select.where, given)
        self.modifiers(select, sorted(given))
        self.add(" }")

    def filter(self, element: Filter, around: Surroundings | None) -> list[Join]:
        """Write the filter; what is to become a join of its EXISTS is returned."""
        joins: list[Join] = []
        for condition in conditions(element.expression):
            exists = as_exists(condition)
            if exists and around and around.takes(exists, self.prebound):
                joins.append(Join(around, exists))
                continue
            self.add(" FILTER(")
            for part in condition:
                plain = Exists(False, part.group) if isinstance(part, Exists) else None
                if plain and around and around.takes(plain, self.prebound):
                    self.flags += 1
                    joins.append(Join(around, plain, f"_0flag{self.flags}"))
                    negated = "!" if isinstance(part, Exists) and part.negated else ""
                    self.add(f" {negated}bound(?{joins[-1].flag})")
                else:
                    self.expression([part])
            self.add(" )")
        return joins

    def join(self, join: Join) -> None:
        """Write the join that an EXISTS has become."""
        around, group = join.around, join.exists.group
        if join.exists.negated:
            self.add(" MINUS {")
        else:
            self.add(" OPTIONAL {" if join.flag else " {")
            self.add(" SELECT DISTINCT")
            self.add("".join(f" ?{name}" for name in sorted(around.shared(group))))
            self.add(f" (true AS ?{join.flag}) WHERE {{" if join.flag else " WHERE {")
        self.slot(around.given)
        for patterns in around.patterns:
            self.element(patterns)
        self.elements(group, around.with_(group))
        self.add(" }" if join.exists.negated else " } }")

    def expression(self, expression: Expression) -> None:
        for part in expression:
            if isinstance(part, Token):
                self.add(text([part]))
            else:
                self.out.rows = min(self.out.rows, SOME)
                self.add(" NOT EXISTS" if part.negated else " EXISTS")
                self.inner(part.group)


def _one_by_one(select: Select) -> bool:
    """Whether a query counts or cuts off its solutions, so that it cannot see several rows."""
    return bool({"LIMIT", "OFFSET"} & select.modifiers.keys()) or (
        select.form == "SELECT" and aggregates(select)
    )


def _refuse_ungrouped(select: Select, prebound: frozenset[str]) -> None:
    """Raise Uncovered where a pre-bound variable stands beside a count of all solutions."""
    stated = [*(item.expression or [] for item in select.items), select.modifiers.get("HAVING", [])]
    used = prebound & frozenset[str]().union(*map(variables, stated))
    if used:
        raise Uncovered(f"it aggregates without GROUP BY and uses ${min(used)} beside it")
