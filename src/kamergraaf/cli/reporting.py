"""How a validation report is told: the options for it, and where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kamergraaf.check.report import Report

FORMATS = ("text", "json", "turtle")
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


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--format``, ``--output``, ``--limit`` and ``--lang`` to a command."""
    for option in (
        click.option(
            "--lang",
            type=click.Choice(["nl", "en"]),
            default="en",
            show_default=True,
            help="Language of messages and labels.",
        ),
        click.option(
            "--limit",
            type=click.IntRange(min=0),
            default=SHOWN,
            show_default=True,
            help="Findings of one shape or check that the text shows; 0 shows all.",
        ),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Write the report to this file instead.",
        ),
        click.option(
            "--format",
            "format_",
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
            help="How to tell what was found.",
        ),
    ):
        command = option(command)
    return command


def tell(report: Report, format_: str, output: Path | None, limit: int, lang: str) -> None:
    """Print the report, or write it to a file, whole or not at all, and print its last line.

    Raises InputError where the file cannot be written.
    """
    from kamergraaf.check import reports
    from kamergraaf.check.reports import text
    from kamergraaf.graph import files

    screen = reports.View(lang, limit or None, _style if _colours() else reports.plain)
    if output is None:
        parts = reports.parts(report, format_, screen)
        # In pieces of a fair size, because each is sent on its way at once.
        while piece := "".join(islice(parts, 500)):
            click.echo(piece, nl=False)
        return
    whole = reports.parts(report, format_, reports.View(lang, limit or None))
    files.write_parts(output, _encoded(whole))
    click.echo(f"{text.verdict(report, screen)} {output}")


def _encoded(parts: Iterator[str]) -> Iterator[bytes]:
    return (part.encode() for part in parts)


def _colours() -> bool:
    """Whether a person looks at a terminal that may be colourful (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _style(words: str, role: str) -> str:
    return click.style(words, **STYLES[role])
