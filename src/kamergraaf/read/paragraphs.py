"""The body's lines, grouped into what reads as one."""

from __future__ import annotations

import re
from enum import IntEnum

from kamergraaf.model import BlockKind
from kamergraaf.read.flow import Draft, Piece
from kamergraaf.read.lines import DAY, Line

_CLOSERS = ")]»”’\"'"
_STOPS = frozenset(".?!:…")
_ABBREVIATED = re.compile(
    r"nrs?|artt?|blz|p|jl|jo|resp|bijv|bv|ca|drs?|ir|ing|mr|prof|dhr|mevr|mw|m\.n|o\.a|d\.d|d\.w\.z"
    r"|i\.v\.m|m\.b\.t|t\.a\.v|n\.a\.v|e\.a|stb|stcrt|trb|lid|vgl|max|min|incl|excl|[a-z](?:\.[a-z])*"
)
"""Words before a full stop at which a line goes on; a single letter is an initial."""

_WEAK_END = re.compile(
    r"van|en|het|de|een|voor|der|over|aan|in|met|namens|tot|op|of|bij|om|te|dat|die|door|uit|als|is"
    r"|zijn|heeft|wordt|worden|naar|ten|ter|zich|uw|mijn|hun|deze|dit|ook|niet|.*[,;(«–-]",
    re.I,
)
"""A last word after which a line goes on, whatever its length."""

_ITEM = re.compile(r"(?:[-•*–▪·o] |\d{1,2}[.)] |[a-zA-Z][.)] |\([a-z\d]\) )")
_QUESTION = re.compile(
    r"Vra(?:ag|gen) (\d+[a-z]?(?:(?:,| en| t/m| tot en met| ?[-–/]) ?\d+| \d+)*)\s?[:.]?"
)
_ANSWER = re.compile(
    r"Antwoord(?:en)?(?: op)?(?: de)?(?: vra(?:ag|gen))?(?: (\d[\w, /–-]*))?\s?[:.]?"
)
_NUMBERED = re.compile(r"(\d{1,2})[.)] ")
_CLAUSE = re.compile(
    r"(?:constaterende|overwegende|gehoord|gelezen|verzoekt|van mening|van oordeel|spreekt|roept"
    r"|en gaat over|betreurt|nodigt|onderstreept|erkennende|tevens|draagt|dringt)\b"
)
_SIGN = re.compile(
    r"(?:Hoogachtend|De ?(?:[Mm]inister|[Ss]taatssecretaris|[Vv]ice-?[Mm]inister)[\w -]*)\b"
)
_NAME = re.compile(
    r"(?:(?:drs?|mr|ir|ing|prof)\. ?)*(?:[A-Z][a-z]{0,2}\. ?)*(?:[a-z’']{1,4} ){0,3}"
    r"[A-ZÀ-Þ][^\d.,;:?!]{1,40}"
)
_PLACED = re.compile(rf"[’'‘]?[A-Zs][\w’'‘ -]{{1,24}}, {DAY}")
_HEADING_START = re.compile(r"[A-ZÀ-Þ\d«‘“\"(]")


_UNFILLED = 1_000_000


class State(IntEnum):
    """What the lines at hand belong to."""

    TEXT = 0
    QUESTION = 1
    REQUEST = 2
    SIGNED = 3


