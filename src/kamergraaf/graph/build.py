"""Facts to quads: the two graphs of a letter, and the dataset around them.

The model is docs/model.md. Everything is written as tuples of N-Triples terms (``graph.quads``).
The same extraction gives the same list: facts in its order, then evidence, then statements, each
nearly as a sorted file has them, because what is nearly in order is quickly sorted.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from kamergraaf import __version__, iris, resources
from kamergraaf.errors import UsageError
from kamergraaf.graph.quads import RDF_TYPE, XSD, Quad, from_oxigraph, iri, literal
from kamergraaf.graph.quotes import Quotes
from kamergraaf.model import Evidence, Extraction, Fact, LineBox, Ref, Span, Thing, Value, Warning

if TYPE_CHECKING:
    import pyoxigraph


class Registers(Protocol):
    """What a dataset takes from the ontology: its register entries, and a digest of its files."""

    @property
    def digest(self) -> str:
        """Hexadecimal SHA-256 of the ontology as read."""
        ...

    def registers(self) -> Iterable[pyoxigraph.Quad | pyoxigraph.Triple]:
        """The triples of the registers graph."""
        ...


@cache
def _term(name: str) -> str:
    return f"<{iris.expand(name)}>"


LABEL = _term("rdfs:label")
EVIDENCE, QUOTE, RULE = _term("kamer:evidence"), _term("kamer:quote"), _term("kamer:rule")
LETTER, STANCE, ORIGIN = _term("kamer:letter"), _term("kamer:stance"), _term("kamer:origin")
SUBJECT, PREDICATE = _term("kamer:subject"), _term("kamer:predicate")
OBJECT, PREMISE = _term("kamer:object"), _term("kamer:premise")
CONFIDENCE, STATEMENT = _term("kamer:confidence"), _term("kamer:Statement")
SPECIFIC, SOURCE, SELECTOR = (
    _term("oa:SpecificResource"),
    _term("oa:hasSource"),
    _term("oa:hasSelector"),
)
POSITION, EXACTLY = _term("oa:TextPositionSelector"), _term("oa:TextQuoteSelector")
PAGE = _term("kamer:pageFragment")
START, END, EXACT = _term("oa:start"), _term("oa:end"), _term("oa:exact")

DATES = frozenset({"kamer:earliest", "kamer:latest"})
DUTCH = frozenset({"dcterms:title", "kamer:asks", "rdfs:label"})
DECIMALS = frozenset({"kamer:value", "kamer:confidence"})


def letter_iri(extraction: Extraction, base: str = iris.BASE) -> str:
    """The IRI of the extraction's document: by its number where the document gives one."""
    number = next(
        (
            fact.object
            for fact in extraction.facts
            if fact.predicate == "dcterms:identifier" and fact.subject.id == "document"
        ),
        None,
    )
    document = extraction.document
    digest = sha256(document.text.encode()).hexdigest()
    return iris.letter(base, number if isinstance(number, str) else None, document.name, digest)


def letter_quads(extraction: Extraction, base: str = iris.BASE) -> list[Quad]:
    """The facts graph and the evidence graph of one letter, as docs/model.md describes them.

    ``base`` is where things live; register IRIs under ``iris.BASE`` move along with it. Raises
    ValueError for a fact with neither evidence nor premises, and for premises that go in a circle.
    """
    return _Letter(extraction, base).quads()


