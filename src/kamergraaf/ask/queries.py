"""Canned questions: ``.rq`` files with a header that says what they ask and what to answer.

The header is made of lines ``#+ key: value`` above the query:

- ``question-nl``, ``question-en``: the question;
- ``none-nl``, ``none-en``: what to say when there is no answer;
- ``expects: column column``: the answer is full where each of these is filled in every row;
- ``inferred: column column``: these say an origin; a value that is not ``stated`` makes the
  answer partial;
- ``partly-nl``, ``partly-en``: what to say of a partial answer (with ``expects`` or ``inferred``);
- ``param: name type default description``: a parameter; its type is one of ``TYPES``, its default
  a value (between double quotes where it holds blanks) or ``-`` for none, the variable being
  unbound then.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kamergraaf import iris, resources
from kamergraaf.ask import names
from kamergraaf.ask.header import entries
from kamergraaf.ask.parameters import TYPES, Parameter, parameter, term
from kamergraaf.ask.rows import Rows, bind, parts
from kamergraaf.ask.store import Source
from kamergraaf.errors import BrokenResourceError, UsageError
from kamergraaf.graph.build import moved

__all__ = ["TYPES", "Answer", "Parameter", "Query", "Status", "answer", "find", "queries", "read"]

REQUIRED = ("question-nl", "question-en", "none-nl", "none-en")
PARTLY = ("partly-nl", "partly-en")
KEYS = frozenset({*REQUIRED, *PARTLY, "expects", "inferred", "param"})

_PREFIX = re.compile(r"^PREFIX ", re.MULTILINE)
_JOINED = re.compile(r'SEPARATOR\s*=\s*" \| "[^?{}]*?\bAS\s+\?(\w+)', re.IGNORECASE)


class Status(StrEnum):
    """How far a question was answered."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Query:
    """A canned question; ``questions``, ``none`` and ``partly`` are by language (nl, en)."""

    name: str
    path: Path
    text: str
    questions: Mapping[str, str]
    none: Mapping[str, str]
    partly: Mapping[str, str]
    expects: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()

    def terms(
        self, values: Mapping[str, str] | None = None, base: str = iris.BASE
    ) -> dict[str, str]:
        """Each parameter that is bound, as a term; defaults where no value is given.

        ``base`` is where the things of the graph live: IRIs under the house's own move along.

        Raises UsageError for a parameter that it has not, or a value of another type.
        """
        given = dict(values or {})
        terms = {}
        for one in self.parameters:
            said = given.pop(one.name, one.default)
            if said is not None:
                made = term(one, said)
                terms[one.name] = f"<{moved(made[1:-1], base)}>" if one.type == "iri" else made
        if given:
            known = ", ".join(p.name for p in self.parameters) or "none"
            raise UsageError(
                f"query '{self.name}' has no parameter '{min(given)}' (it has: {known})"
            )
        return terms

    def bound(self, values: Mapping[str, str] | None = None, base: str = iris.BASE) -> str:
        """The text with its parameters bound. Raises UsageError as ``terms`` does."""
        return bind(self.text, self.terms(values, base))

    def rows(self, source: Source, values: Mapping[str, str] | None = None) -> Rows:
        """The rows of the answer, the same from every engine.

        Raises UsageError for values that do not fit and for IRIs that the graph does not know,
        BrokenResourceError where the engine cannot take the query.
        """
        terms = self.terms(values, self._base(source, values))
        for one in self.parameters:
            if one.type == "iri" and one.name in (values or {}):
                _check_known(source, terms[one.name])
        text = bind(self.text, terms)
        try:
            found = source.select(text)
        except UsageError as problem:
            raise BrokenResourceError(problem.message, where=str(self.path)) from problem
        return found.joined(_JOINED.findall(self.text))

    def about(
        self, source: Source, values: Mapping[str, str] | None = None, language: str = "nl"
    ) -> list[str]:
        """What each bound parameter is called: its label, or the value itself."""
        terms = self.terms(values, self._base(source, values))
        given = {p.name: p.default for p in self.parameters} | dict(values or {})
        bound = {
            p.name: terms[p.name][1:-1] if p.type == "iri" else str(given[p.name])
            for p in self.parameters
            if p.name in terms
        }
        labels = names.labels(source, bound.values(), language)
        return [labels.get(said, said) for said in bound.values()]

    def _base(self, source: Source, values: Mapping[str, str] | None) -> str:
        """Where the things of a graph live; it is asked only where an IRI may have to move."""
        terms = self.terms(values)
        if any(p.type == "iri" and p.name in terms for p in self.parameters):
            return names.base(source)
        return iris.BASE


