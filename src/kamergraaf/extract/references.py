"""Citations of papers: Kamerstukken, Handelingen, Aanhangsel, zaak and document numbers, official
publications, court decisions and European acts."""

from __future__ import annotations

from kamergraaf.extract import header_identity, references_dossiers, references_other
from kamergraaf.extract.analysis import DOCUMENT, Analysis, Reference
from kamergraaf.extract.references_sessions import contradictions
from kamergraaf.model import BlockKind, Ref, Warning

RULE = "references"
_GAZETTE = "https://zoek.officielebekendmakingen.nl/"


def find(analysis: Analysis) -> tuple[Reference, ...]:
    """All citations in reading order; the document's own number is none."""
    flow = analysis.flow
    own = header_identity.read(flow).identifier
    found = [*references_dossiers.find(flow.text), *references_other.find(flow.text)]
    found.sort(key=lambda reference: (reference.start, -reference.end))
    kept: list[Reference] = []
    end = -1
    passages = iter(flow.passages)
    passage = next(passages, None)
    for reference in found:
        while passage is not None and passage.end < reference.end:
            passage = next(passages, None)
        if passage is None or reference.start < end or reference.start < passage.start:
            continue
        if _is_cited(reference, passage.kind, flow.text, own):
            kept.append(reference)
            end = reference.end
    return tuple(kept)


def _is_cited(reference: Reference, kind: BlockKind, text: str, own: str) -> bool:
    """Whether a number cites, instead of naming the document or heading its page."""
    if any(id_ == own or (own and own.endswith("-" + id_)) for id_ in reference.ids):
        return False
    if kind in (BlockKind.FURNITURE, BlockKind.LETTERHEAD):
        written = text[reference.start : reference.end]
        is_case = len(reference.ids) == 1 and reference.ids[0][4:5] in "ZD"
        return is_case or (kind is BlockKind.LETTERHEAD and not written[0].isdigit())
    return True


def write(analysis: Analysis) -> None:
    """A citation and a paper for each thing cited, and what the citation says about it."""
    sheet = analysis.sheet
    for reference in analysis.references:
        evidence = analysis.evidence(reference.start, reference.end)
        written = analysis.flow.text[reference.start : reference.end]
        for id_ in reference.ids:
            rule = f"{RULE}.{_form(id_)}"
            paper = sheet.thing(f"paper:{id_}", reference.kind, written, evidence, rule)
            citation = sheet.thing(f"citation/{id_}", "Citation", written, evidence, rule)
            sheet.fact(DOCUMENT, "dcterms:references", paper, evidence, rule)
            sheet.fact(citation, "kamer:cites", paper, evidence, rule)
            sheet.fact(paper, "dcterms:identifier", id_, evidence, rule)
            page = address(id_)
            if page:
                sheet.fact(paper, "foaf:page", Ref(page), evidence, rule)
            if reference.session:
                sheet.fact(paper, "kamer:sessionYear", reference.session, evidence, rule)
    for reference, dutch, english in contradictions(analysis):
        evidence = analysis.evidence(reference.start, reference.end)
        sheet.warnings.append(Warning("session-year", dutch, english, evidence))


_FORMS = {
    "kst": "paper", "dossier": "dossier", "h": "proceedings", "ah": "answers", "stb": "gazette",
    "stcrt": "gazette", "trb": "gazette", "ECLI:": "decision",
}  # fmt: skip


def _form(id_: str) -> str:
    """The kind of number by which a paper is cited."""
    opening = "ECLI:" if id_.startswith("ECLI:") else id_.partition("-")[0]
    if opening in _FORMS:
        return _FORMS[opening]
    return "case-number" if id_[4:5] in ("Z", "D") else "european-act"


def address(id_: str) -> str:
    """Where the paper can be read, or '' where no address follows from its number."""
    if id_.startswith("ECLI:"):
        national = id_.startswith("ECLI:NL:")
        return f"https://uitspraken.rechtspraak.nl/details?id={id_}" if national else ""
    if id_.startswith("dossier-"):
        return f"{_GAZETTE}dossier/{id_[8:]}"
    if id_.startswith(("kst-", "h-", "ah-", "stb-", "stcrt-", "trb-")):
        return _GAZETTE + id_
    if id_[5:6] in ("R", "L", "D", "F") and id_[0] == "3":
        return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{id_}"
    return ""
