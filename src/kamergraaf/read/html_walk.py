"""The walk over HTML: blocks and lines, notes and their marks, navigation left out."""

from __future__ import annotations

import re

from kamergraaf.read.markup import Paragraph, Role, Story
from kamergraaf.read.markup_xml import Element, attribute, children, content, name

_SKIPPED = frozenset(
    """
    script style noscript template head nav form button select svg iframe object
    aside footer audio video canvas math input title
    """.split()
)
_AWAY = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|igatie|bar)?|menu|breadcrumbs?|kruimelpad|sidebar|cookies?|skip"
    r"|skiplinks?|toolbar|share|pagination|inhoudsopgave|voetregel|note-close|hidden|sr-only"
    r"|visually-hidden|js-|print-?only|metadata)(?:$|[\s_-])",
    re.I,
)
"""Classes, ids and roles of what a site puts around a document."""

_BLOCKS = frozenset(
    """
    p div section article main ul ol li dl dt dd table tr td th tbody thead tfoot
    blockquote pre figure figcaption hr h1 h2 h3 h4 h5 h6 address header body html
    center caption
    """.split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEAD = frozenset(
    """
    dossiertitel stuktitel kamerstukdatum kamervraagomschrijving dossiernummer
    stuknummer kamervraagnummer kopregel vergaderjaar kamerstukkop
    """.split()
)
_ASKS = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?) (?:op vra(?:ag|gen) )?\d")
_NUMBERS = frozenset(("dossiernummer", "stuknummer", "kamervraagnummer"))
_NOTE = frozenset(("noot", "footnote", "voetnoot"))
_NOTE_ID = re.compile(r"(?:fn|footnote|endnote|voetnoot|noot|note)[-_:.]?\d{1,3}$", re.I)
_BACK = "↩↑^\ufe0e"
"""Signs of links from a note back to its mark."""

_NUMBER = re.compile(r"\[?(\d{1,3})\]?\.?")


class Walk:
    """Walks an HTML tree; footnotes gather apart, under the address that marks lead to."""

    def __init__(self) -> None:
        self.story = Story(folds=True)
        self.role = Role.WHOLE
        self.lead = ""
        self._notes: list[Paragraph] = []
        self._counts: dict[Element, int] = {}

    def filed(self) -> list[Paragraph]:
        """The footnotes read on the way."""
        return self._notes

    def block(self, element: Element) -> None:
        """Read an element that begins and ends a paragraph."""
        tag, classes = name(element), attribute(element, "class").split()
        if tag in _SKIPPED or _outside(element):
            return
        noted = _NOTE.intersection(classes) or _NOTE_ID.match(attribute(element, "id"))
        if noted and tag in ("div", "li", "p", "aside"):
            self._note(element)
            return
        kept = self.role
        self.role = self._role(element, tag, classes)
        self.story.close()
        if tag == "li":
            self.lead = self._sign(element)
            self.role = Role.CELL if self.role is Role.WHOLE else self.role
        self._inside(element)
        self.story.close()
        self.role, self.lead = kept, ""

    def _role(self, element: Element, tag: str, classes: list[str]) -> Role:
        role = self.role
        if role in (Role.NOTE, Role.HEAD):
            return role
        if _HEAD.intersection(classes) and not _ASKS.match(content(element)):
            role = Role.HEAD
        elif tag in _HEADINGS:
            role = Role.HEADING
        elif "ondertekening" in classes:
            role = Role.SIGNATURE
        elif tag == "tr" and sum(1 for cell in children(element) if content(cell)) > 1:
            role = Role.CELL
        elif tag == "p" and _all_set_off(element):
            role = Role.BOLD
        return role

    def _sign(self, element: Element) -> str:
        """What a list shows before an item; nothing where the item brings its own."""
        above = element.getparent()
        first = next(children(element), None)
        own = first is not None and "ol" in attribute(first, "class").split()
        if above is None or own or "none" in attribute(above, "style"):
            return ""
        if name(above) != "ol":
            return "-"
        start = attribute(above, "start")
        first_number = int(start) if start.isdecimal() and len(start) < 6 else 1
        self._counts[above] = self._counts.get(above, first_number - 1) + 1
        return f"{self._counts[above]}."

    def _inside(self, element: Element) -> None:
        self._text(element.text)
        for child in children(element):
            tag = name(child)
            if tag in _BLOCKS or tag in _SKIPPED:
                self.block(child)
            elif not _outside(child):
                self._inline(child, tag)
            self._text(child.tail)

    def _inline(self, element: Element, tag: str) -> None:
        classes = attribute(element, "class").split()
        if tag == "br":
            self.story.line_break()
        elif (tag == "sup" or "nootnum" in classes) and _NUMBER.fullmatch(content(element)):
            self._raised(element)
        elif tag in ("ins", "del", "s", "strike") and tag != "ins":
            return
        else:
            if "naam" in classes and self.role is Role.SIGNATURE:
                self.story.line_break()
            self._inside(element)
            if _NUMBERS.intersection(classes):
                self.story.line_break()

    def _raised(self, element: Element) -> None:
        """A mark: its link tells the note, else its number."""
        found = _NUMBER.fullmatch(content(element))
        link = element if name(element) == "a" else next(iter(element.iter("a")), None)
        target = attribute(link, "href").partition("#")[2] if link is not None else ""
        if found and target:
            self.story.mark(found[1], target)
        elif found:
            self.story.raised(found[1])

    def _text(self, text: str | None) -> None:
        if not text or not (text.strip() or self.story.reading):
            return
        if not self.story.reading:
            self.story.open(self.role)
            if self.lead:
                self.story.add(f"{self.lead} ")
                self.lead = ""
        self.story.add(text)

    def _note(self, element: Element) -> None:
        """A footnote: its number, and the ids that marks may lead to."""
        key = attribute(element, "id")
        number = (
            key.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_:.")
            if (_NOTE_ID.match(key))
            else ""
        )
        for inner in element.iter():
            if name(inner) in ("sup", "span", "a") and not number:
                found = _NUMBER.fullmatch(content(inner))
                number = found[1] if found else ""
                for place in inner.iter() if found else ():
                    key = attribute(place, "id") or attribute(place, "name") or key
        inside = Walk()
        inside.role = Role.NOTE
        for child in children(element):
            if not _NUMBER.fullmatch(content(child)) and name(child) not in _HEADINGS:
                inside.block(child)
        inside.story.close()
        for paragraph in inside.story.paragraphs:
            paragraph.text = paragraph.text.rstrip(_BACK + " ")
        read = inside.story.paragraphs or [Paragraph(Role.NOTE, content(element))]
        if not number and (opening := _NUMBER.match(read[0].text)):
            number, read[0].text = opening[1], read[0].text[opening.end() :].lstrip()
        filed = Story(folds=True)
        filed.note(number or str(len(self._notes) + 1), key, read)
        self._notes.extend(filed.paragraphs)


def _outside(element: Element) -> bool:
    """Whether an element belongs to the site, not to the document."""
    marks = " ".join(attribute(element, key) for key in ("class", "id", "role"))
    if marks.strip() and _AWAY.search(marks):
        return True
    return attribute(element, "hidden") != "" or attribute(element, "aria-hidden") == "true"


def _all_set_off(element: Element) -> bool:
    """Whether a paragraph is all in bold or italics."""
    inner = list(children(element))
    outside = (element.text or "") + "".join(child.tail or "" for child in inner)
    return (
        bool(inner)
        and not outside.strip()
        and all(name(c) in ("b", "strong", "em", "i") for c in inner)
    )
