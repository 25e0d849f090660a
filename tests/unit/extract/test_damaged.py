"""What damaged letters taught the extractors: each test is named after what went wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.errors import InputError
from kamergraaf.model import Extraction, Span


def read(folder: Path, text: str) -> Extraction:
    path = folder / "brief.txt"
    path.write_text(text, "utf-8")
    return pipeline.read_letter(path, pipeline.vocabulary().lexicon())


def spans(extraction: Extraction) -> list[Span]:
    proofs = [thing.evidence for thing in extraction.things]
    proofs += [fact.evidence for fact in extraction.facts if fact.evidence]
    return [span for proof in proofs for span in proof.spans]


def test_an_aim_without_a_noun_is_no_aim(tmp_path: Path) -> None:
    """ "ter bestrijding van" at the end of what is left of a sentence."""
    found = read(
        tmp_path, "Geachte voorzitter,\n\nDe NCTV voert een training in ter bestrijding van"
    )
    assert [thing.kind for thing in found.things].count("Measure") == 1


@pytest.mark.parametrize("last", ["De motie", "Aldus het lid", "Dat doet de gemeente"])
def test_a_name_does_not_run_on_into_a_page_number(tmp_path: Path, last: str) -> None:
    """Furniture follows the body in the flow and stands before it in the text."""
    lines = [
        "Pagina 1 van 2",
        "",
        "Geachte voorzitter,",
        "",
        "Gemeenten voeren trainingen uit.",
        last,
    ]
    found = read(tmp_path, "\n".join(lines))
    assert not [thing for thing in found.things if "agina" in thing.label]
    assert all(span.start < span.end for span in spans(found))


def test_many_mentions_do_not_take_quadratic_time(tmp_path: Path) -> None:
    line = (
        "In mei 2021 nam het jihadisme in 12 gemeenten toe (Kamerstukken II 2020/21, 29754, nr. 6)."
    )

    def seconds(times: int) -> float:
        began = time.process_time()
        read(tmp_path, "Geachte voorzitter,\n\n" + f"{line}\n\n" * times)
        return time.process_time() - began

    seconds(10)
    assert seconds(1_600) < 30 * seconds(160)


def test_a_text_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"at most 2,000,000 are read"):
        read(tmp_path, "woord " * 400_000)
