"""Which facts contradict each other, where a reasoner only says that something does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from kamergraaf.graph.projection import OWL, RDF, RDFS, Triple
from kamergraaf.graph.quads import RDF_TYPE

SUBCLASS, DOMAIN, RANGE = (f"<{RDFS}{name}>" for name in ("subClassOf", "domain", "range"))
DISJOINT, MEMBERS = f"<{OWL}disjointWith>", f"<{OWL}members>"
FUNCTIONAL, UNION = f"<{OWL}FunctionalProperty>", f"<{OWL}unionOf>"
FIRST, REST = f"<{RDF}first>", f"<{RDF}rest>"


def smallest_conflict(
    agrees: Callable[[Sequence[Triple]], bool],
    given: Sequence[Triple],
    suspects: Sequence[Triple],
    *,
    added: bool = False,
) -> list[Triple]:
    """A smallest set among ``suspects`` that contradicts what is given (QuickXplain).

    ``agrees`` tells whether some facts are consistent; ``given`` with all suspects is not.
    Junker (2004): k facts out of n are found in about 2k log2(n/k) runs. ``added`` says whether
    ``given`` has grown since it was last known to agree.
    """
    if added and not agrees(given):
        return []
    if len(suspects) <= 1:
        return list(suspects)
    middle = len(suspects) // 2
    left, right = suspects[:middle], suspects[middle:]
    from_right = smallest_conflict(agrees, [*given, *left], right, added=True)
    from_left = smallest_conflict(agrees, [*given, *from_right], left, added=bool(from_right))
    return from_left + from_right


def suspects(axioms: Iterable[Triple], facts: Iterable[Triple]) -> Iterator[list[Triple]]:
    """Small sets of facts that look contradictory, in order: a reasoner must confirm them.

    Two facts that put one thing in disjoint classes (by type, or by a named domain or range of a
    role), or two values of a functional role. Other contradictions are not seen.
    """
    known = _Axioms(axioms)
    types: dict[str, dict[str, Triple]] = defaultdict(dict)
    values: dict[tuple[str, str], Triple] = {}
    for fact in facts:
        subject, predicate, _ = fact
        if predicate in known.functional:
            first = values.setdefault((subject, predicate), fact)
            if first != fact:
                yield [first, fact]
        for thing, classes in known.classes(fact):
            for cls in classes:
                types[thing].setdefault(cls, fact)
    for _, by in sorted(types.items()):
        for (one, because), (other, also) in combinations(sorted(by.items()), 2):
            if frozenset((one, other)) in known.disjoint:
                yield [because] if because == also else [because, also]


class _Axioms:
    """What the axioms say of named classes and roles."""

    def __init__(self, axioms: Iterable[Triple]) -> None:
        self._by: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.functional: set[str] = set()
        groups: list[list[list[str]]] = []
        lists: list[str] = []
        for subject, predicate, object_ in axioms:
            self._by[subject, predicate].append(object_)
            if object_ == FUNCTIONAL:
                self.functional.add(subject)
            elif predicate == DISJOINT:
                groups.append([[subject], [object_]])
            elif predicate == MEMBERS:
                lists.append(object_)
        groups += [[self._named(cls) for cls in self._items(head)] for head in lists]
        self.disjoint = {
            frozenset((a, b))
            for group in groups
            for one, other in combinations(group, 2)
            for a in one
            for b in other
        }

    def classes(self, fact: Triple) -> Iterator[tuple[str, set[str]]]:
        """The things of a fact, each with the classes in which the fact puts it."""
        subject, predicate, object_ = fact
        if predicate == RDF_TYPE:
            yield subject, self._above([object_])
        else:
            yield subject, self._above(self._by.get((predicate, DOMAIN), ()))
            yield object_, self._above(self._by.get((predicate, RANGE), ()))

    def _above(self, classes: Iterable[str]) -> set[str]:
        found: set[str] = set()
        waiting = [cls for cls in classes if cls.startswith("<")]
        while waiting:
            cls = waiting.pop()
            if cls not in found:
                found.add(cls)
                waiting += [c for c in self._by.get((cls, SUBCLASS), ()) if c.startswith("<")]
        return found

    def _named(self, cls: str) -> list[str]:
        """A class, or the classes of which it is the union."""
        heads = self._by.get((cls, UNION), ())
        return [c for head in heads for c in self._items(head)] or [cls]

    def _items(self, head: str) -> Iterator[str]:
        """The members of an RDF list."""
        while (head, FIRST) in self._by:
            yield self._by[head, FIRST][0]
            head = self._by[head, REST][0]
