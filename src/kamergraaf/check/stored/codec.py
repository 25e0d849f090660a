"""Findings as JSON and back, so that what was found in a letter need not be found again."""

from __future__ import annotations

import dataclasses
import json
from enum import Enum
from functools import lru_cache
from typing import Any

from kamergraaf.check import finding, place, report
from kamergraaf.shacl import paths, results

_CLASSES: dict[str, type[Any]] = {
    class_.__name__: class_
    for module in (finding, place, report, paths, results)
    for class_ in vars(module).values()
    if dataclasses.is_dataclass(class_) and isinstance(class_, type)
}
_ENUMS: dict[str, type[Enum]] = {
    class_.__name__: class_ for class_ in (finding.Severity, finding.About)
}


def dump(value: object) -> str:
    """A value made of the classes of findings, tuples, text and numbers, as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1_000)
def load(text: str) -> Any:
    """What ``dump`` wrote. Raises ValueError for anything else; no other class is ever made."""
    try:
        return _value(json.loads(text))
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"not what was written: {problem}") from problem


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return {"=": type(value).__name__, "v": value.value}
    if dataclasses.is_dataclass(value):
        fields = [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
        return {"=": type(value).__name__, "f": fields}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"cannot be kept: {type(value).__name__}")


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_values(plain))
    if not isinstance(plain, dict):
        return plain
    if "v" in plain:
        return _ENUMS[plain["="]](plain["v"])
    return _CLASSES[plain["="]](*_values(plain["f"]))


def _values(many: list[Any]) -> list[Any]:
    # Most are text and numbers, and a call for each would cost as much as all the rest.
    return [_value(one) if type(one) in _MADE else one for one in many]


_MADE = frozenset((list, dict))
