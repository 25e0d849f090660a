"""HTML, of official publications above all: their text without the site around it."""

from __future__ import annotations

from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import markup_page, markup_xml, metadata
from kamergraaf.read.html_walk import Walk
from kamergraaf.read.markup_xml import Element, attribute, name
from kamergraaf.read.mojibake import repaired

MEDIA_TYPE = "text/html"
_MAIN = ("broodtekst", "main-content", "content", "main", "inhoud")


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the HTML file ``path``.

    Raises InputError for a file without any text or element.
    """
    if not data.strip():
        raise InputError("the file is empty", where=str(path))
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("binary data: a NUL byte in what should be HTML", where=str(path))
    root = markup_xml.html(data, str(path))
    walk = Walk()
    walk.block(_main(root))
    walk.story.close()
    paragraphs = walk.story.paragraphs + walk.filed()
    repaired(paragraphs)
    own = metadata.of_elements(root)
    shown = "\n".join(paragraph.text for paragraph in paragraphs)
    paragraphs += metadata.as_furniture(own, shown)
    for key, value in metadata.beside(path).items():
        own.setdefault(key, value)
    return markup_page.document(path, data, paragraphs, MEDIA_TYPE, own)


def _main(root: Element) -> Element:
    """The element that holds the document, without the page around it."""
    for wanted in _MAIN:
        for element in root.iter("div", "main", "article", "section"):
            if attribute(element, "id") == wanted and _long(element):
                return element
    for tag in ("main", "article", "body"):
        for element in root.iter(tag):
            if _long(element):
                return element
    return root


def _long(element: Element) -> bool:
    """Whether an element holds more than a few words."""
    return bool(name(element)) and len(markup_xml.content(element)) > 40
