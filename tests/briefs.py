"""Short letters whose facts are given by hand, in the form that ``build`` writes: what several
letters say of the same motion, level, paper or measure, and what the quality checks find."""

from __future__ import annotations

from calendar import monthrange
from functools import cache
from typing import NamedTuple

from kamergraaf import pipeline
from kamergraaf.check import quality
from kamergraaf.check.index import Index
from kamergraaf.check.place import Places
from kamergraaf.check.quality_files import load
from kamergraaf.graph import files
from kamergraaf.graph.build import letter_quads
from kamergraaf.graph.quads import Quad, from_oxigraph
from kamergraaf.iris import BASE, slug
from kamergraaf.model import Origin, Ref, Stance
from making import DOCUMENT, Letter


class Brief(Letter):
    """A letter: its text, whose first line is its date as written, and that day (EDTF)."""

    def __init__(self, name: str, day: str, text: str, kind: str = "Letter") -> None:
        super().__init__(text, f"{name}.txt")
        self.name = name
        first = text.partition("\n")[0]
        self.thing("document", kind, name, first)
        self.fact(DOCUMENT, "kamer:date", self.when(day, first), first)

    def when(self, edtf: str, words: str) -> Ref:
        """A day, a month or a year, or two days with "/" between them."""
        first, _, last = edtf.partition("/")
        return self.date(edtf, _bound(first, "01"), _bound(last or first, ""), words)

    def register(self, path: str) -> Ref:
        """An entry of the registers."""
        return Ref(path if "://" in path else BASE + path)

    def level(
        self, rank: int, day: Ref, words: str, before: int = 0, stance: Stance = Stance.ASSERTED
    ) -> Ref:
        """A threat level on a day, perhaps changed from another."""
        node = self.thing("assessment/1", "ThreatAssessment", words, words)
        level = self.register(f"threat-level/{rank}")
        self.fact(node, "kamer:level", level, words, stance=stance)
        self.fact(node, "kamer:onDate", day, words)
        if before:
            self.fact(node, "kamer:previousLevel", self.register(f"threat-level/{before}"), words)
        return node

    def measure(self, label: str, status: str, words: str) -> Ref:
        """A measure with its status."""
        node = self.thing(f"measure/{slug(label)}", "Measure", label, words)
        self.fact(node, "kamer:status", self.register(f"status/{status}"), words)
        return node

    def motion(self, number: str, status: str, words: str, *movers: str) -> Ref:
        """A motion that the letter speaks of, or (number '') is."""
        node = self.thing(f"paper:{number}", "Motion", "motie", words) if number else DOCUMENT
        self.fact(node, "kamer:motionStatus", self.register(f"motion-status/{status}"), words)
        for mover in movers:
            member = self.thing(f"actor/{slug(mover)}", "MemberOfParliament", mover, mover)
            self.fact(node, "kamer:movedBy", member, words)
        return node

    def cites(self, number: str, words: str, year: str = "") -> Ref:
        """A paper that the letter cites, perhaps with a session year."""
        node = self.thing(f"paper:{number}", "ParliamentaryPaper", words, words)
        self.fact(node, "dcterms:identifier", number, words)
        self.fact(DOCUMENT, "dcterms:references", node, words)
        if year:
            self.fact(node, "kamer:sessionYear", year, words)
        return node

    def is_paper(self, number: str, words: str, year: str = "") -> None:
        """The letter's own official number, perhaps with its session year."""
        self.fact(DOCUMENT, "dcterms:identifier", number, words)
        if year:
            self.fact(DOCUMENT, "kamer:sessionYear", year, words)

    def inferred(self, subject: Ref, predicate: str, object_: Ref, words: str) -> None:
        """A fact that the letter does not say itself."""
        self.fact(subject, predicate, object_, words, origin=Origin.INFERRED)


def _bound(said: str, first: str) -> str:
    """The first (``first`` is "01") or last day of a day, month or year."""
    if len(said) == 4:
        said += "-01" if first else "-12"
    if len(said) == 7:
        year, month = map(int, said.split("-"))
        said += f"-{first or monthrange(year, month)[1]}"
    return said


class Told(NamedTuple):
    """A finding: its node (the end of its IRI), severity, message, and the sentences of both
    sides."""

    focus: str
    severity: str
    message: str
    sentence: str
    other: str = ""


@cache
def _registers() -> tuple[Quad, ...]:
    return tuple(from_oxigraph(pipeline.vocabulary().registers(), f"<{BASE}graph/registers>"))


def index(*letters: Letter) -> Index:
    """The letters with the registers, as a dataset."""
    told = [quad for letter in letters for quad in letter_quads(letter.done())]
    return Index(files.store_of([*_registers(), *told]))


def findings(name: str, *letters: Letter) -> list[Told]:
    """What one quality check finds in the letters; it must have something to look at."""
    data = index(*letters)
    checks = [check for check in load() if check.name == name]
    outcome = quality.run(quality.union(data, checks), checks)
    assert [seen.rule.id for seen in outcome.seen] == [f"quality/{name}"]
    assert outcome.seen[0].nodes > 0, "the check has nothing to look at"
    places = Places(data)
    return [
        Told(
            "/".join(found.focus.removeprefix(BASE).split("/")[-2:]),
            found.severity.value,
            found.message.en,
            places.of(found.proof or found.focus).sentence,
            places.of(found.other).sentence if found.other else "",
        )
        for found in outcome.findings
    ]
