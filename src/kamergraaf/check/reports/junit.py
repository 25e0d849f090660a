"""The report as JUnit XML: a suite per shape or check, a case per letter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from kamergraaf.check.finding import UNSEEN, Message, Rule, Severity
from kamergraaf.check.report import Item, Report, short
from kamergraaf.check.reports import View
from kamergraaf.check.reports.text import constraint, placed

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not hold, not even escaped."""

NOTHING_SEEN = Message("zag geen enkele knoop", "saw no node at all")


@dataclass(slots=True)
class _Case:
    """What was found by one rule in one letter: what fails it, and what is only told."""

    failures: list[Item] = field(default_factory=list)
    notes: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _Suite:
    """A shape with its property shapes, or a check."""

    rule: Rule
    nodes: int = 0
    cases: defaultdict[str, _Case] = field(default_factory=lambda: defaultdict(_Case))

    @property
    def skipped(self) -> bool:
        """Whether the rule looked at nothing."""
        return not self.nodes and not self.cases


def parts(report: Report, view: View) -> Iterator[str]:
    """The suites one by one; what reaches the view's threshold fails a case, the rest is told."""
    suites = _suites(report, view.threshold)
    names = _names(report)
    every = sorted(names) or [""]
    cases = sum(_size(suite, every) for suite in suites)
    failures = sum(_failures(suite) for suite in suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="kamergraaf" tests="{cases}" failures="{failures}" errors="0">\n'
    for suite in suites:
        yield from _written(suite, every, names, view.lang)
    yield "</testsuites>\n"


def _suites(report: Report, threshold: Severity) -> list[_Suite]:
    """Suites in the order of the report, with those behind that only a finding names."""
    found = {s.rule.id: _Suite(s.rule, s.nodes) for s in (*report.shapes, *report.checks)}
    for item in report.items:
        finding, rule = item.finding, item.finding.rule
        if rule.id == UNSEEN.id and finding.severity.rank < threshold.rank:
            continue  # told by skipping the suite
        id_ = finding.focus if rule.id == UNSEEN.id else rule.whole
        suite = found.get(id_) or found.setdefault(rule.id, _Suite(rule))
        case = suite.cases[item.place.letter]
        bad = finding.severity.rank >= threshold.rank
        (case.failures if bad else case.notes).append(item)
    return list(found.values())


def _names(report: Report) -> dict[str, str]:
    """What a letter's case is called: its file where that says it, else its address."""
    files = Counter(letter.file for letter in report.letters)
    return {
        letter.iri: letter.file if letter.file and files[letter.file] == 1 else letter.iri
        for letter in report.letters
    }


def _size(suite: _Suite, letters: list[str]) -> int:
    return 1 if suite.skipped else len({*letters, *suite.cases})


def _failures(suite: _Suite) -> int:
    return sum(bool(case.failures) for case in suite.cases.values())


def _written(suite: _Suite, letters: list[str], names: dict[str, str], lang: str) -> Iterator[str]:
    rule, name = short(suite.rule.id), suite.rule.name.say(lang)
    yield (
        f"  <testsuite name={_quoted(rule)} tests={_quoted(_size(suite, letters))} "
        f'failures={_quoted(_failures(suite))} errors="0" '
        f"skipped={_quoted(int(suite.skipped))}>\n"
        f"    <properties>\n"
        f'      <property name="name" value={_quoted(name)}/>\n'
        f'      <property name="nodes" value={_quoted(suite.nodes)}/>\n'
        f"    </properties>\n"
    )
    if suite.skipped:
        told = f"<skipped message={_quoted(NOTHING_SEEN.say(lang))}/>"
        yield f"    <testcase classname={_quoted(rule)} name={_quoted(name)}>{told}</testcase>\n"
    else:
        for letter in sorted({*letters, *suite.cases}):
            about = names.get(letter, letter) or name
            yield _testcase(rule, about, suite.cases.get(letter), lang)
    yield "  </testsuite>\n"


def _testcase(rule: str, about: str, case: _Case | None, lang: str) -> str:
    head = f"    <testcase classname={_quoted(rule)} name={_quoted(about)}"
    if case is None:
        return f"{head}/>\n"
    body = ""
    if case.failures:
        first = case.failures[0].finding
        more = len(case.failures) - 1
        said = first.message.say(lang) + (f" (+{more})" if more else "")
        kind = _quoted(short(first.rule.id))
        lines = _text(_lines(case.failures, lang))
        body += f"      <failure type={kind} message={_quoted(said)}>{lines}</failure>\n"
    if case.notes:
        body += f"      <system-out>{_text(_lines(case.notes, lang))}</system-out>\n"
    return f"{head}>\n{body}    </testcase>\n"


def _lines(items: Iterable[Item], lang: str) -> str:
    """Each finding in a few lines."""
    return "\n\n".join("\n".join(_told(item, lang)) for item in items)


def _told(item: Item, lang: str) -> Iterator[str]:
    finding, place = item.finding, item.place
    yield f"{finding.severity.value}: {finding.message.say(lang)} [{short(finding.rule.id)}]"
    yield f"{item.focus.say(lang)} <{finding.focus}>"
    value = " ".join(item.value.say(lang).split())
    if about := " · ".join(filter(None, (item.path.say(lang), value, constraint(finding)))):
        yield about
    yield from (f"- {detail.say(lang)}" for detail in item.details)
    if place.sentence:
        yield f"“{' '.join(place.sentence.split())}”"
    if place.letter:
        yield ", ".join(filter(None, (item.letter.say(lang), placed(place, lang))))
    if item.other.sentence:
        yield f"↔ {item.other_letter.say(lang)}: “{' '.join(item.other.sentence.split())}”"


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))


def _quoted(value: object) -> str:
    return quoteattr(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", str(value)))
