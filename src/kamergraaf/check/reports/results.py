"""Findings as SHACL validation results: a named check has a shape and a component of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

from kamergraaf.check.finding import Finding
from kamergraaf.graph.quads import iri, literal
from kamergraaf.shacl.paths import Predicate
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.terms import SH

CHECK = "https://w3id.org/kamergraaf/check/"
"""Where the named checks live, and the terms that a report uses beyond SHACL's."""

_PREDICATE = re.compile(r"<[^<>\s]*>")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]*")


def result(finding: Finding) -> Result:
    """What the SHACL engine reported, or the like of it for a check that no engine runs.

    A result without messages of its own says the finding's, in Dutch and in English.
    """
    found = finding.result or _made(finding)
    return found if found.messages else replace(found, messages=_messages(finding))


def shape(rule_id: str) -> str:
    """The term of a shape or of a named check: ``check:quote-at-offsets``."""
    if rule_id.startswith("_:"):
        return rule_id
    address = rule_id if _ADDRESS.fullmatch(rule_id) else CHECK + quote(rule_id, safe="/-._~")
    return iri(address)


def component(rule_id: str) -> str:
    """The IRI of a check's constraint component: ``check:QuoteAtOffsetsConstraintComponent``."""
    words = re.split(r"[^A-Za-z0-9]+", rule_id.removeprefix(CHECK))
    return CHECK + "".join(word[:1].upper() + word[1:] for word in words) + "ConstraintComponent"


def _made(finding: Finding) -> Result:
    kind, rule = finding.constraint, finding.rule.id
    return Result(
        focus=finding.focus if finding.focus.startswith("_:") else iri(finding.focus),
        component=f"{SH}{kind}ConstraintComponent" if kind else component(rule),
        shape=shape(rule),
        severity=SH + finding.severity.value.capitalize(),
        path=Predicate(finding.path) if _PREDICATE.fullmatch(finding.path) else None,
        value=finding.term or _value(finding.value),
    )


def _value(said: str) -> str:
    """A value whose term is not known: an address as an IRI, anything else as a string."""
    if not said or said.startswith("_:"):
        return said
    return f"<{said}>" if "://" in said and _ADDRESS.fullmatch(said) else literal(said)


def _messages(finding: Finding) -> tuple[str, ...]:
    told = finding.message
    if told.nl == told.en:
        return (literal(told.en),) if told.en else ()
    return literal(told.en, language="en"), literal(told.nl, language="nl")
