"""People in an office or in parliament, and the ministries that offices stand for.

A person counts only behind "minister", "het lid", "motie", under an office in a signature, or with
a party in brackets. Any other name in a text may be a private person's and is not looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from kamergraaf.extract import offices
from kamergraaf.extract.candidates import Candidate, Scene
from kamergraaf.extract.names import FULL, INITIALS, SIGNED, People, Person, people, squash, tidy
from kamergraaf.extract.offices import Office, Portfolios
from kamergraaf.iris import slug
from kamergraaf.model import BlockKind, Mention, Ref, Term

PERSON_RANK = 90
OFFICE_RANK = 80


@dataclass(frozen=True, slots=True)
class Membership:
    """A member at ``[start, end)`` with the party that the brackets name."""

    member: Ref
    party: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holder:
    """A named minister, the office's label and ministry, and the stretch that says so."""

    minister: Ref
    office: str
    ministry: Term
    start: int
    end: int


# --- members of parliament ---------------------------------------------------------------

_NUMBERED = re.compile(
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|\d\S*)\s$", re.I
)
_MOVERS = re.compile(
    r"-|(?i:\s+(?:van\s+\d{1,2}\s+[a-z]+\s+\d{4}\s+)?(?:van\s+)?(?:(?:het|de|den)\s+)?(?:(?:kamer)?lid|(?:kamer)?leden|heer|heren|mevrouw)"
    r"\s+)|\s+(?=[^\W\d_a-z])"
)
_LOWER_PARTICLE = re.compile(r"\s+(van\s+(?:de[nr]?\s+)?[A-Z])")
_NAME_BEFORE = re.compile(rf"(?<![\w-])({FULL.pattern})\s?$")


def movers(text: str, end: int) -> People:
    """The movers behind a word "motie" that ends at ``end``; no persons where none are named."""
    particle = _LOWER_PARTICLE.match(text, end)
    if particle is not None:
        capital = text[: particle.start(1)] + "V" + text[particle.start(1) + 1 :]
        return people(capital, particle.start(1), commas=False)
    lead = _MOVERS.match(text, end)
    if lead is None or "\n" in lead[0]:
        return People((), end)
    return people(text, lead.end(), commas=False)


def members(scene: Scene) -> tuple[list[Candidate], list[Membership]]:
    """The members of parliament that the text names, and their parties."""
    text = scene.text
    found: dict[int, Person] = {}
    for start, end in scene.triggers.get("member", ()):
        if (
            _NUMBERED.search(text, max(0, start - 12), start) is None
            and text[end : end + 1] != "\n"
        ):
            _keep(found, people(text, end + 1).persons, start)
    for start, end in scene.triggers.get("motion", ()):
        _keep(found, movers(text, end).persons, start)
    for party in scene.actors:
        if party.term.kind == "Party" and text[party.start - 1 : party.start] == "(":
            _keep(found, _before_bracket(text, party))
    _keep(found, tuple(_signed_movers(scene)))
    candidates, memberships = [], []
    for person in _mended(text, found):
        if _is_body(scene, person):
            continue
        candidates.append(_member(person))
        party_mention = scene.actor_at(person.party_start)
        if party_mention is not None and party_mention.term.kind == "Party":
            ref = candidates[-1].ref
            memberships.append(
                Membership(ref, party_mention.term, person.start, person.party_end + 1)
            )
    return candidates, memberships


def _keep(found: dict[int, Person], persons: tuple[Person, ...], proof: int = -1) -> None:
    """Add the persons; the words in front prove the first of them."""
    for index, person in enumerate(persons):
        known = found.get(person.start)
        if known is None:
            found[person.start] = replace(person, proof=proof if index == 0 else -1)
        elif known.party_start < 0 <= person.party_start:
            found[person.start] = replace(person, proof=known.proof)


_REST = re.compile(r" ([a-zß-öø-ÿ]{2,})\b")


