"""Pieces of the HTML page: everything that comes from data is escaped here."""

from __future__ import annotations

import html
import re

from kamergraaf.check.finding import Message

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the reading direction: shown by their number."""


def esc(text: str) -> str:
    """The text as HTML text or attribute; characters that hide or turn text are made visible."""
    return _UNSEEN.sub(lambda c: f"[U+{ord(c[0]):04X}]", html.escape(text))


def both(said: Message) -> str:
    """The sentence in both languages, of which the page shows one; once where they are equal."""
    if said.nl == said.en:
        return f"<bdi>{esc(said.en)}</bdi>"
    return f"<bdi lang=nl>{esc(said.nl)}</bdi><bdi lang=en>{esc(said.en)}</bdi>"


def ui(dutch: str, english: str) -> str:
    """A text of the page itself in both languages."""
    return both(Message(dutch, english))


def tag(name: str, inside: str, class_: str = "", **attributes: object) -> str:
    """An element; ``inside`` is HTML, attribute values are escaped, None leaves one out."""
    told = {"class": class_ or None, **{key.rstrip("_"): v for key, v in attributes.items()}}
    written = "".join(
        f' {key.replace("_", "-")}="{esc(str(value))}"'
        for key, value in told.items()
        if value is not None
    )
    return f"<{name}{written}>{inside}</{name}>"
