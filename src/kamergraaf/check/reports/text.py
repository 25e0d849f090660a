"""The report as text for people: grouped by severity and shape, worst first, the verdict last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from kamergraaf.check.finding import About, Finding, Message, Severity
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item, Report, short
from kamergraaf.check.reports import View
from kamergraaf.iris import BASE

WIDEST = 300
"""Characters of a value or sentence that the text report shows."""

HEADS = {
    Severity.VIOLATION: Message("Overtredingen", "Violations"),
    Severity.WARNING: Message("Waarschuwingen", "Warnings"),
    Severity.INFO: Message("Ter informatie", "Information"),
}
ABOUT = {
    About.SHAPES: Message("over de vormen", "about the shapes"),
    About.DATA: Message("over de gegevens als zodanig", "about the data as such"),
    About.CONTENT: Message("", ""),
}
FIELDS = {
    "node": Message("knoop", "node"),
    "path": Message("pad", "path"),
    "value": Message("waarde", "value"),
    "constraint": Message("eis", "constraint"),
    "detail": Message("want", "because"),
    "letter": Message("brief", "letter"),
    "sentence": Message("zin", "sentence"),
    "place": Message("plaats", "place"),
    "other_letter": Message("andere brief", "other letter"),
    "other_sentence": Message("tegenover", "other side"),
    "other_place": Message("plaats daar", "place there"),
}

_ACTING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that a terminal acts on: controls, and those that turn the reading direction."""

_ADDRESS = re.compile(r"\w+:\S")


def parts(report: Report, view: View) -> Iterator[str]:
    """The report, line by line."""
    for line in _lines(report, view):
        yield line + "\n"


def _lines(report: Report, view: View) -> Iterator[str]:
    for severity, items in groupby(report.items, key=lambda item: item.finding.severity):
        head = f"{HEADS[severity].say(view.lang)} ({report.count(severity)})"
        yield view.paint(head, severity.value)
        yield ""
        for _, group in groupby(items, key=lambda item: item.finding.rule.id):
            yield from _group(list(group), view)
            yield ""
    yield from _counts(report, view)
    yield ""
    yield verdict(report, view)


def _group(items: list[Item], view: View) -> Iterator[str]:
    lang, rule = view.lang, items[0].finding.rule
    messages = {item.finding.message.say(lang) for item in items}
    about = ABOUT[rule.about].say(lang)
    name = view.paint(capital(rule.name.say(lang)), "strong")
    yield f"  {name} [{short(rule.id)}] ({', '.join(filter(None, [str(len(items)), about]))})"
    if len(messages) == 1:
        yield f"  {_flat(messages.pop())}"
    if rule.id == "unseen":
        yield from _list(sorted(item.focus.say(lang) for item in items))
        return
    for item in islice(items, view.limit):
        yield f"  - {_cut(item.focus.say(lang))}"
        if messages:
            yield f"      {_flat(item.finding.message.say(lang))}"
        yield from _details(item, view)
    if view.limit is not None and len(items) > view.limit:
        yield "  " + view.paint(_more(items[view.limit :], lang), "dim")


def _more(items: list[Item], lang: str) -> str:
    """How many findings of a group are not shown, and in how many letters they are."""
    letters = len({item.place.letter for item in items} - {""})
    where = Message(f" in {letters} brieven", f" in {letters} letters") if letters > 1 else None
    told = Message(f"… nog {len(items)}", f"… {len(items)} more").say(lang)
    all_ = Message("toont alle", "shows all").say(lang)
    return f"{told}{where.say(lang) if where else ''} (--limit 0 {all_})"


def _list(words: Iterable[str]) -> Iterator[str]:
    """The words separated by commas, on lines of a bearable length."""
    line = ""
    for word in words:
        if line and len(line) + len(word) > 92:
            yield f"    {line}"
            line = ""
        line += f"{', ' if line else ''}{word}"
    yield f"    {line}"


