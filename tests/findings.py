"""Reports made for tests: of any size, with any words in them."""

from __future__ import annotations

from kamergraaf.check.finding import UNSEEN, Finding, Message, Rule, Seen, Severity
from kamergraaf.check.letters import Letter
from kamergraaf.check.passage import Text
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item, Report

WORDS = (
    "Het kabinet start dit jaar een proef in {0} gemeenten. De uitkomst daarvan volgt in het "
    "najaar, samen met de {0}e voortgangsrapportage. Over de verlenging wordt daarna besloten."
)
BASE = "https://example.org/letter/"


def same(text: str) -> Message:
    return Message(text, text)


def letter(number: int, paragraphs: int) -> tuple[Letter, Text]:
    text = Text("\n\n".join(WORDS.format(n + 2) for n in range(paragraphs)) + "\n")
    name = f"brief-{number}.txt"
    return Letter(f"{BASE}{number}", same(f"Brief {number} ({name})"), name, "text/plain"), text


def rule(number: int) -> Rule:
    name = Message(f"maatregel: eis {number}", f"measure: demand {number}")
    severity = (Severity.VIOLATION, Severity.WARNING, Severity.INFO)[number % 3]
    return Rule(f"https://example.org/shapes#s{number}", name, severity)


def item(number: int, rule: Rule, letter: Letter, text: Text, sentence: int) -> Item:
    starts = [i + 2 for i in range(len(text.text)) if text.text.startswith(". ", i)]
    start = starts[sentence % len(starts)]
    end = text.text.index(".", start) + 1
    place = Place(
        letter.iri, text.text[start:end], start, end, *text.line(start), *text.line(end),
        text.passage([(start, end)]),
    )  # fmt: skip
    message = Message("Dit moet anders zijn.", "This must be otherwise.")
    focus = f"{letter.iri}/measure/{number}"
    finding = Finding(rule, rule.severity, message, focus, "<https://example.org/p>", str(number))
    return Item(
        finding, place, same(f"maatregel nummer {number}"), Message("looptijd", "duration"),
        same(str(number)), letter.label, Place(), same(""),
    )  # fmt: skip


def report(findings: int, letters: int = 1, rules: int = 3) -> Report:
    """Findings spread evenly over letters and rules, in the order of a report."""
    texts = [letter(n, 12) for n in range(letters)]
    all_ = [rule(n) for n in range(rules)]
    items = [item(n, all_[n % rules], *texts[n % letters], n // letters) for n in range(findings)]
    items.sort(
        key=lambda i: (-i.finding.severity.rank, i.finding.rule.id, i.place.letter, i.place.start)
    )
    idle = Rule("https://example.org/shapes#idle", same("idle"))
    unseen = Finding(UNSEEN, Severity.INFO, Message("Niets gezien.", "Nothing seen."), idle.id)
    told = Item(unseen, Place(), same("idle"), *[same("")] * 3, Place(), same(""))
    seen = (*(Seen(r, findings // rules) for r in all_), Seen(idle, 0))
    return Report(
        (*items, told), seen, (), findings, tuple(told for told, _ in texts), ("data.trig",)
    )
