"""Bodies that their place explains: towns that act, embassies, envoys and ministries abroad.

A town's bare name is the municipality where it does something ("Zutphen kiest …"), else a place.
An embassy or envoy is named with where it stands or what it is for; a ministry of another country
is not ours of the same name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kamergraaf.extract.bodies import LONGER_RANK, NAMED_RANK, is_adjective
from kamergraaf.extract.candidates import Candidate, Scene
from kamergraaf.extract.names import CAPITAL

TOWN_RULE = "town-acting"
_FOREIGN_RANK = 85

_CAP = rf"{CAPITAL}[\w’'-]*\w"
_NAME = rf"{_CAP}(?:\s(?:aan\s(?:den|de)\s)?{_CAP})?"
_STATIVE = "ligt|telt|bestaat|staat|kent|blijft|verkeert|geldt|blijkt|wordt|komt|vindt"
_TOWN_DOES = re.compile(
    rf"({_NAME})\s(?:heeft|gaat|zal|wil|kan|doet|laat|(?!(?:{_STATIVE})\s)[a-z]{{2,}}t)\s"
)
_TOWN_BEHIND = re.compile(rf"\s((?!Nederland){_NAME})(?:(?:,|\sen)\s({_NAME}))*")
_POST = re.compile(rf"\s(?:in|te|voor)\s{_CAP}(?:\s{_CAP})?")
_OURS = re.compile(r"[Nn]ederlandse\s$")
_TOPIC = re.compile(rf"(?i:ministerie)\s(?:van|voor)\s{_CAP}(?:(?:,\s|\sen\s|\s){_CAP})*")
_ENVOY = re.compile(
    r"(?i:speciale?\s|speciaal\s|bijzondere?\s)?(?:VN-|EU-)?[Gg]ezant"
    r"(?:\svan\sde\s(?:Verenigde\sNaties|VN|Europese\sUnie|EU)(?:\s\(\w+\))?)?"
    rf"\svoor\s(?:het\s|de\s)?{_CAP}(?:\s{_CAP})?"
)
_WORLD = re.compile(r"VN|EU|Verenigde|Europese")


def towns(scene: Scene) -> list[Candidate]:
    """Towns that start a sentence with what they do, or with or by whom something is done."""
    found = []
    for sentence in scene.analysis.sentences:
        does = _TOWN_DOES.match(scene.text, sentence.start, sentence.end)
        if does is not None:
            found.append(_town(scene.text, *does.span(1)))
    for _, end in scene.triggers.get("with", ()):
        row = _TOWN_BEHIND.match(scene.text, end)
        if row is not None:
            found += [
                _town(scene.text, end + one.start(), end + one.end())
                for one in re.finditer(_NAME, row[0])
            ]
    return found


def _town(text: str, start: int, end: int) -> Candidate:
    label = f"gemeente {text[start:end]}"
    return Candidate(start, end, LONGER_RANK, "Municipality", label, TOWN_RULE)


def embassies(scene: Scene) -> list[Candidate]:
    """ "de Nederlandse ambassade in X": the post, not the ministry that it belongs to."""
    found = []
    for start, end in scene.triggers.get("post", ()):
        ours = _OURS.search(scene.text, max(0, start - 12), start)
        where = _POST.match(scene.text, end) if ours else None
        if ours is not None and where is not None:
            label = f"Nederlandse {scene.text[start : where.end()]}"
            one = Candidate(
                ours.start(), where.end(), NAMED_RANK, "Agency", label, "embassy-in-place"
            )
            found.append(one)
    return found


def ministries_abroad(scene: Scene) -> list[Candidate]:
    """ "het Deense ministerie van X", "het ministerie van X van Kenia"."""
    found = []
    adjectives = {m.end: m for m in scene.countries if is_adjective(scene.text, m)}
    for start, _ in scene.triggers.get("office", ()):
        name = _TOPIC.match(scene.text, start)
        if name is None:
            continue
        begin, end = name.span()
        front = adjectives.get(start - 1)
        behind = scene.country_at(end + 5) if scene.text[end : end + 5] == " van " else None
        if front is not None and scene.text[front.start : front.end] != "Nederlandse":
            begin = front.start
        elif behind is not None and behind.term.label != "Nederland":
            end = behind.end
        else:
            continue
        label = scene.text[begin:end]
        label = label[0].upper() + label[1:]
        found.append(
            Candidate(begin, end, _FOREIGN_RANK, "InternationalBody", label, "ministry-abroad")
        )
    return found


def envoys(scene: Scene) -> list[Candidate]:
    """ "de speciale gezant van de VN voor X", "de EU-gezant voor Y"."""
    found = []
    for start, _ in scene.triggers.get("envoy", ()):
        left = max(0, start - 12)
        for name in _ENVOY.finditer(scene.text, left, start + 110):
            if name.start() <= start < name.end() and _WORLD.search(name[0]):
                one = Candidate(
                    *name.span(), _FOREIGN_RANK, "InternationalBody", name[0], "envoy-named"
                )
                found.append(replace(one, label=" ".join(name[0].split())))
    return found
