"""Nouns that name measures, and fixed phrases that make an act of a weak verb."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_idioms import CARRIED, IDIOMS
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
    meldplicht plicht afdeling pool quotum tarief heffing advies adviezen
    inspanning inspanningen opdracht vordering verzoek aanvraag werkwijze methode capaciteit
    cellen plaatsen opvang traject trajecten bewustwordingscampagne rol voorbereidingen
    voorbereiding uitvoering invulling vervolg bouw aanleg werving
    aanbesteding oprichting uitrol strafmaat maximumstraf
    eenheid brigade bureau contactpunt aanspreekpunt informatiepunt kenniscentrum autoriteit
    faciliteit faciliteiten hotline helpdesk website instrumentarium methodiek model
    leidraad handboek gids folder brochure beleidslijn visie nota circulaire roadmap
    routekaart charter gedragscode manifest pact deal deals alliantie coalitie consortium
    partnerschap samenwerkingsverband verbond beraad congres symposium enquête peiling audit
    experiment experimenten proeftuin proeftuinen module lespakket bijscholing scholing
    krediet lening garantie vergoeding vergoedingen compensatie toelage tegemoetkoming
    impuls voucher vrijstelling ontheffing vergunning vergunningen certificaat bevoegdheid
    bevoegdheden grondslag amvb moratorium embargo ontzegging uitsluiting intrekking
    identificatieplicht keuringen surveillance patrouilles bewaking cameratoezicht filter
    authenticatie versleuteling koppeling standaard standaarden infrastructuur noodfonds
    huisvesting attaché liaison gezant inspecteur aanjager regisseur kwartiermaker
    projectleider rapporteur gezinsvoogd beveiligers agenten rechercheurs wijkagenten
    marechaussees fte cameras scanners scanapparatuur lijsten watchlist databank verboden
    sluitingen woondeal woondeals convenanten akkoorden verdragen richtlijnen protocollen
    campagnes programma's fondsen regelingen leergang scan schouw doorlichting crisisteam
    crisisplan draaiboek draaiboeken noodverordening gebiedsverbod vernieuwing modernisering
    versterking verruiming verzwaring strafverzwaring strafverhoging verhoging verlaging
    versoepeling vereenvoudiging digitalisering reorganisatie hervorming sanering renovatie"""
)
"""Ends of nouns that name an instrument, a body, an activity or a rule of government."""

ACTION_NOUNS: Final = word_list(
    """onderhandelingen onderhandeling inzet aandacht contact overleg samenwerking gesprek
    gesprekken dialoog onderzoek toezicht afstemming investering coördinatie controle handhaving"""
)
"""Ends of nouns that name an activity, so that "er is X" tells of one."""

NO_REASON: Final = word_set(
    """aanleiding reden redenen noodzaak behoefte voornemen voornemens plannen meerwaarde grond
    gronden ruimte mogelijkheid mogelijkheden heil nut voorstander optie noodzaak
    toegevoegde rol taak"""
)
"""Nouns that with "geen" make a refusal."""

NEEDLESS: Final = word_set(
    """nodig noodzakelijk wenselijk opportuun zinvol proportioneel haalbaar houdbaar gewenst gepast
    passend verstandig uitvoerbaar aangewezen verdedigbaar realistisch doelmatig raadzaam
    verantwoord gerechtvaardigd aanvaardbaar bespreekbaar doenlijk effectief denkbaar"""
)
UNWANTED: Final = word_set(
    """onwenselijk onnodig onhaalbaar overbodig ongewenst disproportioneel onuitvoerbaar
    onverstandig prematuur voorbarig onverantwoord onhoudbaar ongepast onaanvaardbaar"""
)
"""What something is where it is refused."""
"""What something is not, where it is refused."""

_TELLING: Final = word_set(
    """krijgt krijgen ontvangt ontvangen onderdeel element pijler speerpunt inzet aandacht contact
    overleg samenwerking gesprek gesprekken dialoog voorbereiding ontwikkeling aanpak beleid
    strategie programma niets euro omhoog omlaag bedoeling verzoek rol past hand
    strookt verdraagt passen rede orde pilot proef verkenning ver
    pilots campagne"""
)


PRODUCT_NOUNS: Final = word_list(
    """analyse onderzoek evaluatie advies rapport verkenning inventarisatie studie audit
    doorlichting quickscan nulmeting"""
)
"""Ends of nouns for what researchers and advisers make."""

LEGISLATION: Final = (
    "wetsvoorstel", "wetsvoorstellen", "wetswijziging", "novelle", "amvb", "initiatiefwet",
    "ontwerpbesluit", "implementatiewet", "rijkswet", "spoedwet",
)  # fmt: skip
"""Ends of nouns for what is on its way to become law."""

PART_NOUNS: Final = frozenset({"onderdeel", "element", "pijler", "speerpunt", "maatregel", "actie"})

TELLING_NOUNS: Final = (
    _TELLING | NO_REASON | NEEDLESS | UNWANTED | PART_NOUNS | {noun for _, noun in CARRIED}
)
"""Nouns by which a sentence without a verb of action may tell of a measure."""


@cache
def weak_forms() -> dict[str, frozenset[str]]:
    """For each noun of a fixed phrase the verb forms that go with it; under '' those of all weak
    verbs but "zijn"."""
    forms: dict[str, set[str]] = {"": set(), "er": set(_forms("komen"))}
    for verb, noun in IDIOMS:
        forms.setdefault(noun, set()).update(_forms(verb))
    for (particle, base), entry in lexicon().verbs.items():
        if entry.act == "light" and not particle and base != "zijn":
            forms[""].update(_forms(base))
    return {noun: frozenset(found) for noun, found in forms.items()}


def _forms(verb: str) -> set[str]:
    auxiliary = {form for form, (lemma, _, _) in AUXILIARIES.items() if lemma == verb}
    return auxiliary | inflect(verb).keys()


@lru_cache(maxsize=65536)
def is_measure_noun(word: str) -> bool:
    """Whether the word ends in a noun for an instrument, a body or an activity."""
    return word.endswith(MEASURE_NOUNS)


def named_kind(scene: Scene, phrase: Phrase) -> str:
    """The noun before a name: "het programma Weerbaar", "de Wet open overheid"; '' for none."""
    tokens = scene.sentence.tokens
    for i in range(phrase.noun_start, min(phrase.noun_start + 3, phrase.end - 1)):
        word = tokens[i]
        if word.text in ("Wet", "Besluit", "Regeling", "Verordening"):
            return word.lower
        if is_measure_noun(word.lower) and tokens[i + 1].text[:1].isupper():
            return word.lower
    return ""


def carries_measure(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase's noun names an instrument, a body or an activity of government."""
    if is_measure_noun(scene.head(phrase)) or named_kind(scene, phrase):
        return True
    return bool(scene.terms_in(phrase.start, phrase.end, "MeasureType"))


IDIOM_VERBS: Final = frozenset(verb for verb, _ in IDIOMS)
"""Verbs that make an act with a fixed phrase."""


def carried(scene: Scene, lemma: str, phrase: Phrase) -> bool:
    """Whether verb and bare noun together make an act: "voorrang geven"."""
    return (lemma, scene.head(phrase)) in CARRIED


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
        kind = IDIOMS.get((lemma, scene.head(phrase)))
        if kind:
            return kind, phrase
    return None
