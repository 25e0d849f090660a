"""Closed word classes of Dutch, as the clause grammar needs them."""

from __future__ import annotations

from typing import Final


def word_list(words: str) -> tuple[str, ...]:
    """The words of a text, in order: how the tables of this house are written."""
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


PREPOSITIONS: Final = word_set(
    """aan achter bij binnen blijkens boven buiten conform door gedurende gelet gezien in inzake
    jegens krachtens langs met mits na naar naast namens ondanks onder op over overeenkomstig
    per qua rond rondom sinds te tegen tegenover ten ter tijdens tot tussen uit van vanaf vanuit
    vanwege via volgens voor voorafgaand vóór wegens zonder middels behalve ingevolge omtrent
    omstreeks uiterlijk medio eind begin waaronder zoals als richting betreffende aangaande
    krachtens dankzij mede benevens alsmede dmv om volgend"""
) - {"mede", "alsmede", "mits"}
DETERMINERS: Final = word_set(
    """de het een één deze dit die dat mijn onze ons hun haar uw zijn elk elke ieder iedere alle al
    geen enkele enige verschillende meerdere diverse beide sommige vele veel weinig welk welke
    zo'n dergelijke zulke d' 't 'n den der des eenzelfde eenieder wiens wier"""
)
PRONOUNS: Final = word_set(
    """ik wij we hij zij ze het u jij je men er hier daar dit dat hem haar hen mij ons elkaar
    elkander zich zichzelf wie wat niemand iemand iedereen allen hiermee daarmee hierbij daarbij
    hiervan daarvan hierin daarin hiertoe daartoe hierover daarover hieraan daaraan hierdoor
    daardoor hiervoor daarvoor hierop daarop hieruit daaruit hiertegen daartegen eronder erop
    erin ervan eraan ervoor ermee erbij ertoe erover daarop hiernaast hieronder hieromtrent toe"""
) - {"toe"}
ADVERBS: Final = word_set(
    """ook daarnaast daarom tevens voorts verder wel niet nog al reeds inmiddels momenteel thans nu
    eveneens evenmin bovendien tenslotte vooralsnog daarentegen echter evenwel immers namelijk
    overigens dan dus toch juist zelfs alleen slechts vooral steeds altijd nooit vaak doorlopend
    voortdurend continu structureel regelmatig opnieuw weer alsnog eerst vervolgens daarna
    intussen samen ondertussen tegelijkertijd gelijktijdig separaat gezamenlijk onlangs recent
    recentelijk bijgaand hierna hieronder wellicht misschien uiteraard natuurlijk nadrukkelijk
    expliciet graag zo aldus onverminderd maximaal volledig nader mede tezamen derhalve
    desondanks allereerst ten eerste onverkort actief direct meteen onmiddellijk uitdrukkelijk
    inderdaad tot nogmaals immer jaarlijks maandelijks wekelijks periodiek wél toe voorlopig
    tijdelijk sindsdien voordien nadien daartussen voorheen eerder later straks binnenkort
    spoedig voortaan momenteel heden daags hard intensief zorgvuldig nauw flink fors tijdig
    zoveel verschillend ja nee concreet uiteindelijk kortom ingevolge opzettelijk evenals jl.
    gaande pas dikwijls veelal doorgaans meestal soms deels grotendeels gedeeltelijk bijna destijds
    vooraf achteraf onderling hoofdzakelijk voornamelijk desgevraagd gaandeweg stapsgewijs
    gefaseerd plenair primair telkens althans kennelijk blijkbaar overal elders vandaag
    as. a.s. o.a. m.n. bijv. bv. d.w.z. jongstleden aanstaande"""
) - {"ten", "tot", "ingevolge", "verschillend"}
NEGATIONS: Final = word_set("niet geen nooit noch niets evenmin geenszins nergens")
COORDINATORS: Final = word_set("en of maar doch want dus alsook alsmede evenals respectievelijk")
SUBORDINATORS: Final = word_set(
    """omdat doordat zodat opdat indien wanneer terwijl hoewel ofschoon aangezien tenzij voordat
    nadat totdat zodra zolang waarvan waarin waaraan waardoor waarbij waarmee waarop waartoe
    waarover waarvoor waaruit waarnaar waartegen waarna waarom waar wie wat welke welk hoe
    hoeveel hetgeen toen mits voorzover naarmate evenals alsof waarlangs waartussen waarop"""
) - {"evenals"}
NEEDED: Final = word_set(
    "nodig mogelijk noodzakelijk gewenst wenselijk passend relevant aangewezen opportuun"
)
"""With "waar", "indien", "zo" or "als" they make an adverb: "waar nodig"."""
REDUCED: Final = frozenset({"waar", "indien", "zo", "als", "wanneer", "desgewenst"})
INFINITIVAL: Final = word_set("om teneinde alvorens")
NUMBERS: Final = word_set(
    """nul één een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
    vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig
    tachtig negentig honderd duizend tientallen honderden eerste tweede derde vierde vijfde"""
)

NOUNS: Final = word_set(
    """afspraken plannen kosten uitspraken uitgaven opgaven verboden aanvallen ingrepen opvang
    aanpak inzet onderzoek toezicht beheer steun werk bewijs overleg stand dank zorg straf
    gebruik verkeer hoop eis mogelijkheden voorstellen bezit vermoeden bereid oordeel beveel
    dreig leden"""
)
"""Nouns spelt as a verb form; read as verbs nowhere but beside "ik"."""

# auxiliary and modal forms: (lemma, past, plural)
AUXILIARIES: Final[dict[str, tuple[str, bool, bool]]] = {
    form: (lemma, past, plural)
    for lemma, forms in {
        "zijn": "ben bent is - zijn | was - waren",
        "worden": "word wordt - worden | werd - werden",
        "hebben": "heb hebt heeft - hebben | had - hadden",
        "zullen": "zal zult - zullen | zou - zouden",
        "kunnen": "kan kunt - kunnen | kon - konden",
        "moeten": "moet - moeten | moest - moesten",
        "mogen": "mag - mogen | mocht - mochten",
        "willen": "wil wilt - willen | wilde wou - wilden",
        "gaan": "ga gaat - gaan | ging - gingen",
        "laten": "laat - laten | liet - lieten",
        "blijven": "blijf blijft - blijven | bleef - bleven",
        "dienen": "dien dient - dienen | diende - dienden",
        "hoeven": "hoef hoeft - hoeven | hoefde - hoefden",
        "doen": "doe doet - doen | deed - deden",
        "komen": "kom komt - komen | kwam - kwamen",
    }.items()
    for past, half in enumerate(forms.split("|"))
    for plural, group in enumerate(half.split("-"))
    for form in group.split()
    for past, plural in [(bool(past), bool(plural))]
}
PURE_AUXILIARIES: Final = frozenset({"zijn", "worden", "hebben"})
MODALS: Final = frozenset(
    {
        "zullen",
        "kunnen",
        "moeten",
        "mogen",
        "willen",
        "gaan",
        "laten",
        "blijven",
        "dienen",
        "hoeven",
    }
)
ERGATIVES: Final = word_set(
    """starten beginnen gaan ingaan komen worden blijven blijken verschijnen ontstaan treden
    intreden toetreden stoppen toenemen afnemen stijgen dalen groeien veranderen vertrekken
    terugkeren terugkomen slagen mislukken gebeuren aflopen verlopen zijn optreden opduiken
    gereedkomen overlijden sterven verdwijnen bevriezen vallen lukken uitgaan overgaan
    aansluiten verstrijken oplopen instemmen vorderen opstarten"""
)
"""Verbs whose perfect takes "zijn" in the active voice."""
