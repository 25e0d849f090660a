"""``kamergraaf explain``: every statement about a thing, with its sentences."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.cli import sources

if TYPE_CHECKING:
    from kamergraaf.ask.explain import Explanation, Told


@click.command()
@click.argument("name", metavar="IRI")
@sources.anywhere
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the explanation.",
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language of labels, where there are labels in it.",
)
def command(
    name: str,
    graph: Path | None,
    store: Path | None,
    endpoint: str | None,
    timeout: float,
    format_: str,
    lang: str,
) -> None:
    """Show every statement about a thing: what is said, how firmly, and the words that prove it.

    IRI may be a full IRI, a prefixed name (kid:actor/…), the end of an IRI (measure/…) or a label.
    """
    from kamergraaf.ask.explain import explain

    found = explain(sources.open_source(graph, store, endpoint, timeout), name, lang)
    click.echo(_json(found) if format_ == "json" else _text(found), nl=False)


def _json(found: Explanation) -> str:
    import json

    return json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n"


def _text(found: Explanation) -> str:
    """The explanation on a page."""
    from kamergraaf.cli.tables import short, wrap

    classes = ", ".join(found.label(c) for c in found.classes)
    lines = [found.label(found.thing), f"  {short(found.thing)}", f"  {classes}" if classes else ""]
    for proof in found.proofs:
        place = f"{proof.start}-{proof.end} of {short(proof.letter)}"
        lines += [
            f"  introduced at {place} (rule {proof.rule})",
            wrap(f"“{' '.join(proof.quote.split())}”", "     ", "    "),
        ]
    several = len({told.letter for told in (*found.about, *found.elsewhere)}) > 1
    for title, told in (("Said of it", found.about), ("Said with it", found.elsewhere)):
        if told:
            lines += ["", f"{title}: {len(told)}"]
        for one in told:
            lines += _statement(found, one, title == "Said with it", several)
    if not (found.about or found.elsewhere):
        lines += ["", "No letter says anything about it."]
    if found.others:
        lines += ["", f"Also by this name: {len(found.others)}"]
        lines += [f"  {found.label(one)} ({short(one)})" for one in found.others]
    return "".join(f"{line}\n" for number, line in enumerate(lines) if line or number > 2)


def _statement(found: Explanation, told: Told, whole: bool, several: bool) -> list[str]:
    """One statement with its evidence, its letter among several, and what it is inferred from."""
    from kamergraaf.cli.tables import short, wrap

    places = ", ".join(f"{start}-{end}" for start, end in told.spans)
    lines = [wrap(_claim(found, told, whole), " " * 6, "  ")]
    lines.append(f"      {told.stance}, {told.origin}; rule {told.rule}")
    if several:
        lines.append(f"      in {short(told.letter)}")
    if told.quote:
        lines.append(wrap(f"{places}: “{told.quote}”", " " * 8, " " * 6))
    for premise in told.premises:
        if premise in found.premises:
            claim = _claim(found, found.premises[premise], True)
            lines.append(wrap(f"inferred from: {claim}", " " * 8, " " * 6))
    return lines


def _claim(found: Explanation, told: Told, whole: bool) -> str:
    """Property and object, with the subject where it is not the thing itself."""
    said = f"{found.label(told.property)}: {found.label(told.object)}"
    return f"{found.label(told.subject)} — {said}" if whole else said
