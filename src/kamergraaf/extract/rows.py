"""Names that their neighbours explain: brackets, rows of companies, sources in footnotes."""

from __future__ import annotations

import re

from kamergraaf.extract.bodies import INTRODUCED_RANK, NAME_RANK, is_adjective
from kamergraaf.extract.candidates import Candidate, Scene
from kamergraaf.extract.folding import fold
from kamergraaf.extract.heads import kind_of_name
from kamergraaf.extract.names import CAPITAL
from kamergraaf.model import BlockKind, Term

# --- brackets: "Name (ABBR)", "ABBR (Name)", "(hierna: de X)" ------------------------------

_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z&.\-]{1,10})\)")
_IN_FULL = re.compile(rf"\(((?:de |het )?{CAPITAL}[^()\n]{{6,90}})\)")
_ALIAS = re.compile(
    r"\((?:hierna|verder|ook)(?: te noemen| ook)?:?\s(?:de |het )?[‘“\"«]?"
    r"([^()\n]{2,40}?)[’”\"»]?\)"
)
_LINKING = "van|voor|de|het|der|des|en|&|of|for|the|on|and|in|op|tegen|inzake"
_LINKS = frozenset(_LINKING.split("|"))
_WORDS = 9


def abbreviations(scene: Scene) -> tuple[list[Candidate], dict[str, Candidate]]:
    """Bodies introduced with their abbreviation, and every alias that brackets give an actor."""
    found: list[Candidate] = []
    aliases: dict[str, Candidate] = {}
    at = scene.text.find("(")
    while at >= 0:
        one = _introduced(scene, at) or _spelled_out(scene, at)
        if one is not None:
            candidate, alias = one
            found.append(candidate)
            aliases.setdefault(alias, candidate)
        at = scene.text.find("(", at + 1)
    return found, aliases


def later_names(scene: Scene, chosen: list[Candidate]) -> dict[str, Candidate]:
    """The names that "(hierna: …)" gives the actor in front of it."""
    ends = {candidate.end: candidate for candidate in chosen}
    found: dict[str, Candidate] = {}
    for start, _ in scene.triggers.get("alias", ()):
        match = _ALIAS.match(scene.text, start - 1) if start else None
        if match is not None and match[1][0].isupper():
            actor = ends.get(len(scene.text[: start - 1].rstrip()))
            if actor is not None:
                found.setdefault(match[1], actor)
    return found


def _introduced(scene: Scene, at: int) -> tuple[Candidate, str] | None:
    """ "Landelijk Overleg Vertrek (LOV)": the name in front of the bracket at ``at``."""
    match = _ABBREVIATION.match(scene.text, at)
    if match is None or sum(c.isupper() for c in match[1]) < 2:
        return None
    known = scene.actor_at(match.start(1))
    if known is not None and known.term.kind == "Party":
        return None
    start = _name_before(scene.text, at, match[1])
    if start is None:
        return None
    name = " ".join(scene.text[start:at].split())
    mention = scene.actor_at(start)
    if mention is not None and mention.end >= at - 1:
        known = mention
    elif known is not None and not _akin(name, known.term):
        known = None
    if known is not None:
        return _registered(start, at - 1, known.term), match[1]
    kind = kind_of_name(name)
    if not kind:
        return None
    label = f"{name} ({match[1]})"
    return Candidate(
        *(start, at - 1, INTRODUCED_RANK, kind, label, "body-with-abbreviation"),
        proof_start=start,
        proof_end=match.end(),
    ), match[1]


def _registered(start: int, end: int, term: Term) -> Candidate:
    return Candidate(start, end, INTRODUCED_RANK, term.kind, term.label, "register", term)


def _akin(name: str, term: Term) -> bool:
    """Whether a name shares half its words with one of the term's: the same abbreviation may
    stand for something else."""
    words = set(fold(name).split())
    return any(
        2 * len(words & set(fold(known).split())) >= len(words)
        for known in (term.label, *term.surfaces)
    )


def _name_before(text: str, at: int, abbreviation: str) -> int | None:
    """Where the shortest name that fits the abbreviation starts, or None."""
    left = max(text.rfind("\n", 0, at), text.rfind("(", 0, at), at - 110) + 1
    letters = fold(abbreviation).replace(" ", "")
    words = list(re.finditer(r"\S+", text[left:at]))[-_WORDS:]
    for word in reversed(words):
        plain = word[0]
        if plain[-1] in ",;:.”»" or not (plain[0].isupper() or plain.lower() in _LINKS):
            break
        whole = fold(text[left + word.start() : at]).replace(" ", "")
        if plain[0].isupper() and plain not in {"De", "Het", "Een"} and _fits(letters, whole):
            return left + word.start()
    return None


def _fits(letters: str, name: str) -> bool:
    """Whether the name starts with the first letter and has the others in order."""
    if name[:1] != letters[:1]:
        return False
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True


def _spelled_out(scene: Scene, at: int) -> tuple[Candidate, str] | None:
    """ "ABC (Algemeen Bureau C)": the name in the bracket belongs to the abbreviation before it."""
    match = _IN_FULL.match(scene.text, at)
    mention = scene.actor_ending(at - 1) if match else None
    if match is None or mention is None or mention.term.kind == "Party":
        return None
    name = re.sub(r"^(?:de|het) ", "", match[1])
    if not kind_of_name(name) and scene.actor_at(match.start(1)) is None:
        return None
    start = match.end(1) - len(name)
    return _registered(start, match.end(1), mention.term), name


