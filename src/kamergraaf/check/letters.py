"""The letters of a dataset, and whether their files can be pointed into."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kamergraaf.check.finding import Message
from kamergraaf.check.index import Index
from kamergraaf.errors import InputError

_FORMS: tuple[tuple[str, Callable[[str], bytes]], ...] = (
    ("utf-8", lambda text: text.encode()),
    ("utf-8", lambda text: codecs.BOM_UTF8 + text.encode()),
    ("utf-16", lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    ("utf-16", lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be")),
)
"""The encodings in which a text file is read."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A document whose text the dataset holds; '' for what the dataset does not tell.

    ``file`` is the name of the file it was read from, ``media`` its media type, ``digest`` the
    SHA-256 of its bytes. ``encoding`` and ``line_end`` are those of the file where the stored text
    is the file's own text, character by character but for its line ends, so that a place in the
    text is a place in the file; both are '' where the text was made from something else.
    """

    iri: str
    label: Message
    file: str = ""
    media: str = ""
    digest: str = ""
    encoding: str = ""
    line_end: str = ""


def letters(index: Index, label: Callable[[str], Message]) -> tuple[Letter, ...]:
    """The letters of the dataset, by address."""
    return tuple(_letter(index, iri, label) for iri in sorted(index.subjects("kamer:text")))


def _letter(index: Index, iri: str, label: Callable[[str], Message]) -> Letter:
    digest, media = index.first(iri, "kamer:sha256"), index.first(iri, "dcterms:format")
    form = "", ""
    if media.startswith("text/"):
        form = source_form(index.first(iri, "kamer:text"), digest)
    file = index.first(iri, "kamer:fileName")
    return Letter(iri, label(iri), file, media, digest, *form)


def locate(found: Iterable[Letter], folder: Path) -> dict[str, str]:
    """Where below the folder the letters' files lie, by letter; told apart by their digests.

    A path below the working directory is relative to it. Raises InputError for a folder that is
    not there.
    """
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder))
    wanted = {(letter.file, letter.digest): letter.iri for letter in found if letter.file}
    names = {name for name, _ in wanted}
    paths: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.name in names and path.is_file():
            letter = wanted.get((path.name, sha256(path.read_bytes()).hexdigest()))
            if letter:
                paths.setdefault(letter, _from_here(path))
    return paths


def _from_here(path: Path) -> str:
    whole, here = path.resolve(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def source_form(text: str, digest: str) -> tuple[str, str]:
    """Encoding and line end of the file with this digest that holds just this text, else ''.

    The digest proves it: nothing is taken from the file's name.
    """
    for line_end in ("\n", "\r\n"):
        if line_end != "\n" and "\n" not in text:
            break
        lines = text if line_end == "\n" else text.replace("\n", line_end)
        for encoding, write in _FORMS if digest else ():
            if sha256(write(lines)).hexdigest() == digest:
                return encoding, line_end
    return "", ""
