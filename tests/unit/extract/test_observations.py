"""What a letter says that is no measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from kamergraaf.extract import levels, numerals, observations, threats
from kamergraaf.extract.analysis import Analysis, MeasureMention
from kamergraaf.extract.observation_nodes import conjuncts
from kamergraaf.model import Evidence, Ref, Thing

Analyse = Callable[..., Analysis]


def read(analyse: Analyse, body: str, subject: str = "Aanpak terrorisme") -> Analysis:
    analysis = analyse(body, subject)
    threats.write(analysis)
    levels.write(analysis)
    observations.write(analysis)
    return analysis


def things(analysis: Analysis, kind: str) -> list[Thing]:
    return [t for t in analysis.sheet.things.values() if t.kind == kind]


def labels(analysis: Analysis, kind: str) -> list[str]:
    return [t.label for t in things(analysis, kind)]


def said(analysis: Analysis, subject: str, predicate: str) -> list[object]:
    """The objects of a fact; of references, the last part of their id."""
    found = (
        f.object
        for f in analysis.sheet.facts
        if f.subject.id == subject and f.predicate == predicate
    )
    return [o.id.rpartition("/")[2] if isinstance(o, Ref) else o for o in found]


def evidences(analysis: Analysis) -> Iterator[Evidence]:
    for thing in analysis.sheet.things.values():
        yield thing.evidence
    for fact in analysis.sheet.facts:
        if fact.evidence is not None:
            yield fact.evidence


CAUSES = (
    "De dreiging van spionage is gegroeid. Dat komt door de oorlog in het oosten, "
    "een zwakke beveiliging en doordat personeel schaars is."
)


def test_each_member_of_the_list_is_a_cause(analyse: Analyse) -> None:
    analysis = read(analyse, CAUSES)
    assert labels(analysis, "Cause") == [
        "de oorlog in het oosten",
        "een zwakke beveiliging",
        "doordat personeel schaars is",
    ]
    assert said(analysis, "observation/cause-1", "kamer:causeOf") == ["spionage"]


def test_the_cause_of_a_level_that_it_led_to(analyse: Analyse) -> None:
    body = (
        "Het jihadisme neemt toe. Dit wordt veroorzaakt door conflicten elders. "
        "Dit leidde tot verhoging van het dreigingsniveau van 2 naar 3."
    )
    analysis = read(analyse, body)
    assert said(analysis, "observation/cause-1", "kamer:causeOf") == ["jihadisme", "1"]


def test_causes_of_other_things_are_no_cause(analyse: Analyse) -> None:
    analysis = read(analyse, "De brief is later verzonden. Dit komt door ziekte.")
    assert not things(analysis, "Cause")


def test_the_meaning_of_a_level(analyse: Analyse) -> None:
    body = (
        "Het dreigingsniveau is verhoogd naar niveau 5. Dit betekent dat een aanslag aanstaande is "
        "en de beveiliging wordt verzwaard. Dat betekent veel werk."
    )
    analysis = read(analyse, body)
    assert labels(analysis, "Meaning") == [
        "een aanslag aanstaande is",
        "de beveiliging wordt verzwaard",
    ]
    assert said(analysis, "observation/meaning-2", "kamer:about") == ["1"]


def test_role_narrative_movement_and_need(analyse: Analyse) -> None:
    body = (
        "Gaming als aanjager van radicalisering\n\n"
        "Het omvolkingsnarratief verspreidt zich. De opkomst van de oathbeweging baart zorgen. "
        "De bestrijding van radicalisering vergt meer samenwerking met scholen."
    )
    analysis = read(analyse, body)
    assert labels(analysis, "Role") == ["Gaming als aanjager van radicalisering"]
    assert "radicalisering" in said(analysis, "observation/role-1", "kamer:about")
    assert labels(analysis, "Narrative") == ["omvolkingsnarratief"]
    assert labels(analysis, "Movement") == ["oathbeweging"]
    assert labels(analysis, "Need") == ["meer samenwerking met scholen"]
    assert said(analysis, "observation/need-1", "kamer:about")[0] == "radicalisering"


DECISION = (
    "In 2021 heeft het kabinet drie keer besloten tot ophalen.1 "
    "In alle gevallen betrof het weduwen van uitreizigers. "
    "Daarbij is de zaak gewogen, waarbij de volksgezondheid en het belang van kinderen een grote rol "
    "speelden. Ook andere omstandigheden, zoals logistiek, de houding van buurlanden en het weer, "
    "zijn meegewogen.\n\n"
    "1 Kamerstukken II 2020/21, 29 754, nr. 15."
)


def test_a_decision_with_number_period_group_and_papers(analyse: Analyse) -> None:
    analysis = read(analyse, DECISION)
    (decision,) = things(analysis, "Decision")
    assert said(analysis, decision.id, "kamer:times") == [3]
    assert said(analysis, decision.id, "kamer:period") == ["2021"]
    assert said(analysis, decision.id, "kamer:responsible") == ["kabinet"]
    assert said(analysis, decision.id, "kamer:about") == ["weduwen-van-uitreizigers"]


def test_the_footnote_at_the_mark_documents_the_decision(analyse: Analyse) -> None:
    analysis = read(analyse, DECISION)
    papers = said(analysis, "decision/1", "kamer:documentedIn")
    assert papers == (["paper:kst-29754-15"] if analysis.flow.marks else [])


def test_factors_belong_to_the_decision_before_them(analyse: Analyse) -> None:
    analysis = read(analyse, DECISION)
    assert set(labels(analysis, "Factor")) == {
        "de volksgezondheid",
        "het belang van kinderen",
        "logistiek",
        "de houding van buurlanden",
        "het weer",
    }
    assert all(said(analysis, t.id, "kamer:weighedIn") for t in things(analysis, "Factor"))


@pytest.mark.parametrize(
    "body",
    [
        "De knelpunten die de politie onder de aandacht heeft gebracht, zijn opgelost.",
        "De door de politie ingebrachte knelpunten zijn opgelost.",
        "De politie heeft knelpunten aangekaart.",
    ],
)
def test_who_raised_a_bottleneck(analyse: Analyse, body: str) -> None:
    analysis = read(analyse, body)
    raised = [f for f in analysis.sheet.facts if f.predicate == "kamer:raisedBy"]
    (actor,) = {f.object for f in raised}
    assert actor in {a.ref for a in analysis.actors}


def test_a_bottleneck_that_nobody_raised_is_none(analyse: Analyse) -> None:
    assert not things(read(analyse, "Er zijn nog knelpunten bij de politie."), "Bottleneck")


@pytest.mark.parametrize(
    ("body", "value", "unit"),
    [
        ("De politie hield zevenentwintig verdachten aan.", "27", "verdachten"),
        ("Er zijn 1.250 meldingen gedaan.", "1250", "meldingen"),
        ("Er waren 46 890 overschrijdingen.", "46890", "overschrijdingen"),
        ("Van de zaken is 12,5% gesloten.", "12.5", "%"),
        ("Daarvoor is 2,5 miljoen euro beschikbaar.", "2500000", "euro"),
        ("In drie nieuwe instellingen is geoefend.", "3", "nieuwe instellingen"),
        ("Van hen zijn er veertig teruggekeerd.", "40", "teruggekeerd"),
    ],
)
def test_counts(analyse: Analyse, body: str, value: str, unit: str) -> None:
    analysis = read(analyse, body)
    (count,) = things(analysis, "Count")
    assert said(analysis, count.id, "kamer:value") == [value]
    assert said(analysis, count.id, "kamer:unit") == [unit]


def test_the_groups_name_belongs_to_what_is_counted(analyse: Analyse) -> None:
    analysis = read(analyse, "Zestig volwassen uitreizigers verblijven elders.")
    assert labels(analysis, "Count") == ["Zestig volwassen uitreizigers"]


def test_a_count_has_the_period_of_its_clause(analyse: Analyse) -> None:
    body = "Van 1 mei tot en met 31 juli 2021 zijn twaalf uitreizigers aangehouden."
    analysis = read(analyse, body)
    (count,) = things(analysis, "Count")
    assert said(analysis, count.id, "kamer:period") == ["2021-05-01--2021-07-31"]
    assert said(analysis, count.id, "kamer:about") == ["uitreizigers"]


@pytest.mark.parametrize(
    "body",
    [
        "Volgens artikel 12 leden en andere regels geldt dit.",
        "Dit duurt drie weken, twee jaar of vijf minuten.",
        "Dat is twee keer gebeurd op 14 mei 2021.",
        "Een aantal gemeenten doet mee.",
        "Zo staat het in bron 6 Deze cijfers zijn oud.",
    ],
)
def test_what_is_no_count(analyse: Analyse, body: str) -> None:
    assert not things(read(analyse, body), "Count")


def test_places_are_countries_where_something_is(analyse: Analyse) -> None:
    body = (
        "Uitreizigers in Turkije en Irak zijn in beeld. De Franse regering weet dit. "
        "Er is overleg in Duitse gemeenten."
    )
    analysis = read(analyse, body)
    assert labels(analysis, "Place") == ["Turkije", "Irak"]
    assert said(analysis, "observation/place-2", "kamer:country") == ["iq"]
    assert said(analysis, "observation/place-2", "kamer:about") == ["uitreizigers"]


@pytest.mark.parametrize(
    ("body", "condition"),
    [
        ("Indien de proef slaagt, volgt een wet.", "Indien de proef slaagt"),
        (
            "Meldt een gezin zich bij de grens, dan krijgt het opvang.",
            "Meldt een gezin zich bij de grens",
        ),
        ("Mocht de druk toenemen, dan volgt een wet.", "Mocht de druk toenemen"),
        (
            "Als dat niet lukt, komt er een boete. In dat geval volgt publicatie.",
            "Als dat niet lukt",
        ),
    ],
)
def test_the_condition_of_a_measure(analyse: Analyse, body: str, condition: str) -> None:
    analysis = analyse(body, "Aanpak terrorisme")
    last = [s for s in analysis.sentences if s.passage.kind == "paragraph"][-1]
    measure = MeasureMention(last.start, last.end, Ref("measure/x"), "x", last.index)
    analysis.measures = (measure,)
    observations.write(analysis)
    assert labels(analysis, "Condition") == [condition]
    assert said(analysis, "observation/condition-1", "kamer:about") == ["x"]


def test_reports_with_edition_period_and_delivery(analyse: Analyse) -> None:
    body = (
        "Bijgaand ontvangt u de rapportage ‘Sterker tegen dreiging’. De rapportage over de periode "
        "januari 2020 tot en met juni 2021 is besproken. Het Dreigingsbeeld Statelijke Actoren 2021 "
        "is separaat verzonden."
    )
    analysis = read(analyse, body)
    (first,), (second,) = things(analysis, "Report"), things(analysis, "ThreatReport")
    assert first.label == "rapportage ‘Sterker tegen dreiging’"
    assert said(analysis, first.id, "kamer:coversPeriod") == ["2020-01--2021-06"]
    assert said(analysis, first.id, "kamer:delivery") == ["attached"]
    assert second.label == "Dreigingsbeeld Statelijke Actoren 2021"
    assert said(analysis, second.id, "kamer:edition") == ["2021"]
    assert said(analysis, second.id, "kamer:delivery") == ["separate"]


def test_all_evidence_stands_in_the_text(analyse: Analyse) -> None:
    analysis = read(analyse, f"{CAUSES}\n\n{DECISION}")
    for evidence in evidences(analysis):
        assert list(evidence.spans) == sorted(evidence.spans)
        assert all(analysis.document.text[s.start : s.end].strip() for s in evidence.spans)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("vrede, veiligheid en recht", ["vrede", "veiligheid", "recht"]),
        ("de weg, zoals de A4 en A5, en het spoor", ["de weg, zoals de A4 en A5", "het spoor"]),
        (
            "de rust in stad en dorp en een goede buur",
            ["de rust in stad en dorp", "een goede buur"],
        ),
    ],
)
def test_members_of_a_list(text: str, members: list[str]) -> None:
    assert [text[s:e] for s, e in conjuncts(text, 0, len(text))] == members


@pytest.mark.parametrize(
    ("word", "value"),
    [("achtenvijftig", "58"), ("tweeëntwintig", "22"), ("2.580", "2580"), ("1,2", "1.2")],
)
def test_numbers(word: str, value: str) -> None:
    assert numerals.value(word) == Decimal(value)


def test_what_is_no_number() -> None:
    assert numerals.value("veel") is None
