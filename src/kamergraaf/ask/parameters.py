"""Typed parameters of canned questions: their declaration, and a value as a term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kamergraaf import iris
from kamergraaf.errors import BrokenResourceError, UsageError
from kamergraaf.graph.quads import XSD, iri, literal

TYPES = ("iri", "string", "integer", "date", "boolean")

_DECLARATION = re.compile(r'([a-z][a-z0-9_]*) ([a-z]+) ("[^"]*"|[^\s"]+) (\S.*)')
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: the variable it binds, its type, its default (None: unbound) and its use."""

    name: str
    type: str
    default: str | None
    description: str


def parameter(declaration: str, where: str) -> Parameter:
    """``name type default description`` from a header. Raises BrokenResourceError for another."""
    found = _DECLARATION.fullmatch(declaration)
    if not found:
        raise BrokenResourceError("a parameter is 'name type default description'", where=where)
    name, type_, default, description = found.groups()
    if type_ not in TYPES:
        raise BrokenResourceError(
            f"unknown type '{type_}'; types are {', '.join(TYPES)}", where=where
        )
    said = None if default == "-" else default.strip('"')
    made = Parameter(name, type_, said, description)
    if said is not None:
        try:
            term(made, said)
        except UsageError as problem:
            raise BrokenResourceError(problem.message, where=where) from problem
    return made


def term(one: Parameter, said: str) -> str:
    """A value as an N-Triples term. Raises UsageError for a value of another type."""
    if one.type == "string":
        return literal(said)
    if one.type == "iri":
        address = _address(said)
        if address:
            return iri(address)
    elif _fits(one.type, said):
        return literal(said, datatype=XSD + one.type)
    examples = {"iri": "https://… or kid:…", "date": "2024-06-01", "boolean": "true"}
    raise UsageError(
        f"parameter '{one.name}' takes a value of type {one.type}"
        f" (such as {examples.get(one.type, '3')}), not '{said}'"
    )


def _address(said: str) -> str | None:
    """An IRI, absolute, between angle brackets, or by one of the house's prefixes."""
    bare = said[1:-1] if said.startswith("<") and said.endswith(">") else said
    if not _ADDRESS.fullmatch(bare):
        return None
    prefix, _, local = bare.partition(":")
    return iris.PREFIXES[prefix] + local if prefix in iris.PREFIXES else bare


def _fits(type_: str, said: str) -> bool:
    """Whether a literal's characters are of its type."""
    if type_ == "integer":
        return re.fullmatch(r"[+-]?[0-9]+", said) is not None
    if type_ == "boolean":
        return said in ("true", "false")
    try:
        return len(said) == 10 and bool(date.fromisoformat(said))
    except ValueError:
        return False
