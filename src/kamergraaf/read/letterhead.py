"""Where the letterhead ends, and which of its lines belong together."""

from __future__ import annotations

import re

from kamergraaf.read.lines import DAY, FOOTER, Line, is_address, side_label, side_value

_REACH = 90
"""The letterhead is looked for in this many lines at most."""

_GAP = 6
"""Unknown lines between two lines that surely belong to the letterhead."""

_OPENING = re.compile(
    r"(?:(?:Geachte|Zeer geachte|Mijnheer de|Mevrouw de|Hooggeachte) .{0,70}[,:]?"
    r"|De Kamer,?|Vraag \d+.{0,12}|Aanleiding|Inleiding)"
)
_KNOWN = re.compile(
    r"(?:(?:Tweede|Eerste)? ?Kamer der Staten-Generaal ?[12]?$"
    r"|Verga+derjaar \d{4}"
    r"|\d{2} ?\d{3}(?:[ -]\(?[IVXLCR\d][\w-]*\)?)*$"
    r"|N[rR]s?\. ?[\dA-Z]{1,5}$"
    r"|(?:[A-Z]+ )?(?:BRIEF|MOTIE|AMENDEMENT|LIJST|VERSLAG|NOTA|MEMORIE|ADVIES) "
    r"|(?:> )?Retouradres "
    r"|(?:Aan )?[Dd]e [Vv]oorzitters? van de (?:Tweede|Eerste) Kamer"
    r"|Aan de [Vv]oorzitters? van "
    rf"|(?:[’'‘] ?)?[A-Zs][\w’'‘ -]{{1,24}}, (?:d\.d\. )?{DAY}$"
    rf"|{DAY}$"
    rf"|(?:Voorgesteld|Ontvangen|Ingezonden|Vastgesteld|Gewijzigd voorgesteld) .{{0,60}}\d{{4}}$"
    r"|(?:Onderwerp|Betreft|Datum|Ons kenmerk|Uw kenmerk|Kenmerk|Bijlagen?|Onze referentie"
    r"|Uw brief(?: van)?|Contactpersoon)(?: ?:|$| (?=\S))"
    r"|Vragen (?:van|gesteld)|Antwoord (?:van|op)|Mededeling van|\d{4}[ZD]\d{5}$"
    r"|Postbus \d+|\d{4} ?[A-Z]{2} )"
)
_INLINE = re.compile(
    r"Aan de [Vv]oorzitters? van de (?:Tweede|Eerste) Kamer der Staten-Generaal,? "
    rf"(?:[’'‘] ?)?[A-Zs][\w’'‘-]*(?: [A-Z][\w-]+)?, {DAY}(?= )"
)
_OPEN_END = re.compile(
    r"\b(?:van|en|het|de|voor|der|over|aan|in|met|namens|tot|op|of|bij|inzake|door)$|[,(-]$", re.I
)
_CHAMBERS = (" Tweede", " Eerste")
"""Ends of an address line that goes on with "Kamer"."""

_SENTENCE_LIKE = re.compile(r"(?:Vragen van|Antwoord (?:van|op)|Mededeling van)")


def split_inline(lines: list[Line]) -> list[Line]:
    """Lines in which a letterhead and the first sentence share one line, cut in two."""
    for i, line in enumerate(lines[:_REACH]):
        found = _INLINE.match(line.text)
        if found:
            at = line.start + found.end()
            head = Line(line.start, at, at, found[0])
            tail = Line(at + 1, line.end, line.stop, line.text[found.end() + 1 :])
            return [*lines[:i], head, tail, *lines[i + 1 :]]
    return lines


def body(lines: list[Line]) -> int:
    """The index of the first line after the letterhead; 0 where there is none."""
    end, unknown, seen = 0, 0, 0
    for i, line in enumerate(lines[:_REACH]):
        content = line.text
        if not content or FOOTER.fullmatch(content):
            continue
        if _OPENING.fullmatch(content):
            return _after_opening(content, i) if end or seen <= _GAP else end
        if end and _prose(content):
            return max(i, end)
        seen += 1
        if _KNOWN.match(content):
            end, unknown = _after_values(lines, i), 0
        elif i >= end:
            unknown += 1
            if unknown > _GAP:
                break
    return end


def _prose(content: str) -> bool:
    """Whether a line is running text: one long finished sentence at least."""
    return (
        len(content) >= 90
        and content[0].isupper()
        and content[-1] in ".:?"
        and not _KNOWN.match(content)
        and content.count(" ") >= 12
    )


def _after_opening(content: str, at: int) -> int:
    """A salutation closes the letterhead, a question or a motion's opening begins the body."""
    salutation = content.endswith((",", ":")) and not content.startswith("De Kamer")
    return at + 1 if salutation or "eachte" in content else at


def _after_values(lines: list[Line], at: int) -> int:
    """The index after a letterhead line and what it leads in."""
    content = lines[at].text
    if side_label(content) and at + 1 < len(lines) and side_value(lines[at + 1].text):
        return at + 2
    if content.rstrip(" :") in ("Onderwerp", "Betreft"):
        return at + 2
    end = at + 1
    while end < min(len(lines), at + 8) and lines[end].text and goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def goes_on(above: Line, line: Line) -> bool:
    """Whether a letterhead line goes on with the line above it."""
    before, content = above.text, line.text
    if _SENTENCE_LIKE.match(content) or side_label(before) or before.endswith(("oorzitter,", ":")):
        return False
    if is_address(content):
        return False
    if content.startswith("Kamer") and before.endswith(_CHAMBERS):
        return True
    if content[0].islower() or content[0] == "(" or before.count("(") > before.count(")"):
        return True
    capitals = before.isupper() and content.isupper() and before[0].isalpha()
    if capitals and line.start - above.stop <= 2:
        return not _KNOWN.match(content) or content.startswith("EN ")
    return bool(_OPEN_END.search(before)) and not _KNOWN.match(content)


def groups(lines: list[Line]) -> list[list[Line]]:
    """The letterhead's lines, those together that read as one."""
    result: list[list[Line]] = []
    for line in lines:
        if not line.text:
            continue
        if result and _belongs(result[-1], line):
            result[-1].append(line)
        else:
            result.append([line])
    return result


def _belongs(group: list[Line], line: Line) -> bool:
    if _SENTENCE_LIKE.match(group[0].text):
        ended = group[-1].text.endswith(".") and not line.text[0].islower()
        return not ended and not _SENTENCE_LIKE.match(line.text)
    return goes_on(group[-1], line)
