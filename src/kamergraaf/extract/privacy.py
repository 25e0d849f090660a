"""Names of private persons stay in the letter's text and quotes; no node, label or IRI carries one.

The graph is about policy, not about people: office-holders and members named in office are actors,
anybody else (a suspect, a victim, a citizen) is nobody here. Labels and titles are made from the
letter's words, so whatever looks like such a name is taken out of them as the last step of reading.
A name of somebody who acts in the same letter is no private name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.given_names import GIVEN
from kamergraaf.extract.names import CAPITAL, INITIALED, PARTICLE
from kamergraaf.extract.wording import lower
from kamergraaf.iris import slug
from kamergraaf.model import Fact, Ref, Thing

GAP = "…"
"""What stands in a label for a name taken out."""

_NAME = rf"{CAPITAL}[\w’'-]*\w"
_TAIL = rf"(?:\s+(?:{PARTICLE}\s+)*(?:(?:al|el|as|at|ar|ad|an)-)?(?:{_NAME}|{CAPITAL}\.))"
_ALONE = rf"{CAPITAL}(?<!\w.)[\w’'-]*\w"
"""``_NAME`` where a word begins, told behind the capital: a pattern that opens with a class of
characters is searched faster than one that opens by looking back."""

_INITIAL = re.compile(rf"({_ALONE})(?:\s+{PARTICLE})*\s+{CAPITAL}\.(?!\s?{CAPITAL}\.)")
_LETTERED = frozenset(
    "artikel bijlage categorie deel fase figuur groep hepatitis hoofdstuk klasse lid lijst "
    "niveau onderdeel optie paragraaf plan punt scenario spoor tabel type variant vitamine "
    "vraag".split()
)
"""Nouns that a single letter follows without making a name."""

_ROLE = re.compile(
    r"(?<!\w)(?:(?:de|den)\s+heer|mevrouw|mevr\.|dhr\.|meneer|"
    r"(?:mede)?verdachte|veroordeelde|gedetineerde|arrestant|dader|slachtoffer|terrorist|"
    r"jihadist|uitreiziger|terugkeerder|(?:haat)?prediker|imam|activist|journalist|advocaat|"
    r"rechter|burger|moeder|vader|broer|zus|zoon|dochter|weduwe|echtgenote|echtgenoot|familie|"
    r"jongen|meisje|man|vrouw|genaamde?)\s+"
)
"""A word for one person, in lower case."""

_BEHIND_ROLE = re.compile(
    r"(?:(?:drs|mr|ir|dr|prof|ing)\.\s+)*(?:[«‘“\"]\s?)?"
    rf"((?:(?:van|de|der|den|el|ten|ter)\s+)*{_NAME}{_TAIL}*)"
)
"""The name behind such a word."""

_FOREIGN = re.compile(
    rf"{CAPITAL}(?<!\w.)(?:[\w’'-]*\w\s+(?:[Ee]l|[Aa]l|[Bb]en|[Bb]in|[Ii]bn)"
    rf"|(?:(?<=A)bu|(?<=A)boe|(?<=U)mm|(?<=O)um))\s+{_NAME}"
)
_ONE_INITIAL = re.compile(rf"{CAPITAL}\.\s?{_NAME}$")
_WHOLE = re.compile(rf"({_ALONE}){_TAIL}+")

_ROW = re.compile(
    rf"{_ALONE}(?<![A-Z]{{2}})(?:\s+(?:(?:van|de|der|den|el|al|ben|bin|ten|ter)\s+)*"
    rf"(?:(?:al|el)-)?(?![IVX]+\b){_NAME}){{1,3}}"
)
_BEFORE = re.compile(r"([a-zà-ÿ]+)\s$")
_NO_PERSON = frozenset(
    "het een dit dat ons mijn uw zijn haar hun elk ieder geen in te naar uit tot per nr artikel "
    "dossier motie brief lid leden kamer stichting vereniging universiteit gemeente stad".split()
)
"""Words behind which a capitalised name is no private person's."""


def protect(analysis: Analysis) -> None:
    """Take private names out of every label, text value and id on the sheet."""
    names = _names(analysis)
    if not names:
        return
    pattern = _pattern(names)
    _protect_things(analysis, pattern)
    sheet = analysis.sheet
    sheet.facts[:] = [
        fact._replace(object=_without(pattern, fact.object))
        if isinstance(fact.object, str)
        else fact
        for fact in sheet.facts
    ]


def _pattern(names: Mapping[str, bool]) -> re.Pattern[str]:
    """The names, and the parts of sure ones: a label may hold the end of one ("De Vries", "Vries").

    A single initial and a word may be the end of one sentence and the start of the next, and a row
    of capitals a title, so that a word of them alone is left.
    """
    sure = [name for name, is_sure in names.items() if is_sure]
    parts = {part for name in sure for part in name.split() if part[0].isupper()}
    forms = {name.rstrip(".") for name in names} | {p for p in parts if len(p) > 2 and "." not in p}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)\.?")


