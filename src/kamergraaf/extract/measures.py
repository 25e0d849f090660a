"""Measures: what government and its partners did, do, plan, prepare, decline or make conditional.

Each sentence is cut into clauses; a clause that tells of an act becomes a measure with its status,
who is responsible, with whom, aimed at what, since when.
"""

from __future__ import annotations

from typing import Final

from kamergraaf.extract import measures_links
from kamergraaf.extract.analysis import Analysis, Sentence
from kamergraaf.extract.measures_acts import find
from kamergraaf.extract.measures_back import involved
from kamergraaf.extract.measures_descriptions import describes
from kamergraaf.extract.measures_facts import Writer
from kamergraaf.extract.measures_nouns import TELLING_NOUNS, is_measure_noun, weak_forms
from kamergraaf.extract.measures_scene import Scene, stage, within
from kamergraaf.extract.measures_status import status
from kamergraaf.extract.verbs import lexicon
from kamergraaf.model import BlockKind

_READ: Final = frozenset({BlockKind.PARAGRAPH})
_SHORTEST = 3


def write(analysis: Analysis) -> None:
    """Fill ``analysis.measures`` and write each measure with its facts.

    Nothing is a measure in a motion, in a question, or where members of parliament speak.
    """
    if analysis.header.kind == "motion":
        return
    writer = Writer(analysis)
    for sentence in analysis.sentences:
        if sentence.passage.kind in _READ and _may_tell(analysis, sentence):
            _read(writer, stage(analysis, sentence))
    analysis.measures = tuple(sorted(writer.mentions, key=lambda m: (m.start, m.end)))
    measures_links.write(analysis)


def _may_tell(analysis: Analysis, sentence: Sentence) -> bool:
    """A quick look: some verb tells of an act, or a noun that a weak verb may carry is there."""
    tokens = sentence.tokens
    if len(tokens) < _SHORTEST or tokens[-1].text == "?":
        return False
    known = lexicon().telling
    words = {token.lower for token in tokens}
    for word in words & known.keys():
        particles = known[word]
        if "" in particles or not particles.isdisjoint(words):
            return True
    return not TELLING_NOUNS.isdisjoint(words) or _carried(analysis, sentence, words)


def _carried(analysis: Analysis, sentence: Sentence, words: set[str]) -> bool:
    """A weak verb with its fixed noun, or with a noun that names a measure."""
    forms = weak_forms()
    if any(not forms[noun].isdisjoint(words) for noun in words & forms.keys()):
        return True
    return not forms[""].isdisjoint(words) and (
        any(is_measure_noun(word) for word in words)
        or any(
            m.term.kind == "MeasureType"
            for m in within(analysis.mentions, sentence.start, sentence.end)
        )
    )


def _read(writer: Writer, scene: Scene) -> None:
    actors = involved(scene)
    if actors and writer.near(scene):
        writer.involve(scene, actors)
        return
    scene.before = writer.last_doer(scene)
    for act in find(scene):
        how = "" if describes(scene, act) else status(scene, act)
        if how:
            writer.add(scene, act, how)
