"""Names as papers write them, and the words at which grammars start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.extract.folding import fold
from kamergraaf.extract.names import SIGNED, people, squash
from kamergraaf.extract.triggers import Triggers


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("De Bruin over water", ["De Bruin"], " over water"),
        ("Van der Laan/Kuik c.s. is", ["Van der Laan", "Kuik"], " is"),
        ("Bos-De Wit en Els van Dam die", ["Bos-De Wit", "Els van Dam"], " die"),
        ("D’Ancona, Öz en 't Hart", ["D’Ancona", "Öz"], " en 't Hart"),
        (
            "JANSEN-VAN DER POL EN KUIK\nVoorgesteld",
            ["Jansen-Van der Pol", "Kuik"],
            "\nVoorgesteld",
        ),
        ("Kuik, Kamerstuk 12 345", ["Kuik"], ", Kamerstuk 12 345"),
        ("van de gemeente", [], "van de gemeente"),
        ("Karim B. zit vast", [], "Karim B. zit vast"),
    ],
)
def test_names_in_a_row(text: str, names: list[str], rest: str) -> None:
    row = people(text, 0)
    assert [person.name for person in row.persons] == names
    assert text[row.end :] == rest


def test_a_shared_party_counts_for_all() -> None:
    text = "Kuik en Bos (beiden XYZ)"
    assert [text[p.party_start : p.party_end] for p in people(text, 0).persons] == ["XYZ", "XYZ"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("drs. A.B. van den Berg", "A.B. van den Berg"),
        ("A. B. C. Smit", "A. B. C. Smit"),
        ("Th.C. Öztürk-De Vries", "Th.C. Öztürk-De Vries"),
    ],
)
def test_signed_names(text: str, name: str) -> None:
    match = SIGNED.fullmatch(text)
    assert match is not None and match[1] == name


def test_squash_compares_broken_names() -> None:
    assert squash("Van Mid del-Öz") == squash("VAN MIDDEL OZ")


def test_triggers_find_words_and_endings() -> None:
    triggers = Triggers({"word": (" raad ",), "ending": ("raad ",), "start": (" mini",)})
    text = "Onderwijsraad, Raad; minister administratie"
    found = triggers.find(fold(text))
    assert [text[a:b] for a, b in found["word"]] == ["Raad"]
    assert [text[a:b] for a, b in found["ending"]] == ["raad", "Raad"]
    assert [text[a:b] for a, b in found["start"]] == ["mini"]


@given(st.text(alphabet="AbcÉ -/.(),'en", max_size=40))
def test_rows_stay_inside_the_text(text: str) -> None:
    row = people(text, 0)
    assert 0 <= row.end <= len(text)
    assert all(0 <= p.start < p.end <= len(text) for p in row.persons)
