"""Reading graph files: every format, nothing fetched, damage told with its place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kamergraaf.errors import InputError
from kamergraaf.graph import files, reading

XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">'
    '<rdf:Description rdf:about="urn:a"><x:p>v</x:p></rdf:Description></rdf:RDF>'
)
WHOLE = {
    "ttl": '@prefix x: <urn:x:> .\nx:a x:p "v" ; x:q [ x:r 1 ] .\n',
    "nt": '<urn:a> <urn:p> "v" .\n<urn:a> <urn:p> "w" .\n',
    "nq": '<urn:a> <urn:p> "v" <urn:g> .\n',
    "trig": '<urn:g> { <urn:a> <urn:p> "v" }\n',
    "jsonld": '{"@id": "urn:a", "urn:p": "v"}',
    "rdf": XML,
}


@pytest.mark.parametrize("suffix", WHOLE)
def test_the_suffix_tells_the_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text(WHOLE[suffix])
    found = list(reading.quads(path))
    assert found
    assert found == list(reading.quads(path)) or suffix == "ttl", "blank nodes differ"
    stream = io.BytesIO(WHOLE[suffix].encode())
    assert len(list(reading.stream_quads(stream, reading.SUFFIXES[f".{suffix}"]))) == len(found)


@pytest.mark.parametrize("suffix", WHOLE)
def test_a_file_cut_off_in_a_statement_does_not_parse(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    text = WHOLE[suffix].strip()
    for cut in range(text.rindex("urn:") if suffix != "ttl" else 40, len(text) - 1):
        if text[:cut].rstrip().endswith("."):
            continue
        path.write_text(text[:cut])
        with pytest.raises(InputError, match="does not parse"):
            list(reading.quads(path))
        with pytest.raises(InputError, match="does not parse"):
            files.load(path)


@pytest.mark.parametrize("suffix", ["ttl", "trig"])
def test_a_byte_order_mark_is_told_in_words(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text(WHOLE[suffix], "utf-8-sig")
    with pytest.raises(InputError, match="byte order mark"):
        list(reading.quads(path))


def test_xml_that_is_nested_without_end_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "deep.rdf"
    deep = "<x:p>\n<rdf:Description>" * 5_000 + "</rdf:Description></x:p>" * 5_000
    path.write_text(XML.replace("<x:p>v</x:p>", deep))
    with pytest.raises(InputError, match=r"deep\.rdf:500: elements stand more than 1000 deep"):
        list(reading.quads(path))


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.rdf"
    inner = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    path.write_text(
        f'<!DOCTYPE r [<!ENTITY a0 "lol">{inner}]>' + XML.replace(">v<", ">&a9;<"),
    )
    with pytest.raises(InputError, match="amplification"):
        list(reading.quads(path))
    with pytest.raises(InputError, match="amplification"):
        files.load(path)


def test_entities_that_name_namespaces_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plain.rdf"
    path.write_text(
        '<!DOCTYPE r [<!ENTITY here "urn:">]>' + XML.replace('"urn:a"', '"&here;a"'), "utf-8"
    )
    assert next(reading.quads(path)).subject.value == "urn:a"


def test_a_remote_context_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": "https://example.org/c", "@id": "urn:a", "name": "x"}')
    with pytest.raises(InputError, match="another server, and nothing is fetched"):
        list(reading.quads(path))
