"""Nouns that tell what kind of body a name stands for: "…overleg", "Stichting …", "gemeente …"."""

from __future__ import annotations

from functools import cache

from kamergraaf.extract.folding import fold

CODES = {
    "Agency": "agency",
    "Committee": "parliament",
    "Company": "company",
    "Court": "court",
    "ForeignState": "international",
    "InternationalBody": "international",
    "KnowledgeInstitute": "organisation",
    "MemberOfParliament": "member",
    "Minister": "minister",
    "Ministry": "ministry",
    "Municipality": "municipality",
    "Organisation": "organisation",
    "OtherActor": "other",
    "Partnership": "partnership",
    "Province": "province",
}
"""The code by which annotations and queries name the classes that extraction may introduce."""

_HEADS = {
    "Partnership": (
        "overleg netwerk samenwerkingsverband alliantie coalitie taskforce platform regiegroep "
        "stuurgroep werkgroep convenantgroep consortium overlegtafel"
    ),
    "Agency": (
        "dienst autoriteit inspectie agentschap korps coordinator eenheid meldpunt informatiepunt "
        "raad rijksdienst waakhond toezichthouder ombudsman rekenkamer"
    ),
    "KnowledgeInstitute": (
        "instituut universiteit hogeschool academie laboratorium planbureau kenniscentrum "
        "expertisecentrum onderzoekscentrum kennisinstituut kenniscentra"
    ),
    "Organisation": (
        "stichting vereniging genootschap federatie bond verbond koepel comite centrum steunpunt "
        "organisatie museum ziekenhuis fonds kerkgenootschap bureau"
    ),
    "InternationalBody": (
        "council agency office centre center organisation organization institute university "
        "network foundation union commission committee unit group service assembly tribunal "
        "parlement assemblee verdragsorganisatie"
    ),
    "Court": "rechtbank gerechtshof strafhof tribunaal hof",
    "Company": "courant dagblad krant bank",
}
HEADS = {head: kind for kind, words in _HEADS.items() for head in words.split()}
"""Endings of the word that tells a body's class, folded."""

NAMED = {
    "gemeente": "Municipality",
    "gemeenten": "Municipality",
    "stad": "Municipality",
    "steden": "Municipality",
    "burgemeester": "Municipality",
    "burgemeesters": "Municipality",
    "provincie": "Province",
    "provincies": "Province",
    "rechtbank": "Court",
    "gerechtshof": "Court",
    "stichting": "Organisation",
    "vereniging": "Organisation",
    "universiteit": "KnowledgeInstitute",
    "hogeschool": "KnowledgeInstitute",
    "veiligheidsregio": "Partnership",
    "waterschap": "Agency",
    "omgevingsdienst": "Agency",
    "basisteam": "Agency",
    "eenheid": "Agency",
    "politie eenheid": "Agency",
    "politie eenheden": "Agency",
    "arrondissementsparket": "Agency",
    "ressortsparket": "Agency",
}
"""Common nouns that form a name together with the proper name behind them."""

APPOSED = {
    "kennisinstituut": "KnowledgeInstitute",
    "onderzoeksinstituut": "KnowledgeInstitute",
    "adviesbureau": "Company",
    "onderzoeksbureau": "Company",
    "bureau": "Company",
    "bedrijf": "Company",
    "techbedrijf": "Company",
    "platformbedrijf": "Company",
    "hostingbedrijf": "Company",
    "telecombedrijf": "Company",
    "beveiligingsbedrijf": "Company",
    "leverancier": "Company",
    "pensioenuitvoerder": "Company",
    "krant": "Company",
    "dagblad": "Company",
    "omroep": "Company",
    "organisatie": "Organisation",
    "mensenrechtenorganisatie": "Organisation",
    "hulporganisatie": "Organisation",
    "koepelorganisatie": "Organisation",
    "brancheorganisatie": "Organisation",
    "belangenvereniging": "Organisation",
    "vakbond": "Organisation",
    "ngo": "Organisation",
}
"""Common nouns that tell the class of the proper name behind them and are no part of it."""


@cache
def kind_of(word: str) -> str:
    """The class that a word's ending tells, '' for none: "Afstemmingsoverleg" - Partnership."""
    folded = fold(word).strip()
    for length in range(len(folded), 2, -1):
        kind = HEADS.get(folded[-length:])
        if kind is not None:
            return kind
    return ""


def kind_of_name(name: str) -> str:
    """The class of a body from the words of its name; '' where no word tells it.

    In a Dutch name the first telling word is the head ("Centrum voor de Raad"), in an English
    one the last before "of".
    """
    words = [word for word in name.replace("(", " ").split() if word[:1].isupper()]
    kinds = [kind for word in words if (kind := kind_of(word.strip(",.)")))]
    if not kinds:
        return ""
    return "InternationalBody" if "InternationalBody" in kinds else kinds[0]