class _Letter:
    """One letter on its way to quads; terms and evidence are made once and shared."""

    def __init__(self, extraction: Extraction, base: str) -> None:
        self._extraction = extraction
        self._base = base
        self._iri = letter_iri(extraction, base)
        self._letter = iri(self._iri)
        self._facts = iri(iris.facts_graph(self._iri))
        self._beside = iri(iris.evidence_graph(self._iri))
        self._quotes = Quotes(extraction.document)
        self._quads: list[Quad] = []
        self._refs: dict[str, str] = {}
        self._spans: dict[Span, str] = {}
        self._selected: dict[str, tuple[Quad, ...]] = {}
        self._proofs: dict[tuple[Span, ...], tuple[list[str], str]] = {}
        self._statements: dict[int, str] = {}
        self._stated: dict[str, list[Quad]] = {}

    def quads(self) -> list[Quad]:
        """Everything about the letter."""
        self._document()
        for thing in self._extraction.things:
            self._thing(thing)
        for index in range(len(self._extraction.facts)):
            self._statement(index, ())
        for number, warning in enumerate(self._extraction.warnings, 1):
            self._warning(number, warning)
        for written in (self._selected, self._stated):
            for node in sorted(written):
                self._quads += written[node]
        return self._quads

    def _document(self) -> None:
        document = self._extraction.document
        told = (
            ("kamer:text", document.text),
            ("kamer:sha256", document.sha256),
            ("kamer:textDigest", sha256(document.text.encode()).hexdigest()),
            ("dcterms:format", document.media_type),
            ("kamer:fileName", document.name),
        )
        for predicate, said in told:
            self._quads.append((self._letter, _term(predicate), literal(said), self._beside))

    def _thing(self, thing: Thing) -> None:
        node, add = self._ref(thing.id), self._quads.append
        add((node, RDF_TYPE, _term(f"kamer:{thing.kind}"), self._facts))
        if thing.kind == "Motion" and thing.id.startswith("paper:"):
            add((node, RDF_TYPE, _term("kamer:ParliamentaryPaper"), self._facts))
        add((node, LABEL, literal(thing.label, language="nl"), self._facts))
        self._prove(node, thing.evidence)
        add((node, RULE, _plain(thing.rule), self._beside))

    def _statement(self, index: int, above: tuple[int, ...]) -> str:
        """The IRI of the statement of a fact, written where it is not yet."""
        known = self._statements.get(index)
        if known:
            return known
        if index in above:
            raise ValueError(f"facts rest on each other: {above}")
        fact = self._extraction.facts[index]
        if fact.evidence is None and not fact.premises:
            raise ValueError(f"neither evidence nor premises: {fact}")
        premises = [self._statement(premise, (*above, index)) for premise in fact.premises]
        node = self._write(fact, premises)
        self._statements[index] = node
        return node

    def _write(self, fact: Fact, premises: Sequence[str]) -> str:
        """Write a fact and its statement; premises are statements already written."""
        subject, predicate = self._ref(fact.subject.id), _term(fact.predicate)
        object_ = self._value(fact.predicate, fact.object)
        confidence = _decimal(fact.confidence)
        stance = _code(self._base, "stance", fact.stance)
        origin = _code(self._base, "origin", fact.origin)
        rule, beside, letter = _plain(fact.rule), self._beside, self._letter
        proof, quote = self._proof(fact.evidence) if fact.evidence else ([], "")
        content = (letter, subject, predicate, object_, stance, origin, rule, confidence)
        digest = sha256("\n".join((*content, *proof, *premises)).encode()).hexdigest()
        node = f"<{iris.statement(self._base, digest)}>"
        self._quads.append((subject, predicate, object_, self._facts))
        self._stated[node] = [
            (node, RDF_TYPE, STATEMENT, beside),
            (node, CONFIDENCE, confidence, beside),
            *[(node, EVIDENCE, span, beside) for span in proof],
            (node, LETTER, letter, beside),
            (node, OBJECT, object_, beside),
            (node, ORIGIN, origin, beside),
            (node, PREDICATE, predicate, beside),
            *[(node, PREMISE, premise, beside) for premise in premises],
            *([(node, QUOTE, quote, beside)] if proof else ()),
            (node, RULE, rule, beside),
            (node, STANCE, stance, beside),
            (node, SUBJECT, subject, beside),
        ]
        return node

    def _warning(self, number: int, warning: Warning) -> None:
        node, add = iri(iris.warning(self._iri, number)), self._quads.append
        add((node, RDF_TYPE, _term("kamer:Warning"), self._beside))
        add((node, LABEL, literal(warning.nl, language="nl"), self._beside))
        add((node, LABEL, literal(warning.en, language="en"), self._beside))
        add((node, _term("kamer:warningCode"), literal(warning.code), self._beside))
        add((node, LETTER, self._letter, self._beside))
        self._prove(node, warning.evidence)

    def _prove(self, node: str, evidence: Evidence) -> None:
        """Tie evidence and its quote to a node."""
        spans, quote = self._proof(evidence)
        self._quads += [(node, EVIDENCE, span, self._beside) for span in spans]
        self._quads.append((node, QUOTE, quote, self._beside))

    def _proof(self, evidence: Evidence) -> tuple[list[str], str]:
        """The evidence nodes of some spans, and what stands there."""
        found = self._proofs.get(evidence.spans)
        if found is None:
            nodes = [self._spans.get(span) or self._span(span) for span in evidence.spans]
            found = nodes, literal(self._quotes.quote(evidence.spans))
            self._proofs[evidence.spans] = found
        return found

    def _span(self, span: Span) -> str:
        """An evidence node with its two selectors, written once."""
        address = iris.evidence(self._iri, span.start, span.end)
        node, beside = f"<{address}>", self._beside
        position = f"<{iris.selector(address, 'position')}>"
        quote = f"<{iris.selector(address, 'quote')}>"
        exact = literal(self._extraction.document.text[span.start : span.end])
        self._spans[span] = node
        self._selected[position] = (
            (position, RDF_TYPE, POSITION, beside),
            (position, END, f'"{span.end}"^^<{XSD}integer>', beside),
            (position, START, f'"{span.start}"^^<{XSD}integer>', beside),
            (quote, RDF_TYPE, EXACTLY, beside),
            (quote, EXACT, exact, beside),
            (node, RDF_TYPE, SPECIFIC, beside),
            (node, SELECTOR, position, beside),
            (node, SELECTOR, quote, beside),
            (node, SOURCE, self._letter, beside),
            *((node, PAGE, literal(said), beside) for said in self._pages(span)),
        )
        return node

    def _pages(self, span: Span) -> list[str]:
        """Where the span stands in a PDF: a page and a rectangle on it, as RFC 8118 writes them."""
        if not self._extraction.document.pages:
            return []
        boxes: dict[int, list[LineBox]] = {}
        for page, line in self._extraction.document.places(span):
            boxes.setdefault(page, []).append(line)
        return [_fragment(page, lines) for page, lines in sorted(boxes.items())]

    def _ref(self, id_: str) -> str:
        """The node behind an id of the extraction or a register."""
        found = self._refs.get(id_)
        if found is None:
            found = self._refs[id_] = self._node(id_)
        return found

    def _node(self, id_: str) -> str:
        if id_ == "document":
            return self._letter
        if id_.startswith("paper:"):
            return iri(iris.paper(self._base, id_.removeprefix("paper:")))
        if id_.startswith(("http://", "https://")):
            return iri(moved(id_, self._base))
        return f"<{iris.local(self._iri, id_)}>"

    def _value(self, predicate: str, said: Value) -> str:
        """A fact's object as a term, by the kind of its value and by its property."""
        if isinstance(said, Ref):
            return self._ref(said.id)
        if isinstance(said, bool):
            return literal("true" if said else "false", datatype=XSD + "boolean")
        if predicate in DECIMALS:
            return _decimal(said)
        if isinstance(said, int):
            return literal(str(said), datatype=XSD + "integer")
        if predicate in DATES:
            return literal(said, datatype=XSD + "date")
        return literal(said, language="nl" if predicate in DUTCH else "")