def alias_mentions(scene: Scene, aliases: dict[str, Candidate]) -> list[Candidate]:
    """Where the text uses an alias as a word of its own."""
    found = []
    for alias, actor in aliases.items():
        at = scene.text.find(alias)
        while at >= 0:
            end = at + len(alias)
            if not scene.text[at - 1 : at].isalnum() and not scene.text[end : end + 1].isalnum():
                found.append(
                    Candidate(
                        at,
                        end,
                        NAME_RANK + 1,
                        actor.kind,
                        actor.label,
                        "alias",
                        actor.term,
                        actor.proof[0],
                        actor.proof[1],
                        actor.ref.id,
                    )
                )
            at = scene.text.find(alias, end)
    return found


# --- rows of companies -------------------------------------------------------------------

_CAP = rf"{CAPITAL}[\w.’'&-]*\w"
_NAME = rf"{_CAP}(?:\s{_CAP})?"
_ROW = re.compile(rf"{_NAME}(?:,\s{_NAME})*(?:\sen\s{_NAME})")
_ITEM = re.compile(_NAME)


def companies(scene: Scene) -> list[Candidate]:
    """The unknown names in a row ("X, Y en Z") of which one is a known company."""
    found: list[Candidate] = []
    last = -1
    for mention in scene.actors:
        if mention.term.kind != "Company" or mention.start < last:
            continue
        row = _row_with(scene.text, mention.start)
        if row is None:
            continue
        last = row.end()
        for item in _ITEM.finditer(scene.text, row.start(), row.end()):
            if scene.actor_at(item.start()) is None and scene.country_at(item.start()) is None:
                found.append(
                    Candidate(*item.span(), NAME_RANK, "Company", item[0], "company-in-row")
                )
    return found


def _row_with(text: str, at: int) -> re.Match[str] | None:
    """The row of names in which one starts at ``at``."""
    left = max(0, at - 60, text.rfind("\n", 0, at) + 1)
    for match in _ROW.finditer(text, left, min(len(text), at + 90)):
        if match.start() <= at < match.end():
            return match
    return None


# --- sources -----------------------------------------------------------------------------

_SOURCE = re.compile(rf"(?:{_CAP})(?:\s(?:{_CAP}|voor|van|de|for|of|in))*")
_NO_SOURCE = re.compile(
    r"(?:Kamer|Handelingen|Brief|Besluit|Ministerie|Zie|Wet|Tweede|Eerste|Aanhangsel|Stb|Stcrt|Trb|"
    r"Verordening|Richtlijn|Artikel|TK|EK|ECLI|Bron|Ontleend|Rapport|Datum|Den|Algemeen|Nota|Motie)"
)
_GAP = re.compile(r",?\s(?:d\.d\.\s)?(?:van\s)?")


def _behind_quotes(text: str) -> list[int]:
    """Where a bracket behind a quotation opens."""
    found = []
    at = text.find(" (")
    while at >= 0:
        if at and text[at - 1] in "”»\"’'":
            found.append(at + 2)
        at = text.find(" (", at + 2)
    return found


def publishers(scene: Scene) -> list[Candidate]:
    """Who published what a footnote or bracket cites: "Dagblad X, 3 mei 2024"."""
    found = []
    days = {date.start for date in scene.analysis.dates}
    starts = [p.start for p in scene.analysis.flow.passages if p.kind is BlockKind.FOOTNOTE]
    starts += _behind_quotes(scene.text)
    for start in starts:
        name = _SOURCE.match(scene.text, start)
        gap = _GAP.match(scene.text, name.end()) if name else None
        if name is None or gap is None or gap.end() not in days or _NO_SOURCE.match(name[0]):
            continue
        if scene.actor_at(name.start()) is None:
            kind = kind_of_name(name[0]) or "Company"
            label = name[0].removesuffix(".nl").removesuffix(".com")
            found.append(Candidate(*name.span(), NAME_RANK, kind, label, "cited-publisher"))
    return found


# --- states ------------------------------------------------------------------------------

_SUBJECT_BEFORE = re.compile(
    r"(?:^|[.;:?!»”]\s|\n|\b(?:dat|omdat|doordat|zodat|indien|wanneer|of|terwijl|nadat|voordat|waarbij|"
    r"waarin|waarvan|heeft|hebben|had|hadden|is|zijn|was|waren|wordt|worden|zal|zullen|kan|kunnen|moet|"
    r"wil|willen|met|door|tussen|namens|ook|waaraan|verder)\s)$"
)
_JOIN = re.compile(r"(?:,|\sen|,\sen)\s$")
_WITH_US = re.compile(r"\bNederland(?:,|\sen)\s$")
_NO_PARTNER = re.compile(r"(?:grens|grenzen|oorlog|conflict|vergelijking)\smet\s$")


def acting_states(scene: Scene) -> set[int]:
    """Where a country's name stands as one that acts or partners; a place or topic does not."""
    ends: set[int] = set()
    starts: set[int] = set()
    for mention in scene.countries:
        if is_adjective(scene.text, mention):
            continue
        before = scene.text[max(0, mention.start - 24) : mention.start]
        join = _JOIN.search(before)
        acts = bool(_SUBJECT_BEFORE.search(before))
        if join is not None:
            acts = mention.start - len(join[0]) in ends or _WITH_US.search(before) is not None
        if acts and not _NO_PARTNER.search(before):
            ends.add(mention.end)
            if scene.text[mention.end : mention.end + 1] != "-":
                starts.add(mention.start)
    return starts
