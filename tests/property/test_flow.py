"""Whatever the text: the flow's offsets lead back to it, and every quote stands where it says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kamergraaf.extract import dates, header, references, sentences
from kamergraaf.extract.analysis import Analysis
from kamergraaf.model import Document, Evidence, Lexicon
from kamergraaf.read import text

SCRAPS = """de minister van Justitie en Veiligheid uw Kamer asiel- nareis anti- overheids advies-
team geweld. dreiging.1 landen2 jl.3 2023 20231 29 754, nr. 436 Kamerstuk kst-29754-436 12 mei
Vraag 1 Antwoord De Kamer, verzoekt (Stb. 2017, 52) «citaat» reëel 🙂 \u00adzacht \u00a0 [4 ]
- – ’s-Gravenhage ISSN Pagina 2 van 7 Datum Ons kenmerk 1 2 3 Geachte voorzitter, § İ
tot en met eind maart dit najaar a.s. Handelingen II 2014/15, nr. 75, item 31"""
WORDS = st.sampled_from(SCRAPS.split())
GAPS = st.sampled_from([" ", " ", " ", "\n", " \n", "\n\n", "  ", "-\n", "\t", "\n1 ", "\n2 Zie "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=120).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda t: text.normalise(t).strip() != ""
)


def make(content: str) -> Document:
    return text.document(Path("brief.txt"), content.encode())


def holds(document: Document) -> None:
    flow, stored = document.flow, document.text
    assert len(flow.offsets) == len(flow.text)
    for char, offset in zip(flow.text, flow.offsets, strict=True):
        behind = stored[offset]
        assert behind == char or (char in " \n" and behind.isspace()), (char, behind)
    for passage in flow.passages:
        within = flow.offsets[passage.start : passage.end]
        assert all(a < b for a, b in pairwise(within))
    ends = [passage.end for passage in flow.passages]
    assert all(flow.text[end] == "\n" for end in ends[:-1])
    assert list(flow.breaks) == sorted(flow.breaks)


def proves(document: Document, evidence: Evidence) -> None:
    spans = evidence.spans
    assert spans
    assert list(spans) == sorted(spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(document.text)
        quote = document.text[span.start : span.end]
        assert quote == quote.strip()
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_letters_keep_their_offsets(content: str) -> None:
    if content.strip():
        holds(make(content))


@given(ANY)
@settings(deadline=None)
def test_any_text_keeps_its_offsets(content: str) -> None:
    try:
        document = make(content)
    except Exception as error:
        assert "binary" in str(error) or "no text" in str(error)
        return
    holds(document)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_blocks_lie_in_the_text_in_order(content: str) -> None:
    if not content.strip():
        return
    document = make(content)
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        at = block.span.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_sentences_cover_the_passages_and_tokens_stand_in_them(content: str) -> None:
    if not content.strip():
        return
    document = make(content)
    flow = document.flow
    found = sentences.split(flow)
    covered = "".join(flow.text[s.start : s.end] for s in found)
    assert "".join(covered.split()) == "".join(flow.text.split())
    for sentence in found:
        proves(document, flow.evidence(sentence.start, sentence.end))
        for token in sentence.tokens:
            assert flow.text[token.start : token.end] == token.text
            assert len(token.lower) == len(token.text)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_read_is_proved(content: str) -> None:
    if not content.strip():
        return
    document = make(content)
    analysis = Analysis(document, Lexicon({}), sentences.split(document.flow))
    analysis.references = references.find(analysis)
    analysis.header = header.read(analysis)
    analysis.dates = dates.find(analysis)
    for step in (header, references, dates):
        step.write(analysis)
    result = analysis.sheet.finish(document)
    proofs = [thing.evidence for thing in result.things]
    proofs += [fact.evidence for fact in result.facts if fact.evidence is not None]
    proofs += [warning.evidence for warning in result.warnings]
    for evidence in proofs:
        proves(document, evidence)
    for mentions in (analysis.references, analysis.dates):
        assert all(a.end <= b.start for a, b in pairwise(mentions))
