"""The documentation of the quality checks, made from their headers.

python -m kamergraaf.check.quality_page docs/quality.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kamergraaf.check.finding import Message
from kamergraaf.check.quality_files import Check, load
from kamergraaf.graph.files import write_text

_INTRODUCTION = """# Quality checks across letters

<!-- Made from the headers of queries/quality/*.rq by `make docs`; edit those. -->

Shapes look at one node at a time. These checks compare: what several letters say of the same
level, motion, paper or measure, and what one letter says twice. `kamergraaf validate` runs them
with the shapes; `--no-quality` leaves them out. A dataset without a letter (a document with
`kamer:text`) has nothing for them to see, which the report says once.

Each finding names the node, the letters and the sentences on both sides. Letters are read by rules,
so a finding says that one of three is wrong: the reading, a letter, or the register. Look at both
sentences first.

How bad a finding is stands in a profile, not in the query: `queries/quality/profile.toml` is the
toolkit's own. `--quality-profile FILE` takes another, which needs to name only what it judges
otherwise:

```toml
repeated-measures = "off"        # violation, warning, info, or off: not run
two-session-years = "violation"
```

A check is one query, `queries/quality/<name>.rq`. Its header gives what stands below, the message
(`{column}` stands for what a column of the row holds), and with `sees` the pattern whose `?focus`
counts what was looked at. A row is a finding: `focus` the node, `value` what is wrong with it,
`proof` the statement whose sentence shows it (else the focus's own evidence), `other` the statement
or node on the other side.

Measures have no identity beyond their letter, so queries join them by the words of their labels.
Three extension functions, `<https://w3id.org/kamergraaf/function/…>`, look at **content words**:
folded to lower case without accents, at least three characters or a number, and no article,
preposition, pronoun and the like. `words(label)` gives them in the order of the alphabet, '' where
there are fewer than two; `likeness(a, b)` the share of all content words that stands in both, 0
where the numbers differ; `shared(a, b)` how many stand in both, -1 where a text has none.
"""
_PARTS = ("problem", "principle", "solution")


def page(checks: list[Check]) -> str:
    """The page: the checks by severity, then what each asks and why, in two languages."""
    return "\n".join([_INTRODUCTION, *_table(checks), *_sections(checks)]) + "\n"


def _table(checks: list[Check]) -> Iterator[str]:
    yield "| severity | check | |"
    yield "|---|---|---|"
    ranked = sorted(checks, key=lambda check: (-check.severity.rank, check.name))
    for severity, group in groupby(ranked, key=lambda check: check.severity):
        for check in group:
            yield f"| {severity.value} | [`{check.name}`](#{check.name}) | {check.title.en} |"


def _sections(checks: list[Check]) -> Iterator[str]:
    for check in checks:
        yield f"\n## {check.name}\n"
        yield f"| {check.severity.value} | {check.title.en} | {check.title.nl} |"
        yield "|---|---|---|"
        for part in _PARTS:
            told: Message = getattr(check, part)
            yield f"| {part.capitalize()} | {told.en} | {told.nl} |"


if __name__ == "__main__":
    write_text(Path(sys.argv[1]), page(load()))
