"""Rows as text: a table that fits a page, CSV, JSON, Markdown."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable

from kamergraaf.ask.rows import Cell, Rows, shown
from kamergraaf.iris import PREFIXES

WIDTH = 100
"""Columns of a page; a table that would be wider becomes a list of cards."""

QUOTE = "quote"


def as_json(rows: Rows) -> str:
    """A list of objects, null where a value is missing."""
    return json.dumps(rows.objects(), ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Rows) -> str:
    """RFC 4180, with a header line; a missing value is an empty field."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    writer.writerows([[shown(c) for c in row] for row in rows.rows])
    return out.getvalue()


def as_markdown(rows: Rows) -> str:
    """A Markdown table."""
    lines = [rows.columns, tuple("---" for _ in rows.columns)]
    lines += [tuple(_escaped(shown(c)) for c in row) for row in rows.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def as_table(rows: Rows) -> str:
    """Aligned columns with each quote wrapped under its row; cards where columns do not fit."""
    columns = [c for c in rows.columns if c != QUOTE]
    if not rows.rows or not columns:
        return "".join(_quoted(c) for row in rows.rows for c in row)
    cells = [[short(row[name]) for name in columns] for row in rows.objects()]
    widths = [max(len(name), *(len(line[i]) for line in cells)) for i, name in enumerate(columns)]
    if sum(widths) + 2 * len(widths) > WIDTH:
        return "\n".join(_card(row) for row in rows.objects())
    quotes = [row.get(QUOTE) for row in rows.objects()]
    head = _line(columns, widths) + _line(["-" * width for width in widths], widths)
    body = [_line(line, widths) + _quoted(quote) for line, quote in zip(cells, quotes, strict=True)]
    return head + "".join(body)


FORMATS: dict[str, Callable[[Rows], str]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
    "markdown": as_markdown,
}


def short(value: Cell) -> str:
    """A cell as text, an IRI of the house by its prefix, which every verb takes for it."""
    text = shown(value)
    if text.startswith("http"):
        for prefix, namespace in PREFIXES.items():
            if text.startswith(namespace) and not text.endswith(namespace):
                return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def wrap(text: str, indent: str = "", first: str | None = None) -> str:
    """Text in lines of at most ``WIDTH`` characters; the first may begin with something else."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _card(row: dict[str, Cell]) -> str:
    """One row as lines of ``name  value``; what is missing is left out."""
    told = {name: short(c) for name, c in row.items() if c is not None}
    width = max((len(name) for name in told), default=0)
    indent = " " * (width + 2)
    return "".join(
        wrap(f"“{said}”" if name == QUOTE else said, indent, f"{name.ljust(width)}  ") + "\n"
        for name, said in told.items()
    )


def _line(cells: list[str], widths: list[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return "  ".join(said.ljust(width) for said, width in pairs).rstrip() + "\n"


def _quoted(quote: Cell) -> str:
    """A quote under its row; nothing where there is none."""
    return wrap(f"“{quote}”", "     ", "    ") + "\n" if quote is not None else ""


def _escaped(said: str) -> str:
    return said.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
