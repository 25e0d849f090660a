"""Damaged files give a document or a clear error: never another exception, never a hang."""

from __future__ import annotations

import io
import random
import time
import zipfile
from pathlib import Path

import pytest

from kamergraaf.errors import InputError
from kamergraaf.read.reader import read
from office_files import box, docx, field, mark, odt, p, package, r, table

CASES = 250
SLOWEST = 5.0
"""Seconds that one small damaged file may take on a busy machine."""

_SWAPS = (b"<w:p", b"</", b'"', b"1", b"0", b"<p", b"text:", b"<al", b"=", b"xml")
_FOR = (b"<x", b"", b">", b"<w:tbl", b"99999999999999", b"<!--", b"&", b"<![CDATA[")


def whole(kind: str) -> bytes:
    if kind == ".docx":
        raised = r("2", '<w:vertAlign w:val="superscript"/>')
        body = (
            p(box(p("Datum"), p(field("DOCPROPERTY datum", "3 mei 2021"))))
            + table((p("Betreft"), p("De aanpak")), (p("a"), p("b")))
            + p("De minister", mark("1"), " schrijft", raised, ".", style="K")
            + p(raised, " Een noot.")
        )
        styles = '<w:style w:styleId="K"><w:name w:val="Kop 1"/><w:basedOn w:val="K"/></w:style>'
        return docx(body, footnotes={"1": " Noot."}, headers={"first": p("Kop")}, styles=styles)
    if kind == ".odt":
        return odt(
            "<text:p>De<text:s text:c='3'/>minister<text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>Noot.</text:p></text:note-body>"
            "</text:note></text:p><text:list><text:list-item><text:p>een</text:p>"
            "</text:list-item></text:list>",
            styles="<office:master-styles/>",
        )
    if kind == ".xml":
        return (
            b"<?xml version='1.0' encoding='utf-8'?><kamerstuk><dossier><titel>T</titel></dossier>"
            b"<al>De <nadruk>minister</nadruk><noot><noot.nr>1</noot.nr><noot.al>Noot</noot.al>"
            b"</noot> schrijft.</al><vraag><nr>1</nr><al>Waarom?</al></vraag></kamerstuk>"
        )
    if kind == ".html":
        return (
            b"<!DOCTYPE html><html><body><h1 class='stuktitel'>Titel</h1><p>De <b>minister</b>"
            b"<sup><a href='#n1'>1</a></sup></p><ol><li>een<ol><li>twee</ol></ol>"
            b"<div class='noot' id='n1'><sup>1</sup><p>Noot</p></div></body></html>"
        )
    return "# Kop\n\nDe **minister**[^1] *schrijft* [hier](a).\n\n[^1]: Noot é\n".encode()


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The data cut, flipped, doubled, re-encoded or with signs swapped."""
    way = rng.randrange(6)
    at, length = rng.randrange(len(data)), rng.randrange(1, 200)
    if way == 0:
        return data[:at]
    if way == 1:
        flipped = bytearray(data)
        for _ in range(rng.randrange(1, 20)):
            flipped[rng.randrange(len(flipped))] = rng.randrange(256)
        return bytes(flipped)
    if way == 2:
        return data[:at] + data[at + length :]
    if way == 3:
        return data[:at] + data[at : at + length] * rng.randrange(2, 30) + data[at:]
    if way == 4:
        return data.decode("latin-1").encode(rng.choice(["utf-8", "utf-16", "utf-32"]))
    return data.replace(rng.choice(_SWAPS), rng.choice(_FOR))


def mutated_inside(data: bytes, rng: random.Random) -> bytes:
    """A package of which one part is damaged or gone."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = rng.choice(list(parts))
    if rng.random() < 0.1:
        del parts[chosen]
    else:
        parts[chosen] = mutated(parts[chosen], rng)
    return package(parts)


@pytest.mark.parametrize("kind", [".docx", ".odt", ".xml", ".html", ".md"])
def test_damage_gives_a_document_or_a_clear_error(tmp_path: Path, kind: str) -> None:
    rng = random.Random(20)
    data = whole(kind)
    path = tmp_path / f"brief{kind}"
    for _ in range(CASES):
        packed = data.startswith(b"PK") and rng.random() < 0.8
        path.write_bytes(mutated_inside(data, rng) if packed else mutated(data, rng))
        start = time.perf_counter()
        try:
            document = read(path)
        except InputError as error:
            assert str(path) in str(error)
        else:
            flow = document.flow
            for character, offset in zip(flow.text, flow.offsets, strict=True):
                assert character.isspace() or document.text[offset] == character
        assert time.perf_counter() - start < SLOWEST
