"""A run, and its comparison with an earlier one, as sections of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamergraaf.evaluate.compare import WORSE, Change, Comparison, Shift
from kamergraaf.evaluate.labels import details, label
from kamergraaf.evaluate.pages import Entries, Entry, Section, Table
from kamergraaf.evaluate.rules import RuleScore, effects
from kamergraaf.evaluate.run import Run, accuracies, tallies
from kamergraaf.evaluate.scoring import FIELDS, MISSED, RIGHT, DocumentScore

_SHORT = {
    "references": "refs",
    "commitments": "commit.",
    "threat_levels": "levels",
    "document": "doc",
    "measure": "meas",
    "session_year": "session",
    "responsible": "doer",
    "addresses": "aim",
}


def figures(run: Run) -> Iterator[Section]:
    """Precision, recall and F1 by kind, accuracy by field, and what could not be read."""
    yield Table(
        "",
        ("kind", "precision", "recall", "F1", "right", "extra", "missed"),
        [
            (k, _n(t.precision), _n(t.recall), _n(t.f1), *map(str, (t.right, t.extra, t.missed)))
            for k, t in run.kinds.items()
        ],
    )
    rows = [(name, _n(one.value), str(one.of)) for name, one in run.fields.items()]
    yield Table("", ("field", "accuracy", "of"), rows)
    if run.failures:
        failed = [Entry("failed", name, why) for name, why in run.failures.items()]
        yield Entries("Documents that could not be read (nothing in them counts as read)", failed)


def per_document(run: Run) -> Iterator[Section]:
    """F1 by kind and accuracy by field, a row per document; blank where nothing is annotated."""
    kinds = tuple(run.kinds)
    rows = []
    for one in run.documents:
        found = tallies([one])
        cells = (_n(found[k].f1) if k in found and _any(one, k) else "" for k in kinds)
        rows.append((one.name, *cells))
    head = ("document", *(_SHORT.get(kind, kind) for kind in kinds))
    yield Table("F1 per document (blank: nothing annotated and nothing read)", head, rows)
    for group in ("document", "measure", ""):
        fields = tuple(f for f in run.fields if _group(f) == group)
        if fields:
            title = f"Accuracy of fields per document: {group or 'other'}"
            yield Table(title, ("document", *map(_heading, fields)), _accuracy_rows(run, fields))


def _group(field: str) -> str:
    group = field.partition(".")[0]
    return group if group in ("document", "measure") else ""


def _heading(field: str) -> str:
    group, _, name = field.partition(".")
    return _SHORT.get(name, name) if group in ("document", "measure") else field


def _accuracy_rows(run: Run, fields: Sequence[str]) -> list[tuple[str, ...]]:
    rows = []
    for one in run.documents:
        found = accuracies([one])
        rows.append((one.name, *(_n(found[f].value) if f in found else "" for f in fields)))
    return rows


def _any(document: DocumentScore, kind: str) -> bool:
    return any(fact.kind == kind for fact in document.facts)


def shown(run: Run, what: Iterable[str]) -> Iterator[Section]:
    """The misses and extras of kinds, and the wrong values of fields, with their quotes."""
    for name in what:
        entries = list(_wrong_values(run, name) if name in FIELDS else _astray(run, name))
        yield Entries(f"{name}: {_counted(entries)}", entries)


def _astray(run: Run, kind: str) -> Iterator[Entry]:
    for document in run.documents:
        for fact in document.facts:
            if fact.kind == kind and fact.outcome != RIGHT:
                item = fact.gold or fact.found or {}
                rules = f"rule {', '.join(fact.rules)}" if fact.rules else ""
                said = " · ".join(filter(None, (details(kind, item), rules)))
                quote = str(item.get("quote") or "")
                yield Entry(fact.outcome, document.name, label(kind, item), said, quote)


def _wrong_values(run: Run, field: str) -> Iterator[Entry]:
    for document in run.documents:
        for one in document.fields:
            if one.name == field and one.score < 1:
                yield Entry("wrong", document.name, f"is “{one.got}”, should be “{one.wanted}”")
        for fact in document.facts:
            for one in fact.fields:
                if one.name == field and one.score < 1:
                    rules = ", ".join(sorted({c.rule for c in one.credits}))
                    said = f"is “{one.got}”, should be “{one.wanted}”"
                    said += f" · rule {rules}" if rules else ""
                    item = fact.gold or {}
                    quote = str(item.get("quote") or "")
                    yield Entry("wrong", document.name, label(fact.kind, item), said, quote)


def _counted(entries: Sequence[Entry]) -> str:
    marks = [entry.mark for entry in entries]
    counts = [f"{marks.count(m)} {m}" for m in (MISSED, "extra", "wrong") if m in marks]
    return ", ".join(counts) or "nothing missed, extra or wrong"


def rules(run: Run) -> Iterator[Section]:
    """What each rule does over all documents; one that serves a single document is marked."""
    rows = [
        (
            one.what,
            one.rule,
            str(one.right),
            str(one.wrong),
            str(len(one.documents)),
            _only(one),
        )
        for one in effects(run.documents)
    ]
    head = ("kind or field", "rule", "right", "wrong", "documents", "right in one only")
    yield Table("What each rule does", head, rows)


def _only(one: RuleScore) -> str:
    if not one.helped:
        return "(in none)"
    return next(iter(one.helped)) if len(one.helped) == 1 else ""


def comparison(found: Comparison) -> Iterator[Section]:
    """What is better and what is worse than in the earlier run."""
    whole = [s for s in found.shifts if not s.document]
    yield Table("Compared with the earlier run", ("", *_THEN), [_shift(s.what, s) for s in whole])
    apart = [s for s in found.shifts if s.document]
    if apart:
        rows = [(s.document, *_shift(s.what, s)) for s in apart]
        yield Table("Documents with another figure", ("document", "", *_THEN), rows)
    for worse, title in ((True, "Worse"), (False, "Better")):
        some = [c for c in found.changes if (c.direction == WORSE) == worse]
        if some:
            yield Entries(f"{title}: {len(some)}", [_entry(change) for change in some])
    for title, names in (
        ("Only in the earlier run, not compared", found.missing),
        ("Only in this run, not compared", found.added),
    ):
        if names:
            yield Entries(title, [Entry("document", name, "") for name in names])


_THEN = ("before", "now", "change")


def _shift(what: str, one: Shift) -> tuple[str, str, str, str]:
    if one.before is None or one.now is None:
        return what, _n(one.before), _n(one.now), ""
    change = one.now - one.before
    return what, _n(one.before), _n(one.now), f"{change:+.3f}" if change else "="


def _entry(change: Change) -> Entry:
    rules_ = f"rule {', '.join(change.rules)}" if change.rules else ""
    said = " · ".join(filter(None, (change.how, rules_)))
    return Entry(change.what, change.document, change.label, said, change.quote)


def _n(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
