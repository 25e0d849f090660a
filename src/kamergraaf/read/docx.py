"""DOCX: headers, text boxes, fields, tables and real footnotes in one reading order."""

from __future__ import annotations

from pathlib import Path

from kamergraaf.model import Document
from kamergraaf.read import markup_page, markup_xml
from kamergraaf.read.docx_parts import MEDIA_TYPE, Parts
from kamergraaf.read.docx_styles import Styles, numbers
from kamergraaf.read.docx_walk import Walk
from kamergraaf.read.markup import Paragraph, Role
from kamergraaf.read.markup_xml import Element, attribute, name
from kamergraaf.read.package import Package


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the DOCX file ``path``.

    Raises InputError, naming the file and the part, for a package that is damaged, encrypted,
    beyond the bounds, without a main part, or without text.
    """
    parts = Parts(Package(data, str(path)))
    main = parts.main()
    styles = Styles(parts.of_type("styles"))
    walk = Walk(styles, numbers(parts.of_type("numbering")), parts.properties())
    first, others = _margins(main, parts)
    paragraphs: list[Paragraph] = []
    if first is not None:
        paragraphs += walk.read(first, Role.HEAD)
    paragraphs += walk.read(_body(main), Role.BODY)
    paragraphs += _notes(walk, parts)
    seen: set[str] = set()
    for margin in others:
        for paragraph in walk.read(margin, Role.FURNITURE):
            paragraph.role = Role.FURNITURE
            if paragraph.text not in seen:
                seen.add(paragraph.text)
                paragraphs.append(paragraph)
    return markup_page.document(path, data, paragraphs, MEDIA_TYPE, parts.metadata())


def _body(main: Element) -> Element:
    return next((child for child in main if name(child) == "body"), main)


def _margins(main: Element, parts: Parts) -> tuple[Element | None, list[Element]]:
    """The header of the first page, and all other headers and footers, in order."""
    first: Element | None = None
    others: list[Element] = []
    for index, section in enumerate(main.iter("{*}sectPr")):
        titled = section.find("{*}titlePg") is not None
        for reference in markup_xml.children(section):
            if name(reference) not in ("headerReference", "footerReference"):
                continue
            part = parts.related(attribute(reference, "id"))
            if part is None:
                continue
            wanted = "first" if titled else "default"
            leads = index == 0 and attribute(reference, "type") == wanted
            if leads and name(reference) == "headerReference":
                first = part
            else:
                others.append(part)
    return first, others


def _notes(walk: Walk, parts: Parts) -> list[Paragraph]:
    """The footnotes and endnotes that the text refers to, in the order of their marks."""
    kinds = {kind: parts.of_type(f"{kind}s") for kind in ("footnote", "endnote")}
    bodies = {
        f"{kind}-{attribute(note, 'id')}": note
        for kind, part in kinds.items()
        if part is not None
        for note in part.iter(f"{{*}}{kind}")
        if attribute(note, "type") in ("", "normal")
    }
    found: list[Paragraph] = []
    for key, number in walk.notes.items():
        if key in bodies:
            found.extend(walk.note(number, key, bodies[key]))
    return found
