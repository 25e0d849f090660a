"""``kamergraaf query``: a canned question to a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.cli import sources

if TYPE_CHECKING:
    from kamergraaf.ask.queries import Answer


@click.command()
@click.argument("name", required=False)
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the question (repeatable); --list tells which there are.",
)
@sources.anywhere
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="en",
    show_default=True,
    help="Language of questions and messages.",
)
@click.option("--list", "list_", is_flag=True, help="List the questions and their parameters.")
def command(
    name: str | None,
    params: tuple[str, ...],
    graph: Path | None,
    store: Path | None,
    endpoint: str | None,
    timeout: float,
    format_: str,
    lang: str,
    list_: bool,
) -> None:
    """Answer the canned question NAME, with the sentences that prove the answer."""
    from kamergraaf.ask import queries
    from kamergraaf.cli import tables

    if list_:
        click.echo(_listed(lang), nl=False)
        return
    if name is None:
        raise click.UsageError("say which question; 'kamergraaf query --list' names them")
    query = queries.find(name)
    values = _values(params)
    query.bound(values)  # A wrong parameter is told before a graph is read.
    source = sources.open_source(graph, store, endpoint, timeout)
    answer = queries.answer(query, query.rows(source, values))
    labels = " · ".join(tables.short(said) for said in query.about(source, values, lang))
    about = f" [{labels}]" if labels else ""
    if format_ == "table":
        click.echo(_told(answer, about, lang), nl=False)
        return
    click.echo(tables.FORMATS[format_](answer.rows), nl=False)
    if answer.message[lang]:
        click.echo(answer.message[lang] + about, err=True)


def _values(params: tuple[str, ...]) -> dict[str, str]:
    """The parameters given on the command line."""
    values: dict[str, str] = {}
    for said in params:
        name, equals, value = said.partition("=")
        if not (name and equals):
            raise click.UsageError(f"a parameter is NAME=VALUE, not '{said}'")
        values[name] = value
    return values


def _told(answer: Answer, about: str, lang: str) -> str:
    """Question, rows, and what is to be said about the answer; ``about`` names the parameters."""
    from kamergraaf.cli import tables

    parts = [
        tables.wrap(answer.query.questions[lang] + about),
        tables.as_table(answer.rows).rstrip("\n"),
    ]
    if answer.message[lang]:
        parts.append(tables.wrap(answer.message[lang] + about))
    return "\n\n".join(part for part in parts if part) + "\n"


def _listed(lang: str) -> str:
    """Every question with its parameters."""
    from kamergraaf.ask import queries
    from kamergraaf.cli import tables

    lines = []
    for query in queries.queries():
        lines.append(tables.wrap(query.questions[lang], " " * 4, f"{query.name}\n    "))
        for one in query.parameters:
            default = f" [{one.default}]" if one.default is not None else ""
            said = f"--param {one.name}=… ({one.type}){default}: {one.description}"
            lines.append(tables.wrap(said, " " * 10, " " * 8))
    return "".join(f"{line}\n" for line in lines)
