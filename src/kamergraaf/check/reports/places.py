"""SARIF's places: regions of letters where the file is the text, nodes of the graph elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from kamergraaf.check.finding import Message
from kamergraaf.check.letters import Letter
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item, Report
from kamergraaf.check.reports import View

Json = dict[str, Any]


class Pointer:
    """Makes SARIF locations, and the lists of artifacts and nodes that they refer to by number."""

    def __init__(self, report: Report, view: View) -> None:
        self._lang = view.lang
        self._paths = view.paths
        self._letters = {letter.iri: letter for letter in report.letters}
        self._sources = report.sources
        self._numbers: dict[str, int] = {}
        self.artifacts: list[Json] = []
        self.nodes: list[Json] = []
        for letter in report.letters:
            if letter.file:
                self._numbers[letter.iri] = len(self.artifacts)
                self.artifacts.append(self._artifact(letter))
        for source in report.sources:
            self._numbers[source] = len(self.artifacts)
            self.artifacts.append({"location": {"uri": uri(source)}, "roles": ["analysisTarget"]})
        self.nodes.append({"name": ", ".join(report.sources) or "graph", "kind": "graph"})

    def location(self, item: Item) -> Json:
        """Where a finding is: in its letter, and at its node."""
        node = self._node(item.finding.focus, item.focus.say(self._lang))
        return {**self._physical(item.place), "logicalLocations": [node]}

    def related(self, item: Item) -> list[Json]:
        """The other side of a finding that compares two."""
        if not item.finding.other:
            return []
        node = self._node(item.finding.other, item.other_letter.say(self._lang))
        told = Message("De andere kant.", "The other side.").say(self._lang)
        place = self._physical(item.other)
        return [{"id": 1, "message": {"text": told}, **place, "logicalLocations": [node]}]

    def _physical(self, place: Place) -> Json:
        letter = self._letters.get(place.letter)
        if letter is None or not letter.file:
            # Of several files nobody says which holds the node.
            alone = self._sources[0] if len(self._sources) == 1 else ""
            return {"physicalLocation": {"artifactLocation": self._file(alone)}} if alone else {}
        physical: Json = {"artifactLocation": self._file(letter.iri)}
        if letter.line_end and place.line and place.end_line:
            return {"physicalLocation": {**physical, "region": _region(place, letter)}}
        return {"physicalLocation": physical, **self._about_text(place)}

    def _about_text(self, place: Place) -> Json:
        """For a source that is no plain text: where it stands in the text that was read from it."""
        if place.start is None:
            return {}
        pages = Message(f" Blad: {place.page}.", f" Page: {place.page}.").say(self._lang)
        told = Message(
            f"Tekens {place.start}-{place.end} van de tekst die uit dit bestand is gelezen.",
            f"Characters {place.start}-{place.end} of the text that was read from this file.",
        ).say(self._lang)
        properties = {"textOffset": place.start, "textEnd": place.end}
        fragment = {"pageFragment": place.page} if place.page else {}
        return {
            "message": {"text": told + (pages if place.page else "")},
            "properties": {**properties, **fragment},
        }

    def _file(self, key: str) -> Json:
        number = self._numbers[key]
        return {"uri": self.artifacts[number]["location"]["uri"], "index": number}

    def _artifact(self, letter: Letter) -> Json:
        told: Json = {
            "location": {"uri": uri(self._paths.get(letter.iri, letter.file))},
            "roles": ["analysisTarget"],
        }
        if letter.media:
            told["mimeType"] = letter.media
        if letter.encoding:
            told["encoding"] = letter.encoding
        if letter.digest:
            told["hashes"] = {"sha-256": letter.digest}
        return told

    def _node(self, focus: str, label: str) -> Json:
        """A node of the graph, below the graph file."""
        key = f"node {focus}"
        if key not in self._numbers:
            self._numbers[key] = len(self.nodes)
            told = {"name": label, "fullyQualifiedName": focus, "kind": "node", "parentIndex": 0}
            self.nodes.append(told)
        number = self._numbers[key]
        return {"fullyQualifiedName": focus, "index": number}


def uri(path: str) -> str:
    """A file's path as a URI: relative where the path is; an address stays as it is."""
    if "://" in path:
        return path
    given = Path(path)
    return given.as_uri() if given.is_absolute() else quote(given.as_posix())


def _region(place: Place, letter: Letter) -> Json:
    """The span in the file; a file with other line ends has more characters before and in it."""
    start, end = place.start or 0, place.end or 0
    first, last = place.line or 1, place.end_line or 1
    more = len(letter.line_end) - 1
    return {
        "startLine": first,
        "startColumn": place.column,
        "endLine": last,
        "endColumn": place.end_column,
        "charOffset": start + more * (first - 1),
        "charLength": end - start + more * (last - first),
        "snippet": {"text": place.passage.words.replace("\n", letter.line_end)},
    }
