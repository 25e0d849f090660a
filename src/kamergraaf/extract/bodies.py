"""Bodies that the register does not know, read from the shape of their names.

A name counts where its words tell what kind of body it is ("Landelijk Overleg …", "Stichting …",
"de rechtbank Den Haag"), where a noun in front of it does ("pensioenuitvoerder X", "het Duitse X"),
or where it stands in a row with a company that is known. Laws, programmes and plans have names of
the same shape but no such word.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kamergraaf.extract.candidates import Candidate, Scene
from kamergraaf.extract.heads import APPOSED, NAMED, kind_of, kind_of_name
from kamergraaf.extract.names import CAPITAL
from kamergraaf.model import Mention

NAME_RANK = 40
INTRODUCED_RANK = 75
NAMED_RANK = 60
LONGER_RANK = 55

_CAP = rf"{CAPITAL}[\w.’'&-]*\w|{CAPITAL}"
_LINK = (
    r"voor|van|der|des|tegen|inzake|of|for|the|on|van\s(?:de|het)|voor\s(?:de|het)|op|&|en|and|de"
)
_RIGHT = re.compile(rf"(?: (?:(?:{_LINK}) )*(?:{_CAP}))*")
_FIELD = re.compile(r"\sop\shet\sgebied\svan\s(?:de\s|het\s)?(?:[^\W\d_]+e\s)*[^\W\d_]+")
_ROW = re.compile(rf"(?:{_CAP})(?: (?:{_CAP}))*")
_BEFORE = re.compile(rf"(?:(?:{CAPITAL}[\w’'-]*- en|{_CAP}) )+$")
_OPENING = (
    "De|Het|Een|Deze|Dit|Die|Dat|Ook|In|Bij|Met|Van|Voor|Aan|Op|Door|Uit|Over|Onder|Na|Tot|"
    "Als|En|Om|Naar|Per|Zie|Zowel|Daarnaast|Daarom|Bent|Is|Heeft|Kan|Zijn|Wat|Wie|Hoe|Welke|"
    "Aangezien|Volgens|Mijn|Ons|Onze|Uw|Zo|Tijdens|Sinds|Namens|Via|Tussen"
)
_OPENERS = frozenset(_OPENING.split("|"))
_PROCEEDINGS = re.compile(
    r"^(?:Algemeen|Schriftelijk|Mondeling|Bestuurlijk|Regulier|Nader|Periodiek) [Oo]verleg\b"
)
_INSTRUMENT = re.compile(
    r"(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erordening|[Rr]ichtlijn|[Vv]erdrag|[Pp]rotocol|[Aa]ct|"
    r"[Pp]rogramma|[Aa]anpak|[Aa]genda|[Pp]lan|[Ss]trategie|[Bb]eeld|[Cc]ode|[Ff]orum|[Pp]roject)$"
)


def _instrument(name: str) -> bool:
    """Whether the name is that of a law, plan or programme, or of a meeting."""
    words = name.split()
    return bool(_PROCEEDINGS.match(name)) or any(
        _INSTRUMENT.search(word) and kind_of(word) == "" for word in words[:2]
    )


def _candidate(start: int, end: int, rank: int, kind: str, label: str, rule: str) -> Candidate:
    return Candidate(start, end, rank, kind, " ".join(label.split()), rule)


# --- names with a telling word -----------------------------------------------------------


def by_head(scene: Scene) -> list[Candidate]:
    """Names of two words or more of which one tells what kind of body it is."""
    found: list[Candidate] = []
    last = -1
    for start, end in scene.triggers.get("head", ()):
        begin = _word_start(scene.text, start)
        if begin < last or not scene.text[begin].isupper():
            continue
        one = _around(scene, begin, end)
        if one is not None:
            found.append(one)
            last = one.end
    return found


def _word_start(text: str, at: int) -> int:
    """Where the word that holds ``at`` starts, hyphens included."""
    while at and (text[at - 1].isalnum() or text[at - 1] == "-"):
        at -= 1
    return at


def _around(scene: Scene, start: int, end: int) -> Candidate | None:
    """The name around its telling word at ``[start, end)``."""
    text = scene.text
    left = _left(text, start)
    right = _right(scene, start, end)
    name = text[left:right]
    if " " not in name or "\n" in name or _instrument(" ".join(name.split())):
        return None
    kind = kind_of_name(name) or kind_of(text[start:end])
    inside = [m for m in scene.actors_in(left, right) if m.end <= right]
    if any(2 * (m.end - m.start) >= right - left for m in inside):
        return None
    rank = LONGER_RANK if inside else NAME_RANK
    return _candidate(left, right, rank, kind, name, "body-by-head-noun")


def _left(text: str, start: int) -> int:
    """The start of the capitalised words in front; an article or adverb that opens is left out."""
    window = max(0, start - 60)
    before = _BEFORE.search(text[window:start])
    if before is None:
        return start
    left = window + before.start()
    while left < start and text[left:start].split(None, 1)[0] in _OPENERS:
        left += len(text[left:start].split(None, 1)[0]) + 1
    return min(left, start)


def _right(scene: Scene, start: int, end: int) -> int:
    """The end of the capitalised words behind, linked or not, up to another actor's name."""
    match = _RIGHT.match(scene.text, end)
    right = match.end() if match else end
    field = _FIELD.match(scene.text, right)
    if field is not None:
        return field.end()
    for mention in scene.actors_in(end + 1, right):
        if scene.text[mention.start].isupper():
            linked = re.search(
                r"\s(?:van|en|and|of)(?:\s(?:de|het))?\s$", scene.text[end : mention.start]
            )
            if linked is not None:
                return end + linked.start()
    return right