def _fragment(page: int, lines: Sequence[LineBox]) -> str:
    """``page=…&viewrect=left,top,width,height``: whole points from the page's top left."""
    left, top = min(line.left for line in lines), min(line.top for line in lines)
    right, bottom = max(line.right for line in lines), max(line.bottom for line in lines)
    return f"page={page}&viewrect={left:.0f},{top:.0f},{right - left:.0f},{bottom - top:.0f}"


@cache
def _decimal(number: float | str) -> str:
    """A decimal in its canonical form (XSD 1.1), which is how stores give it back."""
    text = f"{Decimal(str(number)).normalize():f}"
    return literal(text, datatype=XSD + "decimal")


@cache
def _code(base: str, scheme: str, notation: str) -> str:
    return iri(iris.code(base, scheme, notation))


@cache
def _plain(text: str) -> str:
    """A literal that comes back again and again, such as a rule's name."""
    return literal(text)


def moved(address: str, base: str) -> str:
    """A register's IRI under another base: what lies under ``iris.BASE`` moves along."""
    return base + address.removeprefix(iris.BASE) if address.startswith(iris.BASE) else address


def dataset(
    extractions: Iterable[Extraction], vocabulary: Registers, base: str = iris.BASE
) -> list[Quad]:
    """All quads of a dataset: each letter's two graphs, the registers, the run.

    Two letters with the same IRI (the same document twice) give its quads once.
    """
    quads: dict[Quad, None] = {}
    letters: list[str] = []
    for extraction in extractions:
        quads.update(dict.fromkeys(letter_quads(extraction, base)))
        letters.append(letter_iri(extraction, base))
    quads.update(dict.fromkeys(register_quads(vocabulary, base)))
    quads.update(dict.fromkeys(run_quads(letters, vocabulary.digest, base)))
    return list(quads)


