"""The door: what is read, and what is refused with a file and a place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kamergraaf.errors import ExitCode, InputError
from kamergraaf.model import Document
from kamergraaf.read.reader import read

LETTER = "Het kabinet versterkt de aanpak.\nDe coördinator reëel – «zo».\n"


def put(folder: Path, data: bytes, name: str = "brief.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert caught.value.exit_code is ExitCode.INPUT
    return caught.value.message


def test_the_stored_text_is_the_file_and_the_digest_is_of_its_bytes(tmp_path: Path) -> None:
    data = LETTER.encode()
    document = read(put(tmp_path, data))
    assert document.text == LETTER
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.name, document.media_type) == ("brief.txt", "text/plain")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_or_without_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    assert read(put(tmp_path, LETTER.encode(encoding))).text == LETTER


def test_line_ends_become_line_feeds(tmp_path: Path) -> None:
    assert read(put(tmp_path, b"Een.\r\nTwee.\rDrie.\n")).text == "Een.\nTwee.\nDrie.\n"


def test_what_xml_forbids_is_mapped_one_to_one(tmp_path: Path) -> None:
    given = "Een lange regel met tekst.\x0cTwee\x02woorden en\ufffe iets.\n" + "Meer tekst. " * 20
    stored = read(put(tmp_path, given.encode())).text
    assert len(stored) == len(given)
    assert stored.startswith("Een lange regel met tekst.\nTwee woorden en  iets.\n")


def test_a_suffix_that_nobody_knows_is_read_as_text(tmp_path: Path) -> None:
    assert read(put(tmp_path, LETTER.encode(), "brief.kamer")).text == LETTER
    assert read(put(tmp_path, LETTER.encode(), "brief.md")).media_type == "text/markdown"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "weg.txt")
    assert "directory" in refused(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_or_blank_file_is_refused(tmp_path: Path, data: bytes) -> None:
    message = refused(put(tmp_path, data))
    assert "empty" in message or "no text" in message


def test_binary_data_is_told_by_its_place(tmp_path: Path) -> None:
    assert "NUL byte at byte 3" in refused(put(tmp_path, b"abc\x00def"))
    assert "binary" in refused(put(tmp_path, bytes(range(1, 9)) * 40))


def test_windows_1252_is_refused_with_byte_line_and_remedy(tmp_path: Path) -> None:
    message = refused(put(tmp_path, b"Een.\nDe co\xf6rdinator.\n"))
    assert "0xF6" in message
    assert "byte 10" in message
    assert "line 2" in message
    assert "iconv" in message


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("brief.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Word file"),
        ("brief.txt", b"{\\rtf1 Geachte voorzitter}", "an RTF file"),
        ("brief.pdf", b"\x89PNG....", "a PNG image"),
    ],
)
def test_formats_without_a_reader_are_named(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    message = refused(put(tmp_path, data, name))
    assert message.startswith("not a document that can be read")
    assert what in message
    assert "what can be read: text, Markdown, PDF, DOCX" in message


def test_the_sample_letter_is_stored_as_received(sample: Path) -> None:
    document: Document = read(sample)
    assert document.text == sample.read_text("utf-8")
