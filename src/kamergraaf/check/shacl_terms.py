"""The SHACL vocabulary by name, to tell a misspelt term and the one that was meant."""

from __future__ import annotations

import difflib
import re

from kamergraaf.shacl.terms import SH

_COMPONENTS = """
    And Class Closed Datatype Disjoint Equals Expression HasValue In JS LanguageIn LessThan
    LessThanOrEquals MaxCount MaxExclusive MaxInclusive MaxLength MinCount MinExclusive
    MinInclusive MinLength Node NodeKind Not Or Pattern Property QualifiedMaxCount
    QualifiedMinCount SPARQL UniqueLang Xone
"""
CLASSES = frozenset(
    """
    AbstractResult BlankNode BlankNodeOrIRI BlankNodeOrLiteral ConstraintComponent Function IRI
    IRIOrLiteral Info JSConstraint JSExecutable JSFunction JSLibrary JSRule JSTarget JSTargetType
    JSValidator Literal NodeKind NodeShape Parameter Parameterizable PrefixDeclaration
    PropertyGroup PropertyShape ResultAnnotation Rule SPARQLAskExecutable SPARQLAskValidator
    SPARQLConstraint SPARQLConstructExecutable SPARQLExecutable SPARQLFunction SPARQLRule
    SPARQLSelectExecutable SPARQLSelectValidator SPARQLTarget SPARQLTargetType
    SPARQLUpdateExecutable Severity Shape Target TargetType TripleRule ValidationReport
    ValidationResult Validator Violation Warning
    """.split()
) | {f"{name}ConstraintComponent" for name in _COMPONENTS.split()}
"""Classes and the individuals that are written like them, of SHACL and SHACL-AF."""

PROPERTIES = frozenset(
    """
    alternativePath and annotationProperty annotationValue annotationVarName ask class closed
    condition conforms construct datatype deactivated declare defaultValue description detail
    disjoint entailment equals expression filterShape flags focusNode group hasValue
    ignoredProperties in intersection inversePath js jsFunctionName jsLibrary jsLibraryURL
    labelTemplate languageIn lessThan lessThanOrEquals maxCount maxExclusive maxInclusive maxLength
    message minCount minExclusive minInclusive minLength name namespace node nodeKind nodeValidator
    nodes not object oneOrMorePath optional or order parameter path pattern predicate prefix
    prefixes property propertyValidator qualifiedMaxCount qualifiedMinCount qualifiedValueShape
    qualifiedValueShapesDisjoint result resultAnnotation resultMessage resultPath resultSeverity
    returnType rule select severity shapesGraph shapesGraphWellFormed sourceConstraint
    sourceConstraintComponent sourceShape sparql subject suggestedShapesGraph target targetClass
    targetNode targetObjectsOf targetSubjectsOf this union uniqueLang update validator value xone
    zeroOrMorePath zeroOrOnePath
    """.split()
)
FORMER = {
    "shape": "node",
    "valueShape": "node",
    "valueClass": "class",
    "scope": "target",
    "scopeClass": "targetClass",
    "scopeNode": "targetNode",
    "constraint": "sparql",
    "defaultSeverity": "severity",
}
"""What a term of the drafts of SHACL became."""

_PARAMETER = re.compile(r"(\w+ConstraintComponent|JSConstraint)-\w+")


def known(term: str) -> bool:
    """Whether SHACL or SHACL-AF declares the term, a bare IRI in the SHACL namespace."""
    name = term.removeprefix(SH)
    return not name or name in CLASSES or name in PROPERTIES or bool(_PARAMETER.fullmatch(name))


def nearest(term: str, predicate: bool) -> str:
    """The local name that was perhaps meant, '' where none is near.

    ``predicate`` tells whether the term stands as a property.
    """
    name = term.removeprefix(SH)
    if predicate and name in FORMER:
        return FORMER[name]
    among = PROPERTIES if predicate else CLASSES | PROPERTIES
    lower = {each.lower(): each for each in sorted(among)}
    found = difflib.get_close_matches(name.lower(), sorted(lower), 1, 0.6)
    return lower[found[0]] if found else ""
