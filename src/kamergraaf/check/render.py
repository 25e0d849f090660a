"""The report as text for people and as JSON for pipelines; both stable."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from kamergraaf.check.finding import Message, Seen, Severity
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item, Report, short

WIDEST = 300
"""Characters of a value or sentence that the text report shows."""

HEADS = {
    Severity.VIOLATION: Message("Overtredingen", "Violations"),
    Severity.WARNING: Message("Waarschuwingen", "Warnings"),
    Severity.INFO: Message("Ter informatie", "Information"),
}
FIELDS = {
    "node": Message("knoop", "node"),
    "path": Message("pad", "path"),
    "value": Message("waarde", "value"),
    "letter": Message("brief", "letter"),
    "sentence": Message("zin", "sentence"),
    "place": Message("plaats", "place"),
    "other_letter": Message("andere brief", "other letter"),
    "other_sentence": Message("tegenover", "other side"),
    "other_place": Message("plaats daar", "place there"),
}


def as_json(report: Report, lang: str) -> str:
    """The report as JSON; ``message`` and labels in ``lang``, ``messages`` in both languages."""
    told = {
        "conforms": report.conforms,
        "summary": {
            "shapes": len(report.shapes),
            "nodes": report.nodes,
            "checks": len(report.checks),
            **{severity.value: report.count(severity) for severity in Severity},
        },
        "findings": [_object(item, lang) for item in report.items],
        "shapes": [_seen(seen, lang) for seen in report.shapes],
        "checks": [_seen(seen, lang) for seen in report.checks],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _seen(seen: Seen, lang: str) -> dict[str, object]:
    return {"id": seen.rule.id, "name": seen.rule.name.say(lang), "nodes": seen.nodes}


def _object(item: Item, lang: str) -> dict[str, object]:
    finding, place = item.finding, item.place
    return {
        "severity": finding.severity.value,
        "shape": finding.rule.id,
        "name": finding.rule.name.say(lang),
        "message": finding.message.say(lang),
        "messages": {"nl": finding.message.nl, "en": finding.message.en},
        "constraint": finding.constraint or None,
        "focus": finding.focus,
        "focus_label": item.focus.say(lang),
        "path": finding.path or None,
        "path_label": item.path.say(lang) or None,
        "value": finding.value or None,
        "value_label": item.value.say(lang) or None,
        "letter": place.letter or None,
        "letter_label": item.letter.say(lang) or None,
        "sentence": place.sentence or None,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "other": _other(item, lang) if finding.other else None,
    }


def _other(item: Item, lang: str) -> dict[str, object]:
    """The other side of a finding that compares two."""
    place = item.other
    return {
        "node": item.finding.other,
        "letter": place.letter or None,
        "letter_label": item.other_letter.say(lang) or None,
        "sentence": place.sentence or None,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
    }


def as_text(report: Report, lang: str) -> str:
    """The report as text: grouped by severity and shape, with counts, and a summary at the end."""
    lines: list[str] = []
    for severity, items in groupby(report.items, key=lambda item: item.finding.severity):
        lines += [f"{HEADS[severity].say(lang)} ({report.count(severity)})", ""]
        for _, group in groupby(items, key=lambda item: item.finding.rule.id):
            lines += [*_group(list(group), lang), ""]
    return "\n".join([*lines, *_counts(report, lang), "", *_summary(report, lang)])


def _group(items: list[Item], lang: str) -> Iterator[str]:
    rule = items[0].finding.rule
    messages = {item.finding.message.say(lang) for item in items}
    yield f"  {_capital(rule.name.say(lang))} [{short(rule.id)}] ({len(items)})"
    if len(messages) == 1:
        yield f"  {messages.pop()}"
    if rule.id == "unseen":
        yield from _list(sorted(item.focus.say(lang) for item in items))
        return
    for item in items:
        yield f"  - {_cut(item.focus.say(lang))}"
        if messages:
            yield f"      {item.finding.message.say(lang)}"
        yield from _details(item, lang)


def _list(words: Iterable[str]) -> Iterator[str]:
    """The words separated by commas, on lines of a bearable length."""
    line = ""
    for word in words:
        if line and len(line) + len(word) > 92:
            yield f"    {line}"
            line = ""
        line += f"{', ' if line else ''}{word}"
    yield f"    {line}"


def _details(item: Item, lang: str) -> Iterator[str]:
    finding, place = item.finding, item.place
    told = {
        "node": f"<{finding.focus}>" if "://" in finding.focus else finding.focus,
        "path": item.path.say(lang),
        "value": item.value.say(lang),
        "letter": item.letter.say(lang) if place.letter != finding.focus else "",
        "sentence": f"“{place.sentence}”" if place.sentence else "",
        "place": _place(item.place, lang),
        "other_letter": item.other_letter.say(lang),
        "other_sentence": f"“{item.other.sentence}”" if item.other.sentence else "",
        "other_place": _place(item.other, lang),
    }
    width = max(len(FIELDS[field].say(lang)) for field, text in told.items() if text)
    for field, text in told.items():
        if text:
            yield f"      {FIELDS[field].say(lang):<{width}}  {_cut(text)}"


def _place(place: Place, lang: str) -> str:
    if place.start is None or place.end is None:
        return ""
    where = f"{place.line}:{place.column}, " if place.line else ""
    characters = Message("tekens", "characters").say(lang)
    return f"{where}{characters} {place.start}-{place.end}"


def _counts(report: Report, lang: str) -> Iterator[str]:
    """How many nodes each shape and each check saw."""
    yield Message("Aantal knopen dat elke vorm zag", "Nodes that each shape saw").say(lang)
    yield from _list(f"{seen.rule.name.say(lang)} {seen.nodes}" for seen in report.shapes)
    yield Message("en elke controle", "and each check").say(lang)
    yield from _list(f"{seen.rule.id} {seen.nodes}" for seen in report.checks)


def _summary(report: Report, lang: str) -> Iterator[str]:
    found = {severity: report.count(severity) for severity in Severity}
    if lang == "nl":
        yield (
            f"{len(report.shapes)} vormen op {report.nodes} knopen en {len(report.checks)} "
            "controles nagegaan."
        )
        yield (
            f"{found[Severity.VIOLATION]} overtredingen, {found[Severity.WARNING]} "
            f"waarschuwingen, {found[Severity.INFO]} ter informatie."
        )
        yield "Voldoet." if report.conforms else "Voldoet niet."
        return
    yield (
        f"{len(report.shapes)} shapes on {report.nodes} nodes and {len(report.checks)} checks "
        "were run."
    )
    yield (
        f"{found[Severity.VIOLATION]} violations, {found[Severity.WARNING]} warnings, "
        f"{found[Severity.INFO]} informative."
    )
    yield "Conforms." if report.conforms else "Does not conform."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDEST else f"{flat[:WIDEST]}…"
