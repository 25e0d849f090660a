"""Loads the ontology's Turtle files: as a lexicon for the extractors, as triples for the graph.

A term is named in running text by its Dutch labels and ``skos:hiddenLabel`` (case is ignored), by
``kamer:acronym`` and ``kamer:abbreviation`` (case counts; a label that is also one of these is
matched in exactly that case), and by words that end in ``kamer:compoundHead``.
"""

from __future__ import annotations

import hashlib
from functools import cache, cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kamergraaf.errors import BrokenResourceError, InputError
from kamergraaf.iris import DEF, PREFIXES, expand
from kamergraaf.model import Lexicon, Name, Term
from kamergraaf.resources import folder

_TYPE = expand("rdf:type")
_LABEL = expand("rdfs:label")
_PREF = expand("skos:prefLabel")
_ALT = expand("skos:altLabel")
_HIDDEN = expand("skos:hiddenLabel")
_BROADER = expand("skos:broader")
_NOTATION = expand("skos:notation")
_CODE = expand("kamer:code")
_ABBREVIATION = expand("kamer:abbreviation")
_ACRONYM = expand("kamer:acronym")
_HEAD = expand("kamer:compoundHead")
_COLLECTIVE_OF = expand("kamer:collectiveOf")
_HAS_NAME = expand("kamer:hasName")
_EARLIEST = expand("kamer:earliest")
_LATEST = expand("kamer:latest")

_READER_ONLY = frozenset({_HIDDEN, _ACRONYM, _HEAD})
_TERM_ONLY = frozenset({_LABEL, _CODE})
_SCHEMA = (PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["rdf"])
_UNNAMED = frozenset(
    {
        "ActorName",
        "CommitmentStatus",
        "Delivery",
        "Direction",
        "MeasureStatus",
        "MotionStatus",
        "Origin",
        "Stance",
        "ThreatLevel",
    }
)
"""Classes whose labels are everyday words: only their hidden labels name them in a text."""

_Properties = dict[str, list[NamedNode | Literal]]


