"""Who signs and who co-signs: offices of ministers, and members of parliament."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamergraaf.extract import offices
from kamergraaf.extract.offices import Portfolios
from kamergraaf.model import BlockKind, Flow, Lexicon, Passage, Term

_TITLE = re.compile(
    r"(?P<title>minister-president|ministers?|staatssecretaris(?:sen)?)(?![^\W\d_-])", re.I
)
_LINK = re.compile(r" ?(?P<link>van|voor) ", re.I)
_PORTFOLIO = re.compile(
    r"[A-Z][\w&’-]*(?:(?:, (?:en )?| en | )(?!Minister|Staatssecretaris|[A-Z]\.)[A-Z][\w&’-]*)*"
)
_CAPITALS = re.compile(
    r"[A-Z][A-ZÀ-Þ&’,-]*(?: (?!VAN |VOOR |EN VAN |EN VOOR |EN DE )[A-ZÀ-Þ&’,-]+)*"
)
_NEXT = re.compile(
    r",? (?:en )?(?:(?:de )?(?P<title>minister|staatssecretaris) )?(?P<link>van|voor) ", re.I
)
_HOLDER = re.compile(r" (?P<name>[A-Z][^(),;:]{1,50}?) \((?P<portfolio>[A-Z][^()]{3,90})\)")
_MEMBERS = re.compile(r"(?:vragen|motie) van (?:het lid|de leden) ", re.I)
_MEMBERS_END = re.compile(r" aan (?:de|het) | over | c\.s\.|, ter vervanging", re.I)
_PARTY = re.compile(r" ?\([^()]*\)")
_AND = re.compile(r", (?:en )?| en ", re.I)
_NAME = re.compile(r"[^\W\d_][^\W\d_ '’.-]*(?:[ '’.-]{1,2}[^\W\d_]+){0,5}\.?")
_SMALL = frozenset(("EN", "VAN", "VOOR", "DE", "HET"))

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.SIGNATURE})
_LAST, _SHORT = 8, 160
_SIGNED = re.compile(
    r"(?:(?:hoogachtend|met vriendelijke groet|met de meeste hoogachting),? *)?"
    r"(?:namens )?(?:de )?(?=minister|staatssecretaris)",
    re.I,
)
_KEPT: dict[int, tuple[Lexicon, Portfolios]] = {}


class Sender(NamedTuple):
    """Who signs, at ``[start, end)``: an office (``term`` its ministry, if known) or a member."""

    label: str
    start: int
    end: int
    term: Term | None = None
    member: bool = False


def portfolios(lexicon: Lexicon) -> Portfolios:
    """The portfolios of a lexicon, made once for each lexicon object."""
    kept = _KEPT.get(id(lexicon))
    if kept is None:
        _KEPT.clear()
        kept = _KEPT[id(lexicon)] = (lexicon, Portfolios(lexicon))
    return kept[1]


def named(text: str, start: int, end: int, lexicon: Lexicon) -> list[Sender]:
    """The offices that a stretch names, in its order: "de Ministers van X en van Y"."""
    found: list[Sender] = []
    at = start
    while title := _TITLE.search(text, at, end):
        row = _row(text, title, end, lexicon)
        found.extend(row)
        at = max(row[-1].end if row else 0, title.end())
    return found


def _row(text: str, title: re.Match[str], end: int, lexicon: Lexicon) -> list[Sender]:
    """The offices of one phrase, whose title is given."""
    known = portfolios(lexicon)
    holder = _HOLDER.match(text, title.end(), end)
    if holder:
        ministry = known.read(text, holder.start("portfolio"))
        label = f"{_singular(title['title'])} van {holder['portfolio'].split(' – ')[0]}"
        return [Sender(label, title.start(), holder.end(), ministry[1] if ministry else None)]
    row = [
        Sender(f"{o.title} {o.portfolio}".strip(), o.start, o.end, o.term)
        for o in offices.read(text, title.start(), known)
        if o.end <= end
    ]
    return row or _unknown(text, title, end)


def _unknown(text: str, title: re.Match[str], end: int) -> list[Sender]:
    """Offices whose ministry the register does not know, by their capitals alone."""
    word = _singular(title["title"])
    if word == "Minister-president":
        return [Sender(word, title.start(), title.end())]
    found: list[Sender] = []
    link = _LINK.match(text, title.end(), end)
    bare = _PORTFOLIO.match(text, title.end() + 1, end) if link is None else None
    if bare is not None and " en " in bare[0]:
        return [Sender(f"{word} {bare[0].rstrip(',')}", title.start(), bare.end())]
    start = title.start()
    while link:
        capitals = link["link"].isupper()
        portfolio = (_CAPITALS if capitals else _PORTFOLIO).match(text, link.end(), end)
        if portfolio is None:
            break
        name = portfolio[0].rstrip(",")
        name = _titled(name) if capitals else name
        stop = portfolio.end() - (portfolio[0] != portfolio[0].rstrip(","))
        found.append(Sender(f"{word} {link['link'].lower()} {name}", start, stop))
        link = _NEXT.match(text, stop, end)
        if link and link["title"]:
            word = _singular(link["title"])
        start = link.end() if link else start
    return found


def _singular(title: str) -> str:
    plain = title.lower()
    if plain.startswith("staats"):
        return "Staatssecretaris"
    return "Minister-president" if plain.endswith("president") else "Minister"


def _titled(capitals: str) -> str:
    """A name in capitals as it is written in running text."""
    words = [w.lower() if w in _SMALL else w.capitalize() for w in capitals.split(" ")]
    return " ".join(words)


def signed(flow: Flow, lexicon: Lexicon) -> list[Sender]:
    """The offices under the letter."""
    found: list[Sender] = []
    for passage in flow.passages:
        if passage.kind is BlockKind.SIGNATURE:
            found.extend(named(flow.text, passage.start, passage.end, lexicon)[:1])
    return found or _closing(flow, lexicon)


def _closing(flow: Flow, lexicon: Lexicon) -> list[Sender]:
    """The office that a short last passage opens with, where the layout shows no signature."""
    told = [p for p in flow.passages if p.kind in _BODY]
    for passage in reversed(told[-_LAST:]):
        opening = _SIGNED.match(flow.text, passage.start, passage.end)
        if opening is None or passage.end - passage.start > _SHORT:
            continue
        row = named(flow.text, opening.end(), passage.end, lexicon)
        if row and row[0].start == opening.end():
            return row[:1]
    return []


def movers(flow: Flow, head: list[Passage]) -> list[Sender]:
    """The members who sign a motion; from its heading where it has no signatures."""
    found = []
    for passage in flow.passages:
        if passage.kind is BlockKind.SIGNATURE:
            written = flow.text[passage.start : passage.end]
            if _NAME.fullmatch(written) and len(written) <= 45:
                found.append(Sender(written, passage.start, passage.end, member=True))
    return found or [member for passage in head for member in members(flow.text, passage)]


def members(text: str, passage: Passage) -> list[Sender]:
    """The members that a heading names: "Vragen van de leden X (A) en Y (B) aan …"."""
    opening = _MEMBERS.search(text, passage.start, passage.end)
    if opening is None:
        return []
    closing = _MEMBERS_END.search(text, opening.end(), passage.end)
    end = closing.start() if closing else passage.end
    found: list[Sender] = []
    at = opening.end()
    while at < end:
        joint = _AND.search(text, at, end)
        stop = joint.start() if joint else end
        name = _PARTY.sub("", text[at:stop]).strip()
        if _NAME.fullmatch(name):
            label = _member_name(name) if name.isupper() else name
            found.append(Sender(label, at, at + len(name), member=True))
        at = joint.end() if joint else end
    return found


def _member_name(capitals: str) -> str:
    return " ".join(word.capitalize() for word in capitals.split(" "))
