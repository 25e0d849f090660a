"""The body of a marked-up document: paragraphs are known, what they are for often is not."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamergraaf.model import BlockKind
from kamergraaf.read.flow import Draft, Piece
from kamergraaf.read.lines import Line
from kamergraaf.read.markup import Paragraph, Role
from kamergraaf.read.paragraphs import Paragraphs, State

_WIDE = 1_000_000
_OFFICE = re.compile(
    r"(?:De|de) (?:[Mm]inister|[Ss]taatssecretaris|[Vv]ice-?[Mm]inister)(?![^\W\d_])"
    r"[^.?!:;\d]{0,140}"
)
_PERSON = re.compile(
    r"(?:(?:[Dd]rs?|[Mm]r|[Ii]r|[Ii]ng|[Pp]rof)\. ?)*(?:[A-ZÀ-Þ][a-z]{0,2}\. ?-?)+"
    r"(?:\([^()]{2,20}\) )?[^\d.,;:?!]{2,50}"
)
_SURE = {
    Role.HEADING: BlockKind.HEADING,
    Role.QUESTION: BlockKind.QUESTION,
    Role.SIGNATURE: BlockKind.SIGNATURE,
}
_LONGEST_HEADING = 160


class Place(NamedTuple):
    """A paragraph in the stored text: where it starts, and which one it is."""

    start: int
    number: int
    paragraph: Paragraph


class MarkedParagraphs(Paragraphs):
    """Groups lines into passages as plain text is grouped, except where the format knows more."""

    def __init__(
        self,
        lines: list[Line],
        reading: list[int],
        owner: list[Place | None],
        *,
        lines_are_paragraphs: bool = True,
    ) -> None:
        super().__init__(lines, reading)
        if lines_are_paragraphs:
            self.width = _WIDE
        self.owner = owner
        self.at = -1
        self.sure = -1

    def _line(self, at: int, following: int, *, apart: bool) -> None:
        self.at = at
        place = self.owner[at]
        kind = self._kind(self.lines[at], place)
        if kind is BlockKind.HEADING and self._continued(place, following):
            kind = None
        if place is None or kind is None:
            super()._line(at, following, apart=apart)
            return
        if place.number == self.sure:
            self.done[-1].pieces.append(Piece(self.lines[at]))
            return
        if kind is BlockKind.HEADING and self._marker(self.lines[at]):
            return
        self._close()
        self.done.append(Draft(kind, [Piece(self.lines[at])], place.paragraph.label))
        self.sure = place.number
        if kind is not BlockKind.SIGNATURE:
            self.state, self.label = State.TEXT, ""

    def _kind(self, line: Line, place: Place | None) -> BlockKind | None:
        """The kind that the format makes sure of."""
        if place is None:
            return None
        role = place.paragraph.role
        if role is Role.BOLD and self.state is State.TEXT:
            plain = line.text[-1] in ".?!;," or len(place.paragraph.text) > _LONGEST_HEADING
            return None if plain else BlockKind.HEADING
        return _SURE.get(role)

    def _continued(self, place: Place | None, following: int) -> bool:
        """Whether a heading that only its bold type shows is the first half of a sentence."""
        return (
            place is not None
            and place.paragraph.role is Role.BOLD
            and following >= 0
            and self.lines[following].text[0].islower()
        )

    def drafts(self) -> list[Draft]:
        """The passages; an office with a person's name under it signs."""
        result: list[Draft] = []
        for draft in super().drafts():
            above = result[-1] if result else None
            if above is not None and _signs(above, draft):
                above.kind, above.label = BlockKind.SIGNATURE, ""
                above.pieces.extend(draft.pieces)
            else:
                result.append(draft)
        return result

    def _goes_on(self, line: Line, following: int, *, apart: bool, cut: bool) -> bool:
        apart_for_good = self._role(line) in (Role.CELL, Role.WHOLE)
        if apart and (apart_for_good or self._office(line, following)):
            return False
        return super()._goes_on(line, following, apart=apart, cut=cut)

    def _heading_like(self, pieces: list[Piece]) -> bool:
        return self._role(pieces[0].line) is not Role.CELL and super()._heading_like(pieces)

    def _office(self, line: Line, following: int) -> bool:
        """Whether a line is an office under which a person's name follows."""
        named = following >= 0 and _PERSON.fullmatch(self.lines[following].text)
        return bool(named) and _OFFICE.fullmatch(line.text) is not None

    def _role(self, line: Line) -> Role:
        """The role of the paragraph that a line belongs to."""
        place = self.owner[self._index(line)]
        return place.paragraph.role if place is not None else Role.BODY

    def _index(self, line: Line) -> int:
        """The index of a line at hand: the present one or one that is still open."""
        at = self.at
        while at > 0 and self.lines[at].stop > line.stop:
            at -= 1
        return at


def _signs(office: Draft, name: Draft) -> bool:
    """Whether two passages are a signature: an office alone, and initials with a name."""
    if office.kind in (BlockKind.SIGNATURE, BlockKind.FOOTNOTE) or len(name.pieces) > 1:
        return False
    content = " ".join(piece.line.text for piece in office.pieces)
    return (
        _OFFICE.fullmatch(content) is not None
        and _PERSON.fullmatch(name.pieces[0].line.text) is not None
    )