class Vocabulary:
    """What a set of Turtle files says. ``files`` are in the order of their names."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self.files = files
        contents = [(path, _read(path)) for path in files]
        self.digest = _digest(contents)
        """SHA-256 over the names and bytes of the files, hexadecimal."""
        self.triples = tuple(triple for path, data in contents for triple in parsed(path, data))

    def lexicon(self) -> Lexicon:
        """All register and thesaurus entries as terms, sorted by id; made once."""
        return self._lexicon

    def registers(self) -> list[Triple]:
        """The triples of the registers graph, in the order of the files, without blank nodes.

        Entries come with everything but the forms that only the reader needs; the ontology's own
        classes and properties with their labels and codes.
        """
        return list(self._registers)

    @cached_property
    def _entries(self) -> dict[str, _Properties]:
        """The statements about each IRI, by predicate."""
        entries: dict[str, _Properties] = {}
        for triple in self.triples:
            subject, value = triple.subject, triple.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                about = entries.setdefault(subject.value, {})
                about.setdefault(triple.predicate.value, []).append(value)
        return entries

    @cached_property
    def _lexicon(self) -> Lexicon:
        terms = {}
        for iri in sorted(self._entries):
            kind = _kind(iri, self._entries[iri])
            if kind and kind != "ActorName":
                terms[iri] = self._term(iri, kind)
        return Lexicon(terms)

    def _term(self, iri: str, kind: str) -> Term:
        about = self._entries[iri]
        label = next(iter(_dutch(about, _PREF) or _dutch(about, _LABEL)), "")
        exact = sorted({*_texts(about, _ACRONYM), *_texts(about, _ABBREVIATION)})
        forms = set(_texts(about, _HIDDEN))
        if kind not in _UNNAMED:
            forms.update([label, *_dutch(about, _ALT)])
        return Term(
            id=iri,
            kind=kind,
            label=label,
            surfaces=tuple(sorted(form for form in forms.difference(exact) if form)),
            acronyms=tuple(exact),
            heads=tuple(sorted(_texts(about, _HEAD))),
            names=self._names(about),
            kind_code=self._code(kind, about),
            broader=tuple(sorted(_texts(about, _BROADER))),
            notation=next(iter(_texts(about, _NOTATION)), ""),
        )

    def _names(self, about: _Properties) -> tuple[Name, ...]:
        """The names that an entry bore over time, the earliest first."""
        found = []
        for node in _texts(about, _HAS_NAME):
            name = self._entries.get(node, {})
            since = next(iter(_texts(name, _EARLIEST)), "")
            until = next(iter(_texts(name, _LATEST)), "")
            found += [Name(text, since, until) for text in _texts(name, _LABEL)]
        return tuple(sorted(found, key=lambda name: (name.since, name.until or "9", name.text)))

    def _code(self, kind: str, about: _Properties) -> str:
        """The code of an entry's class; a collective's is that of its members."""
        for owner in [*_texts(about, _COLLECTIVE_OF), DEF + kind]:
            for code in _texts(self._entries.get(owner, {}), _CODE):
                return code
        return ""

    @cached_property
    def _registers(self) -> tuple[Triple, ...]:
        entries = {iri for iri, about in self._entries.items() if _is_entry(iri, about)}
        kept: dict[Triple, None] = {}
        for triple in self.triples:
            subject = triple.subject
            if not isinstance(subject, NamedNode) or isinstance(triple.object, BlankNode):
                continue
            predicate = triple.predicate.value
            if subject.value in entries:
                wanted = predicate not in _READER_ONLY
            else:
                wanted = predicate in _TERM_ONLY and subject.value.startswith(DEF)
            if wanted:
                kept[triple] = None
        return tuple(kept)


def load(paths: tuple[Path, ...] | None = None) -> Vocabulary:
    """The vocabulary of the project, or of other files; read once for each tuple of paths.

    A folder among ``paths`` stands in place of the project's own ``ontology``; a file is added.
    Raises BrokenResourceError, with file and line, for Turtle that does not parse, and InputError
    for a path that does not exist.
    """
    return _load(tuple(path.resolve() for path in paths or ()))


@cache
def _load(paths: tuple[Path, ...]) -> Vocabulary:
    for path in paths:
        if not path.exists():
            raise InputError("there is no such file or folder", where=str(path))
    folders = [path for path in paths if path.is_dir()] or [folder("ontology")]
    files = {file for place in folders for file in place.glob("*.ttl")}
    files.update(path for path in paths if path.is_file())
    if not files:
        raise InputError("no Turtle files (*.ttl) here", where=str(folders[0]))
    return Vocabulary(tuple(sorted(files, key=lambda file: (file.name, str(file)))))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", where=str(path)) from error


def parsed(path: Path, data: bytes) -> list[Triple]:
    """The triples of a Turtle file's bytes, in their order.

    Raises BrokenResourceError, with file and line, where they are no valid Turtle.
    """
    try:
        return [quad.triple for quad in parse(data, format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        where = f"{path}:{error.lineno}" if error.lineno else str(path)
        raise BrokenResourceError(f"no valid Turtle: {error.msg}", where=where) from error


def _digest(contents: list[tuple[Path, bytes]]) -> str:
    total = hashlib.sha256()
    for path, data in contents:
        total.update(path.name.encode() + b"\0" + hashlib.sha256(data).digest())
    return total.hexdigest()


def _texts(about: _Properties, predicate: str) -> list[str]:
    return [value.value for value in about.get(predicate, ())]


def _dutch(about: _Properties, predicate: str) -> list[str]:
    """Labels in Dutch, or in no language."""
    return [
        value.value
        for value in about.get(predicate, ())
        if isinstance(value, Literal) and value.language in (None, "nl")
    ]


def _kind(iri: str, about: _Properties) -> str:
    """The local name of an entry's class, '' for what is no entry of a register."""
    if iri.startswith(DEF):
        return ""
    kinds = sorted(type_ for type_ in _texts(about, _TYPE) if type_.startswith(DEF))
    return kinds[0].removeprefix(DEF) if kinds else ""


def _is_entry(iri: str, about: _Properties) -> bool:
    """Whether something is more than a term of somebody's schema."""
    return not iri.startswith(DEF) and any(
        not type_.startswith(_SCHEMA) for type_ in _texts(about, _TYPE)
    )
