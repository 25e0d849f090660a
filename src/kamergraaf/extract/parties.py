"""What parliament and cabinet have between them: motions and toezeggingen."""

from __future__ import annotations

from kamergraaf.extract import commitments, motions
from kamergraaf.extract.analysis import Analysis, MotionMention
from kamergraaf.extract.folding import fold
from kamergraaf.extract.triggers import Triggers

_PROMISES = (
    " toezegging ",
    " toezeggingen ",
    " toegezegd",
    " zeg ",
    " zeggen ",
    " zegde ",
    " informeer ",
    " informeren ",
    " informeert ",
    " geinformeerd ",
    " bericht ",
    " berichten ",
    " meld ",
    " melden ",
    " stuur ",
    " sturen ",
    " gestuurd ",
    " zend ",
    " zenden ",
    " gezonden ",
    " toegezonden ",
    " rapporteer ",
    " rapporteren ",
    " gedeeld ",
    " delen ",
    " deel ",
    " ontvangt ",
    " aanbieden ",
    " aangeboden ",
    " bied ",
    " bieden ",
    " toekomen ",
    " terugkomen ",
    " kom ",
    " komen ",
    " voorleggen ",
    " voorgelegd ",
    " leg ",
    " hoogte ",
)
_TRIGGERS = Triggers({"motion": (" motie ", " moties "), "promise": _PROMISES})


def write(analysis: Analysis) -> None:
    """Fill ``analysis.motions`` and state the motions and commitments that the document names."""
    places = _TRIGGERS.find(fold(analysis.flow.text))
    found = motions.write(analysis, places.get("motion", []))
    found += commitments.write(analysis, places.get("promise", []))
    analysis.motions = _apart(found)


def _apart(found: list[MotionMention]) -> tuple[MotionMention, ...]:
    """The mentions by start; of two that overlap the shorter one, which names more exactly."""
    kept: list[MotionMention] = []
    for one in sorted(found, key=lambda m: (m.end - m.start, m.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda m: m.start))
