"""Pages of which nothing was read, as warnings."""

from __future__ import annotations

from collections.abc import Sequence

from kamergraaf.model import Document, Evidence, SourcePage, Span, Warning


def warnings(document: Document) -> list[Warning]:
    """A warning for each stretch of scanned pages among those with text."""
    found: list[list[int]] = []
    for index, page in enumerate(document.pages):
        if page.scanned and found and found[-1][-1] == index - 1:
            found[-1].append(index)
        elif page.scanned:
            found.append([index])
    return [_unread(document.pages, indices) for indices in found]


def _unread(pages: Sequence[SourcePage], indices: list[int]) -> Warning:
    first, last = pages[indices[0]].number, pages[indices[-1]].number
    nl, en = f"Bladzijde {first} is een afbeelding", f"Page {first} is an image"
    if last > first:
        nl = f"Bladzijden {first} tot en met {last} zijn afbeeldingen"
        en = f"Pages {first} to {last} are images"
    return Warning(
        "scanned-page",
        f"{nl}, zoals een scan: wat daarop staat, is niet gelezen.",
        f"{en}, such as a scan: what stands there was not read.",
        Evidence((_beside(pages, indices[0]),)),
    )


def _beside(pages: Sequence[SourcePage], index: int) -> Span:
    """The line that a scanned page follows on, or else the first one after it."""
    before = [line.span for page in pages[: index + 1] for line in page.lines]
    if before:
        return before[-1]
    return next(line.span for page in pages[index:] for line in page.lines)
