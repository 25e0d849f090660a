"""On which line of a JSON file each value stands."""

from __future__ import annotations

import json
import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


def lines(text: str) -> dict[str, int]:
    """The line (from 1) of each value of a valid JSON text, by its place (``actors[3].quote``)."""
    found: dict[str, int] = {}
    open_: list[tuple[str, int | str]] = []
    line, at, key = 1, 0, ""
    for token in _TOKEN.finditer(text):
        line += text.count("\n", at, token.start())
        at = token.start()
        said = token[0]
        if said in "]}":
            open_.pop()
        elif said == ",":
            base, step = open_[-1]
            open_[-1] = (base, step + 1 if isinstance(step, int) else "")
        elif said == ":":
            open_[-1] = (open_[-1][0], key)
        elif open_ and open_[-1][1] == "" and said[0] == '"':
            key = json.loads(said)
        else:
            place = _place(*open_[-1]) if open_ else ""
            found.setdefault(place, line)
            if said in "[{":
                open_.append((place, 0 if said == "[" else ""))
    return found


def _place(base: str, step: int | str) -> str:
    if isinstance(step, int):
        return f"{base}[{step}]"
    return f"{base}.{step}" if base else step
