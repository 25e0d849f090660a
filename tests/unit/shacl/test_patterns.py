"""Regular expressions: XPath's notation, with the answers of Python's where they agree."""

from __future__ import annotations

import re

import pytest

from kamergraaf.shacl.patterns import PatternError, matcher

ORDINARY = [
    r"^\d{3}-\d{2}-\d{4}$",
    r"^kst-\d+(-[A-Z]+)?-\d+$",
    r"^https?://[^\s/]+/",
    r"^[A-Z]{2,3}$",
    r"(?i)letter",
    r"a{2,}|b{,2}c",
    r"\bwoord\b",
    r"[^a-z\d_]",
    r"^(?!.*\.\.).+$",
    r"^[\w.+-]+@[\w-]+\.[a-z]+$",
    r"x{y}",
    r"[a\]b]",
    r"[]a]",
    r"\$\^",
    r"é|ë",
]
TEXTS = [
    "",
    "123-45-6789",
    "kst-29754-670",
    "kst-1-B-2",
    "http://a.nl/b",
    "NCTV",
    "AB",
    "Letter",
    "aa",
    "bbc",
    "een woord.",
    "a_1",
    "a..b",
    "jan@rijk.nl",
    "x{y}",
    "]",
    "$^",
    "zoë",
    "a\nb",
]


@pytest.mark.parametrize("pattern", ORDINARY)
def test_ordinary_patterns_answer_as_python_does(pattern: str) -> None:
    found = matcher(pattern)
    assert [found(text) for text in TEXTS] == [bool(re.search(pattern, text)) for text in TEXTS]


@pytest.mark.parametrize(
    ("pattern", "flags", "text", "found"),
    [
        ("a.c", "", "a\nc", False),
        ("a.c", "s", "a\nc", True),
        ("^b", "", "a\nb", False),
        ("^b", "m", "a\nb", True),
        ("A", "i", "a", True),
        ("a b # c", "x", "ab#c", True),
        ("[ ]a", "x", " a", True),
        ("a.c", "q", "abc", False),
        ("a.c", "qi", "A.C", True),
        ("a$", "", "a\n", False),
        (r"^\i\c*$", "", "naam-1", True),
        (r"^\i\c*$", "", "1naam", False),
        (r"^[\i-[:]][\c-[:]]*$", "", "a:b", False),
        (r"^[\i-[:]][\c-[:]]*$", "", "ab", True),
        (r"^[a-z-[aeiou]]+$", "", "bcd", True),
        (r"^[a-z-[aeiou]]+$", "", "bad", False),
        (r"^\p{Lu}\p{Ll}+$", "", "Één", True),
        (r"^\p{IsGreek}+$", "", "αβ", True),
        (r"^\p{IsGreek}+$", "", "ab", False),
    ],
)
def test_what_xpath_writes_otherwise(pattern: str, flags: str, text: str, found: bool) -> None:
    assert matcher(pattern, flags)(text) is found


def test_a_flag_that_nobody_knows_is_refused() -> None:
    with pytest.raises(PatternError, match="flags"):
        matcher("a", "g")


@pytest.mark.parametrize(
    "pattern", ["(?R)", "(a)(?1)", "(?P<n>a)(?&n)", "(?P<n>a)(?P>n)", "(a)(?-1)"]
)
def test_a_pattern_that_refers_to_itself_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="refers to itself"):
        matcher(pattern)
