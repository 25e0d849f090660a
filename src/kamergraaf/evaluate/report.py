"""A run as JSON, to be kept and compared with a later one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kamergraaf import __version__
from kamergraaf.errors import InputError
from kamergraaf.evaluate.rules import effects
from kamergraaf.evaluate.run import Accuracy, Run, Tally, accuracies, tallies
from kamergraaf.evaluate.scoring import EXTRA, MISSED, RIGHT, Credit, DocumentScore, Fact, Field

FORM = 1
"""The version of this form; a file of another cannot be compared."""


def as_object(run: Run) -> dict[str, Any]:
    """Everything about a run; numbers by kind and field come first."""
    return {
        "form": FORM,
        "kamergraaf": __version__,
        "kinds": _kinds(run.kinds),
        "fields": _fields(run.fields),
        "failed": run.failures,
        "rules": [
            {
                **asdict(rule),
                "documents": sorted(rule.documents),
                "helped": sorted(rule.helped),
            }
            for rule in effects(run.documents)
        ],
        "documents": {document.name: _document(document) for document in run.documents},
    }


def as_json(run: Run, compared: Mapping[str, Any] | None = None) -> str:
    """A run as a JSON text, with its comparison with an earlier one where there is one."""
    whole = as_object(run)
    if compared is not None:
        whole = {**whole, "compared": compared}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(path: Path) -> Run:
    """A run that was kept. Raises InputError for a file that holds none."""
    try:
        whole = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as problem:
        where = f"{path}:{problem.lineno}"
        raise InputError(f"no valid JSON: {problem.msg}", where=where) from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"cannot read the earlier run: {problem}", where=str(path)) from problem
    if not isinstance(whole, dict) or whole.get("form") != FORM:
        message = "no run of 'kamergraaf evaluate --format json' of this version"
        raise InputError(message, where=str(path))
    try:
        return Run(tuple(_from(name, one) for name, one in whole["documents"].items()))
    except (KeyError, TypeError, AttributeError) as problem:
        raise InputError(f"a run that is not whole: {problem!r}", where=str(path)) from problem


def _kinds(tallies_: Mapping[str, Tally]) -> dict[str, Any]:
    return {
        kind: {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            **asdict(tally),
        }
        for kind, tally in tallies_.items()
    }


def _fields(accuracies_: Mapping[str, Accuracy]) -> dict[str, Any]:
    return {name: {"accuracy": one.value, "of": one.of} for name, one in accuracies_.items()}


def _document(document: DocumentScore) -> dict[str, Any]:
    return {
        "kinds": _kinds(tallies([document])),
        "fields": _fields(accuracies([document])),
        "failure": document.failure,
        "document": [_field(one) for one in document.fields],
        "facts": [_fact(fact) for fact in document.facts],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "outcome": fact.outcome,
        "gold": fact.gold,
        "found": fact.found,
        "rules": list(fact.rules),
        "fields": [_field(one) for one in fact.fields],
    }


def _field(one: Field) -> dict[str, Any]:
    return {**asdict(one), "credits": [[c.rule, c.right] for c in one.credits]}


def _from(name: str, one: Mapping[str, Any]) -> DocumentScore:
    facts = tuple(_fact_from(fact) for fact in one["facts"])
    fields = tuple(_field_from(f) for f in one["document"])
    return DocumentScore(name, tuple(one["kinds"]), facts, fields, one["failure"])


def _fact_from(one: Mapping[str, Any]) -> Fact:
    if one["outcome"] not in (RIGHT, MISSED, EXTRA):
        raise KeyError(one["outcome"])
    fields = tuple(_field_from(f) for f in one["fields"])
    return Fact(one["kind"], one["outcome"], one["gold"], one["found"], tuple(one["rules"]), fields)


def _field_from(one: Mapping[str, Any]) -> Field:
    credits = tuple(Credit(rule, right) for rule, right in one["credits"])
    return Field(one["name"], one["score"], one["wanted"], one["got"], credits)