def register_quads(vocabulary: Registers, base: str = iris.BASE) -> list[Quad]:
    """The registers graph; the same in every dataset with the same base."""
    graph = iri(iris.registers_graph(base))
    quads = from_oxigraph(vocabulary.registers(), graph)
    if base == iris.BASE:
        return quads
    return [(_moved(s, base), p, _moved(o, base), graph) for s, p, o, _ in quads]


def run_quads(letters: Sequence[str], digest: str, base: str = iris.BASE) -> list[Quad]:
    """The run graph: which version, with which ontology and shapes, read which letters.

    The run's IRI does not depend on the letters, so that a store gets them one by one.
    A time is told only where SOURCE_DATE_EPOCH gives one, so that the same input gives the same
    bytes. ``digest`` is the ontology's.
    """
    graph = iri(iris.run_graph(base))
    told = [
        (RDF_TYPE, _term("kamer:Run")),
        (_term("kamer:version"), literal(__version__)),
        (_term("kamer:ontologyDigest"), literal(digest)),
        (_term("kamer:shapesDigest"), literal(_shapes_digest())),
    ]
    time = time_of_making()
    if time:
        told.append((_term("prov:endedAtTime"), literal(time, datatype=XSD + "dateTime")))
    content = "\n".join(f"{predicate} {object_}" for predicate, object_ in told)
    node = iri(iris.run(base, sha256(content.encode()).hexdigest()))
    told += [(_term("prov:used"), iri(letter)) for letter in sorted(set(letters))]
    return [(node, predicate, object_, graph) for predicate, object_ in told]


def time_of_making() -> str:
    """The time that SOURCE_DATE_EPOCH gives, as xsd:dateTime, '' where it is not set.

    Raises UsageError where it is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return ""
    if epoch.isascii() and epoch.isdecimal():
        with contextlib.suppress(ValueError, OverflowError, OSError):  # a time beyond all years
            return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    raise UsageError(f"SOURCE_DATE_EPOCH must be a number of seconds since 1970, not '{epoch}'")


@cache
def _shapes_digest() -> str:
    """SHA-256 over the names and bytes of the shapes, hexadecimal."""
    total = sha256()
    for path in sorted(resources.folder("shapes").glob("*.ttl")):
        total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _moved(term: str, base: str) -> str:
    return f"<{moved(term[1:-1], base)}>" if term.startswith("<") else term
