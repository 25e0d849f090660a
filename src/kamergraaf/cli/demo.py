"""``kamergraaf demo``: the main job on the sample letter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.errors import ExitCode

if TYPE_CHECKING:
    from kamergraaf.ask.queries import Answer
    from kamergraaf.ask.questions import Question
    from kamergraaf.ask.store import Source
    from kamergraaf.graph.quads import Quad

WIDTH = 100
HIDDEN = frozenset({"iri", "letter", "quote", "position"})
"""Columns that the demo shows in another way, or not at all."""


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the graph in this file.",
)
@click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="en", show_default=True, help="Language."
)
def command(output: Path | None, lang: str) -> None:
    """Build the sample letter, validate it and answer the policy questions."""
    from kamergraaf import pipeline, resources
    from kamergraaf.ask.questions import questions
    from kamergraaf.ask.store import Oxigraph
    from kamergraaf.graph import files
    from kamergraaf.graph.build import dataset

    letter = sorted(resources.folder("letters").glob("*.txt"))
    terms = pipeline.vocabulary()
    built = pipeline.build(letter, terms)
    quads = dataset(built.extractions, terms)
    click.echo(f"1. Built {letter[0].name}: {len(quads):,} quads")
    if output:
        files.write(quads, output)
        click.echo(f"   written to {output}")
    conforms = _validate(quads)
    source = Oxigraph.from_quads(quads)
    click.echo(
        "\n3. The policy questions, each answer with the words of the letter that prove it\n"
    )
    for question in questions():
        click.echo("\n".join(_lines(question, question.ask(source), source, lang)) + "\n")
    if not conforms:
        raise SystemExit(int(ExitCode.FINDINGS))


def _validate(quads: list[Quad]) -> bool:
    """Validate and tell in one line; the findings themselves where there are violations."""
    from kamergraaf.check import checks, reports
    from kamergraaf.check.finding import Severity
    from kamergraaf.check.index import Index
    from kamergraaf.graph import files

    report = checks.run(Index(files.store_of(quads)))
    counts = ", ".join(f"{report.count(s)} {s.value}" for s in Severity)
    click.echo(
        f"2. Validated: {len(report.shapes)} shapes and {len(report.checks)} checks saw "
        f"{report.nodes:,} nodes: {counts}"
    )
    if not report.conforms:
        click.echo("".join(reports.parts(report, "text", reports.View(limit=5))), nl=False)
    return report.conforms


def _lines(question: Question, found: Answer, source: Source, lang: str) -> Iterator[str]:
    """The question, how far it is answered, and the rows with their sentences."""
    about = " · ".join(question.query.about(source, question.parameters, lang))
    yield f"{question.number:>2}. {question.query.questions[lang]}" + (
        f" [{about}]" if about else ""
    )
    if found.message[lang]:
        yield f"    → {found.message[lang]}"
    for row in found.rows.objects():
        cells = [f"{k}: {v}" for k, v in row.items() if v is not None and k not in HIDDEN]
        yield from textwrap.wrap(
            " · ".join(cells), WIDTH, initial_indent="    • ", subsequent_indent="      "
        )
        yield from textwrap.wrap(
            f"“{row['quote']}”", WIDTH, initial_indent="        ", subsequent_indent="        "
        )
