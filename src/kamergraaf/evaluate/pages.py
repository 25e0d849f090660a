"""Tables and lists of facts, as plain text or as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

WIDTH = 100
_NUMBER = re.compile(r"(?:[+-]?\d+(?:\.\d+)?|=)?")


class Table(NamedTuple):
    """A table under a title ('' for none)."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def numeric(self) -> list[bool]:
        """For each column, whether it holds nothing but numbers."""
        columns = range(len(self.head))
        return [all(_NUMBER.fullmatch(row[i]) for row in self.rows) for i in columns]


class Entry(NamedTuple):
    """A fact with what is to be said of it, its details and its quote ('' for none)."""

    mark: str
    where: str
    label: str
    details: str = ""
    quote: str = ""


class Entries(NamedTuple):
    """A list of facts under a title."""

    title: str
    entries: Sequence[Entry]


Section = Table | Entries


def text(sections: Iterable[Section]) -> str:
    """Aligned columns and wrapped lists."""
    return "\n".join(_aligned(one) if isinstance(one, Table) else _listed(one) for one in sections)


def markdown(sections: Iterable[Section]) -> str:
    """Markdown tables and lists."""
    return "\n".join(_piped(one) if isinstance(one, Table) else _bullets(one) for one in sections)


FORMATS: dict[str, Callable[[Iterable[Section]], str]] = {"text": text, "markdown": markdown}


def _aligned(table: Table) -> str:
    lines = [table.head, *table.rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(table.head))]
    numeric = table.numeric()

    def one(cells: Sequence[str]) -> str:
        said = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, numeric, strict=True)
        ]
        return "  ".join(said).rstrip() + "\n"

    title = f"{table.title}\n" if table.title else ""
    return title + one(table.head) + "".join(map(one, table.rows))


def _listed(section: Entries) -> str:
    lines = [section.title]
    for entry in section.entries:
        lead = f"  {entry.mark}  {entry.where}: {entry.label}"
        lines.append(_wrapped(lead, "  ", "      "))
        if entry.details:
            lines.append(_wrapped(entry.details, "      ", "      "))
        if entry.quote:
            lines.append(_wrapped(f"“{entry.quote}”", "      ", "       "))
    return "\n".join(lines) + "\n"


def _wrapped(said: str, first: str, later: str) -> str:
    return textwrap.fill(
        said.strip(),
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _piped(table: Table) -> str:
    title = f"### {table.title}\n\n" if table.title else ""
    rule = tuple("--:" if right else "---" for right in table.numeric())
    lines = (table.head, rule, *(tuple(map(_escaped, row)) for row in table.rows))
    return title + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _bullets(section: Entries) -> str:
    lines = [f"### {section.title}", ""]
    for one in section.entries:
        details = f"; {one.details}" if one.details else ""
        quote = f": “{one.quote}”" if one.quote else ""
        lines.append(f"- **{one.mark}** {one.where}: {one.label}{details}{quote}")
    return "\n".join(lines) + "\n"


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|")
