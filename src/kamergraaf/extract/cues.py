"""What single words may say: verbs of a clause, movement, doubt, denial, danger.

A word's cues are found once and remembered, so that a clause is searched for a phrase ("neemt …
toe", "geen aanwijzingen") only where it holds a word of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FINITE, TREND, DENIAL, DOUBT, PERIL, DANGER, HARM = (1 << n for n in range(7))

_FINITE_WORDS = (
    "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal "
    "zullen zou zouden moet moeten mag mogen hoeft hoeven blijft blijven bleef bleven gaat gaan "
    "komt komen neemt nemen ziet zien zagen vormt vormen leidt leiden bestaat bestaan geldt gelden "
    "staat staan ligt liggen vindt vinden speelt spelen richt toont blijkt lijkt lijken verblijft "
    "verbleven groeit stijgt daalt"
)
_FINITE = frozenset(_FINITE_WORDS.split())
_TREND = re.compile(
    r"toene|neemt$|nemen$|nam$|namen$|toegenomen|toename|groei|gegroei|opkom|opgekomen|opmars"
    r"|stijg|gestegen|steeg|stegen|verhoog|verhogen|verergerd|verslechter|verhard|escal|opdrij"
    r"|aanwakker|aangewakkerd|verdubbel|intensiver|versterkt|groter|hoger|meer$|vaker|vergro"
    r"|steeds|onvermind|onveranderd|constante?$|aanhouden|voortduren|stabiel|blij(?:ft|ven)$|bleef"
    r"|bleven|nog$|gelijk|continu|afgenomen|afneem|afnem|afname|daa?l|gedaald|lager|minder|vermin"
    r"|teruggelopen|terugl|gehalveerd|halvering|kleiner|loopt$|lopen$|liep$|opgelop|oplop"
    r"|verdrievoud|uitgebreid|breidt$|wint$|winnen$|zwelt$|\w{4,}er$|slin?k|slonk|krimp|kromp"
    r"|gekromp"
    r"|zwakt$|afgezwakt|luwt$|vlucht$"
)
_DENIAL = frozenset(
    "geen niet uitgebleven uit weersproken ontkracht weerlegd gelogenstraft tegengesproken "
    "ongegrond "
    "ontbreekt ontbreken ontbrak nooit nergens evenmin".split()
)
_DOUBT = re.compile(
    r"kan$|kunnen$|kon$|konden$|zou$|zouden$|mogelijk|wellicht|misschien|potenti|vermoed"
    r"|waarschijnlijk|denkbaar|voorstelba|verluidt|ondenkbaar|uitgesloten|sluiten$|uitsluiten"
    r"|lijkt$|lijken$|dreigt$|dreigen$|eventue|potentie|aannemelijk|plausibel|vrezen$"
    r"|verwachting$|denkbeeldig"
    r"|onaannemelijk|onwaarschijnlijk|ondenkbeeldig|rekening$|uit$"
)
_PERIL = re.compile(
    r"(?<!be)dreig|^gevaar$|^gevaren$|^aansla(?:g|gen)$|^zorg(?:en|elijk\w*|wekkend\w*)?$"
    r"|^verdacht|verdenking|terroris|extremis|jihadis|radicaliser|^geweld|^genocide$|^opkomst$"
    r"|radicalise|extreemrechts|extreemlinks|^ronsel|^bedrei|^intimid|smokkel|^saboteer|^saboter"
    r"|^infiltr|^afpers|^omkop|^omgekocht|^beraam|^beram|^pleeg|^plegen|^gepleegd|^gijzel|^hack"
    r"|^aanval|^agressi|^lijf|^inlijv|^werf|^werv|^spion|^corrupt|^misbruik|^geradicalis"
    r"|^ondermijn|^strafbare?$|^ontwricht|^haat|^strijdvaardig|^rekruter"
)
_DANGER = re.compile(r"(?<!be)dreiging|^gevaar$|^kans$|^zorgen$|^risico")
_HARM = re.compile(r"kwetsba|doelwit|schade|schadelijk|misbruik|aanval|weerloos|risico|onveilig")
_KNOWN: dict[str, int] = {}
_MOST = 100_000


def of_all(words: Iterable[str]) -> list[int]:
    """The cues of each word, in order."""
    known = _KNOWN.get
    return [of(word) if (found := known(word)) is None else found for word in words]


def of(word: str) -> int:
    """The cues of a word in lower case, as bits."""
    found = _KNOWN.get(word)
    if found is None:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        found = _KNOWN[word] = _find(word)
    return found


def _find(word: str) -> int:
    return (
        FINITE * (word in _FINITE)
        | TREND * (_TREND.match(word) is not None)
        | DENIAL * (word in _DENIAL or word.startswith("hoef"))
        | DOUBT * (_DOUBT.match(word) is not None)
        | PERIL * (_PERIL.search(word) is not None)
        | DANGER * (_DANGER.search(word) is not None)
        | HARM * (_HARM.match(word) is not None)
    )


def among(words: str) -> int:
    """The cues of all words of a stretch of text in lower case."""
    found = 0
    for word in words.split():
        found |= of(word.strip(".,;:()‘’'\"“”«»"))
    return found
