"""Sentences and tokens: abbreviations, initials, quotes, offsets, speed-critical shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.extract.sentences import split
from kamergraaf.model import BlockKind
from kamergraaf.read.text import document


def sentences(content: str) -> list[str]:
    flow = document(Path("brief.txt"), content.encode()).flow
    return [flow.text[s.start : s.end] for s in split(flow)]


def words(content: str) -> list[str]:
    flow = document(Path("brief.txt"), content.encode()).flow
    return [token.text for s in split(flow) for token in s.tokens]


@pytest.mark.parametrize(
    "content",
    [
        "Op 6 september jl. heeft uw Kamer gevraagd om nr. 45 van Stb. 2017, blz. 3 en art. 5.",
        "De heer B.R. Jansen en mr. A. de Vries, o.a. van de AIVD, d.w.z. de dienst, komen.",
        "De motie Van Dam c.s. (Kamerstuk 29 754, nr. 3) is m.b.t. het plan uitgevoerd.",
        "Dit betreft 1.250 gevallen, 3,5 procent en 12.000 euro.",
        "Het plan loopt tot 5 mei a.s. en wordt dan verlengd; de kosten blijven gelijk.",
        "Het kabinet kiest “een stevige lijn”. Nee?".replace(". Nee?", "."),
    ],
)
def test_one_sentence(content: str) -> None:
    assert sentences(content) == [content]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("Dat is zo. Het kabinet werkt. Waarom?", 3),
        ("Dat gebeurt op 5 oktober a.s. De brief volgt.", 2),
        ("Zij zei: «Nee.» Daarna niets meer.", 2),
        ("Het verslag kwam op 17 mei jl. Daarna bleef het stil.", 2),
        ("Is dat zo? Ja! Dat is zo (zie boven). Einde.", 4),
    ],
)
def test_several_sentences(content: str, count: int) -> None:
    assert len(sentences(content)) == count


def test_words_keep_hyphens_and_apostrophes_and_split_at_slashes() -> None:
    assert words("Sarioğlu/De Lange-Pothof, asiel- en risico’s (’s avonds) 1.250,5 t/m o.a. a.s.") == [
        "Sarioğlu", "/", "De", "Lange-Pothof", ",", "asiel-", "en", "risico’s", "(", "’s",
        "avonds", ")", "1.250,5", "t", "/", "m", "o.a", ".", "a.s", ".",
    ]  # fmt: skip


def test_sentences_know_their_section_and_furniture_has_no_tokens() -> None:
    content = (
        "Inleidend staat hier een zin die lang genoeg is om een regel te vullen.\n\n"
        "Aanpak online\n\nHet kabinet werkt daaraan met veel partijen in het land.\n\n"
        "Pagina 1 van 2\n"
    )
    flow = document(Path("brief.txt"), content.encode()).flow
    found = split(flow)
    headings = [i for i, p in enumerate(flow.passages) if p.kind is BlockKind.HEADING]
    assert [s.section for s in found] == [None, headings[0], headings[0], None]
    assert found[-1].tokens == ()
    assert [s.index for s in found] == [0, 1, 2, 3]
