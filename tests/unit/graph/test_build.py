"""A letter in RDF, as docs/model.md describes it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from kamergraaf.graph.build import dataset, letter_iri, letter_quads, run_quads
from kamergraaf.graph.quads import RDF_TYPE, Quad, value
from kamergraaf.iris import expand
from kamergraaf.model import LineBox, Origin, Ref, SourcePage, Span, Stance
from making import DOCUMENT, ID, Letter, gulls, vocabulary

TEXT = "De gemeente bestrijdt sinds 3 mei over-\nlast. Wij doen dat ook."


def small() -> Letter:
    letter = Letter(TEXT, "b.txt", broken=("over-\nlast",))
    letter.thing("document", "Letter", "Brief", "De gemeente")
    return letter


def term(name: str) -> str:
    return f"<{expand(name)}>"


def objects(quads: list[Quad], subject: str, predicate: str) -> list[str]:
    return sorted(o for s, p, o, _ in quads if (s, p) == (subject, term(predicate)))


def statements(quads: list[Quad]) -> list[str]:
    return [s for s, p, o, _ in quads if p == RDF_TYPE and o == term("kamer:Statement")]


def test_a_fact_stands_in_the_facts_graph_and_its_statement_beside_it() -> None:
    letter = small()
    letter.fact(DOCUMENT, "dcterms:title", "over last", "over-\nlast")
    quads = letter_quads(letter.done())
    node = f"<{letter_iri(letter.done())}>"
    facts, beside = node[:-1] + "/graph/facts>", node[:-1] + "/graph/evidence>"
    assert (node, term("dcterms:title"), '"over last"@nl', facts) in quads
    (statement,) = statements(quads)
    assert {g for s, _, _, g in quads if s == statement} == {beside}
    assert objects(quads, statement, "kamer:object") == ['"over last"@nl']
    assert objects(quads, statement, "kamer:letter") == [node]
    assert objects(quads, statement, "kamer:quote") == ['"overlast"']


def test_the_facts_graph_holds_nothing_but_facts_types_and_labels() -> None:
    extraction = gulls().done()
    quads = letter_quads(extraction)
    facts = {q[:3] for q in quads if q[3].endswith("/graph/facts>")}
    stated = {
        (
            objects(quads, one, "kamer:subject")[0],
            objects(quads, one, "kamer:predicate")[0],
            objects(quads, one, "kamer:object")[0],
        )
        for one in statements(quads)
    }
    introduced = {s for s, p, _, _ in quads if p == term("kamer:evidence")}
    for subject, predicate, object_ in facts - stated:
        assert predicate in (RDF_TYPE, term("rdfs:label")), (subject, predicate, object_)
        assert subject in introduced


def test_evidence_says_exactly_what_stands_at_its_offsets() -> None:
    extraction = gulls().done()
    quads = letter_quads(extraction)
    spans = [s for s, p, o, _ in quads if p == RDF_TYPE and o == term("oa:SpecificResource")]
    assert len(spans) == len(set(spans)) > 10
    for span in spans:
        position, quote = objects(quads, span, "oa:hasSelector")
        start = int(value(objects(quads, position, "oa:start")[0]).text)
        end = int(value(objects(quads, position, "oa:end")[0]).text)
        assert span.endswith(f"#char={start},{end}>")
        exact = value(objects(quads, quote, "oa:exact")[0]).text
        assert exact == extraction.document.text[start:end]


def test_statements_about_the_same_words_share_one_evidence_node() -> None:
    letter = small()
    letter.fact(DOCUMENT, "kamer:dossier", "1", "over-\nlast")
    letter.fact(DOCUMENT, "kamer:dossier", "2", "over-\nlast")
    quads = letter_quads(letter.done())
    first, second = statements(quads)
    assert objects(quads, first, "kamer:evidence") == objects(quads, second, "kamer:evidence")


@pytest.mark.parametrize(
    ("predicate", "said", "expected"),
    [
        ("kamer:earliest", "2021-05-03", '"2021-05-03"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("kamer:asks", "dat", '"dat"@nl'),
        ("kamer:dossier", "29754", '"29754"'),
        ("kamer:times", 2, '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("kamer:value", 58, '"58"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("kamer:value", "2.50", '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("kamer:agentUnstated", True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("kamer:partner", Ref(f"{ID}actor/x"), f"<{ID}actor/x>"),
        ("dcterms:references", Ref("paper:kst-1-2"), f"<{ID}paper/kst-1-2>"),
    ],
)
def test_values_get_the_datatype_that_their_property_asks(
    predicate: str, said: object, expected: str
) -> None:
    letter = small()
    letter.fact(DOCUMENT, predicate, said, "De gemeente")  # type: ignore[arg-type]
    quads = letter_quads(letter.done())
    assert objects(quads, f"<{letter_iri(letter.done())}>", predicate) == [expected]


def test_an_inferred_statement_points_at_its_premises() -> None:
    letter = small()
    rests = letter.fact(DOCUMENT, "kamer:dossier", "1", "sinds 3 mei")
    letter.fact(
        DOCUMENT, "kamer:sessionYear", "2020-2021", origin=Origin.INFERRED, premises=(rests,)
    )
    quads = letter_quads(letter.done())
    ((inferred, premise),) = [(s, o) for s, p, o, _ in quads if p == term("kamer:premise")]
    assert objects(quads, premise, "kamer:object") == ['"1"']
    assert objects(quads, inferred, "kamer:origin") == [f"<{ID}origin/inferred>"]
    assert objects(quads, inferred, "kamer:evidence") == []
    assert objects(quads, inferred, "kamer:quote") == []


def test_a_premise_may_come_later_but_never_in_a_circle() -> None:
    later = small()
    later.fact(DOCUMENT, "kamer:dossier", "1", premises=(1,))
    later.fact(DOCUMENT, "kamer:dossier", "2", "sinds 3 mei")
    assert len(statements(letter_quads(later.done()))) == 2
    circle = small()
    circle.fact(DOCUMENT, "kamer:dossier", "1", premises=(1,))
    circle.fact(DOCUMENT, "kamer:dossier", "2", premises=(0,))
    with pytest.raises(ValueError, match="rest on each other"):
        letter_quads(circle.done())


def test_a_fact_that_rests_on_nothing_is_refused() -> None:
    letter = small()
    letter.fact(DOCUMENT, "kamer:dossier", "1")
    with pytest.raises(ValueError, match="neither evidence nor premises"):
        letter_quads(letter.done())


def test_a_statement_is_known_by_its_content() -> None:
    def named(stance: Stance, words: str) -> str:
        letter = small()
        letter.fact(DOCUMENT, "kamer:dossier", "1", words, stance=stance)
        return statements(letter_quads(letter.done()))[0]

    asserted = named(Stance.ASSERTED, "sinds 3 mei")
    assert re.fullmatch(rf"<{ID}statement/[0-9a-f]{{20}}>", asserted)
    assert asserted == named(Stance.ASSERTED, "sinds 3 mei")
    assert (
        len({asserted, named(Stance.NEGATED, "sinds 3 mei"), named(Stance.ASSERTED, "3 mei")}) == 3
    )


def test_a_document_with_a_number_is_the_paper_that_others_cite() -> None:
    letter = small()
    letter.fact(DOCUMENT, "dcterms:identifier", "kst-29754-436", "3 mei")
    assert letter_iri(letter.done()) == f"{ID}paper/kst-29754-436"


def test_a_motion_with_a_number_is_also_a_paper() -> None:
    letter = small()
    letter.thing("paper:kst-1-2", "Motion", "motie", "3 mei")
    letter.thing("motion/jansen", "Motion", "motie", "3 mei")
    quads = letter_quads(letter.done())
    types = defaultdict(set)
    for s, p, o, _ in quads:
        if p == RDF_TYPE:
            types[s].add(o)
    assert types[f"<{ID}paper/kst-1-2>"] == {term("kamer:Motion"), term("kamer:ParliamentaryPaper")}
    assert types[f"<{letter_iri(letter.done())}/motion/jansen>"] == {term("kamer:Motion")}


def test_another_base_takes_letters_and_registers_along(tmp_path: Path) -> None:
    base = "https://example.org/id/"
    quads = dataset([gulls().done()], vocabulary(tmp_path), base)
    terms = {t for quad in quads for t in quad if t.startswith("<")}
    assert not [t for t in terms if t.startswith(f"<{ID}")]
    assert f"<{base}actor/strandwacht>" in terms
    assert f"<{base}stance/asserted>" in terms


def test_the_dataset_has_two_graphs_per_letter_the_registers_and_the_run(tmp_path: Path) -> None:
    letters = [gulls().done(), gulls("b.txt").done()]
    quads = dataset(letters, vocabulary(tmp_path))
    expected = {f"<{ID}graph/registers>", f"<{ID}graph/run>"}
    for letter in letters:
        expected |= {f"<{letter_iri(letter)}/graph/{kind}>" for kind in ("facts", "evidence")}
    assert {g for *_, g in quads} == expected
    assert len(quads) == len(set(quads))


def test_the_same_letter_twice_gives_its_quads_once(tmp_path: Path) -> None:
    terms = vocabulary(tmp_path)
    once, twice = dataset([gulls().done()], terms), dataset([gulls().done()] * 2, terms)
    assert once == twice


def test_no_blank_nodes(tmp_path: Path) -> None:
    for quad in dataset([gulls().done()], vocabulary(tmp_path)):
        assert not [t for t in quad if t.startswith("_:")]


def test_the_run_tells_a_time_only_where_the_environment_gives_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = term("prov:endedAtTime")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert ended not in {p for _, p, _, _ in run_quads(["urn:x"], "abc")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    times = [o for _, p, o, _ in run_quads(["urn:x"], "abc") if p == ended]
    assert [value(t).text for t in times] == ["1970-01-02T00:00:00Z"]


def test_a_warning_points_at_its_place() -> None:
    quads = letter_quads(gulls().done())
    (node,) = [s for s, p, o, _ in quads if p == RDF_TYPE and o == term("kamer:Warning")]
    assert node.endswith("/warning/1>")
    assert objects(quads, node, "rdfs:label") == ['"odd"@en', '"vreemd"@nl']
    assert objects(quads, node, "kamer:quote") == ['"niveau"']


def test_evidence_from_a_pdf_points_into_its_page() -> None:
    letter = gulls().done()
    text = letter.document.text
    first, second = Span(0, 10), Span(10, len(text))
    boxes = (
        SourcePage(1, first, 595, 842, (LineBox(first, 72, 100, 300, 112),)),
        SourcePage(2, second, 595, 842, (LineBox(second, 72, 90, 400.4, 102),)),
    )
    paged = replace(letter, document=replace(letter.document, pages=boxes))
    told = {
        (s, value(o).text) for s, p, o, _ in letter_quads(paged) if p.endswith("/pageFragment>")
    }
    assert {said for _, said in told} >= {"page=2&viewrect=72,90,328,12"}
    assert not any(p.endswith("/pageFragment>") for _, p, _, _ in letter_quads(letter))
