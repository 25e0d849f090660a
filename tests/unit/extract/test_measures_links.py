"""Motions that measures fulfil, papers that tell of them, parts and what points back."""

from __future__ import annotations

from collections.abc import Callable

from kamergraaf.extract import measures
from kamergraaf.extract.analysis import Analysis, MotionMention
from kamergraaf.model import Ref

Analyse = Callable[..., Analysis]


def facts(analysis: Analysis, predicate: str) -> list[tuple[str, str]]:
    return [
        (analysis.sheet.things[f.subject.id].label, f.object.id)
        for f in analysis.sheet.facts
        if f.predicate == predicate and isinstance(f.object, Ref)
    ]


def test_hiermee_points_back_to_the_measures_of_the_section(analyse: Analyse) -> None:
    analysis = analyse(
        "De politie heeft een meldpunt geopend. Het is druk bezocht. "
        "Hiermee geeft het kabinet uitvoering aan de motie Appel."
    )
    start = analysis.flow.text.index("motie Appel")
    analysis.motions = (MotionMention(start, start + 11, Ref("motion/appel")),)
    measures.write(analysis)
    assert facts(analysis, "kamer:fulfils") == [("meldpunt", "motion/appel")]
    assert len(analysis.measures) == 1


def test_a_paper_cited_in_the_sentence_documents_the_measure(analyse: Analyse) -> None:
    analysis = analyse(
        "De politie heeft een meldpunt geopend (Kamerstukken II 2020/21, 28 684, nr. 9)."
    )
    measures.write(analysis)
    assert facts(analysis, "kamer:documentedIn") == [("meldpunt", "paper:kst-28684-9")]


def test_a_part_shares_the_aims_and_the_whole_the_partners(analyse: Analyse) -> None:
    analysis = analyse(
        "Het kabinet werkt aan een campagne tegen haatzaaien. "
        "Onderdeel hiervan is een dialoog met gemeenten."
    )
    measures.write(analysis)
    whole, part = analysis.measures
    assert facts(analysis, "kamer:partOf") == [(part.label, whole.ref.id)]
    aims = facts(analysis, "kamer:addresses")
    assert {value for label, value in aims if label == part.label} == {
        value for label, value in aims if label == whole.label
    }
    assert {label for label, _ in facts(analysis, "kamer:partner")} == {part.label, whole.label}


def test_those_involved_join_the_measure_before(analyse: Analyse) -> None:
    analysis = analyse(
        "De politie ontwikkelt een handreiking. Aan deze handreiking werken ook gemeenten mee."
    )
    measures.write(analysis)
    assert len(analysis.measures) == 1
    assert [label for label, _ in facts(analysis, "kamer:partner")] == ["handreiking"]


def test_a_motion_document_has_no_measures(analyse: Analyse) -> None:
    analysis = analyse("De politie heeft een meldpunt geopend.")
    analysis.header = type(analysis.header)(kind="motion")
    measures.write(analysis)
    assert analysis.measures == ()


def test_zij_is_who_acted_before(analyse: Analyse) -> None:
    analysis = analyse("De AIVD ontwikkelt een handreiking. Zij traint ook gidsen.")
    measures.write(analysis)
    doers = [value for _, value in facts(analysis, "kamer:responsible")]
    assert len(doers) == 2
    assert len(set(doers)) == 1
