"""The report as SARIF 2.1.0 (OASIS), which points into the letters that the graph was made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from kamergraaf import __version__
from kamergraaf.check.finding import About, Finding, Message, Rule, Severity
from kamergraaf.check.report import Item, Report
from kamergraaf.check.reports import View, results
from kamergraaf.check.reports.places import Pointer

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def parts(report: Report, view: View) -> Iterator[str]:
    """One log with one run; findings about the shapes are notifications about the configuration."""
    run = _Run(report, view)
    told = [i for i in report.items if i.finding.rule.about is not About.SHAPES]
    found = [run.result(item) for item in told]
    notices = [run.notice(i) for i in report.items if i.finding.rule.about is About.SHAPES]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": run.driver()},
                "language": view.lang,
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": True, "toolConfigurationNotifications": notices}
                ],
                "artifacts": run.pointer.artifacts,
                "logicalLocations": run.pointer.nodes,
                "results": found,
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def fingerprint(finding: Finding) -> str:
    """The same for the same finding of another run, as long as its nodes keep their addresses."""
    said = (finding.focus, finding.path, finding.value, finding.constraint, finding.other)
    return sha256("\0".join((finding.rule.id, *said)).encode()).hexdigest()


class _Run:
    """One run: its rules and places by number."""

    def __init__(self, report: Report, view: View) -> None:
        self._lang = view.lang
        self._nodes = {s.rule.id: s.nodes for s in (*report.shapes, *report.checks)}
        self.pointer = Pointer(report, view)
        rules = {s.rule.id: s.rule for s in (*report.shapes, *report.checks)}
        rules |= {item.finding.rule.id: item.finding.rule for item in report.items}
        self._rules = [rules[id_] for id_ in sorted(rules)]
        self._number = {rule.id: number for number, rule in enumerate(self._rules)}
        self._asks: dict[str, Message] = {}
        for item in report.items:
            self._asks.setdefault(item.finding.rule.id, item.finding.message)

    def driver(self) -> Json:
        """The tool and its rules."""
        return {
            "name": "kamergraaf",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [self._rule(rule) for rule in self._rules],
        }

    def result(self, item: Item) -> Json:
        """A finding at its place."""
        finding = item.finding
        related = self.pointer.related(item)
        return {
            **self._reference(finding),
            "level": LEVELS[finding.severity],
            "message": {"text": escaped(self._text(item))},
            "locations": [self.pointer.location(item)],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": {"kamergraafFinding/v1": fingerprint(finding)},
            "properties": {
                key: value
                for key, value in (
                    ("focus", finding.focus),
                    ("path", finding.path),
                    ("value", finding.value),
                    ("constraint", finding.constraint),
                    ("letter", item.place.letter),
                )
                if value
            },
        }

    def notice(self, item: Item) -> Json:
        """A finding about the shapes."""
        finding, about = item.finding, {}
        if finding.focus in self._number:
            about = {"associatedRule": self._about(finding.focus)}
        return {
            "descriptor": self._about(finding.rule.id),
            **about,
            "level": LEVELS[finding.severity],
            "message": {"text": escaped(self._text(item))},
        }

    def _reference(self, finding: Finding) -> Json:
        number = self._number[finding.rule.id]
        return {"ruleId": self._rules[number].id, "ruleIndex": number}

    def _about(self, rule_id: str) -> Json:
        return {"id": rule_id, "index": self._number[rule_id]}

    def _text(self, item: Item) -> str:
        """The message first, because a narrow list shows its first sentence; then what it is of."""
        lang, said = self._lang, item.finding.message.say(self._lang)
        about = [item.focus.say(lang)]
        if path := item.path.say(lang):
            about.append(path)
        if value := item.value.say(lang):
            about.append(value if len(value) < 200 else f"{value[:200]}…")
        return f"{said} ({' · '.join(about)})"

    def _rule(self, rule: Rule) -> Json:
        lang, asks = self._lang, self._asks.get(rule.id, Message("", ""))
        help_ = rule.help.say(lang) or asks.say(lang) or rule.name.say(lang)
        return {
            "id": rule.id,
            "name": rule.name.say(lang),
            "shortDescription": {"text": rule.name.say(lang)},
            "fullDescription": {"text": help_},
            "help": {"text": help_},
            **_address(rule.id),
            "defaultConfiguration": {"level": LEVELS[rule.severity]},
            "properties": {"about": rule.about.value, **self._seen(rule)},
        }

    def _seen(self, rule: Rule) -> Json:
        nodes = self._nodes.get(rule.id)
        return {} if nodes is None else {"nodes": nodes}


def _address(rule_id: str) -> Json:
    """The shape's own address, where it has one that a browser opens."""
    address = results.shape(rule_id)
    return {"helpUri": address[1:-1]} if address.startswith(("<http://", "<https://")) else {}


def escaped(text: str) -> str:
    """A message as SARIF wants it: no placeholders, no links."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
