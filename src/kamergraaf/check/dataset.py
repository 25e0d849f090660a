"""Gets a dataset to check: files, a store, or both, as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from kamergraaf.ask.store import Oxigraph
from kamergraaf.check.index import Index
from kamergraaf.graph import files


def read(paths: Sequence[Path], store: Path | None = None) -> Index:
    """The union of the files and of the store in the folder, if one is given.

    Raises InputError for a file or folder that cannot be read.
    """
    stores = [files.load(path) for path in paths]
    if store:
        stores.append(Oxigraph.from_folder(store).store)
    return Index(chain.from_iterable(stores))
