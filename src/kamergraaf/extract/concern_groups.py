"""Groups from which a sentence says that a threat comes: who does harm, returns, poses a danger.

Every grammar starts at an anchor found by plain search and reads the noun phrase beside it. A group
that the thesaurus names in full stays the thesaurus's; here the words of the letter are the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamergraaf.extract.analysis import Sentence
from kamergraaf.extract.concern_forms import Form, places
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import noun_phrase_end, noun_phrase_start, without_article

RULE = "concerns.group"
"""Begins the rule of every group found here: the sentence itself says that a threat comes of it."""

_PEOPLE = (
    "personen|mensen|individuen|eenlingen|vreemdelingen|asielzoekers|statushouders|migranten"
    "|nederlanders|europeanen|burgers|jongeren|minderjarigen|tieners|jongens|meisjes|mannen"
    "|vrouwen|kinderen|gezinnen|families|moslims|gelovigen|gevangenen|veroordeelden|verdachten"
    "|daders|activisten|demonstranten|betogers|aanhangers|sympathisanten|volgelingen|leden"
    "|vechters|vrijwilligers|predikers|imams|ronselaars|handelaren|dealers|kopstukken|hackers"
    "|insiders|koeriers|milities|oud-militairen|kwaadwillenden|chauffeurs|advocaten|medewerkers"
    "|studenten|onderzoekers|bemiddelaars|facilitators|opdrachtgevers"
)
_KINDS = (
    "gedetineerden|criminelen|strijders|gangers|reizigers|plegers|smokkelaars|voerders|extremisten"
    "|terroristen|jihadisten|bendes|bendeleden|supporters|keerders|stichters|dieven|denkers"
)
_BODIES = (
    "netwerken|groepen|groepjes|groeperingen|organisaties|bewegingen|cellen|clans|accounts"
    "|gemeenschappen|kanalen|fora|actoren|partijen|diensten"
)
_PERSON = re.compile(rf"(?:(?:{_PEOPLE})|[\w-]*(?:{_KINDS}))$", re.IGNORECASE)
_GROUP = re.compile(rf"(?:(?:{_PEOPLE})|[\w-]*(?:{_KINDS}|{_BODIES}))$", re.IGNORECASE)
_ENDS = frozenset(noun[-3:] for noun in f"{_PEOPLE}|{_KINDS}|{_BODIES}".split("|"))
"""The last letters of such nouns, by which most words are told to be none."""

_OF = re.compile(
    r"\s+(?:van|tegen|uit|onder|binnen|met|rond|vanuit)\s+(?!(?:\w+\s+){0,2}(?:gaat|gaan)\b)"
)
_BELONGING = re.compile(
    r"(?:aanhangers|sympathisanten|volgelingen|leden|voerders|strijders|vechters|activisten"
    r"|demonstranten|betogers|netwerken|groepen|groeperingen|vrijwilligers)$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|\s+(?:en|of|alsook|maar ook))\s+(?:(?:deels|ook|vooral)\s+)?(?:van\s+)?")

_GOES_OUT = re.compile(
    r"(?:gaat|gaan|ging|gingen)\s+(?:[\w-]+\s+){0,5}?uit\s+van\s+"
    r"|(?:uitgaat|uitgaan|uitgaande)\s+van\s+"
)
_SOURCE = re.compile(
    r"(?:dreiging(?:en)?|gevaar|risico(?:['’]s)?)\s+(?:die\s+)?(?:van|vanuit|door)\s+"
)
_DEEDS = (
    "brandstichting", "geweld", "aanslag", "aanslagen", "bedreiging", "bedreigingen", "intimidatie",
    "vernieling", "vernielingen", "misbruik", "rekrutering", "ronselen", "aanval", "aanvallen",
    "ondermijning", "sabotage", "spionage", "hacks", "gepleegd", "beraamd", "agressie", "smokkel",
    "uitbuiting", "plunderingen", "rellen", "beïnvloeding", "inmenging", "afpersing", "infiltratie",
)  # fmt: skip
_BY = re.compile(r"\s+(?:(?!door\b)[\w-]+\s+){0,4}?door\s+")
_ADJECTIVES = (
    "teruggekeerde", "terugkerende", "uitgereisde", "afgereisde", "vertrokken", "geradicaliseerde",
    "radicale", "radicaliserende", "gewelddadige", "extreemrechtse", "extreemlinkse",
    "rechtsextremistische", "linksextremistische", "extremistische", "jihadistische",
    "terroristische", "criminele", "kwaadwillende", "malafide", "vijandige", "gewapende",
    "vrijkomende", "vrijgekomen", "veroordeelde", "islamistische", "relschoppende", "agressieve",
)  # fmt: skip
_TWO_WORDS = re.compile(r"\s+(?:[\w-]+e\s+)?([\w-]+)")
_HARMING = (
    "plegen", "pleegden", "beramen", "beraamden", "bedreigen", "bedreigden", "intimideren",
    "intimideerden", "ronselen", "rekruteren", "verheerlijken", "verheerlijkten", "ondermijnen",
    "infiltreren", "saboteren", "stelen", "hacken", "hackten", "smokkelen", "omkopen", "afpersen",
    "chanteren", "ontwrichten", "manipuleren", "spioneren", "bespioneren", "plunderen",
    "plunderden", "liquideren", "gijzelen", "misbruiken", "opruien", "ophitsen", "belagen",
    "belaagden", "dringen", "drongen", "stichten", "stichtten", "voorbereiden",
)  # fmt: skip
_PASSIVE = re.compile(r"\b(?:wordt|worden|werd|werden|geworden)\b")
_AGAINST = re.compile(
    r"\b(?:tegengaan|aanpak\w*|voorkom\w*|bestrijd\w*|opspor\w*|maatregelen|beschermen|weerbaar\w*)\b"
)
_PREPOSITIONS = frozenset(
    "aan achter bij binnen boven buiten door in jegens langs met na naar naast om onder op over "
    "per rond te tegen tot tussen uit van vanuit via volgens voor wegens zonder namens".split()
)
_POSES = re.compile(
    r"(?:vormt|vormen|vormde|vormden|blijft|blijven|zijn|is|leveren|levert|opleveren|opleverd?t?)\s+"
    r"(?:[\w-]+\s+){0,5}?(?:dreiging|bedreiging|gevaar|risico)\b"
    r"|(?:dreiging|bedreiging|gevaar|risico)\s+(?:[\w-]+\s+){0,5}?(?:vormen|vormt|opleveren|oplevert)\b"
)
_PERILS = ("dreiging", "gevaar", "risico")
_PARTICIPLES = (
    "uitgereisd|afgereisd|vertrokken|teruggekeerd|geradicaliseerd|veroordeeld|verdacht|aangesloten"
    "|gevochten|gepleegd|beraamd|teruggekomen|opgegroeid"
)
_VERBS = (
    "uitreizen|uitreisden|afreizen|afreisden|vertrekken|vertrokken|terugkeren|terugkeerden|terugkomen"
    "|radicaliseren|radicaliseerden|aansluiten|aansloten|vechten|vochten|strijden|oproepen|aanzetten"
    "|ronselen|rekruteren|plegen|beramen|voorbereiden|verheerlijken|bedreigen|bedreigden"
    "|sympathiseren|aanhangen|verspreiden|plannen|smokkelen"
)
_WHO = re.compile(
    rf",?\s+(?:die|wie)\s+(?:[\w’'-]+\s+){{0,10}}?(?:"
    rf"(?:{_PARTICIPLES})\b(?:\s+(?:zijn|waren|is|hebben|hadden|worden|werden)\b)?"
    rf"|(?:{_VERBS})\b(?:\s+(?:willen|wilden|kunnen|konden)\b)?"
    r"|(?:gevaar|dreiging|risico)\s+(?:voor\s+(?:[\w-]+\s+){1,4}?)?(?:vormen|vormden|opleveren)\b"
    r"(?:\s+voor\s+(?:de\s+|het\s+|onze\s+)?(?:[a-z-]+e\s+)?[\w-]+)?)"
)
_DARK = re.compile(
    r"gewe(?:ld|ldd)|haat|terror|extremis|aansla|jihad|propaganda|kalifaat|strijd|syri|irak|isis"
    r"|radicali|dreiging|gevaar|kampen|gewapend|al.qaida|intimid|drugs|criminel"
)

_DEED_ANCHORS = Anchors(f"{deed} " for deed in _DEEDS)
_ADJECTIVE_ANCHORS = Anchors(f"{word} " for word in _ADJECTIVES)
_HARMING_ANCHORS = Anchors(_HARMING)
_PERIL_ANCHORS = Anchors(_PERILS)


def find(reading: Reading) -> Iterator[Form]:
    """Groups that the text's own words name as the source of a threat; stretches may overlap."""
    yield from _sources(reading)
    yield from _doers_behind(reading)
    yield from _modified(reading)
    yield from _harming(reading)
    yield from _posing(reading)
    yield from _described(reading)


