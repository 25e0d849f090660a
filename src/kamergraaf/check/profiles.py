"""Standard profiles by name: folders of shapes, vocabularies and examples that others publish."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kamergraaf.check import rdf
from kamergraaf.check.ontology import DECLARING
from kamergraaf.errors import BrokenResourceError, InputError, UsageError
from kamergraaf.graph import reading
from kamergraaf.shacl import core
from kamergraaf.shacl.shapes import TARGETS
from kamergraaf.shacl.terms import RDF_TYPE, sh

VARIABLE = "KAMERGRAAF_PROFILES"
"""The environment variable with the folder of profiles, where none is named."""

_SHAPE_CLASSES = {sh("NodeShape"), sh("PropertyShape")}
_DECLARING = {f"<{term}>" for term in DECLARING}


@dataclass(frozen=True, slots=True)
class Profile:
    """The files of a profile by what they hold: shapes, declarations of terms, or neither."""

    name: str
    shapes: tuple[Path, ...]
    ontology: tuple[Path, ...]
    aside: tuple[Path, ...]


def find(name: str, folder: Path | None = None) -> Profile:
    """The profile in the folder of that name below ``folder``, else below that of ``VARIABLE``.

    What a file is, is told by what it says, not by its name. Raises UsageError where no folder is
    named or it has no such profile (the message lists those that are there), BrokenResourceError
    where a file does not parse or none holds shapes, InputError where the folder cannot be read.
    """
    chosen = folder or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if chosen is None:
        raise UsageError(f"--profile needs --profiles DIR, or the variable {VARIABLE}")
    if not chosen.is_dir():
        raise InputError("there is no such folder of profiles", where=str(chosen))
    there = available(chosen)
    if name not in there:
        if name == Path(name).name and (chosen / name).is_dir():
            raise UsageError("no RDF file in the folder of this profile", where=str(chosen / name))
        listed = f"there are {', '.join(there)}" if there else "there are none"
        raise UsageError(f"there is no profile '{name}'; {listed}", where=str(chosen))
    kinds: dict[str, list[Path]] = {"shapes": [], "ontology": [], "aside": []}
    for file in rdf.files(chosen / name):
        kinds[_kind(rdf.read(file))].append(file)
    if not kinds["shapes"]:
        raise BrokenResourceError("no file of this profile holds shapes", where=str(chosen / name))
    return Profile(name, *(tuple(kinds[kind]) for kind in ("shapes", "ontology", "aside")))


def available(folder: Path) -> list[str]:
    """The names of the profiles in a folder: its folders with an RDF file, sorted."""
    return sorted(
        place.name
        for place in folder.iterdir()
        if place.is_dir()
        and any(file.suffix.lower() in reading.SUFFIXES for file in place.rglob("*"))
    )


def _kind(triples: Iterable[rdf.Triple]) -> str:
    """What a file holds: ``shapes``, an ``ontology``, or something to leave ``aside``."""
    predicates: set[str] = set()
    types: set[str] = set()
    for _, predicate, object_ in triples:
        predicates.add(predicate)
        if predicate == RDF_TYPE:
            types.add(object_)
    if types & _SHAPE_CLASSES or predicates & (TARGETS.keys() | core.PARAMETERS):
        return "shapes"
    return "ontology" if types & _DECLARING else "aside"
