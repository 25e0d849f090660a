"""Messages of constraints in SPARQL (SHACL, 5.3.2 and 6.2.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kamergraaf.graph.quads import literal, value
from kamergraaf.shacl.terms import is_literal

_VARIABLE = re.compile(r"\{[?$](\w+)\}")


def filled(message: str, terms: Mapping[str, str]) -> str:
    """The message with ``{?name}`` and ``{$name}`` replaced by what the variables are bound to.

    A variable without a value stays as it is written.
    """
    if "{" not in message:
        return message
    text, language, datatype = value(message)
    shown = _VARIABLE.sub(lambda found: _shown(terms.get(found[1]), found[0]), text)
    return literal(shown, language=language, datatype=datatype)


def _shown(term: str | None, default: str) -> str:
    if term is None:
        return default
    if is_literal(term):
        return value(term).text
    return term[1:-1] if term[0] == "<" else term