def _mended(text: str, found: dict[int, Person]) -> list[Person]:
    """The persons; one whose name a scan broke ("Jan sen") gets the name that stands elsewhere."""
    names = {squash(person.name): person.name for person in found.values()}
    mended = []
    for person in found.values():
        rest = _REST.match(text, person.end)
        whole = names.get(squash(person.name) + rest[1]) if rest else None
        if rest is not None and whole is not None:
            mended.append(replace(person, end=rest.end(), name=whole))
        else:
            mended.append(person)
    return mended


def _before_bracket(text: str, party: Mention) -> tuple[Person, ...]:
    """The name in front of "(PARTY"."""
    left = max(0, party.start - 46)
    name = _NAME_BEFORE.search(text[left : party.start - 1])
    if name is None or not name[1][0].isupper():
        return ()
    start, end = left + name.start(1), left + name.end(1)
    return (Person(start, end, tidy(name[1]), party.start, party.end),)


def _signed_movers(scene: Scene) -> list[Person]:
    """The names under a motion, one a line."""
    if scene.analysis.header.kind != "motion":
        return []
    found = []
    for passage in scene.analysis.flow.passages:
        if passage.kind is BlockKind.SIGNATURE:
            name = FULL.match(scene.text, passage.start, passage.end)
            if name is not None and name.end() == passage.end and not name[0].isupper():
                found.append(Person(passage.start, passage.end, tidy(name[0])))
    return found


def _is_body(scene: Scene, person: Person) -> bool:
    """Whether the name is that of a country or of a body in the register."""
    mention = scene.actor_at(person.start) or scene.country_at(person.start)
    return mention is not None and mention.end >= person.end


def _member(person: Person) -> Candidate:
    return Candidate(
        person.start,
        person.end,
        PERSON_RANK,
        "MemberOfParliament",
        person.name,
        "member-named",
        proof_start=person.proof if person.proof >= 0 else person.start,
        proof_end=max(person.end, person.party_end + 1),
        id=f"actor/{slug(person.name)}",
    )


# --- ministers and ministries ------------------------------------------------------------

_HONORIFIC = re.compile(r"(?i:minister(?:-president)?|staatssecretaris|premier)\s+(?=[^\W\d_a-z])")
_PORTFOLIO = re.compile(r" en [A-Z]")
_LINK = re.compile(r"\s(?:van|voor)\s")
_BRACKET = re.compile(r"\s?\(|\s(?:van|voor)\s(?=[A-Z])")
_INITIALS = re.compile(INITIALS)
_SIGNED_GAP = re.compile(r"[\s,;:]*")


def ministers(scene: Scene, portfolios: Portfolios) -> tuple[list[Candidate], list[Holder]]:
    """The ministries that offices stand for, the ministers that are named, and their offices."""
    candidates: list[Candidate] = []
    holders: list[Holder] = []
    seen = -1
    for start, _ in scene.triggers.get("office", ()):
        if start < seen:
            continue
        row = offices.read(scene.text, start, portfolios)
        if foreign(scene, start, row[-1].end if row else start):
            continue
        candidates += [_ministry(office) for office in row]
        if row:
            seen = row[-1].end
            _signature(scene, row[-1], candidates, holders)
        if not row or row[-1].title == "Minister-president":
            _named(scene, start, portfolios, candidates, holders)
    return _same_person(candidates, holders)


def _same_person(
    candidates: list[Candidate], holders: list[Holder]
) -> tuple[list[Candidate], list[Holder]]:
    """A minister named by surname is the one who signs with initials and that surname."""
    signed = {
        squash(_INITIALS.sub("", one.label)): one
        for one in candidates
        if one.kind == "Minister" and _INITIALS.match(one.label)
    }
    merged: dict[str, Candidate] = {}
    for one in candidates:
        full = signed.get(squash(one.label)) if one.kind == "Minister" else None
        if full is not None:
            merged[one.id] = full
    candidates = [
        replace(one, label=merged[one.id].label, id=merged[one.id].id) if one.id in merged else one
        for one in candidates
    ]
    holders = [
        replace(h, minister=merged[h.minister.id].ref) if h.minister.id in merged else h
        for h in holders
    ]
    return candidates, holders


