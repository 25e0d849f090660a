"""What a constraint asks, in words, for shapes that state no message of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from kamergraaf.check.finding import Message
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.lists import ListError, members
from kamergraaf.shacl.terms import RDF_FIRST, RDF_NIL, SH, sh

_SHOWN = 8
"""Members of a list that a message names."""

_WORDS: dict[str, tuple[str, str]] = {
    "MinCount": ("Minstens {minCount} nodig.", "At least {minCount} needed."),
    "MaxCount": ("Hoogstens {maxCount} toegestaan.", "At most {maxCount} allowed."),
    "Class": ("De waarde is geen {class}.", "The value is no {class}."),
    "Datatype": (
        "De waarde is niet van het datatype {datatype}.",
        "The value is not of the datatype {datatype}.",
    ),
    "NodeKind": ("De waarde is geen {nodeKind}.", "The value is no {nodeKind}."),
    "MinExclusive": (
        "De waarde moet meer zijn dan {minExclusive}.",
        "The value must be more than {minExclusive}.",
    ),
    "MinInclusive": (
        "De waarde moet minstens {minInclusive} zijn.",
        "The value must be at least {minInclusive}.",
    ),
    "MaxExclusive": (
        "De waarde moet minder zijn dan {maxExclusive}.",
        "The value must be less than {maxExclusive}.",
    ),
    "MaxInclusive": (
        "De waarde mag hoogstens {maxInclusive} zijn.",
        "The value must be at most {maxInclusive}.",
    ),
    "MinLength": (
        "De waarde heeft minder dan {minLength} tekens.",
        "The value has fewer than {minLength} characters.",
    ),
    "MaxLength": (
        "De waarde heeft meer dan {maxLength} tekens.",
        "The value has more than {maxLength} characters.",
    ),
    "Pattern": (
        "De waarde past niet op het patroon {pattern}",
        "The value does not match the pattern {pattern}",
    ),
    "LanguageIn": ("De taal is geen van {languageIn}.", "The language is none of {languageIn}."),
    "UniqueLang": (
        "Er is meer dan een waarde in een taal.",
        "There is more than one value in a language.",
    ),
    "Equals": ("De waarden zijn niet die van {equals}.", "The values are not those of {equals}."),
    "Disjoint": (
        "De waarde is ook een waarde van {disjoint}.",
        "The value is also a value of {disjoint}.",
    ),
    "LessThan": (
        "De waarde is niet minder dan die van {lessThan}.",
        "The value is not less than that of {lessThan}.",
    ),
    "LessThanOrEquals": (
        "De waarde is meer dan die van {lessThanOrEquals}.",
        "The value is more than that of {lessThanOrEquals}.",
    ),
    "Not": ("De waarde voldoet aan wat niet mag.", "The value meets what it must not meet."),
    "And": (
        "De waarde voldoet niet aan alle vormen.",
        "The value does not meet all of the shapes.",
    ),
    "Or": ("De waarde voldoet aan geen van de vormen.", "The value meets none of the shapes."),
    "Xone": (
        "De waarde voldoet niet aan precies een van de vormen.",
        "The value does not meet exactly one of the shapes.",
    ),
    "Node": ("De waarde voldoet niet aan {node}.", "The value does not meet {node}."),
    "QualifiedMinCount": (
        "Minstens {qualifiedMinCount} waarde(n) van deze vorm nodig.",
        "At least {qualifiedMinCount} value(s) of this shape needed.",
    ),
    "QualifiedMaxCount": (
        "Hoogstens {qualifiedMaxCount} waarde(n) van deze vorm toegestaan.",
        "At most {qualifiedMaxCount} value(s) of this shape allowed.",
    ),
    "Closed": ("Deze eigenschap mag hier niet staan.", "This property is not allowed here."),
    "HasValue": ("De waarde {hasValue} ontbreekt.", "The value {hasValue} is missing."),
    "In": ("De waarde is geen van {in}.", "The value is none of {in}."),
}
_PARAMETER = re.compile(r"\{(\w+)\}")


def message(graph: Graph, shape: str, component: str, call: Callable[[str, str], str]) -> Message:
    """What the shape's constraint of this component (a bare IRI) asks.

    ``call`` gives the label of a term in a language. A component beyond SHACL Core is named.
    """
    name = component.removeprefix(SH).removesuffix("ConstraintComponent")
    templates = _WORDS.get(name)
    if templates is None:
        return Message(f"Voldoet niet aan {name}.", f"Does not meet {name}.")

    def say(template: str, lang: str) -> str:
        def value(found: re.Match[str]) -> str:
            terms = graph.objects(sh(found[1]))[shape]
            return " / ".join(call(term, lang) for head in terms for term in _members(graph, head))

        return _PARAMETER.sub(value, template)

    return Message(say(templates[0], "nl"), say(templates[1], "en"))


def _members(graph: Graph, head: str) -> list[str]:
    if head != RDF_NIL and not graph.objects(RDF_FIRST)[head]:
        return [head]
    try:
        found = members(graph, head)
    except ListError:
        return [head]
    return [*found[:_SHOWN], '"…"'] if len(found) > _SHOWN else list(found)
