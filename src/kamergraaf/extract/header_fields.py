"""What letterhead and signature say: kind, date, subject, senders and addressee."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.extract import header_identity, header_offices
from kamergraaf.extract.analysis import Analysis, Header
from kamergraaf.extract.dates_calendar import DAY, day_in
from kamergraaf.extract.header_identity import Found, Identity
from kamergraaf.extract.header_offices import Sender
from kamergraaf.model import BlockKind, Flow, Lexicon, Passage

_MOTION = re.compile(r"(?:[A-Z]+ )?MOTIE (?:VAN|\()|(?:Gewijzigde |Nader gewijzigde )?[Mm]otie van")
_ANSWERS = re.compile(
    r"(?:Beantwoording|Antwoord(?:en)?)\b.{0,40}\b[Vv]ragen|LIJST VAN VRAGEN EN ANTW"
    r"|Vragen (?:van|gesteld)|Antwoord van"
)
_LABEL = re.compile(r"(?:Onderwerp|Betreft)(?: ?: ?| |$)")
_THIS_LETTER = re.compile(r"\b(?:deze|onderhavige|voorliggende) (?:[Kk]amer)?brief van ")
_TITLE = re.compile(
    r"(?:Kamerbrief|Brief|Verzamelbrief|Voortgangsbrief|Beleidsbrief)\b.{0,20} ?"
    r"\b(?:over|inzake|betreffende|met|bij|aanbieding|voortgang)\b"
)
_TITLES = frozenset({BlockKind.LETTERHEAD, BlockKind.HEADING, BlockKind.PARAGRAPH})
_FIRST = 4
_DATED = re.compile(r"(?:Datum|Voorgesteld|Ontvangen|Ingezonden|Vastgesteld)\b")
_OVER = re.compile(r" (?:over|inzake|betreffende|naar aanleiding van) ")
_SENT = re.compile(r" \((?:ingezonden|ontvangen) ")
_HOUSE = re.compile(
    r"[Vv]oorzitters? van de (?P<house>Tweede|Eerste) Kamer|(?P<head>Tweede|Eerste) Kamer der"
)
_YOUR_HOUSE = re.compile(r"\b[Uu]w Kamer\b")
_ANSWERED = ("Antwoord van", "Antwoorden van de", "Mededeling van")
_TITLED = ("Vragen van", "Antwoorden van de", "Beantwoording")
_ASKING = re.compile(r" op (?:de )?(?:[Kk]amer|schriftelijke )?vragen")
_COSIGN = re.compile(r"\b[Mm]ede namens (?:de |het )?")
_ASKED = re.compile(r" aan de (?=[Mm]inister|[Ss]taatssecretaris)")


_NOBODY = Identity()


@dataclass(frozen=True, slots=True)
class Fields(Header):
    """The header with the stretches that prove it; None or () where the document says nothing."""

    identity: Identity = _NOBODY
    dated: Found | None = None
    subject: Found | None = None
    senders: tuple[Sender, ...] = ()
    cosigners: tuple[Sender, ...] = ()
    addressee: Sender | None = None
    kind_at: tuple[int, int] | None = None


def read(analysis: Analysis) -> Fields:
    """All fields, from the passages of the flow."""
    flow, lexicon = analysis.flow, analysis.lexicon
    head = [p for p in flow.passages if p.kind is BlockKind.LETTERHEAD]
    identity = header_identity.read(flow)
    kind, kind_at = _kind(flow, head, identity)
    dated = _date(flow, head, kind)
    senders = _senders(flow, head, kind, lexicon)
    return Fields(
        kind=kind,
        identifier=identity.identifier,
        date=dated[0] if dated else "",
        dossiers=tuple(found[0] for found in identity.dossiers),
        session=identity.session[0] if identity.session else "",
        identity=identity,
        dated=dated,
        subject=_subject(flow, head, kind, identity),
        senders=tuple(senders),
        cosigners=tuple(_cosigners(flow, lexicon, senders)),
        addressee=_addressee(flow, head, kind, lexicon),
        kind_at=kind_at,
    )


def _kind(
    flow: Flow, head: list[Passage], identity: Identity
) -> tuple[str, tuple[int, int] | None]:
    """What sort of document it is, and where that shows."""
    for kind, pattern in (("motion", _MOTION), ("answers", _ANSWERS)):
        for passage in head:
            label = _LABEL.match(flow.text, passage.start, passage.end)
            if pattern.match(flow.text, label.end() if label else passage.start, passage.end):
                return kind, (passage.start, passage.end)
    for passage in flow.passages:
        if passage.kind in (BlockKind.REQUEST, BlockKind.QUESTION):
            kind = "motion" if passage.kind is BlockKind.REQUEST else "answers"
            return kind, (passage.start, passage.end)
    if identity.number and identity.identifier.startswith(("ah-", "kv-")):
        return "answers", identity.number[1:]
    return "letter", None


def _date(flow: Flow, head: list[Passage], kind: str) -> Found | None:
    """The document's own date: of receipt for answers, else of the letterhead or a side bar; the
    day on which the questions came in only where nothing else is there."""
    found = _behind(flow.text, head, "ontvangen ") if kind == "answers" else None
    found = found or _headed(flow.text, head) or _in_margin(flow) or _of_itself(flow)
    return found or (_behind(flow.text, head, "ingezonden ") if kind == "answers" else None)


def _behind(text: str, head: list[Passage], word: str) -> Found | None:
    """The first date behind a word of the head."""
    for passage in head:
        at = text.find(word, passage.start, passage.end)
        if at >= 0 and (day := day_in(text, at, passage.end)):
            return day
    return None


def _of_itself(flow: Flow) -> Found | None:
    """The date that the letter gives itself ("in deze brief van 3 mei 2022")."""
    for passage in flow.passages:
        if passage.kind is not BlockKind.PARAGRAPH:
            continue
        match = _THIS_LETTER.search(flow.text, passage.start, passage.end)
        if match is not None:
            day = day_in(flow.text, match.end(), min(passage.end, match.end() + 30))
            if day is not None and day[1] == match.end():
                return day
    return None


def _headed(text: str, head: list[Passage]) -> Found | None:
    for i, passage in enumerate(head):
        day = day_in(text, passage.start, passage.end)
        if day is None:
            continue
        alone = day[1:] == (passage.start, passage.end)
        place = text[passage.start : day[1]]
        labelled = i > 0 and text.startswith("Datum", head[i - 1].start)
        if alone or labelled or _DATED.match(place) or (place.endswith(", ") and len(place) < 40):
            return day
        if "Kamer der Staten-Generaal" in place and day[2] == passage.end:
            return day
    return None


def _in_margin(flow: Flow) -> Found | None:
    """The date under "Datum" in a side bar, or of a place and date under the letter."""
    above = ""
    for passage in flow.passages:
        written = flow.text[passage.start : passage.end]
        if passage.kind is BlockKind.FURNITURE and above.startswith("Datum"):
            day = day_in(flow.text, passage.start, passage.end)
            if day:
                return day
        if passage.kind is BlockKind.SIGNATURE and (found := DAY.search(written)):
            day = day_in(flow.text, passage.start + found.start(), passage.end)
            if day:
                return day
        above = written
    return None


def _subject(flow: Flow, head: list[Passage], kind: str, identity: Identity) -> Found | None:
    text = flow.text
    for i, passage in enumerate(head):
        label = _LABEL.match(text, passage.start, passage.end)
        if label is None:
            continue
        if label.end() < passage.end:
            return text[label.end() : passage.end], label.end(), passage.end
        if i + 1 < len(head):
            below = head[i + 1]
            return text[below.start : below.end], below.start, below.end
    if identity.title:
        return identity.title
    return _asked_about(flow, kind) or _titled(text, flow, kind)


def _titled(text: str, flow: Flow, kind: str) -> Found | None:
    """The title above a letter without letterhead ("Kamerbrief over …")."""
    for passage in flow.passages[:_FIRST] if kind == "letter" else ():
        if passage.kind in _TITLES and _TITLE.match(text, passage.start, passage.end):
            return text[passage.start : passage.end], passage.start, passage.end
    return None


def _asked_about(flow: Flow, kind: str) -> Found | None:
    """What the members' questions are about."""
    text = flow.text
    for passage in flow.passages if kind == "answers" else ():
        if not text.startswith(_TITLED, passage.start):
            continue
        after = _ASKED.search(text, passage.start, passage.end)
        over = _OVER.search(text, after.end() if after else passage.start, passage.end)
        if over:
            end = _until(_SENT, text, over.end(), passage.end)
            return text[over.end() : end].rstrip(". "), over.end(), end
    return None


