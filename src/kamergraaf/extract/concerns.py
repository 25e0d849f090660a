"""What a letter is concerned about: terms of the thesaurus, and threats and groups as written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kamergraaf import iris
from kamergraaf.extract import (
    concern_forms,
    concern_groups,
    concern_sources,
    concern_states,
    reading,
)
from kamergraaf.extract.analysis import Analysis, ConcernMention
from kamergraaf.extract.concern_scope import about_security
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.wording import fold, trimmed, without_article
from kamergraaf.model import Mention, Origin, Ref

KINDS = concern_forms.KINDS
"""Classes of the thesaurus terms that are concerns."""

_AS_WRITTEN = {"threat": "ThreatAsWritten", "group": "GroupAsWritten", "": "ConcernAsWritten"}
_CODES = {"ThreatCategory": "threat", "TargetGroup": "group"}
_NO_THREAT = frozenset({"bedreiging", "bedreigingen", "afdreiging"})
_NAME = re.compile(r"\s+[A-ZÀ-Þ]")
# "Achternaam X." or "Voornaam Achternaam": a person never becomes part of a label.
_PERSON = re.compile(
    r"\s+(?:[A-ZÀ-Þ][\w’'-]+\s+(?:(?:van|de|der|den|el|al|ben)\s+)*[A-ZÀ-Þ]\b\.?(?:\s?[A-Z]\.)*"
    r"|[A-ZÀ-Þ]\.(?:\s?[A-ZÀ-Þ]\.)*\s+[A-ZÀ-Þ]\w+)"
)


def write(analysis: Analysis) -> None:
    """Fill ``analysis.concerns``; what the text names in its own words is written as a thing.

    In a document on another matter only terms of the thesaurus count.
    """
    at = reading.of(analysis)
    text = at.text
    names = _names(analysis)
    named = _outside(analysis, names)
    found: list[_Found] = [(m.start, m.end, _CODES[m.term.kind], m, "") for m in named]
    if about_security(at, named):
        for form in _own_words(at, named):
            if form.rule == concern_states.RULE or not names.hold(form.start, form.end):
                found.append((form.start, form.end, form.code, None, form.term or form.rule))
        known = {m.end for m in named if m.term.kind == "TargetGroup"}
        for form in concern_groups.find(at):
            if form.end not in known and not names.hold(form.start, form.end):
                found.append((form.start, form.end, form.code, None, form.rule))
    else:
        found = [f for f in found if f[3] is None or not _compound(text, f[3])]
    found = _joined(text, found)
    found.sort(key=lambda f: (f[0] - f[1], f[0], f[3] is None))
    kept: list[ConcernMention] = []
    taken: list[tuple[int, int]] = []
    for start, end, code, mention, rule in found:
        index = bisect_left(taken, (end, 0))
        if index and taken[index - 1][1] > start:
            continue
        taken.insert(index, (start, end))
        kept.append(_mention(analysis, start, end, code, mention, rule))
    analysis.concerns = tuple(sorted(kept, key=lambda m: m.start))


_Found = tuple[int, int, str, Mention | None, str]


def _own_words(at: Reading, named: list[Mention]) -> Iterator[concern_forms.Form]:
    """Threats that the letter words itself."""
    for grammar in (concern_forms, concern_sources, concern_states):
        yield from grammar.find(at, named)


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """A group's participle and the group's noun behind it ("uitgereisde verdachten") as one."""
    joined: list[_Found] = []
    for item in sorted(found, key=lambda f: (f[0], f[1])):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last[3] is not None
            and item[3] is not None
            and last[2] == item[2] == "group"
            and text[last[1] - 1] == "e"
            and text[last[1] : item[0]].isspace()
        ):
            joined[-1] = (last[0], item[1], "group", last[3], "")
        else:
            joined.append(item)
    return joined


def thesaurus(analysis: Analysis) -> list[Mention]:
    """The thesaurus concerns that the text names itself, outside actors' names and citations."""
    return _outside(analysis, _names(analysis))


def _outside(analysis: Analysis, names: _Names) -> list[Mention]:
    text = analysis.flow.text
    return [
        m
        for m in analysis.mentions
        if m.term.kind in KINDS
        and not names.hold(m.start, m.end)
        and text[m.start : m.end].lower() not in _NO_THREAT
    ]


@dataclass(frozen=True, slots=True)
class _Names:
    """The stretches of actors' names and of citations, each kind by start."""

    kinds: tuple[tuple[list[int], list[int]], ...]

    def hold(self, start: int, end: int) -> bool:
        """Whether the stretch is part of one."""
        for starts, ends in self.kinds:
            index = bisect_right(starts, start)
            if index and end <= ends[index - 1]:
                return True
        return False


