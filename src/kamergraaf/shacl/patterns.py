"""Regular expressions as SPARQL's REGEX takes them (XPath functions 7.6), within bounded time.

Patterns are matched by the ``regex`` package, whose answers are those of Python's ``re`` and which
stops when its time is up. What XPath writes otherwise than Python is rewritten first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

SECONDS = 1.0
"""The processor time that one match may take; longer texts get more. It bounds the memory too: a
match that goes on takes up to a gigabyte a second."""
SECONDS_PER_CHARACTER = 5e-8
BUDGET = 20.0
"""The seconds that all slow matches of one pattern may take together."""
_SLOW = 0.05
_LONGEST = 20_000

_RECURSION = re.compile(r"\(\?(?:R|[+-]?[0-9]+|&|P>)")
_QUANTIFIER = re.compile(r"\{[0-9]*(?:,[0-9]*)?\}")
_START = (
    ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
    "\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF"
    "\\uFDF0-\\uFFFD\\U00010000-\\U000EFFFF"
)
"""What may begin a name in XML, as the inside of a character class."""
_NAME = _START + "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040"


class PatternError(ValueError):
    """A pattern that cannot be used, or ran out of its time; the message says which of them."""


def matcher(pattern: str, flags: str = "") -> Callable[[str], bool]:
    """A function that tells whether the pattern is found anywhere in a text.

    Raises PatternError for a pattern or flag that is not allowed; so does the function when a
    match runs out of its time.
    """
    import time

    search = _compiled(pattern, flags).search
    spent = 0.0

    def found(text: str) -> bool:
        nonlocal spent
        began = time.process_time()
        try:
            answer = search(text, timeout=SECONDS + len(text) * SECONDS_PER_CHARACTER) is not None
        except (TimeoutError, MemoryError):
            raise PatternError(_too_slow(text)) from None
        took = time.process_time() - began
        if took > _SLOW:
            spent += took - len(text) * SECONDS_PER_CHARACTER
            if spent > BUDGET:
                raise PatternError(_too_slow(text))
        return answer

    return found


def _too_slow(text: str) -> str:
    return f"ran out of its time or memory on a text of {len(text)} characters"


def _compiled(pattern: str, flags: str) -> Any:
    import regex

    if strange := set(flags) - set("ismxq"):
        raise PatternError(f"has flags that SPARQL does not know: {''.join(sorted(strange))}")
    if len(pattern) > _LONGEST:
        raise PatternError(f"is longer than {_LONGEST} characters")
    kinds = regex.VERSION0
    for flag, kind in (("i", regex.IGNORECASE), ("s", regex.DOTALL), ("m", regex.MULTILINE)):
        kinds |= kind if flag in flags else 0
    if "q" in flags:
        return regex.compile(re.escape(pattern), kinds)
    written = _Rewriting(pattern, spaced="x" in flags, lines="m" in flags).whole()
    if "-[" in pattern and "--[" in written:
        kinds = kinds & ~regex.VERSION0 | regex.VERSION1
    try:
        return regex.compile(written, kinds)
    except (regex.error, RecursionError, OverflowError, MemoryError) as problem:
        raise PatternError(f"is no regular expression: {problem}") from None


class _Rewriting:
    """One pattern on its way from XPath's notation to Python's."""

    def __init__(self, pattern: str, *, spaced: bool, lines: bool) -> None:
        self._pattern, self._spaced, self._lines = pattern, spaced, lines
        self._out: list[str] = []
        self._at = 0
        self._depth = 0  # of character classes

    def whole(self) -> str:
        while self._at < len(self._pattern):
            step = self._in_class if self._depth else self._outside
            written, taken = step(self._pattern[self._at])
            self._out.append(written)
            self._at += taken
        return "".join(self._out)

    def _outside(self, char: str) -> tuple[str, int]:
        if char == "\\":
            return self._escape()
        if char == "[":
            return self._open()
        if char == "(" and _RECURSION.match(self._pattern, self._at):
            # Only the regex package has it, and it takes all memory before its time is up.
            raise PatternError("refers to itself, which no standard knows")
        if char == "$" and not self._lines:
            return r"\Z", 1
        if self._spaced and char in " \t\n\r":
            return "", 1
        if char == "{" and not _QUANTIFIER.match(self._pattern, self._at):
            return r"\{", 1
        return char, 1

    def _in_class(self, char: str) -> tuple[str, int]:
        if char == "\\":
            return self._escape()
        if char == "]":
            self._depth -= 1
        elif char == "-" and self._pattern[self._at + 1 : self._at + 2] == "[":
            rest = self._pattern.find("]]", self._at)
            if rest > 0:  # a subtraction; else a hyphen and a bracket, as Python reads them
                self._at += 1
                opened, taken = self._open()
                return "--" + opened, taken
        return char, 1

    def _open(self) -> tuple[str, int]:
        """A class's opening, with a caret and a bracket that only there stands for itself."""
        self._depth += 1
        head = "[^" if self._pattern.startswith("[^", self._at) else "["
        if self._pattern.startswith("]", self._at + len(head)):
            return head + r"\]", len(head) + 1
        return head, len(head)

    def _escape(self) -> tuple[str, int]:
        char = self._pattern[self._at + 1 : self._at + 2]
        if char in {"i", "c"}:
            names = _START if char == "i" else _NAME
            return (names if self._depth else f"[{names}]"), 2
        if char in {"I", "C"} and not self._depth:
            return f"[^{_START if char == 'I' else _NAME}]", 2
        if char in {"p", "P"} and self._pattern.startswith("{", self._at + 2):
            # A block is "Is" in XPath and "In" in Python, where "Is" means a script.
            block = self._pattern.startswith("{Is", self._at + 2)
            return (f"\\{char}{{In", 5) if block else (f"\\{char}{{", 3)
        return "\\" + char, 2
