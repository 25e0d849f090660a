"""The verbs themselves, by the kind of act they tell of, and what their inflection needs.

An entry is ``[particle|]infinitive[/prepositions]``: the prepositions bring in what the act is
about; with ``!`` the verb tells of an act only where one of them is there.
"""

from __future__ import annotations

from typing import Final

VERBS: Final[dict[str, str]] = {
    # open-ended work: it goes on, even in the perfect tense
    "effort": """
        investeren/in in|spannen/voor in|zetten/op,voor,tegen werken/!aan mee|werken/aan
        samen|werken/aan,op bevorderen stimuleren versterken =ondersteunen faciliteren
        intensiveren monitoren volgen/!met bewaken =handhaven controleren toe|zien/!op
        bij|dragen/!aan financieren bekostigen subsidiëren pleiten/!voor zorgen/!voor
        bepleiten agenderen
        aan|dringen/op aan|pakken bestrijden tegen|gaan beschermen begeleiden adviseren trainen
        op|leiden voor|lichten beveiligen bewaken patrouilleren surveilleren coachen hanteren
        streven/!naar ijveren/!voor aan|jagen bundelen verbinden coördineren regisseren
        bemiddelen =voorkomen =onderhouden deel|nemen/!aan aan|moedigen mobiliseren inspecteren
        beheren exploiteren verzorgen sensibiliseren toe|rusten bijeen|brengen uit|dragen
        terug|dringen beteugelen door|lichten screenen registreren uit|wisselen steunen
        bij|staan helpen bewerkstelligen waarborgen borgen reguleren =overleggen/over
        verminderen reduceren beperken vergroten verkleinen versnellen vergemakkelijken
        optimaliseren professionaliseren ontmoedigen bij|scholen scholen normaliseren
        kanaliseren oefenen simuleren trainen borgen mee|doen/!aan toe|trekken verzamelen
        betrekken/bij mee|nemen/in,bij behouden verwijderen
        bij|springen in|grijpen op|treden/!tegen strijden/!tegen waken/!voor,over toe|werken/!naar
        voort|bouwen/!op anticiperen/!op participeren/!in,aan af|stemmen/met stroomlijnen
        verbreden verdiepen ontzorgen ontlasten redden remmen dekken =ondervangen
        mitigeren dempen verhelpen verlichten
        verstevigen bestendigen begrenzen af|schrikken verdedigen herstellen op|ruimen op|lossen
        af|handelen toe|leiden/naar door|geleiden om|scholen instrueren =onderwijzen attenderen/op
        alarmeren bewust|maken in|huren detacheren bemensen bemannen stationeren
        door|zetten vol|houden aan|sporen/tot belonen bij|sturen aan|sturen bespoedigen verzekeren
        garanderen faseren beschikbaar|houden op|leiden mee|betalen/aan mee|financieren/aan
        mede|financieren cofinancieren over|gaan/!tot lobbyen/voor,bij in|vullen bij|benen
        begunstigen scannen uit|lezen
        richten/!op bij|werken uit|buiten ondervangen tegen|werken
        """,
    # a bounded act that makes, changes or ends an instrument
    "make": """
        aan|stellen benoemen op|richten in|stellen in|richten op|zetten op|stellen vast|stellen
        vast|leggen/in herijken =herzien uit|voeren uit|vaardigen op|leggen =ondertekenen
        ratificeren bekrachtigen openen gereed|maken gereed|komen in|voeren lanceren
        toe|voegen/aan aan|passen wijzigen uit|breiden verlengen verruimen aan|scherpen
        versoberen vereenvoudigen verzwaren verhogen verlagen verkorten stop|zetten beëindigen
        in|trekken af|schaffen op|heffen sluiten in|dienen voor|leggen/aan ontwikkelen ontwerpen
        vervaardigen uit|werken uit|brengen realiseren bouwen aan|leggen implementeren
        op|nemen/in vernieuwen actualiseren moderniseren hervormen verankeren/in vorm|geven
        op|schalen af|schalen uit|rollen beproeven testen vervangen/door samen|stellen
        reserveren vrij|maken in|kopen aan|schaffen plaatsen installeren aan|wijzen mandateren
        certificeren aan|besteden op|dragen verbieden verplichten sanctioneren beboeten
        af|sluiten samen|voegen schrappen harmoniseren af|ronden voltooien goed|keuren
        vast|zetten transformeren om|zetten bij|stellen verbeteren in|passen besteden verdagen
        uit|stellen verplaatsen opschorten op|schorten activeren codificeren publiceren
        bij|houden aan|leveren
        staken verdubbelen verdrievoudigen halveren verbouwen saneren renoveren
        digitaliseren automatiseren centraliseren decentraliseren standaardiseren uniformeren
        onder|brengen/bij strafbaar|stellen over|hevelen over|nemen op|bouwen af|bouwen
        uit|bouwen herstructureren
        reorganiseren herinrichten ontsluiten koppelen/aan integreren/in in|bouwen in|bedden/in
        formuleren verduidelijken concretiseren specificeren verfijnen verleggen door|voeren
        vervroegen versoepelen in|krimpen in|korten weg|nemen aan|vullen uit|besteden aan|kopen
        verwerven werven onteigenen verkopen verhuren privatiseren nationaliseren op|kopen alloceren
        herverdelen bezuinigen/op indexeren accrediteren ontbinden op|zeggen verscherpen
        af|kondigen bekend|maken presenteren heropenen beëdigen mogelijk|maken
        verplicht|stellen stil|leggen stoppen/met
        corrigeren aan|wenden uit|roepen aan|brengen programmeren beleggen
        bijeen|roepen organiseren verrichten amenderen liberaliseren herverkavelen om|bouwen
        om|vormen schorsen bestraffen uit|faseren uit|schrijven aan|trekken regelen bij|stellen
        honoreren inwilligen vervallen|verklaren ongeldig|verklaren
        vrij|spelen vrij|stellen aan|stellen herbenoemen vast|klikken opzij|zetten toe|spitsen/op
        """,
    # a bounded act done to somebody or something
    "treat": """
        aan|houden arresteren over|brengen berechten vervolgen uit|zetten uit|wijzen repatriëren
        detineren plaatsen over|plaatsen =ondervragen verhoren ontnemen bevriezen blokkeren
        weren ontzeggen aansprakelijk|stellen ontmantelen op|rollen =doorzoeken ontruimen
        vernietigen op|pakken veroordelen op|sporen op|halen evacueren op|vangen huisvesten
        her|plaatsen over|dragen uit|leveren signaleren terug|halen terug|sturen schorsen
        ontslaan =onderscheppen neutraliseren verstoren vast|houden isoleren vrij|laten
        deradicaliseren aan|spreken in|perken sluiten bezoeken vaccineren
        sommeren berispen bestraffen deporteren interneren in|sluiten op|sluiten af|zonderen
        fouilleren identificeren confisqueren terug|vorderen in|vorderen verhalen/op
        dagvaarden aan|klagen vrij|spreken herhuisvesten resocialiseren reïntegreren terug|brengen
        terug|leiden toe|laten naturaliseren wissen filteren af|schermen versleutelen
        af|luisteren tappen
        pseudonimiseren anonimiseren uit|schakelen ontwapenen weg|halen af|pakken in|rekenen
        heen|zenden
        """,
    # an act of giving
    "give": """
        toe|kennen verlenen verstrekken toe|wijzen uit|keren vergoeden schenken leveren
        aan|bieden uit|reiken toe|staan beschikbaar|stellen vrij|geven compenseren uit|lenen
        toe|bedelen gunnen verdelen door|geven open|houden openbaar|maken
        over|maken uit|delen af|geven
        verschaffen uit|trekken mee|geven aan|reiken schadeloos|stellen kwijt|schelden
        tegemoet|komen/aan uit|betalen voor|schieten toe|delen
        """,
    "agree": """
        af|spreken overeen|komen kiezen/!voor besluiten/tot beslissen/tot toe|treden/tot
        aan|sluiten/bij in|stemmen/met aanvaarden committeren/aan verbinden/aan
        beloven
        """,
    "study": """
        =onderzoeken verkennen evalueren inventariseren analyseren bezien bekijken toetsen
        door|rekenen na|gaan beoordelen her|beoordelen herbeoordelen bestuderen
        =overwegen heroverwegen uit|zoeken peilen in|schatten door|denken
        na|trekken na|lopen door|nemen meten enquêteren bevragen verifiëren valideren
        diagnosticeren beraden/op bezinnen/op berekenen door|lopen onderwerpen/!aan
        """,
    "talk": """
        spreken/!met,tegen uit|spreken/!tegen aan|kaarten op|roepen/tot vragen/!om
        verzoeken/!om bespreken/met consulteren raadplegen aan|dringen/op protesteren/tegen
        waarschuwen overleggen/over
        =onderhandelen/met,over praten/!met ontbieden uit|nodigen/voor voor|stellen
        confronteren/met benaderen
        aan|schrijven vermanen adresseren beraadslagen/over in|brengen/in bij|praten
        """,
    "start": """
        starten/met beginnen/met,aan op|starten treden/!in hervatten continueren voort|zetten
        prolongeren in|luiden initiëren =ondernemen
        aan|vangen/met herstarten entameren omhoog|gaan omlaag|gaan aan|zwengelen hernemen
        """,
    "refuse": "af|wijzen uit|sluiten af|zien/!van weigeren verwerpen ontraden af|raden af|keuren",
    # saying what will be done
    "announce": "aan|kondigen toe|zeggen",
    "prepare": "voor|bereiden/op",
    # verbs that tell of an act only through the noun they carry ("gesprekken voeren")
    "light": """
        voeren nemen treffen maken stellen doen geven brengen leggen zetten komen lopen krijgen
        bestaan/uit zitten bieden houden aan|gaan hebben zijn uit|zetten tot|stand
        gelden functioneren plaats|vinden organiseren =ondergaan verrichten richten/!op
        bestemmen/voor kennen gebruiken benutten in|schakelen toe|passen uit|oefenen op|volgen
        door|voeren aan|nemen bestellen vormen behandelen delen leiden/tot rollen vragen
        """,
    # telling the House or the public: no act in itself
    "inform": """
        informeren berichten sturen toe|zenden toe|sturen zenden melden in|gaan/op toe|lichten
        verwijzen beantwoorden aan|treffen reageren vermelden mede|delen schrijven noemen
        aan|geven rapporteren zeggen terug|komen toe|zeggen voldoen stil|staan doen|toekomen
        bij|voegen toe|komen op|merken benadrukken bevestigen verzenden verwoorden
        """,
    # all others: known so that clauses are cut at the right place
    "": """
        achten menen verwachten weten vinden denken hopen =onderschrijven zien blijken betekenen
        tonen schijnen lijken heten zorgen beogen vergen vereisen eisen ontbreken
        toe|nemen af|nemen dalen stijgen groeien veranderen verbleven verblijven terug|keren
        ontstaan verdwijnen verlopen af|lopen over|lijden oordelen vonnissen constateren
        concluderen vertrouwen danken hechten herkennen erkennen begrijpen betreuren
        waarderen verheugen dragen wegen betreffen gaan staan liggen hangen vallen slagen lukken
        mislukken falen gebeuren =voordoen voor|doen op|treden dreigen verheerlijken bereiken
        rekenen uit|maken af|wachten wachten leren resulteren =omschrijven beschrijven omvatten
        bevatten behelzen in|houden stammen dateren schatten verdenken veroorzaken beïnvloeden
        kwetsen nestelen op|lopen vol|staan =volstaan sterven bedreigen mis|bruiken aan|vallen
        uit|gaan belemmeren hinderen raken treffen verhouden op|duiken aan|tonen bewijzen
        suggereren veronderstellen stellen beweren verklaren vertellen ervaren merken twijfelen
        behoren horen passen/bij stroken verdragen aan|sluiten/op vertegenwoordigen verbazen
        wonen leven zoeken
        kiezen hebben heersen spelen liggen missen herkennen signaleren vermoeden baseren
        beschouwen rekening|houden toe|staan gelden schenden schrijven voor|schrijven bepalen
        voor|zien =voorzien vermijden vervullen plegen aan|richten op|leveren beramen
        verspreiden uit|lopen mee|vallen door|gaan herhalen behalen gebruik|maken aan|melden
        op|vallen vertonen verkeren vertrekken verhuizen op|treden kosten rijzen behoeven hoeven
        blijven worden zullen kunnen moeten mogen willen laten dienen durven proberen trachten
        doen pogen zijn ontvangen beschikken beheersen verliezen winnen dwingen voelen verzetten
        tegen|houden =ontvouwen onttrekken bestaan ontwikkelen schaden verstrijken uit|komen
        voldoen ontlopen naleven na|leven respecteren uit|oefenen schorten lukken vergelijken
        omvatten berusten steunen bedragen bevinden begaan plegen verkrijgen
        interpreteren inschatten uit|drukken wensen zwijgen trekken volstaan doorlopen ontsporen
        herleiden illustreren markeren functioneren doorbreken overtreffen overtuigen
        verschillen verslechteren verergeren escaleren manifesteren ontwaren radicaliseren
        rekruteren ronselen straffen verantwoorden vast|stellen bezitten gelijk|stellen strekken
        aan|merken mee|wegen onderbouwen onderstrepen beogen verschijnen fungeren
        weerspreken tegen|spreken ontkennen betwisten weerleggen staven
        in|nemen vrezen
        logenstraffen onderkennen nuanceren misleiden ondermijnen saboteren bespioneren hacken
        infiltreren vluchten smokkelen stelen ontsnappen rekruteren intimideren afpersen wenden
        weerspiegelen ontlenen variëren fluctueren stagneren herinneren fungeren kampen lijden
        stuiten wonen verzwakken rusten luiden gelijken hangen vaststaan vast|staan
        bij|komen plaats|hebben uit|blijven achter|blijven tekort|schieten
        """,
}
"""Kinds of acts with their verbs. ``=`` marks an inseparable verb whose prefix looks separable."""

