"""What to call a fact of an annotation or a row: the value that tells it from its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kamergraaf.evaluate.likeness import parts

_NAMED_BY = {
    "actors": "name",
    "references": "id",
    "dates": "value",
    "commitments": "status",
    "threats": "concept",
    "groups": "concept",
    "measures": "label",
}


def label(kind: str, item: Mapping[str, Any]) -> str:
    """A short name of a fact."""
    if kind == "motions":
        movers = item.get("movers")
        names = movers if isinstance(movers, list) else parts(movers)
        return " ".join(filter(None, [", ".join(names), str(item.get("reference") or "")]))
    if kind == "threat_levels":
        said = [item.get("previous"), item.get("level")]
        change = " → ".join(str(level) for level in said if level is not None)
        return f"{change} ({item['date']})" if item.get("date") else change
    return str(item.get(_NAMED_BY[kind]) or "")


def details(kind: str, item: Mapping[str, Any]) -> str:
    """The other fields of a fact, but its quote."""
    hidden = {"quote", "iri", "note", _NAMED_BY.get(kind, "")}
    if kind in ("motions", "threat_levels"):
        hidden |= {"movers", "reference", "previous", "level", "date"}
    told = []
    for name, value in item.items():
        if name in hidden or name.endswith("_origin") or value in (None, "", []):
            continue
        said = " | ".join(value) if isinstance(value, list) else str(value)
        told.append(f"{name}: {said}")
    return " · ".join(told)
