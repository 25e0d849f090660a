"""Gets a dataset to check: files, standard input, a store, an endpoint, or all of them as one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Quad

from kamergraaf.check.index import Index
from kamergraaf.errors import UsageError
from kamergraaf.graph import reading

if TYPE_CHECKING:
    from kamergraaf.ask.remote import Remote

STDIN = Path("-")
"""The file that stands for standard input."""

_MADE_UP = re.compile(r"[0-9a-f]{20,}")
"""What Oxigraph calls a blank node that its file does not name; another in each run."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL server to read from; all of it, or the named ``graphs``."""

    remote: Remote
    graphs: tuple[str, ...] = ()


def read(
    paths: Sequence[Path],
    store: Path | None = None,
    endpoint: Endpoint | None = None,
    format_: str | None = None,
) -> Index:
    """The union of the files, of the store in the folder and of the endpoint, where given.

    ``format_`` (of ``graph.reading.FORMATS``) goes before a file's suffix; standard input (``-``)
    needs it. Blank nodes of two sources stay apart; one without a name gets the same name in each
    run. Raises InputError for a file or folder that cannot be read or holds no statement,
    RemoteError where the endpoint fails, UsageError for a suffix that is no graph's.
    """
    index, names = Index(), _Names()
    for path in paths:
        index.take(names.apart(_file(path, format_)), str(path))
    if store:
        from kamergraaf.ask.store import Oxigraph

        index.take(iter(Oxigraph.from_folder(store).store), str(store))
    if endpoint:
        from kamergraaf.ask import crawl

        found = crawl.quads(endpoint.remote, endpoint.graphs)
        index.take(names.apart(found), endpoint.remote.url)
    return index


def _file(path: Path, format_: str | None) -> Iterator[Quad]:
    if path != STDIN:
        return reading.quads(path, format_)
    if format_ is None:
        raise UsageError(
            f"say in which format standard input is: --input-format {'|'.join(reading.FORMATS)}"
        )
    return reading.stream_quads(sys.stdin.buffer, format_)


class _Names:
    """Names of blank nodes, each once over all sources, and the same in each run."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def apart(self, quads: Iterator[Quad]) -> Iterator[Quad]:
        """The quads of one source, with names that no source before has used."""
        own: dict[str, BlankNode] = {}
        for quad in quads:
            subject, object_, graph = quad.subject, quad.object, quad.graph_name
            if isinstance(subject, BlankNode):
                subject = self._name(subject, own)
            elif not isinstance(object_, BlankNode) and not isinstance(graph, BlankNode):
                yield quad
                continue
            if isinstance(object_, BlankNode):
                object_ = self._name(object_, own)
            if isinstance(graph, BlankNode):
                graph = self._name(graph, own)
            yield Quad(subject, quad.predicate, object_, graph)

    def _name(self, node: BlankNode, own: dict[str, BlankNode]) -> BlankNode:
        found = own.get(node.value)
        if found is None:
            said = f"anon{len(own) + 1}" if _MADE_UP.fullmatch(node.value) else node.value
            name, number = said, 1
            while name in self._taken:
                number += 1
                name = f"{said}-{number}"
            self._taken.add(name)
            found = own[node.value] = BlankNode(name)
        return found