def _details(item: Item, view: View) -> Iterator[str]:
    finding, place, lang = item.finding, item.place, view.lang
    told = {
        "node": f"<{finding.focus}>" if "://" in finding.focus else finding.focus,
        "path": item.path.say(lang),
        "value": _value(item, lang),
        "constraint": constraint(finding),
        "detail": "; ".join(detail.say(lang) for detail in item.details),
        "letter": item.letter.say(lang) if place.letter != finding.focus else "",
        "sentence": f"“{place.sentence}”" if place.sentence else "",
        "place": placed(item.place, lang),
        "other_letter": item.other_letter.say(lang) if item.other.letter != place.letter else "",
        "other_sentence": f"“{item.other.sentence}”" if item.other.sentence else "",
        "other_place": placed(item.other, lang),
    }
    width = max(len(FIELDS[field].say(lang)) for field, text in told.items() if text)
    for field, text in told.items():
        if text:
            yield f"      {view.paint(f'{FIELDS[field].say(lang):<{width}}', 'dim')}  {_cut(text)}"


def _value(item: Item, lang: str) -> str:
    """The value by its label; an address of elsewhere that has none as it is."""
    finding, said = item.finding, item.value.say(lang)
    unknown = finding.term.startswith("<") and finding.value.endswith(f"/{said}")
    if unknown and not finding.value.startswith(BASE):
        return finding.term
    return said or finding.term


def placed(place: Place, lang: str) -> str:
    """Line, column and characters in words, '' for no place."""
    if place.start is None or place.end is None:
        return ""
    where = f"{place.line}:{place.column}, " if place.line else ""
    characters = Message("tekens", "characters").say(lang)
    return f"{where}{characters} {place.start}-{place.end}"


def constraint(finding: Finding) -> str:
    """The constraint as shapes write it (``sh:minCount``), '' for a named check."""
    kind = finding.constraint
    if not kind or "://" in kind:
        return short(kind)
    return "sh:" + (kind.lower() if kind.isupper() else kind[:1].lower() + kind[1:])


def _counts(report: Report, view: View) -> Iterator[str]:
    """How many nodes each shape and each check saw."""
    lang = view.lang
    yield Message("Aantal knopen dat elke vorm zag", "Nodes that each shape saw").say(lang)
    yield from _list(f"{seen.rule.name.say(lang)} {seen.nodes}" for seen in report.shapes)
    if report.checks:
        yield Message("en elke controle", "and each check").say(lang)
        yield from _list(f"{seen.rule.id} {seen.nodes}" for seen in report.checks)


def verdict(report: Report, view: View) -> str:
    """One line: what was found, what was run, and whether there is no violation."""
    lang = view.lang
    bad, doubtful, told = (report.count(severity) for severity in Severity)
    shapes, checks, nodes = len(report.shapes), len(report.checks), report.nodes
    counts = Message(
        f"{bad} overtredingen, {doubtful} waarschuwingen, {told} ter informatie; "
        f"{shapes} vormen op {nodes} knopen en {checks} controles nagegaan.",
        f"{bad} violations, {doubtful} warnings, {told} informative; "
        f"{shapes} shapes on {nodes} nodes and {checks} checks were run.",
    )
    ends = Message("Voldoet.", "Conforms.")
    if not report.conforms:
        ends = Message("Voldoet niet.", "Does not conform.")
    elif not nodes:
        ends = Message("Er is niets gecontroleerd.", "Nothing was checked.")
    role = "violation" if not report.conforms else "good" if nodes else "warning"
    return f"{counts.say(lang)} {view.paint(ends.say(lang), role)}"


def capital(text: str) -> str:
    """The text as a heading; an address stays as it is."""
    return text if _ADDRESS.match(text) else text[:1].upper() + text[1:]


def _flat(text: str) -> str:
    """The text on one line, without characters that a terminal would act on."""
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def _cut(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= WIDEST else f"{flat[:WIDEST]}…"
