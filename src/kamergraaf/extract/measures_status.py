"""How far a measure is: planned, in preparation, ongoing, completed, declined, conditional."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_means import dated, lawlike
from kamergraaf.extract.measures_nouns import names_motion
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.words import NEEDED, NUMBERS, REDUCED, word_set

PLANNED: Final = "planned"
PREPARING: Final = "inPreparation"
ONGOING: Final = "ongoing"
COMPLETED: Final = "completed"
DECLINED: Final = "declined"
CONDITIONAL: Final = "conditional"

_CASES: Final = frozenset({"geval", "gevallen", "situaties", "situatie", "omstandigheden"})
_SUBMITTED: Final = frozenset({"voorleggen", "indienen"})
_IN_THE_MAKING: Final = word_set(
    """afronden opstellen uitwerken ontwikkelen vormen opzetten inrichten oprichten bouwen opbouwen
    aanleggen ontwerpen samenstellen herzien actualiseren voltooien"""
)
_DEVELOPING: Final = frozenset({"ontwikkelen", "uitwerken", "ontwerpen", "herzien"})
_PROMISED: Final = word_set("toegezegd beloofd zeg zegt zegde zegden beloof belooft beloofde")
_EACH: Final = word_set("ieder iedere elk elke telkens steeds")
_IF_NEEDED: Final = frozenset({"desgewenst", "desnoods"})
_RESOLVED: Final = word_set(
    """besloten besluit besluiten besloot gekozen kiest kies kiezen koos afgesproken
    overeengekomen aangekondigd kondigt kondig kondigde beslist"""
)
_REFUSED: Final = word_set("weigert weiger weigeren weigerde geweigerd")
_AT_ONCE: Final = word_set(
    """intrekken afschaffen invoeren instellen benoemen aanstellen oprichten openen verbieden
    verlengen wijzigen vervangen verhogen verlagen verdubbelen halveren stopzetten beëindigen
    vaststellen ondertekenen opleveren presenteren uitbrengen evalueren
    overdragen overhevelen onderbrengen lanceren heropenen verplaatsen"""
)
"""Acts done in a moment: told in the present, they are still to come."""
_NOW: Final = word_set(
    """al reeds inmiddels nu thans momenteel sinds vanaf steeds regelmatig doorlopend jaarlijks
    elk elke ieder iedere periodiek voortdurend structureel continu"""
)
_STEPPING: Final = frozenset({"treden", "gaan", "brengen"})
"""Verbs by which talks are to begin: "ik treed in overleg"."""
_DAY: Final = len("2024-01-31")
_DOING: Final = frozenset({"uitvoeren", "afdoen", "overnemen", "nakomen"})
_ENDED: Final = frozenset({"beëindigen", "afronden", "stopzetten", "voltooien", "afschaffen"})


def status(scene: Scene, act: Act) -> str:
    """The notation of the status, or '' where the clause turns out to tell of no measure."""
    for reading in (
        _settled,
        _resolved,
        _refused,
        _conditional,
        _modal,
        _causative,
        _decided,
        _intended,
    ):
        found = reading(scene, act)
        if found is not None:
            return found
    if act.clause.tense == "present":
        return _present(scene, act)
    if _running(scene, act):
        return ONGOING
    return COMPLETED if _bounded(scene, act) else _past(scene, act)


def _settled(scene: Scene, act: Act) -> str | None:
    done = act.clause.tense != "present" and act.verb and act.verb.lemma in _DOING
    if done and act.theme is not None and names_motion(scene, act.theme):
        return ""  # says of a motion that it is carried out; links tell by what
    return act.settled or None


def _resolved(scene: Scene, act: Act) -> str | None:
    """ "heeft besloten X (niet) te doen"."""
    clause = act.clause
    if not clause.infinitive or act.rule == "measures.request":
        return None
    if any(scene.lower[i] in _REFUSED for i in clause.verbs):
        return DECLINED
    if any(scene.lower[i] in _RESOLVED for i in clause.verbs):
        return DECLINED if clause.negated else PLANNED
    return None


def _refused(scene: Scene, act: Act) -> str | None:
    if act.kind == "refuse":
        return "" if act.clause.negated and act.rule != "measures.refusal" else DECLINED
    return _negated(act) if act.clause.negated else None


def _conditional(scene: Scene, act: Act) -> str | None:
    clause = act.clause
    if clause.tense == "present" and any(c.opener == "zodra" for c in clause.children):
        return ONGOING if _habitual(scene, act) else PLANNED
    if clause.tense == "present" and not clause.modal and _where_needed(scene, act):
        return CONDITIONAL
    given = act.conditions and clause.tense == "present" and clause.modal != "moeten"
    return CONDITIONAL if given else None


def _modal(scene: Scene, act: Act) -> str | None:
    clause = act.clause
    if act.rule == "measures.permission":
        return PLANNED if _later(scene, act) else ONGOING
    if clause.modal in ("kunnen", "mogen") and clause.tense == "present" and dated(scene, clause):
        return PLANNED if _later(scene, act) else ONGOING
    if clause.modal in ("kunnen", "mogen"):
        return CONDITIONAL if _in_cases(scene, act) or act.conditions else ""
    if clause.modal in ("moeten", "dienen", "hoeven") or _would(scene, act):
        return ""
    if clause.modal in ("zullen", "gaan", "willen"):
        return ONGOING if _keeps_on(scene, act) else PLANNED
    return None


def _causative(scene: Scene, act: Act) -> str | None:
    """ "laat ik uitvoeren"."""
    if act.clause.modal != "laten":
        return None
    return PLANNED if act.clause.tense == "present" and _later(scene, act) else ONGOING


def _decided(scene: Scene, act: Act) -> str | None:
    """Decided to do is not yet done."""
    clause = act.clause
    if act.kind == "announce":
        return "" if clause.passive and not act.theme else PLANNED
    if clause.infinitive and any(scene.lower[i] in _PROMISED for i in clause.verbs):
        return ""  # a promise; told of as a measure where it has been kept
    lemma = act.verb.lemma if act.verb else ""
    return PLANNED if lemma in ("besluiten", "beslissen") and _to_do(scene, act) else None


def _intended(scene: Scene, act: Act) -> str | None:
    return PLANNED if act.intent and act.clause.tense == "present" else None


def _to_do(scene: Scene, act: Act) -> bool:
    """Whether a clause or an infinitive says what was decided to do."""
    return act.content is not None or any(scene.lower[i - 1] == "te" for i in act.clause.verbs)


def _running(scene: Scene, act: Act) -> bool:
    """Whether a period of the clause began before the letter and ends after it."""
    today = scene.analysis.header.date
    dates = (d for p in act.clause.phrases for d in scene.dates_in(p))
    return bool(today) and any("/" in d.edtf and d.earliest <= today < d.latest for d in dates)


def _negated(act: Act) -> str:
    """A refusal is somebody's own, and in the present; anything else that is not so is a report."""
    clause = act.clause
    own = (bool(act.doers) and act.doers[0].how != "named") or _by_cabinet(act)
    volitional = clause.modal in ("", "zullen", "willen", "gaan") and not act.unable
    if clause.passive and act.theme is not None and act.theme_is_plain:
        return ""
    return DECLINED if clause.tense == "present" and own and volitional else ""


