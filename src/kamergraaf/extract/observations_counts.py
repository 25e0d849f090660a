"""Numbers with what they count and when, and the countries where concerns are."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from kamergraaf.extract import dates
from kamergraaf.extract.analysis import Analysis, DateMention, Sentence, Token
from kamergraaf.extract.numerals import WORDS, scaled
from kamergraaf.extract.observation_nodes import Stretch, concerns_in, observe, proof
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.wording import MONTHS, fold, noun_phrase_end
from kamergraaf.model import Mention, Ref

_NO_COUNT_BEFORE = re.compile(
    r"(?:artikel(?:en)?|art|lid|leden|nr|nrs|nummer|vraag|vragen|antwoord|niveau|paragraaf|bijlage"
    r"|hoofdstuk|pagina|blz|versie|fase|schaal van|categorie|resolutie|zaak|onder|klasse|groep"
    r"|naar|[(/\-–€$:])\.?\s*$"
)
_NO_UNIT = frozenset(
    [
        "keer", "maal", "jaar", "jaren", "maand", "maanden", "week", "weken", "dag", "dagen",
        "uur", "uren", "minuten", "minuut", "seconden", "niveaus", "niveau", "graden", "eeuw",
        "kwartalen", "kwartaal", "procent", "procentpunt", "van", "en",
        *MONTHS.split("|"),
    ]
)  # fmt: skip
_NUMERALS = frozenset(WORDS) - {"een"}
_MODIFIERS = re.compile(
    r"\s+(?:(?:extra|andere?|nieuwe|verschillende|meer|eigen|aanvullende|totaal|unieke)\s+)*"
)
_PARTICIPLE = re.compile(r"(?:terug|aan|op|in|uit|af|mee|over|om|vast)ge\w+(?:en|d|t)$")
_PLURAL = re.compile(
    r"(?:en|s|[’']s|ën|eren|euro|procent|%|kilo|kilogram|ton|liter|meter|hectare|fte)$"
)
_FIGURE = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?")
_PLACE_LEAD = re.compile(r"\b(?:in|naar|uit|vanuit|binnen|te|richting|over)\s+(?:het\s+|de\s+)?$")
_JOINED = re.compile(r"\s*(?:,|en|of)\s*(?:in\s+)?$")


def counts(at: Reading) -> None:
    """Write a ``Count`` for every number with a plural noun behind it."""
    analysis = at.analysis
    taken = [(d.start, d.end) for d in analysis.dates]
    taken = sorted([*taken, *((r.start, r.end) for r in analysis.references)])
    starts = [start for start, _ in taken]
    reach = list(accumulate((end for _, end in taken), max, initial=0))
    for sentence in at.prose:
        last = sentence.start
        for token in [t for t in sentence.tokens if t[3] in _NUMERALS or t[3][0].isdigit()]:
            if token.start < last:
                continue
            figure = _FIGURE.match(at.text, token.start, sentence.end)
            last = figure.end() if figure else token.end
            if reach[bisect_left(starts, last)] <= token.start:
                _count(at, sentence, token, last)


def _count(at: Reading, sentence: Sentence, token: Token, end: int) -> None:
    analysis, text = at.analysis, at.text
    number = scaled(text, token.start, end)
    if number is None or _NO_COUNT_BEFORE.search(
        at.low[max(sentence.start, token.start - 14) : token.start]
    ):
        return
    value, end = number
    unit = _unit(text, end, sentence.end)
    if unit is None:
        return
    near = concerns_in(analysis, unit[0], min(sentence.end, unit[1] + 60))
    for concern in near:
        # "Dertig volwassen uitreizigers": the group's name closes the noun phrase.
        if unit[1] < concern.start <= unit[1] + 1:
            unit = (unit[0], concern.end)
    node = observe(analysis, "Count", (token.start, unit[1]), "counts.numeral")
    evidence = analysis.evidence(token.start, unit[1])
    sheet = analysis.sheet
    sheet.fact(node, "kamer:value", f"{value.normalize():f}", evidence, "counts.value")
    sheet.fact(node, "kamer:unit", fold(text[unit[0] : unit[1]]), evidence, "counts.unit")
    _when(at, node, sentence, (token.start, unit[1]))
    for concern in near:
        if concern.start <= unit[1] + 5:
            where = analysis.evidence(token.start, max(unit[1], concern.end))
            sheet.fact(node, "kamer:about", concern.ref, where, "counts.about")


def _when(at: Reading, node: Ref, sentence: Sentence, stretch: Stretch) -> None:
    """The period of the count: of its clause, else of its sentence."""
    analysis, start = at.analysis, stretch[0]
    part = at.clause(sentence, start)
    date = _period(analysis, (part.start, part.end), start) or _period(
        analysis, (sentence.start, sentence.end), start
    )
    if date is not None:
        where = proof(analysis, stretch, (date.start, date.end))
        ref = dates.ref(analysis, date)
        analysis.sheet.fact(node, "kamer:period", ref, where, "counts.period")


def _unit(text: str, at: int, limit: int) -> Stretch | None:
    """The noun that a number counts, or None where it counts nothing that is told."""
    if text.startswith("%", at):
        return at, at + 1
    gap = _MODIFIERS.match(text, at, limit)
    if gap is None or gap.end() >= limit:
        return None
    end = noun_phrase_end(text, gap.end(), limit)
    words = text[gap.end() : end].split()
    if not words or not (words[0][0].islower() or words[0][0] == "("):
        return None
    first, last = words[0].lower(), words[-1].lower()
    back = len(words) == 1 and _PARTICIPLE.search(last)
    counted = back or (_PLURAL.search(last) and last[0].isalpha())
    if first in _NO_UNIT or last in _NO_UNIT or not counted:
        return None
    return gap.start() + (len(gap.group()) - len(gap.group().lstrip())), end


def _period(analysis: Analysis, stretch: Stretch, at: int) -> DateMention | None:
    """The date of a stretch nearest to the number, a period before a day."""
    inside = [d for d in analysis.dates if stretch[0] <= d.start and d.end <= stretch[1]]
    return min(inside, key=lambda d: ("/" not in d.edtf, abs(d.start - at)), default=None)


def places(at: Reading) -> None:
    """Write a ``Place`` for every country in which the document places something."""
    analysis, text = at.analysis, at.text
    named = [m for m in analysis.mentions if m.term.kind == "Country"]
    if not named:
        return
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for sentence in at.prose:
        found = [m for m in named if sentence.start <= m.start and m.end <= sentence.end]
        led = False
        last = sentence.start
        for mention in found:
            joined = led and _JOINED.fullmatch(text[last : mention.start])
            led = (
                bool(joined)
                or _PLACE_LEAD.search(text[max(0, mention.start - 16) : mention.start]) is not None
            )
            last = mention.end
            if not led or mention.term.label == "Nederland" or _adjective(text, mention):
                continue
            abouts = _there(analysis, sentence, mention)
            key = (mention.term.id, tuple(ref.id for ref in abouts))
            if key not in seen and not _of_actor(analysis, mention):
                seen.add(key)
                _place(analysis, sentence, mention, abouts)


def _adjective(text: str, mention: Mention) -> bool:
    """Whether the country is named by its adjective ("Iraakse"), which places nothing."""
    word = text[mention.start : mention.end]
    return word != mention.term.label and word.endswith(("s", "se", "sch", "sche"))


def _there(analysis: Analysis, sentence: Sentence, mention: Mention) -> list[Ref]:
    """The concern that is in the country: the nearest before it, else the first of the sentence."""
    named = concerns_in(analysis, sentence.start, sentence.end)
    ahead = [m for m in named if m.end <= mention.start]
    nearest = ahead[-1:] or named[:1]
    return [m.ref for m in nearest]


def _of_actor(analysis: Analysis, mention: Mention) -> bool:
    return any(
        a.start <= mention.start and mention.end <= a.end and a.end - a.start > len(a.name) / 2
        for a in analysis.actors
        if (a.start, a.end) != (mention.start, mention.end)
    )


def _place(analysis: Analysis, sentence: Sentence, mention: Mention, abouts: list[Ref]) -> None:
    stretch = (mention.start, mention.end)
    evidence = analysis.evidence(*stretch)
    node = observe(analysis, "Place", stretch, "places.country")
    sheet = analysis.sheet
    sheet.fact(node, "kamer:country", Ref(mention.term.id), evidence, "places.country")
    for ref in abouts:
        where = proof(
            analysis,
            *(
                (m.start, m.end)
                for m in analysis.concerns
                if m.ref == ref and sentence.start <= m.start < sentence.end
            ),
            stretch,
        )
        sheet.fact(node, "kamer:about", ref, where, "places.about")