INSEPARABLE: Final[frozenset[str]] = frozenset(
    word.removeprefix("=")
    for words in VERBS.values()
    for word in (entry.partition("/")[0] for entry in words.split())
    if word.startswith("=")
) | {
    "aanvaarden",
    "overleggen",
    "onderhouden",
    "overhandigen",
    "voltooien",
    "mislukken",
    "omvatten",
}

UNSTRESSED: Final = (
    "ig", "kel", "ndel", "ddel", "rdel", "sel", "gel", "ppel", "mel", "eugel", "tel", "ander",
    "beter", "minder", "vorder", "hinder", "inner", "lever", "onder", "luister", "zeker",
    "helder", "monster", "gader", "zuiver", "weiger", "open", "teken", "reken", "adem", "ctor",
    "buffer", "igger", "order", "anker", "houder", "monitor", "wijder", "ijver", "sober",
    "lemmer", "fel", "ieuw", "bbel", "ijfer", "filter", "hamer", "wapen", "apel",
)  # fmt: skip
"""Ends of stems whose last syllable has no stress, so that its vowel is not doubled."""

_STRONG = """
    aanbevelen-beveel-beval-bevalen-bevolen beginnen-begin-begon-begonnen-begonnen
    bieden-bied-bood-boden-geboden blijven-blijf-bleef-bleven-gebleven
    blijken-blijk-bleek-bleken-gebleken brengen-breng-bracht-brachten-gebracht
    besluiten-besluit-besloot-besloten-besloten bespreken-bespreek-besprak-bespraken-besproken
    bestaan-besta-bestond-bestonden-bestaan beschrijven-beschrijf-beschreef-beschreven-beschreven
    bestrijden-bestrijd-bestreed-bestreden-bestreden bevriezen-bevries-bevroor-bevroren-bevroren
    bezien-bezie-bezag-bezagen-bezien bekijken-bekijk-bekeek-bekeken-bekeken
    begrijpen-begrijp-begreep-begrepen-begrepen bezoeken-bezoek-bezocht-bezochten-bezocht
    bezitten-bezit-bezat-bezaten-bezeten bewijzen-bewijs-bewees-bewezen-bewezen
    betreffen-betref-betrof-betroffen-betroffen betrekken-betrek-betrok-betrokken-betrokken
    bevelen-beveel-beval-bevalen-bevolen denken-denk-dacht-dachten-gedacht
    doen-doe-deed-deden-gedaan dragen-draag-droeg-droegen-gedragen
    dringen-dring-drong-drongen-gedrongen doorzoeken-doorzoek-doorzocht-doorzochten-doorzocht
    dwingen-dwing-dwong-dwongen-gedwongen gaan-ga-ging-gingen-gegaan
    gelden-geld-gold-golden-gegolden geven-geef-gaf-gaven-gegeven
    genieten-geniet-genoot-genoten-genoten hangen-hang-hing-hingen-gehangen
    hebben-heb-had-hadden-gehad heffen-hef-hief-hieven-geheven helpen-help-hielp-hielpen-geholpen
    herzien-herzie-herzag-herzagen-herzien heten-heet-heette-heetten-geheten
    heroverwegen-heroverweeg-heroverwoog-heroverwogen-heroverwogen
    houden-houd-hield-hielden-gehouden kiezen-kies-koos-kozen-gekozen
    behouden-behoud-behield-behielden-behouden
    kijken-kijk-keek-keken-gekeken komen-kom-kwam-kwamen-gekomen
    kopen-koop-kocht-kochten-gekocht krijgen-krijg-kreeg-kregen-gekregen
    kunnen-kan-kon-konden-gekund laten-laat-liet-lieten-gelaten
    lezen-lees-las-lazen-gelezen liggen-lig-lag-lagen-gelegen
    lijken-lijk-leek-leken-geleken lopen-loop-liep-liepen-gelopen
    moeten-moet-moest-moesten-gemoeten mogen-mag-mocht-mochten-gemogen
    ontnemen-ontneem-ontnam-ontnamen-ontnomen
    ondernemen-onderneem-ondernam-ondernamen-ondernomen
    onderhouden-onderhoud-onderhield-onderhielden-onderhouden
    ondergaan-onderga-onderging-ondergingen-ondergaan
    onderschrijven-onderschrijf-onderschreef-onderschreven-onderschreven
    onderzoeken-onderzoek-onderzocht-onderzochten-onderzocht
    ontbreken-ontbreek-ontbrak-ontbraken-ontbroken ontslaan-ontsla-ontsloeg-ontsloegen-ontslagen
    ontstaan-ontsta-ontstond-ontstonden-ontstaan ontwerpen-ontwerp-ontwierp-ontwierpen-ontworpen
    ontvangen-ontvang-ontving-ontvingen-ontvangen ontlopen-ontloop-ontliep-ontliepen-ontlopen
    onttrekken-onttrek-onttrok-onttrokken-onttrokken
    omschrijven-omschrijf-omschreef-omschreven-omschreven
    overwegen-overweeg-overwoog-overwogen-overwogen rijzen-rijs-rees-rezen-gerezen
    schenden-schend-schond-schonden-geschonden
    schenken-schenk-schonk-schonken-geschonken schieten-schiet-schoot-schoten-geschoten
    schijnen-schijn-scheen-schenen-geschenen schrijven-schrijf-schreef-schreven-geschreven
    sluiten-sluit-sloot-sloten-gesloten spreken-spreek-sprak-spraken-gesproken
    staan-sta-stond-stonden-gestaan sterven-sterf-stierf-stierven-gestorven
    stijgen-stijg-steeg-stegen-gestegen zeggen-zeg-zei-zeiden-gezegd
    treden-treed-trad-traden-getreden treffen-tref-trof-troffen-getroffen
    trekken-trek-trok-trokken-getrokken vallen-val-viel-vielen-gevallen
    vangen-vang-ving-vingen-gevangen verbieden-verbied-verbood-verboden-verboden
    verbinden-verbind-verbond-verbonden-verbonden verdenken-verdenk-verdacht-verdachten-verdacht
    verblijven-verblijf-verbleef-verbleven-verbleven
    verdwijnen-verdwijn-verdween-verdwenen-verdwenen
    verkrijgen-verkrijg-verkreeg-verkregen-verkregen verliezen-verlies-verloor-verloren-verloren
    verlopen-verloop-verliep-verliepen-verlopen vermijden-vermijd-vermeed-vermeden-vermeden
    verschijnen-verschijn-verscheen-verschenen-verschenen
    verstrijken-verstrijk-verstreek-verstreken-verstreken
    vertrekken-vertrek-vertrok-vertrokken-vertrokken verwijzen-verwijs-verwees-verwezen-verwezen
    verwerpen-verwerp-verwierp-verwierpen-verworpen verzenden-verzend-verzond-verzonden-verzonden
    verzoeken-verzoek-verzocht-verzochten-verzocht vinden-vind-vond-vonden-gevonden
    voldoen-voldoe-voldeed-voldeden-voldaan volstaan-volsta-volstond-volstonden-volstaan
    voorkomen-voorkom-voorkwam-voorkwamen-voorkomen voorzien-voorzie-voorzag-voorzagen-voorzien
    vragen-vraag-vroeg-vroegen-gevraagd wegen-weeg-woog-wogen-gewogen
    werpen-werp-wierp-wierpen-geworpen weten-weet-wist-wisten-geweten
    wijzen-wijs-wees-wezen-gewezen willen-wil-wilde-wilden-gewild
    winnen-win-won-wonnen-gewonnen worden-word-werd-werden-geworden
    zenden-zend-zond-zonden-gezonden zien-zie-zag-zagen-gezien
    zijn-ben-was-waren-geweest zitten-zit-zat-zaten-gezeten
    zoeken-zoek-zocht-zochten-gezocht zullen-zal-zou-zouden-gezuld
    ondervragen-ondervraag-ondervroeg-ondervroegen-ondervraagd
    onderscheppen-onderschep-onderschepte-onderschepten-onderschept
    vergen-verg-vergde-vergden-gevergd wisselen-wissel-wisselde-wisselden-gewisseld
    zetten-zet-zette-zetten-gezet oordelen-oordeel-oordeelde-oordeelden-geoordeeld
    beoordelen-beoordeel-beoordeelde-beoordeelden-beoordeeld
    herbeoordelen-herbeoordeel-herbeoordeelde-herbeoordeelden-herbeoordeeld
    veroordelen-veroordeel-veroordeelde-veroordeelden-veroordeeld
    vervangen-vervang-verving-vervingen-vervangen spannen-span-spande-spanden-gespannen
    verhouden-verhoud-verhield-verhielden-verhouden ervaren-ervaar-ervoer-ervoeren-ervaren
    duiken-duik-dook-doken-gedoken lijden-leid-leed-leden-geleden nemen-neem-nam-namen-genomen
    aanvaarden-aanvaard-aanvaardde-aanvaardden-aanvaard
    roepen-roep-riep-riepen-geroepen grijpen-grijp-greep-grepen-gegrepen
    springen-spring-sprong-sprongen-gesprongen strijden-strijd-streed-streden-gestreden
    breken-breek-brak-braken-gebroken meten-meet-mat-maten-gemeten
    werven-werf-wierf-wierven-geworven verwerven-verwerf-verwierf-verwierven-verworven
    raden-raad-raadde-raadden-geraden ontraden-ontraad-ontraadde-ontraadden-ontraden
    schelden-scheld-schold-scholden-gescholden binden-bind-bond-bonden-gebonden
    ontbinden-ontbind-ontbond-ontbonden-ontbonden
    ontsluiten-ontsluit-ontsloot-ontsloten-ontsloten
    ontbieden-ontbied-ontbood-ontboden-ontboden
    onderwijzen-onderwijs-onderwees-onderwezen-onderwezen
    ondervangen-ondervang-onderving-ondervingen-ondervangen
    verkopen-verkoop-verkocht-verkochten-verkocht krimpen-krimp-kromp-krompen-gekrompen
    schuiven-schuif-schoof-schoven-geschoven verschuiven-verschuif-verschoof-verschoven-verschoven
    weerstaan-weersta-weerstond-weerstonden-weerstaan hernemen-herneem-hernam-hernamen-hernomen
    overtreden-overtreed-overtrad-overtraden-overtreden slaan-sla-sloeg-sloegen-geslagen
    bezinnen-bezin-bezon-bezonnen-bezonnen rijden-rijd-reed-reden-gereden
    steken-steek-stak-staken-gestoken bevinden-bevind-bevond-bevonden-bevonden
    doorlopen-doorloop-doorliep-doorliepen-doorlopen
    doorbreken-doorbreek-doorbrak-doorbraken-doorbroken
    begaan-bega-beging-begingen-begaan verzwijgen-verzwijg-verzweeg-verzwegen-verzwegen
    zwijgen-zwijg-zweeg-zwegen-gezwegen misdragen-misdraag-misdroeg-misdroegen-misdragen
    bedragen-bedraag-bedroeg-bedroegen-bedragen belijden-belijd-beleed-beleden-beleden
    bederven-bederf-bedierf-bedierven-bedorven verbreken-verbreek-verbrak-verbraken-verbroken
    onderbreken-onderbreek-onderbrak-onderbraken-onderbroken
    verdragen-verdraag-verdroeg-verdroegen-verdragen
    overzien-overzie-overzag-overzagen-overzien verslaan-versla-versloeg-versloegen-verslagen
    bedwingen-bedwing-bedwong-bedwongen-bedwongen wijken-wijk-week-weken-geweken
    lijden-leid-leed-leden-geleden stelen-steel-stal-stalen-gestolen
    weerspreken-weerspreek-weersprak-weerspraken-weersproken
    vluchten-vlucht-vluchtte-vluchtten-gevlucht
    """
STRONG: Final[dict[str, tuple[str, str, str, str]]] = {
    parts[0]: (parts[1], parts[2], parts[3], parts[4])
    for parts in (entry.split("-") for entry in _STRONG.split())
}
"""Principal parts of strong and irregular verbs, without particle."""

ASKING: Final = frozenset({"vragen", "verzoeken", "opdragen", "uitnodigen", "weigeren", "kiezen"})
DECIDING: Final = ASKING | {"besluiten", "beslissen", "gelasten"}
"""Verbs whose "te" infinitive says what is asked or decided."""