def _by_cabinet(act: Act) -> bool:
    return bool(act.doers) and act.doers[0].how == "named" and act.kind != "talk"


def _habitual(scene: Scene, act: Act) -> bool:
    """Whether it is done each time: "voor ieder van hen"."""
    return any(scene.lower[i] in _EACH for i in act.clause.own)


def _where_needed(scene: Scene, act: Act) -> bool:
    """ "waar nodig", "desgewenst"."""
    lower = scene.lower
    return any(
        (lower[i] in NEEDED and lower[i - 1] in REDUCED) or lower[i] in _IF_NEEDED
        for i in act.clause.own
        if i
    )


def _in_cases(scene: Scene, act: Act) -> bool:
    return any(p.prep == "in" and scene.head(p) in _CASES for p in act.clause.phrases)


def _would(scene: Scene, act: Act) -> bool:
    return act.clause.finite >= 0 and scene.lower[act.clause.finite] in ("zou", "zouden")


def _keeps_on(scene: Scene, act: Act) -> bool:
    return any(scene.lower[i] == "blijven" for i in act.clause.verbs)


def _present(scene: Scene, act: Act) -> str:
    if act.kind == "prepare" or _in_the_making(scene, act):
        return PREPARING
    lemma = act.verb.lemma if act.verb else ""
    at_once = lemma in _AT_ONCE or (bool(act.idiom) and lemma in _STEPPING)
    if _later(scene, act) or (at_once and not _now(scene, act)):
        return PLANNED
    return ONGOING


def _in_the_making(scene: Scene, act: Act) -> bool:
    """ "werkt aan X", "wordt opgezet", "ontwikkelt X"; a bill that is to take effect."""
    lemma = act.verb.lemma if act.verb else ""
    if lemma == "werken" or (act.clause.passive and lemma in _IN_THE_MAKING):
        return True
    if lemma in _DEVELOPING and not _later(scene, act):
        return True
    return act.kind == "start" and act.theme is not None and lawlike(scene, act.theme)


def _now(scene: Scene, act: Act) -> bool:
    """Whether the clause says that it is done already, or time and again."""
    return any(scene.lower[i] in _NOW for i in act.clause.own)


def _later(scene: Scene, act: Act) -> bool:
    """Whether a date of the clause lies behind the letter's."""
    today = scene.analysis.header.date
    for phrase in act.clause.phrases:
        for date in scene.dates_in(phrase):
            if not today and act.kind == "start" and phrase.prep in ("op", "per"):
                return True  # a letter without a date: said of a day, the present is the future
            closing = phrase.prep in ("na", "eind") or scene.lower[phrase.noun_start] == "eind"
            bound = date.latest if closing else date.earliest
            if today and bound > today:
                return True
    return False


def _bounded(scene: Scene, act: Act) -> bool:
    """An effort that was over at some point: done on a day, or to so many."""
    if act.kind != "effort" or act.theme is None:
        return False
    first = scene.lower[act.theme.noun_start]
    counted = (first in NUMBERS and first not in ("een", "eerste")) or first.isdigit()
    dates = [d for p in act.clause.phrases if p.prep == "op" for d in scene.dates_in(p)]
    return counted or any(len(d.edtf) == _DAY for d in dates)


def _past(scene: Scene, act: Act) -> str:
    lemma = act.verb.lemma if act.verb else ""
    if lemma in _SUBMITTED:
        return PREPARING
    if lemma in _ENDED:
        return COMPLETED
    if act.theme is not None and "euro" in scene.lower[act.theme.start : act.theme.end]:
        return COMPLETED
    if act.kind in ("effort", "prepare"):
        return ONGOING
    if act.kind == "start":
        return ONGOING
    return COMPLETED
