"""What is said about a thing, and where it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.ask.explain import explain, resolve
from kamergraaf.ask.statements import table
from kamergraaf.ask.store import Oxigraph
from kamergraaf.errors import UsageError
from kamergraaf.graph.build import dataset, letter_iri
from kamergraaf.model import Ref
from making import ID, gulls, vocabulary


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Oxigraph:
    terms: Path = tmp_path_factory.mktemp("terms")
    return Oxigraph.from_quads(dataset([gulls().done()], vocabulary(terms)))


LETTER = letter_iri(gulls().done())


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (f"{ID}actor/strandwacht", f"{ID}actor/strandwacht"),
        (f"<{ID}actor/strandwacht>", f"{ID}actor/strandwacht"),
        ("kid:actor/strandwacht", f"{ID}actor/strandwacht"),
        ("actor/strandwacht", f"{ID}actor/strandwacht"),
        ("Strandwacht", f"{ID}actor/strandwacht"),
        ("measure/verjagen", f"{LETTER}/measure/verjagen"),
    ],
)
def test_a_thing_may_be_named_in_short(source: Oxigraph, name: str, meant: str) -> None:
    assert resolve(source, name) == meant


@pytest.mark.parametrize("name", ["kid:actor/strandwcht", "strandwach", "measure/verjagn"])
def test_an_unknown_name_is_answered_with_the_nearest(source: Oxigraph, name: str) -> None:
    with pytest.raises(UsageError, match=r"did you mean \S*(strandwacht|verjagen)\?"):
        resolve(source, name)


def test_a_name_of_several_things_is_refused(source: Oxigraph) -> None:
    with pytest.raises(UsageError, match="may mean"):
        resolve(source, "verjagen")


def test_every_statement_is_told_with_its_words(source: Oxigraph) -> None:
    found = explain(source, "measure/verjagen")
    said = {(found.label(t.property), found.label(t.object)): t for t in found.about}
    text = gulls().document.text
    for told in found.about:
        pieces = [" ".join(text[start:end].split()) for start, end in told.spans]
        assert all(piece.replace("- ", "") in told.quote for piece in pieces)
    partner = next(t for (_, object_), t in said.items() if object_ == "Strandwacht")
    assert (partner.stance, partner.origin) == ("asserted", "stated")
    (proof,) = found.proofs
    assert text[proof.start : proof.end] == proof.quote == "meeuwen ver-\njaagd"


def test_an_inferred_statement_tells_what_it_rests_on(source: Oxigraph) -> None:
    found = explain(source, "measure/verjagen")
    (inferred,) = [t for t in found.about if t.origin == "inferred"]
    (premise,) = inferred.premises
    assert found.premises[premise].quote == "sinds het najaar van 2020"


def test_statements_in_which_a_thing_is_the_object_are_told_apart(source: Oxigraph) -> None:
    found = explain(source, "Strandwacht")
    assert found.about == ()
    assert {t.property.rpartition("/")[2] for t in found.elsewhere} == {"mentions", "partner"}


def test_all_statements_make_one_table(source: Oxigraph) -> None:
    rows = table(source)
    assert len(rows.rows) == len(gulls().facts)
    partner = [r for r in rows.objects() if r["object_label"] == "Strandwacht"][1]
    assert partner["quote"] == "Strandwacht"
    assert gulls().document.text[int(str(partner["start"])) :].startswith("Strandwacht")


def test_an_inferred_row_of_the_table_tells_its_premises(source: Oxigraph) -> None:
    (row,) = [r for r in table(source).objects() if r["origin"] == "inferred"]
    assert (row["quote"], row["start"]) == (None, None)
    assert row["premises"] == (
        "meeuwen verjaagd — start: het najaar van 2020 “sinds het najaar van 2020”"
    )


@pytest.fixture(scope="module")
def ambiguous(tmp_path_factory: pytest.TempPathFactory) -> Oxigraph:
    """A paper with a citation of the same ending, and an actor with its class's label."""
    letter = gulls()
    cited = letter.thing("citation/kst-12345-6", "Citation", "nr. 6", "nr. 6")
    letter.fact(cited, "kamer:cites", Ref("paper:kst-12345-6"), "nr. 6")
    quads = dataset([letter.done()], vocabulary(tmp_path_factory.mktemp("terms")))
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    quads.append(("<https://w3id.org/kamergraaf/def/Guard>", label, '"Strandwacht"@nl', ""))
    return Oxigraph.from_quads(quads)


@pytest.mark.parametrize(
    ("name", "meant", "other"),
    [
        ("kst-12345-6", f"{ID}paper/kst-12345-6", f"{LETTER}/citation/kst-12345-6"),
        ("Strandwacht", f"{ID}actor/strandwacht", "https://w3id.org/kamergraaf/def/Guard"),
    ],
)
def test_a_thing_goes_before_its_citation_and_its_class(
    ambiguous: Oxigraph, name: str, meant: str, other: str
) -> None:
    found = explain(ambiguous, name)
    assert (found.thing, found.others) == (meant, (other,))
    assert found.label(other)
