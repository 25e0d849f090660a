"""``kamergraaf evaluate``: how right the tool reads annotated documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.errors import ExitCode

if TYPE_CHECKING:
    from kamergraaf.evaluate.compare import Comparison
    from kamergraaf.evaluate.pages import Section
    from kamergraaf.evaluate.run import Run

KINDS = (
    *("actors", "references", "dates", "motions", "commitments", "threats", "groups"),
    *("threat_levels", "measures"),
)
SUFFIXES = {".json": "json", ".md": "markdown"}


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("docs", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--only", default="", metavar="TEXT", help="Only annotations with this in the name.")
@click.option(
    "--show",
    multiple=True,
    metavar="KIND",
    help="List misses and extras of a kind, or wrong values of a field such as measure.status,"
    " with quotes (repeatable; 'all' for all kinds).",
)
@click.option("--per-document", is_flag=True, help="Figures for each document too.")
@click.option("--rules", is_flag=True, help="Tell what each rule gets right and wrong, and where.")
@click.option(
    "--compare",
    "earlier",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="EARLIER.json",
    help="Tell what is better and worse than in an earlier run, kept with -o EARLIER.json.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown"]),
    help="How to write the result; by default as the suffix of -o says, else text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write the result to; the figures are then also shown as text.",
)
@click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Turtle file or folder to use beside the built-in registers (repeatable).",
)
def command(
    gold: Path,
    docs: Path,
    only: str,
    show: tuple[str, ...],
    per_document: bool,
    rules: bool,
    earlier: Path | None,
    format_: str | None,
    output: Path | None,
    ontology: tuple[Path, ...],
) -> None:
    """Score what is read in documents against annotations made by hand.

    GOLD is a folder of annotations (*.json) or one of them, DOCS the folder of their sources. JSON
    always holds everything. A document that cannot be read counts as empty; exit code 3 then.
    """
    wanted = _shown(show)
    found, compared = _scored(gold, docs, only, earlier, ontology)
    sections = list(_sections(found, compared, wanted, per_document, rules))
    chosen = format_ or SUFFIXES.get(output.suffix.lower() if output else "", "text")
    written = _written(chosen, sections, found, compared)
    if output is not None:
        from kamergraaf.graph import files

        files.write_text(output, written)
        written = _written("text", sections, found, compared)
    click.echo(written, nl=False)
    if found.failures:
        raise SystemExit(int(ExitCode.INPUT))


def _scored(
    gold: Path, docs: Path, only: str, earlier: Path | None, ontology: tuple[Path, ...]
) -> tuple[Run, Comparison | None]:
    """The run, and how it differs from the earlier one."""
    from functools import partial

    from kamergraaf import pipeline
    from kamergraaf.evaluate import compare, report, run

    before = report.read(earlier) if earlier else None
    terms = pipeline.vocabulary(ontology)
    read = partial(pipeline.read_letter, lexicon=terms.lexicon())
    found = run.evaluate(gold, docs, read, terms, only=only)
    return found, compare.compare(before, found) if before else None


def _shown(show: tuple[str, ...]) -> list[str]:
    """The kinds and fields to list, each once."""
    from kamergraaf.evaluate.scoring import FIELDS

    names: dict[str, None] = {}
    for name in show:
        if name == "all":
            names.update(dict.fromkeys(KINDS))
        elif name.replace("-", "_") in (*KINDS, *FIELDS):
            names[name.replace("-", "_")] = None
        else:
            raise click.UsageError(
                f"there is no kind '{name}'; kinds are {', '.join(KINDS)} (or all),"
                f" fields are {', '.join(FIELDS)}"
            )
    return list(names)


def _sections(
    found: Run,
    compared: Comparison | None,
    show: list[str],
    per_document: bool,
    rules: bool,
) -> Iterator[Section]:
    """What was asked for, the figures first."""
    from kamergraaf.evaluate import render

    yield from render.figures(found)
    if per_document:
        yield from render.per_document(found)
    if compared:
        yield from render.comparison(compared)
    if rules:
        yield from render.rules(found)
    yield from render.shown(found, show)


def _written(format_: str, sections: list[Section], found: Run, compared: Comparison | None) -> str:
    from kamergraaf.evaluate import pages, report

    if format_ == "json":
        return report.as_json(found, compared.as_object() if compared else None)
    return pages.FORMATS[format_](sections)
