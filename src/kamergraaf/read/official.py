"""Official publications in XML: Kamerstukken, Aanhangsels, Handelingen, with their metadata."""

from __future__ import annotations

from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.model import Document
from kamergraaf.read import markup_page, markup_xml, metadata
from kamergraaf.read.markup import Paragraph, Role, Story
from kamergraaf.read.markup_xml import Element, attribute, children, content, name
from kamergraaf.read.mojibake import repaired

MEDIA_TYPE = "application/xml"
_ROOTS = frozenset(("officiele-publicatie", "kamerwrk", "kamerstuk", "kamervragen", "handelingen"))
_SKIPPED = frozenset(("metadata", "meta", "colspec", "officiele-inhoudsopgave", "redactioneel"))
_HEAD = frozenset(
    """
    tekstregel dossiernr dossiernummer begrotingshoofdstuk stuknr datumtekst
    kamervraagnummer kamervraagomschrijving ondernummer
    """.split()
)
_APART = ("begrotingshoofdstuk", "voornaam", "achternaam", "voorvoegsel", "voorvoegsels")
"""Elements of a line that a blank sets off, written or not."""

_PARAGRAPHS = frozenset(
    """
    al wat wij considerans.al tussenkop item-titel titel noot.al term definitie
    label spreker onderschrift bijschrift afkondiging.al
    """.split()
)


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the XML file ``path``.

    Raises InputError for what is no well-formed XML, declares entities, is no official
    publication (but the metadata of one, for instance), or holds no text.
    """
    root = markup_xml.xml(data, str(path))
    if name(root) not in _ROOTS:
        raise InputError(_other(root), where=str(path))
    walk = _Walk()
    walk.block(root)
    walk.story.close()
    paragraphs = walk.story.paragraphs + walk.notes
    repaired(paragraphs)
    own = metadata.of_elements(root)
    shown = "\n".join(paragraph.text for paragraph in paragraphs)
    paragraphs += metadata.as_furniture(own, shown)
    for key, value in metadata.beside(path).items():
        own.setdefault(key, value)
    return markup_page.document(path, data, paragraphs, MEDIA_TYPE, own)


def _other(root: Element) -> str:
    tag = name(root)
    if tag in ("metadata_gegevens", "owms-metadata"):
        return "the metadata of a publication, not the publication itself"
    return f"an XML file of another kind (its root is <{tag}>), not an official publication"


class _Walk:
    """Walks a publication; unknown elements are read for what they hold."""

    def __init__(self) -> None:
        self.story = Story(folds=True)
        self.notes: list[Paragraph] = []
        self.lead = ""
        self.role = Role.WHOLE

    def block(self, element: Element) -> None:
        """Read an element that is no part of a line."""
        tag = name(element)
        if tag in _SKIPPED:
            return
        if tag == "ondertekening":
            self._signature(element)
        elif tag in ("kop", "nr") and (tag == "kop" or _asks(element)):
            self._heading(element)
        elif tag in ("li.nr", "lidnr", "nr"):
            above = element.getparent()
            asked = above is not None and name(above) in ("vraag", "antwoord")
            self.lead = "" if asked else content(element)
        elif tag == "noot":
            self._note(element)
        elif tag == "voetnoot":
            self._file(element, attribute(element, "nr"), f"ref-{attribute(element, 'nr')}")
        elif tag in _HEAD or (tag in _PARAGRAPHS):
            self._paragraph(element, self._role(element, tag))
        elif _has_text(element):
            self._paragraph(element, self.role)
        else:
            self._container(element, tag)

    def _container(self, element: Element, tag: str) -> None:
        kept = self.role
        if tag == "row":
            entries = sum(1 for child in children(element) if content(child))
            self.role = Role.CELL if entries > 1 else self.role
        elif tag == "vraag":
            self.role = Role.QUESTION
        elif tag == "li" and kept is Role.WHOLE:
            self.role = Role.CELL
        for child in children(element):
            self.block(child)
        self.role = kept

    def _role(self, element: Element, tag: str) -> Role:
        above = element.getparent()
        over = name(above) if above is not None else ""
        if tag in _HEAD or (tag == "titel" and over in ("stuk", "dossier")):
            return Role.HEAD
        if tag in ("tussenkop", "item-titel") or (tag == "titel" and over != "noot"):
            return Role.HEADING
        return self.role

    def _paragraph(self, element: Element, role: Role) -> None:
        label = self._label(element) if role is Role.QUESTION else ""
        self.story.open(role, label)
        if self.lead and role is not Role.HEAD:
            self.story.add(f"{self.lead} ")
            self.lead = ""
        self._inline(element)
        if role is Role.WHOLE and _all_set_off(element) and self.story.current is not None:
            self.story.current.role = Role.BOLD
        self.story.close()

    def _label(self, element: Element) -> str:
        """The number of the question that an element belongs to."""
        above = element.getparent()
        while above is not None and name(above) != "vraag":
            above = above.getparent()
        number = above.find("{*}nr") if above is not None else None
        digits = "".join(c for c in content(number) if c.isdecimal()) if number is not None else ""
        return digits[:3]

    def _heading(self, element: Element) -> None:
        """A heading: number and title on one line."""
        self.story.open(Role.HEADING)
        if name(element) == "nr":
            self._inline(element)
        for child in children(element) if name(element) == "kop" else ():
            if self.story.current is not None and self.story.current.text:
                self.story.add(" ")
            self._inline(child)
        self.story.close()

    def _signature(self, element: Element) -> None:
        """An office with the name under it, each on its line."""
        self.story.open(Role.SIGNATURE)
        for child in children(element):
            self.story.line_break()
            self._inline(child)
        if not any(True for _ in children(element)):
            self._inline(element)
        self.story.close()

    def _inline(self, element: Element) -> None:
        self.story.add(element.text or "")
        for child in children(element):
            tag = name(child)
            if tag == "noot":
                self._note(child)
            elif tag == "voetref":
                number = attribute(child, "nr")
                if number.isdecimal() and len(number) <= 3:
                    self.story.mark(number, f"ref-{number}")
            elif tag in ("br", "nl", "tekst.regel"):
                self.story.line_break()
            elif tag == "sup" and content(child).isdecimal() and len(content(child)) < 4:
                self.story.raised(content(child))
            elif tag in _PARAGRAPHS or tag in ("lijst", "li", "al-groep", "table", "tgroup"):
                self._nested(child)
            elif tag not in _SKIPPED:
                if tag in _APART:
                    self.story.add(" ")
                self._inline(child)
            self.story.add(child.tail or "")

    def _nested(self, element: Element) -> None:
        """A block inside a line: what follows it begins a paragraph of its own."""
        self.story.close()
        self.block(element)

    def _note(self, element: Element) -> None:
        """A footnote: its mark here, its text among the notes."""
        given = element.find("{*}noot.nr")
        number = content(given) if given is not None else attribute(element, "nr")
        if not number.isdecimal() or len(number) > 3:
            number = str(len(self.notes) + 1)
        key = f"note-{len(self.notes) + 1}"
        self.story.mark(number, key)
        self._file(element, number, key)

    def _file(self, element: Element, number: str, key: str) -> None:
        """Put a footnote's text among the notes."""
        if not number.isdecimal() or len(number) > 3:
            number = str(len(self.notes) + 1)
        inside = _Walk()
        for child in children(element):
            if name(child) != "noot.nr":
                inside.block(child)
        inside.story.close()
        filed = Story(folds=True)
        filed.note(number, key, inside.story.paragraphs)
        self.notes.extend(filed.paragraphs)


def _asks(element: Element) -> bool:
    """Whether a number heads a question or an answer."""
    above = element.getparent()
    if above is None or name(above) not in ("vraag", "antwoord"):
        return False
    return not content(element).isdecimal()


def _has_text(element: Element) -> bool:
    """Whether text stands directly in an element, between its children."""
    if (element.text or "").strip():
        return True
    return any((child.tail or "").strip() for child in element)


def _all_set_off(element: Element) -> bool:
    """Whether a paragraph is one emphasis, in bold or italics."""
    inner = list(children(element))
    return (
        len(inner) == 1
        and name(inner[0]) == "nadruk"
        and attribute(inner[0], "type").startswith(("vet", "cur"))
        and not _has_text(element)
    )
