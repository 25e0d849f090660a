"""A letter on its way from the process that reads it to the one that writes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamergraaf import iris
from kamergraaf.errors import InputError, KamergraafError
from kamergraaf.graph.build import letter_iri, letter_quads
from kamergraaf.graph.quads import nquads
from kamergraaf.model import Lexicon
from kamergraaf.pipeline.reading import read_letter


@dataclass(frozen=True, slots=True)
class Settings:
    """What reading a letter depends on beside the letter: the base, Turtle files beside the
    built-in ontology. Small, so that it travels to another process."""

    base: str = iris.BASE
    ontology: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A letter as written: its IRI, the N-Quads of its two graphs, how many warnings it has."""

    letter: str
    nquads: bytes
    warnings: int


def pack(path: Path, lexicon: Lexicon, base: str) -> Parcel | KamergraafError:
    """Read a letter and write its quads, or say why that cannot be done.

    Never raises an exception: a fault of ours in one letter must not cost all the others.
    """
    try:
        extraction = read_letter(path, lexicon)
        quads = nquads(letter_quads(extraction, base)).encode()
        return Parcel(letter_iri(extraction, base), quads, len(extraction.warnings))
    except KamergraafError as problem:
        return problem
    except Exception as problem:
        what = f"{type(problem).__name__}: {problem}"
        return InputError(f"not read because of a fault in kamergraaf ({what})", where=str(path))
