"""The report as one HTML page that needs nothing else: no network, and no script to be read."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from kamergraaf import __version__
from kamergraaf.check.finding import UNSEEN, About, Message, Seen, Severity
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item, Report, short
from kamergraaf.check.reports import View
from kamergraaf.check.reports.letters import Letters
from kamergraaf.check.reports.markup import both, esc, tag, ui
from kamergraaf.check.reports.text import ABOUT, HEADS, capital, constraint, placed

OPEN = 60
"""With more findings than this, the groups are closed at first, so that the page is an overview."""

ONE = {
    Severity.VIOLATION: Message("overtreding", "violation"),
    Severity.WARNING: Message("waarschuwing", "warning"),
    Severity.INFO: Message("ter informatie", "information"),
}
FIELDS = {
    "path": Message("pad", "path"),
    "value": Message("waarde", "value"),
    "constraint": Message("eis", "constraint"),
    "detail": Message("want", "because"),
    "letter": Message("brief", "letter"),
    "node": Message("knoop", "node"),
    "other": Message("tegenover", "other side"),
}
_HERE = Path(__file__).parent


def parts(report: Report, view: View) -> Iterator[str]:
    """The page: verdict, filters, findings by shape, the letters, and what was looked at."""
    style, script = (_HERE / f"page.{kind}" for kind in ("css", "js"))
    code = script.read_text("utf-8")
    letters = Letters(report)
    yield _head(style.read_text("utf-8"), code, view.lang)
    yield _top(report)
    yield _filters(report)
    yield "<main id=findings>\n"
    if not report.items:
        yield tag("p", ui("Er is niets gevonden.", "Nothing was found."), "none")
    for severity, items in groupby(report.items, key=lambda item: item.finding.severity):
        yield from _severity(severity, list(items), letters, len(report.items) <= OPEN)
    yield tag(
        "p", ui("Geen bevinding past bij dit filter.", "No finding fits this filter."), "nohit"
    )
    yield "</main>\n"
    yield from letters.parts()
    yield _seen(report)
    yield f"</div>\n<script>{code}</script>\n</body>\n</html>\n"


def _head(style: str, code: str, lang: str) -> str:
    """The page's head; a policy lets no script run but the page's own, and nothing be fetched."""
    digest = base64.b64encode(sha256(code.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    title = Message("Validatierapport", "Validation report")
    radios = "".join(
        f'<input type=radio name=lang id=lang-{code_} value={code_} aria-label="{name}"'
        f"{' checked' if code_ == lang else ''}>"
        for code_, name in (("nl", "Nederlands"), ("en", "English"))
    )
    return (
        f'<!doctype html>\n<html lang="{lang}" data-title-nl="{title.nl}" '
        f'data-title-en="{title.en}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="kamergraaf {__version__}">\n'
        f"<title>{title.say(lang)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{radios}\n<div class=page>\n"
    )


def _top(report: Report) -> str:
    """What was checked, and the verdict in a word and in figures."""
    verdict = ui("Voldoet niet", "Does not conform")
    if report.conforms:
        verdict = ui("Voldoet", "Conforms")
    tiles = "".join(
        tag("li", f"<b>{report.count(s)}</b> {both(HEADS[s])}", f"tile {s.value}") for s in Severity
    )
    count = len(report.letters)
    letters = Message("", "")
    if count:
        letters = Message(
            f", {count} {'brief' if count == 1 else 'brieven'}",
            f", {count} {'letter' if count == 1 else 'letters'}",
        )
    ran = ui(
        f"{len(report.shapes)} vormen op {report.nodes} knopen en {len(report.checks)} controles "
        f"nagegaan{letters.nl}.",
        f"{len(report.shapes)} shapes on {report.nodes} nodes and {len(report.checks)} checks "
        f"were run{letters.en}.",
    )
    sources = ", ".join(tag("code", esc(source)) for source in report.sources)
    return (
        "<header>\n<div class=bar>"
        + tag("h1", ui("Validatierapport", "Validation report"))
        + "<p class=langs><label for=lang-nl lang=nl class=lang>Nederlands</label>"
        "<label for=lang-en lang=en class=lang>English</label></p></div>\n"
        + tag("p", tag("strong", verdict, "good" if report.conforms else "bad") + f" {sources}")
        + tag("ul", tiles, "tiles")
        + tag("p", ran, "ran")
        + "</header>\n"
    )


def _filters(report: Report) -> str:
    """The filters, which a script works; without it they are not shown."""
    if not report.items:
        return ""
    rules = Counter(item.finding.rule.id for item in report.items)
    names = {item.finding.rule.id: item.finding.rule.name for item in report.items}
    letters = Counter(item.place.letter for item in report.items)
    called = {item.place.letter: item.letter for item in report.items}
    called[""] = Message("zonder brief", "without a letter")
    boxes = "".join(
        f'<label class="chip {s.value}"><input type=checkbox name=severity value={s.value}'
        f" checked> {both(ONE[s])}</label>"
        for s in Severity
        if report.count(s)
    )
    return (
        f'<form id=filters class=needs-js role=search aria-label="Filter">'
        f"<fieldset><legend>{ui('Ernst', 'Severity')}</legend>{boxes}</fieldset>"
        + _select("rule", ui("Vorm", "Shape"), rules, names)
        + _select("letter", ui("Brief", "Letter"), letters, called)
        + f"<label>{ui('Zoeken', 'Search')}<input type=search name=text autocomplete=off></label>"
        f"<p><output id=count role=status></output> "
        f"<button type=button id=open>{ui('Alles open', 'Open all')}</button> "
        f"<button type=button id=shut>{ui('Alles dicht', 'Close all')}</button> "
        f"<button type=reset>{ui('Wis filters', 'Clear filters')}</button></p></form>\n"
    )


def _select(name: str, label: str, counts: Counter[str], called: dict[str, Message]) -> str:
    """A choice of one value; options hold plain text, so they carry the other language apart.

    Where there is nothing to choose from, there is no choice.
    """
    if set(counts) <= {""}:
        return ""
    options = [f'<option value="*" {_lang(Message("alle", "all"))}></option>']
    for value in sorted(counts, key=lambda v: (called[v].en.casefold(), v)):
        said, count = called[value], f" ({counts[value]})"
        told = Message(said.nl + count, said.en + count)
        options.append(f'<option value="{esc(value)}" {_lang(told)}></option>')
    return f"<label>{label}<select name={name}>{''.join(options)}</select></label>"


def _lang(said: Message) -> str:
    return f'data-nl="{esc(said.nl)}" data-en="{esc(said.en)}"'


def _severity(
    severity: Severity, items: list[Item], letters: Letters, open_: bool
) -> Iterator[str]:
    """The findings of one severity, by shape."""
    head = f"{both(HEADS[severity])} <span class=n>{len(items)}</span>"
    yield f'<section class="severity {severity.value}">\n{tag("h2", head)}\n'
    for _, group in groupby(items, key=lambda item: item.finding.rule.id):
        yield from _group(list(group), letters, open_)
    yield "</section>\n"


def _group(items: list[Item], letters: Letters, open_: bool) -> Iterator[str]:
    """The findings of one shape or check; what all say is said once."""
    finding = items[0].finding
    rule = finding.rule
    messages = {item.finding.message for item in items}
    said = tag("span", both(finding.message), "message") if len(messages) == 1 else ""
    about = tag("small", both(ABOUT[rule.about])) if rule.about is not About.CONTENT else ""
    yield (
        f"<details class=group{' open' if open_ else ''}><summary>"
        f"<span class=name>{both(_capital(rule.name))}</span> {tag('code', esc(short(rule.id)))}"
        f" {about}"
        f"<span class=n>{len(items)}</span>{said}</summary>\n"
    )
    if rule.help.en and rule.help not in messages:
        yield tag("p", both(rule.help), "help") + "\n"
    yield "<ol>\n"
    for item in items:
        yield _finding(item, letters, len(messages) > 1)
    yield "</ol></details>\n"


def _finding(item: Item, letters: Letters, told: bool) -> str:
    """One finding: its node, what is wrong with it, and the sentence with the way to its place."""
    finding, place = item.finding, item.place
    rows = {
        "path": both(item.path) if finding.path else "",
        "value": _value(item) if finding.value or finding.term else "",
        "constraint": tag("code", esc(constraint(finding))) if finding.constraint else "",
        "detail": "<br>".join(both(detail) for detail in item.details),
        "letter": _where(place, item.letter),
        "node": "" if finding.rule.id == UNSEEN.id else tag("code", esc(finding.focus)),
        "other": _quote(item.other, letters, item) + _where(item.other, item.other_letter),
    }
    anchor = letters.finding(item)
    number = tag("a", f"#{anchor[1:]}", "number", href=f"#{anchor}")
    list_ = "".join(
        f"<dt>{both(FIELDS[name])}</dt><dd>{row}</dd>" for name, row in rows.items() if row
    )
    message = tag("p", both(finding.message), "message") if told else ""
    return (
        f'<li class=finding id="{anchor}" data-rule="{esc(finding.rule.id)}" '
        f'data-letter="{esc(place.letter)}" data-severity={finding.severity.value}>'
        f"<h3>{both(item.focus)} {number}</h3>{message}{_quote(place, letters, item)}"
        f"<dl>{list_}</dl></li>\n"
    )


def _capital(name: Message) -> Message:
    return Message(capital(name.nl), capital(name.en))


def _value(item: Item) -> str:
    """The value by its label, and by its address where it has one."""
    finding = item.finding
    address = tag("code", esc(finding.value)) if finding.term.startswith("<") else ""
    return f"{tag('q', both(item.value), 'value')} {address}"


def _where(place: Place, letter: Message) -> str:
    """The letter and the place in it, in words."""
    if not place.letter:
        return ""
    where = Message(placed(place, "nl"), placed(place, "en"))
    return both(letter) + (f' <span class="where">{both(where)}</span>' if where.en else "")


def _quote(place: Place, letters: Letters, item: Item) -> str:
    """The sentence, which leads to its paragraph."""
    if not place.sentence:
        return ""
    said, anchor = f"“{esc(place.sentence)}”", letters.anchor(place, item)
    if not anchor:
        return tag("blockquote", said, lang="nl")
    return tag("blockquote", tag("a", said, "to-sentence", href=f"#{anchor}"), lang="nl")


def _seen(report: Report) -> str:
    """The table of shapes and checks: how many nodes each saw, and what was found there."""
    found, every = report.counts(), (*report.shapes, *report.checks)
    rows = "".join(_row(seen, found.get(seen.rule.id, Counter())) for seen in every)
    heads = [ui("Vorm of controle", "Shape or check"), ui("Knopen gezien", "Nodes seen")]
    heads += [both(HEADS[severity]) for severity in Severity]
    titles = "".join(f"<th scope=col>{head}</th>" for head in heads)
    summary = ui("Wat is nagegaan", "What was looked at")
    return (
        f"<details class=looked><summary><h2>{summary}</h2></summary><div class=wide>"
        f"<table><thead><tr>{titles}</tr></thead>\n<tbody>{rows}</tbody></table></div></details>\n"
    )


def _row(seen: Seen, counts: Counter[Severity]) -> str:
    cells = [str(seen.nodes), *(str(counts[severity] or "") for severity in Severity)]
    targets = "".join(f"<br>{tag('code', esc(_target(t)))}" for t in seen.rule.targets)
    name = f"{both(seen.rule.name)} {tag('code', esc(short(seen.rule.id)))}{targets}"
    unseen = " class=unseen" if not seen.nodes else ""
    return f"<tr{unseen}><th scope=row>{name}</th>{''.join(f'<td>{c}</td>' for c in cells)}</tr>\n"


def _target(said: str) -> str:
    kind, _, term = said.partition(" ")
    return f"{kind} {short(term)}"
