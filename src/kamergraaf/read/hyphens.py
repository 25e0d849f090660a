"""Hyphens that a line break put into a word, and those that belong to it."""

from __future__ import annotations

import re

_KEPT = frozenset(["anti", "non", "ex", "oud", "niet", "pro", "quasi", "vice", "online", "offline"])
"""First parts that keep their hyphen before a further part of the same word."""

_AFTER_GAP = frozenset(("en", "of", "dan", "tot", "c.q.", "respectievelijk", "als", "&"))
"""Words after which an elided compound goes on: "asiel- en nareisprocedure"."""

_CLASH = frozenset(["aa", "ai", "au", "ee", "ei", "eu", "ii", "oi", "oo", "ou", "ui", "uu"])
_LAST_WORD = re.compile(r"[^\W_]+(?=[-‐\xad]$)")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.)?|&")
_FRAGMENT = re.compile(
    r"(?:tie|ties|tief|tieve|tisch|tische|teit|lijk|lijke|lijks|lijkse|lijker|heid|heden|baar"
    r"|bare|ciële|tiële|nale|tionele|(?:[dklmnrst]|st|sch)ing(?:en)?|gen|ren|len|nen|ven|zen"
    r"|digd|digen|diging|voerd|scher|ger|dige)"
)
"""Syllables that end a Dutch word and are none themselves."""

_NO_WORD_END = re.compile(r".{3,}be")

_REACH = 100_000
"""Characters of a document in which a word is looked for, so that long ones are read in time."""

Join = tuple[bool, bool]
"""Whether the hyphen goes, and whether a blank comes between the parts."""

GLUE: Join = (True, False)
KEEP: Join = (False, False)
APART: Join = (False, True)


def at_line_end(before: str, after: str, text: str) -> Join:
    """How a line that ends in a hyphen goes on.

    ``before`` is the line with its hyphen, ``after`` the next one, ``text`` the whole document,
    which may hold the word unbroken.
    """
    last = _LAST_WORD.search(before)
    following = _NEXT_WORD.match(after)
    if last is None or following is None:
        return APART if before.endswith((" -", " –")) or not after[:1].isalnum() else KEEP
    head, tail = last[0], following[0]
    if tail in _AFTER_GAP:
        return APART
    if before[-1] == "\xad":
        return GLUE
    whole = before[: last.start()][-1:]
    if tail[0].isupper() or head.isupper() or head.isdigit() or whole == "-":
        return KEEP
    return _by_spelling(head, tail, text)


def _by_spelling(head: str, tail: str, text: str) -> Join:
    if text.find(f"{head}-{tail}", 0, _REACH) >= 0:
        return KEEP
    if text.find(f"{head}{tail}", 0, _REACH) >= 0:
        return GLUE
    if head.lower() in _KEPT:
        return KEEP
    if len(head) > 3 and head[-1] + tail[0] in _CLASH:
        return KEEP
    return GLUE


def inside_lines(text: str) -> list[tuple[int, int]]:
    """The hyphens ``[start, end)`` that stayed when the line break after them was lost.

    Only the sure ones: the text has the word unbroken elsewhere, what follows is a syllable
    that is no word, or it is a soft hyphen.
    """
    found: list[tuple[int, int]] = []
    at = text.find("-")
    while at >= 0:
        if text[at - 1 : at].islower() and text[at + 1 : at + 2].islower():
            word = _around(text, at)
            if word is not None and _is_broken(word[0], word[1], text):
                found.append((at, at + 1))
        at = text.find("-", at + 1)
    at = text.find("\xad")
    while at >= 0:
        if text[at + 1 : at + 2].isalpha():
            found.append((at, at + 1))
        at = text.find("\xad", at + 1)
    return found


def _around(text: str, at: int) -> tuple[str, str] | None:
    """The letters before and after the hyphen at ``at``; None inside an address or a chain."""
    start, end = at, at + 1
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    if text[max(0, start - 1) : start] in ("-", "/", ".", "_", "=") or text[end : end + 1] in (
        "-",
        "/",
        "_",
        "=",
    ):
        return None
    return text[start:at], text[at + 1 : end]


def _is_broken(head: str, tail: str, text: str) -> bool:
    if len(head) < 2 or len(tail) < 2 or tail in _AFTER_GAP:
        return False
    if _FRAGMENT.fullmatch(tail) or _NO_WORD_END.fullmatch(head):
        return head.lower() not in _KEPT
    return len(head) + len(tail) > 6 and text.find(f"{head}{tail}", 0, _REACH) >= 0
