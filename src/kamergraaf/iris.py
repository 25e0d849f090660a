"""Namespaces and minting; nothing else in the house makes an IRI.

All things live under one base (an option of the command line), the terms under ``DEF``, which is
fixed: a term means the same in everybody's graph.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from kamergraaf.errors import UsageError

_PLAIN = re.compile(r"[A-Za-z0-9/:_.~-]*")
"""What needs no percent-encoding in a path, as nearly every id; told sooner than ``quote`` does."""

DEF = "https://w3id.org/kamergraaf/def/"
BASE = "https://w3id.org/kamergraaf/id/"

PREFIXES: dict[str, str] = {
    "kamer": DEF,
    "kid": BASE,
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def expand(name: str) -> str:
    """The IRI of a prefixed name (``kamer:status``); an absolute IRI is returned as it is.

    Raises KeyError for a prefix that the house does not use.
    """
    if name.startswith(("http://", "https://")):
        return name
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


_BASE = re.compile(
    r"https?://(?:\[[0-9A-Fa-f:.]+\]|[^\s\x00-\x20\x7f-\x9f<>\"{}|^`\\#\[\]/?]+)"
    r"/(?:[^\s\x00-\x20\x7f-\x9f<>\"{}|^`\\#\[\]]*/)?"
)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def checked_base(said: str) -> str:
    """A base as it was given. Raises UsageError for what things cannot live under."""
    if _BASE.fullmatch(said) and not _BROKEN_PERCENT.search(said):
        return said
    raise UsageError(
        "the base must be an absolute http or https IRI that ends in '/', without fragment, "
        f"blanks or other characters that no IRI has, not '{said}'"
    )


def slug(text: str, limit: int = 60) -> str:
    """Lower-case ASCII letters and digits joined by hyphens, cut at a hyphen near ``limit``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(joined) > limit:
        joined = joined[: limit + 1].rpartition("-")[0] or joined[:limit]
    return joined or "x"


def letter(base: str, identifier: str | None, name: str, digest: str) -> str:
    """A document's IRI: its official number where it has one, else file name and text digest."""
    if identifier:
        return paper(base, identifier)
    return f"{base}letter/{slug(name.rsplit('.', 1)[0], 80)}-{digest[:8]}"


def paper(base: str, identifier: str) -> str:
    """The IRI of a published paper, the same in every letter that cites it."""
    return base + "paper/" + quote(identifier, safe=":-")


def local(letter_iri: str, thing_id: str) -> str:
    """The IRI of a thing that a letter introduces."""
    if not _PLAIN.fullmatch(thing_id):
        thing_id = quote(thing_id, safe="/-:")
    return f"{letter_iri}/{thing_id}"


def evidence(letter_iri: str, start: int, end: int) -> str:
    """A span of the letter's text as an RFC 5147 fragment (code points, end exclusive)."""
    return f"{letter_iri}#char={start},{end}"


def facts_graph(letter_iri: str) -> str:
    """The named graph of a letter's facts."""
    return f"{letter_iri}/graph/facts"


def evidence_graph(letter_iri: str) -> str:
    """The named graph of a letter's statements and evidence, warnings included."""
    return f"{letter_iri}/graph/evidence"


def registers_graph(base: str) -> str:
    """The named graph of registers and thesauri."""
    return base + "graph/registers"


def run_graph(base: str) -> str:
    """The named graph that tells how the dataset was made."""
    return base + "graph/run"


def selector(evidence_iri: str, kind: str) -> str:
    """A selector of an evidence node; ``kind`` is ``position`` or ``quote``."""
    return f"{evidence_iri};{kind}"


def statement(base: str, digest: str) -> str:
    """A statement, by the hexadecimal SHA-256 of its content."""
    return f"{base}statement/{digest[:20]}"


def warning(letter_iri: str, number: int) -> str:
    """A letter's warning, counted from 1 in reading order."""
    return f"{letter_iri}/warning/{number}"


def code(base: str, scheme: str, notation: str) -> str:
    """An entry of a code list (``status``, ``stance``, ``origin``…)."""
    return f"{base}{scheme}/{notation}"


def run(base: str, digest: str) -> str:
    """The making of a dataset, by the hexadecimal SHA-256 of its content."""
    return f"{base}run/{digest[:20]}"


def base_of_run(address: str) -> str | None:
    """The base under which ``run`` made an IRI; None for an IRI of another form."""
    found = re.fullmatch(r"(.*/)run/[0-9a-f]{20}", address)
    return found[1] if found else None
