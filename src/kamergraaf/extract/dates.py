"""Dates and periods, resolved against the document's date or a bound that its text gives."""

from __future__ import annotations

from bisect import bisect_right

from kamergraaf.extract.analysis import Analysis, DateMention, Sentence
from kamergraaf.extract.dates_calendar import day_in
from kamergraaf.extract.dates_resolve import Pivot, Resolver, pivot
from kamergraaf.extract.dates_scan import scan
from kamergraaf.extract.dates_words import Partial
from kamergraaf.model import BlockKind, Origin, Ref

RULE = "dates"
BOUND = "dates.bound"
"""The rule of a day that only begins or ends a period which the text names."""


def find(analysis: Analysis) -> tuple[DateMention, ...]:
    """All dates and periods in reading order; what stands inside a citation is none."""
    text = analysis.flow.text
    cited = [reference.start for reference in analysis.references]
    named: list[tuple[Sentence, list[Partial]]] = []
    for sentence in analysis.sentences:
        partials = scan(sentence, text)
        if partials and cited:
            partials = [date for date in partials if not _cited(analysis, cited, date)]
        if partials:
            named.append((sentence, partials))
    if not named:
        return ()
    resolver = Resolver(analysis, pivot(analysis, named))
    asked = _asked(analysis)
    asking = Resolver(analysis, asked) if asked else resolver
    found: list[DateMention] = []
    for sentence, partials in named:
        question = sentence.passage.kind is BlockKind.QUESTION
        found.extend((asking if question else resolver).sentence(partials))
    return tuple(found)


def _asked(analysis: Analysis) -> Pivot | None:
    """The day on which members put the questions that the document answers."""
    if analysis.header.kind != "answers":
        return None
    text = analysis.flow.text
    for passage in analysis.flow.passages:
        if passage.kind is not BlockKind.LETTERHEAD:
            break
        sent = text.find("ingezonden ", passage.start, passage.end)
        if sent >= 0 and (day := day_in(text, sent, passage.end)):
            return Pivot(day[0], "bound", day[1:])
    return None


def _cited(analysis: Analysis, starts: list[int], date: Partial) -> bool:
    """Whether a date lies in the citation that begins last before it."""
    at = bisect_right(starts, date.start) - 1
    return at >= 0 and date.start < analysis.references[at].end


def write(analysis: Analysis) -> None:
    """A node for each date, with its value, its bounds and how it became absolute."""
    for mention in analysis.dates:
        ref(analysis, mention)


def ref(analysis: Analysis, mention: DateMention) -> Ref:
    """The node of a date; made and described where it does not exist yet."""
    sheet = analysis.sheet
    id_ = "date/" + mention.edtf.replace("/", "--")
    if id_ in sheet.things:
        return Ref(id_)
    evidence = analysis.evidence(mention.start, mention.end)
    written = analysis.flow.text[mention.start : mention.end]
    named = mention in analysis.dates
    rule = f"{RULE}.resolved-{mention.resolution}" if named else BOUND
    node = sheet.thing(id_, "Date", written, evidence, rule)
    explicit = mention.resolution == "explicit"
    origin = Origin.STATED if explicit and named else Origin.INFERRED
    premises = () if explicit else _premises(analysis, mention)
    for predicate, value in (
        ("kamer:edtf", mention.edtf),
        ("kamer:earliest", mention.earliest),
        ("kamer:latest", mention.latest),
        ("kamer:resolution", mention.resolution),
    ):
        sheet.fact(node, predicate, value, evidence, rule, origin=origin, premises=premises)
    return node


def _premises(analysis: Analysis, mention: DateMention) -> tuple[int, ...]:
    """The facts from which the year follows: the document's date, or what bounds it."""
    facts = analysis.sheet.facts
    if mention.resolution == "document-date":
        return tuple(i for i, fact in enumerate(facts) if fact.predicate == "kamer:date")[:1]
    if mention.basis is None:
        return ()
    for date in analysis.dates:
        if date.start <= mention.basis[0] < date.end and date is not mention:
            node = ref(analysis, date)
            return tuple(
                i for i, f in enumerate(facts) if f.subject == node and f.predicate == "kamer:edtf"
            )
    papers = {
        Ref(f"paper:{id_}")
        for reference in analysis.references
        if reference.start == mention.basis[0]
        for id_ in reference.ids
    }
    return tuple(
        i for i, f in enumerate(facts) if f.subject in papers and f.predicate == "kamer:sessionYear"
    )[:1]
