"""Threat levels: a level that changes, stays or is stated, with its date.

The scale has five levels; which words name them is knowledge of the lexicon (kind
``ThreatLevel``, ``notation`` the figure).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kamergraaf.extract import dates
from kamergraaf.extract import reading as readings
from kamergraaf.extract.analysis import Analysis, DateMention, Sentence
from kamergraaf.extract.wording import MONTHS, fold, lower, noun_phrase_start, trimmed
from kamergraaf.model import Lexicon, Ref

_NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_FIGURE = rf"[1-5](?!\w|[.,:/-]\d|\s+(?:{MONTHS})\b|\s*(?:%|procent|keer|maal|jaar|maanden|van\b))"
_COUNT = rf"(?:{_FIGURE}|twee|drie|vier|vijf)"
_SCALE = re.compile(
    r",?\s*(?:op een |in een )?schaal (?:die loopt )?van (?:(?:1|een|één) tot (?:en met )?)?"
    r"(?:5|vijf)\b"
    r"|\b(?:van|uit) (?:de |in totaal )*(?:5|vijf)\b(?:\s+(?:niveaus|treden|stappen))?"
    r"|\b(?:vijf|5) niveaus\b"
)
_STAYS = re.compile(
    r"\b(?:blij(?:ft|ven)|bleef|handha(?:aft|ven|afde|afden)|gehandhaafd|ongewijzigd|onveranderd"
    r"|onverminderd|wederom|opnieuw|nog steeds|nog altijd|gelijk|niet (?:gewijzigd|veranderd"
    r"|aangepast|verhoogd|verlaagd))\b"
    r"|\b(?:verlaging|verhoging|wijziging|aanpassing|bijstelling|verlagen|verhogen|wijzigen"
    r"|aan te passen)\b.*\bniet (?:aan de orde|nodig|aangewezen|voorzien)"
    r"|\bgeen (?:aanleiding|reden|sprake|noodzaak)\b.*\b(?:verlag|verhog|wijzig|aan te pas"
    r"|bij te st)"
)
_UNREAL = re.compile(
    r"\b(?:kan|kunnen|zou|zouden|mocht|mochten|indien|overweegt|hypothetisch|tenzij)\b"
)
_OUT = re.compile(r"\bniet (?:aan de orde|van toepassing)|\bgeen sprake\b")
_UNDONE = re.compile(r"\b(?:niet|geen|nooit)\b")
_IF = re.compile(r"(?:mocht|mochten|zou|zouden|indien|als|wanneer|zodra)\b")
_IF_PART = re.compile(r"^[^;]*")
_PIECE = re.compile(r"[;:]|,\s+(?=(?:maar|doch|al|terwijl|en|zodat)\b)|,\s+(?=dan\b)")
_COMMA = re.compile(r"[,;:()]")
_ELSEWHERE = re.compile(r"[Dd]reigingsniveau (?:in|van|voor) (?!Nederland)[A-Z]")
_OTHER_SCALE = re.compile(
    r"(?:mbo|hbo|taal|opleidings|kennis|beveiligings|alerterings|trl)-?niveau"
)
_NOTE = re.compile(r"\s*\((?:(?:dreigings)?niveau )?(?:[1-5]|[‘'’\"“]?\w+[’'\"”]?)\)")
_NAMED = re.compile(r"\b(?:dreigingsniveau|dreiging)\b", re.IGNORECASE)
_REACH = 150
_DATE_LEAD = re.compile(r"\b(?:per|in|op|sinds|vanaf|met ingang van|medio|eind|begin)\s+$")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Patterns over the level words of one lexicon."""

    values: dict[str, int]
    words: tuple[str, ...]
    change: re.Pattern[str]
    towards: re.Pattern[str]
    before: re.Pattern[str]
    plain: re.Pattern[str]
    word: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A level read from ``[start, end)``; ``previous`` is 0 where the text gives none."""

    start: int
    end: int
    previous: int
    level: int
    date: DateMention | None
    worded: bool = False


@lru_cache(maxsize=8)
def _grammar(words: tuple[tuple[str, int], ...]) -> _Grammar:
    names = "|".join(re.escape(word) for word, _ in words) or r"(?!)"
    quote, unquote = "[‘'’\"“„«(]*", "[’'\"”»)]*"
    bare = rf"{quote}(?:{_COUNT}|{names})\b{unquote}"
    told = rf"(?:dreigings)?niveau\s+(?:van\s+)?{quote}(?:{_COUNT}|een|één|{names})\b{unquote}"
    level = rf"(?:{told}|{bare})"
    where = r"(?:\s+(?:in|tegen|voor|richting|jegens)(?:\s+\w+){1,4}?)?"
    note = r"(?:\s*\([^)]*\))?"
    return _Grammar(
        {**_NUMBERS, **{str(n): n for n in range(1, 6)}, **dict(words)},
        tuple(word for word, _ in words),
        re.compile(rf"\bvan\s+({level}){note},?\s+(?:(?!naar)\w+\s+){{0,2}}naar\s+({level})"),
        re.compile(rf"\b(?:naar|tot)\s+(?:het\s+)?({level})"),
        re.compile(rf"\bwas\s+(?:eerder\s+|voorheen\s+)?({level})"),
        re.compile(
            rf"\b({told})|\b(?:op|is|staat|bedraagt|nu|blijft|geldt|was|ligt|lag)\s+"
            rf"(?:(?:daarmee|hiermee|daardoor|dus|nog|steeds|altijd|wederom|momenteel|thans|nu"
            rf"|al|inmiddels|weer|(?:al\s+)?(?:sinds|vanaf|per|in|op)\s+(?:begin\s+|eind\s+"
            rf"|medio\s+)?_+)\s+)*"
            rf"({bare})"
            rf"(?!\s+[a-z]{{3,}}er\b)"
        ),
        re.compile(
            rf"\bdreiging\b{where}\s+(?:is|blijft|als|wordt|was)\b(?:\s+\S+){{0,3}}?\s+"
            rf"{quote}({names}){unquote}(?=\s*(?:[.,;:(]|$|en\b))"
            rf"|\bdreiging\b{where}\s+{quote}({names}){unquote}\s+(?:is|blijft)\b"
        )
        if words
        else None,
    )


_TERMS: list[tuple[Lexicon, dict[int, Ref], _Grammar]] = []


def _of(lexicon: Lexicon) -> tuple[dict[int, Ref], _Grammar]:
    """The levels of a lexicon and the grammar over their words; kept for the last lexicon."""
    if not _TERMS or _TERMS[0][0] is not lexicon:
        _TERMS[:] = [(lexicon, level_terms(lexicon), _grammar(_level_words(lexicon)))]
    return _TERMS[0][1], _TERMS[0][2]


def level_terms(lexicon: Lexicon) -> dict[int, Ref]:
    """The five levels of the lexicon by their figure."""
    return {
        int(term.notation): Ref(term.id)
        for term in lexicon.terms.values()
        if term.kind == "ThreatLevel" and term.notation.isdigit()
    }


def _level_words(lexicon: Lexicon) -> tuple[tuple[str, int], ...]:
    found = {
        surface.lower(): int(term.notation)
        for term in lexicon.terms.values()
        if term.kind == "ThreatLevel" and term.notation.isdigit()
        for surface in (term.label, *term.surfaces)
        if surface.isalpha()
    }
    return tuple(sorted(found.items()))


def write(analysis: Analysis) -> None:
    """Write a ``ThreatAssessment`` for every level that the document states as real."""
    at = readings.of(analysis)
    low = at.low
    if "niveau" not in low and "dreiging" not in low:
        return
    terms, grammar = _of(analysis.lexicon)
    of_threat = "dreigingsniveau" in low or "dreigingsbeeld" in low
    found: list[_Reading] = []
    for sentence in at.prose:
        part = low[sentence.start : sentence.end]
        if ("niveau" in part and (of_threat or "dreig" in part)) or (
            "dreiging" in part
            and (of_threat or "terroris" in part)
            and any(word in part for word in grammar.words)
        ):
            found += _read(analysis, sentence, low, grammar)
    for number, reading in enumerate(_distinct(found), 1):
        if reading.level in terms:
            _write_one(analysis, reading, terms, number)


def _read(
    analysis: Analysis, sentence: Sentence, low: str, grammar: _Grammar
) -> Iterator[_Reading]:
    if _ELSEWHERE.search(analysis.flow.text, sentence.start, sentence.end):
        return
    masked = _mask(analysis, sentence, low)
    if _OTHER_SCALE.search(masked):
        return
    if _IF.match(masked.lstrip()) and ", dan " in masked:
        masked = _IF_PART.sub(lambda m: " " * len(m.group()), masked, count=1)
    start = 0
    cuts = [m.end() for m in _PIECE.finditer(masked)] + [len(masked)]
    for cut in cuts:
        reading = _piece(masked[start:cut], grammar)
        if reading is not None:
            yield _placed(analysis, sentence, sentence.start + start, reading)
        start = cut


def _mask(analysis: Analysis, sentence: Sentence, low: str) -> str:
    """The sentence in lower case with dates, citations and the length of the scale blanked."""
    chars = list(low[sentence.start : sentence.end])
    taken = [(d.start, d.end) for d in analysis.dates]
    taken += [(r.start, r.end) for r in analysis.references]
    for start, end in taken:
        if sentence.start <= start < sentence.end:
            for at in range(start, min(end, sentence.end)):
                chars[at - sentence.start] = "_"
    masked = "".join(chars)
    return _SCALE.sub(lambda m: " " * len(m.group()), masked)


def _piece(piece: str, grammar: _Grammar) -> _Reading | None:
    """The level that a part of a sentence states, with offsets in that part."""
    change = grammar.change.search(piece)
    if change is not None:
        if _unreal(piece, change):
            return None
        old, new = (_value(change.group(i), grammar) for i in (1, 2))
        return _Reading(change.start(), change.end(), old, new, None)
    towards = grammar.towards.search(piece)
    if towards is not None and "niveau" in piece:
        level = _value(towards.group(1), grammar)
        stays = _STAYS.search(piece)
        if stays is not None:
            start, end = min(towards.start(), stays.start()), max(towards.end(), stays.end())
            return _Reading(start, end, level, level, None)
        if _unreal(piece, towards) or _UNDONE.search(piece):
            return None
        return _from_before(piece, towards, level, grammar)
    return _standing(piece, grammar)


def _from_before(piece: str, towards: re.Match[str], level: int, grammar: _Grammar) -> _Reading:
    """ "Verlaagd naar 3 (was 4)": the level before, where the piece gives it."""
    before = grammar.before.search(piece)
    if before is None:
        return _Reading(*towards.span(), 0, level, None)
    start, end = min(towards.start(), before.start()), max(towards.end(), before.end())
    return _Reading(start, end, _value(before.group(1), grammar), level, None)


def _standing(piece: str, grammar: _Grammar) -> _Reading | None:
    plain = grammar.plain.search(piece) if "niveau" in piece else None
    worded = plain is None
    if plain is None and grammar.word is not None:
        plain = grammar.word.search(piece)
    if plain is None or _unreal(piece, plain):
        return None
    level = _value(next(g for g in plain.groups() if g), grammar)
    stays = _STAYS.search(piece)
    if stays is None and (
        _UNDONE.search(piece, max(0, plain.start() - 24), plain.start()) or _OUT.search(piece)
    ):
        return None
    start = min(plain.start(), stays.start()) if stays else plain.start()
    end = max(plain.end(), stays.end()) if stays else plain.end()
    return _Reading(start, end, level if stays else 0, level, None, worded and stays is None)


def _unreal(piece: str, match: re.Match[str]) -> bool:
    """Whether the words between the commas around the match make it a mere possibility."""
    left = max((m.end() for m in _COMMA.finditer(piece, 0, match.start())), default=0)
    right = next((m.start() for m in _COMMA.finditer(piece, match.end())), len(piece))
    return _UNREAL.search(piece, left, right) is not None


def _value(words: str, grammar: _Grammar) -> int:
    return grammar.values[re.findall(r"\w+", words)[-1]]


def _placed(analysis: Analysis, sentence: Sentence, offset: int, reading: _Reading) -> _Reading:
    """The reading with offsets in the flow, widened to the threat level's name and a date."""
    text = analysis.flow.text
    start, end = offset + reading.start, offset + reading.end
    behind = _NOTE.match(text, end, sentence.end)
    end = behind.end() if behind else end
    named = [m for m in _NAMED.finditer(text, offset, end) if end - m.start() < _REACH]
    if named:
        start = min(start, noun_phrase_start(text, named[0].start(), offset))
    date = _date(analysis, sentence, end)
    if date is not None:
        start, end = min(start, date.start), max(end, date.end)
    start, end = trimmed(text, start, end)
    return _Reading(start, end, reading.previous, reading.level, date, reading.worded)


