"""Conditions of measures, and the reports and assessments that a letter speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf import iris
from kamergraaf.extract import dates
from kamergraaf.extract.analysis import Analysis, DateMention, MeasureMention, Sentence
from kamergraaf.extract.observation_nodes import before, observe, proof
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import MONTHS, fold, lower, trimmed
from kamergraaf.model import Ref

_IF = re.compile(
    r"\b(?:indien|wanneer|mits|tenzij|mocht(?:en)?|zodra|ingeval|(?:alleen|pas|slechts)\s+(?:als|indien"
    r"|wanneer)|als|voor\s+zover|in\s+het\s+geval\s+dat)\s+",
    re.IGNORECASE,
)
_MAY_CONDITION = re.compile(
    r"ndien|anneer|its |enzij|ocht|odra|ngeval|[Aa]ls |oor zover|het geval dat|, dan "
    r"|, (?:wordt|worden|kan|kunnen|is|zijn|volgt|krijgt)\b"
)
_VERB_FIRST = re.compile(
    r"([A-ZÀ-Þ][a-zà-ÿ]+(?:t|en)|Is|Zijn|Kan|Heeft|Komt|Gaat|Doet|Wil)\s+(?:een|de|het|er|zich|hij|zij|iemand|dit|dat|u)\b"
    r"[^.;?]*?,\s+(?=dan\b|(?:\w+t|is|zijn|worden|kunnen)\b)"
)
_THOSE_CASES = re.compile(r"\b(?:in\s+(?:die|dat|deze|zo['’]n)\s+geval(?:len)?|dan)\b", re.I)
_MAIN = re.compile(
    r",\s+|\s+(?=(?:dan|moet|moeten|wordt|worden|zal|zullen|kan|kunnen|is|zijn|heeft|hebben)\s+"
    r"(?:alsnog|het|de|er|ik|wij|dit|een)\b)"
)

_HEADS = Anchors((
    "dreigingsbeeld", "cybersecuritybeeld", "veiligheidsbeeld", "rapportage", "dreigingsanalyse",
    "fenomeenanalyse", "trendanalyse", "jaarverslag", "monitor", "dtn", "rapport", "analyse",
))  # fmt: skip
_OF_THREATS = frozenset(
    {"dreigingsbeeld", "cybersecuritybeeld", "veiligheidsbeeld", "dreigingsanalyse"}
)
_EDITION = rf"(?:(?:{MONTHS})\s+\d{{4}}|\d{{4}}(?:-\d{{4}})?|\d{{1,3}})"
_NAMED = re.compile(
    r"\b(?:[A-Z][a-z]+)?(?:Dreigingsbeeld|Cybersecuritybeeld|Veiligheidsbeeld|Dreigingsanalyse"
    r"|Fenomeenanalyse|Trendanalyse|Voortgangsrapportage|Rapportage|Jaarverslag|Monitor)"
    r"(?:\s+(?:[A-Z][\w-]+|van|de|het|en|voor|over)(?=\s|[.,;:()]|$))*"
)
_SHORT = re.compile(r"\bDTN[\s-]?(\d{1,3})?\b")
_QUOTED = re.compile(
    r"\b((?:voortgangs|jaar|tussen)?rapportage|rapport|monitor|dreigingsanalyse|analyse)\s+"
    r"[‘'“\"«]([^’'”\"»\n]{4,90})[’'”\"»]",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b((?:voortgangs|jaar|tussen|kwartaal)?rapportage|dreigingsbeeld|dreigingsanalyse"
    r"|cybersecuritybeeld|jaarverslag)\b"
)
_TAIL = re.compile(rf"\s*\(?(?:van\s+|DTN[\s-]?)?({_EDITION})\b\)?", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\b(?:bijgaand\w*|bijgevoegd\w*|hierbij|als\s+bijlage|in\s+de\s+bijlage|bijgesloten)\b"
)
_SEPARATE = re.compile(
    r"\b(?:separaat|afzonderlijk|apart|los\s+van\s+deze\s+brief)\b[^.]*?"
    r"\b(?:ver|toe|aange)?(?:zonden|stuurd|boden|zend\w*|doet\s+toekomen)"
)
_COVERS = re.compile(r"\b(?:over|periode|verslagjaar|tijdvak)\b")
_NEAR = 60
_SENDING = re.compile(
    r"\b(?:aan|treft|bied|aanbied\w*|stuur|zend|doe|toekomen|ontvangt|bijlage|bijgaande?)\b"
)


@dataclass(frozen=True, slots=True)
class _Report:
    """A report named at ``[start, end)``; ``name`` is '' for a bare "de rapportage"."""

    start: int
    end: int
    head: str
    name: str
    edition: str


def conditions(at: Reading) -> None:
    """Write the ``Condition`` on which a measure depends."""
    analysis = at.analysis
    for measure in analysis.measures:
        sentence = analysis.sentences[measure.sentence]
        stretch = _condition(analysis, sentence)
        other = before(analysis, sentence)
        text = analysis.flow.text[sentence.start : sentence.end]
        if stretch is None and other is not None and _THOSE_CASES.match(text.lstrip()):
            stretch = _condition(analysis, other)
        if stretch is not None and _conditional(analysis, measure):
            node = observe(analysis, "Condition", stretch, "conditions.clause")
            where = proof(analysis, stretch, (sentence.start, sentence.end))
            analysis.sheet.fact(node, "kamer:about", measure.ref, where, "conditions.measure")


def _conditional(analysis: Analysis, measure: MeasureMention) -> bool:
    """Whether the measure's status, where it has one, is conditional."""
    said = [
        fact.object.id if isinstance(fact.object, Ref) else str(fact.object)
        for fact in analysis.sheet.facts
        if fact.subject == measure.ref and fact.predicate == "kamer:status"
    ]
    return not said or any(status.endswith("conditional") for status in said)


