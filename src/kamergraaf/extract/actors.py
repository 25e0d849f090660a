"""Who the document names: offices, people in them, the register's bodies and new ones.

Several grammars propose candidates; where two overlap the surer one stays. Each actor is stated
once, with its first clear mention as evidence; a person outside an office, parliament or a motion
is never proposed, and so gets no node.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kamergraaf.extract import bodies, collectives, persons, posts, rows
from kamergraaf.extract.analysis import DOCUMENT, ActorMention, Analysis
from kamergraaf.extract.candidates import Candidate, Scene, choose, name_on
from kamergraaf.extract.folding import fold
from kamergraaf.extract.gazetteer import ACTOR_KINDS
from kamergraaf.extract.heads import APPOSED, HEADS, NAMED
from kamergraaf.extract.offices import Portfolios
from kamergraaf.extract.persons import Holder, Membership
from kamergraaf.extract.triggers import Triggers
from kamergraaf.iris import slug
from kamergraaf.model import BlockKind, Lexicon, Mention, Ref, Term

REGISTER_RANK = 50

_TRIGGERS = Triggers(
    {
        "office": (" minister", " staatssecretaris", " premier "),
        "member": (" lid ", " leden ", " kamerlid ", " kamerleden "),
        "motion": (" motie ", " moties "),
        "committee": ("commissie ", "commissies "),
        "chamber": (" kamer ",),
        "with": (" met ", " door "),
        "post": (" ambassade ", " ambassades ", " ambassadeur "),
        "envoy": (" gezant ",),
        "alias": (" hierna ", " verder te noemen ", " verder "),
        "form": (" bv ", " b v ", " nv ", " n v ", " gmbh ", " ltd ", " inc "),
        "head": tuple(f"{head} " for head in HEADS),
        "noun": tuple(f" {noun} " for noun in (*NAMED, *APPOSED)),
    }
)


def write(analysis: Analysis) -> None:
    """Fill ``analysis.actors`` and state which actors the document mentions."""
    folded = fold(analysis.flow.text)
    scene = Scene.of(analysis, folded, _TRIGGERS.find(folded))
    candidates, memberships, holders = _propose(scene)
    chosen = choose(candidates)
    later = rows.later_names(scene, chosen)
    if later:
        chosen = choose([*candidates, *rows.alias_mentions(scene, later)])
    chosen = _meant(scene.text, chosen)
    kept = {candidate.ref for candidate in chosen}
    analysis.actors = tuple(_mention(analysis, candidate) for candidate in chosen)
    _state(analysis, chosen)
    _state_memberships(analysis, [m for m in memberships if m.member in kept])
    _state_offices(analysis, [h for h in holders if h.minister in kept])


def _propose(scene: Scene) -> tuple[list[Candidate], list[Membership], list[Holder]]:
    """What every grammar reads, overlaps included."""
    known = _Known.of(scene.analysis.lexicon)
    members, memberships = persons.members(scene)
    ministers, holders = persons.ministers(scene, known.portfolios)
    introduced, aliases = rows.abbreviations(scene)
    candidates = [
        *members,
        *ministers,
        *introduced,
        *rows.alias_mentions(scene, aliases),
        *_register(scene),
        *_chambers(scene),
        *bodies.committees(scene),
        *bodies.foreign(scene),
        *bodies.by_noun(scene),
        *bodies.mayors(scene),
        *bodies.by_legal_form(scene),
        *posts.towns(scene),
        *posts.embassies(scene),
        *posts.ministries_abroad(scene),
        *posts.envoys(scene),
        *bodies.by_head(scene),
        *rows.companies(scene),
        *rows.publishers(scene),
    ]
    cited = _Spans((r.start, r.end) for r in scene.analysis.references)
    proposed = [
        known.resolve(c)
        for c in candidates
        # A name that runs on into another passage ("gemeente", then a page's number) is none.
        if not cited.hold(c.start) and "\n" not in scene.text[c.start : c.end]
    ]
    proposed = [c for c in proposed if c.rule not in _IF_KNOWN or c.term is not None]
    return proposed, memberships, holders


_IF_KNOWN = frozenset({"mayor-of-town", posts.TOWN_RULE})
"""Rules that guess a municipality: the register must know it."""

_ONE_TOWN = frozenset({"burgemeester", "gemeenteraad", "college van burgemeester en wethouders"})


def _meant(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """ "De burgemeester" is the one of the municipality named last, or of the only one named."""
    towns = [c for c in chosen if c.kind == "Municipality"]
    if not towns:
        return chosen
    only = towns[:1] if len({c.ref for c in towns}) == 1 else []
    found = []
    for one in chosen:
        town: list[Candidate] = []
        if one.kind == "Collective" and text[one.start : one.end].lower() in _ONE_TOWN:
            town = [c for c in towns if c.start < one.start][-1:] or only
        found += [replace(t, start=one.start, end=one.end) for t in town] or [one]
    return found


class _Spans:
    """Stretches that do not overlap, asked whether one holds an offset."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def hold(self, at: int) -> bool:
        index = bisect_right(self._spans, (at, 1 << 60)) - 1
        return index >= 0 and at < self._spans[index][1]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the grammars take from a lexicon, made once for each lexicon object."""

    lexicon: Lexicon
    portfolios: Portfolios
    by_name: dict[str, Term]

    @classmethod
    def of(cls, lexicon: Lexicon) -> _Known:
        kept = _KNOWN.get(id(lexicon))
        if kept is None:
            _KNOWN.clear()
            names: dict[str, Term] = {}
            for term in lexicon.terms.values():
                for name in (term.label, *term.surfaces) if term.kind in ACTOR_KINDS else ():
                    names.setdefault(fold(name), term)
            kept = _KNOWN[id(lexicon)] = cls(lexicon, Portfolios(lexicon), names)
        return kept

    def resolve(self, candidate: Candidate) -> Candidate:
        """The register's entry for a name that a grammar composed ("gemeente X")."""
        if candidate.term is not None or candidate.id:
            return candidate
        term = self.by_name.get(fold(candidate.label))
        return candidate if term is None else replace(candidate, term=term, kind=term.kind)


