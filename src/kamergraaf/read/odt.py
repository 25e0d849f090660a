"""ODT: frames, tables, lists, headers and real footnotes in one reading order."""

from __future__ import annotations

from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import markup_page, markup_xml, metadata
from kamergraaf.read.markup import Paragraph, Role
from kamergraaf.read.markup_xml import Element, attribute, children, content, name
from kamergraaf.read.odt_styles import Styles
from kamergraaf.read.odt_walk import Walk
from kamergraaf.read.package import Package

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_FIRST = ("header-first",)
_MARGINS = frozenset(
    ("header", "footer", "header-first", "footer-first", "header-left", "footer-left")
)


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the ODT file ``path``.

    Raises InputError, naming the file and the part, for a package that is damaged, encrypted,
    beyond the bounds, without content, or without text.
    """
    package = Package(data, str(path))
    _refuse_encrypted(package)
    root = _part(package, "content.xml")
    body = next(iter(root.iter("{*}text")), None)
    if body is None or name(body) != "text":
        raise package.error("content.xml", "there is no text document in it")
    styled = _part(package, "styles.xml") if package.has("styles.xml") else None
    walk = Walk(Styles([part for part in (styled, root) if part is not None]))
    paragraphs = _with_margins(walk, walk.read(body, Role.BODY), styled)
    return markup_page.document(path, data, paragraphs, MEDIA_TYPE, _metadata(package))


def _with_margins(walk: Walk, body: list[Paragraph], styled: Element | None) -> list[Paragraph]:
    """The body with its notes, the first page's own header above it, other margins below."""
    above: list[Paragraph] = []
    below: list[Paragraph] = []
    notes = walk.notes
    seen: set[str] = set()
    masters = styled.iter("{*}master-page") if styled is not None else ()
    for master in masters:
        for margin in children(master):
            if name(margin) not in _MARGINS:
                continue
            leads = name(margin) in _FIRST and not above
            role = Role.HEAD if leads else Role.FURNITURE
            for paragraph in walk.read(margin, role):
                paragraph.role = role
                if paragraph.text not in seen:
                    seen.add(paragraph.text)
                    (above if leads else below).append(paragraph)
    return above + body + notes + below


def _part(package: Package, part: str) -> Element:
    return markup_xml.xml(package.part(part), f"{package.where}, part {part}")


def _refuse_encrypted(package: Package) -> None:
    if package.has(_MANIFEST) and b"encryption-data" in package.part(_MANIFEST):
        message = "the document is encrypted; save it without a password"
        raise InputError(message, where=package.where)


def _metadata(package: Package) -> dict[str, str]:
    """What the properties say: those of an official publication, and the plain ones."""
    if not package.has("meta.xml"):
        return {}
    try:
        root = _part(package, "meta.xml")
    except InputError:
        return {}
    rows: list[tuple[str, str, str]] = []
    for entry in root.iter("{*}user-defined"):
        scheme, _, label = attribute(entry, "name").rpartition("/")
        rows.append((label, scheme, content(entry)))
    found = metadata.told(rows)
    for tag in ("title", "subject"):
        for entry in root.iter(f"{{*}}{tag}"):
            if content(entry):
                found.setdefault(tag, content(entry))
    return found
