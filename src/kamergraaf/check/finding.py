"""What every check reports: findings, and how many nodes each rule saw."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kamergraaf.shacl.results import Result


class Severity(StrEnum):
    """How bad a finding is; SHACL's three."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for a violation, 1 for a warning, 0 for information."""
        return {"violation": 2, "warning": 1, "info": 0}[self.value]


class About(StrEnum):
    """What a finding is about: the shapes themselves, the data as such, or what the data say."""

    SHAPES = "shapes"
    DATA = "data"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, in Dutch and in English."""

    nl: str
    en: str

    def say(self, lang: str) -> str:
        """The sentence in ``lang`` (``nl`` or ``en``)."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape or a named check: ``id`` is the shape's IRI or the check's name.

    A shape without an IRI has its parents' and its path as ``id``. ``about`` tells findings about
    the shapes and the data as such apart from those about what the data say. ``whole`` is the id of
    the shape with targets that a property shape belongs to, '' for one that has its own; ``help``
    says what is asked for, and why, where more than the name is known. ``targets`` are how a shape
    finds its nodes: the kind of target and its term (``targetClass https://…/Measure``).
    """

    id: str
    name: Message
    severity: Severity = Severity.VIOLATION
    about: About = About.CONTENT
    whole: str = ""
    help: Message = Message("", "")
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong, at one node.

    ``focus`` is the node (an IRI, or ``_:id``); ``path`` is empty or a SPARQL property path with
    full IRIs (``<http://…/status>``); ``value`` is the offending value as written, '' where there
    is none; ``constraint`` the kind of constraint (``MinCount``), '' for a named check. ``proof``
    is the statement or node whose evidence shows it, '' where focus, path and value tell; ``other``
    the statement or node that it contradicts or repeats, perhaps of another letter, '' for none.
    ``term`` is the value as an N-Triples term, where it is a term of the data; ``result`` what a
    SHACL engine reported, None for a named check. ``details`` are the findings behind this one:
    what the value lacks of the shape that it must meet.
    """

    rule: Rule
    severity: Severity
    message: Message
    focus: str
    path: str = ""
    value: str = ""
    constraint: str = ""
    proof: str = ""
    other: str = ""
    term: str = ""
    result: Result | None = None
    details: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """How many nodes a rule looked at."""

    rule: Rule
    nodes: int


UNSEEN = Rule("unseen", Message("Niets gezien", "Nothing seen"), Severity.INFO, About.SHAPES)
"""The rule behind the finding that a shape or check saw no node."""


@dataclass(slots=True)
class Outcome:
    """What a set of rules found and saw; ``nodes`` are all nodes that they looked at."""

    findings: list[Finding] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    nodes: set[str] = field(default_factory=set)

    def saw(self, rule: Rule, nodes: set[str]) -> None:
        """Note what a rule looked at; one that looked at nothing is a finding."""
        self.nodes |= nodes
        self.counted(rule, len(nodes))

    def add(self, other: Outcome) -> None:
        """Take in what other rules found and saw."""
        self.findings += other.findings
        self.seen += other.seen
        self.nodes |= other.nodes

    def counted(self, rule: Rule, nodes: int) -> None:
        """Note how many nodes a rule looked at, where they are not at hand one by one."""
        self.seen.append(Seen(rule, nodes))
        if not nodes:
            told = Message(
                "Deze regels zagen geen enkele knoop.", "These rules saw no node at all."
            )
            self.findings.append(Finding(UNSEEN, UNSEEN.severity, told, rule.id))
