"""Writes measures and their facts on the sheet, each fact with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kamergraaf.extract import concerns, dates
from kamergraaf.extract.analysis import ActorMention, Analysis, MeasureMention
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_aims import aims
from kamergraaf.extract.measures_back import POINTING, antecedent
from kamergraaf.extract.measures_dates import when
from kamergraaf.extract.measures_doers import Doer, principals
from kamergraaf.extract.measures_goals import Aim
from kamergraaf.extract.measures_label_words import Label
from kamergraaf.extract.measures_labels import key, labels, members, with_verb
from kamergraaf.extract.measures_partners import Partner, partners
from kamergraaf.extract.measures_scene import Scene, within
from kamergraaf.model import Evidence, Origin, Ref

_REACH: Final = 3
_WORD: Final = 4
_STATUS: Final = "MeasureStatus"
_BODIES: Final = frozenset({"agency", "municipality", "company", "organisation"})
_GOING_ON: Final = frozenset(
    {"ook", "daarbij", "hierbij", "daarnaast", "bovendien", "tevens", "hiervoor", "daarvoor", "zo"}
)


class Writer:
    """Collects the measures of one document and writes them as they are found."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.mentions: list[MeasureMention] = []
        self.doer: tuple[int, Ref] | None = None
        self.statuses = {
            term.notation: Ref(term.id)
            for term in analysis.lexicon.terms.values()
            if term.kind == _STATUS
        }

    def add(self, scene: Scene, act: Act, status: str) -> None:
        """Write the measures that the act names."""
        if act.doers and act.doers[0].how == "named":
            self.doer = (scene.sentence.index, act.doers[0].ref)
        with_whom = partners(scene, act)
        leading = principals(scene, act.doers)
        first: Ref | None = None
        before = self.mentions[-1] if self.mentions else None
        back = antecedent(scene, act)
        if back and key(back) in self.analysis.sheet.things:
            back = with_verb(scene, act, back)
        for label in [back] if back else labels(scene, act):
            ref = self._measure(scene, act, label, status, leading, with_whom)
            first = first or ref
        if first and before and act.part_of_previous:
            self._part_of(scene, act, first, before.ref, with_whom)
        for phrase, label in members(scene, act):
            own = _own_doer(scene, act, phrase.end)
            part = self._measure(scene, act, label, status, own or leading, with_whom)
            if part and first:
                self._fact(part, "kamer:partOf", first, scene, label, "measures.including")

    def _measure(
        self,
        scene: Scene,
        act: Act,
        label: Label,
        status: str,
        who: list[Doer],
        with_whom: list[Partner],
    ) -> Ref | None:
        sheet, sentence = self.analysis.sheet, scene.sentence
        if not any(len(word) >= _WORD and word not in POINTING for word in label.text.split()):
            return None
        wanted = key(label)
        known = sheet.things.get(wanted)
        if known is not None and known.label == label.text:
            return None
        evidence = self._evidence(scene, act, label)
        ref = sheet.thing(sheet.free_id(wanted), "Measure", label.text, evidence, act.rule)
        self.mentions.append(
            MeasureMention(label.start, label.end, ref, label.text, sentence.index)
        )
        self._status(scene, act, ref, status)
        self._responsible(scene, act, ref, who)
        self._partners(ref, who, with_whom)
        for aim in [] if act.part_of_previous else aims(scene, act, label):
            self._aim(ref, aim)
        self._dates(scene, act, ref)
        self._types(scene, act, ref, label)
        return ref

    def _partners(self, ref: Ref, who: list[Doer], with_whom: list[Partner]) -> None:
        for partner in with_whom:
            if all(partner.ref != doer.ref for doer in who):
                shown = self.analysis.evidence(partner.start, partner.end)
                self.analysis.sheet.fact(ref, "kamer:partner", partner.ref, shown, partner.rule)

    def _evidence(self, scene: Scene, act: Act, label: Label) -> Evidence:
        """The sentence, with the words before it from which a label comes."""
        start, end = _stretch(scene, act)
        shown = self.analysis.evidence(start, end)
        if label.start < start:
            earlier = self.analysis.evidence(label.start, label.end)
            return Evidence(earlier.spans + shown.spans)
        return shown

    def _part_of(
        self, scene: Scene, act: Act, part: Ref, whole: Ref, with_whom: list[Partner]
    ) -> None:
        """A part shares the aims of the whole; the whole has the partners of its parts."""
        sheet = self.analysis.sheet
        shown = self.analysis.evidence(scene.sentence.start, scene.sentence.end)
        at = sheet.fact(part, "kamer:partOf", whole, shown, "measures.part-of")
        for n, fact in enumerate(list(sheet.facts)):
            if fact.subject == whole and fact.predicate == "kamer:addresses":
                sheet.fact(
                    part, fact.predicate, fact.object, None, "measures.aim-of-whole",
                    origin=Origin.INFERRED, confidence=0.8, premises=(at, n),
                )  # fmt: skip
        for partner in with_whom:
            named = self.analysis.evidence(partner.start, partner.end)
            n = sheet.fact(part, "kamer:partner", partner.ref, named, partner.rule)
            sheet.fact(
                whole, "kamer:partner", partner.ref, None, "measures.partner-of-part",
                origin=Origin.INFERRED, confidence=0.8, premises=(at, n),
            )  # fmt: skip

    def last_doer(self, scene: Scene) -> Ref | None:
        """Who acted in the sentence before, by name."""
        if self.doer is None or self.doer[0] != scene.sentence.index - 1:
            return None
        return self.doer[1]

    def near(self, scene: Scene) -> bool:
        """Whether a measure was told of a few sentences before, under the same heading."""
        if not self.mentions:
            return False
        last = self.analysis.sentences[self.mentions[-1].sentence]
        return (
            scene.sentence.index - last.index <= _REACH and last.section == scene.sentence.section
        )

    def involve(self, scene: Scene, actors: list[ActorMention]) -> None:
        """Add partners to the measure told of last; that they take part in it is our reading."""
        ref = self.mentions[-1].ref
        shown = self.analysis.evidence(scene.sentence.start, scene.sentence.end)
        for actor in actors:
            self.analysis.sheet.fact(
                ref,
                "kamer:partner",
                actor.ref,
                shown,
                "measures.partner-involved",
                origin=Origin.INFERRED,
            )

    def _status(self, scene: Scene, act: Act, ref: Ref, status: str) -> None:
        shown = self._words(scene, act.clause.verbs) or self.analysis.evidence(
            *_stretch(scene, act)
        )
        if status in self.statuses:
            rule = f"measures.status-{status}"
            self.analysis.sheet.fact(ref, "kamer:status", self.statuses[status], shown, rule)

    def _words(self, scene: Scene, tokens: Iterable[int]) -> Evidence | None:
        """Evidence of the tokens: neighbours as one span, others apart."""
        runs: list[list[int]] = []
        for i in sorted(tokens):
            if runs and runs[-1][1] == i:
                runs[-1][1] = i + 1
            else:
                runs.append([i, i + 1])
        spans = [
            span
            for start, end in runs
            for span in self.analysis.evidence(*scene.offsets(start, end)).spans
        ]
        return Evidence(tuple(spans)) if spans else None

    def _responsible(self, scene: Scene, act: Act, ref: Ref, who: list[Doer]) -> None:
        sheet = self.analysis.sheet
        for doer in who:
            if doer.how == "unstated":
                shown = self._words(scene, act.clause.verbs)
                at = sheet.fact(ref, "kamer:agentUnstated", True, shown, "measures.agentless")
                before = self._goes_on(scene)
                sheet.fact(
                    ref, "kamer:responsible", before or doer.ref, None,
                    "measures.doer-before" if before else "measures.cabinet",
                    origin=Origin.INFERRED, premises=(at,), confidence=0.8,
                )  # fmt: skip
                continue
            shown = self.analysis.evidence(*scene.offsets(doer.start, doer.end))
            origin = Origin.INFERRED if doer.how == "cabinet" else Origin.STATED
            sheet.fact(
                ref, "kamer:responsible", doer.ref, shown, f"measures.doer-{doer.how}",
                origin=origin,
            )  # fmt: skip

    def _goes_on(self, scene: Scene) -> Ref | None:
        """The executive body of the sentence before, where this one goes on about its work."""
        doer = self.last_doer(scene)
        sentence = scene.sentence
        if doer is None or self.analysis.sentences[sentence.index - 1].passage != sentence.passage:
            return None
        if not scene.lower or scene.lower[0] not in _GOING_ON:
            return None
        code = next((a.code for a in self.analysis.actors if a.ref == doer), "")
        return doer if code in _BODIES else None

    def _aim(self, ref: Ref, aim: Aim) -> None:
        try:
            concern = concerns.resolve(self.analysis, aim.start, aim.end, aim.code)
        except ValueError:
            return
        shown = self.analysis.evidence(aim.start, aim.end)
        self.analysis.sheet.fact(ref, "kamer:addresses", concern, shown, aim.rule)

    def _dates(self, scene: Scene, act: Act, ref: Ref) -> None:
        for predicate, date, rule in when(scene, act):
            shown = self.analysis.evidence(date.start, date.end)
            value = dates.ref(self.analysis, date)
            self.analysis.sheet.fact(ref, predicate, value, shown, rule)

    def _types(self, scene: Scene, act: Act, ref: Ref, label: Label) -> None:
        """Types named in the label, the area named in the sentence or in the heading above."""
        analysis, sentence = self.analysis, scene.sentence
        for m in within(analysis.mentions, label.start, label.end):
            if m.term.kind == "MeasureType":
                shown = analysis.evidence(m.start, m.end)
                analysis.sheet.fact(
                    ref, "kamer:measureType", Ref(m.term.id), shown, "measures.type"
                )
        areas = [
            m
            for m in within(analysis.mentions, sentence.start, sentence.end)
            if m.term.kind == "PolicyArea"
        ]
        origin = Origin.STATED
        if not areas and sentence.section is not None:
            passage = analysis.flow.passages[sentence.section]
            heading = within(analysis.mentions, passage.start, passage.end)
            areas = [m for m in heading if m.term.kind == "PolicyArea"]
            origin = Origin.INFERRED
        for m in areas:
            shown = analysis.evidence(m.start, m.end)
            analysis.sheet.fact(
                ref, "kamer:area", Ref(m.term.id), shown, "measures.area", origin=origin
            )

    def _fact(
        self, ref: Ref, predicate: str, value: Ref, scene: Scene, label: Label, rule: str
    ) -> None:
        shown = self.analysis.evidence(label.start, label.end)
        self.analysis.sheet.fact(ref, predicate, value, shown, rule)


def _stretch(scene: Scene, act: Act) -> tuple[int, int]:
    """The sentence, or the part between semicolons in which the act stands."""
    tokens = scene.sentence.tokens
    first, last = act.clause.own[0], act.clause.own[-1]
    start, end = scene.sentence.start, scene.sentence.end
    for i, token in enumerate(tokens):
        if token.text == ";":
            if i < first:
                start = token.end
            elif i > last:
                end = token.start
                break
    return start, end


def _own_doer(scene: Scene, act: Act, end: int) -> list[Doer]:
    """ "kennisoverdracht door X": X does this part."""
    for phrase in act.host.middle:
        if phrase.start == end and phrase.prep == "door":
            return [
                Doer(a.ref, "named", phrase.start, phrase.end) for a in scene.actors_in(phrase)
            ][:1]
    return []
