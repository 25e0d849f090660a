"""The report as JSON, for pipelines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from kamergraaf.check.finding import Seen, Severity
from kamergraaf.check.report import Item, Report
from kamergraaf.check.reports import View


def parts(report: Report, view: View) -> Iterator[str]:
    """One object; ``message`` and labels in the view's language, ``messages`` in both."""
    lang, counts = view.lang, report.counts()
    told = {
        "conforms": report.conforms,
        "summary": {
            "shapes": len(report.shapes),
            "nodes": report.nodes,
            "checks": len(report.checks),
            **{severity.value: report.count(severity) for severity in Severity},
        },
        "findings": [_object(item, lang) for item in report.items],
        "shapes": [_seen(seen, counts, lang) for seen in report.shapes],
        "checks": [_seen(seen, counts, lang) for seen in report.checks],
    }
    yield json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _seen(seen: Seen, counts: dict[str, Counter[Severity]], lang: str) -> dict[str, object]:
    rule = seen.rule
    return {
        "id": rule.id,
        "name": rule.name.say(lang),
        "targets": list(rule.targets),
        "nodes": seen.nodes,
        "findings": counts.get(rule.id, Counter()).total(),
    }


def _object(item: Item, lang: str) -> dict[str, object]:
    finding, place = item.finding, item.place
    return {
        "severity": finding.severity.value,
        "about": finding.rule.about.value,
        "shape": finding.rule.id,
        "name": finding.rule.name.say(lang),
        "message": finding.message.say(lang),
        "messages": {"nl": finding.message.nl, "en": finding.message.en},
        "constraint": finding.constraint or None,
        "details": [detail.say(lang) for detail in item.details],
        "focus": finding.focus,
        "focus_label": item.focus.say(lang),
        "path": finding.path or None,
        "path_label": item.path.say(lang) or None,
        "value": finding.value if finding.term else finding.value or None,
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
