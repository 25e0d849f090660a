"""The letters on the HTML page: each paragraph once, with all that is pointed at marked."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kamergraaf.check.passage import Passage
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item, Report
from kamergraaf.check.reports.markup import both, esc, tag, ui

OPEN = 200
"""With more paragraphs than this, the letters are closed at first; a link opens its letter."""

_Spans = tuple[tuple[int, int], ...]


class Letters:
    """Numbers findings and places, and shows the paragraphs in which the places are."""

    def __init__(self, report: Report) -> None:
        self._items = {id(item): number for number, item in enumerate(report.items, 1)}
        self._places: dict[tuple[str, _Spans], int] = {}
        self._marks: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self._findings: dict[int, list[int]] = defaultdict(list)
        self._paragraphs: dict[str, dict[tuple[int, int], Passage]] = defaultdict(dict)
        self._called = {letter.iri: letter.label for letter in report.letters}
        for item in report.items:
            for place in (item.place, item.other):
                self._take(place, self._items[id(item)])
        for marks in self._marks.values():
            marks.sort()

    def finding(self, item: Item) -> str:
        """The address of a finding on the page."""
        return f"f{self._items[id(item)]}"

    def anchor(self, place: Place, item: Item) -> str:
        """The address of a place on the page, '' for one that the dataset does not tell."""
        number = self._places.get((place.letter, place.passage.spans))
        return f"s{number}" if number else ""

    def parts(self) -> Iterator[str]:
        """The letters with something pointed at, each with its paragraphs in reading order."""
        if not self._paragraphs:
            return
        many = sum(map(len, self._paragraphs.values())) > OPEN
        yield f"<section id=letters>\n{tag('h2', ui('In de brieven', 'In the letters'))}\n"
        for letter in sorted(self._paragraphs):
            found = self._paragraphs[letter]
            label = both(self._called[letter]) if letter in self._called else esc(letter)
            yield f"<details class=letter{'' if many else ' open'}><summary>"
            yield f"<h3>{label}</h3> <span class=n>{len(found)}</span></summary>\n"
            for key in sorted(found):
                yield self._paragraph(letter, found[key])
            yield "</details>\n"
        yield "</section>\n"

    def _take(self, place: Place, finding: int) -> None:
        passage = place.passage
        if not passage.spans:
            return
        key = (place.letter, passage.spans)
        if key not in self._places:
            self._places[key] = len(self._places) + 1
            self._marks[place.letter] += [(*span, self._places[key]) for span in passage.spans]
        number = self._places[key]
        if finding not in self._findings[number]:
            self._findings[number].append(finding)
        window = (passage.start, passage.start + len(passage.text))
        self._paragraphs[place.letter].setdefault(window, passage)

    def _paragraph(self, letter: str, passage: Passage) -> str:
        """A paragraph; where marked spans lie over each other, each piece tells whose it is."""
        start, end = passage.start, passage.start + len(passage.text)
        found = self._marks[letter]
        near = found[bisect_left(found, (start,)) : bisect_left(found, (end,))]
        marks = [mark for mark in near if mark[1] <= end]
        cuts = sorted({start, end, *(m[0] for m in marks), *(m[1] for m in marks)})
        anchored: set[int] = set()
        pieces = []
        for first, last in pairwise(cuts):
            over = sorted(n for a, b, n in marks if a <= first and last <= b)
            words = esc(passage.text[first - start : last - start])
            for number in over:
                if number not in anchored:
                    anchored.add(number)
                    pieces.append(f"<span class=anchor id=s{number} tabindex=-1></span>")
            pieces.append(tag("mark", words, " ".join(f"s{n}" for n in over)) if over else words)
        before, after = ("… " if passage.cut[0] else ""), (" …" if passage.cut[1] else "")
        return f"<div class=paragraph><p lang=nl>{before}{''.join(pieces)}{after}</p>" + (
            f"{self._back(sorted(anchored))}</div>\n"
        )

    def _back(self, numbers: list[int]) -> str:
        """The way back: links to the findings of a paragraph."""
        findings = sorted({finding for number in numbers for finding in self._findings[number]})
        links = " ".join(tag("a", f"#{f}", href=f"#f{f}") for f in findings)
        return tag("p", f"{ui('Bevindingen hier:', 'Findings here:')} {links}", "back")