def _ministry(office: Office) -> Candidate:
    return Candidate(
        office.start,
        office.end,
        OFFICE_RANK,
        "Ministry",
        office.term.label,
        "ministry-by-office" if office.title != "Ministerie" else "ministry-named",
        office.term,
    )


def foreign(scene: Scene, start: int, end: int) -> bool:
    """Whether an office or ministry at ``[start, end)`` is another country's.

    A nationality stands in front ("de Duitse minister"), or the country behind ("van Kenia").
    """
    index = bisect_left(scene.countries, start, key=lambda m: m.start)
    near = scene.countries[index - 1] if index else None
    if near is not None and near.end == start - 1 and near.term.label != "Nederland":
        return True
    country = scene.country_at(end + 5) if scene.text[end : end + 5] == " van " else None
    return country is not None and country.term.label != "Nederland"


def _signature(
    scene: Scene, office: Office, candidates: list[Candidate], holders: list[Holder]
) -> None:
    """The name under or behind an office: "De Minister van X, A. Jansen"."""
    if office.title == "Ministerie":
        return
    gap = _SIGNED_GAP.match(scene.text, office.end)
    at = gap.end() if gap else office.end
    signed = SIGNED.match(scene.text, at)
    if signed is not None:
        span = signed.span(1)
    elif _in_signature(scene, at):
        name = FULL.match(scene.text, at)
        if name is None or not _ends_line(scene.text, name.end()):
            return
        span = name.span()
    else:
        return
    minister = _minister(scene.text, span, office.start)
    candidates.append(minister)
    holders.append(Holder(minister.ref, office.label, office.term, office.start, span[1]))


def _in_signature(scene: Scene, at: int) -> bool:
    passages = scene.analysis.flow.passages
    index = bisect_left(passages, at + 1, key=lambda p: p.start) - 1
    return index >= 0 and passages[index].kind is BlockKind.SIGNATURE


def _ends_line(text: str, end: int) -> bool:
    return not text[end:].split("\n", 1)[0].strip(" ,.")


def _named(
    scene: Scene,
    start: int,
    portfolios: Portfolios,
    candidates: list[Candidate],
    holders: list[Holder],
) -> None:
    """A minister named behind the title, the portfolio perhaps in brackets."""
    title = _HONORIFIC.match(scene.text, start)
    name = FULL.match(scene.text, title.end()) if title else None
    if title is None or name is None or scene.actor_at(name.start()) is not None:
        return
    last = _short_of_portfolio(scene.text, name, portfolios)
    if _PORTFOLIO.match(scene.text, last):
        return
    minister = _minister(scene.text, (name.start(), last), start)
    candidates.append(minister)
    bracket = _BRACKET.match(scene.text, last)
    found = portfolios.read(scene.text, bracket.end()) if bracket else None
    if bracket is None or found is None:
        return
    end, term, full = found
    candidates.append(
        Candidate(
            bracket.end(), end, OFFICE_RANK, "Ministry", term.label, "ministry-by-office", term
        )
    )
    word = "Staatssecretaris" if title[0].lower().startswith("st") else "Minister"
    label = f"{word} van {' '.join(scene.text[bracket.end() : end].split()) or full}"
    holders.append(Holder(minister.ref, label, term, start, end))


def _short_of_portfolio(text: str, name: re.Match[str], portfolios: Portfolios) -> int:
    """Where a name ends that runs on into the office: "minister Jansen van Financiën"."""
    for link in _LINK.finditer(text, name.start(), name.end()):
        if link.start() > name.start() and portfolios.read(text, link.end()) is not None:
            return link.start()
    return name.end()


def _minister(text: str, span: tuple[int, int], proof: int) -> Candidate:
    name = tidy(text[span[0] : span[1]])
    return Candidate(
        *span,
        PERSON_RANK,
        "Minister",
        name,
        "minister-named",
        proof_start=proof,
        proof_end=span[1],
        id=f"actor/minister-{slug(name)}",
    )
