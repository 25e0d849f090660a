"""The house's prefixes for queries that do not declare them."""

from __future__ import annotations

import re

from kamergraaf.iris import PREFIXES

_DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*):", re.IGNORECASE)


def declared(query: str) -> str:
    """The query, with a declaration for each of the house's prefixes that it uses without one."""
    known = set(_DECLARED.findall(query))
    missing = [
        f"PREFIX {prefix}: <{namespace}>\n"
        for prefix, namespace in PREFIXES.items()
        if prefix not in known and re.search(rf"(?<![\w-]){prefix}:", query)
    ]
    return "".join(missing) + query
