"""One document in several forms gives the same facts, whatever the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.graph.vocabulary import load
from kamergraaf.model import Extraction, Lexicon, Ref, Value

FORMS = {
    "op/kst-32545-143": (".xml", ".html", ".odt", ".pdf"),
    "authored/online-materiaal": (".txt", ".docx", ".pdf"),
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load(None).lexicon()


def told(value: Value) -> str:
    return value.id if isinstance(value, Ref) else repr(value)


def facts(extraction: Extraction) -> set[tuple[str, ...]]:
    """All facts and things, without the places that prove them."""
    found: set[tuple[str, ...]] = {
        (told(f.subject), f.predicate, told(f.object), f.stance, f.origin) for f in extraction.facts
    }
    found.update((thing.id, thing.kind, thing.label) for thing in extraction.things)
    return found


@pytest.mark.parametrize("stem", list(FORMS))
def test_all_forms_give_the_same_facts(shared: Path, lexicon: Lexicon, stem: str) -> None:
    first, *others = (
        pipeline.read_letter(shared / "corpus" / (stem + ending), lexicon) for ending in FORMS[stem]
    )
    assert facts(first)
    for other in others:
        assert facts(other) == facts(first), other.document.name


def test_a_publication_needs_no_metadata_beside_it(
    shared: Path, lexicon: Lexicon, tmp_path: Path
) -> None:
    source = shared / "corpus/op/kst-32545-143.xml"
    alone = tmp_path / source.name
    alone.write_bytes(source.read_bytes())
    lonely = pipeline.read_letter(alone, lexicon)
    accompanied = pipeline.read_letter(source, lexicon)
    assert facts(lonely) == facts(accompanied)
    assert "date" not in lonely.document.metadata
    assert accompanied.document.metadata["date"] == "2021-07-06"


def test_a_folder_is_read_without_its_metadata_files(shared: Path) -> None:
    found = {path.name for path in pipeline.letters([shared / "corpus/op"])}
    assert "kst-32545-143.xml" in found
    assert not any("metadata" in name for name in found)


def test_quotes_stand_at_their_offsets_in_every_form(shared: Path, lexicon: Lexicon) -> None:
    folder = shared / "corpus"
    for path in pipeline.letters([folder / "op", folder / "docx", folder / "authored"]):
        extraction = pipeline.read_letter(path, lexicon)
        text = extraction.document.text
        for fact in extraction.facts:
            for span in fact.evidence.spans if fact.evidence else ():
                quote = text[span.start : span.end]
                assert quote == quote.strip() != ""