def _sources(reading: Reading) -> Iterator[Form]:
    """ "De dreiging gaat uit van X en van Y", "de dreiging vanuit X"."""
    for word in ("uit van ", "uitgaat van ", "uitgaan van ", "uitgaande van "):
        for at in places(reading.low, word):
            sentence = reading.said(at)
            if sentence is None:
                continue
            begin = max(sentence.start, at - 60)
            if (
                any(peril in reading.low[begin:at] for peril in _PERILS)
                or "dreiging" in (reading.low[sentence.start : sentence.end])
            ):
                yield from _listed(reading, at + len(word), sentence)
    for _, at in _PERIL_ANCHORS.places(reading.low):
        match = _SOURCE.match(reading.low, at)
        sentence = reading.said(at)
        if match is not None and sentence is not None:
            yield from _listed(reading, match.end(), sentence)


def _doers_behind(reading: Reading) -> Iterator[Form]:
    """ "Brandstichting door X": the doer of a deed."""
    for deed, at in _DEED_ANCHORS.places(reading.low):
        sentence = reading.said(at)
        match = _BY.match(reading.low, at + len(deed) - 1)
        if match is not None and sentence is not None and match.end() < sentence.end:
            yield from _listed(reading, match.end(), sentence)


def _listed(reading: Reading, at: int, sentence: Sentence) -> Iterator[Form]:
    """The groups that begin at the offset, joined by "en"."""
    while True:
        found = _group(reading, at, sentence)
        if found is None:
            return
        start, end = found
        yield Form(start, end, "group", RULE)
        more = _AND.match(reading.low, end, sentence.end)
        if more is None:
            return
        at = more.end()


