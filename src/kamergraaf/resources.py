"""Finds ontology, shapes, queries and letters: in an installed wheel or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kamergraaf.errors import BrokenResourceError

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder ``ontology``, ``shapes``, ``queries`` or ``letters`` that belongs to this code.

    Raises BrokenResourceError where the installation lacks it.
    """
    for root in (_PACKAGE / "data", _PACKAGE.parents[1]):
        found = root / name
        if found.is_dir():
            return found
    raise BrokenResourceError(f"this installation has no folder '{name}'", where=str(_PACKAGE))
