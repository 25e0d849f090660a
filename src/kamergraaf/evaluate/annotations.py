"""Annotations made by hand: read, and checked against their format and their document.

A kind that a file leaves out is not annotated and not scored; an empty list says that the
document has none. ``docs/evaluation.md`` describes the format.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kamergraaf.errors import InputError
from kamergraaf.evaluate import form, places
from kamergraaf.model import Document

_GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\)|…|\.\.\.)\s*")
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a careful reader takes from one document.

    ``name`` is the file's name without suffix, ``source`` the document's path relative to the
    folder of documents, ``content`` the file's object; ``lines`` says on which line of the file
    each value stands, by its place (``actors[3].quote``).
    """

    name: str
    path: Path
    source: str
    content: Mapping[str, Any]
    lines: Mapping[str, int]

    def items(self, kind: str) -> list[dict[str, Any]] | None:
        """The facts of a kind, groups apart from threats; None where they are not annotated."""
        if kind not in ("threats", "groups"):
            return self.content.get(kind)
        rows = self.content.get("threats")
        if rows is None:
            return None
        return [row for row in rows if (row.get("kind") == "group") == (kind == "groups")]

    def told(self, problem: form.Problem) -> str:
        """A problem as a line that names file, line and place."""
        return f"{self.path}:{self.lines.get(problem.place, 1)}: {problem.place}: {problem.says}"


def files(gold: Path, only: str = "") -> list[Path]:
    """The annotation files of a folder (or the one given) whose name contains ``only``.

    Raises InputError where there is none.
    """
    if not gold.exists():
        raise InputError("there is no such file or folder", where=str(gold))
    inside = sorted(gold.glob("*.json")) if gold.is_dir() else [gold]
    found = [p for p in inside if not p.name.endswith(".cq.json") and only in p.name]
    if not found:
        what = f"no annotation (*.json) with '{only}' in its name" if only else "no annotation"
        raise InputError(f"{what} here", where=str(gold))
    return found


def read(path: Path) -> tuple[Annotation | None, list[str]]:
    """An annotation, and what is wrong with it, line by line; None for what is no JSON object."""
    try:
        text = path.read_text("utf-8-sig")
        content = json.loads(text)
    except json.JSONDecodeError as problem:
        return None, [f"{path}:{problem.lineno}: no valid JSON: {problem.msg}"]
    except (OSError, UnicodeDecodeError, RecursionError) as problem:
        return None, [f"{path}: cannot be read: {problem}"]
    if not isinstance(content, dict):
        return None, [f"{path}:1: an annotation is a JSON object"]
    problems = form.problems(content)
    source = content.get("source")
    made = Annotation(
        path.stem, path, source if isinstance(source, str) else "", content, places.lines(text)
    )
    return made, [made.told(problem) for problem in problems]


def unproved(annotation: Annotation, document: Document) -> Iterator[str]:
    """A line for each quote of the annotation that is not in its document."""
    texts = (_letters(document.flow.text), _letters(document.text))
    for place, quote in _quotes(annotation.content):
        if not any(_stands(quote, text) for text in texts):
            shown = quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + "…"
            yield annotation.told(form.Problem(place, f"not in the document: “{shown}”"))


def _quotes(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each quote with its place; what is not of the form is passed over."""
    for kind in form.ITEMS:
        items = content.get(kind)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            quote = item.get("quote") if isinstance(item, dict) else None
            if isinstance(quote, str) and quote.strip():
                yield f"{kind}[{number}].quote", quote


def stands(quote: str, document: Document) -> bool:
    """Whether a quote is verbatim in a document, white space and broken words aside.

    Pieces parted by an ellipsis may stand apart, in their order.
    """
    return any(_stands(quote, _letters(t)) for t in (document.flow.text, document.text))


def _stands(quote: str, text: str) -> bool:
    whole = _letters(quote)
    if not whole or whole in text:
        return bool(whole)
    at = 0
    for piece in filter(None, map(_letters, _GAP.split(quote))):
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _letters(text: str) -> str:
    """Letters and digits in lower case, without accents, which fonts set in many ways."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(filter(str.isalnum, plain))
