"""How a validation report is told: the options for it, and where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kamergraaf.check.report import Report

FORMATS = ("text", "json", "turtle", "sarif", "junit", "html")
SHOWN = 20
"""Findings of one shape or check that the text shows unless told otherwise."""

STYLES: dict[str, dict[str, Any]] = {
    "violation": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "blue", "bold": True},
    "good": {"fg": "green", "bold": True},
    "strong": {"bold": True},
    "dim": {"dim": True},
}


@dataclass(frozen=True, slots=True)
class Telling:
    """How and where the caller wants the report."""

    format: str
    output: Path | None
    limit: int
    lang: str
    letters: Path | None

    def tell(self, report: Report, sources: Sequence[str], fail_on: str) -> None:
        """Print the report, or write it to a file, whole or not at all, and print its last line.

        ``sources`` are the files and stores that were checked, ``fail_on`` is the severity that
        fails, or ``never``. Raises InputError where the file cannot be written, or the folder of
        the letters not be read.
        """
        from kamergraaf.check import reports
        from kamergraaf.check.finding import Severity
        from kamergraaf.check.letters import locate
        from kamergraaf.check.reports import text
        from kamergraaf.graph import files

        named = replace(report, sources=tuple(sources))
        paths = locate(report.letters, self.letters) if self.letters else {}
        fails = Severity.VIOLATION if fail_on == "never" else Severity(fail_on)
        whole = reports.View(self.lang, self.limit or None, paths=paths, threshold=fails)
        screen = replace(whole, paint=_style if _colours() else reports.plain)
        if self.output:
            parts = reports.parts(named, self.format, whole)
            files.write_parts(self.output, (part.encode() for part in parts))
            click.echo(f"{text.verdict(named, screen)} {self.output}")
            return
        told = reports.parts(named, self.format, screen)
        # In pieces of a fair size, because each is sent on its way at once.
        while piece := "".join(islice(told, 500)):
            click.echo(piece, nl=False)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a report to a command, which gets them as one ``telling``."""

    @wraps(command)
    def told(**options: Any) -> None:
        chosen = {name: options.pop(name) for name in _NAMES}
        command(telling=Telling(*chosen.values()), **options)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told


_NAMES = ("format_", "output", "limit", "lang", "letters")
_OPTIONS = (
    click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="How to tell what was found.",
    ),
    click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write the report to this file instead.",
    ),
    click.option(
        "--limit",
        type=click.IntRange(min=0),
        default=SHOWN,
        show_default=True,
        help="Findings of one shape or check that the text shows; 0 shows all.",
    ),
    click.option(
        "--lang",
        type=click.Choice(["nl", "en"]),
        default="en",
        show_default=True,
        help="Language of messages and labels.",
    ),
    click.option(
        "--letters",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the letters' files, so that SARIF names them by their path.",
    ),
)


def _colours() -> bool:
    """Whether a person looks at a terminal that may be colourful (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _style(words: str, role: str) -> str:
    return click.style(words, **STYLES[role])
