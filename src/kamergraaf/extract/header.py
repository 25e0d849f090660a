"""The document itself: what it is, from whom, to whom, when, about what."""

from __future__ import annotations

from kamergraaf.extract import dates, header_fields, header_notes, header_pages
from kamergraaf.extract.analysis import DOCUMENT, Analysis, DateMention, Header
from kamergraaf.extract.header_fields import Fields
from kamergraaf.extract.header_offices import Sender
from kamergraaf.iris import slug
from kamergraaf.model import BlockKind, Evidence, Ref, Span, Term

RULE = "header"
_CLASSES = {"letter": "Letter", "answers": "AnswerSheet", "motion": "Motion"}
_NAMES = {"letter": "Brief aan de", "answers": "Antwoorden aan de", "motion": "Motie in de"}


def read(analysis: Analysis) -> Header:
    """What the document says about itself."""
    return header_fields.read(analysis)


def write(analysis: Analysis) -> None:
    """The document as a thing, its header as facts, and warnings about its notes and pages."""
    fields = analysis.header
    if not isinstance(fields, Fields):
        fields = header_fields.read(analysis)
    _thing(analysis, fields)
    _numbers(analysis, fields)
    _people(analysis, fields)
    analysis.sheet.warnings.extend(header_notes.warnings(analysis))
    analysis.sheet.warnings.extend(header_pages.warnings(analysis.document))


def _thing(analysis: Analysis, fields: Fields) -> None:
    """The document's node; its label is its subject, else its number, else composed."""
    receiver = fields.addressee
    house = receiver.label if receiver else "Tweede Kamer"
    label = f"{_NAMES[fields.kind]} {house}"
    if fields.subject:
        label = fields.subject[0]
    elif fields.identifier:
        label = fields.identifier
    proof = fields.subject or fields.identity.number
    places = [place for place in (proof[1:] if proof else None, fields.kind_at) if place]
    if not places:
        places = [(who.start, who.end) for who in (receiver, *fields.senders[:1]) if who][:1]
    evidence = _evidence(analysis, places) if places else _opening(analysis)
    analysis.sheet.thing("document", _CLASSES[fields.kind], label, evidence, RULE)


def _evidence(analysis: Analysis, places: list[tuple[int, int]]) -> Evidence:
    """The spans behind several stretches, in reading order, each once."""
    spans: set[Span] = set()
    for place in places:
        spans.update(analysis.evidence(*place).spans)
    return Evidence(tuple(sorted(spans)))


def _opening(analysis: Analysis) -> Evidence:
    """The first sentence: all that shows a document without letterhead and signature."""
    first = next(
        (s for s in analysis.sentences if s.passage.kind is not BlockKind.FURNITURE),
        analysis.sentences[0],
    )
    return analysis.evidence(first.start, first.end)


def _numbers(analysis: Analysis, fields: Fields) -> None:
    """Identifier, title, dossiers, session year and date."""
    sheet, identity = analysis.sheet, fields.identity
    rows = [("dcterms:identifier", identity.number), ("dcterms:title", fields.subject)]
    rows += [("kamer:dossier", dossier) for dossier in identity.dossiers]
    rows.append(("kamer:sessionYear", identity.session))
    for predicate, found in rows:
        if found:
            evidence = analysis.evidence(found[1], found[2])
            sheet.fact(DOCUMENT, predicate, found[0], evidence, RULE)
    if fields.dated:
        day, start, end = fields.dated
        mention = DateMention(start, end, day, day, day, "explicit")
        evidence = analysis.evidence(start, end)
        sheet.fact(DOCUMENT, "kamer:date", dates.ref(analysis, mention), evidence, RULE)


def _people(analysis: Analysis, fields: Fields) -> None:
    """Senders, co-signers and addressee; the first sender's ministry is who "ik" is."""
    for predicate, senders in (
        ("kamer:sender", fields.senders),
        ("kamer:coSigner", fields.cosigners),
    ):
        for sender in senders:
            evidence = analysis.evidence(sender.start, sender.end)
            node = _sender(analysis, sender, fields.date)
            analysis.sheet.fact(DOCUMENT, predicate, node, evidence, RULE)
    if fields.senders and fields.senders[0].term:
        analysis.speaker = Ref(fields.senders[0].term.id)
    if fields.addressee and (receiver := _addressee(analysis, fields.addressee)):
        evidence = analysis.evidence(fields.addressee.start, fields.addressee.end)
        analysis.sheet.fact(DOCUMENT, "kamer:addressee", receiver, evidence, RULE)


def _sender(analysis: Analysis, sender: Sender, day: str) -> Ref:
    """The node of an office or a member."""
    evidence = analysis.evidence(sender.start, sender.end)
    if sender.member:
        id_ = f"actor/{slug(sender.label)}"
        return analysis.sheet.thing(id_, "MemberOfParliament", sender.label, evidence, RULE)
    label = _office(sender, day)
    office = analysis.sheet.thing(f"office/{slug(label)}", "Office", label, evidence, RULE)
    if sender.term:
        ministry = Ref(sender.term.id)
        analysis.sheet.fact(office, "kamer:officeOf", ministry, evidence, RULE)
    return office


def _office(sender: Sender, day: str) -> str:
    """The office's name as written; an abbreviation gives way to the name valid on ``day``."""
    title, _, portfolio = sender.label.partition(" van ")
    if sender.term is None or not portfolio or " " in portfolio or not portfolio.isupper():
        return sender.label
    name = name_on(sender.term, day).removeprefix("Ministerie van ")
    return f"{title} van {name}"


def name_on(term: Term, day: str) -> str:
    """The name of a register entry that held on an ISO day; its label where none did."""
    for name in term.names if day else ():
        if (not name.since or name.since <= day) and (not name.until or day <= name.until):
            return name.text
    return term.label


def _addressee(analysis: Analysis, receiver: Sender) -> Ref | None:
    """The House or the ministry addressed, by the register."""
    if receiver.term:
        return Ref(receiver.term.id)
    if not receiver.label.endswith("Kamer"):
        return None
    for mention in analysis.mentions:
        if mention.term.kind == "Parliament" and mention.term.label == receiver.label:
            return Ref(mention.term.id)
    for term in analysis.lexicon.terms.values():
        if term.kind == "Parliament" and term.label == receiver.label:
            return Ref(term.id)
    evidence = analysis.evidence(receiver.start, receiver.end)
    id_ = f"actor/{slug(receiver.label)}"
    return analysis.sheet.thing(id_, "Parliament", receiver.label, evidence, RULE)
