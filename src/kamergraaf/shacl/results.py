"""Validation results (SHACL 3.6) as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from kamergraaf.shacl.paths import Path, text


@dataclass(frozen=True, slots=True)
class Result:
    """One validation result. Terms are N-Triples strings unless said otherwise."""

    focus: str
    component: str
    """The bare IRI of ``sh:sourceConstraintComponent``."""
    shape: str
    severity: str
    """The bare IRI of ``sh:resultSeverity``."""
    path: Path | None
    value: str = ""
    """``sh:value``, '' where the standard asks for none."""
    messages: tuple[str, ...] = ()
    """Literals; empty where neither the shape nor the constraint states one."""
    constraint: str = ""
    """``sh:sourceConstraint``, '' for none."""
    details: tuple[Result, ...] = ()


def order(result: Result) -> tuple[str, ...]:
    """What to sort results by, so that they come in one order whatever order the data has."""
    path = text(result.path) if result.path else ""
    return (result.shape, result.component, result.focus, path, result.value, result.constraint)
