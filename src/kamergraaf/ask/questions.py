"""The policy questions: canned queries with their parameters, in a fixed order."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kamergraaf import resources
from kamergraaf.ask.queries import Answer, Query, answer, find
from kamergraaf.ask.store import Source
from kamergraaf.errors import BrokenResourceError


@dataclass(frozen=True, slots=True)
class Question:
    """A numbered question: a canned query with parameter values (beside its defaults)."""

    number: int
    query: Query
    parameters: Mapping[str, str] = field(default_factory=dict)

    def about(self) -> dict[str, str]:
        """The value of each parameter that narrows the question, defaults included."""
        chosen = {p.name: p.default for p in self.query.parameters if p.default is not None}
        return {**chosen, **self.parameters}

    def ask(self, source: Source, letter: str | None = None) -> Answer:
        """The answer, from all letters of a source or from one."""
        values = dict(self.parameters)
        if letter is not None:
            values["letter"] = letter
        return answer(self.query, self.query.rows(source, values))


def questions(path: Path | None = None) -> list[Question]:
    """The questions in order. Raises BrokenResourceError where the list is broken."""
    path = path or resources.folder("queries") / "questions.toml"
    try:
        entries = tomllib.loads(path.read_text("utf-8"))["question"]
        return [
            Question(number, find(entry["query"]), entry.get("parameters", {}))
            for number, entry in enumerate(entries, 1)
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as problem:
        raise BrokenResourceError(f"the list of questions: {problem}", where=str(path)) from problem
