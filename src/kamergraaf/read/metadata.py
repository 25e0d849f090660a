"""Metadata of official publications: in a publication itself, or in a file beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.read import markup_xml
from kamergraaf.read.markup import Paragraph, Role
from kamergraaf.read.markup_xml import Element, attribute, children, content, name

COMPANIONS = (".metadata.xml", ".metadata_owms.xml", "metadata.xml", "metadata_owms.xml")
"""Endings of files that describe a publication and are none themselves."""

_KEYS = {
    "identifier": "identifier",
    "issued": "date",
    "title": "title",
    "documenttitel": "documentTitle",
    "dossiernummer": "dossier",
    "dossiertitel": "subject",
    "ondernummer": "number",
    "vergaderjaar": "session",
    "indiener": "submitter",
    "creator": "creator",
    "type": "type",
    "publicationname": "publication",
}
_LISTS = frozenset(("dossier", "submitter", "type"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SESSION = re.compile(r"\d{4}-\d{4}")
_NUMBER = re.compile(r"[a-z]{1,4}(?:-[a-z]{2})?-\d[\w-]*")
_RECORD = re.compile(r"/((?:kst|ah|h|kv|blg|nds)-[\w-]+)/metadata\.xml$")
_LARGEST = 1_000_000


def is_companion(path: Path) -> bool:
    """Whether a file only describes another one, so that a folder's reader passes it by."""
    return path.name.lower().endswith(COMPANIONS)


def told(rows: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The metadata in rows of name, scheme and content, under the names of this project.

    ``date`` is an ISO day, ``dossier``, ``submitter`` and ``type`` may hold several values joined
    by " | "; the rest are as written.
    """
    found: dict[str, str] = {}
    for label, scheme, written in rows:
        local = re.split(r"[.:/]", label)[-1].lower()
        key = _KEYS.get(local)
        value = " ".join(written.split())
        if key is None or not value or (key == "type" and "KamerstukTypen" not in scheme):
            continue
        if key == "date" and not _DAY.fullmatch(value):
            continue
        if key in _LISTS and key in found:
            found[key] = f"{found[key]} | {value}"
        else:
            found.setdefault(key, value)
    return found


def of_elements(root: Element) -> dict[str, str]:
    """The metadata that a tree tells: in ``meta`` or ``metadata`` elements, or OWMS fields."""
    rows = []
    for element in root.iter():
        tag = name(element)
        if tag in ("meta", "metadata") and attribute(element, "content"):
            keys = ("name", "scheme", "content")
            rows.append(
                (
                    attribute(element, keys[0]),
                    attribute(element, keys[1]),
                    attribute(element, keys[2]),
                )
            )
    found = told(rows)
    for _, _, value in rows:
        record = _RECORD.search(value)
        if record:
            found.setdefault("identifier", record[1])
    return found


def _of_owms(root: Element) -> dict[str, str]:
    rows = []
    for element in root.iter():
        if name(element) and not any(True for _ in children(element)):
            rows.append((name(element), attribute(element, "scheme"), content(element)))
    return told(rows)


def beside(path: Path) -> dict[str, str]:
    """The metadata in the files beside a publication; empty where there are none to be read."""
    found: dict[str, str] = {}
    for ending, read in ((".metadata.xml", of_elements), (".metadata_owms.xml", _of_owms)):
        companion = path.with_name(path.stem + ending)
        try:
            if not companion.is_file() or companion.stat().st_size > _LARGEST:
                continue
            root = markup_xml.xml(companion.read_bytes(), str(companion))
        except (OSError, InputError):
            continue
        for key, value in read(root).items():
            found.setdefault(key, value)
    return found


def as_furniture(told_: Mapping[str, str], text: str) -> list[Paragraph]:
    """Lines for what a file's own metadata say and its text does not: number and session year.

    They stand where a printed page has them: in the margin.
    """
    found: list[Paragraph] = []
    number, session = told_.get("identifier", ""), told_.get("session", "")
    if _NUMBER.fullmatch(number) and number not in text:
        found.append(Paragraph(Role.FURNITURE, number))
    if _SESSION.fullmatch(session) and not re.search(r"[Vv]ergaderjaar \d{4}", text):
        found.append(Paragraph(Role.FURNITURE, f"Vergaderjaar {session}"))
    return found
