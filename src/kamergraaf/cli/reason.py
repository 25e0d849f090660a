"""``kamergraaf reason``: OWL consistency and the defined classes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf import iris
from kamergraaf.errors import ExitCode

if TYPE_CHECKING:
    from kamergraaf.graph.quads import Quad
    from kamergraaf.graph.reason import Reasoning


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder of an Oxigraph store to reason over.",
)
@click.option("--base", default=iris.BASE, show_default=True, help="IRI under which things live.")
@click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Turtle file or folder to use beside the built-in ontology (repeatable).",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(
    files: tuple[Path, ...],
    store: Path | None,
    base: str,
    ontology: tuple[Path, ...],
    format_: str,
) -> None:
    """Check a graph against the ontology with an OWL reasoner, and derive the defined classes.

    The reasoner (HermiT) sees a projection without dates, texts, evidence and other literals.
    Without FILES or a store it looks at the ontology and its registers alone. It needs Java: the
    extra kamergraaf[reason] brings one. Exit code 1 where something contradicts itself.
    """
    iris.checked_base(base)
    from kamergraaf.graph import reason

    found = reason.reason(_quads(files, store), base=base, ontology=ontology)
    click.echo(_json(found) if format_ == "json" else _text(found))
    if not found.sound:
        raise SystemExit(int(ExitCode.FINDINGS))


def _quads(files: Iterable[Path], store: Path | None) -> Iterable[Quad]:
    """Everything in the files and in the store."""
    from kamergraaf.graph.files import load, quads_of

    for path in files:
        yield from quads_of(load(path))
    if store:
        from kamergraaf.ask.store import Oxigraph

        yield from quads_of(Oxigraph.from_folder(store).store)


def _json(found: Reasoning) -> str:
    """The findings as one JSON object; things by IRI and Dutch label."""

    def thing(address: str) -> dict[str, str | None]:
        return {"iri": address, "label": found.labels.get(address)}

    whole = {
        "consistent": found.consistent,
        "facts": found.facts,
        "unsatisfiable": [thing(cls) for cls in found.unsatisfiable],
        "memberships": [
            {"class": thing(m.cls), "individual": thing(m.individual)} for m in found.memberships
        ],
        "conflict": [
            {"subject": thing(s), "predicate": thing(p), "object": thing(o)}
            for s, p, o in found.conflict
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _text(found: Reasoning) -> str:
    """The findings for a reader."""

    def thing(address: str) -> str:
        label = found.labels.get(address)
        return f"{label} ({_name(address)})" if label else _name(address)

    if not found.consistent:
        if not found.conflict:
            return "inconsistent: the ontology contradicts itself, without any fact"
        count = "this fact contradicts" if len(found.conflict) == 1 else "these facts contradict"
        lines = [f"inconsistent: of {found.facts} facts, {count} the ontology:"]
        lines += [f"  {thing(s)}\n    {thing(p)}\n      {thing(o)}" for s, p, o in found.conflict]
        return "\n".join(lines)
    lines = [f"consistent: {found.facts} facts"]
    lines += [f"can have no member: {thing(cls)}" for cls in found.unsatisfiable]
    for cls, members in groupby(found.memberships, lambda m: m.cls):
        own = [f"  {thing(m.individual)}" for m in members]
        lines += [f"{thing(cls)}: {len(own)}", *own]
    return "\n".join(lines)


def _name(address: str) -> str:
    """An IRI by its prefix, where the house has one for it."""
    for prefix, space in iris.PREFIXES.items():
        if address.startswith(space):
            return f"{prefix}:{address.removeprefix(space)}"
    return address
