"""Nouns that name measures, and fixed phrases that make an act of a weak verb."""

from __future__ import annotations

from functools import cache
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.verbs import inflect, lexicon
from kamergraaf.extract.words import AUXILIARIES, word_list, word_set

MEASURE_NOUNS: Final = word_list(
    """euro keuring voorstel voorstellen maatregel maatregelen aanpak beleid strategie programma
    plan plannen pilot pilots proef proeven wet wetten wetsvoorstel wetgeving regeling regels
    regelgeving subsidie subsidies onderzoek onderzoeken evaluatie overleg gesprek gesprekken
    afspraak afspraken convenant campagne training trainingen opleiding loket meldpunt team
    teams netwerk taskforce werkgroep register systeem toezicht handhaving bijdrage aanwijzing
    besluit verbod boete boetes controle controles screening richtlijn handreiking toolkit
    protocol akkoord verdrag protocol commissie budget middelen miljoen investering
    investeringen ondersteuning steun bijstand hulp voorziening voorzieningen inzet samenwerking
    coördinatie verkenning inventarisatie analyse inspectie actieplan actie acties project
    projecten initiatief initiatieven platform expertisecentrum centrum instituut fonds
    leerstoel dialoog uitwisseling consultatie procedure sanctie sancties norm normen
    voorwaarden eisen kader kaders instrument instrumenten bevel bevelen missie delegatie
    ambassadeur coördinator functionaris database portaal dashboard keurmerk blokkade lijst
    monitor begeleiding bescherming beveiliging toets check steunpunt herziening wijziging
    uitbreiding aanscherping verlenging invoering afschaffing beëindiging voorlichting cursus
    workshop bijeenkomst conferentie stelsel verordening pakket agenda vergunningplicht
    meldplicht plicht monitorplicht afdeling reservepool quotum tarief heffing advies adviezen
    inspanning inspanningen opdracht vordering verzoek aanvraag werkwijze methode capaciteit
    cellen plaatsen opvang traject trajecten bewustwordingscampagne rol voorbereidingen
    voorbereiding uitvoering invulling vervolg"""
)
"""Ends of nouns that name an instrument, a body, an activity or a rule of government."""

ACTION_NOUNS: Final = word_list(
    """onderhandelingen onderhandeling inzet aandacht contact overleg samenwerking gesprek
    gesprekken dialoog onderzoek toezicht afstemming investering coördinatie controle handhaving"""
)
"""Ends of nouns that name an activity, so that "er is X" tells of one."""

NO_REASON: Final = word_set(
    "aanleiding reden redenen noodzaak behoefte voornemen voornemens plannen meerwaarde"
)
"""Nouns that with "geen" make a refusal."""

NEEDLESS: Final = word_set("nodig noodzakelijk wenselijk opportuun zinvol proportioneel")
"""What something is not, where it is refused."""

_TELLING: Final = word_set(
    """krijgt krijgen ontvangt ontvangen onderdeel element pijler speerpunt inzet aandacht contact
    overleg samenwerking gesprek gesprekken dialoog voorbereiding ontwikkeling aanpak beleid
    strategie programma"""
)


PRODUCT_NOUNS: Final = word_list(
    """analyse onderzoek evaluatie advies rapport verkenning inventarisatie studie audit
    doorlichting quickscan nulmeting"""
)
"""Ends of nouns for what researchers and advisers make."""

PART_NOUNS: Final = frozenset({"onderdeel", "element", "pijler", "speerpunt", "maatregel", "actie"})

_IDIOMS: Final[dict[tuple[str, str], str]] = {
    (verb, noun): kind
    for kind, entries in {
        "start": """zetten:gang gaan:start treden:werking brengen:werking stellen:werking
            nemen:gebruik gaan:slag komen:gang brengen:gang""",
        "prepare": """zijn:voorbereiding hebben:voorbereiding zijn:ontwikkeling zijn:aanbouw
            gaan:consultatie gaan:internetconsultatie zijn:behandeling zijn:onderhandeling
            liggen:behandeling liggen:state zijn:state staan:steigers brengen:consultatie
            zijn:voorbereidingsfase nemen:voorbereiding""",
        "talk": """zitten:tafel gaan:tafel zijn:gesprek gaan:gesprek staan:contact zijn:contact
            treden:contact zijn:overleg treden:overleg gaan:overleg stellen:orde brengen:aandacht
            voeren:overleg voeren:gesprek blijven:gesprek brengen:sprake houden:tafel""",
        "study": "brengen:kaart nemen:overweging brengen:beeld nemen:loep houden:licht",
        "make": """brengen:stand komen:stand leggen:banden nemen:bestel stellen:buiten-werking
            brengen:kracht leggen:vast nemen:beslag brengen:veiligheid""",
        "give": "stellen:beschikking nemen:rekening komen:tegemoet nemen:zich",
        "effort": """stellen:staat zijn:uitvoering houden:stand brengen:praktijk
            houden:rekening geven:uitvoering geven:invulling leveren:bijdrage""",
    }.items()
    for verb, noun in (entry.split(":") for entry in entries.split())
}


TELLING_NOUNS: Final = _TELLING | NO_REASON | NEEDLESS | PART_NOUNS
"""Nouns by which a sentence without a verb of action may tell of a measure."""


@cache
def weak_forms() -> dict[str, frozenset[str]]:
    """For each noun of a fixed phrase the verb forms that go with it; under '' those of all weak
    verbs but "zijn"."""
    forms: dict[str, set[str]] = {"": set(), "er": set(_forms("komen"))}
    for verb, noun in _IDIOMS:
        forms.setdefault(noun, set()).update(_forms(verb))
    for (particle, base), entry in lexicon().verbs.items():
        if entry.act == "light" and not particle and base != "zijn":
            forms[""].update(_forms(base))
    return {noun: frozenset(found) for noun, found in forms.items()}


def _forms(verb: str) -> set[str]:
    auxiliary = {form for form, (lemma, _, _) in AUXILIARIES.items() if lemma == verb}
    return auxiliary | inflect(verb).keys()


def carries_measure(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase's noun names an instrument, a body or an activity of government."""
    head = scene.head(phrase)
    if head.endswith(MEASURE_NOUNS):
        return True
    return bool(scene.terms_in(phrase.start, phrase.end, "MeasureType"))


IDIOM_VERBS: Final = frozenset(verb for verb, _ in _IDIOMS)
"""Verbs that make an act with a fixed phrase."""


def names_motion(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names a motion or a promise made to the House."""
    words = scene.lower[phrase.start : phrase.end]
    if any(w.startswith(("motie", "toezegging")) for w in words):
        return True
    first, last = scene.offsets(phrase.start, phrase.end)
    return any(m.start < last and first < m.end for m in scene.motions)


def idiom(scene: Scene, clause: Clause) -> tuple[str, Phrase] | None:
    """The kind of act that the verb makes with a fixed phrase of the clause, and that phrase."""
    if clause.verb is None or (clause.finite < 0 and not clause.verbs):
        return None
    lemma = clause.verb.lemma
    for phrase in reversed(clause.phrases):
        if not phrase.prep:
            continue
        kind = _IDIOMS.get((lemma, scene.head(phrase)))
        if kind:
            return kind, phrase
    return None
