"""Datasets in an Oxigraph store on disk.

Letters go in whole: a store that is killed at any moment opens again and holds whole letters only.
"""

from __future__ import annotations

import contextlib
import io
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kamergraaf import iris
from kamergraaf.errors import InputError
from kamergraaf.graph import engine
from kamergraaf.graph.quads import Quad, from_oxigraph, nquads, split, value

if TYPE_CHECKING:
    import pyoxigraph

_BATCH = 24_000_000
"""Bytes of N-Quads that are loaded at once: each load makes new files, and it costs much to merge
them. A load of so many takes some 150 megabytes of memory."""

_WAIT = 5.0
"""Seconds that a letter waits for others at most, if more come: what an interruption may cost."""

_LOADS = 20
"""Loads after which to wait until the engine has merged their files: each lookup goes through all
that are not, and a merge reads them all at once, each through a buffer of up to two megabytes."""

_FLUSH = 40_000_000
"""Bytes of N-Quads put in by updates after which the store's buffers are written out; without
that they grow to a gigabyte."""

_REMOVED = 20
"""Letters taken out after which the same is done."""

_OWN = re.compile(r"LOCK|LOG.*|IDENTITY|(MANIFEST|OPTIONS)-.*|\d+\.(log|sst|dbtmp)")
"""Files that a store has made before it has a file CURRENT, where it was interrupted."""

_RUN, _VERSION = iris.expand("kamer:Run"), iris.expand("kamer:version")
_DIGEST, _USED = iris.expand("kamer:ontologyDigest"), iris.expand("prov:used")
_PATH, _SHA = iris.expand("kamer:pathDigest"), iris.expand("kamer:sha256")
_FILE = iris.expand("kamer:fileName")


def replace(folder: Path, quads: Iterable[Quad]) -> None:
    """Put the graphs of ``quads`` into the store at ``folder``, in place of those of the same name.

    Other graphs stay. It is one transaction: the store holds all of it or none. The store is made
    where there is none. Raises InputError where it cannot be opened or is in use.
    """
    with _told(folder):
        store = _opened(folder)
        store.update(_update(quads))
        store.flush()


