"""Who counts as an actor, under which name and class, and who never does."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from kamergraaf.extract import actors, gazetteer, sentences
from kamergraaf.extract.analysis import DOCUMENT, Analysis, DateMention, Header
from kamergraaf.model import (
    Block,
    BlockKind,
    Document,
    Flow,
    Lexicon,
    Name,
    Passage,
    Ref,
    Span,
    Term,
)


def ministry(id_: str, portfolio: str, *acronyms: str, names: tuple[Name, ...] = ()) -> Term:
    label = f"Ministerie van {portfolio}"
    return Term(id_, "Ministry", label, (label,), acronyms, names=names, kind_code="ministry")


TERMS = (
    ministry(
        "jenv",
        "Justitie en Veiligheid",
        "JenV",
        names=(
            Name("Ministerie van Veiligheid en Justitie", "2010-10-14", "2017-10-25"),
            Name("Ministerie van Justitie en Veiligheid", "2017-10-26", ""),
        ),
    ),
    ministry("vws", "Volksgezondheid, Welzijn en Sport", "VWS"),
    Term(
        "bz",
        "Ministry",
        "Ministerie van Buitenlandse Zaken",
        ("Ministerie van Buitenlandse Zaken", "staatssecretaris Europese Zaken"),
        ("BZ",),
        kind_code="ministry",
    ),
    ministry("ocw", "Onderwijs, Cultuur en Wetenschap", "OCW"),
    Term("tk", "Parliament", "Tweede Kamer", kind_code="parliament"),
    Term("ek", "Parliament", "Eerste Kamer", kind_code="parliament"),
    Term("kabinet", "Cabinet", "kabinet", ("regering",), kind_code="cabinet"),
    Term("nfi", "Agency", "Nederlands Forensisch Instituut", (), ("NFI",), kind_code="agency"),
    Term("politie", "Agency", "Politie", kind_code="agency"),
    Term("cda", "Party", "CDA", (), ("CDA",), kind_code="party"),
    Term("volt", "Party", "Volt", ("Volt",), ("VOLT",), kind_code="party"),
    Term("signal", "Company", "Signal", kind_code="company"),
    Term("eu", "InternationalBody", "Europese Unie", (), ("EU",), kind_code="international"),
    Term("europol", "InternationalBody", "Europol", kind_code="international"),
    Term("gemeenten", "Collective", "gemeenten", kind_code="municipality"),
    Term("scholen", "Collective", "scholen", ("school",), kind_code="organisation"),
    Term("noorwegen", "ForeignState", "Noorwegen", ("Noorse regering",), kind_code="international"),
    Term("chili", "ForeignState", "Chili", kind_code="international"),
    Term("no", "Country", "Noorwegen", ("Noorse",)),
    Term("cl", "Country", "Chili", ("Chileense",)),
)
LEXICON = Lexicon(MappingProxyType({term.id: term for term in TERMS}))


def read(*paragraphs: str, last: BlockKind = BlockKind.PARAGRAPH, day: str = "") -> Analysis:
    """Paragraphs as a document; the last one may be something else, a signature for instance."""
    text = "\n".join(paragraphs)
    passages, at = [], 0
    for index, paragraph in enumerate(paragraphs):
        kind = last if index == len(paragraphs) - 1 else BlockKind.PARAGRAPH
        passages.append(Passage(kind, at, at + len(paragraph)))
        at += len(paragraph) + 1
    flow = Flow(text, range(len(text)), tuple(passages))
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = Document("x.txt", text, "", "text/plain", blocks, flow)
    analysis = Analysis(document, LEXICON, sentences.split(flow), header=Header(date=day))
    analysis.mentions = gazetteer.find(flow, LEXICON)
    return analysis


def names(analysis: Analysis) -> list[tuple[str, str]]:
    """Name and code of each actor, at its first mention."""
    actors.write(analysis)
    return list(dict.fromkeys((a.name, a.code) for a in analysis.actors))


def said(*paragraphs: str) -> list[tuple[str, str]]:
    return names(read(*paragraphs))


def quote(analysis: Analysis, ref: Ref) -> str:
    """The evidence of the fact that the document mentions an actor."""
    text = analysis.document.text
    for fact in analysis.sheet.facts:
        if fact.subject == DOCUMENT and fact.object == ref and fact.evidence:
            return " ".join(text[span.start : span.end] for span in fact.evidence.spans)
    raise AssertionError(ref)


JENV = ("Ministerie van Justitie en Veiligheid", "ministry")
OCW = ("Ministerie van Onderwijs, Cultuur en Wetenschap", "ministry")
VWS = ("Ministerie van Volksgezondheid, Welzijn en Sport", "ministry")
BZ = ("Ministerie van Buitenlandse Zaken", "ministry")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De minister van Justitie en Veiligheid besluit.", [JENV]),
        ("Het ministerie van Justitie en Veiligheid besluit.", [JENV]),
        ("Mijn collega van OCW helpt de minister van VWS.", [OCW, VWS]),
        (
            "Mede namens de Staatssecretarissen van Volksgezondheid, Welzijn en Sport en van "
            "Justitie en Veiligheid.",
            [VWS, JENV],
        ),
        ("BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN JUSTITIE EN VEILIGHEID", [BZ, JENV]),
        ("De begroting van Volksgezondheid, Welzijn enSport.", []),
        ("Het Ministerie van Volksgezondheid, Welzijn enSport betaalt.", [VWS]),
        ("De Staatssecretaris Europese Zaken schreef dit.", [BZ]),
        ("De Noorse minister van Buitenlandse Zaken belde.", []),
        (
            "Het Ministerie van Buitenlandse Zaken van Chili belde.",
            [("Ministerie van Buitenlandse Zaken van Chili", "international")],
        ),
    ],
)
def test_an_office_stands_for_its_ministry(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_ministry_has_the_name_of_the_documents_day() -> None:
    text = "De Minister van Veiligheid en Justitie tekent."
    assert names(read(text, day="2016-03-01")) == [
        ("Ministerie van Veiligheid en Justitie", "ministry")
    ]
    assert names(read(text, day="2020-03-01")) == [JENV]


def test_a_signature_names_a_minister_and_the_office() -> None:
    office = "De Minister van Buitenlandse Zaken,"
    analysis = read("Tot zover.", f"{office}\nP.Q. van der Zande", last=BlockKind.SIGNATURE)
    assert names(analysis) == [BZ, ("P.Q. van der Zande", "minister")]
    facts = {(f.subject.id, f.predicate): f.object for f in analysis.sheet.facts}
    held = facts["actor/minister-p-q-van-der-zande", "kamer:holdsOffice"]
    assert held == Ref("office/minister-van-buitenlandse-zaken")
    assert facts["office/minister-van-buitenlandse-zaken", "kamer:officeOf"] == Ref("bz")


def test_a_minister_named_by_surname_is_the_one_who_signs() -> None:
    analysis = read(
        "Staatssecretaris Van der Zande antwoordt.",
        "De Staatssecretaris van Buitenlandse Zaken,\nP.Q. van der Zande",
        last=BlockKind.SIGNATURE,
    )
    assert names(analysis) == [("P.Q. van der Zande", "minister"), BZ]


def test_a_minister_is_named_behind_the_title() -> None:
    assert said("Antwoord van Minister Van Dorp (Buitenlandse Zaken) op de brief.") == [
        ("Van Dorp", "minister"),
        BZ,
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Vragen van het lid De Wit-Oolders (CDA).", ["De Wit-Oolders"]),
        ("Vragen van de leden Blok en Van 't Riet (beiden Volt).", ["Blok", "Van 't Riet"]),
        ("MOTIE VAN DE LEDEN ANNA DE BOER EN KOL", ["Anna de Boer", "Kol"]),
        ("De motie Blok/Kol c.s. is aangenomen.", ["Blok", "Kol"]),
        ("Op verzoek van mevrouw Kol (CDA) stuur ik dit.", ["Kol"]),
        ("Het tweede lid Wet en het lid van de Europese Raad.", []),
        ("De leden der Kamer en de leden van de familie.", []),
    ],
)
def test_members_are_named_behind_lid_motie_or_with_a_party(text: str, members: list[str]) -> None:
    assert [name for name, code in said(text) if code == "member"] == members


def test_a_member_belongs_to_the_party_in_brackets() -> None:
    analysis = read("Vragen van de leden Blok en Kol (beiden Volt) en Maas (CDA).")
    actors.write(analysis)
    parties = {
        (f.subject.id, f.object.id)
        for f in analysis.sheet.facts
        if f.predicate == "kamer:memberOf" and isinstance(f.object, Ref)
    }
    assert parties == {("actor/blok", "volt"), ("actor/kol", "volt"), ("actor/maas", "cda")}


@pytest.mark.parametrize(
    "text",
    [
        "De veroordeelde terrorist Karim B. zit vast.",
        "Op 3 mei is Jan de Vries aangehouden in Breda.",
        "Het slachtoffer, mevrouw Pietersen, deed aangifte.",
        "De zaak tegen K. Jansen en L. Smit loopt.",
        "Het lid Karim B. zit vast.",
        "Gisteren is het lid Jansen van de motorclub aangehouden.",
        "Volgens buurtbewoner Hassan El Amrani was het stil.",
    ],
)
def test_private_persons_never_become_things(text: str) -> None:
    analysis = read(text)
    actors.write(analysis)
    assert analysis.actors == ()
    assert not analysis.sheet.things
    assert not analysis.sheet.facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De vaste commissie voor Justitie vroeg dit.", "vaste commissie voor Justitie"),
        ("In het Regionaal Overleg Havens (ROH) spreken zij.", "Regionaal Overleg Havens (ROH)"),
        ("De rechtbank Zutphen oordeelde.", "Rechtbank Zutphen"),
        ("Stichting Veilige Straat helpt.", "Stichting Veilige Straat"),
        ("Onderzoek van het Instituut voor Publieke Waarden.", "Instituut voor Publieke Waarden"),
        ("Met het Noorse Kripos is gesproken.", "Kripos"),
        ("Volgens pensioenuitvoerder Zwitserpensioen klopt dat.", "Zwitserpensioen"),
        ("Kabelbouw Noord B.V. legde de kabel.", "Kabelbouw Noord B.V."),
        ("Met de steden Waterdam, Heidewijk en Zandstad is gesproken.", "gemeente Heidewijk"),
    ],
)
def test_bodies_outside_the_register_are_introduced(text: str, expected: str) -> None:
    assert expected in [name for name, _ in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "De Wet kwaliteit zorg (WKZ) en het Actieplan Veilige Wijk (AVW) gelden.",
        "Het Algemeen Overleg Havens is op 3 mei.",
        "De Digitale Agenda en de Nationale Strategie Water helpen.",
    ],
)
def test_laws_plans_and_meetings_are_no_bodies(text: str) -> None:
    assert said(text) == []


def test_an_alias_stands_for_its_actor_later_on() -> None:
    analysis = read(
        "Het Nederlands Forensisch Instituut (hierna: het Instituut) onderzoekt.",
        "Later schreef het Instituut een rapport.",
    )
    actors.write(analysis)
    assert {a.ref for a in analysis.actors} == {Ref("nfi")}
    assert len(analysis.actors) == 3


def test_unknown_names_in_a_row_with_a_company_are_companies() -> None:
    assert said("Met Signal, Babbel en Zwetser is gesproken.") == [
        ("Signal", "company"),
        ("Babbel", "company"),
        ("Zwetser", "company"),
    ]
    assert said("Een signal is een teken.") == []


def test_a_state_counts_where_it_acts_or_partners() -> None:
    assert said("Noorwegen heeft dat besloten, ook met Chili.") == [
        ("Noorwegen", "international"),
        ("Chili", "international"),
    ]
    assert said("Reizigers in Noorwegen en Chili wachten.") == []
    assert said("Op verzoek van Nederland en Chili begint dit.") == [("Chili", "international")]
    assert said("De Noorse regering wacht.") == [("Noorwegen", "international")]


def test_a_foreign_government_is_not_the_cabinet() -> None:
    assert said("De Samoaanse regering wacht.") == []
    assert said("De regering wacht.") == [("kabinet", "cabinet")]


def test_collectives_count_where_they_act_or_partner() -> None:
    collective = [("gemeenten", "municipality")]
    assert said("Zes gemeenten doen mee.") == collective
    assert said("Het ondersteunen van gemeenten kost geld.") == collective
    assert said("In sommige gemeenten gebeurt dat.") == []
    assert said("Er stond een school leeg.") == []


def test_your_house_is_the_tweede_kamer_or_the_house_addressed() -> None:
    house = ("Tweede Kamer", "parliament")
    assert said("Ik informeer uw Kamer; de Kamer vroeg dat.") == [house]
    analysis = read("Ik informeer uw Kamer.")
    evidence = analysis.evidence(0, 2)
    analysis.sheet.fact(DOCUMENT, "kamer:addressee", Ref("ek"), evidence, "header")
    assert names(analysis) == [("Eerste Kamer", "parliament")]
    assert said("De Kamer van Koophandel schrijft in.") != [house]


def test_the_publisher_of_a_source_counts() -> None:
    note = "Havenbode, 3 mei 2024, over schepen."
    analysis = read("Zie de noot.", note, last=BlockKind.FOOTNOTE)
    start = analysis.flow.text.index("3 mei")
    day = "2024-05-03"
    analysis.dates = (DateMention(start, start + 10, day, day, day, "explicit"),)
    assert names(analysis) == [("Havenbode", "company")]


def test_evidence_holds_article_compound_and_title() -> None:
    analysis = read("Aan de EU-landen schreef het lid Kol (CDA) over de politie.")
    actors.write(analysis)
    assert quote(analysis, Ref("eu")) == "de EU-landen"
    assert quote(analysis, Ref("actor/kol")) == "het lid Kol (CDA)"
    assert quote(analysis, Ref("politie")) == "de politie"


def test_mentions_are_sorted_and_apart() -> None:
    analysis = read("De EU, Europol, de politie en de minister van VWS en het lid Kol (CDA).")
    actors.write(analysis)
    ends = [a.end for a in analysis.actors]
    starts = [a.start for a in analysis.actors]
    assert starts == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
