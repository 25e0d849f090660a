"""A query asks; it does not know the answer: nothing of a letter stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kamergraaf.ask.queries import Query, queries
from kamergraaf.ask.questions import questions
from kamergraaf.check.quality_files import Check
from kamergraaf.check.quality_files import load as load_checks
from kamergraaf.graph.vocabulary import load

ROOT = Path(__file__).resolve().parents[2]
LETTERS = [*sorted((ROOT / "letters").glob("*.txt"))]
LETTERS += sorted((ROOT / "tests" / "scores" / "documents").rglob("*.txt"))
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
FIELD = frozenset({"Kamer", "Kamerstukken", "Tweede"})
"""Names that belong to the field, not to a letter."""
CODES = frozenset({"nl", "q1", "q2", "q3", "q4"})
"""Language tags, and the quarters of a year."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
LITERAL = re.compile(r'<[^<>\s]*>|#.*|"((?:[^"\\]|\\.)*)"')


def words(text: str) -> list[str]:
    return WORD.findall(text)


def literals(query: Query | Check) -> list[str]:
    """The string literals of a query's body; IRIs and comments are passed over."""
    return [m[1] for m in LITERAL.finditer(query.text) if m[1]]


def header(query: Query | Check) -> str:
    """What the header says in Dutch and English, without the names of parameters."""
    if isinstance(query, Check):
        return " ".join((query.rule.help.nl, query.rule.help.en, query.message.nl))
    return " ".join((*query.questions.values(), *query.none.values(), *query.partly.values()))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text("utf-8") for path in LETTERS]


@pytest.mark.parametrize("query", [*queries(), *load_checks()], ids=lambda q: q.name)
def test_no_literal_of_a_query_is_a_word_of_a_letter(
    query: Query | Check, texts: list[str]
) -> None:
    spoken = {word.lower() for text in texts for word in words(text) if len(word) > 1}
    said = {w.lower() for one in literals(query) for w in words(one) if len(w) > 1}
    assert not {w for w in said - CODES if not w.isdigit()} & spoken


@pytest.mark.parametrize("query", [*queries(), *load_checks()], ids=lambda q: q.name)
def test_no_header_repeats_a_phrase_or_a_name_of_a_letter(
    query: Query | Check, texts: list[str]
) -> None:
    said = [w.lower() for w in words(header(query))]
    runs = {tuple(said[i : i + 4]) for i in range(len(said) - 3)}
    for text in texts:
        spoken = [w.lower() for w in words(text)]
        assert not runs & {tuple(spoken[i : i + 4]) for i in range(len(spoken) - 3)}
        # A capital inside a sentence makes a name; the letter's names are no business of a query.
        assert not (set(NAME.findall(text)) - FIELD) & set(NAME.findall(header(query)))


def test_every_default_is_an_entry_of_the_registers() -> None:
    known = set(load(None).lexicon().terms)
    for question in questions():
        for value in question.about().values():
            assert value in known


def test_there_are_twenty_eight_questions() -> None:
    assert [q.number for q in questions()] == list(range(1, 29))