def _condition(analysis: Analysis, sentence: Sentence) -> tuple[int, int] | None:
    """The clause that sets a condition, with its conjunction."""
    text = analysis.flow.text
    if not _MAY_CONDITION.search(text, sentence.start, sentence.end):
        return None
    first = _VERB_FIRST.match(text, sentence.start, sentence.end)
    if first is not None:
        return trimmed(text, first.start(), first.end())
    match = _IF.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    if match.group().lower().strip() == "als" and match.start() > sentence.start:
        ahead = text[sentence.start : match.start()].rstrip()
        if not ahead.endswith(","):
            return None
    main = _MAIN.search(text, match.end(), sentence.end)
    end = main.start() if main else sentence.end
    return trimmed(text, match.start(), end)


def reports(at: Reading) -> None:
    """Write a ``Report`` for each report named, with period, edition and how it is sent."""
    found: list[_Report] = []
    for sentence in at.saying(_HEADS):
        found += _reports(at.text, sentence)
    for report in found:
        _write_report(at, report, found)


def _reports(text: str, sentence: Sentence) -> list[_Report]:
    found: list[_Report] = []
    for match in _NAMED.finditer(text, sentence.start, sentence.end):
        start, end = trimmed(text, *match.span())
        while (word := text[start:end].rpartition(" ")[2]) in _LINKS:
            end -= len(word) + 1
        head = lower(text[start:end].split(maxsplit=1)[0])
        if " " in text[start:end]:
            found.append(_with_edition(text, start, end, head))
    for match in _SHORT.finditer(text, sentence.start, sentence.end):
        if match.group(1) and all(not r.start <= match.start() < r.end for r in found):
            found.append(_Report(*match.span(), "dreigingsbeeld", match.group(), match.group(1)))
    for match in _QUOTED.finditer(text, sentence.start, sentence.end):
        name = f"{match.group(1)} {match.group(2)}"
        found.append(_Report(*match.span(), match.group(1).lower(), name, ""))
    for match in _PLAIN.finditer(text, sentence.start, sentence.end):
        if all(match.end() <= r.start or r.end <= match.start() for r in found):
            found.append(_Report(*match.span(), match.group(1), "", ""))
    return sorted(found, key=lambda r: r.start)


_LINKS = frozenset({"van", "de", "het", "en", "voor", "over"})


def _with_edition(text: str, start: int, end: int, head: str) -> _Report:
    name = fold(text[start:end])
    tail = _TAIL.match(text, end)
    if tail is None:
        return _Report(start, end, head, name, "")
    return _Report(start, tail.end(), head, name, tail.group(1))


def _write_report(at: Reading, report: _Report, found: list[_Report]) -> None:
    analysis, sentence = at.analysis, at.sentence(report.start)
    if sentence is None:
        return
    part = at.low[sentence.start : sentence.end]
    period = _period(analysis, report, sentence)
    delivery = _delivery(part)
    if not report.name and period is None and delivery is None:
        return
    named = report if report.name else next((r for r in found if _same(r, report)), report)
    node = _node(analysis, named, report)
    sheet = analysis.sheet
    if report.edition:
        evidence = analysis.evidence(report.start, report.end)
        sheet.fact(node, "kamer:edition", report.edition, evidence, "reports.edition")
    if period is not None:
        evidence = proof(analysis, (report.start, report.end), (period.start, period.end))
        ref = dates.ref(analysis, period)
        sheet.fact(node, "kamer:coversPeriod", ref, evidence, "reports.period")
    if delivery is not None:
        code = Ref(iris.code(iris.BASE, "delivery", delivery))
        evidence = analysis.evidence(sentence.start, sentence.end)
        sheet.fact(node, "kamer:delivery", code, evidence, "reports.delivery")


def _same(named: _Report, bare: _Report) -> bool:
    return bool(named.name) and named.head.endswith(bare.head)


def _node(analysis: Analysis, named: _Report, report: _Report) -> Ref:
    label = f"{named.name} {named.edition}".strip() if named.name else ""
    if not label or named.edition in named.name:
        label = fold(analysis.flow.text[named.start : named.end])
    evidence = analysis.evidence(named.start, named.end)
    kind = "ThreatReport" if named.head in _OF_THREATS else "Report"
    return analysis.sheet.thing(
        f"report/{iris.slug(label)}", kind, label, evidence, "reports.named"
    )


def _period(analysis: Analysis, report: _Report, sentence: Sentence) -> DateMention | None:
    """The period behind "over (de periode)"."""
    text = analysis.flow.text
    for date in analysis.dates:
        if report.end <= date.start < sentence.end:
            between = lower(text[report.end : date.start])
            if len(between) < _NEAR and _COVERS.search(between):
                return date
    return None


def _delivery(part: str) -> str | None:
    if _SEPARATE.search(part):
        return "separate"
    if _ATTACHED.search(part) and _SENDING.search(part):
        return "attached"
    return None
