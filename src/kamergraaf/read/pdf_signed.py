"""Signatures set side by side, read one after the other."""

from __future__ import annotations

import re

from kamergraaf.read.pdf_glyphs import Chunk

_OFFICE = re.compile(r"(?i)(?:de )?(?:vice-?|eerste )?(?:minister|staatssecretaris)\b")
_REACH = 12.0
"""Sizes between the lines of one signature, room for the pen included."""


class Signatures:
    """Two offices on one line open a block of signatures.

    It goes on for as long as what follows begins where one of the offices does, and ends before
    the next one.
    """

    def __init__(self) -> None:
        self.stacks: list[list[Chunk]] = []

    def take(self, chunks: list[Chunk]) -> bool:
        """Whether the chunks of a line, from left to right, belong to the block."""
        if not self.stacks:
            if len(chunks) > 1 and all(_OFFICE.match(chunk.text) for chunk in chunks):
                self.stacks = [[chunk] for chunk in chunks]
            return bool(self.stacks)
        homes = [self._home(chunk) for chunk in chunks]
        if min(homes) < 0:
            return False
        for home, chunk in zip(homes, chunks, strict=True):
            self.stacks[home].append(chunk)
        return True

    def _home(self, chunk: Chunk) -> int:
        """The index of the signature to which a chunk belongs, -1 for none."""
        for i, stack in enumerate(self.stacks):
            follows = stack[-1]
            end = self.stacks[i + 1][0].left if i + 1 < len(self.stacks) else float("inf")
            near = chunk.base - follows.base < _REACH * chunk.size
            if abs(chunk.left - stack[0].left) < chunk.size and chunk.right < end and near:
                return i
        return -1

    def close(self) -> list[Chunk]:
        """The chunks of the block, each signature as a whole; the block is empty after it."""
        found = [chunk for stack in self.stacks for chunk in stack]
        self.stacks = []
        return found
