"""Letters made by hand, for tests of what comes after the extractors."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kamergraaf.graph.vocabulary import Vocabulary, load
from kamergraaf.model import (
    Document,
    Evidence,
    Extraction,
    Fact,
    Flow,
    Origin,
    Ref,
    Span,
    Stance,
    Thing,
    Value,
    Warning,
)

DOCUMENT = Ref("document")
ID = "https://w3id.org/kamergraaf/id/"


def document(
    text: str, name: str = "Brief over meeuwen.txt", broken: tuple[str, ...] = ()
) -> Document:
    """A document whose flow joins the words in ``broken`` (as printed: ``over-\\nlast``)."""
    left_out = set()
    for word in broken:
        at = text.index(word) + word.index("-\n")
        left_out |= {at, at + 1}
    offsets = [i for i in range(len(text)) if i not in left_out]
    flow = "".join(" " if text[i] == "\n" else text[i] for i in offsets)
    digest = sha256(text.encode()).hexdigest()
    return Document(name, text, digest, "text/plain", (), Flow(flow, offsets, ()))


class Letter:
    """A letter under construction: evidence is given as words of its text."""

    def __init__(
        self, text: str, name: str = "Brief over meeuwen.txt", broken: tuple[str, ...] = ()
    ):
        self.document = document(text, name, broken)
        self.things: list[Thing] = []
        self.facts: list[Fact] = []
        self.warnings: list[Warning] = []

    def proof(self, *words: str) -> Evidence:
        """The spans of the first places where the words stand."""
        text = self.document.text
        return Evidence(tuple(Span(text.index(w), text.index(w) + len(w)) for w in words))

    def thing(self, id_: str, kind: str, label: str, *words: str) -> Ref:
        """Introduce a node."""
        self.things.append(Thing(id_, kind, label, self.proof(*words), f"made-{kind}"))
        return Ref(id_)

    def fact(
        self,
        subject: Ref,
        predicate: str,
        object_: Value,
        *words: str,
        stance: Stance = Stance.ASSERTED,
        origin: Origin = Origin.STATED,
        confidence: float = 1.0,
        premises: tuple[int, ...] = (),
    ) -> int:
        """State something; returns its index, for premises."""
        evidence = self.proof(*words) if words else None
        self.facts.append(
            Fact(
                subject, predicate, object_, evidence, "made", stance, origin, confidence, premises
            )
        )
        return len(self.facts) - 1

    def date(self, edtf: str, earliest: str, latest: str, words: str) -> Ref:
        """A date with its bounds."""
        node = self.thing(f"date/{edtf.replace('/', '--')}", "Date", words, words)
        self.fact(node, "kamer:edtf", edtf, words)
        self.fact(node, "kamer:earliest", earliest, words)
        self.fact(node, "kamer:latest", latest, words)
        return node

    def done(self) -> Extraction:
        """The letter as the extractors would hand it over."""
        return Extraction(
            self.document, tuple(self.things), tuple(self.facts), tuple(self.warnings)
        )


REGISTER = """
@prefix kamer: <https://w3id.org/kamergraaf/def/> .
@prefix kid: <https://w3id.org/kamergraaf/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/kamergraaf/id/actor/zeezaken> a kamer:Ministry ; skos:prefLabel "Ministerie van Zeezaken"@nl ;
  kamer:hasName kid:oldname, kid:newname .
kid:oldname a kamer:ActorName ; rdfs:label "Ministerie van Water"@nl ;
  kamer:latest "2022-01-09"^^xsd:date .
kid:newname a kamer:ActorName ; rdfs:label "Ministerie van Zeezaken"@nl ;
  kamer:earliest "2022-01-10"^^xsd:date .
<https://w3id.org/kamergraaf/id/actor/strandwacht> a kamer:Agency ; skos:prefLabel "Strandwacht"@nl .
<https://w3id.org/kamergraaf/id/actor/kustplaatsen> a kamer:Collective ; skos:prefLabel "kustplaatsen"@nl ;
  kamer:collectiveOf kamer:Municipality .
<https://w3id.org/kamergraaf/id/concern/meeuwenoverlast> a kamer:ThreatCategory ; skos:prefLabel "meeuwenoverlast"@nl, "gulls"@en .
<https://w3id.org/kamergraaf/id/measure-type/verjagen> a kamer:MeasureType ; skos:prefLabel "verjagen"@nl, "scaring"@en .
"""


def vocabulary(folder: Path) -> Vocabulary:
    """The ontology with a small register beside it, written into ``folder``."""
    path = folder / "register.ttl"
    path.write_text(REGISTER, "utf-8")
    return load((path,))


TEXT = """Datum 7 mei 2021
Betreft over "meeuwen"

