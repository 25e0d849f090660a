"""Findings written as JSON come back as they were, and nothing else does."""

from __future__ import annotations

import pytest

from kamergraaf.check.finding import About, Finding, Message, Rule, Seen, Severity
from kamergraaf.check.stored import codec
from kamergraaf.shacl.paths import Inverse, Predicate, Sequence
from kamergraaf.shacl.results import Result


def test_a_finding_comes_back_as_it_was() -> None:
    path = Sequence((Inverse(Predicate("<urn:p>")), Predicate("<urn:q>")))
    detail = Result("<urn:x>", "urn:c", "<urn:s>", "urn:v", None)
    result = Result("<urn:x>", "urn:c", "_:s", "urn:v", path, '"é"@nl', ('"m"',), "", (detail,))
    rule = Rule("r", Message("nee", "no"), Severity.WARNING, About.DATA)
    finding = Finding(rule, Severity.INFO, Message("a", "b"), "urn:x", result=result)
    assert codec.load(codec.dump((finding, Seen(rule, 3)))) == (finding, Seen(rule, 3))


@pytest.mark.parametrize(
    "text", ["{", '{"=": "Path", "f": []}', '{"=": "Finding", "f": [1]}', "{}"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        codec.load(text)


def test_what_is_no_finding_is_not_written() -> None:
    with pytest.raises(TypeError):
        codec.dump(object())