class Letters:
    """The letters of a store, open for writing; one process at a time can do that.

    ``run`` tells how letters are read now (``graph.build.run_quads`` without letters),
    ``registers`` is the registers graph under the same ``base``. A context manager: what was added
    is on disk at its end; an interruption before loses the last few letters, never a part of one.
    """

    def __init__(
        self, folder: Path, run: Sequence[Quad], registers: Sequence[Quad], base: str = iris.BASE
    ) -> None:
        """Open the store; one that is not there is made when the first letter is added.

        Raises InputError where it cannot be opened or is in use, or where the folder holds
        something else.
        """
        _check_free(folder)
        self._folder, self._base = folder, base
        self._run, self._registers = run, registers
        self._graph = f"<{iris.run_graph(base)}>"
        self._pending = io.BytesIO()
        self._updated = self._loads = 0
        self._loaded = time.monotonic()
        self._begun = False
        self._opened: pyoxigraph.Store | None = None
        self._had = (folder / "CURRENT").exists()
        self._same_runs = {run[0][0], *(self._runs_alike() if self._had else ())}
        self._added: set[str] = set()

    def held(self, sha256: str, name: str) -> str | None:
        """The IRI of the letter that was read from a file with these bytes and this name, by the
        version and with the ontology of now; None where the store had none when it was opened."""
        for letter in self._subjects(_SHA, sha256):
            if letter in self._subjects(_FILE, name) and self._same_runs & self._used(letter):
                return letter
        return None

    def from_path(self, path_digest: str) -> list[str]:
        """The letters, of those that the store had when it was opened, that were last read from
        the file whose path has this digest."""
        return self._subjects(_PATH, path_digest)

    def origins(self) -> Iterator[tuple[str, str, str]]:
        """Each letter of a store that was there before: its IRI, the digest of the path of the
        file that it was last read from, and that file's name."""
        if not self._had:
            return
        path, name = _node(f"<{_PATH}>"), _node(f"<{_FILE}>")
        for origin in self._store.quads_for_pattern(None, path, None, _node(self._graph)):
            for named in self._store.quads_for_pattern(origin.subject, name, None):
                yield str(origin.subject)[1:-1], _text(origin), _text(named)

    def remove(self, letters: Iterable[str]) -> None:
        """Take letters out, each in a transaction."""
        with _told(self._folder):
            self._load()
            for number, letter in enumerate(letters, 1):
                self._update([letter], b"")
                if number % _REMOVED == 0:
                    self._store.flush()

    def add(self, letter: str, content: bytes, path: str = "", gone: Sequence[str] = ()) -> None:
        """Put in a letter (its N-Quads), in place of the version that the store has, and take out
        the letters in ``gone``. ``path`` is the digest of its file's path, '' where none is known.
        """
        with _told(self._folder):
            self._begin()
            beside = nquads(self._beside(letter, path)).encode()
            old = [one for one in (letter, *gone) if self._has(one)]
            self._added.add(letter)
            if old:
                self._load()
                self._update(old, content + beside)
                return
            self._pending.write(content + beside)
            if self._pending.tell() >= _BATCH or time.monotonic() - self._loaded > _WAIT:
                self._load()

    def keep(self, letter: str, path: str) -> None:
        """Note in which file an unchanged letter was found; its graphs stay as they are."""
        with _told(self._folder):
            self._begin()
            if letter not in self.from_path(path):
                told = f"<{letter}> <{_PATH}>"
                self._store.update(
                    f"DELETE WHERE {{ GRAPH {self._graph} {{ {told} ?path }} }} ;\n"
                    f'INSERT DATA {{ GRAPH {self._graph} {{ {told} "{path}" }} }}'
                )

    def __enter__(self) -> Letters:
        return self

    def __exit__(self, problem: object, *_: object) -> None:
        """Write out what waits and close the store, so that another process can open it.

        The engine merges what is new first; not where a problem ends the work, as that takes time.
        """
        with _told(self._folder):
            self._load()
            if self._opened is not None and problem is None:
                self._opened.flush()
        self._opened = None

    @property
    def _store(self) -> pyoxigraph.Store:
        """The store, opened when it is first needed: a call that writes nothing makes none."""
        if self._opened is None:
            with _told(self._folder):
                self._opened = _opened(self._folder)
        return self._opened

    def _begin(self) -> None:
        """Put in the registers where the store has others, once."""
        if self._begun:
            return
        self._begun = True
        graph = self._registers[0][3]
        found = self._store.quads_for_pattern(None, None, None, _node(graph))
        if set(from_oxigraph(found, graph)) != set(self._registers):
            self._store.update(_update(self._registers))

    def _load(self) -> None:
        """Load the letters that wait; all of them are in the store then, or none."""
        import pyoxigraph

        if self._pending.tell():
            self._pending.seek(0)
            # Not checking IRIs again, which are ours, saves a tenth of the time.
            form = pyoxigraph.RdfFormat.N_QUADS
            self._store.bulk_load(self._pending, format=form, lenient=True)
            self._pending = io.BytesIO()
            self._loads += 1
            if self._loads % _LOADS == 0:
                self._store.flush()
            engine.give_back()
        self._loaded = time.monotonic()

    def _update(self, old: Sequence[str], content: bytes) -> None:
        """Replace letters in one transaction, and forget the runs of which no letter is left."""
        drops = "".join(
            f"DROP SILENT GRAPH <{iris.facts_graph(one)}> ;\n"
            f"DROP SILENT GRAPH <{iris.evidence_graph(one)}> ;\n"
            f"DELETE WHERE {{ GRAPH {self._graph} {{ <{one}> ?property ?value }} }} ;\n"
            f"DELETE WHERE {{ GRAPH {self._graph} {{ ?run <{_USED}> <{one}> }} }} ;\n"
            for one in old
        )
        idle = (
            f"DELETE {{ GRAPH {self._graph} {{ ?run ?property ?value }} }} WHERE {{ "
            f"GRAPH {self._graph} {{ ?run a <{_RUN}> ; ?property ?value "
            f"FILTER NOT EXISTS {{ ?run <{_USED}> ?letter }} }} }} ;\n"
        )
        quads = [split(line) for line in content.decode().split("\n")[:-1]]
        self._store.update(drops + idle + _insert(quads))
        self._updated += len(content)
        if self._updated >= _FLUSH:
            self._store.flush()
            self._updated = 0

    def _beside(self, letter: str, path: str) -> list[Quad]:
        """What the run graph tells of a letter."""
        run, node = self._run[0][0], f"<{letter}>"
        told = [*self._run, (run, f"<{_USED}>", node, self._graph)]
        return [*told, (node, f"<{_PATH}>", f'"{path}"', self._graph)] if path else told

    def _has(self, letter: str) -> bool:
        return letter in self._added or (self._had and self._held_graphs(letter))

    def _held_graphs(self, letter: str) -> bool:
        return any(
            self._store.contains_named_graph(_node(f"<{graph}>"))
            for graph in (iris.facts_graph(letter), iris.evidence_graph(letter))
        )

    def _runs_alike(self) -> Iterator[str]:
        """The runs of the store that had the version and the ontology of now."""
        wanted = {(p, o) for _, p, o, _ in self._run if p in (f"<{_VERSION}>", f"<{_DIGEST}>")}
        graph = _node(self._graph)
        for run in self._store.quads_for_pattern(None, None, _node(f"<{_RUN}>"), graph):
            said = self._store.quads_for_pattern(run.subject, None, None, graph)
            if wanted <= {(str(one.predicate), str(one.object)) for one in said}:
                yield str(run.subject)

    def _used(self, letter: str) -> set[str]:
        """The runs, as terms, that read a letter."""
        graph, node = _node(self._graph), _node(f"<{letter}>")
        found = self._store.quads_for_pattern(None, _node(f"<{_USED}>"), node, graph)
        return {str(quad.subject) for quad in found}

    def _subjects(self, predicate: str, text: str) -> list[str]:
        """The IRIs of what has a string as its ``predicate``, in order."""
        import pyoxigraph

        if not self._had:
            return []
        wanted = pyoxigraph.Literal(text)
        found = self._store.quads_for_pattern(None, _node(f"<{predicate}>"), wanted)
        return sorted({str(quad.subject)[1:-1] for quad in found})


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Tell what the engine cannot do in words that name the store."""
    try:
        yield
    except OSError as problem:
        what = "it is in use by another process" if "lock" in str(problem).lower() else problem
        raise InputError(f"cannot write the store: {what}", where=str(folder)) from problem


def _check_free(folder: Path) -> None:
    """Raise InputError for a folder with something else in it than a store, begun or whole."""
    with _told(folder):
        if (folder / "CURRENT").exists() or not folder.exists():
            return
        others = sorted(one.name for one in folder.iterdir() if not _OWN.fullmatch(one.name))
    if others:
        raise InputError(f"is no store: it holds {others[0]}", where=str(folder))


def _opened(folder: Path) -> pyoxigraph.Store:
    _check_free(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return engine.opened(folder)


def _node(term: str) -> pyoxigraph.NamedNode:
    import pyoxigraph

    return pyoxigraph.NamedNode(term[1:-1])


def _text(quad: pyoxigraph.Quad) -> str:
    """What a literal says that is the object of a quad."""
    return value(str(quad.object)).text


def _update(quads: Iterable[Quad]) -> str:
    """One SPARQL update that drops the graphs and inserts the quads; terms are N-Triples terms."""
    quads = list(quads)
    drops = [f"DROP SILENT GRAPH {graph} ;\n" for graph in sorted({quad[3] for quad in quads})]
    return "".join(drops) + _insert(quads)


def _insert(quads: Iterable[Quad]) -> str:
    """A SPARQL update that adds the quads, graph by graph."""
    blocks = []
    for graph, inside in groupby(sorted(quads, key=lambda quad: quad[3]), lambda quad: quad[3]):
        triples = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in inside)
        blocks.append(f"GRAPH {graph} {{\n{triples}}}\n")
    return "INSERT DATA {\n" + "".join(blocks) + "}"
