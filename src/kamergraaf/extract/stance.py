"""How firmly a clause speaks of a threat, and which way it says the threat moves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kamergraaf.extract import cues
from kamergraaf.model import Stance

_NEGATED = re.compile(
    r"\bgeen\s+(?:(?:enkele?|concrete|directe?|duidelijke?|nieuwe?|specifieke|verdere)\s+)*"
    r"(?:aanwijzing|teken|signa|indicatie|sprake|bewijs|bewijzen|informatie dat|toename|stijging)"
    r"|\bniet\s+(?:(?:meer|eerder|langer|opnieuw|daadwerkelijk)\s+)?(?:voorgedaan|opgedoken"
    r"|aangetroffen|gebleken|waargenomen|vastgesteld|gesignaleerd|voorgekomen|plaatsgevonden"
    r"|opgetreden|geconstateerd|gezien|waarschijnlijk|te verwachten|te rekenen|te vrezen|gevonden"
    r"|geregistreerd|ontstaan|uitgegaan)"
    r"|\b(?:is|zijn|was|waren|bleef|bleven)\s+(?:\w+\s+){0,3}?uitgebleven"
    r"|\bhoe(?:ft|ven)\s+(?:[\w-]+\s+){0,4}?niet\b"
    r"|\b(?:doet|deed|doen|deden)\s+zich\s+(?:[\w-]+\s+){0,3}?niet\b"
    r"|\b(?:blijft|bleef|blijven|bleven)\s+(?:[\w-]+\s+){0,3}?uit(?=[\s.,;]|$)"
    r"|\bniet\s+(?:[\w-]+\s+){0,2}?(?:de\s+)?(?:voor|aan de orde)(?=[.,;]|$)"
    r"|\bgeen\s+(?:[\w-]+e?\s+){0,2}?(?:dreiging|gevaar|risico)\b"
    r"|\bgeen\s+(?:[\w-]+\s+){1,5}?(?:gepleegd|geweest|gevonden|aangetroffen|voorgekomen"
    r"|voorgedaan|ontdekt|bekend|gebleken|gezien|waargenomen|vastgesteld|geconstateerd"
    r"|geregistreerd)\b"
    r"|\b(?:weersproken|ontkracht|weerlegd|gelogenstraft|tegengesproken|ongegrond)\b"
    r"|\b(?:ontbreekt|ontbreken|ontbrak)\s+(?:[\w-]+\s+){0,2}?(?:bewij|aanwijzing|indicatie|signa)"
    r"|\b(?:bewijs|bewijzen|aanwijzingen|indicaties)\s+(?:[\w-]+\s+){0,6}?ontbre"
    r"|\b(?:nooit|nergens|evenmin)\s+(?:[\w-]+\s+){0,4}?(?:gebleken|gepleegd|voorgekomen"
    r"|aangetroffen|vastgesteld|gezien|sprake|gevonden)\b"
    r"|\bniet\s+(?:[\w-]+\s+){0,2}?(?:bevestigd|aangetoond|bewezen|aannemelijk|bekend|gepleegd)\b"
)
_HEDGED = re.compile(
    r"(?<!\bte )\b(?:kan|kunnen|zou|zouden|kon|konden)\b"
    r"|\b(?:mogelijk|mogelijkerwijs|mogelijke|wellicht|misschien|potentieel|potentiële|potentiele"
    r"|vermoedelijk|waarschijnlijk|vermoedens?|vermoed(?:t|en)?|denkbaar|voorstelbaar"
    r"|voorstelbare|naar verluidt)\b"
    r"|\bniet\s+(?:(?:geheel|volledig)\s+)?(?:ondenkbaar|ondenkbeeldig|denkbeeldig|uitgesloten"
    r"|uit te"
    r" sluiten|uitsluiten|onaannemelijk|onwaarschijnlijk)"
    r"|\b(?:aannemelijk|plausibel|te vrezen|naar verwachting|eventueel|eventuele|in potentie)\b"
    r"|\bsluit(?:en)?\s+(?:[\w-]+\s+){0,4}?niet\s+uit\b"
    r"|\bhoudt?\s+(?:[\w-]+\s+){0,2}?rekening met\b"
    r"|\b(?:lijkt|lijken|dreigt|dreigen)\b"
)
_HANDLED = re.compile(
    r"\b(?:voorkomen|voorkómen|tegengegaan|tegen te gaan|bestreden|bestrijden|aangepakt|aanpakken"
    r"|gesignaleerd|onderkend|berecht\w*|overgebracht|gevolgd|gemeld|houden|beschermen|beschermd"
    r"|verwijderd|ingetrokken|informeren|geïnformeerd|bieden|helpen|ondersteund?e?n?)\b"
)
_UP = re.compile(
    r"\b(?:toenem\w*|toeneemt|neemt\b.*\btoe|nemen\b.*\btoe|nam\b.*\btoe|namen\b.*\btoe"
    r"|toegenomen|toename|groei\w*|gegroeid\w*|opkom\w*|opgekomen|opmars|stijg\w*|gestegen"
    r"|steeg|stegen|verhoog\w*|verergerd|verslechter\w*|verhard\w*|escal\w*"
    r"|opdrij\w*|aanwakker\w*|aangewakkerd|verdubbel\w*|intensiver\w*|versterkt|gro(?:ter|tere)"
    r"|loopt\b.{0,60}\bop\b|lopen\b.{0,60}\bop\b|opgelopen|oplop\w*|liep\b.{0,60}\bop\b"
    r"|verdrievoudig\w*|uitgebreid|breidt\b.{0,60}\buit\b|wint aan|winnen aan|zwelt\b"
    r"|\w+er geworden|vlucht genomen|neemt een vlucht"
    r"|in opkomst|hoger dan|meer dan voorheen|vaker|vergroo?t\w*"
    r"|steeds\s+(?:vaker|meer|groter|grotere|sneller|jonger|jongere|heviger|complexer|diverser"
    r"|\w+er(?:e)?))\b"
)
_STABLE = re.compile(
    r"\b(?:onverminderd\w*|onveranderd\w*|constante?|aanhoudende|voortduren\w*|stabiel\w*"
    r"|blij(?:ft|ven)|bleef|bleven|nog steeds|nog altijd|gelijk gebleven|gelijkblijvende?"
    r"|continue?)\b"
)
_DOWN = re.compile(
    r"\b(?:afgenomen|afneem\w*|afnem\w*|afname|neemt\b.*\baf|nemen\b.*\baf|nam\b.*\baf"
    r"|daal\w*|dalen\w*|gedaald|daling|lager dan|minder\s+(?:dan|vaak|groot|sterk)"
    r"|slinkt|slinken|slonk|krimpt|krimpen|kromp|gekrompen|zwakt\b.{0,30}\baf\b|afgezwakt|luwt"
    r"|verminder\w*|teruggelopen|terugloop|teruglopen\w*|gehalveerd|halvering|kleiner dan)\b"
)
_EFFORT = re.compile(
    r"\s+(?:\w+e\s+)?(?:aandacht|inzet|overleg|contact|gesprek|samenwerking|alert|bezien|gewerkt"
    r"|belang|inspanning\w*|investering\w*|bezig)\b"
)
_DIRECTIONS = (("down", _DOWN), ("up", _UP), ("stable", _STABLE))


def negated(clause: str, found: int) -> bool:
    """Whether the clause (in lower case, ``found`` its cues) denies that what it names occurs."""
    return bool(found & cues.DENIAL) and _NEGATED.search(clause) is not None


def stance(clause: str, found: int) -> Stance:
    """The stance of a clause, in lower case, towards a threat that is its theme.

    ``found`` are the cues of its words. What one can do about a threat ("kan worden voorkomen")
    hedges nothing.
    """
    if negated(clause, found):
        return Stance.NEGATED
    if found & cues.DOUBT and _HEDGED.search(clause) and not _HANDLED.search(clause):
        return Stance.HEDGED
    return Stance.ASSERTED


def direction(low: str, places: Iterable[int], end: int) -> tuple[str, int, int] | None:
    """``up``, ``stable`` or ``down`` with the offsets of the words that say so, or None.

    ``low`` is the text in lower case, ``places`` are the offsets of words with the cue ``TREND``
    before ``end``.
    """
    said = [
        (name, place, match.end())
        for place in places
        for name, pattern in _DIRECTIONS
        if (match := pattern.match(low, place, end)) is not None
        and not _EFFORT.match(low, match.end(), end)
    ]
    if not said:
        return None
    # A word for up or down outweighs "blijft" beside it ("blijft toenemen").
    if said[0][0] == "stable" and low.startswith(("blij", "bleef", "blev"), said[0][1]):
        said = [s for s in said if s[0] != "stable"] or said
    return said[0]
