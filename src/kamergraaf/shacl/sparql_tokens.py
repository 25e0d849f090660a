"""The tokens of a SPARQL query (SPARQL 1.1, 19.8), and what a query in a shapes graph may weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kamergraaf.errors import BrokenResourceError

MAX_TOKENS = 5_000
MAX_DEPTH = 50
"""Brackets within brackets. Oxigraph parses by recursion: ten thousand would end the process."""

# An IRI without a colon is relative, and no query here has a base: `?a <?b && ?c> 1` is no IRI.
_NAME = r"[\w\-·]"
_LOCAL = r"[\w:\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_TOKEN = re.compile(
    rf"""
    (?P<gap>(?:\s|\#[^\r\n]*)+)
  | (?P<string>\"\"\"(?:\"{{0,2}}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
      |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20?$=:]*:[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w[\w·]*)
  | (?P<blank>_:\w(?:[\w.\-·]*{_NAME})?)
  | (?P<prefixed>(?:[^\W\d_](?:[\w.\-·]*{_NAME})?)?:(?:(?:\.*(?:{_LOCAL}))*))
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|[{{}}()\[\].;,/|^*+?!=<>\-&])
    """,
    re.VERBOSE | re.DOTALL,
)
_OPEN, _CLOSE = "{([", "})]"


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` as written (a variable's without its mark), ``word`` in capitals if it is one."""

    kind: str
    text: str
    gap: bool = True
    """Whether white space stood before it."""

    @property
    def word(self) -> str:
        """The keyword in capitals; '' for a token of another kind."""
        return self.text.upper() if self.kind == "word" else ""


def tokenize(query: str) -> list[Token]:
    """The tokens of a query.

    Raises BrokenResourceError for what is no token, a query too long, brackets that do not pair
    or are nested too deep.
    """
    tokens: list[Token] = []
    at, gap, open_ = 0, False, ""
    while at < len(query):
        found = _TOKEN.match(query, at)
        if not found:
            raise BrokenResourceError(f"the query has {query[at : at + 20]!r} at character {at}")
        at, kind = found.end(), str(found.lastgroup)
        if kind == "gap":
            gap = True
            continue
        text = found[0]
        if kind == "mark":
            open_ = _bracket(open_, text)
        tokens.append(Token(kind, text[1:] if kind == "variable" else text, gap))
        gap = False
        if len(tokens) > MAX_TOKENS:
            raise BrokenResourceError(f"the query is too long: more than {MAX_TOKENS:,} words")
    if open_:
        raise BrokenResourceError(f"the query leaves {open_[-1]!r} open")
    return tokens


def text(tokens: Sequence[Token]) -> str:
    """The tokens as a piece of a query."""
    return "".join(
        f"{' ' * token.gap}{'?' if token.kind == 'variable' else ''}{token.text}"
        for token in tokens
    )


def _bracket(open_: str, mark: str) -> str:
    """The brackets that are open after ``mark``."""
    if mark in _OPEN:
        if len(open_) >= MAX_DEPTH:
            raise BrokenResourceError(f"the query nests brackets deeper than {MAX_DEPTH}")
        return open_ + mark
    if mark in _CLOSE:
        if not open_ or _OPEN.index(open_[-1]) != _CLOSE.index(mark):
            raise BrokenResourceError(f"the query has {mark!r} where nothing is to be closed")
        return open_[:-1]
    return open_
