"""What is wrong with the shapes themselves, so that they check less than they seem to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamergraaf.check import shacl_terms
from kamergraaf.check.finding import About, Finding, Message, Rule, Severity
from kamergraaf.check.index import Index
from kamergraaf.check.ontology import ONTOLOGY, Ontology
from kamergraaf.check.rules import Rules, text_of
from kamergraaf.iris import DEF, expand
from kamergraaf.shacl import core
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.shapes import TARGETS
from kamergraaf.shacl.terms import (
    FALSE,
    OWL_CLASS,
    RDF_FIRST,
    RDF_TYPE,
    RDFS_CLASS,
    SH,
    TRUE,
    sh,
)

MISSPELT = Rule(
    "shapes-term",
    Message("Term in de vormen", "Term in the shapes"),
    Severity.WARNING,
    About.SHAPES,
)
IDLE = Rule(
    "idle-parameter",
    Message("Parameter zonder werking", "Parameter without effect"),
    Severity.WARNING,
    About.SHAPES,
)
UNUSED = Rule(
    "unused-shape", Message("Ongebruikte vorm", "Unused shape"), Severity.INFO, About.SHAPES
)
DANGLING = Rule(
    "missing-shape", Message("Vorm die er niet is", "Missing shape"), Severity.WARNING, About.SHAPES
)
NOT_RUN = Rule(
    "not-carried-out",
    Message("Niet uitgevoerd", "Not carried out"),
    Severity.WARNING,
    About.SHAPES,
)
SHAPES_IMPORT = Rule(
    "shapes-import",
    Message("Import van de vormen", "Import of the shapes"),
    Severity.WARNING,
    About.SHAPES,
)
DATA_IMPORT = Rule(
    "data-import",
    Message("Import van de gegevens", "Import of the data"),
    Severity.WARNING,
    About.DATA,
)

_HELD = (f"<{SH}", f"<{DEF}")
"""How terms of the vocabularies begin that are known to the last term."""
_IMPORTS = f"<{expand('owl:imports')}>"
_ALONE = """
    path nodeKind datatype minCount maxCount minExclusive minInclusive maxExclusive maxInclusive
    minLength maxLength languageIn uniqueLang qualifiedMinCount qualifiedMaxCount
    qualifiedValueShapesDisjoint closed ignoredProperties in severity deactivated flags
""".split()
"""Parameters of which a shape has one at most."""
_FOR_PROPERTIES = """
    minCount maxCount uniqueLang lessThan lessThanOrEquals qualifiedValueShape qualifiedMinCount
    qualifiedMaxCount