# --- a noun and the proper name behind it ------------------------------------------------

_PLACE = re.compile(
    rf"(?:te\s|in\s)?(?:[’']s-)?(?:{_CAP})(?:\s(?:aan\sden\s|aan\sde\s)?(?:{_CAP}))?"
)
_AND = re.compile(rf"(?:,\s|\sen\s)({CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)")
_OF_PLACE = re.compile(r"\s(?:van\s)?")


def by_noun(scene: Scene) -> list[Candidate]:
    """ "gemeente X", "de rechtbank Y", "pensioenuitvoerder Z"."""
    found: list[Candidate] = []
    for start, end in scene.triggers.get("noun", ()):
        noun = scene.folded[start:end]
        if noun in NAMED:
            found += _named(scene, _word_start(scene.text, start), end, NAMED[noun])
        if noun in APPOSED and scene.text[start - 1 : start] != "-":
            found += _apposed(scene, start, end, APPOSED[noun])
    return found


_TOWN_BEFORE = re.compile(
    rf"\b(?:[Ii]n|te|van)\s((?:{_CAP})(?:\s(?:{_CAP}))?),?\s(?:heeft\s)?(?:de\s)?$"
)


def mayors(scene: Scene) -> list[Candidate]:
    """ "in X burgemeester A. Bakker": the municipality X, where the register knows it."""
    found = []
    for start, end in scene.triggers.get("noun", ()):
        if scene.folded[start:end] != "burgemeester":
            continue
        begin = _word_start(scene.text, start)
        town = _TOWN_BEFORE.search(scene.text, max(0, begin - 40), begin)
        if town is not None:
            label = f"gemeente {town[1]}"
            one = _candidate(begin, end, NAMED_RANK, "Municipality", label, "mayor-of-town")
            found.append(replace(one, proof_start=town.start(), proof_end=end))
    return found


def _named(scene: Scene, start: int, end: int, kind: str) -> list[Candidate]:
    noun = scene.text[start:end].lower()
    gap = _OF_PLACE.match(scene.text, end)
    place = _PLACE.match(scene.text, gap.end()) if gap else None
    known = scene.actor_at(start)
    if known is not None and place is not None and known.end >= place.end():
        return []  # the register knows the whole name
    if place is None or gap is None or place[0].split()[0] in _OPENERS:
        return []
    if bool(gap[0].strip()) is not noun.startswith("burgemeester"):
        # "burgemeester van X" is the municipality; "burgemeester X" is a person.
        return []
    singular = {"burgemeester": "gemeente", "burgemeesters": "gemeente", "gemeenten": "gemeente"}
    singular |= {"stad": "gemeente", "steden": "gemeente", "politie-eenheden": "politie-eenheid"}
    word = singular.get(noun, noun.removesuffix("s") if noun == "provincies" else noun)
    if kind not in {"Municipality", "Province", "Agency"}:
        word = word.capitalize()
    rule = "body-by-noun"
    row = [_candidate(start, place.end(), NAMED_RANK, kind, f"{word} {place[0]}", rule)]
    if noun.endswith(("gemeenten", "steden", "eenheden", "s")):
        at = place.end()
        while (more := _AND.match(scene.text, at)) is not None:
            row.append(_candidate(*more.span(1), NAMED_RANK, kind, f"{word} {more[1]}", rule))
            at = more.end()
    return row


