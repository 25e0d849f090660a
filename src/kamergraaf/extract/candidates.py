"""What the actor grammars share: the text with its trigger words, and what they propose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from kamergraaf.extract import heads
from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.gazetteer import ACTOR_KINDS
from kamergraaf.iris import slug
from kamergraaf.model import Mention, Name, Ref, Term


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that a grammar reads at ``[start, end)``.

    ``[proof_start, proof_end)`` is the stretch that proves class and name; ``term`` its register
    entry, or None for one that the document introduces; a higher ``rank`` wins where two overlap.
    """

    start: int
    end: int
    rank: int
    kind: str
    label: str
    rule: str
    term: Term | None = None
    proof_start: int = -1
    proof_end: int = -1
    id: str = ""

    @property
    def ref(self) -> Ref:
        """The register's IRI, or the id under which the document introduces the actor."""
        if self.term is not None:
            return Ref(self.term.id)
        return Ref(self.id or f"actor/{slug(self.label)}")

    @property
    def code(self) -> str:
        """Its kind as annotations name it."""
        if self.term is not None and self.term.kind_code:
            return self.term.kind_code
        return heads.CODES.get(self.kind, "other")

    @property
    def proof(self) -> tuple[int, int]:
        """The stretch of the flow that proves it."""
        if self.proof_start < 0:
            return self.start, self.end
        return min(self.proof_start, self.start), max(self.proof_end, self.end)


@dataclass(slots=True)
class Scene:
    """A document on which the actor grammars run."""

    analysis: Analysis
    text: str
    folded: str
    triggers: dict[str, list[tuple[int, int]]]
    actors: list[Mention] = field(default_factory=list)
    countries: list[Mention] = field(default_factory=list)

    @classmethod
    def of(
        cls, analysis: Analysis, folded: str, triggers: dict[str, list[tuple[int, int]]]
    ) -> Scene:
        """The scene of an analysis whose text was folded and searched for triggers."""
        actors = [m for m in analysis.mentions if m.term.kind in ACTOR_KINDS]
        countries = [m for m in analysis.mentions if m.term.kind == "Country"]
        return cls(analysis, analysis.flow.text, folded, triggers, actors, countries)

    def actor_at(self, start: int) -> Mention | None:
        """The register actor whose mention starts there."""
        return _at(self.actors, start)

    def country_at(self, start: int) -> Mention | None:
        """The country whose mention starts there."""
        return _at(self.countries, start)

    def actor_ending(self, end: int) -> Mention | None:
        """The register actor whose mention ends there."""
        index = bisect_left(self.actors, end, key=lambda m: m.end)
        found = self.actors[index] if index < len(self.actors) else None
        return found if found is not None and found.end == end else None

    def actors_in(self, start: int, end: int) -> list[Mention]:
        """The register actors whose mentions start in ``[start, end)``, in order."""
        first = bisect_left(self.actors, start, key=lambda m: m.start)
        return self.actors[first : bisect_left(self.actors, end, key=lambda m: m.start)]


def _at(mentions: list[Mention], start: int) -> Mention | None:
    index = bisect_left(mentions, start, key=lambda m: m.start)
    found = mentions[index] if index < len(mentions) else None
    return found if found is not None and found.start == start else None


def name_on(term: Term, day: str) -> str:
    """The name of a register entry that held on an ISO day; its label without a day or a name."""
    if day:
        for name in term.names:
            if _holds(name, day):
                return name.text
    return term.label


def _holds(name: Name, day: str) -> bool:
    return (not name.since or name.since <= day) and (not name.until or day <= name.until)


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, sorted: higher rank first, then the longer one."""
    taken: list[Candidate] = []
    starts: list[int] = []
    for one in sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start, c.ref.id)):
        index = bisect_left(starts, one.start)
        before = taken[index - 1] if index else None
        after = taken[index] if index < len(taken) else None
        if (before and before.end > one.start) or (after and after.start < one.end):
            continue
        starts.insert(index, one.start)
        taken.insert(index, one)
    return taken
