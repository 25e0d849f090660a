"""The structure of a SPARQL query: its groups and what stands in them (SPARQL 1.1, 19.8).

Only as deep as rewriting needs: triples and expressions stay tokens, with the groups of EXISTS
found in them. Whether these are well-formed is for Oxigraph to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.sparql_tokens import Token


@dataclass(frozen=True, slots=True)
class Exists:
    """EXISTS or NOT EXISTS in an expression."""

    negated: bool
    group: Group


Expression = list[Token | Exists]


@dataclass(slots=True)
class Group:
    """What stands between braces; of a subquery's braces ``elements`` holds only the Select."""

    elements: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Triples:
    """Triple patterns, with their full stops."""

    tokens: list[Token]


@dataclass(frozen=True, slots=True)
class Filter:
    """FILTER with its constraint."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Bind:
    """BIND (expression AS ?variable)."""

    expression: Expression
    variable: str


@dataclass(frozen=True, slots=True)
class Optional:
    """OPTIONAL."""

    group: Group


@dataclass(frozen=True, slots=True)
class Union:
    """Groups with UNION between them; one group alone is a group in a group."""

    groups: list[Group]


@dataclass(frozen=True, slots=True)
class InGraph:
    """GRAPH with its name, a variable or an IRI."""

    name: Token
    group: Group


@dataclass(frozen=True, slots=True)
class Item:
    """A projected variable, or (expression AS ?variable)."""

    variable: str
    expression: Expression | None = None


@dataclass(slots=True)
class Select:
    """SELECT, or ASK (``form``), as far as it stands outside of its groups.

    No ``items`` means ``*``. ``modifiers`` are those after the group, by their first word.
    """

    form: str
    distinct: str
    items: list[Item]
    where: Group
    modifiers: dict[str, Expression]


Element = Triples | Filter | Bind | Optional | Union | InGraph | Select
_MODIFIERS = {"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"}
_ELEMENTS = {"OPTIONAL", "MINUS", "GRAPH", "SERVICE", "FILTER", "BIND", "VALUES"}


@dataclass(frozen=True, slots=True)
class Query:
    """A query: the prologue as written, and the rest."""

    prologue: list[Token]
    select: Select


def parse(tokens: Sequence[Token]) -> Query:
    """The structure of a SELECT or ASK query from its tokens.

    Raises BrokenResourceError for what is neither, cannot be read, or holds MINUS, VALUES, SERVICE
    (which SHACL forbids where variables are pre-bound) or FROM (which could reach the network).
    """
    return _Parser(tokens).query()


class _Parser:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self.at = 0

    def query(self) -> Query:
        start = self.at
        while self.word() in {"PREFIX", "BASE"}:
            self.at += 3 if self.word() == "PREFIX" else 2
        prologue = self.tokens[start : self.at]
        if self.word() not in {"SELECT", "ASK"}:
            raise BrokenResourceError("the query is neither SELECT nor ASK")
        select = self.select()
        if self.at < len(self.tokens):
            raise self.unexpected()
        return Query(prologue, select)

    def select(self) -> Select:
        form, distinct, items = self.take().word, "", list[Item]()
        if form == "SELECT":
            if self.word() in {"DISTINCT", "REDUCED"}:
                distinct = self.take().word
            items = list(self.items())
        if self.word() == "FROM":
            raise BrokenResourceError("a query in the shapes may not name its graphs with FROM")
        if self.word() == "WHERE":
            self.at += 1
        return Select(form, distinct, items, self.group(), self.modifiers())

    def items(self) -> Iterator[Item]:
        if self.mark() == "*":
            self.at += 1
            return
        while True:
            if self.peek().kind == "variable":
                yield Item(self.take().text)
            elif self.mark() == "(":
                expression, variable = self.named()
                yield Item(variable, expression)
            else:
                return

    def modifiers(self) -> dict[str, Expression]:
        found: dict[str, Expression] = {}
        while self.word() in _MODIFIERS:
            name = self.take().word
            if name == "VALUES":
                raise _refused(name)
            part: Expression = []
            while (
                self.at < len(self.tokens) and self.word() not in _MODIFIERS and self.mark() != "}"
            ):
                part += self.expression_part()
            found[name] = part
        return found

    def group(self) -> Group:
        self.expect("{")
        group = Group()
        if self.word() == "SELECT":
            group.elements.append(self.select())
        while self.mark() != "}":
            self.element(group)
        self.expect("}")
        return group

    def element(self, group: Group) -> None:
        word = self.word()
        if word in _ELEMENTS:
            self.at += 1
            group.elements.append(self.keyword(word))
        elif self.mark() == "{":
            groups = [self.group()]
            while self.word() == "UNION":
                self.at += 1
                groups.append(self.group())
            group.elements.append(Union(groups))
        elif word and word not in {"A", "TRUE", "FALSE"}:
            raise self.unexpected()
        elif tokens := self.triples():
            group.elements.append(Triples(tokens))

    def keyword(self, word: str) -> Element:
        if word == "OPTIONAL":
            return Optional(self.group())
        if word == "GRAPH":
            return InGraph(self.take(), self.group())
        if word == "FILTER":
            return Filter(self.constraint())
        if word == "BIND":
            return Bind(*self.named())
        raise _refused(word)

    def triples(self) -> list[Token]:
        """The patterns up to the next element, without the full stops around them."""
        while self.mark() == ".":
            self.at += 1
        start = self.at
        while True:
            token = self.peek()
            if (token.kind == "mark" and token.text in "{}") or token.word in _ELEMENTS:
                found = self.tokens[start : self.at]
                while found and found[-1].text == ".":
                    found.pop()
                return found
            if token.word and token.word not in {"A", "TRUE", "FALSE"}:
                raise self.unexpected()
            self.at += 1

    def constraint(self) -> Expression:
        """What follows FILTER: brackets, EXISTS, or a call."""
        part: Expression = []
        while self.mark() != "(":
            part += self.expression_part()
            if isinstance(part[-1], Exists):
                return part
            if self.mark() == "}":
                raise self.unexpected()
        return part + self.brackets()

    def brackets(self) -> Expression:
        part: Expression = [self.expect("(")]
        while self.mark() != ")":
            part += self.brackets() if self.mark() == "(" else self.expression_part()
        return [*part, self.expect(")")]

    def expression_part(self) -> Expression:
        """One token of an expression, or one EXISTS with its group."""
        if self.word() == "EXISTS":
            self.at += 1
            return [Exists(False, self.group())]
        if self.word() == "NOT" and self.peek(1).word == "EXISTS":
            self.at += 2
            return [Exists(True, self.group())]
        if self.mark() in {"{", "}"}:
            raise self.unexpected()
        return [self.take()]

    def named(self) -> tuple[Expression, str]:
        """(expression AS ?variable)."""
        whole = self.brackets()
        *expression, as_, variable = whole[1:-1] if len(whole) > 4 else [None, None]
        if (
            not isinstance(as_, Token)
            or as_.word != "AS"
            or not isinstance(variable, Token)
            or variable.kind != "variable"
        ):
            raise BrokenResourceError("the query has brackets without AS and a variable")
        return [part for part in expression if part is not None], variable.text

    def peek(self, ahead: int = 0) -> Token:
        if self.at + ahead >= len(self.tokens):
            raise BrokenResourceError("the query ends too early")
        return self.tokens[self.at + ahead]

    def word(self) -> str:
        return self.tokens[self.at].word if self.at < len(self.tokens) else ""

    def mark(self) -> str:
        token = self.peek()
        return token.text if token.kind == "mark" else ""

    def take(self) -> Token:
        token = self.peek()
        self.at += 1
        return token

    def expect(self, mark: str) -> Token:
        if self.mark() != mark:
            raise self.unexpected()
        return self.take()

    def unexpected(self) -> BrokenResourceError:
        return BrokenResourceError(f"the query has {self.peek().text[:40]!r} at a wrong place")


def _refused(word: str) -> BrokenResourceError:
    return BrokenResourceError(f"{word} may not stand in a query with pre-bound variables")
