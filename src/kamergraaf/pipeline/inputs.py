"""Which files a call means: files, folders and glob patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.read import reader

_HIDDEN = (".", "~$")
"""How names begin that a folder hides; the second is what office programs put beside a file that
is open."""


def letters(paths: Sequence[Path]) -> list[Path]:
    """The files behind ``paths``: files as given, folders and patterns searched for letters.

    A pattern is a path that does not exist and holds ``*``, ``?`` or ``[``; ``**`` stands for any
    folders. Sorted within a folder or pattern, each file once; files that a folder hides (names
    that begin with a dot or ``~$``) and files that only describe another one are passed by. Raises
    InputError for a path that does not exist and where there is no letter.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for letter in _behind(path):
            found.setdefault(os.path.abspath(letter), letter)  # noqa: PTH100  (keeps links)
    return list(found.values())


def searched(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The folders that are searched for letters, each with a pattern of the names that count."""
    for path in paths:
        if path.is_dir():
            yield from ((folder, "*") for folder in _folders(path))
        elif not path.exists() and glob.has_magic(str(path)):
            above, name = os.path.split(path)
            for folder in glob.glob(above, recursive=True) if above else ["."]:  # noqa: PTH207
                yield Path(folder), "*" if name == "**" else name
            for match in glob.glob(str(path), recursive=True):  # noqa: PTH207
                if Path(match).is_dir():
                    yield from ((folder, "*") for folder in _folders(Path(match)))


def _folders(folder: Path) -> Iterator[Path]:
    """A folder and those below it that are not hidden."""
    yield folder
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(_HIDDEN) for part in path.relative_to(folder).parts)
        if not hidden and path.is_dir():
            yield path


def _behind(path: Path) -> Iterator[Path]:
    """The letters that one path stands for."""
    if path.is_dir():
        yield from _some(_inside(path), f"there is no letter in this folder ({_kinds()})", path)
    elif path.exists():
        yield path
    elif glob.has_magic(str(path)):
        matches = map(Path, sorted(glob.glob(str(path), recursive=True)))  # noqa: PTH207
        inside = (
            letter
            for match in matches
            for letter in (_inside(match) if match.is_dir() else filter(_is_letter, [match]))
        )
        yield from _some(inside, f"no letter matches this pattern ({_kinds()})", path)
    else:
        raise InputError("there is no such file", where=str(path))


def _some(letters_: Iterator[Path], otherwise: str, path: Path) -> Iterator[Path]:
    first = next(letters_, None)
    if first is None:
        raise InputError(otherwise, where=str(path))
    yield first
    yield from letters_


def _inside(folder: Path) -> Iterator[Path]:
    """The letters of a folder and of those below it, sorted."""
    for path in sorted(folder.rglob("*")):
        above = path.relative_to(folder).parts[:-1]
        if not any(part.startswith(_HIDDEN) for part in above) and _is_letter(path):
            yield path


def _is_letter(path: Path) -> bool:
    return not path.name.startswith(_HIDDEN) and reader.is_letter(path) and path.is_file()


def _kinds() -> str:
    return ", ".join(sorted(reader.READERS))
