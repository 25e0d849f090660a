"""The report in every format: one file each, which gives the report piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from kamergraaf.check.finding import Severity
from kamergraaf.check.report import Report

FORMATS = ("text", "json", "turtle", "sarif", "junit", "html")
"""A module of this package each, with a function ``parts(report, view)``."""


def plain(text: str, role: str) -> str:
    """The text as it is, whatever it stands for."""
    return text


@dataclass(frozen=True, slots=True)
class View:
    """How the reader wants to see a report.

    ``limit`` is the number of findings that the text shows of a shape or check, None for all;
    ``paint`` colours a piece of text by what it stands for: ``violation``, ``warning``, ``info``,
    ``good``, ``strong`` or ``dim``; ``paths`` says where the files of letters lie, by letter;
    ``threshold`` is the mildest severity that a pipeline takes for a failure.
    """

    lang: str = "en"
    limit: int | None = None
    paint: Callable[[str, str], str] = plain
    paths: Mapping[str, str] = field(default_factory=dict)
    threshold: Severity = Severity.VIOLATION


def parts(report: Report, format_: str, view: View) -> Iterator[str]:
    """The report in one of ``FORMATS``, piece by piece; the same for the same report and view."""
    found: Iterator[str] = import_module(f"{__name__}.{format_}").parts(report, view)
    return found