def _names(analysis: Analysis) -> _Names:
    # An armed group is an actor and a concern at once.
    names = [actor for actor in analysis.actors if actor.code != "other"]
    every = (names, analysis.references)
    return _Names(tuple(([m.start for m in ms], [m.end for m in ms]) for ms in every))


def resolve(analysis: Analysis, start: int, end: int, code: str = "") -> Ref:
    """What the stretch ``[start, end)`` of the flow names, as a thesaurus term or as written.

    The thesaurus term where the stretch names just that one; else a thing labelled with the
    words of the stretch (``code`` ``threat`` or ``group`` says of which class), with
    ``kamer:broaderConcern`` to the terms named inside it. Raises ValueError where the stretch
    holds no words.
    """
    text = analysis.flow.text
    start, end = _named_stretch(text, start, end)
    if start >= end:
        raise ValueError("no words to name a concern")
    inside = [m for m in analysis.concerns if start <= m.start and m.end <= end]
    for mention in inside:
        if mention.code == "group" and _NAME.match(text, mention.end, end):
            end = mention.end
    for mention in inside:
        if mention.start == start and mention.end == end:
            return mention.ref
    if not code and len(inside) == 1 and end - inside[0].end < 2:
        code = inside[0].code
    return _mint(analysis, start, end, code, "concerns.as-written")


def _named_stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without article, closing punctuation and persons' names."""
    start, end = trimmed(text, start, end)
    start = without_article(text, start, end)
    person = _PERSON.search(text, start, end)
    return trimmed(text, start, person.start() if person else end)


def _mention(
    analysis: Analysis, start: int, end: int, code: str, mention: Mention | None, rule: str
) -> ConcernMention:
    text = analysis.flow.text
    if mention is not None and not _compound(text, mention):
        return ConcernMention(start, end, Ref(mention.term.id), code, mention.term.label)
    if mention is None and rule in analysis.lexicon.terms:
        term = analysis.lexicon.terms[rule]
        return ConcernMention(start, end, Ref(term.id), code, term.label)
    ref = _mint(analysis, start, end, code, rule or "concerns.compound")
    known = analysis.lexicon.terms.get(ref.id)
    label = known.label if known else analysis.sheet.things[ref.id].label
    return ConcernMention(start, end, ref, code, label)


def _compound(text: str, mention: Mention) -> bool:
    """Whether the mention is a longer word that ends in a head of the term."""
    word = text[mention.start : mention.end].lower()
    term = mention.term
    if not word.endswith(term.heads) or word in term.heads:
        return False
    plain = word.replace("-", "")
    return all(s.lower().replace("-", "") != plain for s in (*term.surfaces, term.label))


def _mint(analysis: Analysis, start: int, end: int, code: str, rule: str) -> Ref:
    """The thing named by the stretch, with what it is a kind of."""
    label = fold(analysis.flow.text[start:end])
    known_as = concern_forms.surfaces(analysis.lexicon).get(label.lower())
    if known_as is not None:
        return Ref(known_as)
    id_ = f"concern/{iris.slug(label)}"
    known = id_ in analysis.sheet.things
    evidence = analysis.evidence(start, end)
    ref = analysis.sheet.thing(id_, _AS_WRITTEN[code], label, evidence, rule)
    if not known:
        inside = _terms_in(analysis, start, end) or _ahead(analysis, start, rule)
        for broader in inside:
            analysis.sheet.fact(
                ref,
                "kamer:broaderConcern",
                broader,
                evidence,
                "concerns.broader",
                origin=Origin.INFERRED,
                confidence=0.9,
            )
    return ref


def _ahead(analysis: Analysis, start: int, rule: str) -> list[Ref]:
    """The threat before it in the sentence, of which an appeal to people is a part."""
    sentence = reading.of(analysis).sentence(start) if rule == "concerns.appeal" else None
    if sentence is None:
        return []
    named = analysis.mentions_in(sentence.start, start, "ThreatCategory")
    return [Ref(m.term.id) for m in named[-1:]]


def _terms_in(analysis: Analysis, start: int, end: int) -> list[Ref]:
    """The thesaurus concerns named inside the stretch, each once."""
    first = bisect_left(analysis.mentions, start, key=lambda m: m.start)
    found: list[Ref] = []
    for mention in analysis.mentions[first:]:
        if mention.start >= end:
            break
        ref = Ref(mention.term.id)
        if mention.term.kind in KINDS and mention.end <= end and ref not in found:
            found.append(ref)
    return found
