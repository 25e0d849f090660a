"""The one door to lxml: XML and HTML parsed without entities, network or surprises."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from lxml import etree

from kamergraaf.errors import InputError

Element = etree._Element
"""An element of a parsed tree."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\x00", b"\x00<")
_TWICE = "\xef\xbb\xbf".encode()
"""A byte order mark that was taken for text and encoded once more."""

DEEPEST = 120
"""Levels of elements that a document may nest, so that recursion over them ends in time."""

_TOO_DEEP = etree.XPath("/*" * (DEEPEST + 1))


def xml(data: bytes, where: str) -> Element:
    """The root of an XML document.

    Raises InputError, naming ``where``, for what does not parse, nests too deep, or declares
    entities: no letter needs them, and they can swell or reach outside.
    """
    data = _trimmed(data)
    if not data:
        raise InputError("the XML is empty", where=where)
    if _declares_entities(data):
        raise InputError("the XML declares entities, which are not read", where=where)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise InputError(f"not well-formed XML: {_message(error)}", where=where) from None
    _check_depth(root, where)
    return root


def html(data: bytes, where: str) -> Element:
    """The root of an HTML document, whatever its faults; UTF-8 unless it says otherwise.

    Raises InputError where there is no element at all, or elements nest too deep.
    """
    parser = etree.HTMLParser(
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding=_encoding(data),
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise InputError(f"not HTML that can be read: {_message(error)}", where=where) from None
    if root is None:
        raise InputError("the HTML holds no element", where=where)
    _check_depth(root, where)
    return root


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are UTF-8, else what the document declares itself."""
    if data.startswith(_UTF16):
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _trimmed(data: bytes) -> bytes:
    """Without a byte order mark of UTF-8 and blank lines before."""
    while data.startswith((codecs.BOM_UTF8, _TWICE, b"\r", b"\n", b" ", b"\t")):
        data = data.removeprefix(codecs.BOM_UTF8).removeprefix(_TWICE).lstrip(b"\r\n \t")
    return data


def _declares_entities(data: bytes) -> bool:
    wide = data.replace(b"\x00", b"") if data.startswith(_UTF16) else data
    return b"<!ENTITY" in wide


def _message(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:200]


def _check_depth(root: Element, where: str) -> None:
    """Refuse what recursion over the tree could not survive."""
    if _TOO_DEEP(root):
        raise InputError(f"elements nest deeper than {DEEPEST}", where=where)


def name(element: Element) -> str:
    """The local name of an element; '' for an entity reference or another special node."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2]


def attribute(element: Element, local: str) -> str:
    """The value of the attribute with this local name, whatever its namespace; '' if none."""
    plain = element.get(local)
    if plain is not None:
        return str(plain)
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == local:
            return str(value)
    return ""


def content(element: Element) -> str:
    """All text inside an element, white space folded."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def children(element: Element) -> Iterator[Element]:
    """The child elements, special nodes left out."""
    return (child for child in element if isinstance(child.tag, str))