def _protect_things(analysis: Analysis, pattern: re.Pattern[str]) -> None:
    """New labels, new ids where the id was made from the label, and no thing that is but a name."""
    moved: dict[str, str] = {}
    things: dict[str, Thing] = {}
    dropped: set[str] = set()
    for id_, thing in analysis.sheet.things.items():
        label = _without(pattern, thing.label)
        if label == thing.label:
            things[id_] = thing
        elif not label.strip(f"{GAP} .,;:"):
            dropped.add(id_)
        else:
            folder, _, key = id_.partition("/")
            made_of_it = key.startswith(slug(thing.label)[:8])
            new = _free(f"{folder}/{slug(label)}", things) if key and made_of_it else id_
            moved[id_] = new
            things[new] = thing._replace(id=new, label=label)
    analysis.sheet.things = things
    _drop_facts(analysis, dropped)
    analysis.sheet.facts[:] = [_moved(fact, moved) for fact in analysis.sheet.facts]


def _drop_facts(analysis: Analysis, dropped: set[str]) -> None:
    """Take out the facts about dropped things; premises point to what they pointed to before."""
    if not dropped:
        return
    facts = analysis.sheet.facts
    gone = {
        i
        for i, fact in enumerate(facts)
        if fact.subject.id in dropped
        or (isinstance(fact.object, Ref) and fact.object.id in dropped)
    }
    place = {old: new for new, old in enumerate(i for i in range(len(facts)) if i not in gone)}
    analysis.sheet.facts[:] = [
        fact._replace(premises=tuple(place[p] for p in fact.premises if p in place))
        for i, fact in enumerate(facts)
        if i not in gone
    ]


def _free(wanted: str, taken: dict[str, Thing]) -> str:
    number = 2
    found = wanted
    while found in taken:
        found = f"{wanted}-{number}"
        number += 1
    return found


def _moved(fact: Fact, moved: dict[str, str]) -> Fact:
    subject, said = fact.subject, fact.object
    if subject.id in moved:
        subject = Ref(moved[subject.id])
    if isinstance(said, Ref) and said.id in moved:
        said = Ref(moved[said.id])
    if subject is fact.subject and said is fact.object:
        return fact
    return fact._replace(subject=subject, object=said)


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The text with a gap for each name."""
    return pattern.sub(GAP, text)


def _names(analysis: Analysis) -> dict[str, bool]:
    """The private names that the document writes, with one blank between their parts.

    True for a name whose parts alone would tell who it is.
    """
    acting = _acting(analysis)
    found: dict[str, bool] = {}
    for start, end, sure in _candidates(analysis.flow.text):
        name = " ".join(analysis.flow.text[start:end].split())
        if not _known(analysis, start, end) and name.split()[-1].lower() not in acting:
            found[name] = found.get(name, False) or sure
    return found


def _acting(analysis: Analysis) -> set[str]:
    """The last names of members and office-holders named in office."""
    return {
        actor.name.split()[-1].lower()
        for actor in analysis.actors
        if actor.code in ("member", "minister")
    }


def _known(analysis: Analysis, start: int, end: int) -> bool:
    """Whether the stretch lies over an actor or a term of the registers."""
    return any(
        named.start < end and start < named.end
        for group in (analysis.actors, analysis.mentions, analysis.references)
        for named in group
    )


def _candidates(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches that look like a person's name, and whether a part of it alone tells who it is."""
    for match in _INITIAL.finditer(text):
        if match[1].lower() not in _LETTERED:
            yield *match.span(), True
    for match in INITIALED.finditer(text):
        yield *match.span(), not _ONE_INITIAL.match(match[0])
    end = 0
    for role in _ROLE.finditer(lower(text)):
        named = _BEHIND_ROLE.match(text, role.end()) if role.start() >= end else None
        if named is not None:
            end = named.end()
            yield *named.span(1), True
    for match in _FOREIGN.finditer(text):
        yield *match.span(), True
    for match in _WHOLE.finditer(text):
        if match[1].lower() in GIVEN:
            yield *match.span(), True
    for match in _ROW.finditer(text):
        if _bare(text, match.start()):
            yield *match.span(), False


def _bare(text: str, start: int) -> bool:
    """Whether a row of capitalised words stands as only a person's name does: without an article.

    "tegen Tamerlan Z…" against "de Nationale Strategie", "het nieuwe Actieplan"; behind "in" and
    "te" it is a place. Where that is wrong, a label has a gap too many.
    """
    before = _BEFORE.search(text, max(0, start - 24), start)
    if before is None:
        return False
    word = before[1]
    return word not in _NO_PERSON and not word.endswith(("e", "s"))
