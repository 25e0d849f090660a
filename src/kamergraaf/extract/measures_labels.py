"""Labels of measures: at most ten words of the text, from the noun that the act is about."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_label_words import WORDS, Label, finish
from kamergraaf.extract.measures_nouns import carries_measure, idiom, names_motion
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import PREPOSITIONS, word_set
from kamergraaf.iris import slug

_SHORT: Final = 4
_ENOUGH: Final = 2
_OPEN_NOUNS: Final = word_set("voorstel voorstellen plan plannen besluit wetsvoorstel initiatief")
_TAUGHT: Final = frozenset({"in", "bij", "tegen", "over"})
_TEACHING: Final = frozenset({"trainen", "opleiden", "scholen", "bijscholen", "omscholen"})
_ATTACHED: Final = word_set(
    """van voor over tegen inzake in naar op aan bij tot uit om ter door richting betreffende
    tussen tijdens na zonder rond omtrent binnen met te via ten als zoals"""
)
_HOLLOW: Final = word_set(
    """onderwerp onderwerpen taak taken overwegingen stand aandacht middelen wens wensen standaard
    alles betrekking gesprek gesprekken overleg orde kader aantal zaak zaken punt punten wijze
    stap stappen moment momenten mogelijkheid mogelijkheden actie acties deze dit die dat dergelijke
    geval gevallen besluit besluiten afspraak afspraken onderzoek contact voorstel enerzijds
    anderzijds zich zelf hiervoor daarvoor hierover daarover verzoek kwestie probleem
    voornemens bereid voornemen"""
)
_SHORT_NAMES: Final = frozenset({"wet", "norm", "fte", "app"})
_POINTING: Final = frozenset({"dit", "deze", "die", "dat"})
_LOOSE: Final = frozenset({"met", "door", "aan", "bij"})
_GIVING: Final = frozenset({"treat", "effort", "talk", "study", "agree", "start"})


def labels(scene: Scene, act: Act) -> list[Label]:
    """One label for each measure that the act names."""
    pairs = _both(scene, act)
    if pairs:
        named = [_compose(scene, act, _run(scene, host, phrase)) for host, phrase in pairs]
        return [replace(label, twin=n) for n, label in enumerate(named)]
    first = _compose(scene, act, _tokens(scene, act))
    if first.text and _says_nothing(first):
        first = _told(scene, act) or first
    if first.text in _SHORT_NAMES:
        first = with_verb(scene, act, first)
    return [first] if first.text else []


def _says_nothing(label: Label) -> bool:
    """Whether the label has no word by which somebody would know the measure again."""
    words = [w.strip(".,;:()") for w in label.text.split()]
    plain = [w.lower() for w in words if not (len(w) > 1 and w.isupper())]
    empty = all(w in _HOLLOW or w in PREPOSITIONS or len(w) < _SHORT for w in plain)
    return empty and len(plain) == len(words)


def _told(scene: Scene, act: Act) -> Label | None:
    """The phrases of the clause with its verb, who acts and when left out."""
    doers = {doer.start for doer in act.doers}
    side = [p for p in act.clause.middle if p.kind in ("noun", "prep") and p.start not in doers]
    telling = [i for p in side for i in range(p.start, p.end) if len(scene.lower[i]) > _SHORT]
    if sum(scene.lower[i] not in _HOLLOW for i in telling) < _ENOUGH:
        side = [p for p in act.clause.phrases if p.kind != "adverb" and p.start not in doers]
    kept = [p for p in side if p.kind != "pronoun" and not scene.is_time(p)]
    kept = [p for p in kept if scene.opening(p) not in _POINTING or scene.head(p) not in _HOLLOW]
    tokens = [i for p in kept for i in range(p.start, p.end)]
    found = finish(scene, tokens[: WORDS - 1])
    if not found.text or _says_nothing(found):
        return None
    return found if act.idiom else with_verb(scene, act, found)


def named(scene: Scene, clause: Clause, phrase: Phrase) -> Label:
    """The label that a phrase of a clause gives by itself."""
    return finish(scene, _run(scene, clause, phrase))


def members(scene: Scene, act: Act) -> list[tuple[Phrase, Label]]:
    """The measures named behind "waaronder"."""
    side = act.host.middle
    at = next((n for n, p in enumerate(side) if p.prep == "waaronder"), None)
    if at is None:
        return []
    starts = [p for p in side[at:] if p.prep == "waaronder" or (not p.prep and p.joined)]
    return [(p, _compose(scene, act, _run(scene, act.host, p), bare=True)) for p in starts]


def _both(scene: Scene, act: Act) -> list[tuple[Clause, Phrase]]:
    """ "zowel op A als op B": two measures."""
    lower = scene.lower
    host = act.clause
    for clause in (host, *[c for c in scene.clauses if host in c.children]):
        side = clause.phrases
        marks = [p for p in side if scene.head(p) == "zowel" or lower[p.start] == "zowel"]
        if not marks:
            continue
        after = [p for p in side if p.start >= marks[0].start and p.prep not in ("", "als")]
        if not after:
            continue
        twin = [p for p in after if p.prep == after[0].prep and lower[p.start - 1] == "als"]
        if twin:
            return [(clause, after[0]), (clause, twin[0])]
    return []


def _tokens(scene: Scene, act: Act) -> list[int]:
    """The tokens that name what is done, from the surest source that the act has."""
    shape = _shape(scene, act)
    if shape is not None:
        return _run(scene, act.host, shape)
    if act.theme is not None and not _hollow(scene, act):
        return _themed(scene, act, act.theme)
    if act.content is not None:
        asked = act.content.opener in ("of", "hoe", "welke", "wat")
        verb = _main_verb(act.clause) if asked and not act.idiom else ()
        return [*verb, *_clause_tokens(act.content)]
    return _bare(scene, act)


def _main_verb(clause: Clause) -> tuple[int, ...]:
    """The verb that tells what is done: the last one, or the participle in front of "wordt"."""
    fronted = len(clause.verbs) > 1 and clause.verbs[-1] == clause.finite
    return clause.verbs[:1] if fronted else clause.verbs[-1:]


def _themed(scene: Scene, act: Act, named: Phrase) -> list[int]:
    theme = _about(scene, act, named)
    taught = _taught(scene, act, theme)
    if taught is not None:
        return [*act.clause.verbs[-1:], taught.start, *_run(scene, act.clause, taught)]
    run = _run(scene, act.host, theme)
    if act.kind == "talk" and act.idiom:
        return run + _topic(scene, act, run)
    met = act.kind == "talk" or (act.verb is not None and act.verb.lemma.startswith("samen"))
    if theme.prep in ("met", "tegen", "bij") and theme is named and met:
        return [*act.clause.verbs[-1:], theme.start, *run]
    if named.prep == "als" and act.content:
        return run + _clause_tokens(act.content)
    return run + _purpose(scene, act, run)


def _topic(scene: Scene, act: Act, run: list[int]) -> list[int]:
    """ "over X" behind "in gesprek met A, B en C"."""
    if any(scene.lower[i] == "over" for i in run) or len(run) > WORDS - _SHORT:
        return []
    about = next((p for p in act.host.phrases if p.prep == "over" and p.start > run[-1]), None)
    if about is None or scene.is_time(about) or scene.head(about) in _HOLLOW:
        return []
    end = about.end
    for phrase in act.host.phrases:
        if phrase.start == end and phrase.prep in _ATTACHED:
            end = phrase.end
    return list(range(about.start, end))


def _taught(scene: Scene, act: Act, theme: Phrase) -> Phrase | None:
    """What those who are named learn or are helped with: "worden getraind in X"."""
    taught = act.verb is not None and act.verb.lemma in _TEACHING
    if act.kind != "effort" or not (taught or scene.actors_in(theme)) or theme.prep:
        return None
    after = [p for p in act.clause.phrases if p.start > theme.start and p.prep in _TAUGHT]
    return next((p for p in after if not scene.is_time(p)), None)


def _bare(scene: Scene, act: Act) -> list[int]:
    """Without theme: a subject that is no actor itself, else what stands around the verb."""
    if act.theme is not None:
        return _run(scene, act.host, act.theme)
    subject = act.roles.subject
    if subject is not None and subject.kind == "noun" and not _acts(scene, act, subject):
        return _run(scene, act.clause, subject)
    middle = [p for p in act.clause.middle if p.kind != "pronoun" and not scene.dates_in(p)]
    return [i for p in middle if p != subject for i in range(p.start, p.end)]


def _acts(scene: Scene, act: Act, subject: Phrase) -> bool:
    """Whether the subject is the doer itself, not something that belongs to it."""
    named = scene.actors_in(subject)
    return bool(named) or any(d.how == "cabinet" and d.start == subject.start for d in act.doers)


def _hollow(scene: Scene, act: Act) -> bool:
    """Whether a clause, rather than the theme, says what is done."""
    if act.content is None or act.kind not in ("effort", "agree", "study"):
        return False
    return act.theme is None or not (act.theme.prep or carries_measure(scene, act.theme))


def _purpose(scene: Scene, act: Act, run: list[int]) -> list[int]:
    """ "om X te versterken" behind a short name."""
    if len(run) > _SHORT or act.theme is None or not carries_measure(scene, act.theme):
        return []
    for child in act.clause.children:
        fits = scene.head(act.theme) in _OPEN_NOUNS or len(child.own) + len(run) <= WORDS + 3
        if child.opener == "om" and fits:
            return list(child.own)
    return []


def _shape(scene: Scene, act: Act) -> Phrase | None:
    """ "in de vorm van X": X is the measure."""
    side = act.host.middle
    for here, after in pairwise(side):
        if here.prep == "in" and scene.head(here) == "vorm" and after.prep == "van":
            return after
    return None


def _about(scene: Scene, act: Act, theme: Phrase) -> Phrase:
    """For a motion or promise worked on, what it is about: "aan de motie over X" gives X."""
    if not names_motion(scene, theme):
        return theme
    phrases = act.host.phrases
    return next((p for p in phrases if p.prep == "over" and p.start >= theme.end), theme)


def _clause_tokens(clause: Clause) -> list[int]:
    return [i for i in clause.own if i != clause.start or clause.opener not in ("om", "dat")]


def _run(scene: Scene, host: Clause, theme: Phrase) -> list[int]:
    """The theme with the phrases that belong to it."""
    phrases = host.phrases
    run = list(range(theme.noun_start, theme.end))
    end = theme.end
    verbs = set(host.verbs)
    fixed = idiom(scene, host)
    for phrase in phrases:
        if fixed is not None and phrase is fixed[1]:
            break
        if phrase.start < end or phrase is theme:
            continue
        gap = [i for i in range(end, phrase.start) if i not in verbs]
        if phrase.prep == "zoals" and len(gap) == 1 and len(run) <= _SHORT:
            gap = []
        if gap or phrase.prep not in _ATTACHED or scene.is_time(phrase) or not phrase.prep:
            break
        if phrase.prep == "als" and theme.prep:
            break
        if phrase.prep in _LOOSE and phrase.start != end:
            break
        run += range(phrase.start, phrase.end)
        end = phrase.end
        if len(run) >= WORDS + 3:
            break
    return run


def _compose(scene: Scene, act: Act, tokens: list[int], *, bare: bool = False) -> Label:
    label = finish(scene, tokens)
    if act.idiom and act.theme is None and act.content is not None and label.text:
        return replace(label, text=f"{act.idiom} {label.text}")
    if label.text and not bare and len(label.tokens) < WORDS and _needs_verb(scene, act):
        return with_verb(scene, act, label)
    return label


def with_verb(scene: Scene, act: Act, label: Label) -> Label:
    """The label with the word for what is done behind it."""
    word = _verb_word(scene, act)
    if not word or word in label.text:
        return label
    return replace(label, text=f"{label.text} {word}")


def _needs_verb(scene: Scene, act: Act) -> bool:
    if act.theme is None:
        return act.content is None
    if act.rule == "measures.request":
        return True
    if act.idiom:
        return act.theme.prep == "" and not carries_measure(scene, act.theme)
    if act.kind not in _GIVING or act.verb is None:
        return False
    return not act.theme.prep and not carries_measure(scene, act.theme)


def _verb_word(scene: Scene, act: Act) -> str:
    if act.idiom:
        return act.idiom
    lower = scene.lower
    last = act.clause.verbs[-1] if act.clause.verbs else -1
    if act.verb is None or last < 0:
        return ""
    if act.clause.tense == "perfect" or act.clause.passive:
        return lower[last]
    return act.verb.lemma


def key(label: Label) -> str:
    """The local id of a measure with this label."""
    return f"measure/{slug(label.text)}"
