"""String-based constraints (SHACL 4.4): lengths, sh:pattern, sh:languageIn, sh:uniqueLang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from kamergraaf.graph.quads import value as literal
from kamergraaf.shacl.components import Check, Compiler, Parts, Run, by_focus, maker, static
from kamergraaf.shacl.literals import language_of, text_of
from kamergraaf.shacl.parameters import (
    all_of,
    component,
    integer,
    many,
    one,
    only_for_properties,
    text,
)
from kamergraaf.shacl.patterns import PatternError, matcher
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape, broken
from kamergraaf.shacl.terms import TRUE, is_literal


def lengths(shape: Shape, compiler: Compiler) -> Parts:
    """4.4.1, 4.4.2: each value node has so many characters; a blank node has none to count."""
    least, most = integer(shape, "minLength"), integer(shape, "maxLength")
    if least is not None:

        def long(value: str) -> bool:
            found = text_of(value)
            return found is not None and len(found) >= least

        yield static(component("MinLength"), long)
    if most is not None:

        def short(value: str) -> bool:
            found = text_of(value)
            return found is not None and len(found) <= most

        yield static(component("MaxLength"), short)


def pattern(shape: Shape, compiler: Compiler) -> Parts:
    """4.4.3: each value node matches the regular expression; a blank node does not."""
    flags = one(shape, "flags")
    for term in all_of(shape, "pattern"):
        written = text(shape, "pattern", term)
        test = _pattern(shape, written, text(shape, "flags", flags) if flags else "")
        yield static(component("Pattern"), test)


def _pattern(shape: Shape, written: str, flags: str) -> Callable[[str], bool]:
    def refuse(problem: PatternError) -> Exception:
        return broken(shape.node, f"the pattern {written[:200]!r} {problem}")

    try:
        matches = matcher(written, flags)
    except PatternError as problem:
        raise refuse(problem) from None

    def test(value: str) -> bool:
        found = text_of(value)
        try:
            return found is not None and matches(found)
        except PatternError as problem:
            raise refuse(problem) from None

    return test


def language_in(shape: Shape, compiler: Compiler) -> Parts:
    """4.4.4: each value node is a text in one of the languages, or in a variety of it."""
    if not (head := one(shape, "languageIn")):
        return
    terms = many(shape, "languageIn", head, compiler)
    if not all(map(is_literal, terms)):
        raise broken(shape.node, "sh:languageIn needs a list of language tags")
    languages = tuple(literal(term).text.lower() for term in terms)
    known = frozenset(languages)
    starts = tuple(f"{language}-" for language in languages)

    def test(value: str) -> bool:
        tag = language_of(value)
        return bool(tag) and (tag in known or "*" in known or tag.startswith(starts))

    yield static(component("LanguageIn"), test)


def unique_lang(shape: Shape, compiler: Compiler) -> Parts:
    """4.4.5: no two value nodes have one language; a result for each language that has more."""
    if one(shape, "uniqueLang") != TRUE:
        return
    only_for_properties(shape, "uniqueLang")
    make = maker(shape, component("UniqueLang"))

    def bind(run: Run) -> Check:
        values = run.values(shape)

        def find(focus: str) -> list[Result]:
            own = values[focus]
            if len(own) < 2:
                return []
            tags = Counter(map(language_of, own))
            return [make(focus) for tag, count in tags.items() if tag and count > 1]

        return by_focus(find)

    yield bind
