"""Shapes (SHACL 2): what a shapes graph states, read once."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamergraaf.shacl.paths import Path
from kamergraaf.shacl.terms import VIOLATION


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape as the shapes graph states it. Terms are N-Triples strings.

    ``targets`` pairs the kind of target (the SHACL term's local name: targetNode, targetClass,
    targetSubjectsOf, targetObjectsOf, target) with its term; an implicit class target is a
    targetClass. ``parameters`` holds every other triple of the shape: predicate to objects.
    """

    node: str
    path: Path | None = None
    targets: tuple[tuple[str, str], ...] = ()
    severity: str = VIOLATION
    messages: tuple[str, ...] = ()
    deactivated: bool = False
    parameters: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
