"""The parts of a DOCX package: which there are, how they refer to each other, what they hold."""

from __future__ import annotations

import posixpath

from kamergraaf.errors import InputError
from kamergraaf.read import markup_xml
from kamergraaf.read.markup_xml import Element, attribute, children, content, name
from kamergraaf.read.package import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "word/document.xml"
_CORE = {"title": "title", "subject": "subject", "created": "created", "modified": "modified"}


class Parts:
    """The parsed parts of a package.

    Raises InputError, naming file and part, where a part that is needed cannot be read.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self._root = self._relations("")
        named = [target for kind, target in self._root.values() if kind == "officeDocument"]
        self._name = named[0] if named and package.has(named[0]) else _MAIN
        self._links = self._relations(self._name)
        self._parsed: dict[str, Element] = {}

    def main(self) -> Element:
        """The root of the main part."""
        root = self._part(self._name)
        if name(root) != "document":
            raise self.package.error(self._name, "not the main part of a text document")
        return root

    def of_type(self, kind: str) -> Element | None:
        """The part that the main part relates to as ``kind`` ("footnotes"); None without one."""
        for type_, target in self._links.values():
            if type_ == kind and self.package.has(target):
                return self._part(target)
        return None

    def related(self, id_: str) -> Element | None:
        """The part behind a relation of the main part; None where it leads nowhere."""
        _, target = self._links.get(id_, ("", ""))
        return self._part(target) if self.package.has(target) else None

    def properties(self) -> dict[str, str]:
        """The document's own properties by name in lower case, as its fields ask for them."""
        found: dict[str, str] = {}
        custom = self._optional("custom-properties")
        for entry in children(custom) if custom is not None else ():
            found[attribute(entry, "name").lower()] = content(entry)
        core = self._optional("core-properties")
        for entry in children(core) if core is not None else ():
            found.setdefault(name(entry).lower(), content(entry))
        return found

    def metadata(self) -> dict[str, str]:
        """What the properties say about the document: title, subject, dates of the file."""
        core = self._optional("core-properties")
        found = {
            _CORE[name(entry)]: content(entry)
            for entry in (children(core) if core is not None else ())
            if name(entry) in _CORE and content(entry)
        }
        properties = self.properties()
        for label, key in (("datum", "date"), ("onderwerp", "subject"), ("onskenmerk", "kenmerk")):
            if properties.get(label):
                found[key] = properties[label]
        return found

    def _optional(self, kind: str) -> Element | None:
        """A part that the package as a whole relates to; None where it is absent or broken."""
        for type_, target in self._root.values():
            if type_ == kind and self.package.has(target):
                try:
                    return self._part(target)
                except InputError:
                    return None
        return None

    def _part(self, part: str) -> Element:
        if part not in self._parsed:
            data = self.package.part(part)
            self._parsed[part] = markup_xml.xml(data, f"{self.package.where}, part {part}")
        return self._parsed[part]

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part by id: the last step of their type, and the part they name."""
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.package.has(source):
            return {}
        root = markup_xml.xml(self.package.part(source), f"{self.package.where}, part {source}")
        found: dict[str, tuple[str, str]] = {}
        for relation in children(root):
            target = attribute(relation, "Target")
            if attribute(relation, "TargetMode") == "External" or not target:
                continue
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = attribute(relation, "Type").rpartition("/")[2]
            found[attribute(relation, "Id")] = (kind, posixpath.normpath(place))
        return found
