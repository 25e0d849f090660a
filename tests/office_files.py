"""Small office files made for tests: packages written with zipfile, with no more than is needed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_SPACES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0" '
    f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:style="{_ODF}:style:1.0" '
    f'xmlns:meta="{_ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"'
)


def package(parts: Mapping[str, str | bytes], *, level: int = 6) -> bytes:
    """A ZIP archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of DOCX; a run without tags is text."""
    chosen = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{chosen}{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of DOCX."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str | None) -> str:
    """A complex field; one without a result has never been updated."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(*paragraphs: str) -> str:
    """A text box, drawn twice as Word writes it: for itself and for readers of old."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{inner}</w:drawing></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table of DOCX from its rows of cells, each a paragraph."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(
    body: str,
    *,
    footnotes: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    properties: Mapping[str, str] | None = None,
    styles: str = "",
    numbering: str = "",
) -> bytes:
    """A DOCX file; ``headers`` by type (first, default), ``footnotes`` by id."""
    parts: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>"}
    links = {"rStyles": ("styles", "styles.xml"), "rNumbers": ("numbering", "numbering.xml")}
    parts["word/styles.xml"] = _root("styles", styles)
    parts["word/numbering.xml"] = _root("numbering", numbering)
    if footnotes:
        notes = "".join(
            f'<w:footnote w:id="{id_}">{p("<w:r><w:footnoteRef/></w:r>", text)}</w:footnote>'
            for id_, text in footnotes.items()
        )
        parts["word/footnotes.xml"] = _root("footnotes", notes)
        links["rNotes"] = ("footnotes", "footnotes.xml")
    section = "<w:titlePg/>" if headers and "first" in headers else ""
    for kind, content in (headers or {}).items():
        parts[f"word/header-{kind}.xml"] = _root("hdr", content)
        links[f"r{kind}"] = ("header", f"header-{kind}.xml")
        section += f'<w:headerReference w:type="{kind}" r:id="r{kind}"/>'
    parts["word/document.xml"] = _root(
        "document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"
    )
    parts["word/_rels/document.xml.rels"] = _relations(links)
    root = {"r1": ("officeDocument", "word/document.xml")}
    if properties:
        entries = "".join(
            f'<property name="{name}"><lpwstr>{value}</lpwstr></property>'
            for name, value in properties.items()
        )
        parts["docProps/custom.xml"] = f"<Properties>{entries}</Properties>"
        root["r2"] = ("custom-properties", "docProps/custom.xml")
    parts["_rels/.rels"] = _relations(root)
    return package(parts)


def _root(tag: str, content: str) -> str:
    spaces = f'xmlns:w="{W}" xmlns:r="{_TYPES}" xmlns:mc="mc"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {spaces}>{content}</w:{tag}>'


def _relations(links: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def mark(id_: str) -> str:
    """A footnote mark of DOCX."""
    return f'<w:r><w:footnoteReference w:id="{id_}"/></w:r>'


def odt(body: str, *, automatic: str = "", styles: str = "", meta: str = "") -> bytes:
    """An ODT file: its text, automatic styles, master pages and metadata."""
    content = (
        f"<office:document-content {ODT_SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": "<manifest/>",
    }
    if styles:
        parts["styles.xml"] = (
            f"<office:document-styles {ODT_SPACES}>{styles}</office:document-styles>"
        )
    if meta:
        parts["meta.xml"] = f"<office:document-meta {ODT_SPACES}>{meta}</office:document-meta>"
    return package(parts)
