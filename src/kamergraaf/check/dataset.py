"""Gets a dataset to check: files, a store, or both, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from pyoxigraph import Quad, Store

from kamergraaf.check.index import Index
from kamergraaf.errors import InputError
from kamergraaf.graph import files


def read(paths: Sequence[Path], store: Path | None = None) -> Index:
    """The union of the files and of the store in the folder, if one is given.

    Raises InputError for a file or folder that cannot be read.
    """
    loaded = Store()
    for path in paths:
        files.load(path, loaded)
    return Index(chain(loaded, _store(store) if store else ()))


def _store(folder: Path) -> Iterator[Quad]:
    if not folder.is_dir():
        raise InputError("there is no store here", where=str(folder))
    try:
        yield from Store.read_only(str(folder))
    except (OSError, ValueError) as problem:
        raise InputError(f"this is no store: {problem}", where=str(folder)) from problem
