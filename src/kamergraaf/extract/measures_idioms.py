"""Fixed phrases that make an act of a weak verb: "in gang zetten", "de regie voeren"."""

from __future__ import annotations

from typing import Final

IDIOMS: Final[dict[tuple[str, str], str]] = {
    (verb, noun): kind
    for kind, entries in {
        "start": """
            zetten:gang gaan:start worden:kracht roepen:leven zetten:touw
            zetten:poten zetten:steigers komen:grond brengen:grond helpen:grond
            zetten:markt treden:werking brengen:werking stellen:werking
            nemen:gebruik gaan:slag komen:gang brengen:gang
        """,
        "prepare": """
            zijn:voorbereiding hebben:voorbereiding zijn:ontwikkeling zijn:aanbouw
            gaan:consultatie gaan:internetconsultatie zijn:behandeling
            zijn:onderhandeling liggen:behandeling liggen:state zijn:state
            staan:steigers brengen:consultatie zijn:voorbereidingsfase
            nemen:voorbereiding liggen:advies liggen:consultatie liggen:toetsing
            liggen:goedkeuring liggen:instemming zijn:consultatie zenden:advies
            sturen:advies voorleggen:advies zenden:consultatie zenden:state
            sturen:state zijn:advies aanbieden:advies zijn:maak liggen:tekentafel
            staan:stapel zitten:pijplijn liggen:besluitvorming
            staan:internetconsultatie liggen:internetconsultatie
        """,
        "talk": """
            zitten:tafel gaan:tafel zijn:gesprek gaan:gesprek staan:contact
            zijn:contact treden:contact zijn:overleg treden:overleg gaan:overleg
            stellen:orde brengen:aandacht voeren:overleg voeren:gesprek
            blijven:gesprek zetten:agenda staan:agenda plaatsen:agenda komen:bijeen
            brengen:tafel zitten:gesprek vragen:opheldering vragen:uitleg
            brengen:sprake houden:tafel
        """,
        "study": """
            brengen:kaart nemen:overweging brengen:beeld nemen:loep houden:licht
            nemen:beschouwing
        """,
        "make": """
            brengen:stand komen:stand leggen:banden nemen:bestel
            stellen:buiten-werking brengen:kracht leggen:vast nemen:beslag
            brengen:veiligheid nemen:dienst leggen:uitvoer brengen:uitvoer
            stellen:gebruik gaan:beroep brengen:lijn brengen:overeenstemming
            nemen:hand stellen:voorwaarde
        """,
        "give": """
            stellen:beschikking nemen:rekening komen:tegemoet nemen:zich
        """,
        "treat": """
            stellen:bewaring nemen:bewaring stellen:toezicht plaatsen:toezicht
            staan:toezicht plaatsen:lijst zetten:lijst plaatsen:sanctielijst
            zetten:sanctielijst brengen:rechter stellen:gebreke nemen:hechtenis
            stellen:vervolging overgaan:vervolging stellen:curatele
        """,
        "effort": """
            houden:pols blijven:gebruik zijn:gebruik zijn:werking zetten:schouders
            staan:paraat stellen:staat zijn:uitvoering houden:stand brengen:praktijk
            houden:rekening geven:uitvoering geven:invulling leveren:bijdrage
        """,
    }.items()
    for verb, noun in (entry.split(":") for entry in entries.split())
}
"""Kind of act by verb and by the noun of the prepositional phrase that goes with it."""

CARRIED: Final[frozenset[tuple[str, str]]] = frozenset(
    (verb, noun)
    for verb, nouns in {
        "delen": "informatie gegevens signalen kennis data inlichtingen",
        "opvolgen": "suggestie voorstel verzoek oproep advies aanbeveling aanbevelingen wens",
        "doen": """inval invallen huiszoeking onderzoek aangifte navraag beroep voorstel
            voorstellen aanbevelingen proef""",
        "geven": """voorrang prioriteit leiding voorlichting opdracht vorm invulling ruimte
            richting impuls toestemming les training steun bekendheid""",
        "houden": "toezicht zicht regie controle hoorzittingen zitting",
        "maken": "werk haast einde vaart afspraken bezwaar ruimte begin start tempo",
        "nemen": """stappen stap initiatief regie maatregelen maatregel voortouw contact
            verantwoordelijkheid besluit deel""",
        "zetten": "stappen stap druk streep",
        "leggen": "contact contacten verbinding prioriteit beslag nadruk verantwoording",
        "vragen": "aandacht opheldering advies uitleg toestemming",
        "besteden": "aandacht tijd",
        "stellen": "grenzen voorwaarden eisen grens paal prioriteiten vragen",
        "bieden": "ruimte perspectief hulp steun bijstand uitkomst scholing begeleiding",
        "zoeken": "aansluiting contact samenwerking toenadering",
        "voeren": "regie actie campagne overleg gesprek",
        "onderhouden": "contact contacten banden",
        "spelen": "rol",
        "leveren": "bijdrage inspanning",
        "uitoefenen": "druk toezicht",
        "dragen": "zorg",
        "uitspreken": "zorgen zorg bezorgdheid steun afkeuring",
        "overbrengen": "zorgen boodschap standpunt",
        "verlenen": "medewerking toestemming prioriteit voorrang",
    }.items()
    for noun in nouns.split()
)
"""Verbs with the bare nouns that they make an act of: "voorrang geven", "werk maken van"."""
