"""Quality checks as files: ``.rq`` queries with a header, and the profile with their severities.

The header's lines (``#+ key: value``) are, each ``-nl`` and ``-en``: ``name``; ``problem``, what
is wrong; ``principle``, what should hold and how the query tells; ``solution``, what to do; and
``message``, what a finding says, with ``{column}`` for what a column of the row holds. ``sees`` is
a graph pattern: the nodes that its ``?focus`` matches are those that the check looks at.

A row of the answer is a finding. Its columns: ``focus``, the node that is wrong; ``value``, what is
wrong with it; ``proof``, the statement whose sentence shows it (else the focus's own); ``other``,
the statement or node on the other side; and whatever else the message tells.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kamergraaf import resources
from kamergraaf.ask.header import entries
from kamergraaf.check.finding import Message, Rule, Severity
from kamergraaf.errors import BrokenResourceError, InputError

TOLD = ("name", "problem", "principle", "solution", "message")
KEYS = frozenset({f"{key}-{language}" for key in TOLD for language in ("nl", "en")} | {"sees"})
OFF = "off"
LEVELS = (*Severity, OFF)

_SELECT = re.compile(r"^SELECT\s+(.*?)\s*^WHERE\b", re.MULTILINE | re.DOTALL)
_VARIABLE = re.compile(r"\?(\w+)")
_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Check:
    """A quality check: its query, what it says in both languages, and how bad a finding is."""

    name: str
    path: Path
    text: str
    sees: str
    title: Message
    problem: Message
    principle: Message
    solution: Message
    message: Message
    severity: Severity = Severity.WARNING

    @property
    def rule(self) -> Rule:
        """The rule behind its findings."""
        asked = (self.problem, self.principle, self.solution)
        told = Message(*(" ".join(one.say(lang) for one in asked) for lang in ("nl", "en")))
        return Rule(f"quality/{self.name}", self.title, self.severity, help=told)

    def say(self, cells: Mapping[str, Message]) -> Message:
        """The message of a finding whose row has these cells."""

        def filled(lang: str) -> str:
            def cell(hole: re.Match[str]) -> str:
                return cells[hole[1]].say(lang) if hole[1] in cells else "…"

            return _HOLE.sub(cell, self.message.say(lang))

        return Message(filled("nl"), filled("en"))


def load(profile: Path | None = None) -> list[Check]:
    """The checks that are on, by name, each with its severity.

    ``profile`` is a TOML file ``check-name = "violation" | "warning" | "info" | "off"``; what it
    does not name keeps the severity of the toolkit's own profile. Raises InputError for a file that
    cannot be read, BrokenResourceError for one that is no such profile, or a query that breaks a
    rule.
    """
    folder = resources.folder("queries") / "quality"
    checks = [read(path) for path in sorted(folder.glob("*.rq"))]
    names = {check.name for check in checks}
    levels = read_profile(folder / "profile.toml", names)
    if missing := sorted(names - levels.keys()):
        raise BrokenResourceError(
            f"no severity for '{missing[0]}'", where=str(folder / "profile.toml")
        )
    if profile:
        levels |= read_profile(profile, names)
    return [
        replace(check, severity=Severity(levels[check.name]))
        for check in checks
        if levels[check.name] != OFF
    ]


def read(path: Path) -> Check:
    """A check of a file. Raises BrokenResourceError where its header breaks a rule."""
    text = path.read_text("utf-8")
    header = {key: said for key, said, _ in entries(path, text, KEYS)}
    for key in sorted(KEYS - header.keys()):
        raise BrokenResourceError(f"the header lacks '{key}'", where=f"{path}:1")
    title, problem, principle, solution, message = (
        Message(header[f"{key}-nl"], header[f"{key}-en"]) for key in TOLD
    )
    check = Check(
        path.stem, path, text, header["sees"], title, problem, principle, solution, message
    )
    _check_columns(check)
    return check


def _check_columns(check: Check) -> None:
    """Raise BrokenResourceError where the message tells of a column that the query has not."""
    select = _SELECT.search(check.text)
    columns = set(_VARIABLE.findall(select[1])) if select else set()
    wanted = {"focus", *_HOLE.findall(check.message.nl), *_HOLE.findall(check.message.en)}
    if lacking := sorted(wanted - columns):
        raise BrokenResourceError(f"the query has no column ?{lacking[0]}", where=str(check.path))


def read_profile(path: Path, names: Collection[str]) -> dict[str, str]:
    """Severity, or ``off``, by the name of a check.

    Raises InputError for a file that cannot be read, BrokenResourceError, with the line and the
    nearest name, for one that is not TOML or has another check or severity in it.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        found = tomllib.loads(text)
    except OSError as problem:
        raise InputError(problem.strerror or "cannot be read", where=str(path)) from problem
    except ValueError as problem:
        raise BrokenResourceError(f"is no profile: {problem}", where=str(path)) from problem
    for name, level in found.items():
        said = name if name not in names else level if level not in LEVELS else None
        if said is not None:
            known = names if name not in names else LEVELS
            kind = "quality check" if name not in names else f"severity for {name}"
            raise BrokenResourceError(
                f"there is no {kind} '{said}'{_nearest(str(said), known)}",
                where=f"{path}:{_line(text, name)}",
            )
    return {name: str(level) for name, level in found.items()}


def _nearest(said: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(said, sorted(known), 1, 0.4)
    return f"; did you mean '{near[0]}'?" if near else f"; there are: {', '.join(sorted(known))}"


def _line(text: str, name: str) -> int:
    """The line on which a profile names something."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if name in line.partition("#")[0]), 1)