_LETTER_OF = re.compile(r"\bbrief van (?:de |den )?(?=minister|staatssecretaris)", re.I)


def _senders(flow: Flow, head: list[Passage], kind: str, lexicon: Lexicon) -> list[Sender]:
    text = flow.text
    if kind == "motion":
        return header_offices.movers(flow, head)
    for passage in flow.passages:
        if text.startswith(_ANSWERED, passage.start):
            end = _until(_COSIGN, text, passage.start, _until(_ASKING, text, *_place(passage)))
            if row := header_offices.named(text, passage.start, end, lexicon):
                return row
    signed = header_offices.signed(flow, lexicon)
    if not signed:
        for passage in head:
            letter = _LETTER_OF.search(text, passage.start, passage.end)
            if letter is not None:
                return header_offices.named(text, letter.end(), passage.end, lexicon)
    if signed or kind != "answers":
        return signed
    return [member for passage in head for member in header_offices.members(text, passage)]


def _place(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end


def _until(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where ``pattern`` first stands in ``text[start:end]``, else ``end``."""
    found = pattern.search(text, start, end)
    return found.start() if found else end


def _cosigners(flow: Flow, lexicon: Lexicon, senders: list[Sender]) -> list[Sender]:
    """Those in whose name, too, the letter is sent."""
    text = flow.text
    known = {sender.label for sender in senders}
    found: list[Sender] = []
    at = text.find("ede namens")
    while at >= 0:
        phrase = _COSIGN.match(text, at - 1)
        if phrase:
            end = min(_sentence_end(text, phrase.end()), phrase.end() + 260)
            row = header_offices.named(text, phrase.end(), end, lexicon)
            row = [s for i, s in enumerate(row) if _adjoins(text, phrase.end(), row[:i], s)]
            found.extend(s for s in row if s.label not in known)
            known.update(s.label for s in row)
        at = text.find("ede namens", at + 1)
    return found


def _adjoins(text: str, start: int, before: list[Sender], sender: Sender) -> bool:
    """Whether an office follows the words "mede namens", or the office before it, at once."""
    return sender.start - (before[-1].end if before else start) <= 16


def _sentence_end(text: str, at: int) -> int:
    ends = [e for e in (text.find("\n", at), text.find(". ", at)) if e >= 0]
    return min(ends, default=len(text))


def _addressee(flow: Flow, head: list[Passage], kind: str, lexicon: Lexicon) -> Sender | None:
    """Whom the document is sent to: "Tweede Kamer", "Eerste Kamer", or the office asked."""
    if kind == "motion":
        return None
    text = flow.text
    answered = any(text.startswith("Antwoord van", p.start) for p in head)
    for passage in head:
        asks = kind == "answers" and not answered and text.startswith("Vragen", passage.start)
        if asks and (asked := _ASKED.search(text, passage.start, passage.end)):
            row = header_offices.named(text, asked.end(), passage.end, lexicon)
            if row:
                return row[0]
    best: re.Match[str] | None = None
    for passage in head:
        house = _HOUSE.search(text, passage.start, passage.end)
        if house and (best is None or house["house"]):
            best = house
    if best is None:
        best = _YOUR_HOUSE.search(text)
        return Sender("Tweede Kamer", *best.span()) if best else None
    return Sender(f"{best['house'] or best['head']} Kamer", *best.span())