def _apposed(scene: Scene, start: int, end: int, kind: str) -> list[Candidate]:
    name = _ROW.match(scene.text, end + 1) if scene.text[end : end + 1] == " " else None
    if name is None or name[0].split()[0] in _OPENERS or _instrument(name[0]):
        return []
    one = _candidate(*name.span(), LONGER_RANK, kind, name[0], "body-by-apposition")
    return [
        Candidate(one.start, one.end, one.rank, kind, one.label, one.rule, None, start, one.end)
    ]


_LEGAL_FORM = re.compile(rf"((?:{_CAP})(?:\s(?:{_CAP}|&))*)\s?,?\s?$")


def by_legal_form(scene: Scene) -> list[Candidate]:
    """ "X B.V.", "Y N.V.": companies by their legal form."""
    found = []
    for start, end in scene.triggers.get("form", ()):
        if not scene.text[start].isupper() or scene.text[start:end].count(" ") > 1:
            continue
        left = max(0, start - 50)
        name = _LEGAL_FORM.search(scene.text[left:start])
        if name is not None and name[1].split()[0] not in _OPENERS:
            stop = end + (scene.text[end : end + 1] == ".")
            begin = left + name.start(1)
            label = scene.text[begin:stop]
            found.append(
                _candidate(begin, stop, NAMED_RANK, "Company", label, "company-by-legal-form")
            )
    return found


# --- committees --------------------------------------------------------------------------

_FOR = r"(?i:voor|van)\s"
_TOPIC = rf"(?:{_CAP})(?:(?:,\s|\sen\s|\s)(?:{_CAP}))*"
_COMMITTEE = re.compile(
    r"((?i:vaste|algemene|tijdelijke|bijzondere|parlementaire))\s+"
    rf"((?i:kamer|enquête|onderzoeks)?(?i:commissie))(?i:s?)\s+{_FOR}((?:het |de )?{_TOPIC})"
)
_AND_FOR = re.compile(rf"(?:,\s|\sen\s)(?:de\s)?{_FOR}({_TOPIC})")
_ADJECTIVE = re.compile(r"(?:vaste|algemene|tijdelijke|bijzondere|parlementaire)\s+$", re.I)


def committees(scene: Scene) -> list[Candidate]:
    """ "de vaste commissies voor X en voor Y"."""
    found = []
    for place, _ in scene.triggers.get("committee", ()):
        start = _word_start(scene.text, place)
        before = _ADJECTIVE.search(scene.text, max(0, start - 24), start)
        match = _COMMITTEE.match(scene.text, before.start()) if before else None
        if match is None:
            continue
        title = f"{match[1].lower()} {match[2].lower()} voor"
        spans = [(match.start(), match.end(), match[3])]
        at = match.end()
        while (more := _AND_FOR.match(scene.text, at)) is not None:
            spans.append((more.start(1), more.end(), more[1]))
            at = more.end()
        found += [
            _candidate(start, end, 85, "Committee", f"{title} {topic}", "committee-named")
            for start, end, topic in spans
        ]
    return found


# --- foreign bodies ----------------------------------------------------------------------

_FOREIGN_NAME = re.compile(
    rf" ((?:{_CAP})(?: (?:(?:van|voor|of|for)(?: (?:de|het|the))? )?(?:{_CAP}))*)"
)


def is_adjective(text: str, mention: Mention) -> bool:
    """Whether a country is named by its adjective: "Iraakse", "Duits"."""
    word = text[mention.start : mention.end]
    return word != mention.term.label and word.endswith(("se", "sch", "sche", "ks", "ns", "ts"))


def foreign(scene: Scene) -> list[Candidate]:
    """Bodies of other countries that only their country explains: "het Duitse X"."""
    found: list[Candidate] = []
    for mention in scene.countries:
        if mention.term.label == "Nederland" or not is_adjective(scene.text, mention):
            continue
        name = _FOREIGN_NAME.match(scene.text, mention.end)
        if name is not None and scene.actor_at(name.start(1)) is None:
            start, end = name.span(1)
            found.append(
                Candidate(
                    *(start, end, NAMED_RANK, "InternationalBody", name[1], "foreign-body"),
                    proof_start=mention.start,
                    proof_end=end,
                )
            )
    return found
