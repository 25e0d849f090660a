"""SHACL property paths (SHACL 2.3.1): what they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Predicate:
    """One step along a predicate, an N-Triples term."""

    iri: str


@dataclass(frozen=True, slots=True)
class Inverse:
    """The path walked backwards."""

    path: Path


@dataclass(frozen=True, slots=True)
class Sequence:
    """One path after the other."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Any of the paths."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ZeroOrMore:
    """The path any number of times, also not at all."""

    path: Path


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """The path once or more."""

    path: Path


@dataclass(frozen=True, slots=True)
class ZeroOrOne:
    """The path once or not at all."""

    path: Path


Path = Predicate | Inverse | Sequence | Alternative | ZeroOrMore | OneOrMore | ZeroOrOne

MARKS = {ZeroOrMore: "*", OneOrMore: "+", ZeroOrOne: "?"}


def text(path: Path) -> str:
    """The path as SPARQL writes it, with full IRIs."""
    match path:
        case Predicate(iri):
            return iri
        case Inverse(inner):
            return f"^{_part(inner)}"
        case Sequence(paths):
            return "/".join(text(step) if _binds(step) else f"({text(step)})" for step in paths)
        case Alternative(paths):
            return "(" + "|".join(text(way) for way in paths) + ")"
    return _part(path.path) + MARKS[type(path)]


def _binds(step: Path) -> bool:
    return not isinstance(step, Sequence)


def _part(path: Path) -> str:
    simple = isinstance(path, Predicate | Alternative)
    return text(path) if simple else f"({text(path)})"