""".split()
"""Parameters that a node shape cannot have."""
_NEEDS = {
    "flags": ("pattern",),
    "ignoredProperties": ("closed",),
    "qualifiedMinCount": ("qualifiedValueShape",),
    "qualifiedMaxCount": ("qualifiedValueShape",),
    "qualifiedValueShapesDisjoint": ("qualifiedValueShape",),
    "qualifiedValueShape": ("qualifiedMinCount", "qualifiedMaxCount"),
}
"""Parameters that do nothing unless one of the others stands beside them."""
_SWITCHES = ("deactivated", "closed", "uniqueLang", "qualifiedValueShapesDisjoint")
"""Parameters that the term true switches on, and no other way to write it (SHACL 2.1.3.4)."""
_BEYOND = {
    "rule": "SHACL-AF rules",
    "js": "SHACL-JS",
    "jsLibrary": "SHACL-JS",
    "expression": "SHACL-AF expressions",
    "entailment": "entailment",
}
_LEADING = ("property", "node", "not", "qualifiedValueShape", "and", "or", "xone")


def lint(shapes: Graph, ontology: Ontology, rules: Rules) -> Iterator[Finding]:
    """The findings about a shapes graph that can be used; in no particular order."""
    yield from misspelt(shapes, ontology, rules)
    yield from _idle(shapes, rules)
    yield from _not_run(shapes, rules)
    yield from _unused(shapes, rules)
    yield from _dangling(shapes, rules)


def ill_formed(shapes: Graph, rules: Rules) -> list[str]:
    """Each parameter that stands where SHACL forbids it, with its shape; sorted."""
    found = []
    for name in _ALONE:
        for node, values in shapes.objects(sh(name)).items():
            if len(values) > 1:
                found.append(f"{rules.id(node)}: has {len(values)} values for sh:{name}, not one")
    paths = shapes.objects(sh("path"))
    for name in _FOR_PROPERTIES:
        for node in shapes.objects(sh(name)):
            if not paths[node]:
                found.append(f"{rules.id(node)}: sh:{name} can do nothing without a sh:path")
    return sorted(found)


def misspelt(shapes: Graph, ontology: Ontology, rules: Rules) -> Iterator[Finding]:
    """Terms of SHACL, and of ours, that nobody declares."""
    used: dict[tuple[str, bool], list[tuple[str, str]]] = {}

    def look(term: str, place: tuple[str, str], predicate: bool) -> None:
        if term.startswith(_HELD) and _unknown(term[1:-1], ontology):
            used.setdefault((term[1:-1], predicate), []).append(place)

    for predicate in shapes.predicates():
        for subject, objects in shapes.objects(predicate).items():
            look(subject, (subject, predicate), False)
            look(predicate, (subject, predicate), True)
            for object_ in objects:
                look(object_, (subject, predicate), False)
    for (term, stands), places in sorted(used.items()):
        subject, predicate = min(places, key=lambda place: (rules.id(place[0]), place))
        near = _nearest(term, stands, ontology)
        told = _misspelt(_short(term), near, len(places))
        yield _at(rules, MISSPELT, subject, told, predicate, _short(term))


def _unknown(term: str, ontology: Ontology) -> bool:
    if term.startswith(SH):
        return not shacl_terms.known(term)
    return term.startswith(DEF) and term not in ontology.declared


def _nearest(term: str, predicate: bool, ontology: Ontology) -> str:
    if term.startswith(SH):
        near = shacl_terms.nearest(term, predicate)
        return f"sh:{near}" if near else ""
    return _short(ontology.nearest(term))


def _misspelt(term: str, near: str, times: int) -> Message:
    whose = (
        Message("SHACL", "SHACL")
        if term.startswith("sh:")
        else Message("de ontologie", "the ontology")
    )
    return Message(
        f"{term} is geen term van {whose.nl} ({times} keer gebruikt), dus wat er staat wordt niet "
        "nagegaan" + (f"; bedoeld is misschien {near}." if near else "."),
        f"{term} is no term of {whose.en} (used {times} times), so that what it says is not "
        "checked" + (f"; perhaps {near} is meant." if near else "."),
    )


def _idle(shapes: Graph, rules: Rules) -> Iterator[Finding]:
    for name, others in _NEEDS.items():
        for node in shapes.objects(sh(name)):
            if not any(shapes.objects(sh(other))[node] for other in others):
                told = Message(
                    f"sh:{name} doet niets zonder {_either(others, 'of')}.",
                    f"sh:{name} does nothing without {_either(others, 'or')}.",
                )
                yield _at(rules, IDLE, node, told, sh(name))
    for name in _SWITCHES:
        for node, values in shapes.objects(sh(name)).items():
            if any(term not in (TRUE, FALSE) for term in values):
                told = Message(
                    f"sh:{name} is true of false (xsd:boolean), zo geschreven; dit doet niets.",
                    f"sh:{name} is true or false (xsd:boolean), written so; this does nothing.",
                )
                yield _at(rules, IDLE, node, told, sh(name), text_of(values[0]))


def _not_run(shapes: Graph, rules: Rules) -> Iterator[Finding]:
    for name, what in _BEYOND.items():
        for node in shapes.objects(sh(name)):
            told = Message(f"{what} wordt niet uitgevoerd.", f"{what} is not carried out.")
            yield _at(rules, NOT_RUN, node, told, sh(name))


def _unused(shapes: Graph, rules: Rules) -> Iterator[Finding]:
    """Shapes with constraints that have no target, and that no shape refers to."""
    led = {node for name in _LEADING for node in shapes.subjects(sh(name))}
    led |= {node for target in TARGETS for node in shapes.objects(target)}
    stated = {node for parameter in core.PARAMETERS for node in shapes.objects(parameter)}
    stated -= led | shapes.subjects(RDF_FIRST).keys()
    stated = stated.difference(*(shapes.instances(kind) for kind in (RDFS_CLASS, OWL_CLASS)))
    told = Message(
        "Deze vorm heeft geen doel, en geen andere vorm verwijst ernaar.",
        "This shape has no target, and no other shape refers to it.",
    )
    for node in stated:
        if not shapes.subjects(sh("parameter"))[node]:  # it declares a component's parameter
            yield _at(rules, UNUSED, node, told)


def _dangling(shapes: Graph, rules: Rules) -> Iterator[Finding]:
    """Shapes that others refer to and nobody states."""
    for name in ("property", "node", "not", "qualifiedValueShape"):
        for node, parts in shapes.objects(sh(name)).items():
            for part in parts:
                if not shapes.about(part):
                    told = Message(
                        "De vorm waarnaar dit verwijst, is er niet: er wordt niets nagegaan.",
                        "The shape that this refers to is not there: nothing is checked.",
                    )
                    yield _at(rules, DANGLING, node, told, sh(name), text_of(part))


def imports(
    shapes: Graph, index: Index, ontology: Ontology, files: Iterable[str]
) -> Iterator[Finding]:
    """Imports that are not among what was given, which is all that is looked at.

    ``files`` are the IRIs of the files and graphs that were read.
    """
    owl = f"<{ONTOLOGY}>"
    there = {text_of(node) for node in shapes.subjects(RDF_TYPE)[owl]}
    there |= ontology.ontologies | index.members.get(ONTOLOGY, set()) | index.graphs | set(files)
    there = {each.rstrip("/#") for each in there}
    shapes_ask = {
        (text_of(s), text_of(o)) for s, all_ in shapes.objects(_IMPORTS).items() for o in all_
    }
    data_ask = {
        (text_of(s), text_of(o)) for s, all_ in index.graph.objects(_IMPORTS).items() for o in all_
    }
    for rule, asked in ((SHAPES_IMPORT, shapes_ask), (DATA_IMPORT, data_ask - shapes_ask)):
        for subject, wanted in sorted(asked):
            if wanted.rstrip("/#") not in there:
                yield _missing(rule, subject, wanted)


def _missing(rule: Rule, subject: str, wanted: str) -> Finding:
    message = Message(
        "Deze import is niet gegeven, en er wordt niets opgehaald: wat erin staat, telt niet mee. "
        "Geef het bestand erbij.",
        "This import was not given, and nothing is fetched: what it says does not count. Give the "
        "file as well.",
    )
    return Finding(rule, rule.severity, message, subject, _IMPORTS, wanted)


def _at(
    rules: Rules, rule: Rule, node: str, told: Message, path: str = "", value: str = ""
) -> Finding:
    """A finding at the shape that has an IRI; a part of it is named in the message."""
    part = rules.of(node)
    if part.whole:
        told = Message(f"{part.name.nl}: {told.nl}", f"{part.name.en}: {told.en}")
    return Finding(rule, rule.severity, told, part.whole or part.id, path, value)


def _either(names: tuple[str, ...], word: str) -> str:
    return f" {word} ".join(f"sh:{name}" for name in names)


def _short(term: str) -> str:
    for space, prefix in ((SH, "sh:"), (DEF, "kamer:")):
        if term.startswith(space):
            return prefix + term.removeprefix(space)
    return term
