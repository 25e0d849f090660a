"""Verbs of policy Dutch: which act they tell of, and every form in which a text may use them.

Weak verbs are inflected by rule, strong ones from their principal parts. A separable verb is
written with a bar (``uit|vaardigen``): its finite form stands apart from its particle ("vaardigt
… uit"), its participle and infinitives do not ("uitgevaardigd", "uit te vaardigen").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Final

from kamergraaf.extract.verbs_table import INSEPARABLE, STRONG, UNSTRESSED, VERBS
from kamergraaf.extract.words import NOUNS


class Form:
    """What an inflected form can be, as bits: one spelling may be several. Plain integers, for
    every word of a letter is asked about them."""

    STEM: Final = 1  # first person: "stel"
    THIRD: Final = 2  # "stelt"
    PLURAL: Final = 4  # "stellen", also the infinitive
    PAST: Final = 8  # "stelde", "stelden"
    PARTICIPLE: Final = 16  # "gesteld"
    PAST_PLURAL: Final = 32


FINITE: Final = Form.STEM | Form.THIRD | Form.PLURAL | Form.PAST


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with the kind of act it tells of ('' where it tells of none) and the prepositions
    that bring in what the act is about ("werken aan")."""

    lemma: str
    act: str
    preps: tuple[str, ...] = ()
    needs_prep: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: a form of ``base``; ``particle`` is part of the word itself."""

    base: str
    particle: str
    form: int


def stem(infinitive: str) -> str:
    """The first person singular: maken - maak, zetten - zet, streven - streef."""
    root = infinitive.removesuffix("n").removesuffix("e")
    if root.endswith(("iër", "eër")):
        return root[:-2] + ("eer" if root[-3] == "i" else "ëer")
    if len(root) > 1 and root[-1] == root[-2] and root[-1] not in "aeiou":
        root = root[:-1]
    elif _open_syllable(root):
        root = root[:-1] + root[-2] + root[-1]
    return root[:-1] + {"v": "f", "z": "s"}.get(root[-1], root[-1])


def _open_syllable(root: str) -> bool:
    if len(root) < 2 or root[-1] in "aeiouwyx" or root[-2] not in "aeou":
        return False
    if len(root) > 2 and root[-3] in "aeiou" and root[-3:-1] not in ("ue", "ië", "ia", "io"):
        return False
    return not root.endswith(UNSTRESSED)


def _weak(infinitive: str) -> tuple[str, str, str, str]:
    first = stem(infinitive)
    root = infinitive.removesuffix("n").removesuffix("e")
    dental = "t" if root.endswith(("t", "k", "f", "s", "ch", "p", "x")) else "d"
    perfect = first if first.endswith(dental) else first + dental
    if not infinitive.startswith(("be", "ge", "her", "ont", "ver", "er")) and (
        infinitive not in INSEPARABLE
    ):
        perfect = _augment(perfect)
    return first, f"{first}{dental}e", f"{first}{dental}en", perfect


def _augment(perfect: str) -> str:
    return "ge" + {"e": "ë", "i": "ï", "u": "ü"}.get(perfect[0], perfect[0]) + perfect[1:]


def _plain(form: str) -> str:
    return form.replace("ë", "e").replace("ï", "i").replace("ü", "u")


def inflect(base: str) -> dict[str, int]:
    """All forms of an unseparated verb."""
    first, past, past_plural, perfect = STRONG.get(base) or _weak(base)
    forms: dict[str, int] = {}
    third = first if first.endswith("t") else first + ("at" if first.endswith("a") else "t")
    for form, flag in (
        (first, Form.STEM),
        (third, Form.THIRD),
        (base, Form.PLURAL),
        (past, Form.PAST),
        (past_plural, Form.PAST | Form.PAST_PLURAL),
        (perfect, Form.PARTICIPLE),
        (_plain(perfect), Form.PARTICIPLE),
    ):
        forms[form] = forms.get(form, 0) | flag
    return forms


def _parse(entry: str, act: str) -> tuple[str, str, Verb]:
    word, _, preps = entry.partition("/")
    needs = preps.startswith("!")
    particle, bar, base = word.removeprefix("=").partition("|")
    if not bar:
        particle, base = "", particle
    names = tuple(p for p in preps.removeprefix("!").split(",") if p)
    return particle, base, Verb(particle + base, act, names, needs)


@dataclass(frozen=True, slots=True)
class VerbLexicon:
    """``readings`` of each form; ``verbs`` by particle and base."""

    readings: dict[str, tuple[Reading, ...]]
    forms: dict[str, int]
    """All that a spelling can be, over its readings."""
    verbs: dict[tuple[str, str], Verb]
    particles: frozenset[str]
    telling: dict[str, frozenset[str]]
    """Forms of verbs that tell of an act by themselves (with '' among the values), or together
    with one of the particles given."""


def _particles(verbs: dict[tuple[str, str], Verb], readings: tuple[Reading, ...]) -> frozenset[str]:
    """The particles with which a form tells of an act; '' where it does so alone."""
    bases = {r.base for r in readings if not r.particle}
    apart = {p for (p, base), verb in verbs.items() if base in bases and verb.act not in _WEAK}
    joined = any(
        verb.act not in _WEAK
        for r in readings
        if r.particle and (verb := verbs.get((r.particle, r.base))) is not None
    )
    return frozenset(apart | {""}) if joined else frozenset(apart)


_WEAK: Final = frozenset({"", "light", "inform"})


@cache
def lexicon() -> VerbLexicon:
    """The lexicon, inflected once per process."""
    verbs: dict[tuple[str, str], Verb] = {}
    for act, words in VERBS.items():
        for entry in words.split():
            particle, base, verb = _parse(entry, act)
            verbs.setdefault((particle, base), verb)
    readings: dict[str, list[Reading]] = {}
    for particle, base in [*verbs, *(("", b) for p, b in verbs if p and ("", b) not in verbs)]:
        for form, flag in inflect(base).items():
            readings.setdefault(particle + form, []).append(Reading(base, particle, flag))
    unique = {form: tuple(dict.fromkeys(found)) for form, found in readings.items()}
    telling = {
        form: acts
        for form, found in unique.items()
        if form not in NOUNS and (acts := _particles(verbs, found))
    }
    forms = {form: reduce(or_, (r.form for r in found)) for form, found in unique.items()}
    return VerbLexicon(unique, forms, verbs, frozenset(p for p, _ in verbs if p), telling)
