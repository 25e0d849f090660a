"""Headers of ``.rq`` files: lines ``#+ key: value`` that say what a query is for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from kamergraaf.errors import BrokenResourceError

_LINE = re.compile(r"#\+ ([a-z-]+): (\S.*)")


def entries(
    path: Path, text: str, known: Collection[str], repeated: Collection[str] = ()
) -> Iterator[tuple[str, str, str]]:
    """Key, value and place (``file:line``) of each header line of a query's text, in order.

    Raises BrokenResourceError, with the line, for a line of another form, a key that is not
    ``known``, one that stands twice without being ``repeated``, and for a tab anywhere.
    """
    found: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{path}:{number}"
        if "\t" in line:
            raise BrokenResourceError("a tab; use blanks", where=where)
        if not line.startswith("#+"):
            continue
        entry = _LINE.fullmatch(line.rstrip())
        if not entry:
            raise BrokenResourceError("a header line is '#+ key: value'", where=where)
        key = entry[1]
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise BrokenResourceError(f"unknown key '{key}'{hint}", where=where)
        if key in found and key not in repeated:
            raise BrokenResourceError(f"'{key}' stands twice", where=where)
        found.add(key)
        yield key, entry[2], where