_KNOWN: dict[int, _Known] = {}


# --- the register ------------------------------------------------------------------------

_FOREIGN = re.compile(r"(?<!\w)(?!Nederlandse)[A-Z]\w+(?:se|sche)\s$")
_ADDRESS = re.compile(r"(?:www\.|://)\S*$")
_PROPER = frozenset({"Company", "Party"})


def _register(scene: Scene) -> list[Candidate]:
    acting = rows.acting_states(scene)
    return [
        Candidate(m.start, m.end, REGISTER_RANK, m.term.kind, m.term.label, "register", m.term)
        for m in scene.actors
        if _counts(scene, m, acting)
    ]


def _counts(scene: Scene, mention: Mention, acting: set[int]) -> bool:
    """Whether a register form is used as the actor's name here."""
    kind, start, text = mention.term.kind, mention.start, scene.text
    if _ADDRESS.search(text, max(0, start - 60), start):
        return False
    if kind in _PROPER:
        return text[start].isupper() or text[start].isdigit()
    if kind == "Cabinet":
        return _FOREIGN.search(text[max(0, start - 26) : start]) is None
    if kind == "Ministry":
        return not persons.foreign(scene, start, mention.end)
    if kind == "ForeignState":
        return (
            scene.country_at(start) is None or start in acting or " " in text[start : mention.end]
        )
    return kind != "Collective" or collectives.counts(text, start, mention.end)


_CHAMBER = re.compile(r"(?<!\w)(?:uwe?|de|der|beide)\s$", re.I)


_NO_HOUSE = re.compile(r"-|\svan\s")


def _chambers(scene: Scene) -> list[Candidate]:
    """ "uw Kamer" and "de Kamer": the House that the letter goes to, else the Tweede Kamer."""
    house = _house(scene.analysis)
    found = []
    for start, end in scene.triggers.get("chamber", ()) if house else ():
        before = _CHAMBER.search(scene.text, max(0, start - 8), start)
        if house and before and scene.text[start] == "K" and not _NO_HOUSE.match(scene.text, end):
            begin = before.start() if before[0].lower().startswith("uw") else start
            found.append(
                Candidate(begin, end, 45, house.kind, house.label, "house-addressed", house)
            )
    return found


def _house(analysis: Analysis) -> Term | None:
    terms = analysis.lexicon.terms
    for fact in analysis.sheet.facts:
        if fact.predicate == "kamer:addressee" and isinstance(fact.object, Ref):
            term = terms.get(fact.object.id)
            if term is not None and term.kind == "Parliament":
                return term
    return next((t for t in terms.values() if t.label == "Tweede Kamer"), None)


# --- writing -----------------------------------------------------------------------------


def _mention(analysis: Analysis, candidate: Candidate) -> ActorMention:
    name = candidate.label
    if candidate.term is not None:
        name = name_on(candidate.term, analysis.header.date)
    return ActorMention(candidate.start, candidate.end, candidate.ref, candidate.code, name)


def _state(analysis: Analysis, chosen: list[Candidate]) -> None:
    """State each actor once, in the order of the text; furniture proves only what stands there."""
    passages = analysis.flow.passages
    first: dict[Ref, Candidate] = {}
    later: dict[Ref, Candidate] = {}
    for candidate in chosen:
        index = bisect_right(passages, candidate.start, key=lambda p: p.start) - 1
        margin = index >= 0 and passages[index].kind is BlockKind.FURNITURE
        (later if margin else first).setdefault(candidate.ref, candidate)
    first = {**first, **{ref: one for ref, one in later.items() if ref not in first}}
    for ref, candidate in first.items():
        evidence = analysis.evidence(*_proof(analysis.flow.text, candidate))
        if candidate.term is None:
            analysis.sheet.thing(ref.id, candidate.kind, candidate.label, evidence, candidate.rule)
        analysis.sheet.fact(DOCUMENT, "kamer:mentions", ref, evidence, candidate.rule)


_DETERMINER = re.compile(
    r"(?<!\w)(?:de|het|een|uw|ons|onze|alle|andere|diverse|verschillende|meerdere|beide)\s$", re.I
)
_TAIL = re.compile(r"-[^\W_]+")


def _proof(text: str, candidate: Candidate) -> tuple[int, int]:
    """The stretch that proves an actor: with the word in front, and to the end of a compound."""
    start, end = candidate.proof
    before = _DETERMINER.search(text, max(0, start - 15), start)
    tail = _TAIL.match(text, end)
    return (before.start() if before else start), (tail.end() if tail else end)


def _state_memberships(analysis: Analysis, memberships: list[Membership]) -> None:
    for one in memberships:
        evidence = analysis.evidence(one.start, one.end)
        party = Ref(one.party.id)
        analysis.sheet.fact(one.member, "kamer:memberOf", party, evidence, "party-in-brackets")


def _state_offices(analysis: Analysis, holders: list[Holder]) -> None:
    for holder in holders:
        evidence = analysis.evidence(holder.start, holder.end)
        office = analysis.sheet.thing(
            f"office/{slug(holder.office)}", "Office", holder.office, evidence, "office-held"
        )
        ministry = Ref(holder.ministry.id)
        analysis.sheet.fact(holder.minister, "kamer:holdsOffice", office, evidence, "office-held")
        analysis.sheet.fact(office, "kamer:officeOf", ministry, evidence, "office-held")