def _group(reading: Reading, at: int, sentence: Sentence) -> tuple[int, int] | None:
    """The noun phrase at the offset where it names people, with what they belong to."""
    start = without_article(reading.text, at, sentence.end)
    end = noun_phrase_end(reading.text, start, sentence.end)
    noun = reading.text[start:end].rpartition(" ")[2]
    if end <= start or _GROUP.match(noun) is None:
        return None
    return start, _with_belonging(reading, noun, end, sentence)


def _with_belonging(reading: Reading, noun: str, end: int, sentence: Sentence) -> int:
    """The end of the phrase with "van …" behind a noun that needs it ("aanhangers")."""
    if _BELONGING.search(noun) is None:
        return end
    link = _OF.match(reading.low, end, sentence.end)
    if link is None:
        return end
    return max(end, noun_phrase_end(reading.text, link.end(), sentence.end))


def _modified(reading: Reading) -> Iterator[Form]:
    """People called by what they did or are ("teruggekeerde strijders")."""
    low = reading.low
    for word, at in _ADJECTIVE_ANCHORS.places(low):
        sentence = reading.said(at)
        match = _TWO_WORDS.match(low, at + len(word) - 1)
        if sentence is None or match is None or (at and low[at - 1].isalnum()):
            continue
        noun = match.group(1)
        if match.end() <= sentence.end and _PERSON.match(noun):
            yield Form(at, _with_belonging(reading, noun, match.end(), sentence), "group", RULE)


def _harming(reading: Reading) -> Iterator[Form]:
    """People who do harm as subject of their clause ("bendes persen winkeliers af")."""
    low = reading.low
    for verb, at in _HARMING_ANCHORS.places(low):
        end = at + len(verb)
        if (at and low[at - 1].isalnum()) or (end < len(low) and low[end].isalnum()):
            continue
        sentence = reading.said(at)
        if sentence is not None:
            yield from _subject(reading, sentence, at)


def _subject(reading: Reading, sentence: Sentence, at: int) -> Iterator[Form]:
    """The first people that stand in the clause before the offset, bound to no preposition."""
    clause = reading.clause(sentence, at)
    part = reading.low[clause.start : clause.end]
    if _PASSIVE.search(part) or _AGAINST.search(part):
        return
    for token in sentence.tokens:
        if token.start < clause.start or token.lower[-3:] not in _ENDS:
            continue
        if _GROUP.match(token.lower) is None:
            continue
        if token.start >= at:
            return
        start = noun_phrase_start(reading.text, token.start, clause.start)
        before = reading.low[clause.start : start].split()
        if before and before[-1] in _PREPOSITIONS:
            continue
        end = _with_belonging(reading, token.lower, token.end, sentence)
        start = without_article(reading.text, start, end)
        if end <= at:
            yield Form(start, end, "group", RULE)
        return


def _posing(reading: Reading) -> Iterator[Form]:
    """ "X vormen een gevaar": people of whom a danger is said."""
    low = reading.low
    for _, at in _PERIL_ANCHORS.places(low):
        sentence = reading.said(at)
        if sentence is None:
            continue
        clause = reading.clause(sentence, at)
        match = _POSES.search(low, clause.start, clause.end)
        if match is not None:
            yield from _subject(reading, sentence, match.start())


def _described(reading: Reading) -> Iterator[Form]:
    """ "Vrouwen die zich hebben aangesloten": people known by what is said of them."""
    low = reading.low
    for joint in (" die ", ", die ", " wie "):
        for at in places(low, joint):
            sentence = reading.said(at)
            match = _WHO.match(low, at)
            if sentence is None or match is None or match.end() > sentence.end:
                continue
            start = at
            while start and (low[start - 1].isalnum() or low[start - 1] == "-"):
                start -= 1
            if _GROUP.match(low[start:at]) is None or not _DARK.search(low, start, match.end()):
                continue
            end = match.end()
            opening = noun_phrase_start(reading.text, start, sentence.start)
            yield Form(without_article(reading.text, opening, end), end, "group", RULE)