def _date(analysis: Analysis, sentence: Sentence, at: int) -> DateMention | None:
    """The date of the sentence that a preposition ties to the level, else the nearest."""
    text = analysis.flow.text
    inside = [d for d in analysis.dates if sentence.start <= d.start < sentence.end]
    if not inside:
        return None
    led = [d for d in inside if _DATE_LEAD.search(lower(text[max(0, d.start - 20) : d.start]))]
    per = [d for d in led if re.search(r"\b(?:per|ingang van)\s+$", text[: d.start][-20:])]
    return min(per or led or inside, key=lambda d: abs(d.start - at))


def _distinct(found: list[_Reading]) -> list[_Reading]:
    """Each level once: what only repeats a fuller statement is left out."""
    kept: list[_Reading] = []
    for reading in found:
        bare = not reading.previous and reading.date is None
        same = [r for r in found if r is not reading and r.level == reading.level]
        if bare and any(r.previous or r.date or not r.worded for r in same if r in kept):
            continue
        if bare and any(r.previous or r.date for r in same):
            continue
        key = (reading.previous, reading.level, reading.date and reading.date.edtf)
        if all((r.previous, r.level, r.date and r.date.edtf) != key for r in kept):
            kept.append(reading)
    return kept


def _write_one(analysis: Analysis, reading: _Reading, terms: dict[int, Ref], number: int) -> None:
    evidence = analysis.evidence(reading.start, reading.end)
    label = fold(analysis.flow.text[reading.start : reading.end])
    sheet = analysis.sheet
    node = sheet.thing(
        f"assessment/{number}", "ThreatAssessment", label, evidence, "levels.assessment"
    )
    sheet.fact(node, "kamer:level", terms[reading.level], evidence, "levels.level")
    if reading.previous in terms:
        rule = "levels.stays" if reading.previous == reading.level else "levels.change"
        sheet.fact(node, "kamer:previousLevel", terms[reading.previous], evidence, rule)
    if reading.date is not None:
        sheet.fact(node, "kamer:onDate", dates.ref(analysis, reading.date), evidence, "levels.date")