def _check_known(source: Source, term: str) -> None:
    """Raise UsageError, with the nearest, for an IRI that a graph does not know at all."""
    if names.knows(source, term):
        return
    near = names.nearest(term, names.labelled(source))
    hint = f"; did you mean {near}?" if near else ""
    raise UsageError(f"the graph does not know {term}{hint}")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its rows, how full it is, and what to say about that ('' for a full answer)."""

    query: Query
    status: Status
    rows: Rows
    message: Mapping[str, str]


def answer(query: Query, rows: Rows) -> Answer:
    """How far the rows answer the question."""
    if not rows.rows:
        return Answer(query, Status.NO, rows, query.none)
    empty = any(None in rows.column(name) for name in query.expects)
    origins = {part for name in query.inferred for c in rows.column(name) for part in parts(c)}
    if empty or origins - {"stated"}:
        return Answer(query, Status.PARTLY, rows, query.partly)
    return Answer(query, Status.YES, rows, {"nl": "", "en": ""})


def queries(folder: Path | None = None) -> list[Query]:
    """All canned questions of a folder (by default the policy questions), by name."""
    folder = folder or resources.folder("queries") / "policy"
    return [read(path) for path in sorted(folder.glob("*.rq"))]


def find(name: str, folder: Path | None = None) -> Query:
    """The question of that name. Raises UsageError, with the nearest, where there is none."""
    folder = folder or resources.folder("queries") / "policy"
    names = sorted(path.stem for path in folder.glob("*.rq"))
    if name in names:
        return read(folder / f"{name}.rq")
    near = difflib.get_close_matches(name, names, 1, 0.5)
    hint = f"did you mean '{near[0]}'?" if near else "see 'kamergraaf query --list'"
    raise UsageError(f"there is no query '{name}'; {hint}")


def read(path: Path) -> Query:
    """A query file. Raises BrokenResourceError, with the line, where its header breaks a rule."""
    text = path.read_text("utf-8")
    header: dict[str, str] = {}
    parameters: list[Parameter] = []
    for key, said, where in entries(path, text, KEYS, {"param"}):
        if key == "param":
            parameters.append(parameter(said, where))
        else:
            header[key] = said
    _complete(path, text, header)
    return Query(
        name=path.stem,
        path=path,
        text=text,
        questions=_languages(header, "question"),
        none=_languages(header, "none"),
        partly=_languages(header, "partly"),
        expects=tuple(header.get("expects", "").split()),
        inferred=tuple(header.get("inferred", "").split()),
        parameters=tuple(parameters),
    )


def _complete(path: Path, text: str, header: Mapping[str, str]) -> None:
    """Raise BrokenResourceError for what a query file lacks."""
    partial = "expects" in header or "inferred" in header
    for key in (*REQUIRED, *(PARTLY if partial else ())):
        if key not in header:
            raise BrokenResourceError(f"the header lacks '{key}'", where=f"{path}:1")
    if not _PREFIX.search(text):
        raise BrokenResourceError("the query declares no PREFIX", where=f"{path}:1")
    for key in ("expects", "inferred"):
        for column in header.get(key, "").split():
            if f"?{column}" not in text:
                raise BrokenResourceError(f"'{key}' names no column: {column}", where=f"{path}:1")


def _languages(header: Mapping[str, str], key: str) -> dict[str, str]:
    return {language: header.get(f"{key}-{language}", "") for language in ("nl", "en")}
