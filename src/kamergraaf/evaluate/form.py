"""The form of an annotation: which keys an object has, and what each may hold."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

Check = Callable[[object], str]
"""Says what is wrong with a value, '' where nothing is."""


class Problem(NamedTuple):
    """What is wrong at a place of an annotation (``measures[2].status``)."""

    place: str
    says: str


class Key(NamedTuple):
    """A key of an object: how its value is checked, and whether it must be there."""

    check: Check
    needed: bool = True


_MONTH = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_PART = rf"(?:{_MONTH}|\d{{4}}-(?:Q[1-4]|spring|summer|autumn|winter))"
_DATE = re.compile(rf"{_PART}|{_PART}/{_PART}|{_PART}/(?:\.\.)?|(?:\.\.)?/{_PART}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARS = re.compile(r"\d{4}-\d{4}")


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return ""
    return f"a text, not {_shown(value)}"


def _texts(value: object) -> str:
    if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value):
        return ""
    return f"a list of texts, not {_shown(value)}"


def _code(*codes: str) -> Check:
    def check(value: object) -> str:
        if value in codes:
            return ""
        near = difflib.get_close_matches(str(value), codes, 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        return f"one of {', '.join(codes)}, not {_shown(value)}{hint}"

    return check


def _like(pattern: re.Pattern[str], example: str) -> Check:
    def check(value: object) -> str:
        if isinstance(value, str) and pattern.fullmatch(value):
            return ""
        return f"written as {example}, not {_shown(value)}"

    return check


def _rank(value: object) -> str:
    fits = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 5
    return "" if fits else f"a number from 1 to 5, not {_shown(value)}"


def _or_null(check: Check) -> Key:
    return Key(lambda value: "" if value is None else check(value), needed=False)


_date = _like(_DATE, "2024-06-06, 2023-12, 2022, 2024-Q3, 2024-autumn or 2022-06/2024-05-01")
_text_key = Key(_text)

ACTOR_KINDS = (
    *("ministry", "agency", "municipality", "province", "parliament", "cabinet", "party"),
    *("member", "minister", "court", "international", "partnership", "company", "organisation"),
    "other",
)
MEASURE_STATUS = ("planned", "inPreparation", "ongoing", "completed", "declined", "conditional")

DOCUMENT: dict[str, Key] = {
    "kind": Key(_code("letter", "answers", "motion")),
    "id": _or_null(_text),
    "date": _or_null(_like(_DAY, "2024-06-06")),
    "dossier": _or_null(_texts),
    "session_year": _or_null(_like(_YEARS, "2022-2023")),
    "senders": _or_null(_texts),
    "addressee": _or_null(_text),
    "subject": _or_null(_text),
}

ITEMS: dict[str, dict[str, Key]] = {
    "actors": {"name": _text_key, "kind": Key(_code(*ACTOR_KINDS)), "quote": _text_key},
    "references": {"id": _text_key, "quote": _text_key},
    "dates": {"value": Key(_date), "quote": _text_key},
    "motions": {
        "movers": Key(_texts),
        "reference": _or_null(_text),
        "status": Key(_code("carriedOut", "inProgress", "notCarriedOut", "mentioned")),
        "quote": _text_key,
    },
    "commitments": {
        "status": Key(_code("fulfilled", "inProgress", "made", "mentioned")),
        "quote": _text_key,
    },
    "threats": {
        "concept": _text_key,
        "kind": Key(_code("threat", "group")),
        "stance": Key(_code("asserted", "hedged", "negated")),
        "trend": _or_null(_code("up", "stable", "down")),
        "quote": _text_key,
    },
    "threat_levels": {
        "previous": _or_null(_rank),
        "level": Key(_rank),
        "date": _or_null(_date),
        "quote": _text_key,
    },
    "measures": {
        "label": _text_key,
        "status": Key(_code(*MEASURE_STATUS)),
        "responsible": Key(_texts),
        "partners": Key(_texts),
        "addresses": Key(_texts),
        "start": _or_null(_date),
        "quote": _text_key,
    },
}
"""The kinds of facts and the keys of their items; each item may also have a ``note``."""


def problems(content: Mapping[str, Any]) -> list[Problem]:
    """Everything in an annotation that is not of this form."""
    known = {"source": _text_key, **dict.fromkeys(("document", *ITEMS), _anything)}
    found = list(_object(content, known, ""))
    document = content.get("document")
    if isinstance(document, dict):
        found += _object(document, DOCUMENT, "document")
    elif document is not None:
        found.append(Problem("document", f"should be an object, not {_shown(document)}"))
    for kind, keys in ITEMS.items():
        found += _list(content.get(kind), keys, kind)
    return found


_anything = Key(lambda value: "should be an object or a list" if value is None else "", False)


def _list(value: object, keys: Mapping[str, Key], kind: str) -> Iterator[Problem]:
    if value is None:
        return
    if not isinstance(value, list):
        yield Problem(kind, f"should be a list, not {_shown(value)}")
        return
    for number, item in enumerate(value):
        place = f"{kind}[{number}]"
        if isinstance(item, dict):
            yield from _object(item, keys, place)
        else:
            yield Problem(place, f"should be an object, not {_shown(item)}")


def _object(value: Mapping[str, Any], keys: Mapping[str, Key], place: str) -> Iterator[Problem]:
    for name, said in value.items():
        at = f"{place}.{name}" if place else name
        if name in keys:
            if wrong := keys[name].check(said):
                yield Problem(at, f"should be {wrong}" if not wrong.startswith("should") else wrong)
        elif name != "note":
            near = difflib.get_close_matches(name, keys, 1)
            hint = f"; did you mean '{near[0]}'?" if near else f" ({', '.join(keys)})"
            yield Problem(at, f"an unknown key{hint}")
    for name, key in keys.items():
        if key.needed and name not in value:
            yield Problem(place or name, f"lacks '{name}'")


def _shown(value: object) -> str:
    said = f"'{value}'" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return said if len(said) <= 60 else said[:59] + "…"
