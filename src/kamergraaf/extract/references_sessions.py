"""Session years (vergaderjaren): how they are written, and which cannot be right."""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Analysis, Reference

SESSION = r"(?:1[89]|20)[0-9]{2} ?[-–/] ?[0-9]{2,4}(?![0-9])"
"""A session year as written, as a pattern: "2022/2023", "2020/21", "2016–2017"."""

_PARTS = re.compile(r"([0-9]{4}) ?[-–/] ?([0-9]{2,4})")
_PAPER = re.compile(r"kst-(\d{5}(?:-[A-Z\d]+)?)-(\d+)")

Contradiction = tuple[Reference, str, str]
"""A citation and what is wrong with its session year, in Dutch and in English."""


def normalise(written: str) -> str:
    """``2022-2023`` for every way to write it; '' for what is no pair of consecutive years."""
    parts = _PARTS.fullmatch(written.strip())
    if parts is None:
        return ""
    first, second = int(parts[1]), parts[2]
    following = str(first + 1)
    return f"{first}-{following}" if second in (following, following[2:]) else ""


def contradictions(analysis: Analysis) -> list[Contradiction]:
    """The citations whose session year is impossible, or contradicted by another citation.

    Numbers within a dossier rise with time, so a paper cannot be from an earlier session than one
    with a lower number. What is written stays as it is.
    """
    found = list(_impossible(analysis))
    numbered = _numbered(analysis.references)
    flagged: set[tuple[str, int]] = set()
    for reference, dossier, number in numbered:
        later = [
            (other.session, lower)
            for other, same, lower in numbered
            if same == dossier and lower < number and other.session > reference.session
        ]
        if later and (dossier, number) not in flagged:
            flagged.add((dossier, number))
            session, lower = max(later)
            found.append(_contradicted(reference, number, lower, session))
    return found


def _numbered(references: tuple[Reference, ...]) -> list[tuple[Reference, str, int]]:
    result = []
    for reference in references:
        for id_ in reference.ids if reference.session else ():
            paper = _PAPER.fullmatch(id_)
            if paper:
                result.append((reference, paper[1], int(paper[2])))
    return result


def _contradicted(reference: Reference, number: int, lower: int, session: str) -> Contradiction:
    return (
        reference,
        f"Vergaderjaar {reference.session} kan niet kloppen voor nr. {number}: "
        f"nr. {lower} in hetzelfde dossier is al uit {session}.",
        f"Session year {reference.session} cannot be right for no. {number}: "
        f"no. {lower} of the same dossier is already from {session}.",
    )


def _impossible(analysis: Analysis) -> list[Contradiction]:
    """Session years that are no two consecutive years, or begin after the document's year."""
    found: list[Contradiction] = []
    year = int(analysis.header.date[:4]) if analysis.header.date else 9999
    for reference in analysis.references:
        written = analysis.flow.text[reference.start : reference.end]
        parts = _PARTS.search(written) if reference.kind == "ParliamentaryPaper" else None
        if parts is None or not parts[1].startswith(("18", "19", "20")) or not _is_year(written):
            continue
        if not normalise(parts[0]):
            found.append(
                (
                    reference,
                    f"«{parts[0]}» is geen vergaderjaar: een vergaderjaar loopt over twee "
                    "opeenvolgende jaren.",
                    f"«{parts[0]}» is no session year: a session runs over two consecutive years.",
                )
            )
        elif int(parts[1]) > year:
            found.append(
                (
                    reference,
                    f"Vergaderjaar {normalise(parts[0])} begint na de datum van het document.",
                    f"Session year {normalise(parts[0])} begins after the document's date.",
                )
            )
    return found


def _is_year(written: str) -> bool:
    """Whether the pair of numbers in a citation stands where a session year stands."""
    return re.search(SESSION, written) is not None