class Paragraphs:
    """Groups the lines ``reading`` (indices into ``lines``) into passages, in order."""

    def __init__(self, lines: list[Line], reading: list[int]) -> None:
        self.lines = lines
        self.reading = [i for i in reading if lines[i].text]
        self.lifted = _lifted(lines, self.reading)
        self.width = _width(lines, reading)
        self.state = State.TEXT
        self.label = ""
        self.done: list[Draft] = []
        self.open: list[Piece] = []

    def drafts(self) -> list[Draft]:
        """The passages."""
        above = -1
        for at, i in enumerate(self.reading):
            if self._runs_on(i, above):
                self.open.append(Piece(self.lines[i]))
            else:
                following = self.reading[at + 1] if at + 1 < len(self.reading) else -1
                self._line(i, following, apart=i - above > 1)
            above = i
        self._close()
        return _signed(self.done)

    def _runs_on(self, i: int, above: int) -> bool:
        """Whether a line goes on in the middle of a sentence: the usual case, told quickly."""
        content = self.lines[i].text
        if not (self.open and i - above == 1 and content[0].islower() and content[1:2].isalpha()):
            return False
        last = self.lines[above].text[-1]
        return self.state < State.REQUEST and (last.isalpha() or last == ",")

    def _line(self, at: int, following: int, *, apart: bool) -> None:
        line = self.lines[at]
        if self._marker(line):
            return
        cut = at in self.lifted
        if self.open and not self._goes_on(line, following, apart=apart, cut=cut):
            self._close()
        self.open.append(Piece(line, cut and bool(self.open)))
        if self.state is State.REQUEST and line.text.startswith("en gaat over"):
            self._close()
            self.state = State.SIGNED

    def _marker(self, line: Line) -> bool:
        """Take a line that tells what follows: a question's or an answer's number."""
        first = line.text[0]
        if first == "V" and (found := _QUESTION.fullmatch(line.text)):
            self._heading(line, State.QUESTION, found[1])
            return True
        if first == "A" and (found := _ANSWER.fullmatch(line.text)):
            self._heading(line, State.TEXT, found[1] or "")
            return True
        if first == "D" and line.text.rstrip(",") == "De Kamer":
            self._close()
            self.state = State.REQUEST
        return False

    def _heading(self, line: Line, state: State, label: str) -> None:
        self._close()
        self.done.append(Draft(BlockKind.HEADING, [Piece(line)], label))
        self.state, self.label = state, label

    def _goes_on(self, line: Line, following: int, *, apart: bool, cut: bool) -> bool:
        """Whether ``line`` belongs to the open passage."""
        above = self.open[-1].line
        final = _final(above.text)
        if self._opens(line) or (
            (final or above.text[-1] == ".") and self._breaks_off(line, following, apart=apart)
        ):
            return False
        small = line.text[0].islower()
        if apart:
            if small:
                return cut or not final
            return cut and not final and not self._heading_like(self.open)
        if not self._forced(above, line):
            return True
        return not final and (small or not self._heading_like(self.open))

    def _breaks_off(self, line: Line, following: int, *, apart: bool) -> bool:
        """Whether a signature or a heading follows what may be the end of a sentence."""
        if _SIGN.match(line.text) and line.text.endswith(","):
            return True
        return not apart and self._heading_alone(line, following)

    def _opens(self, line: Line) -> bool:
        """Whether a line begins a passage, whatever stands above: an item, a motion's clause."""
        return (
            self.state is State.SIGNED
            or _ITEM.match(line.text) is not None
            or (self.state is State.REQUEST and _CLAUSE.match(line.text) is not None)
        )

    def _heading_alone(self, line: Line, following: int) -> bool:
        """Whether a line below a finished sentence is a heading of its own."""
        if following < 0 or len(line.text) > 80:
            return False
        below = self.lines[following]
        return (
            (self._forced(line, below) or below.start - line.stop > 1)
            and not below.text[0].islower()
            and self._heading_like([Piece(line)])
        )

    def _forced(self, above: Line, line: Line) -> bool:
        """Whether the first word of ``line`` would have fitted on the line above."""
        word = line.text.find(" ")
        return len(above.text) + 1 + (word if word > 0 else len(line.text)) <= self.width

    def _heading_like(self, pieces: list[Piece]) -> bool:
        """Whether lines may be a heading: short, no full stop, no loose end."""
        if len(pieces) > 3:
            return False
        content = " ".join(piece.line.text for piece in pieces)
        return (
            len(content) <= (120 if self.width < _UNFILLED else 60)
            and self.state is State.TEXT
            and not _final(content)
            and _WEAK_END.fullmatch(content.rpartition(" ")[2]) is None
            and _HEADING_START.match(content) is not None
            and sum(map(str.isalpha, content)) >= max(4, len(content) // 2)
        )

    def _close(self) -> None:
        """File the open passage."""
        if not self.open:
            return
        kind = BlockKind.PARAGRAPH
        if self.state is State.QUESTION:
            kind = BlockKind.QUESTION
        elif self.state is State.REQUEST:
            kind = BlockKind.REQUEST
        elif self.state is State.SIGNED:
            kind = BlockKind.SIGNATURE
        elif self._heading_like(self.open):
            kind = BlockKind.HEADING
        label = self.label if kind is BlockKind.QUESTION else ""
        numbered = _NUMBERED.match(self.open[0].line.text)
        if kind is BlockKind.PARAGRAPH and numbered and self.open[-1].line.text[-1] == "?":
            kind, label = BlockKind.QUESTION, numbered[1]
        self.done.append(Draft(kind, self.open, label))
        self.open = []


def _lifted(lines: list[Line], reading: list[int]) -> set[int]:
    """The lines of ``reading`` before which something else than blank lines was lifted out."""
    found: set[int] = set()
    above = reading[0] if reading else 0
    for i in reading:
        if i - above > 1 and any(line.text for line in lines[above + 1 : i]):
            found.add(i)
        above = i
    return found


def _final(content: str) -> bool:
    """Whether a line ends a sentence."""
    last = content[-1]
    if last in _CLOSERS:
        last = content.rstrip(_CLOSERS)[-1:]
    if last not in _STOPS:
        return False
    if content[-1] != ".":
        return True
    word = content[content.rfind(" ") + 1 : -1].lower().lstrip("(«“‘")
    return len(word) > 6 or _ABBREVIATED.fullmatch(word) is None


def _width(lines: list[Line], reading: list[int]) -> int:
    """The length to which lines were filled, less what proportional type may hide.

    Lines of very different lengths are sentences or paragraphs, each on a line of its own.
    """
    lengths = sorted(len(lines[i].text) for i in reading)
    filled = [length for length in lengths if 40 <= length <= 110]
    if len(filled) < 4 or sum(length > 110 for length in lengths) * 5 > len(lengths):
        return _UNFILLED
    return int(filled[len(filled) * 4 // 5] * 0.9)


def _signed(drafts: list[Draft]) -> list[Draft]:
    """Mark the passages that sign the letter."""
    result: list[Draft] = []
    for draft in drafts:
        content = " ".join(piece.line.text for piece in draft.pieces)
        above = result[-1] if result else None
        if draft.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUESTION):
            dated = above and above.kind is BlockKind.SIGNATURE and _PLACED.fullmatch(content)
            if dated or (len(content) < 160 and _SIGN.match(content) and _signs(content)):
                draft.kind, draft.label = BlockKind.SIGNATURE, ""
            elif above and above.kind is BlockKind.SIGNATURE and _is_name(above, content):
                above.pieces.extend(draft.pieces)
                continue
        result.append(draft)
    return result


def _signs(content: str) -> bool:
    """Whether a passage that opens with an office is a signature: it ends open or in a name."""
    if content.endswith(","):
        return True
    office, comma, name = content.rpartition(", ")
    return bool(comma) and _NAME.fullmatch(name) is not None and not _final(office)


def _is_name(above: Draft, content: str) -> bool:
    return above.pieces[-1].line.text.endswith(",") and _NAME.fullmatch(content) is not None
