"""The options that tell ``validate`` what to check, and against what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamergraaf.check.checks import Wanted
    from kamergraaf.check.index import Index
    from kamergraaf.check.report import Report

FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml")
ENGINES = ("fast", "pyshacl")
TIMEOUT = 600.0
"""Seconds that the shapes may take on the data."""
LEAST = 64
"""Letters from which on a store is checked letter by letter, not as one graph in memory."""
PATIENCE = 30.0
"""Seconds to wait for an endpoint, per try."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What to check."""

    files: tuple[Path, ...]
    input_format: str | None
    store: Path | None
    endpoint: str | None
    named_graph: tuple[str, ...]
    jobs: int
    state: Path | None

    def check(self, wanted: Wanted) -> tuple[Report, Sequence[str]]:
        """The report, and the names of what was checked.

        A store of many letters is checked letter by letter. Raises as ``read``, ``checks.run`` and
        ``check.stored.run`` do.
        """
        from kamergraaf.check import checks

        if self.store and not self.files and not self.endpoint:
            report = self._letter_by_letter(self.store, wanted)
            if report:
                return report, [str(self.store)]
        if self.state:
            raise click.UsageError(
                "--state goes with --store alone, with letters in it and shapes for the fast engine"
            )
        index = self.read()
        return checks.run(index, wanted), index.sources

    def _letter_by_letter(self, store: Path, wanted: Wanted) -> Report | None:
        from kamergraaf.check.stored.run import Order, run
        from kamergraaf.cli.progress import Progress
        from kamergraaf.pipeline import Step, What

        progress = Progress()

        def watch(done: int, total: int) -> None:
            progress(Step(done, total, store, What.UNCHANGED))

        try:
            return run(Order(store, wanted, self.jobs, self.state, LEAST), watch)
        finally:
            progress.close()

    def read(self) -> Index:
        """The dataset. Raises as ``dataset.read`` does, UsageError where nothing is named."""
        if not self.files and self.store is None and self.endpoint is None:
            raise click.UsageError("say what to check: FILE…, --store DIR or --endpoint URL")
        from kamergraaf.check import dataset

        where = None
        if self.endpoint:
            from kamergraaf.ask.remote import Remote

            where = dataset.Endpoint(Remote(self.endpoint, timeout=PATIENCE), self.named_graph)
        elif self.named_graph:
            raise click.UsageError("--named-graph goes with --endpoint")
        return dataset.read(self.files, self.store, where, self.input_format)


@dataclass(frozen=True, slots=True)
class Against:
    """What to check against."""

    shapes: tuple[Path, ...]
    profile: tuple[str, ...]
    profiles: Path | None
    ontology: tuple[Path, ...]
    engine: str
    timeout: float

    def wanted(self) -> Wanted:
        """The same with the files of the profiles. Raises as ``profiles.find`` does."""
        from kamergraaf.check.checks import Wanted

        shapes, ontology = [*self.shapes], [*self.ontology]
        for name in self.profile:
            from kamergraaf.check import profiles

            found = profiles.find(name, self.profiles)
            shapes += found.shapes
            ontology += found.ontology
            told = ", ".join(file.name for file in found.aside)
            click.echo(
                f"profile {name}: shapes from {len(found.shapes)} files"
                + (f"; left aside: {told}" if told else ""),
                err=True,
            )
        return Wanted(shapes, ontology, engine=self.engine, timeout=self.timeout)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a command, which gets them as one ``subject`` and one ``against``."""

    @wraps(command)
    def told(**options: Any) -> None:
        subject = Subject(**{name: options.pop(name) for name in Subject.__slots__})
        against = Against(**{name: options.pop(name) for name in Against.__slots__})
        command(subject=subject, against=against, **options)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told


_OPTIONS = (
    click.argument(
        "files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE…"
    ),
    click.option(
        "--input-format",
        type=click.Choice(FORMATS),
        help="Format of the files, where their suffix does not tell; standard input (-) needs it.",
    ),
    click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of an Oxigraph store to check, alone or with the files.",
    ),
    click.option(
        "--state",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Keep what was found in this file, and check only what has changed since.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        help="Processes that check a store of many letters.  [default: one per processor]",
    ),
    click.option(
        "--endpoint",
        metavar="URL",
        help="A SPARQL server whose graph is read and checked; the only way that uses the network.",
    ),
    click.option(
        "--named-graph",
        multiple=True,
        metavar="IRI",
        help="Read this graph of the endpoint only (repeatable).",
    ),
    click.option(
        "--shapes",
        multiple=True,
        type=click.Path(path_type=Path),
        help="RDF file or folder with shapes to use instead of the built-in ones (repeatable).",
    ),
    click.option(
        "--profile",
        multiple=True,
        metavar="NAME",
        help="A standard profile to check against: a folder in that of --profiles (repeatable).",
    ),
    click.option(
        "--profiles",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder of standard profiles; else the variable KAMERGRAAF_PROFILES names it.",
    ),
    click.option(
        "--ontology",
        multiple=True,
        type=click.Path(path_type=Path),
        help="RDF file to use beside the built-in ontology, or a folder in its place (repeatable).",
    ),
    click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=ENGINES[0],
        show_default=True,
        help="What runs the shapes; pyshacl is the reference, and runs what fast does not cover.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0.1),
        default=TIMEOUT,
        show_default=True,
        help="Seconds that the shapes may take on the data.",
    ),
)