De minister van Water meldt dat meeuwenoverlast toeneemt. Het niveau ging van 2 naar 3.
Samen met de Strandwacht en de kustplaatsen worden sinds het najaar van 2020 meeuwen ver-
jaagd (Kamerstukken II 2020/2021, 12 345, nr. 6). Hiermee wordt de motie Duin (Zeepartij)
uitgevoerd. Ook doe ik de toezegging gestand om u te berichten.
De minister van Water,
"""


def gulls(name: str = "Brief over meeuwen.txt", day: str = "2021-05-07") -> Letter:
    """A letter about gulls that uses every class of the fixed queries."""
    letter = Letter(TEXT, name, broken=("ver-\njaagd",))
    letter.thing("document", "Letter", "Brief over meeuwen", "De minister van Water meldt")
    letter.fact(DOCUMENT, "dcterms:title", 'over "meeuwen"', 'over "meeuwen"')
    written = letter.date(day, day, day, "7 mei 2021")
    letter.fact(DOCUMENT, "kamer:date", written, "7 mei 2021")
    office = letter.thing(
        "office/minister-van-water", "Office", "Minister van Water", "De minister van Water,"
    )
    letter.fact(DOCUMENT, "kamer:sender", office, "De minister van Water,")
    _actors(letter)
    _threats(letter)
    _measure(letter)
    _promises(letter)
    return letter


def _actors(letter: Letter) -> None:
    for name, words in (
        ("kustplaatsen", "de kustplaatsen"),
        ("zeezaken", "De minister van Water meldt"),
        ("strandwacht", "Strandwacht"),
    ):
        letter.fact(DOCUMENT, "kamer:mentions", Ref(f"{ID}actor/{name}"), words)
    duin = letter.thing("actor/duin", "MemberOfParliament", "Duin", "Duin")
    party = letter.thing("actor/zeepartij", "Party", "Zeepartij", "Zeepartij")
    letter.fact(DOCUMENT, "kamer:mentions", duin, "Duin")
    letter.fact(DOCUMENT, "kamer:mentions", party, "Zeepartij")
    letter.fact(duin, "kamer:memberOf", party, "Duin (Zeepartij)")


def _threats(letter: Letter) -> None:
    gulls_ = Ref(f"{ID}concern/meeuwenoverlast")
    letter.fact(
        DOCUMENT, "kamer:namesThreat", gulls_, "meeuwenoverlast toeneemt", stance=Stance.HEDGED
    )
    trend = letter.thing("observation/trend-1", "Trend", "toeneemt", "toeneemt")
    letter.fact(trend, "kamer:about", gulls_, "meeuwenoverlast toeneemt")
    letter.fact(trend, "kamer:direction", Ref(f"{ID}direction/up"), "toeneemt")
    level = letter.thing("assessment/1", "ThreatAssessment", "van 2 naar 3", "van 2 naar 3")
    letter.fact(level, "kamer:level", Ref(f"{ID}threat-level/3"), "Het niveau ging van 2 naar 3")
    letter.fact(level, "kamer:previousLevel", Ref(f"{ID}threat-level/2"), "van 2")


def _measure(letter: Letter) -> None:
    sentence = "Samen met de Strandwacht en de kustplaatsen worden"
    scaring = letter.thing("measure/verjagen", "Measure", "meeuwen verjaagd", "meeuwen ver-\njaagd")
    autumn = letter.date("2020-23", "2020-09-01", "2020-11-30", "het najaar van 2020")
    paper = letter.thing("paper:kst-12345-6", "ParliamentaryPaper", "nr. 6", "12 345, nr. 6")
    cited = "Kamerstukken II 2020/2021, 12 345, nr. 6"
    letter.fact(paper, "dcterms:identifier", "kst-12345-6", cited)
    letter.fact(paper, "foaf:page", Ref("https://example.org/kst-12345-6"), cited)
    letter.fact(DOCUMENT, "dcterms:references", paper, cited)
    letter.fact(scaring, "kamer:measureType", Ref(f"{ID}measure-type/verjagen"), "ver-\njaagd")
    letter.fact(scaring, "kamer:status", Ref(f"{ID}status/ongoing"), sentence)
    letter.fact(scaring, "kamer:partner", Ref(f"{ID}actor/strandwacht"), "Strandwacht")
    letter.fact(scaring, "kamer:partner", Ref(f"{ID}actor/kustplaatsen"), "de kustplaatsen")
    start = letter.fact(scaring, "kamer:start", autumn, "sinds het najaar van 2020")
    letter.fact(
        scaring,
        "kamer:responsible",
        Ref(f"{ID}actor/zeezaken"),
        origin=Origin.INFERRED,
        confidence=0.85,
        premises=(start,),
    )
    letter.fact(scaring, "kamer:addresses", Ref(f"{ID}concern/meeuwenoverlast"), "meeuwen")
    letter.fact(scaring, "kamer:documentedIn", paper, cited)
    letter.fact(scaring, "kamer:agentUnstated", True, "worden")


def _promises(letter: Letter) -> None:
    motion = letter.thing("motion/duin", "Motion", "motie Duin", "motie Duin (Zeepartij)")
    done = "Hiermee wordt de motie Duin (Zeepartij)\nuitgevoerd"
    letter.fact(motion, "kamer:movedBy", Ref("actor/duin"), "motie Duin")
    letter.fact(motion, "kamer:motionStatus", Ref(f"{ID}motion-status/carriedOut"), done)
    promise = letter.thing("commitment/1", "Commitment", "toezegging", "de toezegging")
    letter.fact(
        promise,
        "kamer:commitmentStatus",
        Ref(f"{ID}commitment-status/fulfilled"),
        "doe ik de toezegging gestand",
    )
    letter.warnings.append(Warning("odd", "vreemd", "odd", letter.proof("niveau")))
