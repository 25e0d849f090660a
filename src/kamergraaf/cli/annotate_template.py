"""``kamergraaf annotate-template``: an annotation to start from."""

from __future__ import annotations

from pathlib import Path

import click

from kamergraaf.errors import UsageError


@click.command(name="annotate-template")
@click.argument("doc", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; it must not exist yet. By default the annotation goes to standard output.",
)
@click.option(
    "--docs",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that 'source' is relative to; by default that of the document.",
)
@click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Turtle file or folder to use beside the built-in registers (repeatable).",
)
def command(doc: Path, output: Path | None, docs: Path | None, ontology: tuple[Path, ...]) -> None:
    """Write what is read in DOC as an annotation, for somebody to correct.

    Take out what is wrong, add what is missing, and let 'kamergraaf evaluate' score against it.
    """
    source = _source(doc, docs)
    if output is not None and output.exists():
        raise UsageError("is there already; somebody may have corrected it", where=str(output))
    from kamergraaf import pipeline
    from kamergraaf.evaluate.reading import Desk
    from kamergraaf.evaluate.template import as_json, template
    from kamergraaf.graph import files

    terms = pipeline.vocabulary(ontology)
    extraction = pipeline.read_letter(doc, terms.lexicon())
    written = as_json(template(source, extraction, Desk(terms).read(extraction)))
    if output is None:
        click.echo(written, nl=False)
    else:
        files.write_text(output, written)


def _source(doc: Path, docs: Path | None) -> str:
    """The path of the document relative to the folder of documents, with forward slashes."""
    if docs is None:
        return doc.name
    try:
        return doc.resolve().relative_to(docs.resolve()).as_posix()
    except ValueError as problem:
        raise UsageError(f"is not under {docs}", where=str(doc)) from problem
